import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Lines, symbols and outlines of marks")
struct MarkLookTests {
  @Test("A stroke style sets width, ends, corners and dashes")
  func strokes() throws {
    let drawn = try Drawn(
      Chart {
        Plot {
          for x in 0..<3 { LineMark(x: .value("x", x), y: .value("y", x)) }
        }
        .lineStyle(
          .init(lineWidth: 3, lineCap: .square, lineJoin: .bevel, dash: [5, 3], dashPhase: 2))
        RuleMark(y: .value("y", 1)).lineStyle(StrokeStyle(lineWidth: 2, lineCap: .round))
      })
    let line = try #require(drawn.paths("line").first?.stroke)
    #expect(line.width == 3)
    #expect(line.cap == .square)
    #expect(line.join == .bevel)
    // Two points into a dash of five: three are left, the two come last.
    #expect(line.dash == [3, 3, 2, 0])
    let rule = try #require(drawn.paths("rule").first?.stroke)
    #expect(rule.cap == .round)
    #expect(rule.width == 2)
    let miter = try Drawn(
      Chart { RuleMark(y: .value("y", 1)).lineStyle(StrokeStyle(miterLimit: 2)) })
    #expect(miter.diagnostics.contains { $0.contains("miterLimit") })
  }

  @Test("Dashes begin at their phase: the lengths of a period stay the same")
  func phases() throws {
    for (phase, expected) in [
      (0.0, [4.0, 2]), (4, [0, 2, 4, 0]), (5, [0, 1, 4, 1]), (6, [4, 2]), (-1, [0, 1, 4, 1]),
    ] {
      let drawn = try Drawn(
        Chart {
          RuleMark(y: .value("y", 1))
            .lineStyle(StrokeStyle(dash: [4, 2], dashPhase: phase))
        })
      let dash = try #require(drawn.paths("rule").first?.stroke?.dash)
      #expect(dash == expected, "\(phase)")
      #expect(dash.reduce(0, +) == 6)
    }
  }

  @Test("A cardinal curve has the tangents of its neighbours' chord")
  func cardinal() throws {
    let points = [Point(0, 0), Point(1, 2), Point(3, 2), Point(4, 0)]
    let path = InterpolationMethod.cardinal.path(through: points)
    // At the second point the tangent is half of (3, 2) - (0, 0), a third of it the control point.
    guard case .cubic(let control, _, _) = path.elements[2] else {
      Issue.record("no curve")
      return
    }
    #expect(control.distance(to: Point(1 + 3.0 / 6, 2 + 2.0 / 6)) < 1e-12)
    let tight = InterpolationMethod.cardinal(tension: 1).path(through: points)
    let line = try #require(tight.flattened(tolerance: 0.001).first)
    // Full tension leaves straight lines.
    #expect(
      line.allSatisfy { point in
        zip(points, points.dropFirst()).contains { a, b in
          abs((b - a).dx * (point - a).dy - (b - a).dy * (point - a).dx) < 1e-6
        }
      })
    #expect(
      InterpolationMethod.catmullRom(alpha: 0.5).path(through: points)
        == InterpolationMethod.catmullRom.path(through: points))
    // Equal steps are a cardinal curve without tension, but at the ends.
    guard
      case .cubic(let a, let b, _) = InterpolationMethod.catmullRom(alpha: 0)
        .path(through: points).elements[2], case .cubic(let c, let d, _) = path.elements[2]
    else {
      Issue.record("no curve")
      return
    }
    #expect(a.distance(to: c) < 1e-12)
    #expect(b.distance(to: d) < 1e-12)
  }

  @Test("Symbols are filled or lines, standard or of one's own, and stand on lines")
  func symbols() throws {
    struct Wedge: ChartSymbolShape {
      func path(in rect: Rect) -> Path {
        .polyline(
          [Point(rect.minX, rect.minY), Point(rect.maxX, rect.minY), Point(rect.midX, rect.maxY)],
          closed: true)
      }
    }
    let drawn = try Drawn(
      Chart {
        PointMark(x: .value("x", 1), y: .value("y", 1)).symbol(.pentagon)
        PointMark(x: .value("x", 2), y: .value("y", 1)).symbol(Wedge()).symbolSize(400)
        PointMark(x: .value("x", 3), y: .value("y", 1))
          .symbol(Circle().strokeBorder(lineWidth: 3)).symbolSize(400)
        PointMark(x: .value("x", 4), y: .value("y", 1)).symbol(.cross)
        for x in 1..<4 {
          LineMark(x: .value("x", x), y: .value("y", 2)).symbol(.square.strokeBorder(lineWidth: 1))
        }
      })
    let points = drawn.paths("point")
    #expect(points[0].path.elements.count == 6)
    #expect(points[1].path.elements.count == 4)
    let diameter = 2 * (400 / Double.pi).squareRoot()
    #expect(abs((points[1].path.bounds?.width ?? 0) - diameter) < 1e-9)
    #expect(points[2].fill == nil)
    #expect(points[2].stroke?.width == 3)
    // The line lies within the disc of the symbol's area.
    #expect(abs((points[2].path.bounds?.width ?? 0) - (diameter - 3)) < 1e-9)
    #expect(points[3].path.elements.count == 13)
    #expect(drawn.paths("line").count == 4)
  }

  @Test("Many points of symbols without columns are drawn one by one")
  func columns() throws {
    let drawn = try Drawn(
      Chart {
        for x in 0..<300 {
          PointMark(x: .value("x", x), y: .value("y", x % 7)).symbol(.asterisk)
        }
      })
    #expect(drawn.paths("point").count == 300)
  }

  @Test("A point's size is an area, or a width and a height")
  func sizes() throws {
    let drawn = try Drawn(
      Chart {
        PointMark(x: .value("x", 1), y: .value("y", 1)).symbolSize(60)
        PointMark(x: .value("x", 2), y: .value("y", 1)).symbolSize(width: 20, height: 8)
        PointMark(x: .value("x", 3), y: .value("y", 1)).symbolSize(width: 10, height: 10)
      })
    let boxes = drawn.outlines("point")
    #expect(abs(boxes[0].width - 2 * (60 / Double.pi).squareRoot()) < 1e-9)
    #expect(abs(boxes[1].width - 20) < 1e-9)
    #expect(abs(boxes[1].height - 8) < 1e-9)
    #expect(abs(boxes[2].width - 10) < 1e-9)
  }

  @Test("A mark is cut at a shape over its rectangle")
  func clips() throws {
    let drawn = try Drawn(
      Chart {
        BarMark(x: .value("x", "a"), y: .value("y", 3), width: 40).clipShape(Capsule())
      })
    let bar = try #require(drawn.outlines("bar").first)
    let clips = drawn.scene.text.contains("clip")
    #expect(clips)
    // The corner is cut, the middle of the end is there.
    #expect(bar.width < bar.height)
    let group = try #require(
      drawn.group { $0.clip?.bounds.map { abs($0.width - bar.width) < 1e-6 } == true })
    #expect(group.clip == .roundedRect(bar, radius: bar.width / 2))
  }

  @Test("Marks are moved, ordered and told to readers")
  func effects() throws {
    let plain = try Drawn(
      Chart {
        BarMark(x: .value("x", "a"), y: .value("y", 3))
        BarMark(x: .value("x", "b"), y: .value("y", 2))
      })
    let drawn = try Drawn(
      Chart {
        BarMark(x: .value("x", "a"), y: .value("y", 3)).zIndex(1).named("first")
          .accessibilityLabel("A").accessibilityValue("3 of 5")
        BarMark(x: .value("x", "b"), y: .value("y", 2)).offset(x: 4, y: -2).named("second")
      })
    let names = drawn.scene.leaves.compactMap { leaf in
      leaf.trail.first { $0 == "mark first" || $0 == "mark second" }
    }
    #expect(names == ["mark second", "mark first"])
    let moved = try #require(drawn.outlines("second").first)
    let before = plain.outlines("bar")[1]
    #expect(abs(moved.minX - before.minX - 4) < 1e-9)
    #expect(abs(moved.minY - before.minY + 2) < 1e-9)
    #expect(drawn.group { $0.label == "A: 3 of 5" } != nil)
    #expect(try Scene(text: drawn.scene.text) == Scene(text: Scene(text: drawn.scene.text).text))
    #expect(drawn.scene.text.contains("label \"A: 3 of 5\""))
  }

  @Test("Content stands for symbols, on lines too, and joins them as before")
  func contents() throws {
    let drawn = try Drawn(
      Chart {
        for x in 0..<3 {
          LineMark(x: .value("x", x), y: .value("y", x)).symbol { Text("<\(x)>") }
        }
        PointMark(x: .value("x", 1), y: .value("y", 2)).symbol { Text("!") }
      })
    #expect(drawn.moves("line") == 1)
    let texts = drawn.scene.texts(below: "mark")
    #expect(texts.map(\.text) == ["<0>", "<1>", "<2>", "!"])
    // The second text stands in the middle of the line's ends.
    #expect(abs(texts[1].ink.midX - (texts[0].ink.midX + texts[2].ink.midX) / 2) < 1)
    #expect(abs(texts[1].ink.midX - texts[3].ink.midX) < 1)
  }

  @Test("Points of keys stand side by side within a band")
  func dodging() throws {
    let drawn = try Drawn(
      Chart {
        BarMark(x: .value("x", "a"), y: .value("y", 1))
        for key in ["k", "l"] {
          PointMark(x: .value("x", "a"), y: .value("y", 2)).position(by: .value("k", key))
        }
      })
    let band = try #require(drawn.outlines("bar").first)
    let points = drawn.centers("point")
    #expect(abs(points[0].x - (band.minX + band.width / 4)) < 0.01)
    #expect(abs(points[1].x - (band.minX + band.width * 3 / 4)) < 0.01)
    let none = try Drawn(
      Chart {
        PointMark(x: .value("x", 1), y: .value("y", 2)).position(by: .value("k", "k"))
      })
    #expect(none.diagnostics.contains { $0.contains("position(by:) has no effect on points") })
  }

  @Test("The ends of bars, rules and rectangles are moved by points; other marks say no")
  func endOffsets() throws {
    func box(_ mark: some ChartContent) throws -> Rect {
      let drawn = try Drawn(
        Chart {
          BarMark(x: .value("x", "z"), y: .value("y", 4)).named("other")
          mark.named("one")
        })
      #expect(drawn.diagnostics.filter { $0.contains("offset") } == [])
      let item = try #require(drawn.paths("one").first)
      return try #require(item.path.bounds)
    }
    let bar = BarMark(x: .value("x", "a"), y: .value("y", 2))
    let plain = try box(bar)
    // A bar starts at zero, which is its lower end.
    var moved = try box(bar.offset(yStart: 3, yEnd: -7))
    #expect(abs(moved.maxY - plain.maxY - 3) < 1e-9 && abs(moved.minY - plain.minY + 7) < 1e-9)
    #expect(abs(moved.minX - plain.minX) < 1e-9 && abs(moved.maxX - plain.maxX) < 1e-9)
    moved = try box(bar.offset(xStart: -2, xEnd: 5, y: 1))
    #expect(abs(moved.minX - plain.minX + 2) < 1e-9 && abs(moved.maxX - plain.maxX - 5) < 1e-9)
    #expect(abs(moved.minY - plain.minY - 1) < 1e-9)
    // A rule over the plot starts at its upper edge, and may leave the plot.
    let rule = RuleMark(x: .value("x", "a"))
    let whole = try box(rule)
    let higher = try box(rule.offset(yStart: -10))
    #expect(abs(higher.minY - whole.minY + 10) < 1e-9 && higher.maxY == whole.maxY)
    let line = try Drawn(
      Chart { LineMark(x: .value("x", 1), y: .value("y", 2)).offset(yStart: -10) })
    #expect(line.diagnostics.contains { $0.contains("offset of ends has no effect on line") })
  }

  @Test("A mask shows marks within other marks only")
  func masks() throws {
    let drawn = try Drawn(
      Chart {
        BarMark(x: .value("x", "a"), y: .value("y", 4)).mask {
          RectangleMark(yStart: .value("y", 1), yEnd: .value("y", 2))
        }
        BarMark(x: .value("x", "b"), y: .value("y", 4))
      }.chartYScale(domain: 0...4))
    let whole = drawn.outlines("bar")[1]
    let seen = drawn.rects("bar")[0]
    #expect(abs(seen.maxY - (whole.maxY - whole.height / 4)) < 0.1)
    #expect(abs(seen.minY - (whole.maxY - whole.height / 2)) < 0.1)
  }

  @Test("A radius that was asked for rounds the whole bar, and nothing within a stack")
  func corners() throws {
    func curves(_ path: Path) -> Int {
      path.elements.count { if case .cubic = $0 { true } else { false } }
    }
    let one = try Drawn(
      Chart { BarMark(x: .value("x", "a"), y: .value("y", 3)).cornerRadius(5, style: .circular) })
    #expect(one.paths("bar").map { curves($0.path) } == [4])
    let stack = try Drawn(
      Chart {
        Plot {
          for key in ["k", "l", "m"] {
            BarMark(x: .value("x", "a"), y: .value("y", 3)).foregroundStyle(by: .value("k", key))
          }
        }.cornerRadius(5)
      })
    #expect(stack.paths("bar").map { curves($0.path) } == [2, 0, 2])
  }

  @Test("Marks side by side take the span that was given")
  func spans() throws {
    let drawn = try Drawn(
      Chart {
        Plot {
          for key in ["k", "l"] {
            BarMark(x: .value("x", "a"), y: .value("y", 3))
              .position(by: .value("k", key), axis: .horizontal, span: 60)
          }
        }
      })
    let bars = drawn.outlines("bar")
    // Two halves of 60 points, with at most 1.5 points of room on each side.
    #expect(bars[1].maxX - bars[0].minX <= 60)
    #expect(bars[1].maxX - bars[0].minX > 56)
    let other = try Drawn(
      Chart {
        BarMark(x: .value("x", "a"), y: .value("y", 3))
          .position(by: .value("k", "k"), axis: .vertical)
      })
    #expect(other.diagnostics.contains { $0.contains("position(by:axis:)") })
  }
}

extension Drawn {
  /// The first group of which a condition is true.
  func group(_ isWanted: (SceneGroup) -> Bool) -> SceneGroup? {
    func search(_ items: [SceneItem]) -> SceneGroup? {
      for case .group(let group) in items {
        if isWanted(group) { return group }
        if let found = search(group.items) { return found }
      }
      return nil
    }
    return search(scene.items)
  }
}
