import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Looks of charts that apps draw")
struct ChartLookTests {
  private func value(_ value: Double) -> PlottableValue<Double> { .value("v", value) }

  @Test("Thin symbols have no rim, which would leave nothing of them", arguments: [true, false])
  func rims(_ isThin: Bool) throws {
    let symbols: [BasicChartSymbolShape] =
      isThin ? [.plus, .cross, .asterisk] : [.circle, .square]
    for symbol in symbols {
      let drawn = try Drawn(Chart { PointMark(x: value(1), y: value(2)).symbol(symbol) })
      let point = try #require(drawn.paths("point").first)
      #expect((point.stroke == nil) == isThin)
    }
  }

  @Test("A label stands on the bar that carries its mark, without a line back")
  func carried() throws {
    let drawn = try Drawn(
      Chart {
        BarMark(x: .value("k", "a"), yStart: value(0), yEnd: value(100)).opacity(0.3)
        RectangleMark(x: .value("k", "a"), y: value(30), height: 4)
          .annotation(position: .top) { Text("mean") }
      })
    let mark = try #require(drawn.rects("rectangle").first)
    let label = try #require(
      Rect.union(of: drawn.leaves(of: "annotation rectangle 1").compactMap(\.canvasBounds)))
    #expect(label.maxY <= mark.minY && label.maxY > mark.minY - 12)
    #expect(abs(label.midX - mark.midX) < 2)
    #expect(drawn.leaves(of: "annotation rectangle 1").count == 1)
  }

  @Test("A shape without text stays where it was put, and a label may touch it")
  func shapes() throws {
    let drawn = try Drawn(
      Chart {
        BarMark(x: .value("k", "a"), y: value(40))
        BarMark(x: .value("k", "b"), y: value(20))
          .annotation(position: .top, spacing: 0) {
            Rectangle().fill(.red).frame(width: 4, height: 16)
          }
          .annotation(position: .top, spacing: 16) { Text("Note") }
      })
    let bar = try #require(drawn.rects("bar 2").first)
    let paths = drawn.scene.leaves.filter { leaf in
      leaf.trail.contains { $0.hasPrefix("annotation") }
    }
    let red = try #require(
      paths.compactMap { leaf -> Rect? in
        guard case .path(let item) = leaf.item, item.fill != nil else { return nil }
        return leaf.canvasBounds
      }.first)
    #expect(abs(red.maxY - bar.minY) < 0.01 && abs(red.midX - bar.midX) < 0.01)
    let text = try #require(
      paths.compactMap { leaf -> Rect? in
        if case .glyphs = leaf.item { leaf.canvasBounds } else { nil }
      }.first)
    #expect(text.maxY < red.minY + 1 && text.maxY > red.minY - 12)
    #expect(abs(text.midX - bar.midX) < 2)
  }

  @Test("Stacked bars of one place have no ground between them")
  func seams() throws {
    let drawn = try Drawn(
      Chart { for part in [3.3, 4.7, 2.2] { BarMark(x: .value("k", "a"), y: value(part)) } })
    let bars = drawn.outlines("bar").sorted { $0.minY > $1.minY }
    try #require(bars.count == 3)
    #expect(bars[0].minY < bars[1].maxY - 0.4 && bars[1].minY < bars[2].maxY - 0.4)
    let pale = try Drawn(
      Chart {
        for part in [3.3, 4.7] { BarMark(x: .value("k", "a"), y: value(part)).opacity(0.5) }
      })
    let edges = pale.outlines("bar").sorted { $0.minY > $1.minY }
    #expect(abs(edges[0].minY - edges[1].maxY) < 0.01)
  }

  @Test("The axis of a stack around its middle lies at the edge, not at zero")
  func centered() throws {
    func line(_ stacking: MarkStackingMethod) throws -> Rect {
      let drawn = try Drawn(
        Chart {
          for n in 0..<4 {
            AreaMark(x: value(Double(n)), y: .value("y", Double(n + 2)), stacking: stacking)
          }
        }
        .chartYScale(domain: -5...5))
      return try #require(
        drawn.leaves(of: "decoration axis line").compactMap(\.canvasBounds).first)
    }
    #expect(try line(.center).midY > line(.standard).midY + 50)
  }

  @Test("Keys of one quantity stay together in a legend that needs two rows")
  func legendRows() throws {
    let drawn = try Drawn(
      Chart {
        for n in 0..<12 {
          PointMark(x: value(Double(n)), y: .value("y", n))
            .foregroundStyle(by: .value("Kind", ["first", "second", "third"][n % 3]))
            .symbolSize(by: .value("Size", n * 10))
        }
      }, width: 320)
    let rows = drawn.scene.leaves.filter { leaf in
      leaf.trail.contains { $0.hasPrefix("legend") }
    }.compactMap { leaf -> (text: String, y: Double)? in
      guard case .glyphs(let run) = leaf.item, let box = leaf.canvasBounds else { return nil }
      return (run.text, box.midY)
    }
    let size = try #require(rows.first { $0.text == "Size" })
    let numbers = rows.filter { Int($0.text) != nil }
    #expect(numbers.count > 1 && numbers.allSatisfy { abs($0.y - size.y) < 4 })
    #expect(abs(try #require(rows.first { $0.text == "third" }).y - size.y) > 8)
  }

  @Test("Labels below bars keep off the ticks of the axis there")
  func belowBars() throws {
    let drawn = try Drawn(
      Chart {
        for n in 1...4 {
          BarMark(x: value(Double(n)), y: .value("y", -23))
            .annotation(position: .bottom) { Text("−23") }
        }
      }
      .chartYScale(domain: -25...25))
    for n in 1...4 {
      let bar = try #require(drawn.rects("bar \(n)").first)
      let label = try #require(
        Rect.union(of: drawn.leaves(of: "annotation bar \(n)").compactMap(\.canvasBounds)))
      #expect(label.minY >= bar.maxY && abs(label.midX - bar.midX) < 2)
    }
  }

  @Test("A label that has to lie a little off its rule needs no line back")
  func offRule() throws {
    let drawn = try Drawn(
      Chart {
        for n in 0..<24 { BarMark(x: .value("k", n), y: .value("y", 8), width: .ratio(0.9)) }
        RuleMark(y: .value("y", 7.6)).annotation(position: .top, alignment: .trailing) {
          Text("average")
        }
      }
      .chartYScale(domain: 0...10))
    let parts = drawn.scene.leaves.filter { leaf in
      leaf.trail.contains { $0.hasPrefix("annotation") }
    }
    let rule = try #require(drawn.rects("rule").first)
    let label = try #require(Rect.union(of: parts.compactMap(\.canvasBounds)))
    #expect(label.maxY < rule.minY && label.maxY > rule.minY - 20)
    #expect(
      !parts.contains { leaf in
        guard case .path(let item) = leaf.item else { return false }
        return item.stroke != nil
      })
  }
}
