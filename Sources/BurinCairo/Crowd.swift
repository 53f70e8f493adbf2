import BurinGeometry
import BurinScene

/// Paints the simple shapes of a scene that has very many of them.
///
/// Cairo rounds to bytes at each shape, and takes nearly twice the instructions. Fewer shapes stay Cairo's,
/// and so do those of a PDF.
struct Crowd {
  /// Whether the scene has so many.
  private let isExpected: Bool
  private var plane: CrowdPlane?

  /// The number of shapes from which on they are painted here.
  private static let fewestShapes = 1_024

  /// Counts the shapes of a scene.
  init(_ items: [SceneItem]) {
    var count = 0
    isExpected = items.contains { $0.countsStraightShapes(to: Self.fewestShapes, &count) }
  }

  /// No crowd.
  init() { isExpected = false }

  /// Paints a path whose coordinates are finite; false for what Cairo must paint.
  mutating func paint(
    _ item: PathItem, _ context: OpaquePointer, _ clip: RasterClip
  ) -> Bool {
    guard isExpected, let map = PixelScale(context), let shape = StraightShape(item) else {
      return false
    }
    let bounds: Rect?
    switch clip {
    case .none: bounds = nil
    case .rect(let rect): bounds = rect
    case .outline: return false
    }
    if let plane, !plane.isTarget(of: context) {
      plane.settle()
      self.plane = nil
    }
    guard let plane = plane ?? CrowdPlane(context) else { return false }
    self.plane = plane
    guard let parts = shape.parts(map.moved(by: plane.offset)) else { return false }
    plane.paint(parts, shape.color, clip: bounds?.offset(by: plane.offset))
    return true
  }

  /// Writes what was painted into the bitmap, before anybody else paints on it or reads it.
  func settle() { plane?.settle() }
}

extension SceneItem {
  /// Counts the shapes up to a number, and returns whether there are so many.
  fileprivate func countsStraightShapes(to limit: Int, _ count: inout Int) -> Bool {
    switch self {
    case .group(let group):
      return group.items.contains { $0.countsStraightShapes(to: limit, &count) }
    case .path(let item):
      if StraightShape.isLikely(item) { count += 1 }
      return count >= limit
    case .glyphs, .image, .points, .rects, .sectors: return false
    }
  }
}
