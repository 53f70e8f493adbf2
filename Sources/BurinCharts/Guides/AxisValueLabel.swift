public import BurinScales

/// The label of a value of an axis.
///
/// ```swift
/// AxisValueLabel(format: .percent())
/// AxisValueLabel("start", centered: true)
/// AxisMarks { value in AxisValueLabel { if let n = value.as(Double.self) { Text("\(n) m") } } }
/// ```
///
/// All initializers have the parameters of a label's place:
///
/// - `centered`: whether it lies in the middle between its value and the next one.
/// - `anchor`: the point of the label that lies at its place.
/// - `multiLabelAlignment`: how labels of different sizes lie to each other in their column or row.
/// - `collisionResolution`: what happens where labels would touch.
/// - `offsetsMarks`: whether marks make room for the label. Those beside the plot always have their
///   room and those inside it never move marks; a diagnostic tells where something else is asked for.
/// - `orientation`: which way it runs.
/// - `horizontalSpacing`, `verticalSpacing`: the distance from the plot or the tick, in points.
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
  /// Where the labels of an axis lie in their column or row; nil for what suits the side.
  var alignment: (horizontal: HorizontalAlignment?, vertical: VerticalAlignment?) = (nil, nil)
  var collisionResolution = AxisValueLabelCollisionResolution.automatic
  /// Whether marks make room for the label; nil for what suits its place.
  var offsetsMarks: Bool?
  var orientation = AxisValueLabelOrientation.automatic
  /// The distance from the plot or the tick, in points; nil for what suits the axis.
  var spacing: (horizontal: Double?, vertical: Double?) = (nil, nil)

  /// Creates a label of numbers in one format; nil for as many decimals as the step needs.
  public init(
    format: NumberFormat? = nil, centered: Bool? = nil, anchor: UnitPoint? = nil,
    multiLabelAlignment: Alignment? = nil,
    collisionResolution: AxisValueLabelCollisionResolution = .automatic,
    offsetsMarks: Bool? = nil, orientation: AxisValueLabelOrientation = .automatic,
    horizontalSpacing: Double? = nil,
    verticalSpacing: Double? = nil
  ) {
    self.init(
      .number(format), centered, anchor, multiLabelAlignment, collisionResolution, offsetsMarks,
      orientation, (horizontalSpacing, verticalSpacing))
  }

  /// Creates a label of times in one format.
  public init(
    format: TimeFormat, centered: Bool? = nil, anchor: UnitPoint? = nil,
    multiLabelAlignment: Alignment? = nil,
    collisionResolution: AxisValueLabelCollisionResolution = .automatic,
    offsetsMarks: Bool? = nil, orientation: AxisValueLabelOrientation = .automatic,
    horizontalSpacing: Double? = nil,
    verticalSpacing: Double? = nil
  ) {
    self.init(
      .time(format), centered, anchor, multiLabelAlignment, collisionResolution, offsetsMarks,
      orientation, (horizontalSpacing, verticalSpacing))
  }

  /// Creates a label with a text.
  public init(
    _ text: Text, centered: Bool? = nil, anchor: UnitPoint? = nil,
    multiLabelAlignment: Alignment? = nil,
    collisionResolution: AxisValueLabelCollisionResolution = .automatic,
    offsetsMarks: Bool? = nil, orientation: AxisValueLabelOrientation = .automatic,
    horizontalSpacing: Double? = nil,
    verticalSpacing: Double? = nil
  ) {
    self.init(
      .function { _ in text }, centered, anchor, multiLabelAlignment, collisionResolution,
      offsetsMarks, orientation, (horizontalSpacing, verticalSpacing))
  }

  /// Creates a label that shows a string verbatim.
  @_disfavoredOverload
  public init(
    _ string: some StringProtocol, centered: Bool? = nil, anchor: UnitPoint? = nil,
    multiLabelAlignment: Alignment? = nil,
    collisionResolution: AxisValueLabelCollisionResolution = .automatic,
    offsetsMarks: Bool? = nil, orientation: AxisValueLabelOrientation = .automatic,
    horizontalSpacing: Double? = nil,
    verticalSpacing: Double? = nil
  ) {
    self.init(
      Text(verbatim: String(string)), centered: centered, anchor: anchor,
      multiLabelAlignment: multiLabelAlignment, collisionResolution: collisionResolution,
      offsetsMarks: offsetsMarks, orientation: orientation, horizontalSpacing: horizontalSpacing,
      verticalSpacing: verticalSpacing)
  }

  /// Creates a label of other content.
  public init(
    centered: Bool? = nil, anchor: UnitPoint? = nil,
    multiLabelAlignment: Alignment? = nil,
    collisionResolution: AxisValueLabelCollisionResolution = .automatic,
    offsetsMarks: Bool? = nil, orientation: AxisValueLabelOrientation = .automatic,
    horizontalSpacing: Double? = nil,
    verticalSpacing: Double? = nil, @FigureContentBuilder content: () -> [AnyContent]
  ) {
    self.init(
      .view(content()), centered, anchor, multiLabelAlignment, collisionResolution, offsetsMarks,
      orientation, (horizontalSpacing, verticalSpacing))
  }

  /// Creates a label of a function's result.
  ///
  /// - Parameters:
  ///   - alignment: where the labels of a vertical axis lie in their column.
  ///   - content: returns the label of a value.
  public init(
    alignment: HorizontalAlignment? = nil, _ content: @escaping @Sendable (Datum) -> Text
  ) {
    self.init(.function(content), nil, nil, nil, .automatic, nil, .automatic, (nil, nil))
    self.alignment.horizontal = alignment
  }

  /// Creates a label of a function's result, or what suits the axis where there is none.
  ///
  /// - Parameter kind: the kind of values that the function is for; nil for any.
  package init(
    kind: ValueKind?, centered: Bool?, anchor: UnitPoint?, multiLabelAlignment: Alignment?,
    collisionResolution: AxisValueLabelCollisionResolution, offsetsMarks: Bool?,
    orientation: AxisValueLabelOrientation, horizontalSpacing: Double?, verticalSpacing: Double?,
    function: @escaping @Sendable (Datum, RenderingRegion) -> Text?
  ) {
    self.init(
      .formatted(function, kind), centered, anchor, multiLabelAlignment, collisionResolution,
      offsetsMarks, orientation, (horizontalSpacing, verticalSpacing))
  }

  private init(
    _ content: Content, _ isCentered: Bool?, _ anchor: UnitPoint?, _ alignment: Alignment?,
    _ collisionResolution: AxisValueLabelCollisionResolution, _ offsetsMarks: Bool?,
    _ orientation: AxisValueLabelOrientation, _ spacing: (Double?, Double?)
  ) {
    self.content = content
    self.isCentered = isCentered
    self.anchor = anchor
    self.alignment = (alignment?.horizontal, alignment?.vertical)
    self.offsetsMarks = offsetsMarks
    self.collisionResolution = collisionResolution
    self.orientation = orientation
    self.spacing = spacing
  }

  /// The label.
  public var components: [AxisComponent] { [AxisComponent(form: .label(self))] }
}

/// What happens where labels of an axis would touch.
public struct AxisValueLabelCollisionResolution: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    case automatic, disabled, truncate
    case greedy(priority: Double, spacing: Double?)
  }

  let form: Form
  /// Labels break, alternate, turn, or are left out.
  public static let automatic = AxisValueLabelCollisionResolution(form: .automatic)
  /// All labels are shown as they are.
  public static let disabled = AxisValueLabelCollisionResolution(form: .disabled)
  /// Labels that have no room are left out.
  public static let greedy = greedy()
  /// Labels are shortened to their room.
  public static let truncate = AxisValueLabelCollisionResolution(form: .truncate)

  /// Labels that have no room are left out.
  ///
  /// ```swift
  /// AxisValueLabel(collisionResolution: .greedy(priority: value.index == 0 ? 1 : 0))
  /// ```
  ///
  /// - Parameters:
  ///   - priority: labels of a higher priority are placed first, and keep others away.
  ///   - minimumSpacing: the least distance to the labels beside it, in points; nil for what suits
  ///     the axis.
  public static func greedy(
    priority: Double = 0, minimumSpacing: Double? = nil
  ) -> AxisValueLabelCollisionResolution {
    AxisValueLabelCollisionResolution(form: .greedy(priority: priority, spacing: minimumSpacing))
  }
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
