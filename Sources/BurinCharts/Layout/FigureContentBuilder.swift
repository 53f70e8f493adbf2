/// A result builder of the content of stacks, grids and figures.
@resultBuilder
public enum FigureContentBuilder {
  /// Wraps one piece of content.
  public static func buildExpression(_ content: some FigureContent) -> [AnyContent] {
    content.contentParts
  }
  /// Wraps a text written as a literal.
  @_disfavoredOverload
  public static func buildExpression(_ text: Text) -> [AnyContent] { [AnyContent(text)] }
  /// Returns collected content unchanged.
  @_disfavoredOverload
  public static func buildExpression(_ contents: [AnyContent]) -> [AnyContent] { contents }
  /// Returns no content: for a statement that only prints or checks.
  @_disfavoredOverload
  public static func buildExpression(_ statement: Void) -> [AnyContent] { [] }
  /// Joins the content of a block.
  public static func buildBlock(_ parts: [AnyContent]...) -> [AnyContent] { parts.flatMap { $0 } }
  /// Returns the content of an `if` without `else`.
  public static func buildOptional(_ part: [AnyContent]?) -> [AnyContent] { part ?? [] }
  /// Returns the content of the first branch of a choice.
  public static func buildEither(first part: [AnyContent]) -> [AnyContent] { part }
  /// Returns the content of the second branch of a choice.
  public static func buildEither(second part: [AnyContent]) -> [AnyContent] { part }
  /// Returns the content of an `if #available`.
  public static func buildLimitedAvailability(_ part: [AnyContent]) -> [AnyContent] { part }
  /// Joins the content of a loop.
  public static func buildArray(_ parts: [[AnyContent]]) -> [AnyContent] { parts.flatMap { $0 } }
}
