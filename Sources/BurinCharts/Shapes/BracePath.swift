public import BurinGeometry

extension Path {
  /// A curly brace from one point to another, to be stroked.
  ///
  /// ```swift
  /// Path.brace(from: Point(0, 0), to: Point(100, 0), depth: -10)  // above; its tip at (50, -10)
  /// ```
  ///
  /// - Parameters:
  ///   - start: the first end.
  ///   - end: the second end.
  ///   - depth: how far the tip stands off, in points: to the right of the way from start to end
  ///     as seen in a y-down space (downwards for a brace drawn to the right), to the left where
  ///     negative.
  ///   - tip: where along the brace the tip stands, as a fraction from 0 to 1.
  ///
  /// Empty where the ends coincide.
  public static func brace(
    from start: Point, to end: Point, depth: Double, tip: Double = 0.5
  ) -> Path {
    let along = (end - start).normalized
    guard along != .zero else { return Path() }
    let length = start.distance(to: end)
    let across = along.perpendicular
    func at(_ s: Double, _ d: Double) -> Point { start + along * s + across * (d * depth) }

    let middle = length * min(max(tip, 0.1), 0.9)
    // Each arm: a hook at the end, a straight back, and a hook up to the tip.
    let bend = min(abs(depth) * 0.9, middle / 2, (length - middle) / 2)
    var path = Path()
    path.move(to: start)
    path.cubic(at(0, 0.36), at(bend * 0.36, 0.5), to: at(bend, 0.5))
    path.line(to: at(middle - bend, 0.5))
    path.cubic(at(middle - bend * 0.36, 0.5), at(middle - bend * 0.06, 0.64), to: at(middle, 1))
    path.cubic(
      at(middle + bend * 0.06, 0.64), at(middle + bend * 0.36, 0.5), to: at(middle + bend, 0.5))
    path.line(to: at(length - bend, 0.5))
    path.cubic(at(length - bend * 0.36, 0.5), at(length, 0.36), to: end)
    return path
  }
}
