import Burin

/// How a label came to its place, as text.
enum PlacementReport {
  /// The label, its places as a list, and a sentence that says what decided.
  ///
  /// - Parameters:
  ///   - placement: the label.
  ///   - all: whether places much worse than the one taken are listed too.
  static func text(_ placement: LabelPlacement, all: Bool) -> String {
    var lines = ["label “\(placement.text)” of \(placement.mark)"]
    lines.append("wanted \(placement.wish)")
    if !placement.constraints.isEmpty {
      lines[1] += ", kept to: \(placement.constraints.joined(separator: ", "))"
    }
    guard placement.candidates.indices.contains(placement.chosen) else {
      return (lines + ["no place could be considered"]).joined(separator: "\n")
    }
    let ranked = placement.candidates.indices.sorted {
      (placement.candidates[$0].total, $0) < (placement.candidates[$1].total, $1)
    }
    let shown = all ? placement.candidates.indices.map { $0 } : Array(ranked.prefix(12))
    let width = shown.map { placement.candidates[$0].name.count }.max() ?? 0
    for index in shown {
      let candidate = placement.candidates[index]
      let mark = index == placement.chosen ? "→" : " "
      let name = candidate.name + String(repeating: " ", count: width - candidate.name.count)
      lines.append("\(mark) \(name)  \(cost(candidate))")
    }
    if shown.count < placement.candidates.count {
      lines.append("  … and \(placement.candidates.count - shown.count) more; --all lists them")
    }
    lines.append(decision(placement))
    return lines.joined(separator: "\n")
  }

  private static func cost(_ candidate: LabelPlacement.Candidate) -> String {
    var parts = candidate.reasons.map { "\($0.what) \($0.cost)" }
    for collision in candidate.collisions {
      let reasons = collision.reasons.map(\.what).joined(separator: ", ")
      parts.append("“\(collision.label.prefix(16))”: \(reasons) \(collision.total)")
    }
    return "\(candidate.total)" + (parts.isEmpty ? "" : " = " + parts.joined(separator: " + "))
  }

  /// What ruled out the places that were wished more.
  private static func decision(_ placement: LabelPlacement) -> String {
    let chosen = placement.candidates[placement.chosen]
    let earlier = placement.candidates[..<placement.chosen]
    guard !earlier.isEmpty else { return "decided: the first wish is free" }
    var counts: [(what: String, count: Int)] = []
    func count(_ what: String) {
      if let index = counts.firstIndex(where: { $0.what == what }) {
        counts[index].count += 1
      } else {
        counts.append((what, 1))
      }
    }
    for candidate in earlier {
      let gravest = candidate.reasons.first { $0.what != "rank of the wish" }
      if let collision = candidate.collisions.first(where: { !$0.isClean }), candidate.isClean {
        count("in the way of “\(collision.label.prefix(16))”")
      } else if let gravest {
        count(gravest.what)
      }
    }
    let list = counts.map { "\($0.what) (\($0.count))" }.joined(separator: ", ")
    let outcome =
      chosen.isFree
      ? "the best place without a fault" : "the least bad place; none is without a fault"
    return "decided: \(outcome); \(earlier.count) wished more"
      + (list.isEmpty ? "" : " were ruled out: \(list)")
  }
}
