extension Verdict {
  /// The verdict for a reader at a terminal: the result, the scene's changes, the regions.
  ///
  /// - Parameter limit: the most lines for the scene, and the most for the regions.
  public func lines(limit: Int = 8) -> [String] {
    var lines = [description]
    lines += scene?.lines(limit: limit) ?? []
    guard !passes else { return lines }
    let failing = regions.filter { $0.failingCount > 0 }
      .sorted { ($0.failingCount, $1.bounds.y) > ($1.failingCount, $0.bounds.y) }
    lines += failing.prefix(limit).map(\.description)
    if failing.count > limit {
      lines.append("… and \(Count(failing.count - limit, "smaller region"))")
    }
    if rule != .exact || !environment.isEmpty { lines.append(why) }
    return lines
  }
}
