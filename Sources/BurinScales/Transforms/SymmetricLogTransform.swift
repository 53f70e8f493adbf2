#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The transform of symmetric logarithmic scales: sign(v)·ln(1 + |v|/constant).
///
/// The scale is nearly linear within about ±constant and logarithmic beyond.
///
/// Source: J. Webber, "A bi-symmetric log transformation for wide-range data" (2013).
public struct SymmetricLogTransform: ScaleTransform {
  /// Half the width of the nearly linear part.
  public let constant: Double

  /// Creates a transform with a constant, which must be finite and above 0.
  public init(constant: Double = 1) { self.constant = constant }

  /// Returns the signed logarithm of a value.
  public func transform(_ value: Double) -> Double {
    // ln(1 + q) for a quotient too large for a Double is ln |v| − ln c.
    let quotient = abs(value) / constant
    let length =
      quotient.isFinite || !value.isFinite ? log1p(quotient) : log(abs(value)) - log(constant)
    return value < 0 ? -length : length
  }

  /// Returns the value whose signed logarithm is given.
  public func inverse(_ transformed: Double) -> Double {
    let value = constant * expm1(abs(transformed))
    return transformed < 0 ? -value : value
  }

  /// Throws if the constant is not a finite number above 0.
  public func validate(domain: ClosedRange<Double>) throws(ScaleError) {
    guard constant.isFinite, constant > 0 else {
      throw .parameter(
        "symmetric log constant (1 / slope at zero)", constant, needs: "a finite number above 0")
    }
  }

  /// Returns zero, and powers of ten from the linear part outwards on both sides.
  public func ticks(
    in domain: ClosedRange<Double>, targetCount: Double, extent: TickSearch.Extent,
    integersOnly: Bool, legibility: (_ candidate: [Double]) -> Double
  ) -> Ticks {
    func linear() -> Ticks {
      TickSearch(targetCount: targetCount, extent: .within, integersOnly: integersOnly)
        .ticks(strictlyWithin: domain, legibility: legibility)
    }
    let (low, high) = (domain.lowerBound, domain.upperBound)
    // Within the linear part, or without a whole decade beyond it, the axis is nearly linear.
    let reach = max(abs(low), abs(high))
    guard reach / constant > 20 else { return linear() }
    var first = Int((log10(constant) - 1e-9).rounded(.up))
    if integersOnly { first = max(0, first) }
    let sides = (low < 0 ? 1.0 : 0) + (high > 0 ? 1.0 : 0)
    let each = max(1, ((targetCount.isFinite ? min(targetCount, 1000) : 5) - 1) / max(sides, 1))
    let last = Int((log10(reach) + 1e-9).rounded(.down))
    let count = max(1, last - first + 1)
    var stride = max(1, Int(Double(count) / each))
    func candidate() -> [Double] {
      // Counted down from the outermost power, which shows the extent best.
      let powers = Swift.stride(from: last, through: min(first, last), by: -stride)
        .map { decimal(1, $0) }.filter { !integersOnly || $0 >= 1 }
      return (powers.map { -$0 } + [0] + powers.reversed()).filter { $0 >= low && $0 <= high }
    }
    var major = candidate()
    var isLegible = legibility(major) > -.infinity
    while !isLegible, stride < count {
      stride += 1
      major = candidate()
      isLegible = legibility(major) > -.infinity
    }
    guard major.count > 1 else { return linear() }
    return Ticks(major: major, format: format(for: major), isLegible: isLegible)
  }

  /// Returns powers of ten where values reach a hundred thousand: nobody counts long rows of zeros.
  public func format(for values: [Double]) -> NumberFormat {
    let reach = values.lazy.map(abs).filter(\.isFinite).max() ?? 0
    return reach >= 1e5 ? NumberFormat(.power(base: 10)) : .automatic(for: values)
  }

  /// Returns a domain whose ends beyond the linear part are as round as on a logarithmic scale.
  public func niceDomain(
    _ domain: ClosedRange<Double>, targetCount: Double, maximumCount: Double, integersOnly: Bool
  ) -> ClosedRange<Double> {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    let search = TickSearch(targetCount: targetCount, extent: .loose, integersOnly: integersOnly)
    guard max(abs(low), abs(high)) / constant > 20 else {
      return search.niceDomain(domain, maximumCount: maximumCount)
    }
    func logarithmic(_ domain: ClosedRange<Double>) -> ClosedRange<Double> {
      LogarithmicTransform()
        .niceDomain(
          domain, targetCount: targetCount, maximumCount: maximumCount, integersOnly: integersOnly)
    }
    if low > constant { return logarithmic(domain) }
    if high < -constant {
      let mirrored = logarithmic(-high ... -low)
      return -mirrored.upperBound ... -mirrored.lowerBound
    }
    /// Returns the next 1, 2 or 5 times a power of ten, or the magnitude itself if that exceeds
    /// every Double.
    func above(_ magnitude: Double) -> Double {
      let steps = LogTicks().steps(enclosing: magnitude...magnitude)
      return steps.map { min($0.upperBound, .greatestFiniteMagnitude) } ?? magnitude
    }
    return (low < 0 ? -above(-low) : 0)...(high > 0 ? above(high) : 0)
  }
}

extension ScaleType {
  /// A symmetric logarithmic scale: nearly linear within about ±1, logarithmic beyond.
  public static let symmetricLog = ScaleType(SymmetricLogTransform())

  /// Returns a symmetric logarithmic scale with a given slope at zero: nearly linear there,
  /// logarithmic beyond.
  ///
  /// The linear part reaches to about ±1/slope.
  public static func symmetricLog(slopeAtZero: Double) -> ScaleType {
    ScaleType(SymmetricLogTransform(constant: 1 / slopeAtZero))
  }

  /// Returns a symmetric logarithmic scale: nearly linear within about ±constant, logarithmic
  /// beyond.
  public static func symlog(constant: Double = 1) -> ScaleType {
    ScaleType(SymmetricLogTransform(constant: constant))
  }
}
