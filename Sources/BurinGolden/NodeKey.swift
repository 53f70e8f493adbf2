import BurinGeometry
import BurinScene

/// A number for what an item draws, by which equal items of two scenes find each other.
///
/// Lengths count in thousandths of a point, as the text form writes them, so that a scene that was
/// read back has the keys of the one that was written. Items of one key are compared all the same.
struct NodeKey: Hashable {
  private let value: Int

  /// Makes a key of an item with its setting.
  ///
  /// - Parameter includesTrail: whether the names of the groups around it count.
  init(_ node: SceneNode, includesTrail: Bool) {
    var hasher = Hasher()
    if includesTrail { for step in node.trail { hasher.combine(step) } }
    for value in [
      node.transform.a, node.transform.b, node.transform.c, node.transform.d, node.transform.tx,
      node.transform.ty,
    ] + node.opacities {
      Self.add(value, &hasher)
    }
    for layer in node.layers { hasher.combine(layer.mode) }
    switch node.item {
    case .group: hasher.combine(0)
    case .path(let item):
      hasher.combine(1)
      Self.add(item.path, &hasher)
      Self.add(item.fill, &hasher)
      Self.add(item.stroke?.paint, &hasher)
      Self.add(item.stroke?.width ?? -1, &hasher)
    case .glyphs(let run):
      hasher.combine(2)
      for byte in run.text.utf8 { hasher.combine(byte) }
      hasher.combine(run.color)
      if let first = run.glyphs.first { Self.add(first.position, &hasher) }
    case .image(let image):
      hasher.combine(3)
      hasher.combine(image.cells)
      Self.add(image.rect.origin, &hasher)
    case .points(let points):
      hasher.combine(4)
      for value in points.x { Self.add(value, &hasher) }
      for value in points.y { Self.add(value, &hasher) }
    case .rects(let rects):
      hasher.combine(5)
      for value in rects.minX { Self.add(value, &hasher) }
      for value in rects.minY { Self.add(value, &hasher) }
    case .sectors(let sectors):
      hasher.combine(6)
      for value in sectors.start { Self.add(value, &hasher) }
      Self.add(sectors.center, &hasher)
    }
    value = hasher.finalize()
  }

  private static func add(_ value: Double, _ hasher: inout Hasher) {
    let thousandths = (value * 1000).rounded()
    hasher.combine(thousandths.isFinite ? thousandths + 0 : 0)
  }

  private static func add(_ point: Point, _ hasher: inout Hasher) {
    add(point.x, &hasher)
    add(point.y, &hasher)
  }

  private static func add(_ path: Path, _ hasher: inout Hasher) {
    for element in path.elements {
      switch element {
      case .move(let point): add(point, &hasher)
      case .line(let point): add(point, &hasher)
      case .cubic(_, _, let point): add(point, &hasher)
      case .close: hasher.combine(7)
      }
    }
  }

  private static func add(_ paint: Paint?, _ hasher: inout Hasher) {
    switch paint {
    case nil: hasher.combine(0)
    case .color(let color)?: hasher.combine(color)
    case .linearGradient?, .radialGradient?:
      for stop in paint?.stops ?? [] { hasher.combine(stop.color) }
    }
  }
}
