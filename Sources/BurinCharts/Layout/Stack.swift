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
  var alignment: VerticalAlignment
  var spacing: Double
  var contents: [AnyContent]

  /// Creates a horizontal stack.
  ///
  /// - Parameters:
  ///   - alignment: the vertical alignment of content that is lower than the stack.
  ///   - spacing: the distance between neighbours, in points.
  ///   - content: the content.
  public init(
    alignment: VerticalAlignment = .top, spacing: Double = 16,
    @FigureContentBuilder content: () throws -> [AnyContent]
  ) rethrows {
    self.alignment = alignment
    self.spacing = spacing
    contents = try content()
  }

  /// Resolves the stack.
  public func block(in context: LayoutContext) throws -> any Block {
    try ChartError.check(spacing, "the spacing of a row", from: -20_000)
    return StackBlock(
      axis: .horizontal, children: try contents.map { try $0.measured(in: context) },
      alignment: StackAlignment(alignment), spacing: spacing)
  }
}

/// Content from top to bottom, in which charts align the sides of their plots.
public struct VStack: PrimitiveContent {
  var alignment: HorizontalAlignment
  var spacing: Double
  var contents: [AnyContent]

  /// Creates a vertical stack.
  ///
  /// - Parameters:
  ///   - alignment: the horizontal alignment of content that is narrower than the stack.
  ///   - spacing: the distance between neighbours, in points.
  ///   - content: the content.
  public init(
    alignment: HorizontalAlignment = .leading, spacing: Double = 12,
    @FigureContentBuilder content: () throws -> [AnyContent]
  ) rethrows {
    self.alignment = alignment
    self.spacing = spacing
    contents = try content()
  }

  /// Resolves the stack.
  public func block(in context: LayoutContext) throws -> any Block {
    try ChartError.check(spacing, "the spacing of a column", from: -20_000)
    return StackBlock(
      axis: .vertical, children: try contents.map { try $0.measured(in: context) },
      alignment: StackAlignment(alignment), spacing: spacing)
  }
}

/// The vertical alignment of content in a horizontal stack.
public enum VerticalAlignment: Hashable, Sendable { case top, center, bottom, firstBaseline }

/// The horizontal alignment of content in a vertical stack.
public enum HorizontalAlignment: Hashable, Sendable { case leading, center, trailing }
