public import BurinGeometry

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How a line runs between its points.
public struct InterpolationMethod: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    case linear, monotone, stepStart, stepCenter, stepEnd
    case cardinal(tension: Double)
    case catmullRom(alpha: Double)
  }

  let form: Form

  /// Straight.
  public static let linear = InterpolationMethod(form: .linear)
  /// A smooth curve that rises and falls only where the points do.
  ///
  /// Source: F. Fritsch, R. Carlson, "Monotone Piecewise Cubic Interpolation" (1980). Needs x
  /// that rise or fall throughout; other points are joined by straight lines.
  public static let monotone = InterpolationMethod(form: .monotone)
  /// A smooth curve through points in any order, without loops or cusps.
  ///
  /// Source: C. Yuksel, S. Schaefer, J. Keyser, "Parameterization and Applications of Catmull–Rom
  /// Curves" (2011), centripetal.
  public static let catmullRom = InterpolationMethod(form: .catmullRom(alpha: 0.5))
  /// A smooth curve whose tangents are parallel to the chords between the neighbours.
  public static let cardinal = InterpolationMethod(form: .cardinal(tension: 0))
  /// Steps that change at the start of each interval.
  public static let stepStart = InterpolationMethod(form: .stepStart)
  /// Steps that change in the middle of each interval.
  public static let stepCenter = InterpolationMethod(form: .stepCenter)
  /// Steps that change at the end of each interval.
  public static let stepEnd = InterpolationMethod(form: .stepEnd)

  /// Returns a smooth curve whose parameter grows with a power of the distances.
  ///
  /// - Parameter alpha: the power: 0 for equal steps, 0.5 for no loops or cusps, 1 for the
  ///   distances themselves.
  public static func catmullRom(alpha: Double) -> InterpolationMethod {
    InterpolationMethod(form: .catmullRom(alpha: alpha.isNaN ? 0.5 : alpha.clamped(to: 0...1)))
  }

  /// Returns a smooth curve whose tangents are parallel to the chords between the neighbours.
  ///
  /// - Parameter tension: how tight the curve is: 0 for the smoothest one, 1 for straight lines.
  public static func cardinal(tension: Double) -> InterpolationMethod {
    InterpolationMethod(form: .cardinal(tension: tension.isNaN ? 0 : tension.clamped(to: 0...1)))
  }
}

extension InterpolationMethod: CustomStringConvertible {
  /// The name of the method, such as `catmullRom`.
  public var description: String {
    switch form {
    case .linear: "linear"
    case .monotone: "monotone"
    case .stepStart: "stepStart"
    case .stepCenter: "stepCenter"
    case .stepEnd: "stepEnd"
    case .cardinal(let tension): tension == 0 ? "cardinal" : "cardinal(tension: \(tension))"
    case .catmullRom(let alpha): alpha == 0.5 ? "catmullRom" : "catmullRom(alpha: \(alpha))"
    }
  }
}

extension InterpolationMethod {
  /// Whether the line is straight between its points or runs in steps.
  var isStraight: Bool {
    switch form {
    case .linear, .stepStart, .stepCenter, .stepEnd: true
    case .monotone, .cardinal, .catmullRom: false
    }
  }

  /// Whether the line may reach beyond its points.
  var overshoots: Bool {
    switch form {
    case .linear, .stepStart, .stepCenter, .stepEnd, .monotone: false
    case .cardinal, .catmullRom: true
    }
  }

  /// The line through points; empty for fewer than two.
  ///
  /// ```swift
  /// InterpolationMethod.stepEnd.path(through: [Point(0, 0), Point(1, 2)])
  /// // from (0, 0) over (1, 0) to (1, 2)
  /// ```
  public func path(through points: [Point]) -> Path {
    guard points.count > 1 else { return Path() }
    switch form {
    case .linear: return .polyline(points)
    case .monotone: return monotonePath(points)
    case .catmullRom(let alpha): return catmullRomPath(points, alpha)
    case .cardinal(let tension): return cardinalPath(points, tension)
    case .stepStart: return stepPath(points, at: 0)
    case .stepCenter: return stepPath(points, at: 0.5)
    case .stepEnd: return stepPath(points, at: 1)
    }
  }

  private func stepPath(_ points: [Point], at fraction: Double) -> Path {
    var corners = [points[0]]
    for (a, b) in zip(points, points.dropFirst()) {
      let x = a.x * (1 - fraction) + b.x * fraction
      for corner in [Point(x, a.y), Point(x, b.y), b] where corner != corners.last {
        corners.append(corner)
      }
    }
    return .polyline(corners)
  }

  private func monotonePath(_ points: [Point]) -> Path {
    let steps = zip(points, points.dropFirst()).map { $1 - $0 }
    guard steps.allSatisfy({ $0.dx > 0 }) || steps.allSatisfy({ $0.dx < 0 }) else {
      return .polyline(points)
    }
    let slopes = monotoneSlopes(steps)
    var path = Path()
    path.move(to: points[0])
    for (index, step) in steps.enumerated() {
      let (a, b) = (points[index], points[index + 1])
      let third = step.dx / 3
      path.cubic(
        Point(a.x + third, a.y + third * slopes[index]),
        Point(b.x - third, b.y - third * slopes[index + 1]), to: b)
    }
    return path
  }

  private func cardinalPath(_ points: [Point], _ tension: Double) -> Path {
    // A third of the tangent at each end, as of a cubic Hermite curve.
    let part = (1 - tension) / 6
    var path = Path()
    path.move(to: points[0])
    for index in 0..<points.count - 1 {
      let before = points[max(index - 1, 0)]
      let (a, b) = (points[index], points[index + 1])
      let after = points[min(index + 2, points.count - 1)]
      path.cubic(a + (b - before) * part, b - (after - a) * part, to: b)
    }
    return path
  }

  private func catmullRomPath(_ points: [Point], _ alpha: Double) -> Path {
    var path = Path()
    path.move(to: points[0])
    for index in 0..<points.count - 1 {
      let before = points[max(index - 1, 0)]
      let (a, b) = (points[index], points[index + 1])
      let after = points[min(index + 2, points.count - 1)]
      let roots = [(before, a), (a, b), (b, after)].map { ends in
        let distance = ends.0.distance(to: ends.1)
        // A square root is exact to the last bit, a power need not be.
        return alpha == 0.5 ? distance.squareRoot() : distance == 0 ? 0 : pow(distance, alpha)
      }
      path.cubic(
        catmullRomControl(before, a, b, roots[0], roots[1]),
        catmullRomControl(after, b, a, roots[2], roots[1]), to: b)
    }
    return path
  }

  /// The control point beside `here` towards `there`; the roots are those of the two distances.
  private func catmullRomControl(
    _ before: Point, _ here: Point, _ there: Point, _ rootBefore: Double, _ root: Double
  ) -> Point {
    guard rootBefore > 0, root > 0 else { return here }
    let (p, q) = (rootBefore * rootBefore, root * root)
    let middle = 2 * p + 3 * rootBefore * root + q
    let whole = 3 * rootBefore * (rootBefore + root)
    func blend(_ a: Double, _ b: Double, _ c: Double) -> Double {
      (p * c - q * a + middle * b) / whole
    }
    return Point(blend(before.x, here.x, there.x), blend(before.y, here.y, there.y))
  }
}

/// The slopes at the points, given the steps between them, cut until every piece is monotone.
func monotoneSlopes(_ steps: [Vector]) -> [Double] {
  let secants = steps.map { $0.dy / $0.dx }
  guard let first = secants.first, let last = secants.last else { return [] }
  var slopes = [first]
  for (a, b) in zip(secants, secants.dropFirst()) {
    slopes.append(a * b > 0 ? (a + b) / 2 : 0)
  }
  slopes.append(last)
  for (index, secant) in secants.enumerated() {
    guard secant != 0 else {
      (slopes[index], slopes[index + 1]) = (0, 0)
      continue
    }
    let (alpha, beta) = (slopes[index] / secant, slopes[index + 1] / secant)
    let square = alpha * alpha + beta * beta
    if square > 9 {
      let factor = 3 / square.squareRoot()
      slopes[index] = factor * alpha * secant
      slopes[index + 1] = factor * beta * secant
    }
  }
  return slopes
}
