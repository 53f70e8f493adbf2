/// What a chart is made of: marks, and content made of marks.
///
/// A type of your own gives a `body` made of other content:
///
/// ```swift
/// struct Lollipop: ChartContent {
///   var name: String
///   var value: Double
///   var body: some ChartContent {
///     RuleMark(x: .value("Name", name), yStart: .value("Value", 0), yEnd: .value("Value", value))
///     PointMark(x: .value("Name", name), y: .value("Value", value))
///   }
/// }
/// ```
///
/// Content is read once, when its chart is made; it need not be `Sendable`.
public protocol ChartContent: LoopContent {
  /// The content this content is made of.
  associatedtype Body: ChartContent
  /// The content this content is made of.
  @ChartContentBuilder var body: Body { get }
  /// Adds the marks to a chart; only primitive content implements it.
  func collect(into collector: inout ChartCollector)
}

extension ChartContent {
  /// Adds the marks of the body.
  public func collect(into collector: inout ChartCollector) { body.collect(into: &collector) }
}

/// Content without a body of other content.
public protocol PrimitiveChartContent: ChartContent where Body == EmptyChartContent {}

extension PrimitiveChartContent {
  /// Primitive content has no body.
  public var body: EmptyChartContent { EmptyChartContent() }
}

/// No marks.
public struct EmptyChartContent: ChartContent {
  /// Makes content without marks.
  public init() {}
  /// Content without marks has itself as its body.
  public var body: EmptyChartContent { self }
  /// Adds nothing.
  public func collect(into collector: inout ChartCollector) {}
}

/// Content of any type.
public struct AnyChartContent: PrimitiveChartContent {
  private let content: any ChartContent
  /// Wraps content whose type is not known.
  public init(_ content: any ChartContent) { self.content = content }
  /// Wraps content.
  public init(erasing content: some ChartContent) { self.content = content }
  /// Adds the marks of what is wrapped.
  public func collect(into collector: inout ChartCollector) { content.collect(into: &collector) }
}

extension Optional: ChartContent where Wrapped: ChartContent {
  /// Primitive content has no body.
  public var body: EmptyChartContent { EmptyChartContent() }
  /// Adds the marks where there is content.
  public func collect(into collector: inout ChartCollector) {
    collector.addPart(self)
  }
}

/// One of two kinds of content.
public enum ConditionalContent<First, Second> {
  /// The first branch of a choice.
  case first(First)
  /// The second branch of a choice.
  case second(Second)
}

extension ConditionalContent: ChartContent, PrimitiveChartContent
where First: ChartContent, Second: ChartContent {
  /// Adds the marks of the branch.
  public func collect(into collector: inout ChartCollector) {
    switch self {
    case .first(let content): collector.addPart(content)
    case .second(let content): collector.addPart(content)
    }
  }
}

/// Content of one type, repeated.
public struct ContentArray<Element> {
  let elements: [Element]
}

extension ContentArray: ChartContent, PrimitiveChartContent where Element: ChartContent {
  /// Adds the marks of each element.
  public func collect(into collector: inout ChartCollector) {
    collector.addLoop(over: elements) { $0 }
  }
}

/// Content after content.
public struct TupleContent<each Content> {
  let content: (repeat each Content)

  init(_ content: repeat each Content) { self.content = (repeat each content) }
}

extension TupleContent: ChartContent, PrimitiveChartContent
where repeat each Content: ChartContent {
  /// Adds the marks of each part in order.
  public func collect(into collector: inout ChartCollector) {
    repeat (each content).collect(into: &collector)
  }
}

/// Collects the marks of a chart.
@resultBuilder
public enum ChartContentBuilder {
  /// A mark, or content made of marks.
  @inlinable
  public static func buildExpression<Content: ChartContent>(
    _ content: consuming Content
  ) -> Content { content }
  /// Nothing.
  public static func buildBlock() -> EmptyChartContent { EmptyChartContent() }
  /// One part.
  @inlinable
  public static func buildBlock<Content: ChartContent>(
    _ content: consuming Content
  ) -> Content { content }
  /// Parts below each other in source.
  public static func buildBlock<each Content: ChartContent>(
    _ content: repeat each Content
  ) -> TupleContent<repeat each Content> { TupleContent(repeat each content) }
  /// An `if` without `else`.
  public static func buildOptional<Content: ChartContent>(_ content: Content?) -> Content? {
    content
  }
  /// The first branch of a choice.
  public static func buildEither<First: ChartContent, Second: ChartContent>(
    first content: First
  ) -> ConditionalContent<First, Second> { .first(content) }
  /// The second branch of a choice.
  public static func buildEither<First: ChartContent, Second: ChartContent>(
    second content: Second
  ) -> ConditionalContent<First, Second> { .second(content) }
  /// A loop.
  public static func buildArray<Content: ChartContent>(
    _ parts: [Content]
  ) -> ContentArray<Content> { ContentArray(elements: parts) }
  /// Content that a condition of availability surrounds.
  public static func buildLimitedAvailability(_ content: some ChartContent) -> AnyChartContent {
    AnyChartContent(content)
  }
}
