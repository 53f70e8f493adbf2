/// What a loop repeats: marks in a chart, or views in a stack.
///
/// Own types conform to ``ChartContent`` or to ``FigureContent``.
public protocol LoopContent {}

/// A result builder of the content of a ``ForEach``, be it marks or views.
///
/// One builder serves both, so that the compiler reads the content of a loop once. With an
/// initializer for marks and another one for views, it would read a body with a fault once for each
/// choice of both, which doubles with every loop in a loop.
@resultBuilder
public enum LoopContentBuilder {
  /// Returns a mark, a view, or content made of these.
  @inlinable
  public static func buildExpression<Content: LoopContent>(
    _ content: consuming Content
  ) -> Content { content }
  /// Returns a text written as a literal.
  @_disfavoredOverload
  public static func buildExpression(_ text: Text) -> Text { text }
  /// Returns no content: for a statement that only prints or checks.
  @_disfavoredOverload
  public static func buildExpression(_ statement: Void) -> TupleContent<> { TupleContent() }
  /// Returns no content.
  public static func buildBlock() -> TupleContent<> { TupleContent() }
  /// Returns the content of a block of one statement.
  @inlinable
  public static func buildBlock<Content: LoopContent>(
    _ content: consuming Content
  ) -> Content { content }
  /// Joins the content of a block.
  public static func buildBlock<each Content: LoopContent>(
    _ content: repeat each Content
  ) -> TupleContent<repeat each Content> { TupleContent(repeat each content) }
  /// Returns the content of an `if` without `else`.
  public static func buildOptional<Content: LoopContent>(_ content: Content?) -> Content? {
    content
  }
  /// Returns the content of the first branch of a choice.
  public static func buildEither<First: LoopContent, Second: LoopContent>(
    first content: First
  ) -> ConditionalContent<First, Second> { .first(content) }
  /// Returns the content of the second branch of a choice.
  public static func buildEither<First: LoopContent, Second: LoopContent>(
    second content: Second
  ) -> ConditionalContent<First, Second> { .second(content) }
  /// Joins the content of a loop.
  public static func buildArray<Content: LoopContent>(
    _ parts: [Content]
  ) -> ContentArray<Content> { ContentArray(elements: parts) }
  /// Returns the marks that a condition of availability surrounds.
  public static func buildLimitedAvailability(_ content: some ChartContent) -> AnyChartContent {
    AnyChartContent(content)
  }
  /// Returns the views that a condition of availability surrounds.
  @_disfavoredOverload
  public static func buildLimitedAvailability(_ content: some FigureContent) -> AnyContent {
    AnyContent(content)
  }
}

extension Optional: LoopContent where Wrapped: LoopContent {}
extension Array: LoopContent where Element: LoopContent {}
extension ForEach: LoopContent where Content: LoopContent {}
extension ConditionalContent: LoopContent where First: LoopContent, Second: LoopContent {}
extension ContentArray: LoopContent where Element: LoopContent {}
extension TupleContent: LoopContent where repeat each Content: LoopContent {}

extension ConditionalContent: FigureContent where First: FigureContent, Second: FigureContent {
  /// Content with changed settings of its charts.
  public typealias Configured = ModifiedContent
  /// A choice has no body.
  public var body: NoContent { return NoContent() }
  /// The parts of the branch.
  public var contentParts: [AnyContent] {
    switch self {
    case .first(let content): content.contentParts
    case .second(let content): content.contentParts
    }
  }
}

extension ContentArray: FigureContent where Element: FigureContent {
  /// Content with changed settings of its charts.
  public typealias Configured = ModifiedContent
  /// A list has no body.
  public var body: NoContent { return NoContent() }
  /// The parts of all elements.
  public var contentParts: [AnyContent] { elements.flatMap(\.contentParts) }
}

extension TupleContent: FigureContent where repeat each Content: FigureContent {
  /// Content with changed settings of its charts.
  public typealias Configured = ModifiedContent
  /// A list has no body.
  public var body: NoContent { return NoContent() }
  /// The parts of all content in order.
  public var contentParts: [AnyContent] {
    var parts: [AnyContent] = []
    repeat parts += (each content).contentParts
    return parts
  }
}
