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
    center + Self.direction(angle) * distance
  }

  private static func direction(_ angle: Double) -> Vector { Vector(sin(angle), -cos(angle)) }

  /// Returns the sector between two angles and two distances from the middle.
  ///
  /// - Parameters:
  ///   - angle0: where the sector starts, in radians.
  ///   - angle1: where it ends, no less than `angle0`.
  ///   - radius0: the inner distance, in points; 0 for a sector with a tip.
  ///   - radius1: the outer distance, in points.
  ///   - inset: how far both straight edges move into the sector, in points. Edges of neighbours are
  ///     parallel then. A sector that is too thin for its inset keeps a sliver.
  ///   - cornerRadius: the radius of the corners, in points; a tip stays sharp.
  public func box(
    _ angle0: Double, _ angle1: Double, _ radius0: Double, _ radius1: Double, inset: Double = 0,
    cornerRadius: Double = 0
  ) -> Path {
    var path = Path()
    let (inner, outer) = (max(0, min(radius0, radius1)), max(radius0, radius1))
    guard angle1 > angle0, outer > inner else { return path }
    guard angle1 - angle0 < 2 * .pi - 1e-9 else {
      addArc(to: &path, around: center, outer, from: 0, to: 2 * .pi)
      path.close()
      if inner > 0 {
        // Against the outer circle, so that the inside is a hole.
        addArc(to: &path, around: center, inner, from: 2 * .pi, to: 0)
        path.close()
      }
      return path
    }
    let half = (angle1 - angle0) / 2
    // Half a turn and more leaves room beside the edges without end.
    let sine = sin(min(half, .pi / 2))
    let inset = min(max(0, inset), 0.4 * outer * sine)
    let wanted = min(max(0, cornerRadius), (outer - inner) / 2)
    let round = max(0, min(wanted, (outer * sine - inset) / (1 + sine)))
    let turn = asin(min(1, (round + inset) / (outer - round)))
    let (start, end) = (angle0 + turn, angle1 - turn)
    addArc(to: &path, around: point(start, outer - round), round, from: angle0 - .pi / 2, to: start)
    addArc(to: &path, around: center, outer, from: start, to: end)
    addArc(to: &path, around: point(end, outer - round), round, from: end, to: angle1 + .pi / 2)
    guard inner * sine > inset else {
      // The tip, where both edges meet; kept near the middle where they meet at a flat angle.
      let distance = inset / sin(half)
      path.line(to: point(angle0 + half, half > .pi / 2 ? min(distance, 2 * inset) : distance))
      path.close()
      return path
    }
    let room = sine < 1 ? (inner * sine - inset) / (1 - sine) : .infinity
    let hollow = max(0, min(wanted, room))
    let back = asin(min(1, (hollow + inset) / (inner + hollow)))
    let (last, first) = (angle1 - back, angle0 + back)
    addArc(
      to: &path, around: point(last, inner + hollow), hollow, from: angle1 + .pi / 2,
      to: last + .pi)
    addArc(to: &path, around: center, inner, from: last, to: first)
    addArc(
      to: &path, around: point(first, inner + hollow), hollow, from: first + .pi,
      to: angle0 + 1.5 * .pi)
    path.close()
    return path
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

  /// Adds a part of a circle, after a line to its start.
  ///
  /// A cubic curve spans a quarter of the turn at most, where it is off by less than 0.03 % of the
  /// radius.
  private func addArc(
    to path: inout Path, around center: Point, _ radius: Double, from start: Double, to end: Double
  ) {
    let first = center + Self.direction(start) * radius
    if let last = path.elements.last, last != .close {
      path.line(to: first)
    } else {
      path.move(to: first)
    }
    guard radius > 0, start != end else { return }
    let count = max(1, (abs(end - start) / (.pi / 2) - 1e-9).rounded(.up))
    let step = (end - start) / count
    let reach = 4.0 / 3 * tan(step / 4) * radius
    for index in 0..<Int(count) {
      let (a, b) = (start + step * Double(index), start + step * Double(index + 1))
      path.cubic(
        center + Self.direction(a) * radius + Self.direction(a + .pi / 2) * reach,
        center + Self.direction(b) * radius - Self.direction(b + .pi / 2) * reach,
        to: center + Self.direction(b) * radius)
    }
  }
}
