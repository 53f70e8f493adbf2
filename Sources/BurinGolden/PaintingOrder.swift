import BurinGeometry

/// Whether another order of painting can be seen.
struct PaintingOrder {
  private let before: [SceneNode]
  private let after: [SceneNode]
  /// The partners of the old items.
  private var partners: [Int?]
  private let bounds: [Rect?]
  private let grid: RectGrid
  /// How many more pairs are looked at; beyond it an overlap is taken for granted.
  private var budget = 4_000_000

  init(_ matching: NodeMatching, _ before: [SceneNode], _ after: [SceneNode], margin: Double) {
    self.before = before
    self.after = after
    partners = Array(repeating: nil, count: before.count)
    for case .pair(let old, let new) in matching.steps { partners[old] = new }
    // Antialiasing reaches beyond an outline.
    bounds = before.map { $0.canvasBounds?.inset(by: -margin) }
    let sides = bounds.compactMap { $0 }.map { max($0.width, $0.height) }.filter(\.isFinite)
      .sorted()
    grid = RectGrid(bounds, side: max(sides.isEmpty ? 1 : sides[sides.count / 2], 0.5))
  }

  /// Whether an item overlaps another that it changed places with.
  mutating func isVisible(_ old: Int, _ new: Int) -> Bool {
    guard let own = bounds[old] else { return false }
    var isFound = false
    var left = budget
    grid.forEach(near: own) { other in
      left -= 1
      guard let partner = partners[other], (other < old) != (partner < new), other != old,
        let rect = bounds[other], rect.intersects(own)
      else { return left > 0 }
      isFound = true
      return false
    }
    budget = left
    return isFound || left <= 0
  }

  /// The change that tells of an item.
  mutating func change(_ old: Int, _ new: Int) -> SceneChange {
    var change = SceneChange(
      .reordered, node: after[new].name, before: "item \(old + 1) in painting order",
      after: "item \(new + 1)", expectedBounds: before[old].canvasBounds,
      actualBounds: after[new].canvasBounds)
    change.isHarmless = !isVisible(old, new)
    return change
  }
}
