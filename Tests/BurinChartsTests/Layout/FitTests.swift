import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Content that does not fit")
struct FitTests {
  private func message(_ content: some FigureContent, width: Double = 200) -> String {
    do {
      _ = try content.scene(width: width)
      return "fits"
    } catch {
      return "\(error)"
    }
  }

  @Test("A row wider than its place is an error that names the row and both widths")
  func row() {
    let row = HStack {
      Text("a text that stays in one line").frame(width: 120)
      Text("another").frame(width: 120)
    }
    #expect(
      message(row)
        == "the row of the text “a text that stays in one line”, the text “another” needs 256 pt of width but has only 144 pt; make the figure larger or the content smaller"
    )
  }

  @Test("Content higher than its frame is an error that names it")
  func frame() {
    let text = Text("one\ntwo\nthree\nfour").frame(height: 30)
    #expect(message(text).hasPrefix("the text “one two three four” needs "))
    #expect(message(text).contains("pt of height but has only 30 pt"))
  }

  @Test("A table wider than its place is an error that names its rows")
  func table() {
    let table = Table(columns: [.init("a rather long head"), .init("another long head")]) {
      TableRow("1", "2")
      TableRow("3", "4")
    }
    #expect(message(table).hasPrefix("the table with 2 rows needs "))
  }

  @Test("A child that cannot do with its share gets what it needs from its neighbours")
  func unequalNeeds() throws {
    let table = Table(columns: ["a", "b", "c", "d"].map { Table.Column("column \($0)") }) {
      TableRow("1", "2", "3", "4")
    }
    let row = HStack(spacing: 20) {
      VStack { table }.layoutWeight(1)
      Text("a text that may break into as many lines as it likes, word by word").layoutWeight(1)
    }
    let scene = try row.scene(width: 456).scene
    let cells = scene.texts(below: "table").map(\.ink.maxX)
    let text = scene.texts().filter { $0.text.hasPrefix("a text") }.map(\.ink.minX)
    #expect(try #require(cells.max()) < #require(text.min()))
    #expect(message(row, width: 250).hasPrefix("the row of the column of the table"))
  }

  @Test("Columns of a table stand closer before it does not fit")
  func closerColumns() throws {
    let table = Table(columns: [.init("first"), .init("second")], columnSpacing: 60) {
      TableRow("1", "2")
    }
    func heads(_ width: Double) throws -> [Double] {
      try VStack { table }.scene(width: width).scene.texts().prefix(2).map(\.ink.minX)
    }
    let (wide, narrow) = (try heads(400), try heads(200))
    #expect(wide[1] - wide[0] > narrow[1] - narrow[0] + 20)
    #expect(message(table, width: 130).hasPrefix("the table with 1 rows needs "))
  }

  @Test("Texts in the leading column of a table break between words before it does not fit")
  func brokenColumn() throws {
    let table = Table(columns: [.init("name"), .init("p", alignment: .trailing)]) {
      TableRow("a rather unremarkable afternoon", "0.333")
      TableRow("rain", "0.5")
    }
    func lines(_ width: Double) throws -> [String] {
      try VStack { table }.scene(width: width).scene.texts().map(\.text)
        .filter { "a rather unremarkable afternoon".contains($0) && $0.count > 3 }
    }
    #expect(try lines(400).count == 1)
    let broken = try lines(220)
    #expect(broken.count > 1 && broken.contains { $0.contains("unremarkable") })
    #expect(message(table, width: 150).hasPrefix("the table with 2 rows needs "))
  }

  @Test("Labels of x that come closer beside a long annotation keep within the page")
  func closerLabels() throws {
    let chart = Chart {
      PointMark(x: .value("q", 1), y: .value("loss", 1))
        .annotation(position: .trailing) { "a rather long label beside it" }
    }
    .chartXScale(domain: 0...1)
    .chartXAxis { AxisMarks(values: [0, 0.25, 0.5, 0.75, 1]) }
    .chartXAxisLabel("the probability")
    .frame(height: 200)
    let scene = try VStack { chart }.scene(width: 400).scene
    let lowest = try #require(scene.texts().map(\.ink.maxY).max())
    let title = try #require(scene.texts().first { $0.text == "the probability" })
    #expect(title.ink.maxY == lowest && lowest <= scene.size.height - 20)
  }

  @Test("A chart without room for its plot is an error that names the chart")
  func chart() {
    let chart = Chart { PointMark(x: .value("x", 1), y: .value("y", 1)) }
      .chartTitle("Tiny").frame(height: 40)
    #expect(message(chart).hasPrefix("the chart “Tiny” with its titles, labels and legend needs"))
  }

  @Test("A flexible child of a column that needs more than the column's width is told of")
  func flexibleChild() {
    let column = VStack {
      Table(columns: [.init("a rather long head"), .init("another long head")], fillsWidth: true) {
        TableRow("1", "2")
      }
    }
    #expect(message(column).hasPrefix("the column of the table with 1 rows needs "))
  }

  @Test("A table that fills the width shares it between its columns")
  func fillingTable() throws {
    func edges(fills: Bool) throws -> (Double, Double) {
      let table = Table(
        columns: [.init("a"), .init("b", alignment: .trailing)], fillsWidth: fills
      ) { TableRow("1", "2") }
      let scene = try table.layoutWeight(1).scene(width: 400).scene
      let rules = scene.leaves.filter { $0.trail.contains("decoration rule") }
        .compactMap(\.canvasBounds)
      return (rules.map(\.minX).min() ?? 0, rules.map(\.maxX).max() ?? 0)
    }
    let (natural, filled) = (try edges(fills: false), try edges(fills: true))
    #expect(natural.0 == filled.0)
    #expect(filled.1 - filled.0 > 3 * (natural.1 - natural.0))
  }

  @Test("A line of nothing but a formula stands level with a line of words beside it")
  func formulaLine() throws {
    let row = HStack(alignment: .top, spacing: 20) {
      VStack {
        Text("head")
        Text("words $x$")
      }
      VStack {
        Text("head")
        Text("$x$")
      }
    }
    let scene = try row.scene(width: 300).scene
    let baselines = scene.leaves.compactMap { leaf -> Double? in
      guard case .glyphs(let run) = leaf.item, ["𝑥", "x"].contains(run.text) else { return nil }
      return leaf.canvasBounds?.maxY
    }
    #expect(baselines.count == 2)
    #expect(abs((baselines.first ?? 0) - (baselines.last ?? 1)) < 0.01)
  }
}
