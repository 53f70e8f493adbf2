import Burin
import Foundation
import Testing

@Suite("Formulas in every place for text")
struct FormulaPlaceTests {
  private static let sunny = #"P(\text{晴})=0.6"#
  private static let divergence =
    #"D_{\mathrm{KL}}(P\,\|\,Q)=\sum_{x} P(x)\log_2\frac{P(x)}{Q(x)}"#
  static let formulas = [sunny, divergence]

  /// A chart and a table with a formula as title, tick label and cell.
  private func picture(_ tex: String, _ format: OutputFormat) throws -> Rendered {
    let content = VStack(spacing: 12) {
      Chart {
        BarMark(x: .value("outcome", 1), y: .value("share", 0.6), width: 0.5)
          .foregroundStyle(by: .value("series", "one"))
        BarMark(x: .value("outcome", 2), y: .value("share", 0.4), width: 0.5)
          .foregroundStyle(by: .value("series", "other"))
      }
      .chartTitle("title \(tex: tex)")
      .chartXAxis {
        AxisMarks(values: [1]) { AxisValueLabel { _ in Text(tex: tex) } }
      }
      .frame(height: 260)
      Table(columns: [.init("name"), .init("value")]) { TableRow("cell", Text(tex: tex)) }
    }
    return try content.render(
      format, RenderOptions(width: 640, altText: "places", language: "zh-Hans"))
  }

  /// The places as the scene's trails name them.
  private static let places = ["title", "tick", "cell"]

  @Test("The scene has the formula in each place, set and not as source", arguments: formulas)
  func scene(_ tex: String) throws {
    let leaves = try picture(tex, .svg).scene.leaves
    for place in Self.places {
      let runs = leaves.compactMap { leaf -> GlyphRun? in
        guard leaf.trail.contains(where: { $0.hasPrefix(place) }),
          leaf.trail.contains("formula \(tex)"), case .glyphs(let run) = leaf.item
        else { return nil }
        return run
      }
      let shown = runs.map(\.text).joined()
      #expect(
        shown == (tex == Self.sunny ? "P(晴)=0.6" : "DKL(P‖Q)=∑xP(x)log2P(x)Q(x)"), "\(place)")
      // Letters of the text around it and of the formula stand on one baseline.
      let title = leaves.compactMap { leaf -> Double? in
        guard case .glyphs(let run) = leaf.item, run.text.hasPrefix("title") else { return nil }
        return run.glyphs.first?.position.y
      }
      let baselines = runs.filter { "DP".contains($0.text.first ?? " ") }
        .compactMap { $0.glyphs.first?.position.y }
      #expect(baselines.count >= 1, "\(place)")
      if place == "title" { #expect(baselines.first == title.first) }
    }
  }

  private static func words(_ tex: String) -> String {
    tex == sunny
      ? "P 括号晴等于 0.6"
      : "P 相对于 Q 的 KL 散度等于对 x 求和，P 括号 x 乘以 log 以 2 为底 Q 括号 x 分之 P 括号 x"
  }

  @Test("The SVG holds the characters and the words three times", arguments: formulas)
  func svg(_ tex: String) throws {
    let svg = String(decoding: try picture(tex, .svg).bytes, as: UTF8.self)
    func count(_ text: String) -> Int { svg.components(separatedBy: text).count - 1 }
    #expect(count("role=\"math\" aria-label=\"\(Self.words(tex))\"") == Self.places.count)
    #expect(count(tex == Self.sunny ? ">晴</tspan>" : ">KL</tspan>") == Self.places.count)
  }

  @Test("The PDF holds the words as alternative text of three formulas", arguments: formulas)
  func pdf(_ tex: String) throws {
    let bytes = try picture(tex, .pdf).bytes
    let pdf = String(decoding: bytes, as: Unicode.ASCII.self)
    let digits = Self.words(tex).utf16.map { unit in
      let code = String(unit, radix: 16, uppercase: true)
      return String(repeating: "0", count: 4 - code.count) + code
    }
    let alternative = "/S /Formula\n   /Alt <FEFF\(digits.joined())>"
    #expect(pdf.components(separatedBy: alternative).count - 1 == Self.places.count)
    // Every object stands where the table at the end says.
    let table = try #require(pdf.range(of: "xref\n0 ")?.upperBound)
    for (number, line) in pdf[table...].split(separator: "\n").dropFirst(2).enumerated() {
      guard line.hasSuffix(" n ") else { break }
      let offset = try #require(Int(line.prefix(10)))
      let head = Array("\(number + 1) 0 obj".utf8)
      #expect(bytes[offset...].starts(with: head))
    }
  }

  /// The program that takes the text out of a PDF, from poppler-utils.
  private static let pdftotext = "/usr/bin/pdftotext"

  @Test(
    "The PDF's characters can be copied",
    .enabled(if: FileManager.default.isExecutableFile(atPath: pdftotext), "needs poppler-utils"),
    arguments: formulas)
  func copy(_ tex: String) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("burin-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (
      folder.appendingPathComponent("a.pdf"), folder.appendingPathComponent("a")
    )
    try Data(try picture(tex, .pdf).bytes).write(to: input)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.pdftotext)
    process.arguments = ["-raw", input.path, output.path]
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOf: output, encoding: .utf8).filter { !$0.isWhitespace }
    let copies = text.components(separatedBy: tex == Self.sunny ? "P(晴)=0.6" : "DKL(P‖Q)=∑").count
    #expect(copies - 1 == Self.places.count, "\(text)")
  }

  @Test("The PNG shows ink where the scene has the formula", arguments: formulas)
  func png(_ tex: String) throws {
    let picture = try self.picture(tex, .png(scale: 2))
    let bitmap = try PNGDecoder.decode(picture.bytes).bitmap
    for place in Self.places {
      let boxes = picture.scene.leaves.filter { leaf in
        leaf.trail.contains { $0.hasPrefix(place) } && leaf.trail.contains("formula \(tex)")
      }.compactMap(\.canvasBounds)
      let box = try #require(Rect.union(of: boxes))
      var dark = 0
      for y in Int(box.minY * 2)..<Int(box.maxY * 2) {
        for x in Int(box.minX * 2)..<Int(box.maxX * 2) where bitmap[x, y].red < 128 { dark += 1 }
      }
      #expect(Double(dark) > 0.03 * box.width * box.height * 4, "\(place)")
    }
  }
}
