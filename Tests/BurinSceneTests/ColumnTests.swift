import BurinGeometry
import BurinScene
import TestSupport
import Testing

@Suite("Shapes in columns")
struct ColumnTests {
  private func scene(_ items: [SceneItem]) -> Scene {
    Scene(size: Size(100, 80), items: items)
  }

  private let points = PointsItem(
    x: [10, 20.5, 30.25, -1.125], y: [1, 2, 3.001, 4], symbol: .constant(.circle),
    diameter: .constant(4), color: .constant(RGBColor(hex: 0x1F6FB2)))

  private let rects = RectsItem(
    minX: [0, 10], minY: [5, 5.5], maxX: [8, 18], maxY: [20, 20],
    color: SceneColumn([RGBColor(hex: 0xFF0000), RGBColor(hex: 0x00FF00).opacity(0.5)]))

  @Test("Points are one line of text with constants once")
  func pointsText() {
    #expect(
      scene([.points(points)]).text.split(separator: "\n").last
        == "points 4 circle size 4 color #1f6fb2 x 10,20.5,30.25,-1.125 y 1,2,3.001,4")
  }

  @Test("Rectangles are one line of text")
  func rectsText() {
    #expect(
      scene([.rects(rects)]).text.split(separator: "\n").last
        == "rects 2 color #ff0000,#00ff0080 left 0,10 top 5,5.5 right 8,18 bottom 20,20")
  }

  @Test("Values that follow each other are written once with their count")
  func runs() {
    var item = points
    item.color = SceneColumn([.black, .black, .white, .black])
    item.symbol = SceneColumn([
      .ring(width: 2, ground: .white), .ring(width: 1.5, ground: nil), .cross, .cross,
    ])
    item.diameter = SceneColumn([1, 1, 1, 2.5])
    #expect(
      scene([.points(item)]).text.contains(
        "points 4 ring:2:#ffffff,ring:1.5,cross×2 size 1×3,2.5 color #000000×2,#ffffff,#000000 x"))
  }

  @Test("What was written is read back equal", arguments: 0..<24)
  func roundTrip(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    func number() -> Double { Double(Int.random(in: -99_999...99_999, using: &random)) / 1000 }
    func color() -> RGBColor {
      RGBColor(
        red: .random(in: 0...255, using: &random), green: 0, blue: 7,
        alpha: .random(in: 0...255, using: &random))
    }
    let count = [0, 1, 2, 3, 50, 1000][seed % 6]
    let symbols: [PointSymbol] = [
      .circle, .square, .diamond, .triangle, .cross, .ring(width: 2, ground: nil),
      .ring(width: 0.125, ground: .white),
    ]
    let numbers = (0..<4).map { _ in (0..<count).map { _ in number() } }
    let isConstant = seed % 2 == 0
    let points = PointsItem(
      x: numbers[0], y: numbers[1],
      symbol: isConstant
        ? .constant(symbols[seed % 7])
        : .values((0..<count).map { _ in symbols.randomElement(using: &random) ?? .circle }),
      diameter: isConstant ? .constant(3.25) : .values(numbers[2].map(abs)),
      color: isConstant ? .constant(color()) : .values((0..<count).map { _ in color() }))
    let rects = RectsItem(
      minX: numbers[0], minY: numbers[1], maxX: numbers[2], maxY: numbers[3], color: points.color,
      cornerRadius: isConstant ? 0 : 2.5,
      corners: isConstant
        ? .constant(.all)
        : .values((0..<count).map { Path.Corners(rawValue: $0 % 16) }))
    // Angles are written in thousandths of a degree.
    let sectors = SectorsItem(
      center: Point(number(), number()), start: numbers[0], end: numbers[1],
      inner: isConstant ? .constant(0) : .values(numbers[2].map(abs)),
      outer: isConstant ? .constant(50.5) : .values(numbers[3].map(abs)), color: points.color,
      inset: isConstant ? 0 : 1.5, cornerRadius: isConstant ? 2 : 0)
    let scene = scene([.points(points), .rects(rects), .sectors(sectors)])
    #expect(try Scene(text: scene.text) == scene)
  }

  @Test(
    "Faults in columns are told by their place",
    arguments: [
      ("points 3 circle size 4 color #000000 x 1,2 y 1,2,3", "x has 2 values for 3 rows"),
      ("points 2 circle size 4 color #000000 x 1,2,3 y 1,2", "x has more than 2 values"),
      ("points 99999999999 circle size 4 color #000000 x 1 y 2", "too short for 99999999999 rows"),
      ("points 2 star size 4 color #000000 x 1,2 y 1,2", "a symbol is circle, square"),
      ("points 2 circle size 4×9 color #000000 x 1,2 y 1,2", "more values than rows"),
      ("points 2 circle size 4×1 color #000000 x 1,2 y 1,2", "1 values for 2 rows"),
      ("points 2 circle size 4,4, color #000000 x 1,2 y 1,2", "a diameter is needed"),
      ("points 2 circle size 4 color #000000 x 1,a y 1,2", "“a” is not a number"),
      ("points -1 circle size 4 color #000000 x 1 y 2", "a number of rows is needed"),
      ("rects 1 radius 2 corners 16 color #000000 left 1 top 1 right 1 bottom 1", "corners from"),
    ])
  func faults(line: String, reason: String) {
    let text = "scene 10×10 #ffffff\ntitle \"\"\nalt \"\"\n" + line + "\n"
    #expect {
      _ = try Scene(text: text)
    } throws: { error in
      "\(error)".contains(reason) && "\(error)".contains("line 4")
    }
  }

  @Test("Columns move, and tell their bounds as the shapes in them do")
  func bounds() throws {
    for symbol in [PointSymbol.circle, .square, .diamond, .triangle, .cross] {
      var item = points
      item.symbol = .constant(symbol)
      let shapes = (0..<item.count).map { SceneItem.path(item.item($0)) }
      let (whole, parts) = (
        try #require(SceneItem.points(item).inkBounds), try #require(shapes.inkBounds)
      )
      #expect(whole.contains(parts, tolerance: 1e-9) && parts.contains(whole, tolerance: 1e-9))
      let way = Vector(3, -2)
      let moved = try #require(SceneItem.points(item).offset(by: way).inkBounds)
      #expect(moved.contains(whole.offset(by: way), tolerance: 1e-9))
    }
    #expect(
      SceneItem.rects(rects).inkBounds == (0..<2).map { SceneItem.path(rects.item($0)) }.inkBounds)
  }

  @Test("Sectors in columns are the paths of their rows")
  func sectors() throws {
    let item = SectorsItem(
      center: Point(50, 40), start: [0, 90, 180], end: [90, 180, 180], inner: .constant(10),
      outer: .constant(30), color: .constant(.black))
    #expect(
      scene([.sectors(item)]).text.split(separator: "\n").last
        == "sectors 3 at 50,40 inner 10 outer 30 color #000000 start 0,90,180 end 90,180,180")
    // The right half of a ring; the last row has no width.
    let bounds = try #require(SceneItem.sectors(item).inkBounds)
    #expect(
      bounds.contains(Rect(minX: 50, minY: 10, maxX: 80, maxY: 70), tolerance: 0.01)
        && Rect(minX: 50, minY: 10, maxX: 80, maxY: 70).contains(bounds, tolerance: 0.01))
    #expect(
      item.middle(0).distance(to: Point(50 + 20 / 2.0.squareRoot(), 40 - 20 / 2.0.squareRoot()))
        < 1e-9)
    #expect(scene([.sectors(item)]).leaves.count == 3)
    let moved = SceneItem.sectors(item).offset(by: Vector(5, -2))
    #expect(moved.inkBounds.map { abs($0.minX - 55) < 0.01 && abs($0.minY - 8) < 0.01 } == true)
  }

  @Test("A walk over what is drawn tells each shape of the columns")
  func walk() {
    let scene = scene([.points(points), .rects(rects)])
    #expect(
      scene.leaves.map(\.item) == (0..<4).map { .path(points.item($0)) }
        + (0..<2).map { .path(rects.item($0)) })
    var seen = 0
    scene.items.walkDrawn { _, _ in
      seen += 1
      return seen < 3
    }
    #expect(seen == 3)
  }
}
