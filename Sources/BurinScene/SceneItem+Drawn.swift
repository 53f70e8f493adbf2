extension SceneItem {
  /// Visits the paths, runs and images that draw the same ink as the item; none for a group.
  ///
  /// An item that holds many shapes in columns is told as the shapes that it draws, one after the
  /// other. Who can judge the columns as a whole asks for ``columnCount`` and takes them so: a
  /// million shapes told one by one take a second.
  ///
  /// - Parameter visit: is called with each drawn item and returns whether to go on.
  /// - Returns: whether to go on.
  public func visitDrawn<Failure: Error>(
    _ visit: (SceneItem) throws(Failure) -> Bool
  ) throws(Failure) -> Bool {
    switch self {
    case .group: return true
    case .path, .glyphs, .image: return try visit(self)
    case .points(let points):
      for row in 0..<points.count where try !visit(.path(points.item(row))) { return false }
      return true
    case .sectors(let sectors):
      for row in 0..<sectors.count where try !visit(.path(sectors.item(row))) { return false }
      return true
    case .rects(let rects):
      for row in 0..<rects.count where try !visit(.path(rects.item(row))) { return false }
      return true
    }
  }
}
