extension MarkStyle {
  /// Makes sure that the numbers of the style can be drawn.
  ///
  /// - Parameter mark: the name of the mark, for the message.
  /// - Throws: ``ChartError/invalid(_:)`` for a length that is negative or not finite.
  func check(_ mark: String) throws(ChartError) {
    let lengths: [(String, Double?, String)] = [
      ("lineStyle(width:)", lineWidth, "points"), ("cornerRadius", cornerRadius, "points"),
      ("symbolSize", symbolSize, "square points"),
    ]
    for (name, length, unit) in lengths {
      guard let length, !(0...Self.longest).contains(length) else { continue }
      throw ChartError.style(
        mark: mark,
        reason:
          "\(mark): \(name) is \(length); it must be a number of \(unit) from 0 to \(Int(Self.longest))"
      )
    }
    for length in dash ?? [] where !(0...Self.longest).contains(length) {
      throw ChartError.style(
        mark: mark,
        reason:
          "\(mark): lineStyle(dash:) has \(length); dashes are numbers of points from 0 to \(Int(Self.longest))"
      )
    }
    guard Self.opacities.contains(opacity) else {
      throw ChartError.style(
        mark: mark, reason: "\(mark): opacity is \(opacity); it must be a number from 0 to 1")
    }
  }

  /// What an opacity may be, with room for the rounding of products.
  static let opacities = -1e-9...1 + 1e-9
  /// The longest length that a style may have, in points; figures are at most 20,000 wide.
  private static let longest = 1e6
}
