/// A part of the marks of an axis: a grid line, a tick or a label.
public protocol AxisMark: Sendable {
  /// The parts, in the order of the source.
  var components: [AxisComponent] { get }
}

/// A grid line, a tick or a label with its style.
public struct AxisComponent: Sendable {
  enum Form: Sendable {
    case grid(AxisGridLine)
    case tick(AxisTick)
    case label(AxisValueLabel)
  }

  var form: Form
  var style = AxisComponentStyle()
}

/// The style that modifiers give to a part of an axis; nil where none does.
struct AxisComponentStyle: Sendable {
  var color: Color?
  var font: Font?
  /// The distance from the place to the right and downwards, in points.
  var offset = (x: 0.0, y: 0.0)
}

/// Parts of an axis that modifiers have changed.
public struct StyledAxisMark: AxisMark {
  /// The parts, in the order of the source.
  public var components: [AxisComponent]
}

/// Parts of an axis of any type.
public struct AnyAxisMark: AxisMark {
  /// The parts, in the order of the source.
  public var components: [AxisComponent]
  /// Wraps parts of an axis whose type is not known.
  public init(_ mark: any AxisMark) { components = mark.components }
  /// Wraps parts of an axis.
  public init(erasing mark: some AxisMark) { components = mark.components }
}

extension AxisMark {
  private func styled(_ change: (inout AxisComponentStyle) -> Void) -> StyledAxisMark {
    var components = components
    for index in components.indices { change(&components[index].style) }
    return StyledAxisMark(components: components)
  }

  /// Sets the colour of the line or the label.
  public func foregroundStyle(_ color: Color) -> StyledAxisMark {
    styled { $0.color = $0.color ?? color }
  }

  /// Sets the font of the label; nil leaves it as it is.
  public func font(_ font: Font?) -> StyledAxisMark { styled { $0.font = $0.font ?? font } }

  /// Sets the role of the label, which determines its size and weight.
  @_disfavoredOverload
  public func font(_ role: TextRole) -> StyledAxisMark { font(Font(role)) }

  /// Moves the part, in points to the right and downwards.
  public func offset(x: Double = 0, y: Double = 0) -> StyledAxisMark {
    styled { $0.offset = ($0.offset.x + x, $0.offset.y + y) }
  }
}

/// A line through the plot at a value.
public struct AxisGridLine: AxisMark {
  /// Whether the line lies in the middle between its value and the next one.
  var isCentered: Bool?
  var stroke: StrokeStyle?

  /// Creates a line.
  ///
  /// - Parameters:
  ///   - centered: whether the line lies in the middle between its value and the next one.
  ///   - stroke: the width and dashes; nil for a hairline.
  public init(centered: Bool? = nil, stroke: StrokeStyle? = nil) {
    isCentered = centered
    self.stroke = stroke
  }

  /// The line.
  public var components: [AxisComponent] { [AxisComponent(form: .grid(self))] }
}

/// A short line at the edge of the plot at a value.
public struct AxisTick: AxisMark {
  /// How long a tick is.
  public struct Length: Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    enum Form: Sendable {
      case points(Double)
      case label(beyond: Double)
      case longestLabel(beyond: Double)
    }

    let form: Form
    private init(form: Form) { self.form = form }
    /// Creates a length in points.
    public init(floatLiteral value: Double) { self.init(form: .points(value)) }
    /// Creates a length in points.
    public init(integerLiteral value: Int) { self.init(form: .points(Double(value))) }
    /// Returns a length in points.
    public static func points(_ value: Double) -> Length { Length(form: .points(value)) }
    /// Four points.
    public static let automatic = Length(form: .points(4))
    /// As far as the label of the value reaches.
    public static let label = Length(form: .label(beyond: 0))
    /// As far as the longest label of the axis reaches.
    public static let longestLabel = Length(form: .longestLabel(beyond: 0))
    /// Returns a length that reaches beyond the label of the value, in points.
    public static func label(extendPastBy length: Double) -> Length {
      Length(form: .label(beyond: length))
    }
    /// Returns a length that reaches beyond the longest label of the axis, in points.
    public static func longestLabel(extendPastBy length: Double) -> Length {
      Length(form: .longestLabel(beyond: length))
    }
  }

  /// Whether the tick lies in the middle between its value and the next one.
  var isCentered: Bool?
  var length: Length
  var stroke: StrokeStyle?

  /// Creates a tick.
  ///
  /// - Parameters:
  ///   - centered: whether the tick lies in the middle between its value and the next one.
  ///   - length: how long it is.
  ///   - stroke: the width and dashes; nil for a hairline.
  public init(
    centered: Bool? = nil, length: Length = .automatic, stroke: StrokeStyle? = nil
  ) {
    isCentered = centered
    self.length = length
    self.stroke = stroke
  }

  /// Creates a tick of a length in points.
  @_disfavoredOverload
  public init<Points: BinaryFloatingPoint>(
    centered: Bool? = nil, length: Points, stroke: StrokeStyle? = nil
  ) {
    self.init(centered: centered, length: .points(Double(length)), stroke: stroke)
  }

  /// The tick.
  public var components: [AxisComponent] { [AxisComponent(form: .tick(self))] }
}

/// A result builder of the parts of an axis.
@resultBuilder
public enum AxisMarkBuilder {
  /// Returns the parts of a mark.
  public static func buildExpression(_ mark: some AxisMark) -> [AxisComponent] {
    mark.components
  }
  /// Joins the parts of a block.
  public static func buildBlock(_ parts: [AxisComponent]...) -> [AxisComponent] {
    parts.flatMap { $0 }
  }
  /// Returns the parts of an `if` without `else`.
  public static func buildOptional(_ part: [AxisComponent]?) -> [AxisComponent] { part ?? [] }
  /// Returns the parts of the first branch of a choice.
  public static func buildEither(first part: [AxisComponent]) -> [AxisComponent] { part }
  /// Returns the parts of the second branch of a choice.
  public static func buildEither(second part: [AxisComponent]) -> [AxisComponent] { part }
  /// Joins the parts of a loop.
  public static func buildArray(_ parts: [[AxisComponent]]) -> [AxisComponent] {
    parts.flatMap { $0 }
  }
  /// Returns the parts that a condition of availability surrounds.
  public static func buildLimitedAvailability(_ part: [AxisComponent]) -> [AxisComponent] { part }
}
