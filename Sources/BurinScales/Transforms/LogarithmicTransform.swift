#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The transform of logarithmic scales: equal ratios have equal lengths.
///
/// Values must be positive. The base affects only the ticks.
public struct LogarithmicTransform: ScaleTransform {
  /// The base whose powers are labelled.
  public let base: Double

  /// Creates a transform with ticks at powers of a base, which must be finite and above 1.
  public init(base: Double = 10) { self.base = base }

  /// Returns the natural logarithm of a value.
  public func transform(_ value: Double) -> Double { log(value) }
  /// Returns e raised to the transformed value.
  public func inverse(_ transformed: Double) -> Double { exp(transformed) }
  /// False: zero has no logarithm.
  public var extendsToZero: Bool { false }
  /// Returns whether a value is finite and above zero.
  public func canShow(_ value: Double) -> Bool { value > 0 && value.isFinite }
  /// The reason, which names the limit.
  public var unshownReason: String { "a logarithmic scale shows only values above 0" }

  /// Throws if the base is not a finite number above 1.
  public func validate(domain: ClosedRange<Double>) throws(ScaleError) {
    guard base.isFinite, base > 1 else {
      throw .parameter("logarithm base", base, needs: "a finite number above 1")
    }
  }

  /// Returns the ticks of ``LogTicks``.
  ///
  /// There are up to half as many powers again as are preferred: each one that is left out is one to
  /// count.
  public func ticks(
    in domain: ClosedRange<Double>, targetCount: Double, extent: TickSearch.Extent,
    integersOnly: Bool, legibility: (_ candidate: [Double]) -> Double
  ) -> Ticks {
    var placing = LogTicks(base: base, targetCount: targetCount, integersOnly: integersOnly)
    placing.mostPowers = 1.5 * targetCount
    return placing.ticks(domain.lowerBound, domain.upperBound, legibility: legibility)
  }

  /// Returns plain numbers from a thousandth to below a hundred thousand, and powers beyond.
  public func format(for values: [Double]) -> NumberFormat {
    LogTicks(base: base).format(for: values)
  }

  /// Returns a domain extended to powers of the base, or to rounder ends closer to it.
  ///
  /// The result is the first of these that the domain fills at least half: powers of the base; 1, 2
  /// and 5 times powers of ten; ticks of a linear axis.
  public func niceDomain(
    _ domain: ClosedRange<Double>, targetCount: Double, maximumCount: Double, integersOnly: Bool
  ) -> ClosedRange<Double> {
    let ticks = LogTicks(base: base, targetCount: targetCount)
    if let powers = ticks.powers(enclosing: domain), isFilled(powers, by: domain) { return powers }
    if let steps = ticks.steps(enclosing: domain), isFilled(steps, by: domain) { return steps }
    let loose = TickSearch(targetCount: targetCount, extent: .loose, integersOnly: integersOnly)
      .ticks(domain).major
    guard let first = loose.first, let last = loose.last, first > 0, last.isFinite,
      first <= domain.lowerBound, last >= domain.upperBound, isFilled(first...last, by: domain)
    else { return domain }
    return first...last
  }

  private func isFilled(_ extended: ClosedRange<Double>, by domain: ClosedRange<Double>) -> Bool {
    let length = log(domain.upperBound) - log(domain.lowerBound)
    return length >= 0.5 * (log(extended.upperBound) - log(extended.lowerBound))
  }

  /// Returns a domain from half of a value to twice the value.
  public func domain(around value: Double) -> ClosedRange<Double> {
    max(value / 2, .leastNonzeroMagnitude)...min(value * 2, .greatestFiniteMagnitude)
  }
}

extension ScaleType {
  /// A logarithmic scale: equal ratios have equal lengths, with ticks at powers of ten.
  public static let log = ScaleType(LogarithmicTransform())

  /// Returns a logarithmic scale with ticks at powers of a base.
  public static func log(base: Double = 10) -> ScaleType {
    ScaleType(LogarithmicTransform(base: base))
  }

  /// Returns the same as ``log(base:)``.
  public static func logarithmic(base: Double) -> ScaleType { log(base: base) }
}
