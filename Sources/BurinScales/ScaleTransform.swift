/// The definition of a type of continuous scale: a transform and its inverse, its ticks and nice
/// ends.
///
/// A scale spreads transformed values evenly over its range. A transform and its inverse are
/// enough; everything else has a default that suits scales with a zero:
///
/// ```swift
/// struct Reciprocal: ScaleTransform {
///   func transform(_ value: Double) -> Double { value > 0 ? -1 / value : .nan }
///   func inverse(_ transformed: Double) -> Double { -1 / transformed }
///   func canShow(_ value: Double) -> Bool { value > 0 && value.isFinite }
///   var unshownReason: String { "a reciprocal scale shows only values above 0" }
///   var extendsToZero: Bool { false }
/// }
/// let x = try ContinuousScale(ScaleType(Reciprocal()), domain: 1...4, range: (0, 300))
/// x.position(2)  // 200.0
/// ```
public protocol ScaleTransform: Hashable, Sendable {
  /// Returns the transformed value, which the scale spreads evenly.
  ///
  /// The transform must be strictly increasing over the values that can be shown. It returns NaN
  /// for values without a position, and an infinity for values infinitely far from all others.
  func transform(_ value: Double) -> Double

  /// Returns the value with a given transform.
  func inverse(_ transformed: Double) -> Double

  /// Whether the transform is the identity, so that a scale can skip it.
  var isIdentity: Bool { get }

  /// Whether the values are times in seconds since the start of 1970.
  var isTime: Bool { get }

  /// Whether bars, areas and automatic domains may be extended to zero.
  var extendsToZero: Bool { get }

  /// Returns whether a value has a position on the scale.
  func canShow(_ value: Double) -> Bool

  /// One clause that states which values can be shown, for messages.
  ///
  /// Example: `a logarithmic scale shows only values above 0`.
  var unshownReason: String { get }

  /// Throws if a parameter of the transform isn't usable, or a domain whose ends can be shown
  /// isn't.
  func validate(domain: ClosedRange<Double>) throws(ScaleError)

  /// Returns a factor by which the values of a domain are multiplied before they are transformed.
  ///
  /// The factor keeps transformed values within the finite numbers. Only a transform whose results
  /// keep their proportions when all values are multiplied may return anything but 1.
  func prescale(for domain: ClosedRange<Double>) -> Double

  /// Returns the best ticks of a domain.
  ///
  /// - Parameters:
  ///   - domain: the domain, valid for this transform.
  ///   - targetCount: the preferred number of labelled ticks.
  ///   - extent: where the outermost ticks may lie.
  ///   - integersOnly: whether all ticks must be whole numbers.
  ///   - legibility: how legible a candidate's labels are, from 1 down to −∞, as for
  ///     ``TickSearch``.
  func ticks(
    in domain: ClosedRange<Double>, targetCount: Double, extent: TickSearch.Extent,
    integersOnly: Bool, legibility: (_ candidate: [Double]) -> Double
  ) -> Ticks

  /// Returns the format that suits values of the scale best.
  func format(for values: [Double]) -> NumberFormat

  /// Returns a domain extended to round numbers, or the domain itself if there are none.
  ///
  /// - Parameters:
  ///   - domain: the domain of the data.
  ///   - targetCount: the preferred number of majors.
  ///   - maximumCount: the number of majors for which there is room.
  ///   - integersOnly: whether all ticks must be whole numbers.
  func niceDomain(
    _ domain: ClosedRange<Double>, targetCount: Double, maximumCount: Double, integersOnly: Bool
  ) -> ClosedRange<Double>

  /// Returns the domain for data of a single value that can be shown.
  func domain(around value: Double) -> ClosedRange<Double>
}

// MARK: - Defaults

extension ScaleTransform {
  /// False: values are transformed.
  public var isIdentity: Bool { false }

  /// False: values are plain numbers.
  public var isTime: Bool { false }

  /// True: the scale has a zero.
  public var extendsToZero: Bool { true }

  /// Returns whether a value is finite.
  public func canShow(_ value: Double) -> Bool { value.isFinite }

  /// The reason for scales that show every finite number.
  public var unshownReason: String { "a scale shows only finite numbers" }

  /// Accepts every domain.
  public func validate(domain: ClosedRange<Double>) throws(ScaleError) {}

  /// Returns 1: values aren't scaled before they are transformed.
  public func prescale(for domain: ClosedRange<Double>) -> Double { 1 }

  /// Returns the ticks of a linear axis, none of them beyond an end because of rounding.
  public func ticks(
    in domain: ClosedRange<Double>, targetCount: Double, extent: TickSearch.Extent,
    integersOnly: Bool, legibility: (_ candidate: [Double]) -> Double
  ) -> Ticks {
    let extent = extent == .exact ? extent : .within
    return TickSearch(targetCount: targetCount, extent: extent, integersOnly: integersOnly)
      .ticks(strictlyWithin: domain, legibility: legibility)
  }

  /// Returns one form for all values, with the fewest sufficient decimals.
  public func format(for values: [Double]) -> NumberFormat { .automatic(for: values) }

  /// Returns a domain extended to the nearest ticks of a linear axis, or less far.
  ///
  /// The result is the first of these that the domain fills at least half: ticks of a linear axis;
  /// 1, 2 and 5 times powers of ten; the domain itself.
  public func niceDomain(
    _ domain: ClosedRange<Double>, targetCount: Double, maximumCount: Double, integersOnly: Bool
  ) -> ClosedRange<Double> {
    let search = TickSearch(
      targetCount: targetCount, extent: .loose, integersOnly: integersOnly)
    let ticks = search.niceDomain(domain, maximumCount: maximumCount)
    if isFilled(ticks, by: domain) { return ticks }
    if let steps = LogTicks().steps(enclosing: domain), isFilled(steps, by: domain) { return steps }
    return domain
  }

  /// Returns whether a domain fills at least half of an extended one, both of which can be shown.
  private func isFilled(
    _ extended: ClosedRange<Double>, by domain: ClosedRange<Double>
  ) -> Bool {
    guard canShow(extended.lowerBound), canShow(extended.upperBound) else { return false }
    let factor = prescale(for: extended)
    func length(_ domain: ClosedRange<Double>) -> Double {
      transform(domain.upperBound * factor) - transform(domain.lowerBound * factor)
    }
    return length(domain) >= 0.5 * length(extended)
  }

  /// Returns a domain from half of a value to one and a half times the value; 0…1 for zero.
  public func domain(around value: Double) -> ClosedRange<Double> {
    // Zero is most often the least that a quantity can be.
    if value == 0 { return 0...1 }
    let margin = max(abs(value) * 0.5, .leastNonzeroMagnitude)
    let largest = Double.greatestFiniteMagnitude
    return max(value - margin, -largest)...min(value + margin, largest)
  }
}
