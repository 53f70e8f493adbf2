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

  private func extracted(_ pdf: [UInt8]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "burin-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "text.pdf")
    try Data(pdf).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: Self.tool)
    process.arguments = ["-layout", file.path(), "-"]
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
