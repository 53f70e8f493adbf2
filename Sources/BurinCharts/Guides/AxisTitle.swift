import BurinGeometry
import BurinScene

/// The name of an axis' quantity, with its place.
struct AxisTitle: Sendable {
  var content: AxisLabelContent
  /// The side of the plot; nil for the usual one: below a horizontal axis, above a vertical one.
  var side: AxisSide?
  /// How much of the free length lies before the title, 0…1; nil for what suits the side.
  var alignment: Double?
  /// The distance from the labels, in points; nil for what suits the side.
  var spacing: Double?
  /// Whether the title is the data's name of the quantity, not one that the author gave the axis.
  var isAutomatic = false

  init(_ text: Text) { content = .text(text) }

  /// Creates a title at a position beside an axis.
  init(
    _ content: AxisLabelContent, isHorizontal: Bool, position: AnnotationPosition,
    alignment: Alignment?, spacing: Double?
  ) {
    self.content = content
    self.spacing = spacing
    let corner: Double?
    switch position {
    case .top: (side, corner) = (.top, nil)
    case .topLeading: (side, corner) = (.top, 0)
    case .topTrailing: (side, corner) = (.top, 1)
    case .bottom: (side, corner) = (.bottom, nil)
    case .bottomLeading: (side, corner) = (.bottom, 0)
    case .bottomTrailing: (side, corner) = (.bottom, 1)
    case .leading: (side, corner) = isHorizontal ? (.bottom, 0) : (.leading, nil)
    case .trailing: (side, corner) = isHorizontal ? (.bottom, 1) : (.trailing, nil)
    default: (side, corner) = (nil, nil)
    }
    let isUpright = side == .leading || side == .trailing
    self.alignment =
      alignment.map { isUpright ? $0.vertical.share : $0.horizontal.share } ?? corner
  }

  /// The characters, for messages; empty for other content than text.
  var plain: String { content.text?.plain ?? "" }

  /// Returns the title set in a width.
  ///
  /// - Parameter isCentered: whether lines are centred unless the title has an alignment of its own.
  func block(
    _ context: LayoutContext, width: Double, isCentered: Bool = false
  ) throws -> TextBlock {
    try ChartError.check(spacing, "the spacing of an axis label", from: -20_000)
    let lines: HorizontalAlignment? =
      switch alignment {
      case nil: isCentered ? .center : nil
      case let share? where share < 0.5: .leading
      case let share? where share > 0.5: .trailing
      default: .center
      }
    return try content.block(
      role: .tick, color: .secondary, width: width, lines: lines, context)
  }
}

extension HorizontalAlignment {
  /// The part of a free width that lies before the content.
  var share: Double {
    switch self {
    case .leading: 0
    case .center: 0.5
    case .trailing: 1
    }
  }
}

extension VerticalAlignment {
  /// The part of a free height that lies above the content.
  var share: Double {
    switch self {
    case .top, .firstBaseline: 0
    case .center: 0.5
    case .bottom, .lastTextBaseline: 1
    }
  }
}

extension TextBlock {
  /// Returns the text turned to read upwards, or downwards, its box's top left corner at a point.
  func turned(at point: Point, readsDown: Bool = false) -> SceneItem {
    let turn =
      readsDown
      ? AffineTransform(a: 0, b: 1, c: -1, d: 0, tx: point.x + size.height, ty: point.y)
      : AffineTransform(a: 0, b: -1, c: 1, d: 0, tx: point.x, ty: point.y + size.width)
    return .group(SceneGroup(.text, transform: turn, items: items))
  }
}

extension FigureContent {
  /// Names the quantity of the horizontal axis.
  ///
  /// - Parameters:
  ///   - text: the name; a string variable is shown verbatim.
  ///   - position: the side and corner of the plot; automatically below it.
  ///   - alignment: the alignment along the side; automatically centred.
  ///   - spacing: the distance from the labels, in points.
  public func chartXAxisLabel(
    _ text: Text, position: AnnotationPosition = .automatic, alignment: Alignment? = nil,
    spacing: Double? = nil
  ) -> Configured {
    axisLabel(\.x, .text(text), isHorizontal: true, position, alignment, spacing)
  }

  /// Names the quantity of the vertical axis; without a position it stands horizontally above the
  /// axis, at the leading or trailing side it is turned.
  public func chartYAxisLabel(
    _ text: Text, position: AnnotationPosition = .automatic, alignment: Alignment? = nil,
    spacing: Double? = nil
  ) -> Configured {
    axisLabel(\.y, .text(text), isHorizontal: false, position, alignment, spacing)
  }

  /// Names the quantity of the horizontal axis by a string, which is shown verbatim.
  @_disfavoredOverload
  public func chartXAxisLabel(
    _ string: some StringProtocol, position: AnnotationPosition = .automatic,
    alignment: Alignment? = nil, spacing: Double? = nil
  ) -> Configured {
    chartXAxisLabel(
      Text(verbatim: String(string)), position: position, alignment: alignment, spacing: spacing)
  }

  /// Names the quantity of the vertical axis by a string, which is shown verbatim.
  @_disfavoredOverload
  public func chartYAxisLabel(
    _ string: some StringProtocol, position: AnnotationPosition = .automatic,
    alignment: Alignment? = nil, spacing: Double? = nil
  ) -> Configured {
    chartYAxisLabel(
      Text(verbatim: String(string)), position: position, alignment: alignment, spacing: spacing)
  }

  /// Labels the horizontal axis with content.
  public func chartXAxisLabel(
    position: AnnotationPosition = .automatic, alignment: Alignment? = nil,
    spacing: Double? = nil, @FigureContentBuilder content: () -> [AnyContent]
  ) -> Configured {
    axisLabel(
      \.x, AxisLabelContent(content()), isHorizontal: true, position, alignment, spacing)
  }

  /// Labels the vertical axis with content.
  public func chartYAxisLabel(
    position: AnnotationPosition = .automatic, alignment: Alignment? = nil,
    spacing: Double? = nil, @FigureContentBuilder content: () -> [AnyContent]
  ) -> Configured {
    axisLabel(
      \.y, AxisLabelContent(content()), isHorizontal: false, position, alignment, spacing)
  }

  /// Shows or hides the name of the horizontal axis' quantity; shown, it comes from the marks' values.
  public func chartXAxisLabel(_ visibility: Visibility) -> Configured {
    changed { $0.x.titleVisibility = visibility }
  }

  /// Shows or hides the name of the vertical axis' quantity; shown, it comes from the marks' values.
  public func chartYAxisLabel(_ visibility: Visibility) -> Configured {
    changed { $0.y.titleVisibility = visibility }
  }

  private func axisLabel(
    _ axis: any (WritableKeyPath<ChartConfiguration, ChartConfiguration.Scale> & Sendable),
    _ content: AxisLabelContent?, isHorizontal: Bool, _ position: AnnotationPosition,
    _ alignment: Alignment?, _ spacing: Double?
  ) -> Configured {
    let title = content.map {
      AxisTitle(
        $0, isHorizontal: isHorizontal, position: position, alignment: alignment,
        spacing: spacing)
    }
    return changed { $0[keyPath: axis].title = title }
  }
}
