import BurinGeometry
import BurinScene

/// A filled path on the canvas, for asking what it covers and in which colour.
struct PaintedArea {
  let ink: InkSurvey.Ink
  let polygon: Polygon

  /// Nil for what is not filled, has no area, or is wholly clipped away.
  init?(_ ink: InkSurvey.Ink) {
    guard case .path(let item) = ink.item, isVisible(item.fill), ink.shown != nil,
      let polygon = Polygon(item.path.transformed(by: ink.transform))
    else { return nil }
    self.ink = ink
    self.polygon = polygon
  }

  /// The part of the area's rectangle that is shown.
  var bounds: Rect { ink.shown ?? ink.bounds }

  /// Whether a point is painted: filled, and not clipped.
  func contains(_ point: Point) -> Bool {
    ink.clip?.contains(point) != false && polygon.contains(point)
  }

  /// Whether nothing shows through.
  var isOpaque: Bool {
    guard case .path(let item) = ink.item, let fill = item.fill else { return false }
    return ink.opacity == 1 && leastOpacity(fill) == 1
  }

  /// The colour at a point of the canvas, or nil outside.
  func color(at point: Point) -> Color? {
    guard contains(point), case .path(let item) = ink.item else { return nil }
    switch item.fill {
    case .color(let color): return color.opacity(ink.opacity)
    case .linearGradient(let from, let to, let stops):
      return Self.gradient(point, ink.transform.apply(from), ink.transform.apply(to), stops)
        .opacity(ink.opacity)
    case nil: return nil
    }
  }

  private static func gradient(
    _ point: Point, _ from: Point, _ to: Point, _ stops: [GradientStop]
  ) -> Color {
    let d = to - from
    let square = d.dx * d.dx + d.dy * d.dy
    let t = square > 0 ? ((point.x - from.x) * d.dx + (point.y - from.y) * d.dy) / square : 0
    guard let next = stops.firstIndex(where: { $0.offset >= t }) else {
      return stops.last?.color ?? .clear
    }
    guard next > 0 else { return stops[0].color }
    let (a, b) = (stops[next - 1], stops[next])
    let fraction = b.offset > a.offset ? (t - a.offset) / (b.offset - a.offset) : 1
    return mixed(a.color, b.color, fraction)
  }

  /// A gradient mixes the sRGB bytes, as renderers do.
  private static func mixed(_ a: Color, _ b: Color, _ t: Double) -> Color {
    func mix(_ x: UInt8, _ y: UInt8) -> UInt8 {
      UInt8((Double(x) + (Double(y) - Double(x)) * min(max(t, 0), 1)).rounded())
    }
    return Color(
      red: mix(a.red, b.red), green: mix(a.green, b.green), blue: mix(a.blue, b.blue),
      alpha: mix(a.alpha, b.alpha))
  }
}
