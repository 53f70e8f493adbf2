import BurinCairo
import BurinGeometry
import BurinScene
import BurinText
import Foundation
import Testing

/// What a reader copies out of a PDF, by poppler's pdftotext.
@Suite struct ExtractionTests {
  private static let tool = "/usr/bin/pdftotext"
  private static var hasTool: Bool { FileManager.default.isExecutableFile(atPath: tool) }

  private func pdf(_ texts: [String], weight: FontWeight = .regular) throws -> [UInt8] {
    let fonts = try FontLibrary.shared()
    var items: [SceneItem] = []
    for (index, text) in texts.enumerated() {
      let layout = try fonts.layout(
        Paragraph([.text(text, TextStyle(size: 12, weight: weight))], language: "en"))
      items += layout.runs.map {
        .glyphs($0.offset(by: Vector(20, 20 + 30 * Double(index))))
      }
    }
    let scene = Scene(
      size: Size(600, 40 + 30 * Double(texts.count)), background: .white, title: "", altText: "",
      items: items)
    return try CairoRenderer(fonts: fonts).pdf(scene)
  }

  private func extracted(_ pdf: [UInt8], _ options: [String] = ["-layout"]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "burin-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "text.pdf")
    try Data(pdf).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: Self.tool)
    process.arguments = options + [file.path(), "-"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).map {
      $0.trimmingCharacters(in: .whitespaces)
    }.filter { !$0.isEmpty && $0 != "\u{C}" }
  }

  @Test(.enabled(if: hasTool, "needs poppler-utils"))
  func ligaturesSignsAndAccentsComeOutAsTheyWereWritten() throws {
    let texts = ["Huffman office cliff", "−0.5 → 10⁹", "Šířka Łódź Київ", "信息“熵”"]
    #expect(try extracted(try pdf(texts)) == texts)
    #expect(try extracted(try pdf(texts, weight: .bold)) == texts)
  }

  @Test(
    .enabled(if: hasTool && hasFallbacks, "needs poppler-utils and fonts-noto-core"),
    arguments: [
      "ทั้งหลายเกิดมามีอิสระ", "ທຸກຄົນເກີດມາມີສິດ", "ក្នុងផ្នែកសេចក្តី", "လူတိုင်းသည်", "འགྲོ་བ་མིའི་རིགས", "मनुष्यों को",
      "தமிழ் மக்கள்", "x\u{302} + y\u{303}", "ᏣᎳᎩ", "ⵉⵎⴷⴰⵏⴻⵏ",
    ])
  func marksComeOutWithTheirLetters(text: String) throws {
    let found = try extracted(try pdf([text]), []).joined(separator: " ")
    #expect(
      found.precomposedStringWithCompatibilityMapping
        == text.precomposedStringWithCompatibilityMapping)
  }

  private static var hasFallbacks: Bool {
    (try? FontLibrary.shared().installedFallbacks.contains("Noto Sans Thai")) ?? false
  }

  @Test func aGlyphWithTwoTextsNeedsNoSecondFont() throws {
    // A digit of an exponent is the same glyph as one of a number, in another size.
    let fonts = try FontLibrary.shared()
    func file(_ texts: [String]) throws -> String {
      var items: [SceneItem] = []
      for (index, text) in texts.enumerated() {
        let layout = try fonts.layout(Paragraph([.text("9", TextStyle(size: 12))]))
        for var run in layout.runs {
          run.text = text
          items.append(.glyphs(run.offset(by: Vector(20 + 20 * Double(index), 20))))
        }
      }
      let scene = Scene(
        size: Size(200, 60), background: .white, title: "", altText: "", items: items)
      return String(decoding: try CairoRenderer(fonts: fonts).pdf(scene), as: UTF8.self)
    }
    func count(_ file: String) -> Int { file.components(separatedBy: "/FontFile").count - 1 }
    #expect(count(try file(["Ж", "⁹", "₉"])) == count(try file(["Ж"])))
  }

  @Test func aFaceIsEmbeddedWithItsGlyphsAlone() throws {
    // Cairo kept all subroutines of the face, 0.9 MB, for the letter K or a ligature.
    for text in ["K", "Huffman", "KL 散度 office"] {
      #expect(try pdf([text]).count < 20_000)
      #expect(try pdf([text], weight: .bold).count < 20_000)
    }
  }

  @Test func theSameSceneGivesTheSameBytes() throws {
    #expect(try pdf(["Huffman Łódź"]) == pdf(["Huffman Łódź"]))
  }
}
