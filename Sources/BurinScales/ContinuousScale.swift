#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A monotone map from numbers to positions.
///
/// ```swift
/// let x = try ContinuousScale(.linear, domain: 0...10, range: (40, 440))
/// x.position(2.5)  // 140.0
/// x.value(at: 140) // 2.5
/// ```
///
/// The domain may run backwards, and so may the range (as for y in a y-down space).
public struct ContinuousScale: Hashable, Sendable {
  /// How values are bent.
  public let type: ScaleType
  /// The value at the start of the range.
  public let domainStart: Double
  /// The value at the end of the range.
  public let domainEnd: Double
  /// The position of the first end of the domain, in points.
  public let rangeStart: Double
  /// The position of the second end of the domain, in points.
  public let rangeEnd: Double
  /// Whether values outside the domain are placed at its nearer end.
  public let clamp: Bool

  private let reduction: Double
  private let bentStart: Double
  private let bentSpan: Double

  /// Makes a scale whose domain may run backwards.
  ///
  /// - Parameters:
  ///   - type: how values are bent.
  ///   - domain: the values at the two ends of the range: finite, different, and positive on
  ///     logarithmic scales.
  ///   - range: the positions of the ends, in points.
  ///   - clamp: whether values outside the domain are placed at its nearer end.
  public init(
    _ type: ScaleType, domain: (Double, Double), range: (Double, Double), clamp: Bool = false
  ) throws(ScaleError) {
    let (start, end) = domain
    guard start.isFinite, end.isFinite else { throw .domainNotFinite(start, end) }
    guard range.0.isFinite, range.1.isFinite else { throw .rangeNotFinite(range.0, range.1) }
    guard start != end else { throw .domainEmpty(start, end) }
    switch type {
    case .logarithmic(let base):
      guard base.isFinite, base > 1 else { throw .logarithmBase(base) }
      guard start > 0, end > 0 else { throw .domainNotPositive(start, end) }
    case .symlog(let constant):
      guard constant.isFinite, constant > 0 else { throw .symlogConstant(constant) }
    case .linear, .sqrt, .time:
      break
    }
    self.type = type
    (domainStart, domainEnd) = domain
    (rangeStart, rangeEnd) = range
    self.clamp = clamp
    // A linear domain wider than the largest Double is halved twice before it is measured.
    if type == .linear || type == .time, !(end - start).isFinite {
      reduction = 0.25
    } else {
      reduction = 1
    }
    bentStart = bend(start * reduction, type)
    bentSpan = bend(end * reduction, type) - bentStart
    guard bentSpan != 0, bentSpan.isFinite else { throw .domainEmpty(start, end) }
  }

  /// Makes a scale whose domain runs forwards.
  public init(
    _ type: ScaleType, domain: ClosedRange<Double>, range: (Double, Double), clamp: Bool = false
  ) throws(ScaleError) {
    try self.init(
      type, domain: (domain.lowerBound, domain.upperBound), range: range, clamp: clamp)
  }

  /// The domain in ascending order.
  public var domain: ClosedRange<Double> {
    min(domainStart, domainEnd)...max(domainStart, domainEnd)
  }

  /// Whether larger values have larger positions.
  public var isAscending: Bool { (domainStart < domainEnd) == (rangeStart < rangeEnd) }

  /// Where a value lies, in the units of the range.
  ///
  /// Values beyond the domain lie beyond the range (infinitely far for infinities, and for 0 on a
  /// logarithmic scale) unless the scale clamps. NaN stays NaN, and so do negative values on a
  /// logarithmic scale: they have no place.
  public func position(_ value: Double) -> Double {
    if value == domainStart { return rangeStart }
    if value == domainEnd { return rangeEnd }
    if case .logarithmic = type, value < 0 { return clamp ? clampedPosition(-.infinity) : .nan }
    let fraction = (bend(value * reduction, type) - bentStart) / bentSpan
    return clamp ? clampedPosition(fraction) : interpolated(fraction)
  }

  /// The value whose position is given.
  ///
  /// ```swift
  /// let y = try ContinuousScale(.log(), domain: 1...100, range: (200, 0))
  /// y.value(at: 100)  // 10.0
  /// ```
  public func value(at position: Double) -> Double {
    if position == rangeStart { return domainStart }
    if position == rangeEnd { return domainEnd }
    guard rangeStart != rangeEnd else { return position.isNaN ? .nan : domainStart }
    var fraction = (position - rangeStart) / (rangeEnd - rangeStart)
    if fraction.isInfinite, position.isFinite {
      fraction = (position / 2 - rangeStart / 2) / (rangeEnd / 2 - rangeStart / 2)
    }
    if clamp { fraction = min(max(fraction, 0), 1) }
    if fraction.isNaN { return .nan }
    let value = unbend(fraction)
    // Rounding must not carry a position within the range out of the domain.
    return fraction >= 0 && fraction <= 1
      ? min(max(value, domain.lowerBound), domain.upperBound) : value
  }

  /// The same scale over another range.
  public func withRange(_ range: (Double, Double)) throws(ScaleError) -> ContinuousScale {
    try ContinuousScale(type, domain: (domainStart, domainEnd), range: range, clamp: clamp)
  }

  private func clampedPosition(_ fraction: Double) -> Double {
    fraction.isNaN ? .nan : interpolated(min(max(fraction, 0), 1))
  }

  private func interpolated(_ fraction: Double) -> Double {
    if fraction >= 0 && fraction <= 1 {
      return rangeStart * (1 - fraction) + rangeEnd * fraction
    }
    let length = span(from: rangeStart, to: rangeEnd)
    return length == 0 ? rangeStart : rangeStart + length * fraction
  }

  private func unbend(_ fraction: Double) -> Double {
    switch type {
    case .linear, .time:
      if fraction >= 0 && fraction <= 1 {
        return domainStart * (1 - fraction) + domainEnd * fraction
      }
      return domainStart + span(from: domainStart, to: domainEnd) * fraction
    case .logarithmic:
      return exp(bentStart + bentSpan * fraction)
    case .sqrt:
      let root = bentStart + bentSpan * fraction
      return root < 0 ? -(root * root) : root * root
    case .symlog(let constant):
      let bent = bentStart + bentSpan * fraction
      let value = constant * expm1(abs(bent))
      return bent < 0 ? -value : value
    }
  }
}

/// A value as the scale spreads it: monotone, and finite for every value of a valid domain.
private func bend(_ value: Double, _ type: ScaleType) -> Double {
  switch type {
  case .linear, .time:
    return value
  case .logarithmic:
    return log(value)
  case .sqrt:
    return value < 0 ? -(-value).squareRoot() : value.squareRoot()
  case .symlog(let constant):
    // ln(1 + q) for a quotient too large for a Double is ln |v| − ln c.
    let quotient = abs(value) / constant
    let bent =
      quotient.isFinite || !value.isFinite ? log1p(quotient) : log(abs(value)) - log(constant)
    return value < 0 ? -bent : bent
  }
}

/// The difference of two numbers, cut to the largest finite number if both are finite.
private func span(from start: Double, to end: Double) -> Double {
  let difference = end - start
  guard difference.isInfinite, start.isFinite, end.isFinite else { return difference }
  return difference > 0 ? .greatestFiniteMagnitude : -.greatestFiniteMagnitude
}
