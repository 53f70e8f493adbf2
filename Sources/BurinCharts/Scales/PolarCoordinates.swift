public import BurinGeometry

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Angles from the top, clockwise, and distances from a middle.
///
/// ```swift
/// let polar = PolarCoordinates(in: Rect(x: 0, y: 0, width: 200, height: 100), angles: 0...8)
/// polar.center             // (100, 50)
/// polar.radius             // 50
/// polar.angle(2)           // π / 2: a quarter of the turn
/// polar.point(.pi / 2, 50) // (150, 50)
/// ```
public struct PolarCoordinates: Hashable, Sendable {
  /// The middle, in the figure's coordinates.
  public let center: Point
  /// The largest distance from the middle, in points.
  public let radius: Double
  /// The values at the start and the end of a full turn.
  public let angles: ClosedRange<Double>

  /// Makes coordinates on the largest square in the middle of a rectangle.
  public init(in rect: Rect, angles: ClosedRange<Double>) {
    center = rect.center
    radius = max(0, min(rect.width, rect.height) / 2)
    self.angles = angles
  }

  /// Returns the angle of a value in radians, 0 at the top and growing clockwise.
  ///
  /// Nil for a value that is not finite, and where all values are one.
  public func angle(_ value: Double) -> Double? {
    // Halves, since the difference of two numbers may exceed every Double.
    let span = angles.upperBound / 2 - angles.lowerBound / 2
    guard value.isFinite, span > 0 else { return nil }
    let part = (value / 2 - angles.lowerBound / 2) / span
    return part.isFinite ? 2 * .pi * part : nil
  }

  /// Returns the point at an angle in radians and a distance from the middle in points.
  public func point(_ angle: Double, _ distance: Double) -> Point {
    center + Vector(clockwiseFromTop: angle) * distance
  }

  /// Returns the sector between two angles and two distances from the middle.
  ///
  /// The parameters are those of ``BurinGeometry/Path/sector(center:from:to:innerRadius:outerRadius:inset:cornerRadius:)``.
  public func box(
    _ angle0: Double, _ angle1: Double, _ radius0: Double, _ radius1: Double, inset: Double = 0,
    cornerRadius: Double = 0
  ) -> Path {
    .sector(
      center: center, from: angle0, to: angle1, innerRadius: radius0, outerRadius: radius1,
      inset: inset, cornerRadius: cornerRadius)
  }

  /// Returns the largest square around the middle of a sector that lies within it, but for its corners.
  ///
  /// It is where a name stands: halfway between both angles and both distances; a full disc has it in
  /// its middle.
  public func room(
    _ angle0: Double, _ angle1: Double, _ radius0: Double, _ radius1: Double
  ) -> Rect {
    let half = (angle1 - angle0) / 2
    let (inner, outer) = (max(0, min(radius0, radius1)), max(radius0, radius1))
    let isDisc = inner == 0 && half >= .pi - 1e-9
    // A tip is too narrow for a name, so that the middle of a pie's piece lies farther out.
    let distance = isDisc ? 0 : inner > 0 ? (inner + outer) / 2 : outer * 0.64
    let side =
      isDisc
      ? 2 * outer : 2 * min(outer - distance, distance - inner, distance * sin(min(half, .pi / 2)))
    return Rect(center: point(angle0 + half, distance), size: Size(max(0, side), max(0, side)))
  }
}
