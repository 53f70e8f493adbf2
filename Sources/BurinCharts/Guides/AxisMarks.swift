public import BurinScales

/// Marks of an axis: where its values are, and a grid line, tick and label for each.
///
/// ```swift
/// .chartXAxis {
///   AxisMarks(values: .stride(by: .month)) { value in
///     AxisGridLine()
///     if value.index.isMultiple(of: 3) { AxisValueLabel(format: .month) }
///   }
/// }
/// ```
///
/// An axis can have several, on either side of the plot.
public struct AxisMarks: AxisContent {
  var preset: AxisMarkPreset
  var position: AxisMarkPosition
  var values: AxisMarkValues
  /// Returns the parts of the marks at a value; nil for what suits the axis.
  var content: (@Sendable (AxisValue) -> [AxisComponent])?
  /// The label of marks with the parts that suit the axis.
  var label = AxisValueLabel()
  /// The stroke of the lines that suit the axis.
  var stroke: StrokeStyle?

  /// Creates marks of the parts that suit the axis: labels, grid lines on the vertical one.
  ///
  /// - Parameters:
  ///   - preset: where labels and ticks lie in relation to the plot.
  ///   - position: the side of the plot.
  ///   - values: where the marks are.
  ///   - stroke: the width and dashes of grid lines and ticks, which are then both shown; nil for
  ///     what suits the axis.
  public init(
    preset: AxisMarkPreset = .automatic, position: AxisMarkPosition = .automatic,
    values: AxisMarkValues = .automatic, stroke: StrokeStyle? = nil
  ) {
    self.preset = preset
    self.position = position
    self.values = values
    self.stroke = stroke
  }

  /// Creates marks of the given parts at each value.
  public init(
    preset: AxisMarkPreset = .automatic, position: AxisMarkPosition = .automatic,
    values: AxisMarkValues = .automatic,
    @AxisMarkBuilder content: @escaping @Sendable (AxisValue) -> [AxisComponent]
  ) {
    self.init(preset: preset, position: position, values: values)
    self.content = content
  }

  /// Creates marks of the same parts at every value.
  public init(
    preset: AxisMarkPreset = .automatic, position: AxisMarkPosition = .automatic,
    values: AxisMarkValues = .automatic, @AxisMarkBuilder content: () -> [AxisComponent]
  ) {
    self.init(preset: preset, position: position, values: values)
    let parts = content()
    self.content = { _ in parts }
  }

  /// Creates marks at given values, of the parts that suit the axis.
  public init<Value: Plottable>(
    preset: AxisMarkPreset = .automatic, position: AxisMarkPosition = .automatic,
    values: [Value], stroke: StrokeStyle? = nil
  ) { self.init(preset: preset, position: position, values: .listed(values), stroke: stroke) }

  /// Creates marks at given values, of the given parts at each.
  public init<Value: Plottable>(
    preset: AxisMarkPreset = .automatic, position: AxisMarkPosition = .automatic,
    values: [Value],
    @AxisMarkBuilder content: @escaping @Sendable (AxisValue) -> [AxisComponent]
  ) {
    self.init(preset: preset, position: position, values: .listed(values), content: content)
  }

  /// Creates marks at given values, of the same parts at each.
  public init<Value: Plottable>(
    preset: AxisMarkPreset = .automatic, position: AxisMarkPosition = .automatic,
    values: [Value], @AxisMarkBuilder content: () -> [AxisComponent]
  ) {
    self.init(preset: preset, position: position, values: .listed(values), content: content)
  }

  /// Creates marks of the parts that suit the axis, whose labels have a format.
  public init(
    format: NumberFormat, preset: AxisMarkPreset = .automatic,
    position: AxisMarkPosition = .automatic, values: AxisMarkValues = .automatic,
    stroke: StrokeStyle? = nil
  ) {
    self.init(preset: preset, position: position, values: values, stroke: stroke)
    label = AxisValueLabel(format: format)
  }

  /// Creates marks at given values of the parts that suit the axis, whose labels have a format.
  public init<Value: Plottable>(
    format: NumberFormat, preset: AxisMarkPreset = .automatic,
    position: AxisMarkPosition = .automatic, values: [Value], stroke: StrokeStyle? = nil
  ) {
    self.init(
      format: format, preset: preset, position: position, values: .listed(values), stroke: stroke)
  }

  /// Creates marks of the parts that suit the axis, whose labels are times in a format.
  public init(
    format: TimeFormat, preset: AxisMarkPreset = .automatic,
    position: AxisMarkPosition = .automatic, values: AxisMarkValues = .automatic,
    stroke: StrokeStyle? = nil
  ) {
    self.init(preset: preset, position: position, values: values, stroke: stroke)
    label = AxisValueLabel(format: format)
  }

  /// Creates marks of the parts that suit the axis, whose labels are the results of a function.
  package init(
    preset: AxisMarkPreset, position: AxisMarkPosition, values: AxisMarkValues,
    stroke: StrokeStyle?, label: AxisValueLabel
  ) {
    self.init(preset: preset, position: position, values: values, stroke: stroke)
    self.label = label
  }

  /// The marks themselves.
  public var marks: [AxisMarks] { [self] }

  /// Returns the parts at a value.
  ///
  /// - Parameter standard: the parts that suit the axis, with a stroke and a label.
  func parts(
    _ value: AxisValue, standard: (StrokeStyle?, AxisValueLabel) -> [AxisComponent]
  ) -> [AxisComponent] {
    content?(value) ?? standard(stroke, label)
  }
}

/// Where the labels and ticks of marks lie in relation to the plot.
public enum AxisMarkPreset: Hashable, Sendable {
  /// What suits the axis.
  case automatic
  /// Labels at the ends of the axis stay within the plot.
  case aligned
  /// Grid lines run on beside the labels.
  case extended
  /// Labels lie inside the plot.
  case inset
}

/// The side of the plot on which the marks of an axis lie.
public enum AxisMarkPosition: Hashable, Sendable {
  /// Below the plot, or at its leading side.
  case automatic
  /// Above or below the plot, for horizontal axes.
  case top, bottom
  /// Beside the plot, for vertical axes.
  case leading, trailing
}

/// Marks of an axis, or several of them.
public protocol AxisContent: Sendable {
  /// The marks, in the order of the source.
  var marks: [AxisMarks] { get }
}

extension AxisContent {
  /// Returns the marks as they are: lines and labels of an axis have no layers of their own.
  public func compositingLayer() -> Self { self }
}

/// Marks of an axis collected by a builder.
public struct AnyAxisContent: AxisContent {
  /// The marks, in the order of the source.
  public var marks: [AxisMarks]
  /// Wraps the marks of content whose type is not known.
  public init(_ content: any AxisContent) { marks = content.marks }
  /// Wraps the marks of content.
  public init(erasing content: some AxisContent) { marks = content.marks }
}

/// A result builder of the marks of an axis.
@resultBuilder
public enum AxisContentBuilder {
  /// Returns the marks of content.
  public static func buildExpression(_ content: some AxisContent) -> [AxisMarks] {
    content.marks
  }
  /// Joins the marks of a block.
  public static func buildBlock(_ parts: [AxisMarks]...) -> [AxisMarks] { parts.flatMap { $0 } }
  /// Returns the marks of an `if` without `else`.
  public static func buildOptional(_ part: [AxisMarks]?) -> [AxisMarks] { part ?? [] }
  /// Returns the marks of the first branch of a choice.
  public static func buildEither(first part: [AxisMarks]) -> [AxisMarks] { part }
  /// Returns the marks of the second branch of a choice.
  public static func buildEither(second part: [AxisMarks]) -> [AxisMarks] { part }
  /// Joins the marks of a loop.
  public static func buildArray(_ parts: [[AxisMarks]]) -> [AxisMarks] { parts.flatMap { $0 } }
  /// Returns the marks that a condition of availability surrounds.
  public static func buildLimitedAvailability(_ part: [AxisMarks]) -> [AxisMarks] { part }
}

// What builders return is content too, so that `@AxisContentBuilder var axis: some AxisContent` and
// its like for marks can be written.

extension Array: AxisContent where Element == AxisMarks {
  /// The marks themselves.
  public var marks: [AxisMarks] { self }
}

extension Array: AxisMark where Element == AxisComponent {
  /// The parts themselves.
  public var components: [AxisComponent] { self }
}
