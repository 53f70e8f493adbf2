import BurinGeometry

/// Content side by side, from left to right, in which charts align the tops and bottoms of their
/// plots.
///
/// ```swift
/// HStack(spacing: 24) {
///   Chart { … }
///   Chart { … }
/// }
/// ```
public struct HStack: PrimitiveContent {
  var alignment: VerticalAlignment?
  var spacing: Double?
  var contents: [AnyContent]

  /// Creates a horizontal stack.
  ///
  /// - Parameters:
  ///   - alignment: the vertical alignment of content that is lower than the stack; nil for the
  ///     top on a figure's page and the centre in custom views, annotations and labels.
  ///   - spacing: the distance between neighbours, in points; nil for 16 on a figure's page, 8 in
  ///     custom views, and 6 in annotations and labels.
  ///   - content: the content.
  public init(
    alignment: VerticalAlignment? = nil, spacing: Double? = nil,
    @FigureContentBuilder content: () throws -> [AnyContent]
  ) rethrows {
    self.alignment = alignment
    self.spacing = spacing
    contents = try content()
  }

  /// Resolves the stack.
  public func block(in context: LayoutContext) throws -> any Block {
    try ChartError.check(spacing, "the spacing of a row", from: -20_000)
    let arrangement = context.environment.arrangement
    return StackBlock(
      axis: .horizontal, children: try context.children(contents, along: .horizontal),
      alignment: StackAlignment(alignment ?? arrangement.row.0),
      spacing: spacing ?? arrangement.row.spacing)
  }
}

/// Content from top to bottom, in which charts align the sides of their plots.
public struct VStack: PrimitiveContent {
  var alignment: HorizontalAlignment?
  var spacing: Double?
  var contents: [AnyContent]

  /// Creates a vertical stack.
  ///
  /// - Parameters:
  ///   - alignment: the horizontal alignment of content that is narrower than the stack; nil for
  ///     the leading edge on a figure's page and the centre in custom views, annotations and labels.
  ///   - spacing: the distance between neighbours, in points; nil for 12 on a figure's page, 8 in
  ///     custom views, and 2 in annotations and labels.
  ///   - content: the content.
  public init(
    alignment: HorizontalAlignment? = nil, spacing: Double? = nil,
    @FigureContentBuilder content: () throws -> [AnyContent]
  ) rethrows {
    self.alignment = alignment
    self.spacing = spacing
    contents = try content()
  }

  /// Resolves the stack.
  public func block(in context: LayoutContext) throws -> any Block {
    try ChartError.check(spacing, "the spacing of a column", from: -20_000)
    let arrangement = context.environment.arrangement
    return StackBlock(
      axis: .vertical, children: try context.children(contents, along: .vertical),
      alignment: StackAlignment(alignment ?? arrangement.column.0),
      spacing: spacing ?? arrangement.column.spacing)
  }
}

extension LayoutContext {
  /// Resolves the children of a stack.
  func children(_ contents: [AnyContent], along axis: StackAxis?) throws -> [MeasuredBlock] {
    try withEnvironment({ $0.stackAxis = axis }) {
      try contents.contentParts.map { try $0.measured(in: self) }
    }
  }
}

/// The vertical alignment of content in a horizontal stack.
public enum VerticalAlignment: Hashable, Sendable {
  /// At the upper edges, the middles, or the lower edges.
  case top, center, bottom
  /// At the baselines of the first lines of text.
  case firstBaseline
  /// At the baselines of the last lines of text.
  case lastTextBaseline

  /// At the baselines of the first lines of text.
  public static let firstTextBaseline = VerticalAlignment.firstBaseline
}

/// The horizontal alignment of content in a vertical stack.
public enum HorizontalAlignment: Hashable, Sendable { case leading, center, trailing }
