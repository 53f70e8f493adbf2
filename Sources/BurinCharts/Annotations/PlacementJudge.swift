import BurinGeometry
import BurinInk

/// Computes the cost of a place for a label, whatever the other labels do.
struct PlacementJudge {
  /// A constraint with the mark that it refers to.
  struct Constraint {
    var relation: PlacementConstraint.Relation
    /// The mark's index.
    var owner: Int
    /// The mark's rectangle.
    var mark: Rect
  }

  private let requests: [LabelRequest]
  private let constraints: [[Constraint]]
  private let field: PlacementField
  private let points: [(owner: Int, center: Point)]
  private let pointIndex: RectIndex

  init(
    _ requests: [LabelRequest], field: PlacementField,
    constraints: (LabelRequest) throws -> [Constraint]
  ) rethrows {
    self.requests = requests
    self.field = field
    self.constraints = try requests.map(constraints)
    points = requests.filter(\.isPoint).map { ($0.owner, $0.anchor.center) }
    pointIndex = RectIndex(points.map { Rect($0.center, $0.center) }, bounds: field.frame)
  }

  /// Returns the areas in which a label must lie, if any.
  func regions(of label: Int) -> [Polygon] {
    constraints[label].filter { $0.relation == .inside }.flatMap { field.areas(of: $0.owner) }
  }

  /// Returns the cost of a place.
  func cost(of candidate: LabelCandidate, label: Int) -> PlacementCost {
    let request = requests[label]
    var cost = field.cost(of: candidate, request)
    for constraint in constraints[label] where !keeps(candidate, constraint) {
      cost.constraint += 5_000_000
    }
    // Without a line back, a label seems to belong to the nearest point.
    if candidate.leader == nil, request.isPoint {
      if isNearerToAnother(candidate.bounds, request) { cost.order += 15 }
      if facesAnother(candidate.bounds, request) { cost.order += 40 }
    }
    return cost
  }

  private func keeps(_ candidate: LabelCandidate, _ constraint: Constraint) -> Bool {
    let (text, mark) = (candidate.bounds, constraint.mark)
    return switch constraint.relation {
    case .fixed: candidate.rank == 0
    case .inside:
      candidate.ink.allSatisfy { ink in
        field.areas(of: constraint.owner).contains { $0.contains(ink) }
      }
    case .clear:
      !candidate.ink.contains {
        field.paints(constraint.owner, in: $0.inset(by: -PlacementField.clearance))
      }
    case .leading: text.maxX <= mark.minX
    case .trailing: text.minX >= mark.maxX
    case .above: text.maxY <= mark.minY
    case .below: text.minY >= mark.maxY
    }
  }

  private func isNearerToAnother(_ text: Rect, _ request: LabelRequest) -> Bool {
    let own = distance(text, request.anchor.center)
    guard own > 1 else { return false }
    var found = false
    pointIndex.forEach(in: text.inset(by: 1 - own)) { index in
      let other = points[index]
      if other.owner != request.owner, distance(text, other.center) + 1 < own { found = true }
    }
    return found
  }

  /// Whether a label at a corner of its point has another point straight above or below it that is
  /// hardly farther away.
  private func facesAnother(_ text: Rect, _ request: LabelRequest) -> Bool {
    let center = request.anchor.center
    let core = text.inset(
      by: Insets(top: 0, leading: text.width / 4, bottom: 0, trailing: text.width / 4))
    guard center.x < core.minX || center.x > core.maxX else { return false }
    let reach = distance(text, center) + Self.hardlyFarther
    var found = false
    pointIndex.forEach(
      in: core.inset(by: Insets(top: -reach, leading: 0, bottom: -reach, trailing: 0))
    ) {
      if points[$0].owner != request.owner { found = true }
    }
    return found
  }

  /// How much farther away than its own point another one no longer seems to be meant, in points.
  private static let hardlyFarther = 8.0

  private func distance(_ rect: Rect, _ point: Point) -> Double {
    let dx = max(rect.minX - point.x, point.x - rect.maxX, 0)
    let dy = max(rect.minY - point.y, point.y - rect.maxY, 0)
    return Vector(dx, dy).length
  }
}
