import BurinCharts
import BurinGeometry
import BurinMath
import BurinScene
import Testing

@Suite("Looks of a formula's parts, and parts as anchors")
struct FormulaPartTests {
  private let formula = Formula(
    #"D=\sum_x\cssId{weight}{P(x)}\log_2\cssId{ratio}{\frac{P(x)}{\textcolor{bad}{Q(x)}}}"#,
    size: 24)

  private func leaves(_ scene: Scene, below step: String) -> [SceneLeaf] {
    scene.leaves.filter { $0.trail.contains { $0.hasPrefix(step) } }
  }

  @Test("A part's colour changes what has none of its own, and nothing else")
  func foreground() throws {
    let blue = try #require(Theme.standard.colors["accent"])
    let scene = try formula.part("ratio", .foreground(.accent)).scene()
    func colors(_ step: String) -> Set<RGBColor> {
      Set(
        leaves(scene, below: step).compactMap { leaf in
          switch leaf.item {
          case .glyphs(let run): run.color
          case .path(let item):
            if case .color(let color)? = item.fill { color } else { nil }
          default: nil
          }
        })
    }
    #expect(colors("part ratio") == [blue, try #require(Theme.standard.colors["bad"])])
    #expect(colors("part weight") == [try #require(Theme.standard.colors["primary"])])
  }

  @Test("A frame and a background hold their part and make the picture no smaller than they are")
  func boxes() throws {
    let part = try #require(try formula.layout().parts["ratio"])
    for style in [FormulaPartStyle.box(padding: 4), .background(.surface, padding: 4)] {
      let plain = try formula.scene()
      let scene = try formula.part("ratio", style).scene()
      #expect(scene.size.height >= plain.size.height && scene.size.width >= plain.size.width)
      let boxes = scene.leaves.compactMap { leaf -> Rect? in
        guard case .path(let item) = leaf.item, !leaf.trail.contains(where: { $0.contains("part") })
        else { return nil }
        return item.path.bounds
      }
      #expect(
        boxes.contains {
          abs($0.width - part.width - 8) < 1e-6 && abs($0.height - part.height - 8) < 1e-6
        })
      for leaf in scene.leaves {
        let ink = try #require(leaf.canvasBounds)
        #expect(Rect(origin: .zero, size: scene.size).contains(ink, tolerance: 0.01))
      }
    }
  }

  @Test("An outline is drawn behind the letters, around each of them")
  func outline() throws {
    let scene = try formula.part("weight", .outline(.good, width: 2)).scene()
    let first = try #require(scene.leaves.first)
    guard case .path(let item) = first.item, let bounds = item.path.bounds else {
      Issue.record("nothing behind the letters")
      return
    }
    let letters = Rect.union(
      of: leaves(scene, below: "part weight").compactMap(\.canvasBounds))
    #expect(abs(bounds.minX - (letters?.minX ?? 0)) < 0.01)
    #expect(abs(bounds.maxY - (letters?.maxY ?? 0)) < 0.01)
    #expect(item.stroke?.width == 4)
  }

  @Test("Braces of nested parts lie beyond each other, their texts beyond them")
  func braces() throws {
    let nested = Formula(#"\cssId{outer}{a+\cssId{inner}{b+c}}+d"#, size: 24)
      .part("outer", .brace(.bottom, label: "all"))
      .part("inner", .brace(.bottom, label: "two"))
    let scene = try nested.scene()
    func box(_ name: String) throws -> Rect {
      try #require(
        Rect.union(of: leaves(scene, below: "annotation \(name)").compactMap(\.canvasBounds)))
    }
    let (inner, outer) = (try box("inner"), try box("outer"))
    #expect(outer.minY > inner.maxY)
    #expect(Rect(origin: .zero, size: scene.size).contains(outer, tolerance: 0.01))
  }

  @Test("A part that the formula lacks is an error that names those it has")
  func unknown() {
    #expect(throws: ChartError.unknownAnchor("rato", known: ["weight", "ratio"])) {
      try formula.part("rato", .box()).scene()
    }
  }

  @Test(
    "A connector joins a part of a chart's label with a mark, and a part of a cell with another")
  func anchors() throws {
    let diagram = Diagram {
      Chart {
        PointMark(x: .value("x", 1), y: .value("y", 1)).anchor("dot")
        PointMark(x: .value("x", 2), y: .value("y", 2))
          .annotation(position: .top) { Text(#"$a=\cssId{half}{\frac{1}{2}}$"#) }
      }
      .frame(height: 160)
      Table(columns: [.init("head")]) { TableRow(Text(#"cell $\cssId{cell}{x}$"#)) }
      Formula(#"\cssId{alone}{y}"#, size: 20)
    } connectors: {
      Connector(from: "half", to: "dot")
      Connector(from: "cell", to: "alone")
    }
    let scene = try diagram.scene(width: 300).scene
    func part(_ name: String) throws -> Rect {
      try #require(
        Rect.union(of: leaves(scene, below: "part \(name)").compactMap(\.canvasBounds)))
    }
    let lines = leaves(scene, below: "connector").compactMap(\.canvasBounds)
    #expect(lines.count >= 2)
    for name in ["half", "cell", "alone"] {
      let near = try part(name).inset(by: -8)
      #expect(lines.contains { $0.intersects(near) }, "\(name)")
    }
    #expect(throws: (any Error).self) {
      try Diagram {
        Text(#"$\cssId{half}{x}$"#)
      } connectors: {
        Connector(from: "half", to: "nowhere")
      }.scene(width: 300)
    }
  }
}
