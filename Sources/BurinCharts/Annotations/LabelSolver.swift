import BurinGeometry

/// Chooses a place for each of many labels so that together they disturb least.
///
/// Labels with the fewest clean places choose first; then each label in turn moves to the place that
/// is best given the others, and where two still collide, one moves and those it pushes move on.
/// Costs are whole numbers and ties go to the earlier place, so that the result depends on nothing
/// but the input. The work is bounded: see ``rounds`` and ``tried``.
///
/// Source: the moves are those of J. Christensen, J. Marks, S. Shieber, "An Empirical Study of
/// Algorithms for Point-Feature Label Placement" (1995), without the chance.
struct LabelSolver {
  /// The places of each label with their costs.
  let labels: [[LabelCandidate]]
  /// Where each label's anchor lies, for the reading order.
  let anchors: [Point]

  private var neighbours: [[Int]] = []
  private(set) var chosen: [Int]

  /// How often all labels are looked at again.
  static let rounds = 12
  /// How many places of a colliding label are tried together with those it would push.
  static let tried = 48

  init(labels: [[LabelCandidate]], anchors: [Point]) {
    self.labels = labels
    self.anchors = anchors
    chosen = Array(repeating: -1, count: labels.count)
    let hulls = labels.map { places in
      Rect.union(of: places.lazy.map { $0.reach.inset(by: -PlacementField.clearance) })
    }
    neighbours = hulls.map { hull in
      guard let hull else { return [] }
      return hulls.indices.filter { hulls[$0]?.intersects(hull) == true }
    }
    for index in neighbours.indices { neighbours[index].removeAll { $0 == index } }
  }

  /// The number of the place of each label; -1 for a label without any.
  mutating func solve() -> [Int] {
    let freedom = labels.map { places in places.count { $0.cost.isClean } }
    let order = labels.indices.filter { !labels[$0].isEmpty }.sorted {
      (freedom[$0], $0) < (freedom[$1], $1)
    }
    for label in order { chosen[label] = best(label) }
    for _ in 0..<Self.rounds {
      var moved = false
      for label in order {
        let place = best(label)
        if place != chosen[label] {
          chosen[label] = place
          moved = true
        }
      }
      for label in order where collides(label) {
        if push(label) { moved = true }
      }
      if !moved { break }
    }
    return chosen
  }

  /// The best place of a label given where the others are; the present one where it is as good.
  private func best(_ label: Int) -> Int {
    var best = (cost: Int.max, place: -1)
    if chosen[label] >= 0 { best = (cost(label, chosen[label]), chosen[label]) }
    for (place, candidate) in labels[label].enumerated() where candidate.cost.total < best.cost {
      let cost = self.cost(label, place, atMost: best.cost)
      if cost < best.cost { best = (cost, place) }
    }
    return best.place
  }

  private func cost(_ label: Int, _ place: Int, atMost limit: Int = .max) -> Int {
    let candidate = labels[label][place]
    var cost = candidate.cost.total
    for other in neighbours[label] where chosen[other] >= 0 {
      cost += shared(label, candidate, other, labels[other][chosen[other]]).total
      if cost >= limit { return cost }
    }
    return cost
  }

  /// Whether a label or its place has a fault.
  private func collides(_ label: Int) -> Bool {
    let candidate = labels[label][chosen[label]]
    return !candidate.cost.isClean
      || neighbours[label].contains { other in
        chosen[other] >= 0
          && !shared(label, candidate, other, labels[other][chosen[other]]).isClean
      }
  }

  /// Moves a label although others are in the way, and those on; undone unless all gain together.
  private mutating func push(_ label: Int) -> Bool {
    let places = labels[label].indices.sorted {
      (labels[label][$0].cost.total, $0) < (labels[label][$1].cost.total, $1)
    }.prefix(Self.tried)
    let before = chosen
    for place in places where place != before[label] {
      let candidate = labels[label][place]
      let pushed = neighbours[label].filter { other in
        chosen[other] >= 0
          && !shared(label, candidate, other, labels[other][chosen[other]]).isClean
      }
      guard !pushed.isEmpty, pushed.count <= 4 else { continue }
      let touched = [label] + pushed
      let old = energy(touched)
      chosen[label] = place
      for other in pushed { chosen[other] = best(other) }
      if energy(touched) < old { return true }
      for other in touched { chosen[other] = before[other] }
    }
    return false
  }

  /// The cost of some labels and of all pairs they are part of.
  private func energy(_ some: [Int]) -> Int {
    var energy = 0
    for (index, label) in some.enumerated() {
      let candidate = labels[label][chosen[label]]
      energy += candidate.cost.total
      for other in neighbours[label] where chosen[other] >= 0 {
        if some[..<index].contains(other) { continue }
        energy += shared(label, candidate, other, labels[other][chosen[other]]).total
      }
    }
    return energy
  }

  /// What speaks against two places at once.
  func shared(_ a: Int, _ first: LabelCandidate, _ b: Int, _ second: LabelCandidate)
    -> PlacementCost
  {
    var cost = PlacementCost()
    let (near, far) = (first.reach.inset(by: -PlacementField.clearance), second.reach)
    guard near.intersects(far) else { return cost }
    for rect in first.ink {
      let rect = rect.inset(by: -PlacementField.clearance)
      for other in second.ink {
        if let depth = PlacementField.depth(rect, other) { cost.text += 1000 + 10 * depth }
      }
    }
    for (leader, ink) in [(first.leader, second.ink), (second.leader, first.ink)] {
      guard let leader else { continue }
      if ink.contains(where: { leader.clipped(to: $0.inset(by: -1)) != nil }) { cost.leader += 600 }
    }
    if let leader = first.leader, let other = second.leader, leader.crosses(other) {
      cost.leader += 500
    }
    // Labels above each other stand in the order of what they name.
    let (p, q) = (anchors[a].y - anchors[b].y, first.bounds.midY - second.bounds.midY)
    if abs(p) > 4, p * q < 0, first.bounds.minX < second.bounds.maxX,
      second.bounds.minX < first.bounds.maxX
    {
      cost.order += 20
    }
    return cost
  }
}
