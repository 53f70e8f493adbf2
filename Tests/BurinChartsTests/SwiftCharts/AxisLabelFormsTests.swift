import BurinCharts
import BurinGeometry
import BurinScales
import BurinScene
import Testing

@Suite("Labels of axes in all documented forms")
struct AxisLabelFormsTests {
  private static let base = Chart {
    for n in stride(from: 0, through: 100, by: 10) {
      PointMark(x: .value("x", n), y: .value("y", n))
    }
  }
  .chartXScale(domain: 0...100).chartYScale(domain: 0...100)
  .chartXAxisLabel(.hidden).chartYAxisLabel(.hidden)

  /// What the label of each tick of an axis inks.
  private func labels(_ drawn: Drawn, _ axis: String) -> [Rect] {
    (0..<200).compactMap { index in
      Rect.union(
        of: drawn.leaves(of: "axis \(axis)").filter { $0.trail.contains("tick \(index + 1)") }
          .compactMap(\.canvasBounds))
    }
  }

  private func lines(_ drawn: Drawn, _ step: String) -> [Rect] {
    drawn.leaves(of: step).compactMap { leaf in
      if case .path(let item) = leaf.item { item.path.bounds } else { nil }
    }
  }

  @Test("A stroke goes with listed values and with formats, and shows grid lines and ticks")
  func strokes() throws {
    let stroke = StrokeStyle(lineWidth: 2, dash: [3, 1])
    for axis in [
      AxisMarks(values: [0, 50, 100], stroke: stroke),
      AxisMarks(format: .shortest, values: [0, 50, 100], stroke: stroke),
    ] {
      let drawn = try Drawn(Self.base.chartXAxis { axis }.chartYAxis(.hidden))
      #expect(drawn.ticks("x") == ["0", "50", "100"])
      #expect(lines(drawn, "grid").count == 3)
      #expect(lines(drawn, "axis x ticks").count == 3)
    }
    let plain = try Drawn(
      Self.base.chartXAxis { AxisMarks(values: [0, 50, 100], stroke: nil) }.chartYAxis(.hidden))
    #expect(lines(plain, "grid").isEmpty)
  }

  @Test("Greedy labels leave out what touches one of a higher priority, or is too near")
  func greedy() throws {
    func shown(_ resolution: @escaping @Sendable (Int) -> AxisValueLabelCollisionResolution) throws
      -> [String]
    {
      let drawn = try Drawn(
        Self.base.chartXAxis {
          AxisMarks(values: Array(stride(from: 0, through: 100, by: 2))) { value in
            AxisValueLabel(
              "no \(value.as(Int.self) ?? 0)",
              collisionResolution: resolution(value.as(Int.self) ?? 0))
          }
        })
      return drawn.ticks("x").filter { !$0.isEmpty }
    }
    let usual = try shown { _ in .greedy }
    #expect(usual.first == "no 0" && usual.count > 3 && usual.count < 20)
    let special = try shown { .greedy(priority: $0 == 46 ? 1 : 0) }
    #expect(special.contains("no 46") && special.contains("no 0"))
    let wide = try shown { _ in .greedy(minimumSpacing: 60) }
    #expect(wide.count < usual.count)
  }

  @Test("Labels at the ends of an aligned axis move inwards, and others keep off them")
  func aligned() throws {
    let drawn = try Drawn(
      Self.base.chartXAxis {
        AxisMarks(preset: .aligned, values: Array(stride(from: 0, through: 100, by: 5))) { value in
          AxisValueLabel("value \(value.as(Int.self) ?? 0)")
        }
      })
    let boxes = labels(drawn, "x").sorted { $0.minX < $1.minX }
    #expect(boxes.count > 2)
    #expect(zip(boxes, boxes.dropFirst()).allSatisfy { $0.maxX < $1.minX })
  }

  @Test("A tick as long as its label has the label beside it, not under it")
  func longTicks() throws {
    let x = try Drawn(
      Self.base.chartXAxis {
        AxisMarks(values: [20, 60]) {
          AxisTick(length: .longestLabel)
          AxisValueLabel()
        }
      })
    for (label, tick) in zip(labels(x, "x"), lines(x, "axis x ticks")) {
      #expect(label.minX > tick.maxX && label.minX < tick.maxX + 8)
      #expect(tick.maxY > label.midY)
    }
    let y = try Drawn(
      Self.base.chartYAxis {
        AxisMarks(values: [20, 60]) {
          AxisTick(length: .label)
          AxisValueLabel()
        }
      })
    for (label, tick) in zip(labels(y, "y"), lines(y, "axis y ticks")) {
      #expect(label.maxY < tick.minY && label.maxY > tick.minY - 8)
    }
  }

  @Test("Labels inside the plot stand on their grid lines, below the one at its top")
  func inset() throws {
    let drawn = try Drawn(
      Self.base.chartYAxis {
        AxisMarks(preset: .inset, values: [0, 50, 100]) {
          AxisGridLine()
          AxisValueLabel()
        }
      })
    let boxes = labels(drawn, "y")
    let grid = lines(drawn, "grid").map(\.midY)
    try #require(boxes.count == 3 && grid.count == 3)
    #expect(boxes[0].maxY < grid[0] && boxes[1].maxY < grid[1])
    #expect(boxes[2].minY > grid[2])
  }

  @Test("Rows of labels of different heights align as asked")
  func rows() throws {
    func tops(_ alignment: Alignment?) throws -> [Rect] {
      let drawn = try Drawn(
        Self.base.chartXAxis {
          AxisMarks(values: [20, 60]) { value in
            AxisValueLabel(multiLabelAlignment: alignment) {
              if value.index == 0 { Text("one\ntwo") } else { Text("one") }
            }
          }
        })
      return labels(drawn, "x")
    }
    let usual = try tops(nil)
    #expect(abs(usual[0].minY - usual[1].minY) < 2)
    let low = try tops(.bottom)
    #expect(abs(low[0].maxY - low[1].maxY) < 3 && low[1].minY > low[0].minY + 8)
  }

  @Test("offsetsMarks says where it has no effect")
  func offsets() throws {
    func notes(_ preset: AxisMarkPreset, _ offsets: Bool?) throws -> Bool {
      try Drawn(
        Self.base.chartYAxis {
          AxisMarks(preset: preset) { AxisValueLabel(offsetsMarks: offsets) }
        }
      ).note("offsetsMarks")
    }
    #expect(try !notes(.automatic, true) && !notes(.automatic, nil) && !notes(.inset, false))
    #expect(try notes(.automatic, false) && notes(.inset, true))
  }
}
