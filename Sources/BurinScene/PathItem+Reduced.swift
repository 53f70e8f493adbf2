package import BurinGeometry

extension PathItem {
  /// The path for formats of vectors: a dense line or area along which x ascends with no more points
  /// than a page shows.
  package var vectorPath: Path {
    switch (fill, stroke) {
    case (nil, let stroke?) where stroke.dash.isEmpty: path.reducedForVectors(isFilled: false)
    case (.some, nil): path.reducedForVectors(isFilled: true)
    default: path
    }
  }
}
