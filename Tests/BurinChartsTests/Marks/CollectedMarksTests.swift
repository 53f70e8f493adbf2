import BurinCharts
import BurinGeometry
import BurinScene
import Testing

private struct Row {
  var x: Double
  var y: Double
  var name: String
}

@Suite("Marks that are collected together")
struct CollectedMarksTests {
  private let rows: [Row] = (0..<40).map { (index: Int) -> Row in
    let y: Double = index == 7 ? Double.nan : Double(index * index % 11)
    return Row(x: Double(index), y: y, name: index % 3 == 0 ? "a" : "b")
  }

  private func expectSame(
    _ one: Chart, _ other: Chart, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let (one, other) = (try Drawn(one), try Drawn(other))
    #expect(one.scene.text == other.scene.text, sourceLocation: location)
    #expect(one.diagnostics == other.diagnostics, sourceLocation: location)
    #expect(!one.scene.leaves.isEmpty, sourceLocation: location)
  }

  @Test("Marks of equal modifiers are those of one modifier around all of them")
  func sharedStyles() throws {
    try expectSame(
      Chart {
        ForEach(rows.indices) { index in
          PointMark(x: .value("x", rows[index].x), y: .value("y", rows[index].y))
            .symbolSize(12).opacity(0.5)
        }
      },
      Chart {
        Plot {
          for row in rows { PointMark(x: .value("x", row.x), y: .value("y", row.y)) }
        }
        .symbolSize(12).opacity(0.5)
      })
  }

  @Test("A mark among others is drawn as it is alone, whatever differs")
  func boundaries() throws {
    func items(_ indices: [Int]) throws -> [SceneItem] {
      let chart = Chart {
        ForEach(indices, id: \.self) { index in
          let x = PlottableValue.value("x", rows[index].x)
          let mark = PointMark(x: x, y: .value(index == 33 ? "other" : "y", rows[index].y))
          switch index {
          case 10..<14: mark.opacity(0.5)
          case 14..<18: mark.foregroundStyle(.red)
          case 18: mark.symbol(.square)
          case 22: mark.symbolSize(100)
          case 25: mark.zIndex(0).accessibilityLabel("this one")
          case 26: mark.offset(x: 3)
          case 30: RectangleMark(x: x, y: .value("y", rows[index].y), width: 4, height: 4)
          default: mark
          }
        }
      }
      .chartXScale(domain: 0...39).chartYScale(domain: 0...11)
      .chartXAxis(.hidden).chartYAxis(.hidden)
      return try Drawn(chart).scene.leaves.filter { $0.path.contains("mark") }.map(\.item)
    }
    let indices = rows.indices.filter { $0 != 7 }
    let alone = try indices.flatMap { try items([$0]) }
    #expect(alone.count >= indices.count)
    #expect(try items(Array(rows.indices)) == alone)
  }

  @Test("Constants that cannot be drawn are told of once, and change nothing")
  func constants() throws {
    let drawn = try Drawn(
      Chart {
        ForEach(rows.indices) { index in
          PointMark(x: .value("x", rows[index].x), y: .value("y", rows[index].x))
            .symbolSize(-1).lineStyle(width: .nan)
        }
      })
    let plain = try Drawn(
      Chart {
        ForEach(rows.indices) { index in
          PointMark(x: .value("x", rows[index].x), y: .value("y", rows[index].x))
        }
      })
    #expect(drawn.scene.leaves.count == plain.scene.leaves.count)
    #expect(drawn.diagnostics.count { "\($0)".contains("symbolSize") } == 1)
    #expect(drawn.diagnostics.count { "\($0)".contains("lineStyle of") } == 1)
  }

  @Test("Fields of a plot are the fields of its marks, alone and beside other marks")
  func fields() throws {
    for isBeside in [false, true] {
      try expectSame(
        Chart {
          if isBeside { AreaMark(x: .value("x", 4), y: .value("y", 1)) }
          AreaPlot(rows, x: .value("x", \.x), y: .value("y", \.y))
            .foregroundStyle(by: .value("name", \.name)).opacity(0.5)
        },
        Chart {
          if isBeside { AreaMark(x: .value("x", 4), y: .value("y", 1)) }
          for row in rows {
            AreaMark(x: .value("x", row.x), y: .value("y", row.y))
              .foregroundStyle(by: .value("name", row.name)).opacity(0.5)
          }
        })
    }
  }

  @Test("Stacked series of equal, shifted, repeated and unsorted places stack by their numbers")
  func stacks() throws {
    func chart(_ places: [[Double]]) throws -> [[Double]] {
      let drawn = try Drawn(
        Chart {
          for (series, xs) in places.enumerated() {
            for x in xs {
              AreaMark(x: .value("x", x), y: .value("y", 1))
                .foregroundStyle(by: .value("series", "s\(series)"))
            }
          }
        })
      return drawn.scene.leaves.compactMap { leaf in
        guard case .path(let item) = leaf.item, item.fill != nil,
          let bounds = item.path.bounds, bounds.width > 100
        else { return nil }
        return [bounds.minX, bounds.maxX, bounds.height]
      }
    }
    let sorted = try chart([[0, 1, 2, 3], [0, 1, 2, 3]])
    let unsorted = try chart([[3, 1, 0, 2], [0, 1, 2, 3]])
    #expect(!sorted.isEmpty && sorted == unsorted)
    // Twice the value where a place comes twice, so the axis reaches higher.
    let repeated = try chart([[0, 1, 1, 2, 3], [0, 1, 2, 3]])
    #expect(repeated.count == sorted.count && repeated != sorted)
  }

  @Test("Modifiers end with their content, in whatever order equal and other ones come")
  func ends() throws {
    func mark(_ index: Int) -> PointMark {
      PointMark(x: .value("x", Double(index)), y: .value("y", Double(index % 5)))
    }
    func opacity(_ index: Int) -> Double { index % 4 < 2 ? 0.25 : 0.75 }
    // The same constants at the same depth, below others and beside fields.
    let nested = Chart {
      ForEach(0..<24) { index in
        Plot {
          mark(index).opacity(opacity(index)).symbolSize(20)
          mark(index + 30).symbolSize(20)
        }
        .opacity(index < 12 ? 1 : 0.5)
        mark(index + 60).foregroundStyle(by: .value("k", "a")).opacity(opacity(index))
        mark(index + 90).opacity(opacity(index))
      }
    }
    // Each combination once, as a constant of its own.
    let plain = Chart {
      for index in 0..<24 {
        let around = index < 12 ? 1 : 0.5
        mark(index).symbolSize(20).opacity(opacity(index) * around)
        mark(index + 30).symbolSize(20).opacity(around)
        AnyChartContent(mark(index + 60).opacity(opacity(index)))
          .foregroundStyle(by: .value("k", "a"))
        Plot { mark(index + 90) }.opacity(opacity(index))
      }
    }
    try expectSame(nested, plain)
  }

  @Test("A modifier without a use is named once, with all marks that it has none for")
  func unused() throws {
    let drawn = try Drawn(
      Chart {
        ForEach(0..<12) { index in
          Plot {
            PointMark(x: .value("x", index), y: .value("y", index)).opacity(0.5)
            LineMark(x: .value("x", index), y: .value("y", index)).opacity(0.5)
          }
          .cornerRadius(2)
        }
      })
    let notes = drawn.diagnostics.filter { $0.contains("cornerRadius") }
    #expect(notes.count == 1)
    #expect(notes.allSatisfy { $0.contains("point") && $0.contains("line") })
    #expect(!drawn.diagnostics.contains { $0.contains("opacity has no effect") })
  }
}
