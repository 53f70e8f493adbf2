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
    if candidate.leader == nil, request.isPoint, isNearerToAnother(candidate.bounds, request) {
      cost.order += 15
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

  private func distance(_ rect: Rect, _ point: Point) -> Double {
    let dx = max(rect.minX - point.x, point.x - rect.maxX, 0)
    let dy = max(rect.minY - point.y, point.y - rect.maxY, 0)
    return Vector(dx, dy).length
  }
}
