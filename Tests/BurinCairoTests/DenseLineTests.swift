import BurinCairo
import BurinGeometry
import BurinRaster
import BurinScene
import BurinText
import TestSupport
import Testing

/// Lines and areas of many points, against shares of pixels counted on a fine lattice.
@Suite("Dense lines and areas as pixels")
struct DenseLineTests {
  private static let (width, height) = (40, 30)
  private static let exact = ExactCoverage(width: width, height: height)

  /// Ways in which y runs with x, in pixels.
  enum Shape: String, CaseIterable, Sendable {
    case noise, walk, wave, steps, spikes, flat, steep
  }

  private static func points(_ shape: Shape, _ count: Int, seed: UInt64 = 4) -> [Point] {
    var random = SplitMix64(seed: seed)
    var level = 15.0
    let (w, h) = (Double(width), Double(height))
    var points: [Point] = []
    for index in 0..<count {
      let x = 3.3 + (w - 6.1) * Double(index) / Double(count - 1)
      var y: Double
      switch shape {
      case .noise: y = h / 2 + 9 * (random.unit() + random.unit() - 1)
      case .walk:
        level += (random.unit() - 0.5) * 60 / Double(count).squareRoot()
        y = level
      case .wave: y = h / 2 + 9 * Oscillation.sine(x / 1.7)
      case .steps: y = Double(Int(x / 2.35) % 3) * 7.3 + 6.2
      case .spikes: y = index % max(1, count / 9) == 5 ? 4.4 : 22.7
      case .flat: y = 11.37
      case .steep: y = Int(x * 0.7) % 2 == 0 ? 5 + 3 * x.truncatingRemainder(dividingBy: 1.4) : 24
      }
      if shape == .steps, let last = points.last, last.y != y { points.append(Point(x, last.y)) }
      points.append(Point(x, y))
    }
    return points
  }

  @Test("Strokes are within two of 255 of exact coverage", arguments: Shape.allCases, [1.2, 5])
  func strokes(_ shape: Shape, width: Double) throws {
    for (cap, join, count) in [
      (Stroke.Cap.round, Stroke.Join.round, 900), (.round, .round, 300), (.butt, .round, 300),
      (.square, .round, 300),
    ] {
      let points = Self.points(shape, count)
      let stroke = Stroke(.black, width: width, cap: cap, join: join)
      let worst = try difference([points], stroke, Self.exact.reference(stroked: [points], stroke))
      #expect(worst <= 2, "\(worst) of 255 for \(count) points, \(cap) caps, \(join) joins")
    }
  }

  @Test("Lines with gaps are within two of 255 of exact coverage")
  func gaps() throws {
    let points = Self.points(.noise, 1_500)
    let lines = [
      Array(points[..<500]), Array(points[503..<900]), Array(points[930..<932]),
      Array(points[960...]),
    ]
    let stroke = Stroke(.black, width: 1.6, cap: .round, join: .round)
    #expect(try difference(lines, stroke, Self.exact.reference(stroked: lines, stroke)) <= 2)
  }

  @Test("Descending lines and translucent ones are painted likewise")
  func reversed() throws {
    let points = Self.points(.walk, 2_000)
    let stroke = Stroke(.black, width: 2, cap: .round, join: .round)
    let one = try bitmap([.stroke(.polyline(points), stroke)])
    let other = try bitmap([.stroke(.polyline(points.reversed()), stroke)])
    #expect(one.pixels == other.pixels)
    let faint = try bitmap([
      .stroke(
        .polyline(points),
        Stroke(RGBColor.black.opacity(0.5), width: 2, cap: .round, join: .round))
    ])
    // Half of the ink, wherever there is some.
    for (dark, pale) in zip(one.pixels, faint.pixels) {
      let (full, half) = (255 - Double(dark), 255 - Double(pale))
      let distance: Double = abs(full * 128 / 255 - half)
      #expect(distance <= 1)
    }
  }

  @Test("Areas are within two of 255 of exact coverage", arguments: Shape.allCases)
  func areas(_ shape: Shape) throws {
    for count in [300, 1_000] {
      let upper = Self.points(shape, count)
      for lower in [
        upper.map { Point($0.x, 27.3) }, upper.map { Point($0.x, 30 - $0.y) },
        Self.points(.walk, count, seed: 9),
      ] {
        var path = Path()
        path.move(to: upper[0])
        for point in upper.dropFirst() { path.line(to: point) }
        for point in lower.reversed() { path.line(to: point) }
        path.close()
        let image = try bitmap([.fill(path, .black)])
        let worst = Self.difference(image, Self.exact.reference(between: upper, lower))
        #expect(worst <= 2, "\(worst) of 255 for \(count) points")
      }
    }
  }

  @Test("Neighbouring areas of one path add up where they meet in a pixel")
  func neighbours() throws {
    // Two halves, with a gap that is narrower than a pixel.
    let parts = [(3.0, 12.4), (12.7, 30)].map { start, end in
      (0..<600).map { Point(start + (end - start) * Double($0) / 599, 5.5) }
    }
    var path = Path()
    for upper in parts {
      path.move(to: upper[0])
      for point in upper.dropFirst() { path.line(to: point) }
      for point in upper.reversed() { path.line(to: Point(point.x, 20)) }
      path.close()
    }
    let image = try bitmap([.fill(path, .black)])
    let gap = Double(image[12, 10].red)
    #expect(abs(gap - 255 * 0.3) <= 1)
    #expect(image[11, 10].red == 0 && image[13, 10].red == 0)
    #expect(image[13, 5].red == 128)
  }

  @Test("A clip at a share of a pixel holds")
  func clip() throws {
    let points = Self.points(.noise, 1_500)
    let stroke = Stroke(.black, width: 2, cap: .round, join: .round)
    let whole = try bitmap([.stroke(.polyline(points), stroke)])
    let clip = Rect(minX: 8.5, minY: 10.25, maxX: 31.5, maxY: 20)
    let cut = try bitmap([
      .group(
        SceneGroup(.plot, clip: .rect(clip), items: [.stroke(.polyline(points), stroke)]))
    ])
    #expect(cut[20, 15] == whole[20, 15] && cut[3, 15].red == 255 && cut[20, 25].red == 255)
    let half = (255 - Double(whole[8, 15].red)) / 2
    let distance: Double = abs(255 - Double(cut[8, 15].red) - half)
    #expect(distance <= 1)
  }
}

// Reference
extension DenseLineTests {
  private func bitmap(_ items: [SceneItem]) throws -> Bitmap {
    try CairoRenderer(fonts: .shared()).bitmap(
      Scene(
        size: Size(Double(Self.width), Double(Self.height)), background: .white, items: items),
      scale: 1)
  }

  private func difference(
    _ lines: [[Point]], _ stroke: Stroke, _ expected: [Double]
  ) throws -> Double {
    var path = Path()
    for line in lines {
      path.move(to: line[0])
      for point in line.dropFirst() { path.line(to: point) }
    }
    return Self.difference(try bitmap([.stroke(path, stroke)]), expected)
  }

  private static func difference(_ image: Bitmap, _ expected: [Double]) -> Double {
    var worst = 0.0
    for (index, share) in expected.enumerated() {
      let pixel = image[index % width, index / width]
      worst = max(worst, abs(Double(pixel.red) - 255 * (1 - share)))
    }
    return worst
  }
}

/// A wave without a mathematics library: a sine by its series.
private enum Oscillation {
  static func sine(_ x: Double) -> Double {
    let y = x.remainder(dividingBy: 2 * .pi)
    var (term, sum) = (y, y)
    for k in 1..<14 {
      term *= -y * y / Double((2 * k) * (2 * k + 1))
      sum += term
    }
    return sum
  }
}
