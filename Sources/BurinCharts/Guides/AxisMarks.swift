public import BurinScales

/// What an axis shows: where its values are, and a grid line, tick and label for each.
///
/// ```swift
/// .chartXAxis {
///   AxisMarks(values: .automatic(desiredCount: 5)) {
///     AxisGridLine()
///     AxisValueLabel(format: .percent())
///   }
/// }
/// ```
public struct AxisMarks: Sendable {
  /// Where the marks stand.
  public enum Values: Sendable {
    /// At round numbers, or at every category.
    case automatic(desiredCount: Int? = nil)
    /// At given places.
    case at([Datum])
    /// At multiples of a step, within a stretch or the domain.
    case stepping(Double, from: Double?, through: Double?)
    /// At the starts of every n-th unit of the calendar within the domain.
    case calendar(CalendarUnit, count: Int)

    /// At given numbers.
    public static func numbers(_ numbers: [Double]) -> Values { .at(numbers.map { .number($0) }) }
    /// At multiples of a step within a range, both ends included; nil for the end of the domain.
    ///
    /// Laying out throws ``ChartError/scale(axis:reason:)`` for a step that is not positive or gives
    /// more than 10,000 places.
    public static func stride(
      by step: Double, from start: Double? = nil, through end: Double? = nil
    ) -> Values { .stepping(step, from: start, through: end) }

    /// At the starts of every n-th unit of the calendar.
    ///
    /// Laying out throws ``ChartError/invalid(_:)`` for a count below 1 or more than 10,000 places.
    public static func stride(by unit: CalendarUnit, count: Int = 1) -> Values {
      .calendar(unit, count: count)
    }

    /// The places that are listed or stepped; nil for automatic ones.
    ///
    /// - Parameters:
    ///   - domain: the numbers that the axis shows; nil on an axis of categories.
    ///   - isTime: whether the numbers are times.
    func data(within domain: ClosedRange<Double>?, isTime: Bool) throws -> [Datum]? {
      switch self {
      case .automatic: return nil
      case .at(let data): return data
      case .stepping(let step, let from, let through):
        guard let domain else {
          throw ChartError.invalid(
            "axis marks: a stride needs an axis of numbers, not of categories")
        }
        // Multiples of the step, so that zero is one of them where it is shown.
        let first = from ?? (domain.lowerBound / step - 1e-9).rounded(.up) * step
        do throws(ScaleError) {
          return try TickStride.values(by: step, from: first, through: through ?? domain.upperBound)
            .map { .number($0) }
        } catch {
          throw ChartError.invalid("axis marks: \(error.description)")
        }
      case .calendar(let unit, let count):
        guard let domain, isTime else {
          throw ChartError.invalid(
            "axis marks: a stride by \(unit) needs an axis of times, not of \(domain == nil ? "categories" : "numbers")"
          )
        }
        do throws(ScaleError) {
          return try TimeTicks.ticks(by: unit, count: count, in: domain).map { .number($0) }
        } catch {
          throw ChartError.invalid("axis marks: \(error.description)")
        }
      }
    }
  }

  var values: Values
  /// Nil for what suits the axis.
  var components: [AxisComponent]?

  /// Makes the marks of an axis of the given parts.
  public init(
    values: Values = .automatic(), @AxisComponentBuilder content: () -> [AxisComponent]
  ) {
    self.values = values
    components = content()
  }

  /// Makes the marks of an axis of the parts that suit it: labels, grid lines on the vertical one.
  public init(values: Values = .automatic()) { self.values = values }
}

extension [AxisComponent] {
  var label: AxisValueLabel? {
    for case .label(let label) in self { return label }
    return nil
  }

  var grid: AxisGridLine? {
    for case .grid(let line) in self { return line }
    return nil
  }

  var tick: AxisTick? {
    for case .tick(let tick) in self { return tick }
    return nil
  }
}

/// A part of an axis.
public enum AxisComponent: Sendable {
  /// A line through the plot.
  case grid(AxisGridLine)
  /// A short line at the edge.
  case tick(AxisTick)
  /// The value in words.
  case label(AxisValueLabel)
}

/// A line through the plot at a value.
public struct AxisGridLine: Sendable {
  var dash: [Double]
  /// Makes a line.
  public init(dash: [Double] = []) { self.dash = dash }
}

/// A short line at the edge of the plot at a value.
public struct AxisTick: Sendable {
  var length: Double
  /// Makes a tick of a length in points.
  public init(length: Double = 4) { self.length = length }
}

/// The label of a value.
public struct AxisValueLabel: Sendable {
  var format: NumberFormat?
  var timeFormat: TimeFormat?
  var content: (@Sendable (Datum) -> Text)?
  var alignment = HorizontalAlignment.trailing

  /// Labels numbers in one format; nil for as many decimals as the step needs.
  public init(format: NumberFormat? = nil) { self.format = format }

  /// Labels times in one format.
  public init(format: TimeFormat) { timeFormat = format }

  /// Labels values by a function.
  ///
  /// - Parameters:
  ///   - alignment: where the labels of a vertical axis lie in their column.
  ///   - content: gives the label of a value.
  public init(
    alignment: HorizontalAlignment = .trailing, _ content: @escaping @Sendable (Datum) -> Text
  ) {
    self.alignment = alignment
    self.content = content
  }
}

/// Collects the parts of an axis.
@resultBuilder
public enum AxisComponentBuilder {
  /// A grid line.
  public static func buildExpression(_ line: AxisGridLine) -> [AxisComponent] { [.grid(line)] }
  /// A tick.
  public static func buildExpression(_ tick: AxisTick) -> [AxisComponent] { [.tick(tick)] }
  /// A label.
  public static func buildExpression(_ label: AxisValueLabel) -> [AxisComponent] { [.label(label)] }
  /// Parts together.
  public static func buildBlock(_ parts: [AxisComponent]...) -> [AxisComponent] {
    parts.flatMap { $0 }
  }
  /// An `if` without `else`.
  public static func buildOptional(_ part: [AxisComponent]?) -> [AxisComponent] { part ?? [] }
}
