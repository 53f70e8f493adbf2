import BurinGeometry
import BurinScene

/// A stroke, or a shape as thin as one, as segments on the canvas.
struct DrawnLine {
  let ink: InkSurvey.Ink
  /// The pieces inside the clip.
  let segments: [Segment]
  let halfWidth: Double
  let color: Color?

  /// Paints fainter than this are no obstacle.
  static let leastOpacity = 0.2

  /// Nil for what is no line, or too faint to be in the way.
  init?(_ ink: InkSurvey.Ink) {
    guard case .path(let item) = ink.item, ink.shown != nil else { return nil }
    if let stroke = item.stroke,
      BurinLint.leastOpacity(stroke.paint) * ink.opacity >= Self.leastOpacity
    {
      halfWidth = stroke.width / 2 * ink.scale
      if case .color(let paint) = stroke.paint {
        color = paint.opacity(ink.opacity)
      } else {
        color = nil
      }
    } else if let fill = item.fill,
      BurinLint.leastOpacity(fill) * ink.opacity >= Self.leastOpacity, Self.isThin(ink)
    {
      halfWidth = 0
      color = nil
    } else {
      return nil
    }
    self.ink = ink
    segments = item.path.transformed(by: ink.transform).flattened(tolerance: 0.1).flatMap {
      polyline in
      zip(polyline, polyline.dropFirst()).compactMap { start, end in
        let segment = Segment(start, end)
        guard let clip = ink.clip else { return segment }
        return segment.clipped(to: clip)
      }
    }
  }

  /// Whether a filled shape is a line, a dot or an arrow's head rather than an area.
  private static func isThin(_ ink: InkSurvey.Ink) -> Bool {
    let (width, height) = (ink.bounds.width, ink.bounds.height)
    let isArrow = ink.roles.contains(.connector) || ink.roles.contains(.annotation)
    return min(width, height) <= 3 || (isArrow && max(width, height) <= 12)
  }

  /// The length of all pieces.
  var length: Double { segments.reduce(0) { $0 + $1.length } }

  /// How deep the line reaches into a quad; nil where it stays outside.
  func depth(in quad: ConvexQuad) -> Double? {
    let reach = quad.bounds.inset(by: -halfWidth)
    var depth: Double?
    for segment in segments {
      guard segment.bounds.inset(by: -1e-9).intersects(reach) else { continue }
      let distance = quad.distance(from: segment.start, to: segment.end)
      if distance == 0 {
        depth = max(depth ?? 0, halfWidth + quad.depth(of: segment))
      } else if distance < halfWidth {
        depth = max(depth ?? 0, halfWidth - distance)
      }
    }
    return depth
  }
}
