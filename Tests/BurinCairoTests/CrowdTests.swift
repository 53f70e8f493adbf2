import BurinCairo
import BurinGeometry
import BurinRaster
import BurinScene
import BurinText
import TestSupport
import Testing

/// Simple shapes in scenes that have very many of them, against exact shares of pixels.
@Suite("Crowds of shapes as pixels")
struct CrowdTests {
  private static let (width, height) = (40, 30)
  private static let exact = ExactCoverage(width: width, height: height)

  /// A thousand lines above the picture.
  private static let crowd = (0..<1_024).map { index in
    SceneItem.stroke(.polyline([Point(0, -5), Point(20, -6 - Double(index))]), Stroke(.black))
  }

  /// Draws items in a scene that has a thousand lines more.
  private func bitmap(_ items: [SceneItem], scale: Double = 1) throws -> Bitmap {
    try CairoRenderer(fonts: .shared()).bitmap(
      Scene(
        size: Size(Double(Self.width) / scale, Double(Self.height) / scale), background: .white,
        items: Self.crowd + items), scale: scale)
  }

  private func worst(_ image: Bitmap, _ shares: [Double], opacity: Double = 1) -> Double {
    shares.enumerated().map { index, share in
      abs(Double(image[index % Self.width, index / Self.width].red) - 255 * (1 - share * opacity))
    }.max() ?? 0
  }

  private func points(_ count: Int, _ random: inout SplitMix64) -> [Point] {
    (0..<count).map { _ in
      Point(-6 + 52 * random.unit(), -6 + 42 * random.unit())
    }
  }

  @Test(
    "Segments are within two of 255 of exact coverage", arguments: [0.4, 1, 1.6, 7],
    [Stroke.Cap.butt, .round, .square])
  func segments(width: Double, cap: Stroke.Cap) throws {
    var random = SplitMix64(seed: 11)
    for index in 0..<6 {
      var line = points(2, &random)
      if index == 0 { line[1].y = line[0].y }
      if index == 1 { line[1].x = line[0].x }
      let stroke = Stroke(.black, width: width, cap: cap)
      let image = try bitmap([.stroke(.polyline(line), stroke)])
      let difference = worst(image, Self.exact.reference(stroked: [line], stroke))
      #expect(difference <= 2, "\(difference) of 255 for \(line)")
    }
  }

  @Test(
    "Bent lines are within two of 255 of exact coverage, and have no seams",
    arguments: [0.6, 1.6, 4], [Stroke.Join.round, .miter, .bevel])
  func bends(width: Double, join: Stroke.Join) throws {
    var random = SplitMix64(seed: 3)
    for count in [3, 4, 6] {
      for _ in 0..<3 {
        // From left to right, so that no segment crosses another.
        let line = (0..<count).map { index in
          Point(
            2 + 36 * (Double(index) + 0.4 * random.unit()) / Double(count),
            3 + 24 * random.unit())
        }
        let stroke = Stroke(.black, width: width, cap: .round, join: join)
        let shares = Self.exact.reference(stroked: [line], stroke)
        for color in [RGBColor.black, RGBColor.black.opacity(0.5)] {
          let image = try bitmap([
            .stroke(
              .polyline(line), Stroke(color, width: width, cap: .round, join: join))
          ])
          let difference = worst(image, shares, opacity: Double(color.alpha) / 255)
          #expect(difference <= 2, "\(difference) of 255 for \(line)")
        }
      }
    }
  }

  @Test("Polygons are within one of 255 of exact coverage")
  func polygons() throws {
    var random = SplitMix64(seed: 5)
    for index in 0..<12 {
      var corners = points(3, &random)
      if index % 2 == 1 {
        // An arrow's head: a notch in the third side.
        let middle = corners[2].interpolated(to: corners[0], at: 0.5)
        corners.append(middle.interpolated(to: corners[1], at: 0.3))
      }
      var path = Path.polyline(corners)
      path.close()
      let image = try bitmap([.fill(path, .black)])
      let difference = worst(image, Self.exact.reference(polygons: [corners]))
      #expect(difference <= 1, "\(difference) of 255 for \(corners)")
    }
  }

  @Test("A picture's scale counts")
  func scale() throws {
    let line = [Point(2, 3), Point(17, 12)]
    let stroke = Stroke(.black, width: 1.5)
    let image = try bitmap([.stroke(.polyline(line), stroke)], scale: 2)
    let twice = Stroke(.black, width: 3)
    let reference = Self.exact.reference(
      stroked: [line.map { Point(2 * $0.x, 2 * $0.y) }], twice)
    #expect(worst(image, reference) <= 1)
  }

  @Test("Hundreds of faint lines add up")
  func faint() throws {
    let line = SceneItem.stroke(
      .polyline([Point(0, 10.5), Point(40, 10.5)]), Stroke(RGBColor.black.opacity(0.01), width: 3))
    let image = try bitmap(Array(repeating: line, count: 200))
    let alpha = Double(RGBColor.black.opacity(0.01).alpha) / 255
    var left = 1.0
    for _ in 0..<200 { left *= 1 - alpha }
    #expect(abs(Double(image[20, 10].red) - 255 * left) <= 2)
  }

  @Test("What others paint keeps its place in the order")
  func order() throws {
    let across = { (color: RGBColor) in
      SceneItem.stroke(.polyline([Point(0, 15), Point(40, 15)]), Stroke(color, width: 8))
    }
    let (red, green, blue) = (
      RGBColor(hex: 0xff0000), RGBColor(hex: 0x00ff00), RGBColor(hex: 0x0000ff)
    )
    let disc = SceneItem.fill(.circle(Point(20, 15), radius: 6), green)
    let image = try bitmap([
      across(red), disc,
      .stroke(.polyline([Point(20, 0), Point(20, 30)]), Stroke(blue, width: 2)),
    ])
    #expect(image[5, 15] == red && image[17, 15] == green)
    #expect(image[20, 15] == blue)
  }

  @Test("Groups with an opacity are laid over what lies before them")
  func layers() throws {
    let bar = SceneItem.stroke(
      .polyline([Point(0, 15), Point(40, 15)]), Stroke(.black, width: 8))
    let image = try bitmap([
      .group(SceneGroup(.mark, opacity: 0.5, items: [bar, bar])),
      .stroke(.polyline([Point(0, 5), Point(40, 5)]), Stroke(.black, width: 2)),
    ])
    #expect(abs(Int(image[20, 15].red) - 127) <= 1)
    #expect(image[20, 5].red == 0 && image[20, 25].red == 255)
  }

  @Test("A clip at a share of a pixel holds")
  func clip() throws {
    let bar = SceneItem.stroke(
      .polyline([Point(0, 15), Point(40, 15)]), Stroke(.black, width: 20))
    let clip = Rect(minX: 8.5, minY: 10.25, maxX: 31.25, maxY: 20)
    let image = try bitmap([.group(SceneGroup(.plot, clip: .rect(clip), items: [bar])), bar.moved])
    #expect(image[20, 15].red == 0 && image[7, 15].red == 255 && image[20, 20].red == 255)
    for (x, y, share) in [(8, 15, 0.5), (31, 15, 0.25), (20, 10, 0.75), (8, 10, 0.375)] {
      #expect(abs(Double(image[x, y].red) - 255 * (1 - share)) <= 1, "\(x), \(y)")
    }
  }

  @Test("A clip within one column and one row leaves its share of the pixel")
  func narrowClip() throws {
    let bar = SceneItem.stroke(
      .polyline([Point(0, 15), Point(40, 15)]), Stroke(.black, width: 20))
    let clip = Rect(minX: 8.25, minY: 10.25, maxX: 8.75, maxY: 10.75)
    let image = try bitmap([.group(SceneGroup(.plot, clip: .rect(clip), items: [bar]))])
    #expect(abs(Double(image[8, 10].red) - 255 * 0.75) <= 1)
    #expect(image[7, 10].red == 255 && image[9, 10].red == 255 && image[8, 11].red == 255)
  }

  @Test("Places that are no numbers are refused by the item that has them")
  func notFinite() throws {
    let items = [
      SceneItem.group(
        SceneGroup(
          .mark, "odd",
          items: [.stroke(.polyline([Point(0, .nan), Point(40, 5)]), Stroke(.black))]))
    ]
    #expect(throws: RenderError.notFinite(node: "mark odd")) { try bitmap(items) }
  }
}

extension SceneItem {
  /// The item far below the picture.
  fileprivate var moved: SceneItem {
    .group(SceneGroup(.mark, transform: .translation(0, 500), items: [self]))
  }
}
