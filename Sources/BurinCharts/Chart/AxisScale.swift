public import BurinScales

/// The scale of an axis: numbers or categories to points.
public enum AxisScale: Hashable, Sendable {
  /// Numbers.
  case continuous(ContinuousScale)
  /// Categories.
  case band(BandScale)

  /// Where a value lies, in points; the middle of the band for a category.
  ///
  /// Nil for a value that the scale does not know, NaN included.
  public func position(_ datum: Datum) -> Double? {
    switch (self, datum) {
    case (.continuous(let scale), .number(let number)):
      let position = scale.position(number)
      return position.isNaN ? nil : position
    case (.band(let scale), .category(let category)):
      return scale.center(of: category)
    default:
      return nil
    }
  }

  /// The start and end of the room that a value has across: the band of a category.
  public func extent(_ datum: Datum) -> (Double, Double)? {
    guard case .band(let scale) = self, case .category(let category) = datum,
      let start = scale.start(of: category)
    else { return nil }
    return (start, start + scale.bandwidth)
  }
}
