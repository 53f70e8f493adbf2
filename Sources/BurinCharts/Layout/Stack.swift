import BurinGeometry

/// Content side by side, from left to right; charts in it align the tops and bottoms of their plots.
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

  /// Puts content side by side.
  ///
  /// - Parameters:
  ///   - alignment: where content lies that is less high than the stack.
  ///   - spacing: the distance between neighbours, in points.
  ///   - content: what is stacked.
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

/// Content below each other, from top to bottom; charts in it align the sides of their plots.
public struct VStack: PrimitiveContent {
  var alignment: HorizontalAlignment
  var spacing: Double
  var contents: [AnyContent]

  /// Puts content below each other.
  ///
  /// - Parameters:
  ///   - alignment: where content lies that is narrower than the stack.
  ///   - spacing: the distance between neighbours, in points.
  ///   - content: what is stacked.
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

/// Where content lies in a stack from left to right that is higher.
public enum VerticalAlignment: Hashable, Sendable { case top, center, bottom, firstBaseline }

/// Where content lies in a stack from top to bottom that is wider.
public enum HorizontalAlignment: Hashable, Sendable { case leading, center, trailing }
