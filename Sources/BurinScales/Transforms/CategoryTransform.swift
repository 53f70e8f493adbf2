/// The transform of scales of categories, on which each value is a key of its own.
///
/// It spreads numbers as a linear scale does; charts make keys of the values instead.
public struct CategoryTransform: ScaleTransform {
  /// Creates the transform.
  public init() {}

  /// Returns the value itself.
  public func transform(_ value: Double) -> Double { value }
  /// Returns the value itself.
  public func inverse(_ transformed: Double) -> Double { transformed }
  /// True.
  public var isIdentity: Bool { true }

  /// Returns a quarter for a domain wider than the largest finite number, else 1.
  public func prescale(for domain: ClosedRange<Double>) -> Double {
    LinearTransform().prescale(for: domain)
  }

  /// Returns the ticks of a linear scale.
  public func ticks(
    in domain: ClosedRange<Double>, targetCount: Double, extent: TickSearch.Extent,
    integersOnly: Bool, legibility: (_ candidate: [Double]) -> Double
  ) -> Ticks {
    LinearTransform().ticks(
      in: domain, targetCount: targetCount, extent: extent, integersOnly: integersOnly,
      legibility: legibility)
  }

  /// Returns the domain of a linear scale.
  public func niceDomain(
    _ domain: ClosedRange<Double>, targetCount: Double, maximumCount: Double, integersOnly: Bool
  ) -> ClosedRange<Double> {
    LinearTransform().niceDomain(
      domain, targetCount: targetCount, maximumCount: maximumCount, integersOnly: integersOnly)
  }
}

extension ScaleType {
  /// A scale on which each value is a category of its own.
  public static let category = ScaleType(CategoryTransform())
}
