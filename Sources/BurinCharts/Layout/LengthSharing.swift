/// Shares a length between neighbours: fixed ones have their own length, flexible ones the rest by
/// weight.
struct LengthSharing {
  /// The distance between neighbours, in points.
  var spacing: Double
  /// The behaviour of the neighbours along the length.
  var flexibilities: [Flexibility]

  /// The total space between the neighbours.
  var gaps: Double { spacing * Double(max(0, flexibilities.count - 1)) }

  /// Returns the length of each neighbour.
  ///
  /// A flexible neighbour whose share is too small has the length it needs, and the others share
  /// the rest. Because this makes their shares smaller, the shares are computed again.
  ///
  /// - Parameters:
  ///   - total: the length to share, including spaces; nil if all have the length they need.
  ///   - ideal: returns the length of a neighbour without a limit.
  ///   - needed: returns the length of a neighbour for a proposed share.
  func lengths(
    of total: Double?, ideal: (Int) throws -> Double, needed: (Int, Double) throws -> Double
  ) rethrows -> [Double] {
    let indices = flexibilities.indices
    guard let total else { return try indices.map(ideal) }
    var weights = flexibilities.map { $0.weight > 0 ? $0.weight : 0 }
    var own = try indices.map { weights[$0] > 0 ? 0 : try ideal($0) }
    while true {
      let lengths = shared(total, own, weights)
      var cramped: [Int] = []
      for index in indices where weights[index] > 0 {
        own[index] = try needed(index, lengths[index])
        if own[index] > lengths[index] + 0.5 { cramped.append(index) }
      }
      guard !cramped.isEmpty, cramped.count < weights.count(where: { $0 > 0 }) else {
        return lengths
      }
      for index in cramped { weights[index] = 0 }
    }
  }

  private func shared(_ total: Double, _ own: [Double], _ weights: [Double]) -> [Double] {
    let sum = weights.reduce(0, +)
    let fixed = zip(own, weights).reduce(0) { $1.1 > 0 ? $0 : $0 + $1.0 }
    let rest = max(0, total - gaps - fixed)
    return zip(own, weights).map { $1 > 0 ? rest * $1 / sum : $0 }
  }
}
