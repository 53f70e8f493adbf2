import BurinGeometry
import BurinScene

// Lines and areas along which x ascends, where their points are dense.
extension ColumnPainter {
  /// The number of points from which a line is painted here; shorter ones are Cairo's.
  private static let fewestPoints = 256
  /// The points of a pixel's width from which a line is painted here, on average.
  private static let density = 1.0

  /// Whether a path has enough points to be painted here.
  static func mayPaint(_ item: PathItem) -> Bool { item.path.elements.count >= fewestPoints }

  /// Paints a path of one colour that is a dense line or area along which x ascends; false for what
  /// Cairo must paint.
  ///
  /// What is painted is within two of 255 of the exact shares of pixels. Cairo strokes a line of few
  /// points faster and nearly as well, and a dense one slowly and up to eight off.
  func paint(_ item: PathItem) -> Bool {
    guard let bounds = item.path.bounds else { return false }
    switch (item.fill, item.stroke) {
    case (nil, let stroke?):
      guard case .color(let color) = stroke.paint, stroke.dash.isEmpty, stroke.join == .round,
        let parts = AscendingParts(lines: item.path),
        isDense(parts.elements.count, parts.width)
      else { return false }
      let reach = stroke.width * (stroke.cap == .square ? 0.75 : 0.5)
      guard let plane = plane(bounds.inset(by: -reach), color) else { return true }
      guard let slices = SlicedStroke(stroke, parts, map, columns: plane.columns) else {
        return false
      }
      slices.paint(on: plane, color)
      finish(plane)
    case (.color(let color)?, nil):
      guard let parts = AscendingParts(areas: item.path),
        // An area has two edges.
        isDense(parts.elements.count / 2, parts.width)
      else { return false }
      guard let plane = plane(bounds, color) else { return true }
      SlicedArea(parts, map, columns: plane.columns).paint(on: plane, color)
      finish(plane)
    default: return false
    }
    return true
  }

  private func isDense(_ count: Int, _ width: Double) -> Bool {
    Double(count) > Self.density * width * map.scale
  }
}
