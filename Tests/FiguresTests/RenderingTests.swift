import BurinFigures
import Figures
import Testing

@Suite("The figures as pictures")
struct RenderingTests {
  /// A figure in a language.
  struct Picture: Sendable, CustomTestStringConvertible {
    var entry: FigureEntry
    var language: Language
    var testDescription: String { "\(entry.id).\(language.code)" }

    func scene() throws -> Scene { try entry.render(language: language).scene }
  }

  static let pictures = Catalog.entries.flatMap { entry in
    Catalog.languages.map { Picture(entry: entry, language: $0) }
  }

  @Test("No rule of the lint finds a fault", arguments: pictures)
  func lint(_ picture: Picture) throws {
    let rendering = try picture.entry.render(language: picture.language)
    for finding in rendering.lint() { Issue.record("\(picture.testDescription): \(finding)") }
    #expect(rendering.diagnostics.isEmpty)
  }

  @Test(
    "No rule of the lint finds a fault with other parameters", arguments: Variation.all,
    Catalog.languages)
  func lint(_ variation: Variation, _ language: Language) throws {
    let entry = try Catalog.require(variation.id)
    let rendering = try entry.render(variation.typed, language: language)
    for finding in rendering.lint() { Issue.record("\(variation): \(finding)") }
    #expect(rendering.diagnostics.isEmpty)
  }

  @Test(
    "No rule of the lint finds a fault at the limits of the parameters",
    arguments: Variation.limits, Catalog.languages)
  func limits(_ variation: Variation, _ language: Language) throws {
    let entry = try Catalog.require(variation.id)
    let rendering = try entry.render(variation.typed, language: language)
    for finding in rendering.lint() { Issue.record("\(variation): \(finding)") }
    #expect(rendering.diagnostics.isEmpty)
  }

  @Test("Canvas, title and alt text are there, in the figure's language", arguments: pictures)
  func descriptions(_ picture: Picture) throws {
    let scene = try picture.scene()
    #expect(scene.size.width <= 800)
    #expect(scene.language == picture.language.tag)
    #expect(!scene.title.isEmpty && scene.title != picture.entry.id)
    #expect(scene.altText.count > 30)
    let isChinese = scene.altText.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    #expect(isChinese == (picture.language == .zh))
    #expect(!scene.altText.contains("\\") && !scene.altText.contains("$"), "\(scene.altText)")
  }

  @Test("PNG, SVG and PDF carry title and alt text", arguments: pictures)
  func altText(_ picture: Picture) throws {
    let scene = try picture.scene()
    let png = try PNGDecoder.decode(scene.encoded(as: .png(scale: 1)))
    #expect(png.text("Description") == scene.altText)
    #expect(png.text("Title") == scene.title)
    #expect(png.bitmap.width == Int(scene.size.width.rounded(.up)))

    let svg = String(decoding: try scene.encoded(as: .svg(idPrefix: "x")), as: UTF8.self)
    #expect(svg.contains("<title id=\"x-title\">\(escaped(scene.title))</title>"))
    #expect(svg.contains("<desc id=\"x-desc\">\(escaped(scene.altText))</desc>"))

    let pdf = String(decoding: try scene.encoded(as: .pdf), as: Unicode.ASCII.self)
    // From Cairo 1.18 on the properties may lie in a packed stream, which this test cannot read.
    if !pdf.contains("/ObjStm") {
      #expect(strings(scene.altText).contains { pdf.contains("/Subject \($0)") })
      #expect(strings(scene.title).contains { pdf.contains("/Title \($0)") })
    }
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
    return result
  }

  /// The forms of a PDF text string: literal, or UTF-16 in hexadecimal (ISO 32000-1, 7.9.2.2).
  private func strings(_ text: String) -> [String] {
    let hexadecimal = text.utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: true)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
    return ["(\(text))", "<FEFF\(hexadecimal)>", "<feff\(hexadecimal.lowercased())>"]
  }

  @Test("Two renders give the same bytes in every format, alone and among many threads")
  func determinism() async throws {
    func bytes(_ picture: Picture) throws -> [[UInt8]] {
      let scene = try picture.scene()
      return [Array(scene.text.utf8)]
        + (try [.png(scale: 1), .svg, .pdf].map { try scene.encoded(as: $0) })
    }
    let alone = try Self.pictures.map(bytes)
    let together = try await withThrowingTaskGroup(of: (Int, [[UInt8]]).self) { group in
      // Each picture twice, the first ones last.
      for index in Array(Self.pictures.indices.reversed()) + Array(Self.pictures.indices) {
        group.addTask { (index, try bytes(Self.pictures[index])) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(together.count == 2 * Self.pictures.count)
    for (index, result) in together {
      #expect(result == alone[index], "\(Self.pictures[index].testDescription)")
    }
  }
}
