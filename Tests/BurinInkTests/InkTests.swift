import BurinGeometry
import BurinInk
import BurinScene
import Testing

@Suite("Ink of a scene")
struct InkTests {
  private func square(_ x: Double, _ y: Double, _ side: Double) -> Path {
    .rect(Rect(x: x, y: y, width: side, height: side))
  }

  private func inks(_ items: SceneItem...) -> [Ink] {
    var inks: [Ink] = []
    items.visitInk { inks.append($0) }
    return inks
  }

  @Test("Ink is what is painted, with its groups' transform and opacity")
  func painted() throws {
    let inks = inks(
      .fill(square(0, 0, 5), .clear),
      .group(SceneGroup(.mark, opacity: 0, items: [.fill(square(0, 0, 5), .black)])),
      .group(
        SceneGroup(
          .mark, transform: .scale(2, 2), opacity: 0.5,
          items: [
            .path(
              PathItem(square(1, 1, 4), fill: .color(.black), stroke: Stroke(.white, width: 2)))
          ])))
    let ink = try #require(inks.first)
    #expect(inks.count == 1)
    #expect(ink.order == 0)
    #expect(ink.bounds == Rect(x: 0, y: 0, width: 12, height: 12))
    #expect(ink.scale == 2)
    #expect(ink.color == RGBColor.black.opacity(0.5))
    #expect(InkLine(strokeOf: ink)?.halfWidth == 2)
  }

  @Test("A line is in the way from the limits on: opacity, width, arrows' heads")
  func obstacles() {
    func isObstacle(_ item: SceneItem) -> Bool {
      inks(item).first.flatMap { InkLine(obstacle: $0) } != nil
    }
    func line(_ opacity: Double) -> SceneItem {
      .stroke(.segment(Point(0, 0), Point(9, 9)), Stroke(RGBColor.black.opacity(opacity), width: 1))
    }
    #expect(isObstacle(line(InkLimits.faintestObstacle)))
    #expect(!isObstacle(line(InkLimits.faintestObstacle - 0.01)))
    func box(_ height: Double) -> SceneItem {
      .fill(.rect(Rect(x: 0, y: 0, width: 11, height: height)), .black)
    }
    #expect(isObstacle(box(InkLimits.widestLine)))
    #expect(!isObstacle(box(InkLimits.widestLine + 0.1)))
    #expect(isObstacle(.group(SceneGroup(.annotation, items: [box(8)]))))
  }

  @Test("An area of a radial gradient has the colour of its place, turned and scaled")
  func radial() throws {
    let paint = Paint.radialGradient(
      center: Point(10, 10), radii: Size(8, 4),
      stops: [GradientStop(0, .black), GradientStop(1, .white)])
    let item = SceneItem.path(PathItem(square(0, 0, 20), fill: paint))
    let plain = try #require(inks(item).first.flatMap(InkArea.init))
    #expect(plain.color(at: Point(10, 10)) == .black)
    #expect(plain.color(at: Point(14, 10)) == RGBColor(red: 128, green: 128, blue: 128))
    #expect(plain.color(at: Point(10, 12)) == RGBColor(red: 128, green: 128, blue: 128))
    #expect(plain.color(at: Point(1, 1)) == .white)
    // A quarter turn exchanges the radii; twice the size doubles them.
    let turned = SceneItem.group(
      SceneGroup(
        .plot,
        transform: AffineTransform.quarterTurns(1, about: Point(10, 10)).followed(by: .scale(2, 2)),
        items: [item]))
    let area = try #require(inks(turned).first.flatMap(InkArea.init))
    #expect(area.color(at: Point(20, 28)) == RGBColor(red: 128, green: 128, blue: 128))
    #expect(area.color(at: Point(28, 20)) == .white)
  }

  @Test("A backdrop is what was painted before, down to the uppermost opaque coat")
  func backdrop() {
    let red = RGBColor(hex: 0xFF0000)
    let inks = inks(
      .fill(square(0, 0, 20), .black), .fill(square(0, 0, 20), red),
      .fill(square(0, 0, 20), RGBColor.white.opacity(0.5)), .fill(square(0, 0, 3), .black))
    let backdrop = Backdrop(
      page: .white, areas: inks.compactMap(InkArea.init), images: [],
      bounds: Rect(x: 0, y: 0, width: 50, height: 50))
    #expect(backdrop.color(at: Point(30, 30)) == .white)
    #expect(backdrop.color(at: Point(1, 1), before: 1) == .black)
    #expect(backdrop.color(at: Point(1, 1), before: 2) == red)
    // Dots are no ground.
    #expect(backdrop.color(at: Point(1, 1)) == RGBColor.white.opacity(0.5).over(red))
    #expect(
      backdrop.color(.black, at: Point(1, 1), after: 0) == RGBColor.white.opacity(0.5).over(red))
    #expect(backdrop.color(.black, at: Point(1, 1), after: 2) == .black)
  }

  @Test("Hundreds of translucent coats come to the colour that they have one by one")
  func manyCoats() {
    let coat = RGBColor(hex: 0x1F6FB2).opacity(0.1)
    let areas = (0..<400).compactMap { order in
      Ink(.fill(square(0, 0, 20), coat), SceneSetting(), order: order).flatMap(InkArea.init)
    }
    let backdrop = Backdrop(
      page: .white, areas: areas, images: [], bounds: Rect(x: 0, y: 0, width: 50, height: 50))
    for order in [1, 10, 60, 399] {
      let exact = (0..<order).reduce(RGBColor.white) { color, _ in coat.over(color) }
      let seen = backdrop.color(at: Point(9, 9), before: order)
      #expect(abs(Int(seen.red) - Int(exact.red)) <= 2)
    }
  }

  @Test("A tint is no shape, a bar is")
  func shapes() {
    let inks = inks(
      .fill(square(0, 0, 20), RGBColor(hex: 0xF0F0F0)),
      .fill(square(30, 0, 20), RGBColor(hex: 0x808080)))
    let areas = inks.compactMap(InkArea.init)
    let backdrop = Backdrop(
      page: .white, areas: areas, images: [], bounds: Rect(x: 0, y: 0, width: 50, height: 50))
    #expect(areas.map(backdrop.isShape) == [false, true])
  }

  @Test("Places are kept off farther than lint looks")
  func order() {
    #expect(InkLimits.clearance > InkLimits.touch)
    #expect(InkLimits.haloReach >= InkLimits.clearance)
    #expect(InkLimits.noticeableDistance < InkLimits.keyDistance)
  }
}
