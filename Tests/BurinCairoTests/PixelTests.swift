import BurinCairo
import BurinGeometry
import BurinRaster
import BurinScene
import BurinText
import Testing

@Suite("Scenes as pixels")
struct PixelTests {
  private func bitmap(_ items: [SceneItem], scale: Double = 1) throws -> Bitmap {
    let scene = Scene(size: Size(20, 10), background: .white, items: items)
    return try CairoRenderer(fonts: .shared()).bitmap(scene, scale: scale)
  }

  private func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Path {
    .rect(Rect(x: x, y: y, width: width, height: height))
  }

  private let red = RGBColor(hex: 0xFF0000)
  private let blue = RGBColor(hex: 0x0000FF)

  @Test("A filled rectangle covers its pixels and no others, at any scale")
  func fill() throws {
    for scale in [1.0, 3] {
      let image = try bitmap([.fill(rect(4, 2, 6, 3), red)], scale: scale)
      let s = Int(scale)
      for y in 0..<10 * s {
        for x in 0..<20 * s {
          let isInside = (4 * s..<10 * s).contains(x) && (2 * s..<5 * s).contains(y)
          #expect(
            image[x, y] == RGBColor(red: 255, green: isInside ? 0 : 255, blue: isInside ? 0 : 255))
        }
      }
    }
  }

  @Test("Each pixel of an image belongs to a cell, at scales that divide no cell")
  func imageSeams() throws {
    for scale in [1.0, 1.25, 1.5, 1.75, 2, 2.5] {
      for (rows, height) in [(128, 7.3), (128, 9.1), (57, 8.7), (3, 6.1)] {
        let cells = (0..<rows).map { RGBColor(red: UInt8(100 + $0 % 100), green: 0, blue: 0) }
        let image = try bitmap(
          [
            .image(
              ImageItem(
                rect: Rect(x: 2.1, y: 0.4, width: 5, height: height), columns: 1, rows: rows,
                cells: cells))
          ], scale: scale)
        // Centres of pixels from the first to the last.
        for y in Int((0.4 * scale + 0.5).rounded(.up))..<Int((0.4 + height) * scale - 0.5) {
          #expect(image[Int(4 * scale), y].green == 0, "scale \(scale), \(rows) rows, pixel \(y)")
        }
      }
    }
  }

  @Test("A half covered pixel is half the colour")
  func coverage() throws {
    let pixel = try bitmap([.fill(rect(4, 2, 1.5, 1), .black)])[5, 2]
    #expect((125...130).contains(pixel.red))
  }

  @Test("Overlapping items in a group of half opacity do not show through each other")
  func groupOpacity() throws {
    let group = SceneGroup(
      .mark, opacity: 0.5, items: [.fill(rect(0, 0, 8, 8), red), .fill(rect(4, 0, 8, 8), blue)])
    let image = try bitmap([.group(group)])
    #expect(image[5, 2].red == image[10, 2].red)
    #expect((126...129).contains(image[5, 2].red))
    #expect(image[5, 2].blue == 255)
  }

  @Test("A radial gradient changes from its middle outwards, in circles and in ellipses")
  func radial() throws {
    for (height, transform) in [
      (8.0, AffineTransform.identity), (4, .identity), (2, .scale(1, 2)),
    ] {
      let paint = Paint.radialGradient(
        center: Point(10, 5 / transform.d), radii: Size(8, height),
        stops: [GradientStop(0.25, red), GradientStop(1, blue)])
      let item = SceneItem.path(PathItem(rect(0, 0, 20, 10), fill: paint))
      let image = try bitmap([
        .group(SceneGroup(.plot, transform: transform, items: [item]))
      ])
      let radius = height * transform.d
      for (x, y) in [(10, 5), (12, 5), (10, 2), (15, 7), (1, 1)] {
        let (dx, dy) = ((Double(x) + 0.5 - 10) / 8, (Double(y) + 0.5 - 5) / radius)
        let distance = (dx * dx + dy * dy).squareRoot()
        let share = min(max((distance - 0.25) / 0.75, 0), 1)
        #expect(abs(Double(image[x, y].blue) - 255 * share) <= 2, "at \(x), \(y) of \(height)")
        #expect(abs(Double(image[x, y].red) - 255 * (1 - share)) <= 2)
      }
    }
    let point = Paint.radialGradient(
      center: Point(10, 5), radii: .zero, stops: [GradientStop(0, red), GradientStop(1, blue)])
    let image = try bitmap([.path(PathItem(rect(0, 0, 20, 10), fill: point))])
    #expect(image[10, 5] == blue && image[3, 3] == blue)
  }

  @Test("Nothing is drawn outside of a clip, and the clip ends with its group")
  func clip() throws {
    let group = SceneGroup(.mark, clip: rect(0, 0, 5, 10), items: [.fill(rect(0, 0, 20, 10), red)])
    let image = try bitmap([.group(group), .fill(rect(15, 0, 5, 10), blue)])
    #expect(image[4, 5].green == 0)
    #expect(image[5, 5] == RGBColor(red: 255, green: 255, blue: 255))
    #expect(image[16, 5].red == 0)
  }

  @Test("Transforms of nested groups multiply, the outer one last")
  func transforms() throws {
    let inner = SceneGroup(
      .mark, transform: AffineTransform(a: 2, b: 0, c: 0, d: 2, tx: 0, ty: 0),
      items: [.fill(rect(1, 1, 1, 1), red)])
    let outer = SceneGroup(
      .mark, transform: AffineTransform(a: 1, b: 0, c: 0, d: 1, tx: 3, ty: 1),
      items: [.group(inner)])
    let image = try bitmap([.group(outer)])
    #expect(image[5, 3].green == 0)
    #expect(image[6, 4].green == 0)
    #expect(image[4, 3].green == 255)
    #expect(image[7, 3].green == 255)
  }

  @Test(
    "A coordinate that is no number, infinite or absurd is an error that names the node",
    arguments: [Double.nan, .infinity, -.infinity, 1e9])
  func notFinite(value: Double) {
    let group = SceneGroup(.mark, "bar 2", items: [.fill(rect(0, 0, value, 1), red)])
    #expect { try bitmap([.group(group)]) } throws: {
      "\($0)".hasPrefix("mark bar 2 has a coordinate")
    }
  }
}
