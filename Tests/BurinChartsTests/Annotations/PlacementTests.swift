import BurinCharts
import BurinGeometry
import BurinLint
import BurinScene
import Testing

@Suite("Placement of labels")
struct PlacementTests {
  private func scene(_ chart: Chart, width: Double = 640, height: Double = 360) throws -> Scene {
    try chart.frame(height: height).scene(width: width).scene
  }

  /// The ink of each annotation's text by the name of its mark.
  private func labels(_ scene: Scene) -> [String: Rect] {
    var result: [String: Rect] = [:]
    for leaf in scene.leaves {
      guard case .glyphs = leaf.item, leaf.roles.contains(.annotation),
        let bounds = leaf.canvasBounds,
        let step = leaf.trail.first(where: { $0.hasPrefix("annotation ") })
      else { continue }
      let name = String(step.dropFirst("annotation ".count))
      result[name] = result[name]?.union(bounds) ?? bounds
    }
    return result
  }

  private func line(_ x: [Double], _ y: @escaping (Double) -> Double) -> some ChartContent {
    ForEach(x, id: \.self) { LineMark(x: .value("x", $0), y: .value("y", y($0))) }
  }

  @Test("Callouts on a curve overlap neither each other nor the curve")
  func callouts() throws {
    let scene = try scene(
      Chart {
        LinePlot(x: "x", y: "y", domain: 0...10) { $0 * 2 }
        for x in [0.0, 1.4, 2, 10] {
          PointMark(x: .value("x", x), y: .value("y", 2 * x))
          CalloutMark(x: .value("x", x), y: .value("y", 2 * x), distance: 18) {
            Text("the point at \(x)\nlies on the line")
          }
        }
      })
    #expect(scene.lint([.textOverlap(), .textOnLine(), .cutOff()]) == [])
    #expect(labels(scene).count == 4)
  }

  @Test("A label that slides along its bar needs no leader")
  func slid() throws {
    let scene = try scene(
      Chart {
        BarMark(x: .value("x", "a"), y: .value("y", 9), width: 100)
          .position(by: .value("side", "left"))
        BarMark(x: .value("x", "a"), y: .value("y", 2), width: 24)
          .position(by: .value("side", "right")).named("low")
          .annotation(position: .top) { Text("0.002345") }
      }, width: 260)
    let bars = scene.leaves.filter { $0.trail.contains("plot") }.compactMap(\.canvasBounds)
    let label = try #require(labels(scene)["low"])
    #expect(bars.allSatisfy { !$0.intersects(label) })
    #expect(label.midX > bars[1].midX + 2)
    #expect(
      scene.leaves.allSatisfy { leaf in
        if case .path = leaf.item { !leaf.roles.contains(.annotation) } else { true }
      })
  }

  @Test("The leader of a large dot begins at its rim")
  func rim() throws {
    let scene = try scene(
      Chart {
        PointMark(x: .value("x", 1), y: .value("y", 1)).symbolSize(1256).named("dot")
          .annotation(position: .callout(distance: 30)) { Text("a large dot") }
      }
      .chartXScale(domain: 0...2).chartYScale(domain: 0...2))
    let dot = try #require(
      scene.leaves.first { $0.trail.contains("mark dot") }?.canvasBounds)
    let leader = try #require(
      scene.leaves.compactMap { leaf -> [Point]? in
        guard case .path(let item) = leaf.item, leaf.trail.contains("annotation dot"),
          item.fill == nil
        else { return nil }
        return item.path.flattened().first
      }.first { $0.count == 2 })
    #expect(leader.allSatisfy { $0.distance(to: dot.center) > 20 })
  }

  @Test("A label keeps its place while that is free and the figure changes by a per cent")
  func stability() throws {
    func places(_ factor: Double) throws -> [String: Rect] {
      labels(
        try scene(
          Chart {
            LinePlot(x: "x", y: "y", domain: 0...4) { $0 * $0 * factor }
            for x in [0.5, 1.5, 2.5, 3.5] {
              PointMark(x: .value("x", x), y: .value("y", x * x * factor)).named("at \(x)")
                .annotation { Text("value \(x)") }
            }
          }
          .chartYScale(domain: 0...20).chartXAxisLabel(.hidden).chartYAxisLabel(.hidden)))
    }
    let before = try places(1)
    let after = try places(1.01)
    #expect(before.count == 4)
    for (name, rect) in before {
      let moved = try #require(after[name]).center.distance(to: rect.center)
      #expect(moved < 3, "\(name) moved by \(moved) pt")
    }
  }

  @Test("A wished side that is taken gives way to the next place, without overlap")
  func crowded() throws {
    let scene = try scene(
      Chart {
        for index in 0..<8 {
          PointMark(x: .value("x", Double(index) * 0.15), y: .value("y", 1.0))
            .annotation(position: .top) { Text("a long label \(index)") }
        }
      }
      .chartXScale(domain: 0...4).chartYScale(domain: 0...2))
    #expect(scene.lint([.textOverlap(), .textOnLine(), .cutOff()]) == [])
  }

  @Test("Constraints hold: inside an area, right of a mark, off a curve")
  func constraints() throws {
    let scene = try scene(
      Chart {
        BandMark(x: "x", between: { _ in 3 }, and: { _ in 1 }, domain: 2...9)
          .foregroundStyle(.bad.tint(0.85)).named("band")
          .annotation { Text("inside the band") }
          .placement(.inside())
        PointMark(x: .value("x", 5.0), y: .value("y", 6.0)).named("A")
        PointMark(x: .value("x", 4.8), y: .value("y", 6.4)).named("B")
          .annotation(position: .leading) { Text("beside A") }
          .placement(.trailing(of: "A"))
        LinePlot(x: "x", y: "y", domain: 0...10) { 8 + $0 * 0 }.named("curve")
        PointMark(x: .value("x", 1.0), y: .value("y", 7.9)).named("C")
          .annotation(position: .top) { Text("under the curve") }
          .placement(.below("curve"), .clear(of: "curve"))
      }
      .chartYScale(domain: 0...9))
    let texts = labels(scene)
    let marks = Dictionary(
      scene.leaves.compactMap { leaf -> (String, Rect)? in
        guard leaf.roles.contains(.mark), let rect = leaf.canvasBounds else { return nil }
        return (leaf.trail.last.map { String($0.dropFirst("mark ".count)) } ?? "", rect)
      }, uniquingKeysWith: { $0.union($1) })
    let (band, a, curve) = (
      try #require(marks["band"]), try #require(marks["A"]), try #require(marks["curve"])
    )
    #expect(band.contains(try #require(texts["band"])))
    #expect(try #require(texts["B"]).minX >= a.center.x)
    #expect(try #require(texts["C"]).minY >= curve.maxY)
    #expect(scene.lint([.textOverlap(), .textOnLine(), .cutOff()]) == [])
  }

  @Test("A constraint that names no mark is an error, one that no place meets a diagnostic")
  func impossible() throws {
    func chart(_ constraint: PlacementConstraint) -> Chart {
      Chart {
        PointMark(x: .value("x", 0.0), y: .value("y", 1.0)).named("A")
        PointMark(x: .value("x", 1.0), y: .value("y", 0.0)).named("B")
          .annotation { Text("B") }.placement(constraint)
      }
    }
    #expect(throws: ChartError.unknownAnchor("C", known: ["A", "B"])) {
      try scene(chart(.above("C")))
    }
    let (_, notes) = try chart(.above("A")).scene()
    #expect(notes.map(\.message) == ["label “B” of B cannot be placed above A"])
    #expect(try chart(.below("A")).scene().diagnostics.isEmpty)
  }

  @Test("A halo lies under a label that a grid line would strike through, and under no other")
  func halo() throws {
    func hasHalo(_ y: Double, grid: Bool) throws -> Bool {
      let scene = try scene(
        Chart {
          PointMark(x: .value("x", 1.0), y: .value("y", y))
            .annotation(position: .trailing) { Text("label") }
        }
        .chartXScale(domain: 0...2).chartYScale(domain: 0...4)
        .chartYAxis {
          AxisMarks(values: [0, 2, 4]) { if grid { AxisGridLine() } }
        })
      return scene.leaves.contains { $0.trail.contains("decoration halo") }
    }
    #expect(try hasHalo(2, grid: true))
    #expect(try !hasHalo(2, grid: false))
    #expect(try !hasHalo(1, grid: true))
  }

  @Test("Labels keep off rectangles bounded both ways, and stand on those that span the plot")
  func rectangles() throws {
    func label(_ rectangle: RectangleMark) throws -> Rect {
      let scene = try scene(
        Chart {
          rectangle.foregroundStyle(.accent.tint(0.8))
          PointMark(x: .value("x", 1.0), y: .value("y", 1.0))
            .annotation(position: .trailing) { Text("HHHH") }
        }
        .chartXScale(domain: 0...2).chartYScale(domain: 0...2))
      return try #require(labels(scene)["point 1"])
    }
    let (start, end) = (PlottableValue.value("x", 1.02), PlottableValue.value("x", 1.6))
    let zone = try label(RectangleMark(xStart: start, xEnd: end))
    let tile = try label(
      RectangleMark(
        xStart: start, xEnd: end, yStart: .value("y", 0.5), yEnd: .value("y", 1.5)))
    #expect(zone.minX > 320)
    #expect(tile.maxX < 330)
  }

  @Test("A rectangle as thin as a line is a line to labels")
  func slivers() throws {
    let scene = try scene(
      Chart {
        RectangleMark(xStart: .value("x", 1.1), xEnd: .value("x", 1.105))
          .foregroundStyle(.accent.tint(0.4))
        PointMark(x: .value("x", 1.0), y: .value("y", 1.0))
          .annotation(position: .trailing) { Text("HHHHHHHHHH") }
      }
      .chartXScale(domain: 0...2).chartYScale(domain: 0...2))
    #expect(scene.lint([.textOnLine()]) == [])
  }

  @Test("Lines of a text lie at the side of their mark")
  func alignment() throws {
    func edges(_ position: AnnotationPosition) throws -> [Rect] {
      let scene = try scene(
        Chart {
          PointMark(x: .value("x", 1.0), y: .value("y", 1.0))
            .annotation(position: position) { Text("HHHHHHHH\nHH") }
        }
        .chartXScale(domain: 0...2).chartYScale(domain: 0...2))
      return scene.leaves.filter { $0.roles.contains(.annotation) }.compactMap(\.canvasBounds)
    }
    let right = try edges(.trailing)
    #expect(abs(right[0].minX - right[1].minX) < 0.5)
    let left = try edges(.leading)
    #expect(abs(left[0].maxX - left[1].maxX) < 0.5)
    let above = try edges(.top)
    #expect(abs(above[0].midX - above[1].midX) < 0.5)
  }

  @Test("The same chart is laid out the same every time")
  func determinism() throws {
    let chart = Chart {
      for index in 0..<40 {
        let (x, y) = (Double(index * 37 % 41), Double(index * 23 % 29))
        PointMark(x: .value("x", x), y: .value("y", y)).annotation { Text("label \(index)") }
      }
    }
    let first = try scene(chart)
    #expect(try (0..<3).allSatisfy { _ in try scene(chart) == first })
    #expect(first.lint([.textOverlap(), .cutOff()]) == [])
  }

  /// Points at places that look random, with labels of nine points.
  private func cloud(_ count: Int, width: Double) throws -> (scene: Scene, notes: [Diagnostic]) {
    var theme = Theme.standard
    theme.fonts[.label] = Theme.Font(9)
    let result = try Chart {
      for index in 0..<count {
        // Multiples of the golden ratio and of its square lie evenly without a pattern.
        let (x, y) = (Double(index) * 0.6180339887, Double(index * index) * 0.3819660113)
        PointMark(x: .value("x", x - x.rounded(.down)), y: .value("y", y - y.rounded(.down)))
          .symbolSize(20).annotation(spacing: 2) { Text("label \(index)") }
      }
    }
    .chartXScale(domain: 0...1).chartYScale(domain: 0...1)
    .chartXAxis(.hidden).chartYAxis(.hidden)
    .scene(width: width, height: width * 0.8, theme: theme)
    return (result.scene, result.diagnostics)
  }

  @Test("Two hundred points have their labels beside them, without overlap")
  func manyPoints() throws {
    let (scene, notes) = try cloud(200, width: 640)
    #expect(labels(scene).count == 200)
    // The labels are small, which a diagnostic says.
    #expect(notes.count == 1 && notes.first?.message.contains("9.0 pt high") == true)
    #expect(scene.lint([.textOverlap(), .textOnMark(), .cutOff()]) == [])
  }

  @Test("Labels that overlap others are drawn, and all of them are counted")
  func tooManyPoints() throws {
    let (scene, notes) = try cloud(50, width: 140)
    let texts = labels(scene)
    #expect(texts.count == 50)
    let overlapping = texts.filter { name, rect in
      texts.contains { $0.key != name && $0.value.intersects(rect) }
    }
    #expect(!overlapping.isEmpty)
    let note = try #require(notes.first { $0.message.contains(" overlaps ") }).message
    let more = try #require(note.firstMatch(of: /\(and (\d+) more\)/))
    // Texts that touch by less than the tolerance do not count.
    let counted = try #require(Int(more.1)) + 1
    #expect(counted <= overlapping.count && counted * 10 > overlapping.count * 9)
    #expect(notes.count { $0.message.contains(" overlaps ") } == 1)
  }

  @Test("A long label breaks into short lines where its place is narrow, and nowhere else")
  func shortLines() throws {
    func lines(width: Double) throws -> Int {
      let scene = try scene(
        Chart {
          BarMark(x: .value("x", "a"), y: .value("y", 1.0))
            .annotation(position: .top) { Text("three words that explain it") }
          BarMark(x: .value("x", "b"), y: .value("y", 9.0))
        }, width: width)
      #expect(scene.lint([.textOverlap(), .textOnMark(), .cutOff()]) == [])
      let runs = scene.leaves.filter { $0.roles.contains(.annotation) }.compactMap(\.canvasBounds)
      return Set(runs.map { $0.midY.rounded() }).count
    }
    #expect(try lines(width: 640) == 1)
    #expect(try lines(width: 330) == 2)
  }

  @Test("A point beyond the ends of its axes is left out with its label, and the chart says so")
  func beyond() throws {
    let (scene, notes) = try Chart {
      PointMark(x: .value("x", 0.5), y: .value("y", 0.5)).annotation { Text("in") }
      PointMark(x: .value("x", 7.0), y: .value("y", 0.5)).named("far").annotation { Text("out") }
    }
    .chartXScale(domain: 0...1).chartYScale(domain: 0...1).scene()
    #expect(Array(labels(scene).keys) == ["point 1"])
    #expect(
      notes.map(\.message) == ["a point lies outside of the plot and is cut off: value 1"])
    #expect(scene.lint([.cutOff()]) == [])
  }

  @Test("A callout of a place that the plot cuts off stands where the plot ends")
  func cutAnchor() throws {
    let scene = try scene(
      Chart {
        LinePlot(x: "x", y: "y", domain: 0...1) { 400 * $0 }
        CalloutMark(x: .value("x", 1.0), y: .value("y", 400.0)) { Text("far above") }
      }
      .chartYScale(domain: 0...1))
    #expect(scene.lint([.cutOff(), .textOnLine()]) == [])
  }

  @Test("Placements tell every candidate, what speaks against it, and which one was taken")
  func explanation() throws {
    let chart = Chart {
      LinePlot(x: "x", y: "y", domain: 0...4) { $0 }
      PointMark(x: .value("x", 2.0), y: .value("y", 2.0)).named("A")
        .annotation(position: .trailing) { Text("first") }.placement(.below("B"))
      PointMark(x: .value("x", 2.1), y: .value("y", 2.4)).named("B")
        .annotation { Text("second") }
    }
    let placements = try chart.placements()
    #expect(placements.map(\.text) == ["first", "second"])
    #expect(placements.map(\.mark) == ["A", "B"])
    #expect(placements[0].preference == "at the right")
    #expect(placements[0].constraints == ["below B"])
    for placement in placements {
      let chosen = try #require(
        placement.candidates.indices.contains(placement.chosen)
          ? placement.candidates[placement.chosen] : nil)
      #expect(chosen.isFree)
      #expect(placement.candidates.allSatisfy { $0.total >= chosen.total })
      for candidate in placement.candidates {
        let reasons = candidate.reasons.reduce(0) { $0 + $1.cost }
        #expect(candidate.total == reasons + candidate.collisions.reduce(0) { $0 + $1.total })
      }
    }
    #expect(placements[0].candidates[0].reasons.contains { $0.what == "on lines" })
    // Nothing is kept unless it is asked for.
    #expect(try chart.scene().diagnostics.isEmpty)
  }

  @Test("A curve's label without a wish stands beside the curve, within the plot")
  func beside() throws {
    let chart = Chart {
      LinePlot(x: "x", y: "y", domain: -3...3) { x in 1 / (1 + x * x) }.annotation { Text("bell") }
    }
    .chartTitle("A title above the plot")
    let placement = try #require(try chart.placements().first)
    #expect(placement.candidates[placement.chosen].isFree)
    let scene = try chart.scene(width: 500, height: 300).scene
    let label = try #require(scene.texts().first { $0.text == "bell" }?.ink)
    let title = try #require(scene.texts(below: "title").first?.ink)
    #expect(label.minY > title.maxY + 5)
  }

  @Test(
    "A label of a rule slides along it to where it is free, and needs no leader",
    arguments: [
      AnnotationPosition.top, .bottom,
    ])
  func alongRule(_ position: AnnotationPosition) throws {
    let chart = Chart {
      // Half waves of 12.5 each, up and down by turns.
      for x in 0..<30 {
        let (half, part) = (
          Int(Double(x) / 12.5), (Double(x) / 12.5).truncatingRemainder(dividingBy: 1)
        )
        LineMark(
          x: .value("x", x), y: .value("y", (half % 2 == 0 ? 4.0 : -4) * part * (1 - part)))
      }
      RuleMark(y: .value("limit", 0.5)).annotation(position: position, alignment: .trailing) {
        Text("threshold 0.5")
      }
    }
    let scene = try scene(chart, width: 460, height: 300)
    let label = try #require(labels(scene)["rule 1"])
    let rule = try #require(
      scene.leaves.first { $0.trail.contains("mark rule 1") }?.canvasBounds)
    let gap = position == .top ? rule.minY - label.maxY : label.minY - rule.maxY
    #expect(gap > 0 && gap < 10)
    let leaders = scene.leaves.filter { leaf in
      guard case .path = leaf.item else { return false }
      return leaf.trail.contains { $0.hasPrefix("annotation") }
    }
    #expect(leaders.isEmpty)
    #expect(scene.lint().isEmpty)
  }

  @Test("Where another line is in the way, a rule's label stands on its other side")
  func otherSide() throws {
    let chart = Chart {
      LineMark(x: .value("x", 0), y: .value("y", 0))
      LineMark(x: .value("x", 10), y: .value("y", 100))
      for (name, y) in [("p95", 93.0), ("max", 96)] {
        RuleMark(y: .value("q", y)).annotation(position: .top, alignment: .leading) { Text(name) }
      }
    }
    let scene = try scene(chart, width: 480, height: 300)
    let labels = labels(scene)
    let (lower, upper) = try (#require(labels["rule 1"]), #require(labels["rule 2"]))
    let rules = scene.leaves.filter { $0.trail.contains { $0.hasPrefix("mark rule") } }
      .compactMap(\.canvasBounds).sorted { $0.minY < $1.minY }
    try #require(rules.count == 2)
    #expect(upper.maxY < rules[0].minY)
    #expect(lower.minY > rules[1].maxY && lower.minY - rules[1].maxY < 10)
  }

  @Test("A label that can only lie beyond another rule has a line back to its own")
  func beyondRule() throws {
    let chart = Chart {
      LineMark(x: .value("x", 0), y: .value("y", 0))
      LineMark(x: .value("x", 10), y: .value("y", 100))
      for (name, y) in [("min", 3.0), ("p5", 6)] {
        RuleMark(y: .value("q", y)).annotation(position: .top, alignment: .leading) { Text(name) }
      }
    }
    let scene = try scene(chart, width: 480, height: 300)
    let leaders = scene.leaves.filter { leaf in
      guard case .path = leaf.item else { return false }
      return leaf.trail.contains { $0.hasPrefix("annotation") }
    }
    #expect(leaders.count == 1)
    #expect(leaders[0].trail.contains { $0.hasSuffix("rule 1") })
  }

  @Test("No short leader runs straight to a number, where it would read as a minus sign")
  func minus() throws {
    let places: [Point] = (0..<60).map { (index: Int) -> Point in
      let (x, y) = (index * 37 % 60, index * 23 % 61)
      return Point(Double(x), Double(y))
    }
    for first in stride(from: 0, to: 60, by: 10) {
      let scene = try scene(
        Chart {
          for place in places[first..<first + 10] {
            PointMark(x: .value("x", place.x), y: .value("y", place.y))
            CalloutMark(x: .value("x", place.x), y: .value("y", place.y), distance: 14) {
              Text("2.877 bits")
            }
          }
        })
      let labels = labels(scene)
      try #require(labels.count == 10)
      for leaf in scene.leaves {
        guard case .path = leaf.item, let leader = leaf.canvasBounds,
          let step = leaf.trail.first(where: { $0.hasPrefix("annotation ") }),
          let label = labels[String(step.dropFirst("annotation ".count))]
        else { continue }
        let isMinus =
          leader.maxX < label.minX + 1 && leader.width < 24 && leader.height < leader.width / 4
          && leader.midY > label.minY && leader.midY < label.maxY
        #expect(!isMinus, "\(leader) before \(label)")
      }
    }
  }

  @Test("A label at a corner of a rule lies at its end, within the plot")
  func ruleCorners() throws {
    let chart = Chart {
      for x in 0..<6 { LineMark(x: .value("x", x), y: .value("y", x * x)) }
      RuleMark(y: .value("y", 15)).named("limit").annotation(position: .topLeading) {
        Text("limit of the process")
      }
      RuleMark(x: .value("x", 3)).named("start").annotation(position: .topTrailing) {
        Text("start")
      }
    }
    let scene = try scene(chart, width: 480, height: 300)
    let labels = labels(scene)
    let zero = try #require(scene.texts(below: "axis x").first { $0.text == "0" }?.ink)
    let (limit, start) = (try #require(labels["limit"]), try #require(labels["start"]))
    #expect(abs(limit.minX - zero.midX) < 6)
    let top = try #require(scene.texts(below: "axis y").first { $0.text == "25" }?.ink)
    #expect(abs(start.midY - top.midY) < 16)
    // The plot keeps its room: its first value is at its left edge.
    #expect(zero.midX < 60)
  }

  @Test("The labels of a bar's ends stay at them")
  func barEnds() throws {
    let rows = [("A", 1.0, 9.0), ("B", 0.5, 4), ("C", -4, -0.5)]
    let chart = Chart(rows, id: \.0) { row in
      BarMark(
        x: .value("k", row.0), yStart: .value("low", row.1), yEnd: .value("high", row.2), width: 20
      )
      .annotation(position: .top) { Text("high \(row.0)") }
      .annotation(position: .bottom) { Text("low \(row.0)") }
    }
    let scene = try scene(chart, width: 480, height: 320)
    let texts = scene.texts(below: "annotation")
    let bars = scene.leaves.filter { $0.roles.contains(.mark) && !$0.roles.contains(.annotation) }
      .compactMap(\.canvasBounds)
    for (bar, row) in zip(bars, rows) {
      let high = try #require(texts.first { $0.text == "high \(row.0)" }?.ink)
      let low = try #require(texts.first { $0.text == "low \(row.0)" }?.ink)
      #expect(abs(high.midY - bar.minY) < abs(high.midY - bar.maxY))
      #expect(abs(low.midY - bar.maxY) < abs(low.midY - bar.minY))
    }
  }

  @Test("No line from a label runs through other points of its row")
  func rowOfPoints() throws {
    let names = [("Ann", 1.0), ("Bartholomew", 2), ("Cy", 3), ("Dominique", 3.6), ("Elizabeth", 4)]
    let chart = Chart(names, id: \.0) { name in
      PointMark(x: .value("x", name.1), y: .value("y", 2.0)).named(name.0)
        .annotation(position: .trailing) { Text(name.0) }
    }
    .chartXScale(domain: 0...6).chartYScale(domain: 0...4)
    let scene = try scene(chart, width: 400, height: 260)
    let labels = labels(scene)
    let points = scene.leaves.filter { $0.roles.contains(.mark) && !$0.roles.contains(.annotation) }
      .compactMap(\.canvasBounds)
    #expect(points.count == 5)
    for (index, name) in names.enumerated() {
      let label = try #require(labels[name.0])
      let nearest = points.indices.min {
        points[$0].center.distance(to: label.nearest(to: points[$0].center))
          < points[$1].center.distance(to: label.nearest(to: points[$1].center))
      }
      #expect(nearest == index, "\(name.0)")
    }
  }

  @Test("A text on a point smaller than itself leaves the point to be seen")
  func largeOverlay() throws {
    let chart = Chart {
      PointMark(x: .value("x", 1), y: .value("y", 2)).symbolSize(900).named("city")
        .annotation(position: .overlay) { Text("Santiago de Compostela") }
    }
    let scene = try scene(chart, width: 400, height: 260)
    let runs = scene.leaves.compactMap { leaf -> GlyphRun? in
      guard case .glyphs(let run) = leaf.item, leaf.roles.contains(.annotation) else { return nil }
      return run
    }
    #expect(runs.allSatisfy { $0.color != .white })
    #expect(!scene.leaves.contains { $0.trail.contains { $0.contains("halo") } })
  }
}
