public import BurinGeometry

extension SceneItem {
  /// The smallest rectangle that holds what is drawn, strokes included, clips not; nil for nothing.
  public var inkBounds: Rect? {
    switch self {
    case .group(let group):
      let inner = Rect.union(of: group.items.lazy.compactMap(\.inkBounds))
      guard let inner else { return nil }
      let clipped = group.clip.map { $0.bounds.flatMap { inner.intersection($0) } } ?? inner
      return clipped.map { group.transform == .identity ? $0 : group.transform.apply($0) }
    case .path(let item):
      guard let bounds = item.path.bounds else { return nil }
      return bounds.inset(by: -(item.stroke?.width ?? 0) / 2)
    case .glyphs(let run):
      return run.inkBounds
    case .image(let image):
      return image.rect
    case .points(let points): return points.bounds
    case .rects(let rects): return rects.bounds
    case .sectors(let sectors): return sectors.bounds
    }
  }
}

extension [SceneItem] {
  /// The smallest rectangle that holds what all items draw; nil for nothing.
  public var inkBounds: Rect? { Rect.union(of: lazy.compactMap(\.inkBounds)) }

  /// All items moved by a vector.
  public func offset(by vector: Vector) -> [SceneItem] { map { $0.offset(by: vector) } }
}
