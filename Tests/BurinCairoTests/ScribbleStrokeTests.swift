import BurinCairo
import BurinGeometry
import BurinRaster
import BurinScene
import BurinText
import TestSupport
import Testing

@Suite("Lines that cross themselves very often")
struct ScribbleStrokeTests {
  private func bitmap(_ points: [Point], _ stroke: Stroke, parts: Int = 1) throws -> Bitmap {
    // Several paths of one segment more than their share, or one path.
    let count = (points.count + parts - 1) / parts
    let items = stride(from: 0, to: points.count - 1, by: count).map { start in
      SceneItem.stroke(
        .polyline(Array(points[start...min(start + count, points.count - 1)])), stroke)
    }
    let scene = Scene(size: Size(200, 100), background: .white, items: items)
    return try CairoRenderer(fonts: .shared()).bitmap(scene, scale: 1)
  }

  private var noise: [Point] {
    var random = SplitMix64(seed: 11)
    return (0..<3_000).map { Point(10 + 180 * Double($0) / 3_000, 10 + 80 * random.unit()) }
  }

  @Test("A translucent scribble is nowhere darker than its colour, and everywhere within it is")
  func translucent() throws {
    let ink = RGBColor(hex: 0x000000).opacity(0.5)
    let image = try bitmap(noise, Stroke(ink, width: 2))
    let blue = stride(from: 0, to: image.pixels.count, by: 4).map { image.pixels[$0] }
    // Half of black over white: 127 or 128.
    #expect(blue.allSatisfy { $0 >= 127 })
    #expect((40..<60).allSatisfy { row in (30..<170).allSatisfy { blue[row * 200 + $0] <= 128 } })
  }

  @Test("Its pixels are those of one stroke, but for edges that pieces share")
  func pieces() throws {
    // Five paths of 600 points are few enough that Cairo strokes each as a scribble too; thirty of
    // a hundred are strokes of their own.
    let whole = try bitmap(noise, Stroke(.black, width: 1.4, join: .round))
    let apart = try bitmap(noise, Stroke(.black, width: 1.4, join: .round), parts: 30)
    let distances = zip(whole.pixels, apart.pixels).map { abs(Int($0) - Int($1)) }
    #expect((distances.max() ?? 0) <= 64)
    #expect(distances.count { $0 > 2 } < distances.count / 20)
  }

  @Test("A long smooth curve stays one stroke")
  func smooth() throws {
    let curve = (0..<3_000).map { index in
      let x = 10 + 180 * Double(index) / 3_000
      return Point(x, 50 + 0.0004 * (x - 100) * (x - 100))
    }
    let ink = RGBColor(hex: 0x000000).opacity(0.5)
    // A square cap at the ends is never drawn in pieces.
    let one = try bitmap(curve, Stroke(ink, width: 2, cap: .square))
    let other = try bitmap(curve, Stroke(ink, width: 2))
    let middle = (20 * 4)..<(180 * 4)
    for row in 0..<100 {
      let start = row * 800
      #expect(
        one.pixels[start + middle.lowerBound..<start + middle.upperBound].elementsEqual(
          other.pixels[start + middle.lowerBound..<start + middle.upperBound]))
    }
  }
}
