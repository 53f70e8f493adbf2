import BurinGeometry

/// Something that takes room in a figure: a chart, a text, a formula, a table, a stack of these.
///
/// A type of your own gives a `body` made of other content:
///
/// ```swift
/// struct Score: FigureContent {
///   var value: Double
///   var body: some FigureContent { Text("\(value)").font(.display) }
/// }
/// ```
public protocol FigureContent: Sendable {
  /// The content this content is made of.
  associatedtype Body: FigureContent
  /// The content this content is made of.
  var body: Body { get }
  /// Resolves the content for one rendering; only primitives implement it.
  func block(in context: LayoutContext) throws -> any Block
}

extension FigureContent {
  /// Resolves the body.
  public func block(in context: LayoutContext) throws -> any Block {
    try body.block(in: context)
  }
}

/// Content that is drawn by itself and has no body.
public protocol PrimitiveContent: FigureContent where Body == NoContent {}

extension PrimitiveContent {
  /// Primitive content has no body.
  public var body: NoContent { NoContent() }
}

/// Nothing: takes no room and draws nothing.
public struct NoContent: FigureContent {
  /// Nothing has itself as its body.
  public var body: NoContent { self }
  /// Makes nothing.
  public init() {}

  /// Takes no room.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

private struct EmptyBlock: Block {
  func size(_ proposal: ProposedSize) -> Size { .zero }
  func draw(in rect: Rect, plotInsets: Insets?) -> Drawing { Drawing() }
}

/// Content of any type.
public struct AnyContent: PrimitiveContent {
  let content: any FigureContent
  /// Wraps content.
  public init(_ content: any FigureContent) { self.content = content }
  /// Resolves what is wrapped.
  public func block(in context: LayoutContext) throws -> any Block {
    try content.block(in: context)
  }
}
