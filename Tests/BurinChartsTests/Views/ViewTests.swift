import BurinCharts
import BurinGeometry
import BurinScene
import Testing

/// A class that no other thread may see, as view models of apps are.
private final class Model { var names = ["a", "b"] }

@Suite("Custom views")
struct ViewTests {
  private struct Names: View {
    let model: Model
    var isLong = false

    var body: some View {
      Text("first")
      if isLong {
        ForEach(model.names, id: \.self) { Text($0) }
      } else {
        Text("short")
      }
      ForEach(0..<2) { Text("row \($0)") }
    }
  }

  private struct Single: View {
    var body: some View { Chart { PointMark(x: .value("x", 1), y: .value("y", 1)) } }
  }

  private struct Framed: ViewModifier {
    func body(content: Content) -> some View {
      content.padding(10)
      Text("below")
    }
  }

  private func lines(_ content: some View) throws -> [String] {
    try content.scene().scene.leaves.compactMap {
      if case .glyphs(let run) = $0.item { run.text } else { nil }
    }
  }

  @Test("A body of several statements is a list, from types that are not Sendable")
  func statements() throws {
    let model = Model()
    #expect(try lines(Names(model: model)) == ["first", "short", "row 0", "row 1"])
    #expect(
      try lines(Names(model: model, isLong: true)) == ["first", "a", "b", "row 0", "row 1"])
  }

  @Test("A stack lays out the statements of a body as its own content")
  func flattened() throws {
    let row = HStack(spacing: 5) { Names(model: Model()) }
    let bounds = try row.scene().scene.leaves.compactMap(\.canvasBounds)
    #expect(bounds.count == 4)
    for (left, right) in zip(bounds, bounds.dropFirst()) { #expect(left.maxX < right.minX) }
  }

  @Test("Loops of views have branches, literals, statements without content and loops within")
  func loops() throws {
    let rows = VStack {
      ForEach(0..<3) { row in
        let name = "row \(row)"
        Text(name)
        if row == 1 { Text("one") }
        switch row {
        case 0: Text("first")
        case 1: HStack { Text("middle") }
        default:
          Text("last")
          Text("of all")
        }
        ForEach(0..<row, id: \.self) { column in "\(row).\(column)" }
        for letter in ["a", "b"] where row == 2 { Text(letter) }
        if #available(macOS 99, *) { Text("now") } else { Text("then") }
        assert(row < 3)
      }
    }
    #expect(
      try lines(rows) == [
        "row 0", "first", "now", "row 1", "one", "middle", "1.0", "now", "row 2", "last", "of all",
        "2.0", "2.1", "a", "b", "now",
      ])
  }

  @Test("A modifier of several parts changes each")
  func distributed() throws {
    // 100 pt apart: three gaps of 0 and twice 50 pt of padding.
    let row = HStack(spacing: 0) { ForEach(0..<3) { _ in Text("a") }.padding(.horizontal, 50) }
    let left = try row.scene().scene.leaves.compactMap { $0.canvasBounds?.minX }
    let width = try HStack(spacing: 0) {
      Text("a")
      Text("a")
    }.scene().scene.leaves.compactMap { $0.canvasBounds?.minX }
    #expect(left.count == 3)
    #expect(abs((left[1] - left[0]) - (width[1] - width[0]) - 100) < 1e-6)
    #expect(abs((left[2] - left[1]) - (left[1] - left[0])) < 1e-6)
  }

  @Test("A custom view with a chart is drawn as the chart")
  func chart() throws {
    let own = try Single().scene().scene
    #expect(try own == Single().body.scene().scene)
    #expect(!own.leaves.isEmpty)
  }

  @Test("Settings of a chart reach it through a custom view")
  func configured() throws {
    #expect(try lines(Single().chartTitle("title")).contains("title"))
  }

  @Test("A view modifier, nothing, and an optional view")
  func wrapped() throws {
    #expect(try lines(Text("above").modifier(Framed())) == ["above", "below"])
    #expect(try lines(VStack { EmptyView() }).isEmpty)
    let absent: Text? = nil
    #expect(
      try lines(
        VStack {
          absent; Optional(Text("there")); AnyView(Text("any"))
        }) == ["there", "any"])
  }

  @Test("Empty views take no spacing")
  func spacing() throws {
    func height(_ content: some View) throws -> Double { try content.scene().scene.size.height }
    let two = VStack(spacing: 100) {
      Text("a")
      Text("b")
    }
    let with = VStack(spacing: 100) {
      Text("a")
      EmptyView()
      Text("b")
    }
    #expect(try height(two) == height(with))
  }

  private struct Centred: View {
    var body: some View {
      VStack {
        Text("a wide line of text")
        Text("i")
      }
    }
  }

  @Test("Stacks are centred in custom views and begin at the left on a page")
  func arrangement() throws {
    func middles(_ content: some View) throws -> [Double] {
      try content.scene().scene.leaves.compactMap { $0.canvasBounds?.midX }
    }
    let view = try middles(Centred())
    #expect(abs(view[0] - view[1]) < 1.5)
    let page = try middles(
      VStack {
        Text("a wide line of text")
        Text("i")
      })
    #expect(page[0] - page[1] > 30)
  }
}
