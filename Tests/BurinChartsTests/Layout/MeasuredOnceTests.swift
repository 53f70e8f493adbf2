import BurinCharts
import BurinGeometry
import BurinScene
import BurinText
import Synchronization
import Testing

/// Content that counts what it is asked, as wide as a chart or as its own four points.
private struct Probe: PrimitiveContent {
  final class Tally: Sendable {
    private let count = Mutex(0)
    var questions: Int { count.withLock { $0 } }
    func add() { count.withLock { $0 += 1 } }
  }

  var tally: Tally
  var isFlexible: Bool

  func block(in context: LayoutContext) -> any Block {
    ProbeBlock(tally: tally, isFlexible: isFlexible)
  }
}

private struct ProbeBlock: Block {
  var tally: Probe.Tally
  var isFlexible: Bool
  var horizontal: Flexibility { isFlexible ? .flexible(1) : .fixed }
  var vertical: Flexibility { isFlexible ? .flexible(1) : .fixed }

  func size(_ proposal: ProposedSize) -> Size {
    tally.add()
    guard isFlexible else { return Size(4, 4) }
    let width = proposal.width ?? 40
    return Size(width, proposal.height ?? width / 3)
  }

  func plotInsets(in size: Size) -> Insets? {
    tally.add()
    return isFlexible ? Insets(1.1) : nil
  }

  func firstBaseline(in size: Size) -> Double? {
    tally.add()
    return size.height / 3
  }

  func draw(in rect: Rect, plotInsets: Insets?) -> Drawing {
    tally.add()
    return Drawing()
  }
}

/// A way to put content into other content.
private enum Nesting: String, CaseIterable, CustomTestStringConvertible {
  case row, column, rowsAndColumns, baselines, grid, cards, shares, frames

  var testDescription: String { rawValue }

  func wrap(_ content: AnyContent, level: Int) -> any FigureContent {
    switch self {
    case .row: HStack { content }
    case .column: VStack { content }
    case .rowsAndColumns where level % 2 == 0: HStack { content }
    case .rowsAndColumns: VStack { content }
    case .baselines:
      HStack(alignment: .firstBaseline) {
        content
        Text("a")
      }
    case .grid: Grid(columns: 1) { content }
    case .cards: VStack { content.card(padding: 0.3) }
    case .shares:
      HStack(spacing: 1.0 / 3) {
        content.layoutWeight(3)
        VStack { Spacer(0.1) }.layoutWeight(0.7)
      }
    case .frames: VStack { content.frame(height: 200 - 3.1 * Double(level)) }
    }
  }

  func nest(_ content: any FigureContent, depth: Int) -> AnyContent {
    (0..<depth).reversed().reduce(AnyContent(content)) { AnyContent(wrap($0, level: $1)) }
  }
}

@Suite("Everything is measured once")
struct MeasuredOnceTests {
  private func questions(_ nesting: Nesting, depth: Int, isFlexible: Bool) throws -> Int {
    let tally = Probe.Tally()
    let probe = Probe(tally: tally, isFlexible: isFlexible)
    _ = try nesting.nest(probe, depth: depth).scene(width: 611.7)
    return tally.questions
  }

  @Test(
    "Twelve stacks within each other ask at most three times as much as one",
    arguments: Nesting.allCases, [true, false])
  fileprivate func depth(nesting: Nesting, isFlexible: Bool) throws {
    let once = try questions(nesting, depth: 1, isFlexible: isFlexible)
    let nested = try questions(nesting, depth: 12, isFlexible: isFlexible)
    #expect(nested <= 3 * once, "\(once) questions in one stack, \(nested) in twelve")
  }

  private func counts(_ content: some FigureContent, width: Double = 640) throws -> LayoutCounts {
    let context = try LayoutContext()
    let block = try VStack { content }.block(in: context)
    let size = try block.size(ProposedSize(width: width))
    _ = try block.draw(
      in: Rect(x: 24.1, y: 36.7, width: width, height: size.height), plotInsets: nil)
    return context.counts
  }

  private func chart(_ top: Double) -> Chart {
    Chart {
      for x in 0...3 {
        LineMark(x: .value("x", x), y: .value("y", top * Double(x)))
      }
    }
    .chartTitle("up to \(top) of $y^2$")
    .chartXAxisLabel("time in s")
  }

  @Test("A chart is solved once, however deep it lies", arguments: Nesting.allCases)
  fileprivate func solver(nesting: Nesting) throws {
    #expect(try counts(nesting.nest(chart(1).frame(height: 150), depth: 1)).solvedCharts <= 1)
    #expect(try counts(nesting.nest(chart(1).frame(height: 150), depth: 6)).solvedCharts <= 1)
  }

  @Test("Charts that share their sides are solved once each")
  func sharedSides() throws {
    let column = VStack {
      Text("above").card()
      HStack {
        chart(1)
        VStack {
          chart(10)
          chart(100)
        }
        .card()
      }
      chart(1000).padding(3.3)
    }
    #expect(try counts(column).solvedCharts == 4)
    let grid = Grid(columns: 2) {
      for top in [1.0, 20, 300, 4000] { chart(top) }
    }
    #expect(try counts(grid).solvedCharts == 4)
  }

  @Test("Every text is shaped once and every formula set once")
  func texts() throws {
    let content = HStack {
      VStack {
        chart(1)
        Text("a note on $y^2$ and on $P(x)$").card()
      }
      Grid(columns: 2) {
        chart(1)
        chart(20)
        Chart {
          for name in ["one", "two", "three"] {
            BarMark(x: .value("name", name), y: .value("y", 3)).annotation { Text("$P(x)$") }
          }
        }
        Table(columns: [.init("one"), .init("$P(x)$")]) { TableRow("two", "$y^2$") }
      }
    }
    let counts = try counts(content, width: 1200)
    #expect(counts.texts > 20)
    #expect(counts.shapedTexts == counts.texts)
    #expect(counts.formulas >= 2)
    #expect(counts.setFormulas == counts.formulas)
  }

  @Test("Many long texts take no more than the memo's bytes")
  func bound() throws {
    let watch = RenderWatch(RenderLimits(text: 2_000_000))
    let context = try RenderWatch.$current.withValue(watch) { try LayoutContext() }
    let word = String(repeating: "a long title ", count: 400)
    for index in 0..<200 {
      let block = try Text("\(index) \(word)").block(in: context)
      _ = try block.size(ProposedSize(width: 300))
    }
    #expect(context.counts.shapedTexts == 200)
    #expect(context.counts.texts < 200)
    #expect(context.counts.bytes > 0)
    #expect(context.counts.bytes <= 32 << 20)
  }
}
