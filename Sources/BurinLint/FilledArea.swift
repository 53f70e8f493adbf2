import BurinGeometry
import BurinScene

/// A filled path on the canvas, for asking what it covers.
struct FilledArea {
  private let polygons: [[Point]]
  private let bounds: Rect

  /// Nil for what is not filled or wholly clipped away.
  init?(_ ink: InkSurvey.Ink) {
    guard case .path(let item) = ink.item, isVisible(item.fill), let own = item.path.bounds
    else { return nil }
    let placed = ink.transform.apply(own)
    guard let shown = ink.clip.map({ placed.intersection($0) }) ?? placed else { return nil }
    bounds = shown
    polygons = item.path.transformed(by: ink.transform).flattened(tolerance: 0.1)
  }

  /// Whether a point is painted: inside by the non-zero rule, and not clipped.
  func contains(_ point: Point) -> Bool {
    guard bounds.contains(point) else { return false }
    var winding = 0
    for polygon in polygons {
      guard var a = polygon.last else { continue }
      for b in polygon {
        if (a.y <= point.y) != (b.y <= point.y) {
          let side = cross(b - a, point - a)
          if a.y <= point.y, side > 0 { winding += 1 }
          if b.y <= point.y, side < 0 { winding -= 1 }
        }
        a = b
      }
    }
    return winding != 0
  }
}
