import BurinGeometry
import BurinScene

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// One painted part of a symbol, as outlines around its middle.
///
/// A ring over a ground has two parts, other symbols have one.
struct SymbolOutline {
  private enum Form {
    /// Corners at a radius of 1.
    case polygon([SIMD2<Double>])
    case disc(Circles)
    /// A disc less an inner one; widths in pixels.
    case ring(width: Double, circles: Circles)
    /// The disc to the middle of a ring's line; the line's width in pixels.
    case ground(width: Double, circles: Circles)
  }

  private let form: Form
  /// The rectangle that the part fills at a radius of 1, at most.
  let extent: Rect

  /// Makes the outline of a symbol, or of the ground within a ring.
  ///
  /// - Parameters:
  ///   - symbol: the symbol.
  ///   - isGround: whether the ground is meant.
  ///   - scale: pixels for each point.
  ///   - largest: the largest radius, in pixels, at which it is drawn.
  init(_ symbol: PointSymbol, isGround: Bool = false, scale: Double, largest: Double) {
    extent = symbol.extent
    switch symbol {
    case .circle: form = .disc(Circles(largest: largest))
    case .ring(let width, _):
      let circles = Circles(largest: largest)
      form =
        isGround
        ? .ground(width: width * scale, circles: circles)
        : .ring(width: width * scale, circles: circles)
    case .square, .diamond, .triangle, .cross:
      form = .polygon(symbol.corners.map { SIMD2($0.x, $0.y) })
    }
  }

  /// Adds the shares that the part covers to a mask.
  ///
  /// - Parameters:
  ///   - mask: holds the part, and is emptied first.
  ///   - center: the middle, in the mask's pixels.
  ///   - radius: the radius, in pixels.
  func cover(
    _ mask: inout CoverageMask, width: Int, height: Int, center: SIMD2<Double>, radius: Double
  ) {
    mask.reset(width: width, height: height)
    switch form {
    case .polygon(let corners): mask.add(corners, around: center, radius: radius)
    case .disc(let circles): mask.add(circles[radius], around: center, radius: radius)
    case .ground(let width, let circles):
      let inner = radius - width / 2
      if inner > 0 { mask.add(circles[inner], around: center, radius: inner) }
    case .ring(let width, let circles):
      // A line around nothing is none.
      guard radius > width / 2 else { break }
      mask.add(circles[radius], around: center, radius: radius)
      let inner = radius - width
      if inner > 0 { mask.add(circles[inner], around: center, radius: inner, sign: -1) }
    }
    mask.sum()
  }
}

/// Circles of a radius of 1 as polygons, with as many corners as the radius needs that they are
/// drawn with.
private struct Circles {
  /// The polygons for radii up to 1, 2, 4 and so on, in pixels.
  private let outlines: [[SIMD2<Double>]]

  init(largest: Double) {
    var radius = 1.0
    var outlines = [Self.outline(radius)]
    while radius < largest {
      radius *= 2
      outlines.append(Self.outline(radius))
    }
    self.outlines = outlines
  }

  /// A circle for a radius of at most the largest.
  subscript(radius: Double) -> [SIMD2<Double>] {
    var (index, limit) = (0, 1.0)
    while limit < radius, index + 1 < outlines.count { (index, limit) = (index + 1, limit * 2) }
    return outlines[index]
  }

  /// A polygon of a circle's area whose sides keep within a hundredth of a pixel of the circle, so
  /// that no pixel differs by more than 0.6 of 255.
  private static func outline(_ radius: Double) -> [SIMD2<Double>] {
    let count = min(Int(24 * radius.squareRoot()), 1024)
    let step = 2 * Double.pi / Double(count)
    let reach = (step / sin(step)).squareRoot()
    return (0..<count).map { index in
      let angle = (Double(index) + 0.5) * step
      return SIMD2(reach * cos(angle), reach * sin(angle))
    }
  }
}
