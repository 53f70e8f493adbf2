/// Collects the content of stacks, grids and figures.
@resultBuilder
public enum FigureContentBuilder {
  /// One piece of content.
  public static func buildExpression(_ content: some FigureContent) -> [AnyContent] {
    [AnyContent(content)]
  }
  /// A text written as a literal.
  public static func buildExpression(_ text: Text) -> [AnyContent] { [AnyContent(text)] }
  /// Content already collected.
  public static func buildExpression(_ contents: [AnyContent]) -> [AnyContent] { contents }
  /// Pieces below each other in source.
  public static func buildBlock(_ parts: [AnyContent]...) -> [AnyContent] { parts.flatMap { $0 } }
  /// An `if` without `else`.
  public static func buildOptional(_ part: [AnyContent]?) -> [AnyContent] { part ?? [] }
  /// The first branch of a choice.
  public static func buildEither(first part: [AnyContent]) -> [AnyContent] { part }
  /// The second branch of a choice.
  public static func buildEither(second part: [AnyContent]) -> [AnyContent] { part }
  /// A loop.
  public static func buildArray(_ parts: [[AnyContent]]) -> [AnyContent] { parts.flatMap { $0 } }
}
