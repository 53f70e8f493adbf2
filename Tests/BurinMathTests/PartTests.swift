import BurinGeometry
import BurinMath
import BurinScene
import Testing

@Suite("Named parts and colours")
struct PartTests {
  private let divergence =
    #"\cssId{lhs}{D_{KL}}=\cssId{sum}{\sum}_{x}\cssId{ratio}{\frac{\cssId{top}{P(x)}}{Q(x)}}"#

  @Test("A part's box holds what it shows and nothing of its neighbours")
  func boxes() throws {
    let layout = try Fixture.layout(divergence, style: .display)
    #expect(layout.partNames == ["lhs", "sum", "ratio", "top"])
    #expect(layout.parts.keys.sorted() == ["lhs", "ratio", "sum", "top"])
    guard let ratio = layout.parts["ratio"], let top = layout.parts["top"],
      let sum = layout.parts["sum"], let lhs = layout.parts["lhs"]
    else {
      Issue.record("a part is missing")
      return
    }
    #expect(ratio.contains(top))
    #expect(lhs.maxX < sum.minX && sum.maxX < ratio.minX)
    #expect(layout.bounds.contains(ratio, tolerance: 1e-9))
    #expect(abs(ratio.maxX - layout.width) < 1e-9)
  }

  @Test("A part's items are a group with its name, nested as in the source")
  func groups() throws {
    let layout = try Fixture.layout(divergence, style: .display)
    func names(_ items: [SceneItem], _ path: String) -> [String] {
      items.flatMap { item -> [String] in
        guard case .group(let group) = item else { return [] }
        #expect(group.role == .part)
        return [path + group.name] + names(group.items, path + group.name + "/")
      }
    }
    #expect(names(layout.items, "") == ["lhs", "sum", "ratio", "ratio/top"])
  }

  @Test("Naming an operator leaves its limits where they were")
  func namedOperator() throws {
    let plain = try Fixture.layout(#"\sum_{x}"#, style: .display)
    for tex in [#"\cssId{s}{\sum}_{x}"#, #"\cssId{s}{\textcolor{red}{\sum}}_{x}"#] {
      let named = try Fixture.layout(tex, style: .display)
      #expect(named.width == plain.width && named.descent == plain.descent, "\(tex)")
    }
    // So does naming a letter: its superscript keeps the italic correction.
    #expect(
      try Fixture.layout(#"\cssId{p}{P}^2"#).width == Fixture.layout("P^2").width)
  }

  @Test("KaTeX's \\htmlId names parts too; a second use of a name is an error")
  func aliases() throws {
    #expect(try Fixture.layout(#"\htmlId{a}{x}"#).parts["a"] != nil)
    guard case .duplicatePart("a", let position)? = Fixture.error(#"\cssId{a}{x}+\cssId{a}{y}"#)
    else {
      Issue.record("a duplicate name was accepted")
      return
    }
    #expect(position.column == 21)
  }

  @Test("Colours come by theme name, LaTeX name or code, and end with their group")
  func colors() throws {
    let blue = RGBColor(hex: 0x1F6FB2)
    let layout = try Fixture.layout(
      #"a\textcolor{P}{b}\textcolor{#f00}{c}{\color{red}d}e"#, colors: ["P": blue])
    let expected: [RGBColor] = [
      .black, blue, RGBColor(hex: 0xFF0000), RGBColor(hex: 0xFF0000), .black,
    ]
    #expect(layout.runs.flatMap { run in run.glyphs.map { _ in run.color } } == expected)
    let rule = try Fixture.layout(#"\textcolor{P}{\frac ab}"#, colors: ["P": blue])
    guard
      case .path(let path)? = rule.items.last(where: { if case .path = $0 { true } else { false } })
    else {
      Issue.record("no rule")
      return
    }
    #expect(path.fill == .color(blue))
  }

  @Test("Adjacent glyphs of one size and colour are one run")
  func runs() throws {
    #expect(try Fixture.layout("P(x)=0.6").texts == ["P(x)=0.6"])
    #expect(try Fixture.layout(#"a\quad b"#).texts == ["a", "b"])
    let layout = try Fixture.layout("P(x)")
    guard let run = layout.runs.first else { return }
    #expect(abs(run.advance - layout.width) < 1.5)
    #expect(run.inkBounds == layout.inkBounds)
  }

  @Test("A part's outline has the bounds of its ink, and a part that shows nothing has none")
  func outline() throws {
    let typesetter = try Fixture.typesetter()
    let layout = try Fixture.layout(divergence + #"\cssId{blank}{\quad}"#, style: .display)
    for name in ["lhs", "ratio", "top"] {
      let outline = try typesetter.outline(ofPart: name, in: layout)
      let ink = layout.items.group(name)?.items.inkBounds
      #expect(
        outline?.bounds?.contains(ink ?? Rect(.zero, .zero), tolerance: 0.02) == true, "\(name)")
      #expect(
        ink?.contains(outline?.bounds ?? Rect(.zero, .zero), tolerance: 0.02) == true, "\(name)")
    }
    #expect(try typesetter.outline(ofPart: "blank", in: layout) == nil)
    #expect(try typesetter.outline(ofPart: "missing", in: layout) == nil)
  }
}

extension [SceneItem] {
  /// The group of a name, wherever it is nested.
  fileprivate func group(_ name: String) -> SceneGroup? {
    for case .group(let group) in self {
      if group.name == name { return group }
      if let found = group.items.group(name) { return found }
    }
    return nil
  }
}
