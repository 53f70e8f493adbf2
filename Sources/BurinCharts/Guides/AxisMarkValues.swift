public import BurinScales

/// Where the marks of an axis are.
///
/// ```swift
/// AxisMarks(values: .stride(by: 25))
/// AxisMarks(values: .automatic(desiredCount: 4))
/// AxisMarks(values: [0, 50, 100])
/// ```
public struct AxisMarkValues: Sendable {
  enum Form: Sendable {
    case automatic(desiredCount: Int?, minimumStride: Double?)
    case at([Datum])
    case stepping(Double, from: Double?, through: Double?)
    case calendar(CalendarUnit, count: Int)
    /// The values of a function of the domain's ends.
    case times(@Sendable (ClosedRange<Double>) -> [Double])
  }

  let form: Form
  /// Whether an automatic domain begins at a multiple of the stride; nil for what suits it.
  var roundsLowerBound: Bool?
  /// Whether an automatic domain ends at a multiple of the stride; nil for what suits it.
  var roundsUpperBound: Bool?

  /// At round numbers, or at every category.
  public static let automatic = AxisMarkValues(
    form: .automatic(desiredCount: nil, minimumStride: nil))

  /// At round numbers, or at every category.
  ///
  /// - Parameters:
  ///   - desiredCount: the preferred number of values; nil for what the length suits.
  ///   - roundLowerBound: whether an automatic domain begins at one of the values.
  ///   - roundUpperBound: whether an automatic domain ends at one of the values.
  public static func automatic(
    desiredCount: Int? = nil, roundLowerBound: Bool? = nil, roundUpperBound: Bool? = nil
  ) -> AxisMarkValues {
    AxisMarkValues(
      form: .automatic(desiredCount: desiredCount, minimumStride: nil),
      roundsLowerBound: roundLowerBound, roundsUpperBound: roundUpperBound)
  }

  /// At round numbers that are at least a distance apart.
  public static func automatic<Step: BinaryFloatingPoint>(
    minimumStride: Step, desiredCount: Int? = nil, roundLowerBound: Bool? = nil,
    roundUpperBound: Bool? = nil
  ) -> AxisMarkValues {
    AxisMarkValues(
      form: .automatic(desiredCount: desiredCount, minimumStride: Double(minimumStride)),
      roundsLowerBound: roundLowerBound, roundsUpperBound: roundUpperBound)
  }

  /// At multiples of a step within the domain.
  ///
  /// Laying out throws ``ChartError/invalid(_:)`` for a step that is not positive or gives more than
  /// 10,000 values.
  public static func stride<Step: BinaryFloatingPoint>(
    by step: Step, roundLowerBound: Bool? = nil, roundUpperBound: Bool? = nil
  ) -> AxisMarkValues {
    AxisMarkValues(
      form: .stepping(Double(step), from: nil, through: nil),
      roundsLowerBound: roundLowerBound, roundsUpperBound: roundUpperBound)
  }

  /// At multiples of a step within a range, both ends included; nil for the end of the domain.
  public static func stride(
    by step: Double, from start: Double? = nil, through end: Double
  ) -> AxisMarkValues {
    AxisMarkValues(form: .stepping(step, from: start, through: end))
  }

  /// At the starts of every n-th unit of the calendar within the domain.
  ///
  /// Laying out throws ``ChartError/invalid(_:)`` for a count below 1 or more than 10,000 values.
  public static func stride(
    by unit: CalendarUnit, count: Int = 1, roundLowerBound: Bool? = nil,
    roundUpperBound: Bool? = nil
  ) -> AxisMarkValues {
    AxisMarkValues(
      form: .calendar(unit, count: count), roundsLowerBound: roundLowerBound,
      roundsUpperBound: roundUpperBound)
  }

  /// At the times that a function returns for the domain's ends, in seconds since the start of 1970.
  package static func times(
    roundLowerBound: Bool?, roundUpperBound: Bool?,
    _ function: @escaping @Sendable (ClosedRange<Double>) -> [Double]
  ) -> AxisMarkValues {
    AxisMarkValues(
      form: .times(function), roundsLowerBound: roundLowerBound,
      roundsUpperBound: roundUpperBound)
  }

  /// At the values of a list, whatever their type.
  package static func listed<Value: Plottable>(_ values: [Value]) -> AxisMarkValues {
    AxisMarkValues(form: .at(values.map(\.datum)))
  }

  /// Returns the values that are listed or stepped; nil for automatic ones.
  ///
  /// - Parameters:
  ///   - domain: the numbers that the axis shows; nil on an axis of categories.
  ///   - isTime: whether the numbers are times.
  ///   - calendar: the calendar of strides that have none of their own.
  func data(
    within domain: ClosedRange<Double>?, isTime: Bool, calendar: LocalCalendar
  ) throws -> [Datum]? {
    switch form {
    case .automatic: return nil
    case .at(let data): return data
    case .stepping(let step, let from, let through):
      guard let domain else {
        throw ChartError.invalid("axis marks: a stride needs an axis of numbers, not of categories")
      }
      // Multiples of the step, so that zero is one of them where it is shown.
      let first = from ?? (domain.lowerBound / step - 1e-9).rounded(.up) * step
      do throws(ScaleError) {
        return try TickStride.values(by: step, from: first, through: through ?? domain.upperBound)
          .map { .number($0) }
      } catch {
        throw ChartError.invalid("axis marks: \(error.description)")
      }
    case .times(let function):
      guard let domain, isTime else {
        throw ChartError.invalid(
          "axis marks: a stride of a calendar needs an axis of times, not of \(domain == nil ? "categories" : "numbers")"
        )
      }
      let times = function(domain)
      guard times.count <= TimeTicks.limit else {
        throw ChartError.invalid(
          "axis marks: a stride of a calendar gives more than \(TimeTicks.limit) places")
      }
      return times.map { .number($0) }
    case .calendar(let unit, let count):
      guard let domain, isTime else {
        throw ChartError.invalid(
          "axis marks: a stride by \(unit) needs an axis of times, not of \(domain == nil ? "categories" : "numbers")"
        )
      }
      do throws(ScaleError) {
        return try TimeTicks.ticks(by: unit, count: count, in: domain, calendar: calendar).map {
          .number($0)
        }
      } catch {
        throw ChartError.invalid("axis marks: \(error.description)")
      }
    }
  }

  /// Whether the values are the starts of units of a calendar.
  var isOfCalendar: Bool {
    switch form {
    case .calendar, .times: true
    case .automatic, .at, .stepping: false
    }
  }

  /// The preferred number of automatic values.
  var desiredCount: Int? {
    if case .automatic(let count, _) = form { count } else { nil }
  }

  /// The least distance of automatic values.
  var minimumStride: Double? {
    if case .automatic(_, let stride) = form { stride } else { nil }
  }
}

extension Plottable {
  /// The value on an axis.
  var datum: Datum {
    let primitive = primitivePlottable
    return PrimitivePlottable.valueKind == .category
      ? .category(primitive.plottedCategory) : .number(primitive.plottedNumber)
  }
}
