extension LabelPlacement: CustomStringConvertible {
  /// The better places and the decision, as in `explanation()`.
  public var description: String { explanation() }

  /// Returns the label, a list of its places, and a sentence that explains the decision.
  ///
  /// ```swift
  /// for placement in try chart.placements() { print(placement.explanation()) }
  /// ```
  ///
  /// - Parameter all: whether to list places much worse than the chosen one too.
  public func explanation(all: Bool = false) -> String {
    var lines = ["label “\(text)” of \(mark)"]
    lines.append("preferred \(preference)")
    if !constraints.isEmpty {
      lines[1] += ", constrained to be: \(constraints.joined(separator: ", "))"
    }
    guard candidates.indices.contains(chosen) else {
      return (lines + ["no place could be considered"]).joined(separator: "\n")
    }
    let ranked = candidates.indices.sorted {
      (candidates[$0].total, $0) < (candidates[$1].total, $1)
    }
    let shown = all ? candidates.indices.map { $0 } : Array(ranked.prefix(12))
    let width = shown.map { candidates[$0].name.count }.max() ?? 0
    for index in shown {
      let candidate = candidates[index]
      let sign = index == chosen ? "→" : " "
      let name = candidate.name + String(repeating: " ", count: width - candidate.name.count)
      lines.append("\(sign) \(name)  \(cost(candidate))")
    }
    if shown.count < candidates.count {
      lines.append("  … and \(candidates.count - shown.count) more")
    }
    lines.append(decision)
    return lines.joined(separator: "\n")
  }

  private func cost(_ candidate: Candidate) -> String {
    var parts = candidate.reasons.map { "\($0.what) \($0.cost)" }
    for collision in candidate.collisions {
      let reasons = collision.reasons.map(\.what).joined(separator: ", ")
      parts.append("“\(collision.label.prefix(16))”: \(reasons) \(collision.total)")
    }
    return "\(candidate.total)" + (parts.isEmpty ? "" : " = " + parts.joined(separator: " + "))
  }

  /// The reason why the preceding places in the order of preference were rejected.
  private var decision: String {
    let earlier = candidates[..<chosen]
    guard !earlier.isEmpty else { return "decided: the preferred place is free" }
    var counts: [(what: String, count: Int)] = []
    func count(_ what: String) {
      if let index = counts.firstIndex(where: { $0.what == what }) {
        counts[index].count += 1
      } else {
        counts.append((what, 1))
      }
    }
    for candidate in earlier {
      let gravest = candidate.reasons.first { $0.what != "rank of preference" }
      if let collision = candidate.collisions.first(where: { !$0.isClean }), candidate.isClean {
        count("in the way of “\(collision.label.prefix(16))”")
      } else if let gravest {
        count(gravest.what)
      }
    }
    let list = counts.map { "\($0.what) (\($0.count))" }.joined(separator: ", ")
    let outcome =
      candidates[chosen].isFree
      ? "the best place without a fault" : "the best place; none is without a fault"
    return "decided: \(outcome); \(earlier.count) more preferred"
      + (list.isEmpty ? "" : ", ruled out: \(list)")
  }
}
