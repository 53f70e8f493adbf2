/// The transform of linear scales: equal differences have equal lengths.
public struct LinearTransform: ScaleTransform {
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
    (domain.upperBound - domain.lowerBound).isFinite ? 1 : 0.25
  }

  /// Returns the best ticks by ``TickSearch``.
  public func ticks(
    in domain: ClosedRange<Double>, targetCount: Double, extent: TickSearch.Extent,
    integersOnly: Bool, legibility: (_ candidate: [Double]) -> Double
  ) -> Ticks {
    TickSearch(targetCount: targetCount, extent: extent, integersOnly: integersOnly)
      .ticks(domain, legibility: legibility)
  }

  /// Returns a domain extended to the nearest ticks.
  public func niceDomain(
    _ domain: ClosedRange<Double>, targetCount: Double, maximumCount: Double, integersOnly: Bool
  ) -> ClosedRange<Double> {
    TickSearch(targetCount: targetCount, extent: .loose, integersOnly: integersOnly)
      .niceDomain(domain, maximumCount: maximumCount)
  }
}

extension ScaleType {
  /// A linear scale: equal differences have equal lengths.
  public static let linear = ScaleType(LinearTransform())
}
