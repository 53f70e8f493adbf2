extension SceneItem {
  /// How many shapes the item holds in columns; nil for an item that is one shape, or a group.
  public var columnCount: Int? {
    switch self {
    case .points(let points): points.count
    case .rects(let rects): rects.count
    case .sectors(let sectors): sectors.count
    case .group, .path, .glyphs, .image: nil
    }
  }
}
