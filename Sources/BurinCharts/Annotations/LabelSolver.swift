import BurinGeometry
import BurinInk
import BurinScene

/// Chooses a place for each of many labels so that the total cost is small.
///
/// Labels with the fewest clean places choose first; then each label in turn moves to the place
/// that is best given the others, and if two still collide, one moves and those it pushes move on.
/// If faults remain, labels that have one move in turn even if others suffer, and the best state
/// found is kept. Costs are whole numbers and ties go to the more preferred place, so that the
/// result depends only on the input. The work is bounded: see ``rounds``, ``tried``, ``pushes``,
/// ``steps`` and ``patience``.
///
/// Sources: the moves are those of J. Christensen, J. Marks, S. Shieber, "An Empirical Study of
/// Algorithms for Point-Feature Label Placement" (1995), without randomness; the last stage is a
/// tabu search, F. Glover, "Tabu Search, Part I" (1989).
struct LabelSolver {
  /// A place in the solver's representation.
  private struct Spot {
    var bounds: Rect
    var reach: Rect
    var leader: Segment?
    /// The range of the text's lines among the solver's rectangles.
    var ink: Range<Int>
    var rank: Int
    /// The cost of the place itself; -1 until it is computed.
    var cost = -1
    var isClean = false
    var isUnreadable = false
  }

  private let judge: (_ label: Int, _ place: Int) -> PlacementCost
  private let anchors: [Point]
  private let watch: RenderWatch
  private var spots: [Spot] = []
  private var rects: [Rect] = []
  /// The range of each label's spots, in the order of its places.
  private var own: [Range<Int>] = []
  /// The same spots in the order of preference.
  private var ranked: [Int] = []
  /// The spot of each label; -1 for none.
  private var chosen: [Int]
  /// The rectangles that the labels cover at their spots.
  private var taken: RectIndex
  private var pushesLeft = Self.pushes

  /// The maximum number of passes over all labels.
  static let rounds = 12
  /// The number of places of a colliding label that are tried together with those it would push.
  static let tried = 48
  /// The total number of such places that are tried.
  static let pushes = 480
  /// The number of steps per label of the search that accepts worse places too.
  static let steps = 12
  /// The number of steps per label without a gain after which that search ends.
  static let patience = 2

  /// - Parameters:
  ///   - places: the places of each label, with their ranks of preference.
  ///   - anchors: the anchor of each label, for the reading order.
  ///   - frame: the region of labels.
  ///   - watch: what counts the steps, one for each label that looks for a place.
  ///   - judge: returns the cost of a place itself, including the rank.
  init(
    places: [[LabelCandidate]], anchors: [Point], frame: Rect, watch: RenderWatch,
    judge: @escaping (_ label: Int, _ place: Int) -> PlacementCost
  ) {
    self.judge = judge
    self.anchors = anchors
    self.watch = watch
    chosen = Array(repeating: -1, count: places.count)
    taken = RectIndex(
      Array(repeating: RectIndex.nowhere, count: places.count), bounds: frame)
    spots.reserveCapacity(places.reduce(0) { $0 + $1.count })
    for candidates in places {
      let first = spots.count
      for candidate in candidates {
        let start = rects.count
        rects += candidate.ink
        spots.append(
          Spot(
            bounds: candidate.bounds, reach: candidate.reach, leader: candidate.leader,
            ink: start..<rects.count, rank: candidate.rank))
      }
      own.append(first..<spots.count)
      ranked += (first..<spots.count).sorted { (spots[$0].rank, $0) < (spots[$1].rank, $1) }
    }
  }

  /// Returns the index of the place of each label; -1 for a label without any.
  mutating func solve() throws(LimitError) -> [Int] {
    var freedom: [Int] = []
    for label in own.indices {
      try watch.step(isLong: true)
      freedom.append(choices(of: label))
    }
    let order = own.indices.filter { !own[$0].isEmpty }.sorted {
      (freedom[$0], $0) < (freedom[$1], $1)
    }
    for label in order {
      try watch.step(isLong: true)
      move(label, to: best(label))
    }
    try settle(order)
    if try search(order) { try settle(order) }
    return chosen.indices.map { chosen[$0] < 0 ? -1 : chosen[$0] - own[$0].lowerBound }
  }

  /// Returns the number of clean places among the most preferred ones.
  private mutating func choices(of label: Int) -> Int {
    var count = 0
    for spot in ranked[own[label]].prefix(Self.tried) where price(spot, label: label).isClean {
      count += 1
    }
    return count
  }

  /// Moves labels to better places, alone or together with those they push, until no move improves
  /// the total.
  private mutating func settle(_ order: [Int]) throws(LimitError) {
    for _ in 0..<Self.rounds {
      var moved = false
      for label in order {
        try watch.step(isLong: true)
        let spot = best(label)
        if spot != chosen[label] {
          move(label, to: spot)
          moved = true
        }
      }
      for label in order where hasFault(label) && pushesLeft > 0 {
        try watch.step(isLong: true)
        if push(label) { moved = true }
      }
      if !moved { break }
    }
  }

  // MARK: Costs

  /// Returns the cost of a spot itself.
  private mutating func price(
    _ spot: Int, label: Int
  ) -> (cost: Int, isClean: Bool, isUnreadable: Bool) {
    if spots[spot].cost < 0 {
      let cost = judge(label, spot - own[label].lowerBound)
      spots[spot].cost = cost.total
      spots[spot].isClean = cost.isClean
      spots[spot].isUnreadable = cost.isUnreadable
    }
    return (spots[spot].cost, spots[spot].isClean, spots[spot].isUnreadable)
  }

  /// Returns the cost of a spot given the others' positions, or any number above the limit.
  private mutating func cost(_ label: Int, at spot: Int, atMost limit: Int = .max) -> Int {
    var cost = price(spot, label: label).cost
    guard cost < limit else { return cost }
    let reach = spots[spot].reach.inset(by: -PlacementField.clearance)
    taken.visit(in: reach) { other in
      if other != label { cost += shared(label, spot, other, chosen[other]).total }
      return cost < limit
    }
    return cost
  }

  /// Returns the best spot of a label given the others' positions; the current one if it is as
  /// good.
  private mutating func best(_ label: Int) -> Int {
    var best = (cost: Int.max, spot: -1)
    if chosen[label] >= 0 { best = (cost(label, at: chosen[label]), chosen[label]) }
    for index in own[label] {
      let spot = ranked[index]
      if spots[spot].rank >= best.cost { break }
      let cost = cost(label, at: spot, atMost: best.cost)
      if cost < best.cost { best = (cost, spot) }
    }
    return best.spot
  }

  /// Returns whether a label or its place has a fault.
  private mutating func hasFault(_ label: Int) -> Bool {
    !price(chosen[label], label: label).isClean || !collisions(label, at: chosen[label]).isEmpty
  }

  /// Returns the labels that collide with a label at a spot.
  private func collisions(_ label: Int, at spot: Int) -> [Int] {
    var result: [Int] = []
    taken.forEach(in: spots[spot].reach.inset(by: -PlacementField.clearance)) { other in
      if other != label, !shared(label, spot, other, chosen[other]).isClean { result.append(other) }
    }
    return result.sorted()
  }

  /// Returns the cost of some labels and of all pairs they are part of.
  private mutating func energy(_ some: [Int]) -> Int {
    var energy = 0
    for (index, label) in some.enumerated() {
      energy += cost(label, at: chosen[label])
      for other in some[..<index] {
        energy -= shared(label, chosen[label], other, chosen[other]).total
      }
    }
    return energy
  }

  // MARK: Moves

  private mutating func move(_ label: Int, to spot: Int) {
    chosen[label] = spot
    taken.move(label, to: spot < 0 ? RectIndex.nowhere : spots[spot].reach)
  }

  /// Moves a label to an occupied spot and moves the others on; undone unless the total improves.
  private mutating func push(_ label: Int) -> Bool {
    for spot in own[label] { _ = price(spot, label: label) }
    let places = own[label].sorted { (spots[$0].cost, $0) < (spots[$1].cost, $1) }
      .prefix(Self.tried)
    let present = chosen[label]
    for spot in places where spot != present && pushesLeft > 0 {
      let pushed = collisions(label, at: spot)
      guard !pushed.isEmpty, pushed.count <= 4 else { continue }
      pushesLeft -= 1
      let touched = [label] + pushed
      let before = touched.map { chosen[$0] }
      let old = energy(touched)
      move(label, to: spot)
      for other in pushed { move(other, to: best(other)) }
      if energy(touched) < old { return true }
      for (other, spot) in zip(touched, before) { move(other, to: spot) }
    }
    return false
  }

  /// Returns whether a label overlaps other text or extends beyond the frame.
  private mutating func isUnreadable(_ label: Int) -> Bool {
    if price(chosen[label], label: label).isUnreadable { return true }
    return collisions(label, at: chosen[label]).contains {
      shared(label, chosen[label], $0, chosen[$0]).text > 0
    }
  }

  /// Moves unreadable labels in turn to the best place that they did not just leave.
  ///
  /// - Returns: whether the result is better.
  private mutating func search(_ order: [Int]) throws(LimitError) -> Bool {
    var (energy, least) = (0, 0)
    var kept = chosen
    /// The step from which a spot may be chosen again.
    var barred: [Int: Int] = [:]
    var queue = order.filter { isUnreadable($0) }
    var (head, lastGain) = (0, 0)
    for step in 0..<(Self.steps * order.count) where step - lastGain < Self.patience * order.count {
      while head < queue.count, !isUnreadable(queue[head]) { head += 1 }
      guard head < queue.count else { break }
      try watch.step(isLong: true)
      let label = queue[head]
      head += 1
      let present = chosen[label]
      let old = cost(label, at: present)
      var best = (cost: Int.max, spot: -1)
      for index in own[label] {
        let spot = ranked[index]
        if spots[spot].rank >= best.cost { break }
        guard spot != present else { continue }
        let cost = cost(label, at: spot, atMost: best.cost)
        // A spot that leads to the best state so far is never barred.
        let isBarred = barred[spot, default: 0] > step && energy - old + cost >= least
        if cost < best.cost, !isBarred { best = (cost, spot) }
      }
      guard best.spot >= 0 else { continue }
      move(label, to: best.spot)
      barred[present] = step + 10 + order.count / 8
      energy += best.cost - old
      if energy < least { (least, kept, lastGain) = (energy, chosen, step) }
      queue += collisions(label, at: best.spot) + [label]
    }
    for label in order where chosen[label] != kept[label] { move(label, to: kept[label]) }
    return least < 0
  }

  // MARK: Pairs

  /// The cost of two spots together.
  private struct SharedCost {
    var text = 0
    var leader = 0
    var order = 0
    var total: Int { text + leader + order }
    var isClean: Bool { text == 0 && leader == 0 }
  }

  private func shared(_ a: Int, _ first: Int, _ b: Int, _ second: Int) -> SharedCost {
    var cost = SharedCost()
    let clearance = PlacementField.clearance
    let (p, q) = (spots[first], spots[second])
    guard p.reach.inset(by: -clearance).intersects(q.reach) else { return cost }
    if p.bounds.inset(by: -clearance).intersects(q.bounds) {
      for one in p.ink {
        let rect = rects[one].inset(by: -clearance / 2)
        for other in q.ink {
          if let depth = PlacementField.depth(rect, rects[other].inset(by: -clearance / 2)) {
            cost.text += PlacementField.onText + 10 * depth
          }
        }
      }
    }
    for (leader, ink) in [(p.leader, q.ink), (q.leader, p.ink)] {
      guard let leader else { continue }
      if ink.contains(where: { leader.clipped(to: rects[$0].inset(by: -1)) != nil }) {
        cost.leader += 600
      }
    }
    if let leader = p.leader, let other = q.leader, leader.crosses(other) { cost.leader += 500 }
    // Labels above each other are in the order of their points.
    let (named, written) = (anchors[a].y - anchors[b].y, p.bounds.midY - q.bounds.midY)
    if abs(named) > 4, named * written < 0, p.bounds.minX < q.bounds.maxX,
      q.bounds.minX < p.bounds.maxX
    {
      cost.order += 20
    }
    return cost
  }
}

// MARK: - Decisions

extension LabelSolver {
  /// Returns the cost of a place of a label together with the final place of another.
  func shared(_ label: Int, place: Int, with other: Int) -> PlacementCost {
    guard chosen[other] >= 0 else { return PlacementCost() }
    let cost = shared(label, own[label].lowerBound + place, other, chosen[other])
    return PlacementCost(order: cost.order, text: cost.text, leader: cost.leader)
  }

  /// Returns the labels whose text overlaps a label's, all at their final places.
  func overlapping(_ label: Int) -> [Int] {
    guard chosen[label] >= 0 else { return [] }
    return collisions(label, at: chosen[label]).filter {
      shared(label, chosen[label], $0, chosen[$0]).text > 0
    }
  }
}
