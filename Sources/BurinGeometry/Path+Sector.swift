#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Vector {
  /// Creates a vector of length 1 from its angle in radians, 0 pointing up and growing clockwise.
  public init(clockwiseFromTop angle: Double) { self.init(sin(angle), -cos(angle)) }
}

extension Path {
  /// Returns the sector between two angles and two distances from a middle.
  ///
  /// Angles are in radians, 0 at the top and growing clockwise.
  ///
  /// - Parameters:
  ///   - center: the middle.
  ///   - angle0: where the sector starts.
  ///   - angle1: where it ends, no less than `angle0`.
  ///   - radius0: the inner distance, in points; 0 for a sector with a tip.
  ///   - radius1: the outer distance, in points.
  ///   - inset: how far both straight edges move into the sector, in points. Edges of neighbours are
  ///     parallel then. A sector that is too thin for its inset keeps a sliver.
  ///   - cornerRadius: the radius of the corners, in points; a tip stays sharp.
  public static func sector(
    center: Point, from angle0: Double, to angle1: Double, innerRadius radius0: Double,
    outerRadius radius1: Double, inset: Double = 0, cornerRadius: Double = 0
  ) -> Path {
    func point(_ angle: Double, _ distance: Double) -> Point {
      center + Vector(clockwiseFromTop: angle) * distance
    }
    var path = Path()
    let (inner, outer) = (max(0, min(radius0, radius1)), max(radius0, radius1))
    guard angle1 > angle0, outer > inner else { return path }
    guard angle1 - angle0 < 2 * .pi - 1e-9 else {
      path.addArc(around: center, outer, from: 0, to: 2 * .pi)
      path.close()
      if inner > 0 {
        // Against the outer circle, so that the inside is a hole.
        path.addArc(around: center, inner, from: 2 * .pi, to: 0)
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
    path.addArc(around: point(start, outer - round), round, from: angle0 - .pi / 2, to: start)
    path.addArc(around: center, outer, from: start, to: end)
    path.addArc(around: point(end, outer - round), round, from: end, to: angle1 + .pi / 2)
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
    path.addArc(
      around: point(last, inner + hollow), hollow, from: angle1 + .pi / 2, to: last + .pi)
    path.addArc(around: center, inner, from: last, to: first)
    path.addArc(
      around: point(first, inner + hollow), hollow, from: first + .pi, to: angle0 + 1.5 * .pi)
    path.close()
    return path
  }

  /// Adds a part of a circle, after a line to its start.
  ///
  /// A cubic curve spans a quarter of the turn at most, where it is off by less than 0.03 % of the
  /// radius.
  package mutating func addArc(
    around center: Point, _ radius: Double, from start: Double, to end: Double
  ) {
    let first = center + Vector(clockwiseFromTop: start) * radius
    if let last = elements.last, last != .close {
      line(to: first)
    } else {
      move(to: first)
    }
    guard radius > 0, start != end else { return }
    let count = max(1, (abs(end - start) / (.pi / 2) - 1e-9).rounded(.up))
    let step = (end - start) / count
    let reach = 4.0 / 3 * tan(step / 4) * radius
    for index in 0..<Int(count) {
      let (a, b) = (start + step * Double(index), start + step * Double(index + 1))
      cubic(
        center + Vector(clockwiseFromTop: a) * radius + Vector(clockwiseFromTop: a + .pi / 2)
          * reach,
        center + Vector(clockwiseFromTop: b) * radius - Vector(clockwiseFromTop: b + .pi / 2)
          * reach,
        to: center + Vector(clockwiseFromTop: b) * radius)
    }
  }
}
