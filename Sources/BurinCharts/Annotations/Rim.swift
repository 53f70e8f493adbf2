import BurinGeometry

/// The circle around marks whose labels stand outside of it, each in the direction of its own mark.
struct Rim: Hashable, Sendable {
  var center: Point
  var radius: Double

  /// Returns whether a label keeps off what the circle holds, and its leader does not cross it.
  func isClear(of place: LabelCandidate) -> Bool {
    let gap = center.distance(to: place.bounds.nearest(to: center)) - radius
    guard gap >= PlacementField.clearance else { return false }
    // The leader begins at the circle.
    return place.leader.map { $0.distance(to: center) >= radius - 0.5 } ?? true
  }
}
