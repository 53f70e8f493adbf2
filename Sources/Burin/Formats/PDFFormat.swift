import BurinCairo
import BurinScene

extension OutputFormat {
  /// Vectors for print, with selectable text.
  public static let pdf = OutputFormat.pdf(scale: 1)

  /// Returns the format of vectors for print.
  ///
  /// ```swift
  /// // 8 cm wide, with ticks of 8 pt: 11.5 pt × 0.7, and lines and gaps in proportion.
  /// let options = RenderOptions(width: 8 / 2.54 * 72 / 0.7)
  /// try chart.write(to: "rain.pdf", as: .pdf(scale: 0.7), options)
  /// ```
  ///
  /// - Parameters:
  ///   - scale: the size of the page over that of the picture.
  ///   - denseLayers: how layers of more than 10,000 points, bars or sectors are written.
  ///   - includesData: whether the file has attachments: the data of each chart in CSV, unless it has
  ///     more than 10,000 rows, and each formula in MathML.
  public static func pdf(
    scale: Double = 1, denseLayers: DenseLayers = .standard, includesData: Bool = true
  ) -> OutputFormat {
    OutputFormat(PDFFormat(scale: scale, denseLayers: denseLayers, includesData: includesData))
  }
}

private struct PDFFormat: SceneEncoder {
  var scale: Double
  var denseLayers: DenseLayers
  var includesData: Bool

  /// The most rows of a table that is attached.
  private static let rowLimit = 10_000

  let fileExtension = "pdf"
  let mediaType = "application/pdf"

  func encode(_ scene: Scene) throws -> [UInt8] {
    try CairoRenderer(scene).pdf(
      scene.written(denseLayers).scaled(by: scale),
      attachments: includesData ? attachments(scene) : [],
      formulaFile: { includesData ? $0.mathMLFile : nil })
  }

  private func attachments(_ scene: Scene) -> [PDFAttachment] {
    let tables = scene.charts.all.map { ($0.title, $0.table) }.filter { _, table in
      !table.columns.isEmpty && !table.rows.isEmpty && table.rows.count <= Self.rowLimit
    }
    return tables.enumerated().map { index, chart in
      PDFAttachment(
        name: tables.count == 1 ? "data.csv" : "data-\(index + 1).csv",
        summary: chart.0.isEmpty ? scene.title : chart.0, mediaType: "text/csv",
        bytes: Array(chart.1.csv.utf8))
    }
  }
}

extension SceneGroup {
  /// The file of a formula in MathML.
  fileprivate var mathMLFile: PDFAttachment? {
    guard let words = dataLabel, let mathML else { return nil }
    return PDFAttachment(
      name: "formula.mml", summary: words, mediaType: "application/mathml+xml",
      bytes: Array(mathML.utf8))
  }
}
