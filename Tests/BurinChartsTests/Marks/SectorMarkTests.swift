import BurinCharts
import BurinGeometry
import BurinScene
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Sectors")
struct SectorMarkTests {
  /// The rectangles of all sectors, in the order of the source.
  private func bounds(_ chart: Chart, width: Double = 400, height: Double = 300) throws -> [Rect] {
    try chart.scene(width: width, height: height).scene.leaves
      .filter { $0.trail.contains { $0.hasPrefix("mark sector") } }.compactMap(\.canvasBounds)
  }

  private func pie(_ values: [Double]) -> Chart {
    Chart { for value in values { SectorMark(angle: .value("Sales", value)) } }
  }

  @Test("Sectors follow each other clockwise from the top and fill the turn")
  func order() throws {
    let sectors = try bounds(pie([2, 1, 1]))
    #expect(sectors.count == 3)
    let whole = try #require(Rect.union(of: sectors))
    #expect(abs(whole.width - whole.height) < 0.1)
    // Half of the turn at the right, then the quarters at the lower and at the upper left.
    #expect(abs(sectors[0].minX - whole.midX) < 0.1 && abs(sectors[0].maxX - whole.maxX) < 0.1)
    #expect(sectors[1].minY > whole.midY - 0.1 && sectors[1].maxX < whole.midX + 0.1)
    #expect(sectors[2].maxY < whole.midY + 0.1 && sectors[2].maxX < whole.midX + 0.1)
  }

  @Test("A unit of the angles moves no sector", arguments: [5e-308, 1e-3, 7, 1e300, 1.7e308])
  func units(unit: Double) throws {
    let one = try bounds(pie([0.5, 0.25, 0.25]))
    let other = try bounds(pie([0.5, 0.25, 0.25].map { $0 * unit }))
    for (a, b) in zip(one, other) {
      #expect(abs(a.minX - b.minX) < 0.01 && abs(a.maxY - b.maxY) < 0.01)
    }
    // A sum beyond every Double.
    #expect(try bounds(pie([1.5e308, 1.5e308])).count == 2)
  }

  @Test("Stretches keep their start and end")
  func stretches() throws {
    let sectors = try bounds(
      Chart {
        SectorMark(angle: .value("Hours", 6..<12))
        SectorMark(angle: .value("Hours", 0..<6))
      }.chartAngleScale(domain: 0...24))
    // The lower and the upper quarter at the right.
    #expect(abs(sectors[0].minY - sectors[1].maxY) < 0.1)
    #expect(abs(sectors[0].minX - sectors[1].minX) < 0.1)
  }

  @Test("Radii are points, parts of the full radius, or the full radius less points")
  func radii() throws {
    func box(_ inner: MarkDimension, _ outer: MarkDimension) throws -> Rect {
      let chart = Chart {
        SectorMark(angle: .value("a", 1), innerRadius: inner, outerRadius: outer)
        SectorMark(angle: .value("a", 3))
      }
      return try #require(try bounds(chart).first)
    }
    let full = try box(0, .automatic)
    #expect(abs(full.width - full.height) < 0.1)
    #expect(abs(try box(0, .ratio(0.5)).width - full.width / 2) < 0.1)
    #expect(abs(try box(0, .inset(10)).width - (full.width - 10)) < 0.1)
    #expect(abs(try box(0, 40).width - 40) < 0.1)
    // The quarter of a ring reaches from the top to the right, but not to the middle.
    #expect(abs(try box(.ratio(0.9), .automatic).width - full.width) < 0.1)
  }

  @Test("A chart of sectors has no axes and a pie in the middle")
  func axes() throws {
    let scene = try pie([1, 2]).scene(width: 400, height: 300).scene
    #expect(scene.texts().isEmpty)
    #expect(!scene.leaves.contains { $0.trail.contains { $0.hasPrefix("axis") } })
    let whole = try #require(Rect.union(of: bounds(pie([1, 2]))))
    #expect(abs(whole.midX - 200) < 2)
    let mixed = Chart {
      SectorMark(angle: .value("a", 1))
      PointMark(x: .value("x", 1), y: .value("y", 2))
    }
    #expect(!(try mixed.scene(width: 400, height: 300).scene.texts(below: "axis").isEmpty))
  }

  @Test("What only axes show is noted")
  func settings() throws {
    let picture = try pie([1, 2]).chartXAxisLabel("x").chartYScale(domain: 0...1)
      .scene(width: 400, height: 300)
    #expect(
      picture.diagnostics.map(\.message) == [
        "chartXAxisLabel has no effect on a chart of angles, which has no axes",
        "chartYScale has no effect on a chart of angles, which has no axes",
      ])
  }

  @Test("An angle below zero is an error that names it")
  func negative() {
    #expect(
      throws: ChartError.unscalable(
        axis: "angle", mark: "sector", index: 1, value: -2,
        reason: "an angle is a part of the whole and can't be below 0")
    ) { try bounds(pie([1, -2, 3])) }
    #expect(throws: ChartError.self) {
      try bounds(Chart { SectorMark(angle: .value("a", "coffee")) })
    }
  }

  @Test("An angle that is not finite is left out and noted; nothing is no error")
  func undefined() throws {
    let picture = try pie([1, .nan, 2, .infinity]).scene(width: 400, height: 300)
    #expect(
      picture.diagnostics.map(\.message) == [
        "2 of 4 sector values are not finite and are left out; the first is value 1"
      ])
    #expect(try bounds(pie([1, .nan, 2, .infinity])).count == 2)
    #expect(try bounds(pie([0, 0])).isEmpty)
    #expect(try bounds(pie([0, 5])).count == 1)
  }

  @Test("What is written on a sector stands in its middle, in a colour that is legible there")
  func labels() throws {
    let chart = Chart {
      for value in [1.0, 1, 2] {
        SectorMark(angle: .value("a", value), innerRadius: .ratio(0.5))
          .foregroundStyle(by: .value("kind", "\(value)"))
          .annotation(position: .overlay) { Text("\(value)") }
      }
    }
    let scene = try chart.scene(width: 400, height: 300).scene
    let labels = scene.texts(below: "annotation")
    let whole = try #require(Rect.union(of: bounds(chart)))
    #expect(labels.count == 3)
    // The last takes the left half: its middle is at the left, level with the pie's.
    let last = try #require(labels.last?.ink)
    #expect(abs(last.midY - whole.midY) < 3)
    #expect(abs(last.midX - (whole.midX - 0.375 * whole.width)) < 3)
    let light = scene.leaves.contains { leaf in
      guard case .glyphs(let run) = leaf.item else { return false }
      return run.text == "2.0" && run.color == .white
    }
    #expect(light)
    #expect(!scene.texts(below: "legend").isEmpty)
  }

  @Test("What is written beside sectors stands outside of the pie")
  func namesBeside() throws {
    let chart = Chart {
      for (name, value) in [("Coffee", 42.0), ("Tea", 23), ("Juice", 17), ("Water", 11)] {
        SectorMark(angle: .value("a", value)).foregroundStyle(by: .value("kind", name))
          .annotation { Text(name) }
      }
    }.chartLegend(.hidden)
    let scene = try chart.scene(width: 400, height: 300).scene
    let whole = try #require(Rect.union(of: bounds(chart)))
    for label in scene.texts(below: "annotation") {
      #expect(label.ink.center.distance(to: whole.center) > whole.width / 2, "\(label.text)")
    }
  }

  @Test(
    "A name is nearest to its own sector, and no line back crosses the pie or another line",
    arguments: [[41.0, 22, 14, 11, 6, 4, 2], [5, 4, 3, 2, 1], [60, 10, 8, 7, 6, 5, 4]],
    [Size(420, 280), Size(420, 420), Size(600, 400), Size(640, 300)])
  func linesBack(values: [Double], size: Size) throws {
    let names = ["Rent", "Food", "Transport", "Leisure", "Clothes", "Other", "Pets"]
    let chart = Chart(Array(zip(names, values)), id: \.0) { name, value in
      SectorMark(angle: .value("Share", value)).foregroundStyle(by: .value("Item", name))
        .annotation { Text("\(name) \(Int(value))%") }
    }.chartLegend(.hidden).chartTitle("Household budget")
    let scene = try chart.scene(width: size.width, height: size.height).scene
    let whole = try #require(
      Rect.union(of: try bounds(chart, width: size.width, height: size.height)))
    let radius = whole.width / 2
    let labels = scene.texts(below: "annotation")
    #expect(labels.count == values.count)
    var angle = 0.0
    for (label, value) in zip(labels, values) {
      // Clockwise from the top.
      let middle = (angle + value / 2) / values.reduce(0, +) * 2 * .pi
      angle += value
      let offset = label.ink.center - whole.center
      let turned = abs((atan2(offset.dx, -offset.dy) - middle).remainder(dividingBy: 2 * .pi))
      #expect(turned < 50 * .pi / 180, "\(label.text) is \(turned) off its sector")
      let nearest = label.ink.nearest(to: whole.center)
      #expect(nearest.distance(to: whole.center) > radius, "\(label.text) lies on the pie")
    }
    let lines = scene.leaves.compactMap { leaf -> Segment? in
      guard leaf.trail.contains(where: { $0.hasPrefix("annotation") }),
        case .path(let item) = leaf.item, item.stroke != nil, item.path.elements.count == 2,
        case .move(let start) = item.path.elements[0], case .line(let end) = item.path.elements[1]
      else { return nil }
      return Segment(start, end)
    }
    for (index, line) in lines.enumerated() {
      #expect(line.distance(to: whole.center) > radius - 1)
      for other in lines.dropFirst(index + 1) { #expect(!line.crosses(other)) }
    }
  }

  @Test("Ten thousand sectors are one item, which shows what single ones show")
  func columns() throws {
    let values = (0..<10_000).map { Double($0 % 7 + 1) }
    func scene(_ count: Int) throws -> Scene {
      try Chart(0..<count) { index in
        SectorMark(
          angle: .value("Share", values[index]), innerRadius: .ratio(0.5), angularInset: 0
        )
        .foregroundStyle(by: .value("Kind", "\(index % 3)"))
      }.scene(width: 400, height: 300).scene
    }
    var items: [SectorsItem] = []
    try scene(10_000).items.walk { step in
      if case .sectors(let sectors) = step.item { items.append(sectors) }
      return .inward
    }
    #expect(items.count == 1)
    let item = try #require(items.first)
    #expect(item.count == 10_000)
    #expect(item.color.distinct.count == 3)
    // 7 of 40,000 parts of the turn, less what lies before: rows 0…6 are 1 + 2 + … + 7.
    let whole = values.reduce(0, +)
    #expect(abs(item.start[7] - 28 / whole * 360) < 1e-9)
    #expect(abs(item.end[9_999] - 360) < 1e-6)

    // 200 are single paths, 300 are columns: the first has the same form but for its angle.
    func bounds(_ scene: Scene) throws -> Rect {
      try #require(
        Rect.union(
          of: scene.leaves.filter { $0.trail.contains { $0.hasPrefix("mark sector") } }
            .compactMap(\.canvasBounds)))
    }
    let (few, many) = (try bounds(scene(200)), try bounds(scene(300)))
    #expect(few.contains(many, tolerance: 0.05) && many.contains(few, tolerance: 0.05))
  }
}
