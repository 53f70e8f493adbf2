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

  @Test("Radial gradients are shadings, not pixels")
  func radial() throws {
    func item(_ radii: Size) -> SceneItem {
      .path(
        PathItem(
          .rect(Rect(x: 0, y: 0, width: 20, height: 20)),
          fill: .radialGradient(
            center: Point(10, 10), radii: radii,
            stops: [GradientStop(0, .black), GradientStop(1, .white)])))
    }
    let file = try pdf([item(Size(8, 8)), item(Size(8, 4))])
    #expect(file.ranges(of: "/ShadingType 3").count == 2)
    #expect(!file.contains("/Subtype /Image"))
  }

  @Test("A file holds the outlines of its own glyphs only, whatever font they are from")
  func subsets() throws {
    // The quotation marks and ideographs that once brought all shared outlines of the font along.
    let texts = try ["概率 log “x”", "熵—交叉熵…", "P(x) ≥ 0", "期望"].enumerated().map {
      try word($1, at: 5 + Double($0))
    }
    let scene = Scene(size: Size(60, 30), language: "zh-Hans", items: texts)
    let file = try CairoRenderer(fonts: .shared()).pdf(scene)
    #expect(file.count < 30_000)
    #expect(try CairoRenderer(fonts: .shared()).pdf(scene) == file)
  }

  @Test("Labels of groups are the alternative texts of figures, hidden ones have no element")
  func labels() throws {
    func box(_ x: Double) -> SceneItem {
      .fill(.rect(Rect(x: x, y: 2, width: 5, height: 5)), .black)
    }
    let inner = SceneItem.group(SceneGroup(.mark, label: "May: 40", items: [box(2)]))
    let outer = SceneItem.group(
      SceneGroup(
        .figure, label: "Rain", items: [inner, .group(SceneGroup(.text, items: [try word("x")]))]))
    let alone = SceneItem.group(SceneGroup(.mark, label: "Ümlaut", items: [box(20)]))
    let hidden = SceneItem.group(
      SceneGroup(.figure, label: "", items: [.group(SceneGroup(.formula, "y", items: [box(30)]))]))
    let file = try pdf([outer, alone, hidden])
    func alt(_ text: String) -> String {
      "<FEFF"
        + text.utf16.map { unit in
          let code = String(unit, radix: 16, uppercase: true)
          return String(repeating: "0", count: 4 - code.count) + code
        }.joined() + ">"
    }
    let elements = file.ranges(of: "/S /Figure\n").map { file[$0.upperBound...] }
    #expect(elements.count == 2)
    #expect(elements.first?.hasPrefix("   /Alt \(alt("Rain. May: 40"))") == true)
    #expect(elements.last?.hasPrefix("   /Alt \(alt("Ümlaut"))") == true)
    // What a figure stands for has no elements of its own.
    #expect(!file.contains("/S /Span") && !file.contains("/S /Formula"))
    #expect(file.contains("/Lang"))
    let plain = try pdf([box(2)])
    #expect(!plain.contains("StructElem"))
  }

  @Test(
    "Formulas of every kind have their alternative texts, and a file without formulas its language")
  func structure() throws {
    let empty = SceneItem.group(SceneGroup(.formula, "nothing", items: []))
    let rule = SceneItem.group(
      SceneGroup(
        .formula, "rule", items: [.fill(.rect(Rect(x: 0, y: 0, width: 9, height: 1)), .black)]))
    let outside = SceneItem.group(SceneGroup(.formula, "outside", items: [try word("x", at: 500)]))
    let clipped = SceneItem.group(
      SceneGroup(.formula, "clipped", clip: Path(), items: [try word("x")]))
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
