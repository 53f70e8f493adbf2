import BurinGeometry
import BurinScene

/// The colours, the middle and the radii of a gradient in circles or ellipses.
struct RoundGradient: Hashable, Sendable {
  var gradient: Gradient
  var center: UnitPoint
  /// Where the first and the last colour are, from the middle.
  var start, end: Double
  /// Whether the radii are parts of the rectangle's sides rather than points.
  var isRelative: Bool

  /// Returns the paint over a rectangle.
  func paint(in rect: Rect, opacity: Double, theme: Theme) throws -> Paint {
    let unit = isRelative ? "Fraction of an elliptical gradient" : " of a radial gradient"
    try ChartError.check(start, "startRadius\(unit)")
    try ChartError.check(end, "endRadius\(unit)")
    let outer = max(start, end)
    let stops = try gradient.stops(opacity: opacity, theme: theme).map { stop in
      // A scene's gradient begins at the middle: before the start, the first colour goes on.
      GradientStop(
        outer > 0 ? (start + (end - start) * stop.offset) / outer : 1, stop.color)
    }
    return .radialGradient(
      center: center.point(in: rect),
      radii: isRelative
        ? Size(outer * rect.width, outer * rect.height) : Size(outer, outer),
      stops: start <= end ? stops : stops.reversed())
  }
}
