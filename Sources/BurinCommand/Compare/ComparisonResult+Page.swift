import BurinGolden
import BurinRaster
import CommandSupport

extension ComparisonResult {
  /// Returns the report as a page.
  func page() throws -> ReportPage {
    ReportPage(
      title: title, summary: summary,
      notes: toleranceNotes + leftOut.map(\.description) + notes + pairNotes,
      entries: try comparisons.map { comparison in
        var entry = ReportPage.Entry(
          name: comparison.pair.name.description, status: comparison.status.rawValue,
          isFine: comparison.status == .same, problem: comparison.problem,
          verdict: comparison.verdict)
        entry.showsTolerated = (comparison.verdict?.hiddenCount ?? 0) > 0
        entry.expected = try comparison.expectedFile.map(ReportPage.Picture.init(file:))
        entry.actual = try comparison.actualFile.map(ReportPage.Picture.init(file:))
        if let marks = try comparison.comparison()?.differenceImage {
          entry.marks = ReportPage.Picture(
            png: try PNGEncoder(preset: .small).encode(marks), size: PixelSize(marks))
        }
        return entry
      })
  }

  private var title: String {
    if let only = comparisons.first, comparisons.count == 1 { return only.pair.name.description }
    let others = comparisons.count - count(.same)
    return others == 0
      ? "All \(comparisons.count) pictures are the same"
      : "\(others) of \(comparisons.count) pictures are not the same"
  }

  /// Writes the pictures that mark the differences: a file, or for several pairs a folder of them.
  func writeDifferences(to path: String, isFolder: Bool) throws {
    for comparison in comparisons {
      guard let image = try comparison.comparison()?.differenceImage else { continue }
      var file = path
      if isFolder {
        // Of names that are not text, the bytes are written as text.
        file += "/" + comparison.pair.name.description
        try OutputFolder.make(String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)]))
      }
      try AtomicFile.write(try PNGEncoder(preset: .small).encode(image), to: file)
    }
  }
}

extension PairComparison {
  /// Returns the pixels side by side; nil if the files were not kept.
  func comparison() throws -> BitmapComparison? {
    guard let expectedFile, let actualFile else { return nil }
    return BitmapComparison(
      expected: try PNGDecoder.decode(expectedFile).bitmap,
      actual: try PNGDecoder.decode(actualFile).bitmap,
      marking: verdict?.fine.map { [$0.bounds].compactMap { $0 } } ?? [])
  }
}

extension ReportPage.Picture {
  fileprivate init(file: [UInt8]) throws {
    self.init(png: file, size: PixelSize(try PNGDecoder.decode(file).bitmap))
  }
}
