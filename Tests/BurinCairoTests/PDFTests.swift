import BurinCairo
import BurinGeometry
import BurinScene
import BurinText
import Testing

@Suite("PDF files")
struct PDFTests {
  private func pdf(_ items: [SceneItem], language: String = "en") throws -> String {
    let scene = Scene(size: Size(60, 30), language: language, items: items)
    return String(decoding: try CairoRenderer(fonts: .shared()).pdf(scene), as: Unicode.ASCII.self)
  }

  private func word(_ text: String, at x: Double = 5, backward: Bool = false) throws -> SceneItem {
    let layout = try FontLibrary.shared().layout(Paragraph([.text(text, TextStyle(size: 10))]))
    var run = try #require(layout.runs.first).offset(by: Vector(x, 20))
    if backward {
      let places = run.glyphs.map(\.cluster)
      for (index, place) in places.reversed().enumerated() { run.glyphs[index].cluster = place }
    }
    return .glyphs(run)
  }

  @Test(
    "Formulas of every kind have their alternative texts, and a file without formulas its language")
  func structure() throws {
    let empty = SceneItem.group(Group(.formula, "nothing", items: []))
    let rule = SceneItem.group(
      Group(.formula, "rule", items: [.fill(.rect(Rect(x: 0, y: 0, width: 9, height: 1)), .black)]))
    let outside = SceneItem.group(Group(.formula, "outside", items: [try word("x", at: 500)]))
    let clipped = SceneItem.group(
      Group(.formula, "clipped", clip: Path(), items: [try word("x")]))
    for formulas in [[], [empty], [rule], [outside], [empty, rule, outside]] {
      let file = try pdf([try word("text")] + formulas)
      #expect(file.components(of: "/Alt <FEFF") == formulas.count)
      #expect(file.components(of: "/Lang <FEFF") == 1)
      // What is clipped away is no part of the document.
      let other = try pdf([try word("text"), clipped] + formulas)
      #expect(other.components(of: "/Alt <FEFF") == formulas.count)
    }
  }

  @Test("Text whose glyphs stand from right to left is text of the file")
  func backward() throws {
    guard case .glyphs(var run) = try word("abc", backward: true) else { return }
    let file = try pdf([.glyphs(run)])
    // The same glyphs for other characters: only a file that holds the text differs.
    run.text = "xyz"
    #expect(try pdf([.glyphs(run)]) != file)
  }
}

extension String {
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
