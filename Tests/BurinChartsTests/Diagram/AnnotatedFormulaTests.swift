import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Formulas with notes")
struct AnnotatedFormulaTests {
  /// Parts that end together at the formula's right end.
  private func nested() throws -> Scene {
    let formula = AnnotatedFormula(
      #"y=\cssId{term}{P\,\cssId{log}{\log\cssId{ratio}{\frac{P}{Q}}}}"#, size: 30
    ) {
      FormulaNote("ratio", .under, color: .secondary) { Text("ratio") }
      FormulaNote("log", .under, color: .good) { Text("logarithm") }
      FormulaNote("term", .under, color: .bad) { Text("term") }
    }
    return try formula.scene(width: 600).scene
  }

  /// The boxes of the parts as drawn, by name.
  private func part(_ name: String, in scene: Scene) -> Rect? {
    Rect.union(
      of: scene.leaves.filter { $0.trail.contains("part \(name)") }.compactMap(\.canvasBounds))
  }

  /// The straight pieces and the spans of the bends of a note's bracket and line.
  private func segments(_ name: String, in scene: Scene) -> [Rect] {
    var segments: [Rect] = []
    for leaf in scene.leaves where leaf.trail.contains("connector \(name)") {
      guard case .path(let item) = leaf.item else { continue }
      var pen = Point.zero
      for element in item.path.elements {
        switch element {
        case .move(let point): pen = point
        case .line(let point), .cubic(_, _, let point):
          segments.append(Rect(pen, point))
          pen = point
        case .close: break
        }
      }
    }
    return segments
  }

  @Test("Two formulas side by side stand on one baseline, whatever notes they have")
  func baseline() throws {
    let row = HStack(alignment: .firstBaseline, spacing: 20) {
      AnnotatedFormula(#"\cssId{a}{a}"#, size: 20) {
        FormulaNote("a", .top) { Text("a note above") }
      }
      AnnotatedFormula(#"\cssId{b}{\sum_{i} x_i}"#, size: 20) {
        FormulaNote("b", .bottom) { Text("a note below") }
      }
    }
    let scene = try row.scene(width: 600).scene
    let baselines = scene.leaves.compactMap { leaf -> Double? in
      guard case .glyphs(let run) = leaf.item, ["𝑎", "a", "𝑥", "x"].contains(run.text) else {
        return nil
      }
      return run.glyphs.first?.position.y
    }
    #expect(baselines.count == 2)
    #expect(abs((baselines.first ?? 0) - (baselines.last ?? 1)) < 0.01)
  }

  @Test("A bracket under a part reaches from its left end to its right end")
  func reach() throws {
    let scene = try nested()
    for name in ["ratio", "log", "term"] {
      let part = try #require(self.part(name, in: scene))
      let bracket = segments(name, in: scene)
      // The bracket has its ticks at the ends of the part's advance, a little beyond the ink.
      let left = try #require(bracket.map(\.minX).min())
      #expect(left <= part.minX && left > part.minX - 6, "\(name)")
      let ticks = bracket.filter {
        $0.width == 0 && $0.height < 6 && $0.minX >= part.maxX && $0.minX < part.maxX + 6
      }
      #expect(ticks.count == 1, "\(name)")
      #expect(bracket.allSatisfy { $0.minY > part.maxY }, "\(name)")
    }
  }

  @Test("Wider brackets lie below narrower ones, and no line meets another")
  func nesting() throws {
    let scene = try nested()
    let all = ["ratio", "log", "term"].map { segments($0, in: scene) }
    let tops = all.map { $0.map(\.minY).min() ?? 0 }
    #expect(tops == tops.sorted() && Set(tops).count == 3)
    for (index, first) in all.enumerated() {
      for second in all.dropFirst(index + 1) {
        for one in first {
          for other in second {
            let meet =
              one.minX <= other.maxX && other.minX <= one.maxX && one.minY <= other.maxY
              && other.minY <= one.maxY
            #expect(!meet, "\(one) and \(other)")
          }
        }
      }
    }
  }

  @Test("A note on a part that the formula lacks is an error that names the parts there are")
  func unknownPart() {
    #expect(throws: (any Error).self) {
      try AnnotatedFormula(#"\cssId{a}{x}"#, size: 20) {
        FormulaNote("b", .top) { Text("b") }
      }.scene(width: 300)
    }
  }

  @Test("Notes of a row stand on one baseline, whatever the height of their second lines")
  func noteBaselines() throws {
    for side in [FormulaNote.Side.top, .bottom] {
      let formula = AnnotatedFormula(#"\cssId{a}{A}\qquad\qquad\qquad\cssId{b}{B}"#, size: 30) {
        FormulaNote("a", side) {
          Text("words")
          Text("$\\displaystyle\\sum_x\\frac{P}{Q}$")
        }
        FormulaNote("b", side) {
          Text("words")
          Text("more words")
        }
      }
      let scene = try formula.scene(width: 600).scene
      let heights = scene.texts().filter { $0.text == "words" }.map(\.ink.maxY)
      #expect(heights.count == 2)
      #expect(abs((heights.first ?? 0) - (heights.last ?? 1)) < 0.01, "\(side)")
    }
  }

  @Test("Content in the corner ends level with the last note and keeps off the lines")
  func corner() throws {
    let formula = AnnotatedFormula(
      #"y=\cssId{term}{P\,\cssId{log}{\log\cssId{ratio}{\frac{P}{Q}}}}"#, size: 30
    ) {
      for part in ["ratio", "log", "term"] {
        FormulaNote(part, .under) {
          Text("note")
          Text("and more")
        }
      }
    }.corner { Text("in the corner") }
    let scene = try formula.scene(width: 500).scene
    let corner = try #require(scene.texts().first { $0.text == "in the corner" }).ink
    let notes = scene.texts().filter { $0.text == "and more" }.map(\.ink)
    #expect(abs(corner.minY - (notes.map(\.minY).max() ?? 0)) < 4)
    for name in ["ratio", "log", "term"] {
      #expect(segments(name, in: scene).allSatisfy { !$0.intersects(corner) }, "\(name)")
    }
  }

  @Test("Content that is too high for the corner makes the whole higher")
  func highCorner() throws {
    func scene(_ lines: Int) throws -> Scene {
      try AnnotatedFormula(#"\cssId{a}{A}"#, size: 20) {
        FormulaNote("a", .under) { Text("note") }
      }.corner {
        for line in 0..<lines { Text("line \(line)") }
      }.scene(width: 300).scene
    }
    let (low, high) = (try scene(1), try scene(12))
    #expect(high.size.height > low.size.height + 100)
    #expect(high.texts().allSatisfy { $0.ink.maxY <= high.size.height })
  }
}
