import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Styles of marks as Swift Charts spells them")
struct ShapeStyleTests {
  private func bar(_ style: some ShapeStyle) throws -> PathItem {
    let drawn = try Drawn(
      Chart { BarMark(x: .value("x", "a"), y: .value("y", 2)).foregroundStyle(style) })
    return try #require(drawn.paths("bar").first)
  }

  private func color(_ color: Color) throws -> RGBColor {
    guard case .color(let found)? = try bar(color).fill else {
      Issue.record("no plain colour")
      return .clear
    }
    return found
  }

  @Test("Components of colours go from 0 to 1")
  func components() throws {
    #expect(try color(Color(red: 0, green: 1, blue: 1)) == RGBColor(hex: 0x00FFFF))
    #expect(try color(Color(red: 7, green: -1, blue: .nan)) == RGBColor(hex: 0xFF0000))
    #expect(try color(Color(white: 0.2)) == RGBColor(hex: 0x333333))
    #expect(try color(Color(hue: 1 / 3, saturation: 1, brightness: 1)) == RGBColor(hex: 0x00FF00))
    #expect(
      try color(Color(hue: 0.75, saturation: 0.5, brightness: 0.8)) == RGBColor(hex: 0x9966CC))
    #expect(try color(Color(.sRGB, red: 1, green: 0.5, blue: 0)) == RGBColor(hex: 0xFF8000))
    // Half of the light is the byte 188 (IEC 61966-2-1).
    #expect(
      try color(Color(.sRGBLinear, red: 0.5, green: 0.5, blue: 0.5)) == RGBColor(hex: 0xBCBCBC))
    // White is white in both spaces; full red of Display P3 lies beyond sRGB and is cut.
    #expect(try color(Color(.displayP3, red: 1, green: 1, blue: 1)) == RGBColor(hex: 0xFFFFFF))
    #expect(try color(Color(.displayP3, red: 1, green: 0, blue: 0)) == RGBColor(hex: 0xFF0000))
    #expect(try color(Color(red: 0, green: 0, blue: 0, opacity: 0.5)).alpha == 128)
    #expect(try color(Color(hex: 0x123456)) == RGBColor(hex: 0x123456))
    #expect(try color(Color(.systemBlue)) == color(.blue))
    #expect(try color(Color.black.mix(with: .white, by: 0)) == .black)
    #expect(try color(Color.black.mix(with: .white, by: 1)) == .white)
    #expect(throws: (any Error).self) { try color(Color("no such name")) }
  }

  @Test("Colours, levels and materials are styles by their names")
  func names() throws {
    let chart = Chart {
      BarMark(x: .value("x", "a"), y: .value("y", 1)).foregroundStyle(.red)
      BarMark(x: .value("x", "b"), y: .value("y", 1)).foregroundStyle(.secondary)
      BarMark(x: .value("x", "c"), y: .value("y", 1)).foregroundStyle(.green.opacity(0.5))
      BarMark(x: .value("x", "d"), y: .value("y", 1)).foregroundStyle(.regularMaterial)
      BarMark(x: .value("x", "e"), y: .value("y", 1)).foregroundStyle(AnyShapeStyle(.tint))
      BarMark(x: .value("x", "f"), y: .value("y", 1)).foregroundStyle(.foreground)
    }
    let theme = Theme.standard
    let expected: [Color] = [
      .red, .secondary, .green.opacity(0.5), .surface.opacity(0.8), .accent, .primary,
    ]
    #expect(
      try Drawn(chart).paths("bar").map(\.fill) == expected.map { .color(try theme.resolve($0)) })
  }

  @Test("A gradient spans the bounding rectangle of its mark, or the plot")
  func gradients() throws {
    let gradient = LinearGradient(
      colors: [.red, .blue], startPoint: .top, endPoint: .bottomTrailing)
    let item = try bar(gradient)
    let box = try #require(item.path.bounds)
    #expect(
      item.fill
        == .linearGradient(
          from: Point(box.midX, box.minY), to: Point(box.maxX, box.maxY),
          stops: [
            GradientStop(0, try Theme.standard.resolve(.red)),
            GradientStop(1, try Theme.standard.resolve(.blue)),
          ]))
    let drawn = try Drawn(
      Chart {
        BarMark(x: .value("x", "a"), y: .value("y", 1))
        BarMark(x: .value("x", "b"), y: .value("y", 2))
      }.chartYScale(domain: 0...4)
        .chartXAxis(.hidden).chartYAxis(.hidden))
    let whole = try Drawn(
      Chart {
        Plot {
          BarMark(x: .value("x", "a"), y: .value("y", 1))
          BarMark(x: .value("x", "b"), y: .value("y", 2))
        }.foregroundStyle(Gradient(colors: [.red, .blue])).alignsMarkStylesWithPlotArea()
      }.chartYScale(domain: 0...4).chartXAxis(.hidden).chartYAxis(.hidden))
    let bars = drawn.outlines("bar")
    for (bar, item) in zip(bars, whole.paths("bar")) {
      #expect(item.path.bounds == bar)
      guard case .linearGradient(let from, let to, _)? = item.fill else {
        Issue.record("no gradient")
        continue
      }
      // The plot is four units high, the second bar two.
      #expect(abs(to.y - bars[1].maxY) < 0.01)
      #expect(abs(from.y - (bars[1].maxY - 2 * bars[1].height)) < 0.01)
    }
  }

  @Test("Radial gradients measure in points, elliptical ones in parts of the mark's rectangle")
  func radialGradients() throws {
    let (red, blue) = (try Theme.standard.resolve(.red), try Theme.standard.resolve(.blue))
    let radial = try bar(
      .radialGradient(colors: [.red, .blue], center: .bottom, startRadius: 5, endRadius: 20))
    let box = try #require(radial.path.bounds)
    // The first colour reaches five points, a quarter of the way.
    #expect(
      radial.fill
        == .radialGradient(
          center: Point(box.midX, box.maxY), radii: Size(20, 20),
          stops: [GradientStop(0.25, red), GradientStop(1, blue)]))
    let inward = try bar(
      RadialGradient(colors: [.red, .blue], center: .center, startRadius: 8, endRadius: 2))
    #expect(
      inward.fill
        == .radialGradient(
          center: box.center, radii: Size(8, 8),
          stops: [GradientStop(0.25, blue), GradientStop(1, red)]))
    let elliptical = try bar(EllipticalGradient(colors: [.red, .blue]).opacity(0.5))
    #expect(
      elliptical.fill
        == .radialGradient(
          center: box.center, radii: Size(box.width / 2, box.height / 2),
          stops: [GradientStop(0, red.opacity(0.5)), GradientStop(1, blue.opacity(0.5))]))
    #expect(throws: ChartError.self) {
      try bar(RadialGradient(colors: [.red], center: .center, startRadius: -1, endRadius: .nan))
    }
  }

  @Test("A gradient to clear keeps its colour, and one through clear changes it there")
  func clear() throws {
    let (red, blue) = (try Theme.standard.resolve(.red), try Theme.standard.resolve(.blue))
    #expect(
      try bar(Gradient(colors: [.red, .clear])).fill?.stops
        == [GradientStop(0, red), GradientStop(1, red.opacity(0))])
    #expect(
      try bar(Gradient(colors: [.red, .clear, .blue])).fill?.stops
        == [
          GradientStop(0, red), GradientStop(0.5, red.opacity(0)),
          GradientStop(0.5, blue.opacity(0)), GradientStop(1, blue),
        ])
    #expect(
      try bar(
        RadialGradient(colors: [.clear, .blue], center: .center, startRadius: 0, endRadius: 9)
      )
      .fill?.stops == [GradientStop(0, blue.opacity(0)), GradientStop(1, blue)])
  }

  @Test("A gradient and a clip of a sector span the sector, wherever its label stands")
  func sectors() throws {
    for isLabelled in [false, true] {
      let drawn = try Drawn(
        Chart {
          SectorMark(angle: .value("a", 1)).foregroundStyle(.blue.gradient)
            .annotation(position: isLabelled ? .trailing : .overlay) { Text("x") }
          SectorMark(angle: .value("a", 1)).foregroundStyle(.gray)
        })
      let item = try #require(drawn.paths("sector").first)
      let box = try #require(item.path.bounds)
      guard case .linearGradient(let from, let to, _)? = item.fill else {
        Issue.record("no gradient")
        return
      }
      #expect(abs(from.y - box.minY) < 0.01 && abs(to.y - box.maxY) < 0.01)
      #expect(abs(from.x - box.midX) < 0.01)
    }
  }

  @Test("A line is stroked in its gradient, opacity included")
  func strokes() throws {
    let drawn = try Drawn(
      Chart {
        Plot {
          for x in 0..<3 { LineMark(x: .value("x", x), y: .value("y", x * x)) }
        }
        .opacity(0.5).foregroundStyle(.orange.gradient)
      })
    guard case .linearGradient(_, _, let stops)? = drawn.paths("line").first?.stroke?.paint else {
      Issue.record("no gradient")
      return
    }
    #expect(stops.map(\.color.alpha) == [128, 128])
    #expect(stops.last?.color == (try Theme.standard.resolve(.orange.opacity(0.5))))
  }

  @Test("Shadows and blur are told of")
  func blur() throws {
    let drawn = try Drawn(
      Chart {
        BarMark(x: .value("x", "a"), y: .value("y", 2))
          .foregroundStyle(.indigo.shadow(.drop(color: .white, radius: 2)))
          .blur(radius: 2).shadow(radius: 3)
      })
    #expect(drawn.diagnostics.count { $0.contains("scenes have no blur") } == 3)
    #expect(
      drawn.paths("bar").first?.fill == .color(try Theme.standard.resolve(.indigo)))
  }
}
