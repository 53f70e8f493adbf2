public import BurinScales

/// The label of a value of an axis.
///
/// ```swift
/// AxisValueLabel(format: .percent())
/// AxisValueLabel("start", centered: true)
/// AxisMarks { value in AxisValueLabel { if let n = value.as(Double.self) { Text("\(n) m") } } }
/// ```
public struct AxisValueLabel: AxisMark {
  enum Content: Sendable {
    /// The value in a format; nil for the one that suits the axis.
    case number(NumberFormat?)
    case time(TimeFormat)
    /// A function of the value; nil for what suits the axis.
    case function(@Sendable (Datum) -> Text?)
    /// A function of the value and of the rendering's clock, calendar and locale, and the kind of
    /// values that it is for; nil for any.
    case formatted(@Sendable (Datum, RenderingRegion) -> Text?, ValueKind?)
    case view([AnyContent])
  }

  var content = Content.number(nil)
  /// The kind of values that the label's format is for; nil where it suits any axis.
  var formattedKind: ValueKind? {
    switch content {
    case .number(let format): format.map { _ in .number }
    case .time: .time
    case .formatted(_, let kind): kind
    case .function, .view: nil
    }
  }
  /// Whether the label lies in the middle between its value and the next one.
  var isCentered: Bool?
  /// The point of the label that lies at its place.
  var anchor: UnitPoint?
  /// Where the labels of a vertical axis lie in their column; nil for what suits the side.
  var alignment: HorizontalAlignment?
  var collisionResolution = AxisValueLabelCollisionResolution.automatic
  var orientation = AxisValueLabelOrientation.automatic
  /// The distance from the plot or the tick, in points; nil for what suits the axis.
  var spacing: (horizontal: Double?, vertical: Double?) = (nil, nil)

  /// Creates a label of numbers in one format; nil for as many decimals as the step needs.
  public init(
    format: NumberFormat? = nil, centered: Bool? = nil, anchor: UnitPoint? = nil,
    multiLabelAlignment: HorizontalAlignment? = nil,
    collisionResolution: AxisValueLabelCollisionResolution = .automatic,
    orientation: AxisValueLabelOrientation = .automatic, horizontalSpacing: Double? = nil,
    verticalSpacing: Double? = nil
  ) {
    self.init(
      .number(format), centered, anchor, multiLabelAlignment, collisionResolution, orientation,
      (horizontalSpacing, verticalSpacing))
  }

  /// Creates a label of times in one format.
  public init(
    format: TimeFormat, centered: Bool? = nil, anchor: UnitPoint? = nil,
    multiLabelAlignment: HorizontalAlignment? = nil,
    collisionResolution: AxisValueLabelCollisionResolution = .automatic,
    orientation: AxisValueLabelOrientation = .automatic, horizontalSpacing: Double? = nil,
    verticalSpacing: Double? = nil
  ) {
    self.init(
      .time(format), centered, anchor, multiLabelAlignment, collisionResolution, orientation,
      (horizontalSpacing, verticalSpacing))
  }

  /// Creates a label with a text.
  public init(
    _ text: Text, centered: Bool? = nil, anchor: UnitPoint? = nil,
    multiLabelAlignment: HorizontalAlignment? = nil,
    collisionResolution: AxisValueLabelCollisionResolution = .automatic,
    orientation: AxisValueLabelOrientation = .automatic, horizontalSpacing: Double? = nil,
    verticalSpacing: Double? = nil
  ) {
    self.init(
      .function { _ in text }, centered, anchor, multiLabelAlignment, collisionResolution,
      orientation, (horizontalSpacing, verticalSpacing))
  }

  /// Creates a label that shows a string verbatim.
  @_disfavoredOverload
  public init(
    _ string: some StringProtocol, centered: Bool? = nil, anchor: UnitPoint? = nil,
    multiLabelAlignment: HorizontalAlignment? = nil,
    collisionResolution: AxisValueLabelCollisionResolution = .automatic,
    orientation: AxisValueLabelOrientation = .automatic, horizontalSpacing: Double? = nil,
    verticalSpacing: Double? = nil
  ) {
    self.init(
      Text(verbatim: String(string)), centered: centered, anchor: anchor,
      multiLabelAlignment: multiLabelAlignment, collisionResolution: collisionResolution,
      orientation: orientation, horizontalSpacing: horizontalSpacing,
      verticalSpacing: verticalSpacing)
  }

  /// Creates a label of other content.
  public init(
    centered: Bool? = nil, anchor: UnitPoint? = nil,
    multiLabelAlignment: HorizontalAlignment? = nil,
    collisionResolution: AxisValueLabelCollisionResolution = .automatic,
    orientation: AxisValueLabelOrientation = .automatic, horizontalSpacing: Double? = nil,
    verticalSpacing: Double? = nil, @FigureContentBuilder content: () -> [AnyContent]
  ) {
    self.init(
      .view(content()), centered, anchor, multiLabelAlignment, collisionResolution, orientation,
      (horizontalSpacing, verticalSpacing))
  }

  /// Creates a label of a function's result.
  ///
  /// - Parameters:
  ///   - alignment: where the labels of a vertical axis lie in their column.
  ///   - content: returns the label of a value.
  public init(
    alignment: HorizontalAlignment? = nil, _ content: @escaping @Sendable (Datum) -> Text
  ) { self.init(.function(content), nil, nil, alignment, .automatic, .automatic, (nil, nil)) }

  /// Creates a label of a function's result, or what suits the axis where there is none.
  ///
  /// - Parameter kind: the kind of values that the function is for; nil for any.
  package init(
    kind: ValueKind?, centered: Bool?, anchor: UnitPoint?,
    multiLabelAlignment: HorizontalAlignment?,
    collisionResolution: AxisValueLabelCollisionResolution,
    orientation: AxisValueLabelOrientation, horizontalSpacing: Double?, verticalSpacing: Double?,
    function: @escaping @Sendable (Datum, RenderingRegion) -> Text?
  ) {
    self.init(
      .formatted(function, kind), centered, anchor, multiLabelAlignment, collisionResolution,
      orientation, (horizontalSpacing, verticalSpacing))
  }

  private init(
    _ content: Content, _ isCentered: Bool?, _ anchor: UnitPoint?,
    _ alignment: HorizontalAlignment?,
    _ collisionResolution: AxisValueLabelCollisionResolution,
    _ orientation: AxisValueLabelOrientation, _ spacing: (Double?, Double?)
  ) {
    self.content = content
    self.isCentered = isCentered
    self.anchor = anchor
    self.alignment = alignment
    self.collisionResolution = collisionResolution
    self.orientation = orientation
    self.spacing = spacing
  }

  /// The label.
  public var components: [AxisComponent] { [AxisComponent(form: .label(self))] }
}

/// What happens where labels of an axis would touch.
public struct AxisValueLabelCollisionResolution: Hashable, Sendable {
  enum Form: Hashable, Sendable { case automatic, disabled, greedy, truncate }

  let form: Form
  /// Labels break, alternate, turn, or are left out.
  public static let automatic = AxisValueLabelCollisionResolution(form: .automatic)
  /// All labels are shown as they are.
  public static let disabled = AxisValueLabelCollisionResolution(form: .disabled)
  /// Labels that have no room are left out.
  public static let greedy = AxisValueLabelCollisionResolution(form: .greedy)
  /// Labels are shortened to their room.
  public static let truncate = AxisValueLabelCollisionResolution(form: .truncate)

  /// Labels that have no room are left out.
  public static func greedy(
    priority: Double = 0, minimumSpacing: Double? = nil
  ) -> AxisValueLabelCollisionResolution { greedy }
}

/// Which way the labels of an axis run.
public enum AxisValueLabelOrientation: Hashable, Sendable {
  /// Horizontally, unless there is no room.
  case automatic
  /// Horizontally.
  case horizontal
  /// Upwards or downwards.
  case vertical, verticalReversed
}
