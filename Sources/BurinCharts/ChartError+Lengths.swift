extension ChartError {
  /// Makes sure that a number of points can be laid out.
  ///
  /// - Parameters:
  ///   - length: the number.
  ///   - name: what it sets, as it is written.
  ///   - least: the smallest number allowed.
  ///   - most: the largest number allowed; figures are at most 20,000 points wide.
  /// - Throws: ``invalid(_:)`` with the name, the number and what would be right.
  static func check(
    _ length: Double?, _ name: String, from least: Double = 0, to most: Double = 20_000
  ) throws(ChartError) {
    guard let length, !(length >= least && length <= most) else { return }
    throw .invalid("\(name) is \(length); it must be a number from \(Int(least)) to \(Int(most))")
  }
}
