import Burin
import Foundation
import Testing

@Suite("The pages about embedding")
struct EmbeddingPagesTests {
  private let pages = EmbeddingPages()

  @Test(
    "Their code is compiled here, line for line",
    arguments: ["Embedding", "InlineSVG", "HTTP", "Batch", "Email", "Container"])
  func code(page: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    func lines(_ text: some StringProtocol) -> String {
      text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        .joined(separator: "\n")
    }
    let text = try String(
      contentsOf: root.appending(path: "Documentation/\(page).md"), encoding: .utf8)
    let source = lines(
      try String(
        contentsOf: root.appending(path: "Tests/BurinTests/Embedding/EmbeddingPages.swift"),
        encoding: .utf8))
    let blocks = text.matches(of: #/```swift\n((?:.*\n)*?)```/#).map { lines($0.1) }
    #expect(!blocks.isEmpty)
    for block in blocks { #expect(source.contains(block), "not compiled: \(block)") }
  }

  @Test("An answer is a picture, nothing where it is known, or a refusal")
  func answers() throws {
    let first = pages.png(pages.chart, ifNoneMatch: nil)
    #expect(first.status == 200 && first.headers["Content-Type"] == "image/png")
    #expect(try PNGDecoder.decode(first.body).bitmap.width == 1_280)
    let second = pages.png(pages.chart, ifNoneMatch: first.headers["ETag"])
    #expect(second.status == 304 && second.body.isEmpty)
    let wrong = Chart {
      for y in [1.0, -3] { PointMark(x: .value("x", y), y: .value("y", y)) }
    }.chartYScale(type: .log)
    #expect(pages.png(wrong, ifNoneMatch: nil).status == 422)
    #expect(pages.answer(wrong).status == 422)
    #expect(pages.answer(pages.chart).status == 200)
  }

  @Test("Pages, batches and messages hold their pictures")
  func pictures() async throws {
    try pages.start()
    try pages.serve()
    try pages.measure()
    #expect(try pages.page().inline.contains("<figure><svg"))
    #expect(try await pages.batch() == [])
    #expect(pages.stored["Feb.png"] != nil)
    try pages.formats()
    #expect(pages.stored["rain.pdf"] != nil)
    let message = try pages.message(pages.chart, alt: "Rain & \"wind\"")
    #expect(message.contains("width=\"560\" height=\"320\" alt=\"Rain &amp; &quot;wind&quot;\""))
    #expect(message.contains("iVBORw0KGgo"))
  }
}
