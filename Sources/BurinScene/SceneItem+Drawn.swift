extension SceneItem {
  /// Visits the paths, runs and images that draw the same ink as the item; none for a group.
  ///
  /// Whoever reads what a scene draws (labels' places, lint, goldens) reads it through this
  /// function, so that a kind of item that holds many shapes in columns is told here, as the
  /// shapes that it draws, and nowhere else.
  ///
  /// - Parameter visit: is called with each drawn item and returns whether to go on.
  /// - Returns: whether to go on.
  public func visitDrawn<Failure: Error>(
    _ visit: (SceneItem) throws(Failure) -> Bool
  ) throws(Failure) -> Bool {
    switch self {
    case .group: true
    case .path, .glyphs, .image: try visit(self)
    }
  }
}
