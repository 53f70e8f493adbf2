import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Many marks as one item")
struct MarkColumnsTests {
  /// The drawn shapes of a chart's marks, whether they stand alone or in columns.
  private func shapes(_ chart: Chart) throws -> [PathItem] {
    try chart.scene(width: 400, height: 300).scene.leaves.compactMap { leaf in
      guard leaf.roles.contains(.mark), case .path(let path) = leaf.item else { return nil }
      return path
    }
  }

  private func columns(_ chart: Chart) throws -> [Int] {
    var counts: [Int] = []
    try chart.scene(width: 400, height: 300).scene.items.walk { visit in
      if let count = visit.item.columnCount { counts.append(count) }
      return .inward
    }
    return counts
  }

  @Test("More points than 256 of one style are one item, in the places of single ones")
  func points() throws {
    func chart(_ named: Bool) -> Chart {
      Chart {
        for i in 0..<300 {
          let mark = PointMark(x: .value("x", Double(i % 17)), y: .value("y", Double(i % 23)))
            .foregroundStyle(by: .value("k", "\(i % 3)"))
            .symbolSize(by: .value("s", Double(i % 5)))
          // A name of its own makes each a run of its own.
          if named { mark.named("p\(i)") } else { mark }
        }
      }
    }
    #expect(try columns(chart(false)) == [300])
    #expect(try columns(chart(true)) == [])
    let (many, single) = (try shapes(chart(false)), try shapes(chart(true)))
    #expect(many.count == single.count)
    for (a, b) in zip(many, single) {
      let (one, other) = (try #require(a.path.bounds), try #require(b.path.bounds))
      #expect(one.contains(other, tolerance: 1e-9) && other.contains(one, tolerance: 1e-9))
      #expect(a.fill == b.fill)
    }
  }

  @Test("More bars than 256 are one item, in the places of single ones")
  func bars() throws {
    func chart(_ named: Bool) -> Chart {
      Chart {
        for i in 0..<300 {
          let mark = BarMark(x: .value("x", i), y: .value("y", Double(i % 23) - 4))
          if named { mark.named("b\(i)") } else { mark }
        }
      }
    }
    #expect(try columns(chart(false)) == [300])
    let (many, single) = (try shapes(chart(false)), try shapes(chart(true)))
    #expect(many.count == single.count)
    for (a, b) in zip(many, single) {
      let (one, other) = (try #require(a.path.bounds), try #require(b.path.bounds))
      #expect(one.contains(other, tolerance: 1e-9) && other.contains(one, tolerance: 1e-9))
      #expect(a.fill == b.fill)
    }
  }

  @Test("The cells of a heat map are one item")
  func cells() throws {
    let chart = Chart {
      for i in 0..<400 {
        RectangleMark(x: .value("x", i % 20), y: .value("y", i / 20))
          .foregroundStyle(by: .value("v", Double(i)))
      }
    }
    #expect(try columns(chart) == [400])
  }

  @Test("Points beyond a given domain are left out and counted")
  func outside() throws {
    let drawing = try Chart {
      for i in 0..<300 { PointMark(x: .value("x", Double(i)), y: .value("y", 1.0)) }
    }.chartXScale(domain: 0...199).scene(width: 400, height: 300)
    #expect(drawing.diagnostics.contains { $0.message.contains("100 of 300 points") })
  }
}
