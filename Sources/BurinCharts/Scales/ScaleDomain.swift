public import BurinScales

/// The values at the ends of an axis, or a list of its categories.
///
/// Ranges, arrays and ``AutomaticScaleDomain`` are domains:
///
/// ```swift
/// .chartYScale(domain: 0...100)
/// .chartYScale(domain: [0, 100])             // the same
/// .chartYScale(domain: [100, 0])             // from 100 at the bottom to 0 at the top
/// .chartXScale(domain: ["small", "large"])   // categories in order
/// .chartXScale(domain: .automatic(includesZero: false))
/// ```
public protocol ScaleDomain {
  /// The domain without its type.
  var domainSpecification: DomainSpecification { get }
}

/// A domain whose type is known by its form only.
public struct DomainSpecification: Sendable {
  enum Form: Sendable {
    /// Numbers or times; nil where no number is one of the ends.
    case numbers(ClosedRange<Double>?, ValueKind, isReversed: Bool)
    case categories([String])
    case automatic(AutomaticScaleDomain)
    /// A number that is none is among the ends.
    case unusable
  }

  let form: Form
}

extension ClosedRange: ScaleDomain where Bound: Plottable {
  /// The ends of the range.
  public var domainSpecification: DomainSpecification {
    DomainSpecification(lowerBound, upperBound)
  }
}

extension Range: ScaleDomain where Bound: Plottable {
  /// The ends of the range.
  public var domainSpecification: DomainSpecification {
    DomainSpecification(lowerBound, upperBound)
  }
}

extension Array: ScaleDomain where Element: Plottable {
  /// The categories of the list, or the least and the largest of its numbers or times.
  public var domainSpecification: DomainSpecification {
    let kind = Element.PrimitivePlottable.valueKind
    guard kind != .category else {
      return DomainSpecification(
        form: .categories(map { $0.primitivePlottable.plottedCategory }))
    }
    let numbers = map { $0.primitivePlottable.plottedNumber }
    // The least of numbers with NaN among them may be another one.
    if numbers.contains(where: \.isNaN) { return DomainSpecification(form: .unusable) }
    guard let low = numbers.min(), let high = numbers.max() else {
      return DomainSpecification(form: .numbers(nil, kind, isReversed: false))
    }
    return DomainSpecification(
      form: .numbers(low...high, kind, isReversed: numbers[0] > numbers[numbers.count - 1]))
  }
}

extension DomainSpecification {
  /// The ends of a domain of numbers or times; nil for any other.
  var numbers: ClosedRange<Double>? {
    if case .numbers(let range, _, _) = form { range } else { nil }
  }

  init<Bound: Plottable>(_ lower: Bound, _ upper: Bound) {
    let (low, high) = (
      lower.primitivePlottable.plottedNumber, upper.primitivePlottable.plottedNumber
    )
    form =
      low.isNaN || high.isNaN
      ? .unusable
      : .numbers(
        low <= high ? low...high : nil, Bound.PrimitivePlottable.valueKind, isReversed: false)
  }
}

/// How an axis finds its domain.
public struct AutomaticScaleDomain: Sendable, ScaleDomain {
  var includesZero: Bool?
  var isReversed: Bool?
  /// Changes the categories that were found; nil to leave them.
  var modifyCategories: (@Sendable ([String]) -> [String])?
  /// Changes the ends of the numbers that were found; nil to leave them.
  var modifyNumbers: (@Sendable (ClosedRange<Double>) -> ClosedRange<Double>)?

  /// The domain without its type.
  public var domainSpecification: DomainSpecification {
    DomainSpecification(form: .automatic(self))
  }
}

extension ScaleDomain where Self == AutomaticScaleDomain {
  /// The domain that the marks ask for.
  public static var automatic: AutomaticScaleDomain { AutomaticScaleDomain() }

  /// The domain of the values.
  ///
  /// - Parameters:
  ///   - includesZero: whether zero is shown; nil for what the marks ask for.
  ///   - reversed: whether values run backwards; nil leaves the direction as it is.
  public static func automatic(
    includesZero: Bool? = nil, reversed: Bool? = nil
  ) -> AutomaticScaleDomain {
    AutomaticScaleDomain(includesZero: includesZero, isReversed: reversed)
  }

  /// The domain of values of a type.
  public static func automatic<Value: Plottable>(
    includesZero: Bool? = nil, reversed: Bool? = nil, dataType: Value.Type
  ) -> AutomaticScaleDomain {
    AutomaticScaleDomain(includesZero: includesZero, isReversed: reversed)
  }

  /// The domain of values of a type, changed by a function.
  ///
  /// ```swift
  /// .chartXScale(domain: .automatic(dataType: String.self) { $0.sort() })
  /// ```
  ///
  /// - Parameters:
  ///   - includesZero: whether zero is shown; nil for what the marks ask for.
  ///   - reversed: whether values run backwards; nil leaves the direction as it is.
  ///   - dataType: the type of the values.
  ///   - modifyInferredDomain: changes the categories in their order, or the two ends of numbers or
  ///     times. It runs while the chart is laid out, on the thread that renders it.
  public static func automatic<Value: Plottable & SendableMetatype>(
    includesZero: Bool? = nil, reversed: Bool? = nil, dataType: Value.Type,
    modifyInferredDomain: @escaping (inout [Value]) -> Void
  ) -> AutomaticScaleDomain {
    typealias Primitive = Value.PrimitivePlottable
    let change = DomainChange(apply: modifyInferredDomain)
    var domain = AutomaticScaleDomain(includesZero: includesZero, isReversed: reversed)
    if Primitive.valueKind == .category {
      domain.modifyCategories = { names in
        var values = names.compactMap { Value(plottedNumber: .nan, plottedCategory: $0) }
        change.apply(&values)
        return values.map { $0.primitivePlottable.plottedCategory }
      }
    } else {
      domain.modifyNumbers = { range in
        var values = [range.lowerBound, range.upperBound].compactMap {
          Value(plottedNumber: $0, plottedCategory: "")
        }
        change.apply(&values)
        let numbers = values.map { $0.primitivePlottable.plottedNumber }.filter(\.isFinite)
        guard let low = numbers.min(), let high = numbers.max() else { return range }
        return low...high
      }
    }
    return domain
  }
}

/// A function that changes a domain.
///
/// Unchecked: the compiler (6.3) doesn't take a closure for a `@Sendable` one where a generic
/// parameter's static member is called by a leading dot, which is the only way to write a domain.
private struct DomainChange<Value>: @unchecked Sendable {
  let apply: (inout [Value]) -> Void
}

extension Plottable {
  /// Creates the value of a number or a category; nil where it has none.
  init?(plottedNumber: Double, plottedCategory: String) {
    guard
      let primitive = PrimitivePlottable(
        plottedNumber: plottedNumber, plottedCategory: plottedCategory)
    else { return nil }
    self.init(primitivePlottable: primitive)
  }
}

/// The part of the plot that a scale spans.
public protocol PositionScaleRange {
  /// The part of the plot.
  var scaleExtent: PlotDimensionScaleRange { get }
}

/// The length of the plot but for padding at its ends, or a part in points from its start.
public struct PlotDimensionScaleRange: PositionScaleRange, Sendable {
  enum Form: Sendable {
    case padding(start: Double, end: Double)
    case points(start: Double, end: Double)
  }

  var form: Form
  /// The part itself.
  public var scaleExtent: PlotDimensionScaleRange { self }
}

extension ClosedRange: PositionScaleRange where Bound: ScaleLength {
  /// A part of the plot in points from its leading or bottom end.
  public var scaleExtent: PlotDimensionScaleRange {
    PlotDimensionScaleRange(form: .points(start: lowerBound.points, end: upperBound.points))
  }
}

/// A number that can be a length in points.
public protocol ScaleLength: Comparable {
  /// The length, in points.
  var points: Double { get }
}

extension Int: ScaleLength {
  /// The length, in points.
  public var points: Double { Double(self) }
}

extension Double: ScaleLength {
  /// The length, in points.
  public var points: Double { self }
}

extension PositionScaleRange where Self == PlotDimensionScaleRange {
  /// The whole length of the plot.
  public static var plotDimension: PlotDimensionScaleRange {
    PlotDimensionScaleRange(form: .padding(start: 0, end: 0))
  }

  /// The length of the plot but for the same padding at both ends, in points.
  public static func plotDimension(padding: Double) -> PlotDimensionScaleRange {
    PlotDimensionScaleRange(form: .padding(start: padding, end: padding))
  }

  /// The length of the plot but for padding at its ends, in points.
  public static func plotDimension(
    startPadding: Double = 0, endPadding: Double = 0
  ) -> PlotDimensionScaleRange {
    PlotDimensionScaleRange(form: .padding(start: startPadding, end: endPadding))
  }
}

extension PlotDimensionScaleRange {
  /// Returns the ends of the part of an axis between two points.
  ///
  /// - Throws: ``ChartError/invalid(_:)`` for lengths that can't be drawn.
  func ends(low: Double, high: Double, axis: String) throws(ChartError) -> (Double, Double) {
    let inwards = high >= low ? 1.0 : -1.0
    switch form {
    case .padding(let start, let end):
      for length in [start, end] {
        try ChartError.check(length, "the padding of the \(axis) scale", from: -20_000)
      }
      return (low + inwards * start, high - inwards * end)
    case .points(let start, let end):
      for length in [start, end] {
        try ChartError.check(length, "the range of the \(axis) scale", from: -20_000)
      }
      return (low + inwards * start, low + inwards * end)
    }
  }
}

extension FigureContent {
  /// Sets the values at the ends of the horizontal axis, and the type of its scale.
  public func chartXScale<Domain: ScaleDomain>(
    domain: Domain, type: ScaleType? = nil
  ) -> Configured { scale(\.x, domain.domainSpecification, nil, type) }

  /// Sets the values at the ends of the vertical axis, and the type of its scale.
  public func chartYScale<Domain: ScaleDomain>(
    domain: Domain, type: ScaleType? = nil
  ) -> Configured { scale(\.y, domain.domainSpecification, nil, type) }

  /// Sets the values at the ends of the horizontal axis and the part of the plot between them.
  public func chartXScale<Domain: ScaleDomain, ScaleRange: PositionScaleRange>(
    domain: Domain, range: ScaleRange, type: ScaleType? = nil
  ) -> Configured { scale(\.x, domain.domainSpecification, range.scaleExtent, type) }

  /// Sets the values at the ends of the vertical axis and the part of the plot between them.
  public func chartYScale<Domain: ScaleDomain, ScaleRange: PositionScaleRange>(
    domain: Domain, range: ScaleRange, type: ScaleType? = nil
  ) -> Configured { scale(\.y, domain.domainSpecification, range.scaleExtent, type) }

  /// Sets the part of the plot that the horizontal scale spans.
  public func chartXScale<ScaleRange: PositionScaleRange>(
    range: ScaleRange, type: ScaleType? = nil
  ) -> Configured { scale(\.x, nil, range.scaleExtent, type) }

  /// Sets the part of the plot that the vertical scale spans.
  public func chartYScale<ScaleRange: PositionScaleRange>(
    range: ScaleRange, type: ScaleType? = nil
  ) -> Configured { scale(\.y, nil, range.scaleExtent, type) }

  /// Sets how values spread over the horizontal axis.
  public func chartXScale(type: ScaleType? = nil) -> Configured { scale(\.x, nil, nil, type) }

  /// Sets how values spread over the vertical axis.
  public func chartYScale(type: ScaleType? = nil) -> Configured { scale(\.y, nil, nil, type) }

  private func scale(
    _ axis: any (WritableKeyPath<ChartConfiguration, ChartConfiguration.Scale> & Sendable),
    _ domain: DomainSpecification?, _ range: PlotDimensionScaleRange?, _ type: ScaleType?
  ) -> Configured {
    changed {
      if let domain { $0[keyPath: axis].set(domain) }
      $0[keyPath: axis].range = range ?? $0[keyPath: axis].range
      $0[keyPath: axis].type = type ?? $0[keyPath: axis].type
    }
  }
}

extension ChartConfiguration.Scale {
  /// Sets the domain; its type is set apart.
  mutating func set(_ specification: DomainSpecification) {
    hasUnusableDomain = false
    switch specification.form {
    case .unusable: hasUnusableDomain = true
    case .numbers(let numbers, let kind, let isReversed):
      domain = numbers
      domainKind = kind
      categories = nil
      isDomainReversed = isReversed
    case .categories(let names):
      categories = names
      domain = nil
      domainKind = nil
      isDomainReversed = false
    case .automatic(let automatic):
      domain = nil
      domainKind = nil
      includesZero = automatic.includesZero ?? includesZero
      isDomainReversed = automatic.isReversed ?? isDomainReversed
      modifyCategories = automatic.modifyCategories
      modifyNumbers = automatic.modifyNumbers
    }
  }
}
