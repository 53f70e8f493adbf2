package import BurinGeometry
package import BurinScene

/// Shapes in columns, too many to be told apart, which count as one ink.
package enum DenseInk: Sendable {
  case points(PointsItem)
  case rects(RectsItem)
  case sectors(SectorsItem)

  /// Nil for an item that is no more than a few single shapes.
  package init?(_ item: SceneItem) {
    switch item {
    case .points(let points): self = .points(points)
    case .rects(let rects): self = .rects(rects)
    case .sectors(let sectors): self = .sectors(sectors)
    case .group, .path, .glyphs, .image: return nil
    }
  }

  package var count: Int {
    switch self {
    case .points(let points): points.count
    case .rects(let rects): rects.count
    case .sectors(let sectors): sectors.count
    }
  }

  /// The colours, one for all shapes or one each.
  package var color: SceneColumn<RGBColor> {
    switch self {
    case .points(let points): points.color
    case .rects(let rects): rects.color
    case .sectors(let sectors): sectors.color
    }
  }

  /// Whether any of the shapes is not clear.
  package var isVisible: Bool {
    switch color {
    case .constant(let color): color.alpha > 0
    case .values(let colors): colors.contains { $0.alpha > 0 }
    }
  }

  /// Returns the rectangle of a shape.
  package func bounds(_ row: Int) -> Rect {
    switch self {
    case .points(let points): points.bounds(row)
    case .rects(let rects): rects.rect(row)
    case .sectors(let sectors): sectors.bounds(row)
    }
  }

  /// Returns a point within a shape.
  package func middle(_ row: Int) -> Point {
    if case .sectors(let sectors) = self { sectors.middle(row) } else { bounds(row).center }
  }

  /// The colours that occur, with the forms in which they do, in words.
  package var forms: [(color: RGBColor, form: String)] {
    switch self {
    case .rects, .sectors: return color.distinct.map { ($0, "area") }
    case .points(let points):
      guard case .constant(let symbol) = points.symbol else {
        struct Kind: Hashable {
          var color: RGBColor
          var steps: Int
        }
        var steps: [PointSymbol: Int] = [:]
        for symbol in points.symbol.distinct { steps[symbol] = Self.steps(symbol) }
        let kinds = Set(
          (0..<points.count).lazy.map {
            Kind(color: points.color[$0], steps: steps[points.symbol[$0]] ?? 0)
          })
        return kinds.map { ($0.color, "point of \($0.steps)") }
      }
      return points.color.distinct.map { ($0, "point of \(Self.steps(symbol))") }
    }
  }

  /// The number of steps of a symbol's outline.
  private static func steps(_ symbol: PointSymbol) -> Int {
    symbol.path(in: Rect(minX: 0, minY: 0, maxX: 1, maxY: 1)).elements.count
  }

  /// Returns places in some of the shapes, spread over the rows, with the colours there.
  package func samples(_ limit: Int) -> [(point: Point, color: RGBColor)] {
    let count = self.count
    return (0..<min(limit, count)).map { number in
      let row = number * count / min(limit, count)
      return (middle(row), color[row])
    }
  }
}

extension SceneItem {
  /// Visits the item as ink: shapes in few columns one by one, many of them at once.
  ///
  /// The work is O(1) for what is dense; ``DenseInk`` tells of it.
  package func visitInked(_ visit: (SceneItem) -> Void) {
    if let count = columnCount, count > InkLimits.fewestDense {
      visit(self)
    } else {
      _ = visitDrawn { item in
        visit(item)
        return true
      }
    }
  }
}
