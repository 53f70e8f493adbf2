import BurinGeometry

/// Content of a figure that takes space: a chart, a text, a formula, a table, or a stack of these.
///
/// A custom type declares a `body` of other content:
///
/// ```swift
/// struct Score: FigureContent {
///   var value: Double
///   var body: some FigureContent { Text("\(value)").font(.display) }
/// }
/// ```
public protocol FigureContent: Sendable {
  /// The type of the body.
  associatedtype Body: FigureContent
  /// The content of which this content consists.
  var body: Body { get }
  /// Resolves the content for one rendering; only primitives implement it.
  func block(in context: LayoutContext) throws -> any Block
}

extension FigureContent {
  /// Resolves the body for one rendering.
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

/// Empty content, which takes no space and draws nothing.
public struct NoContent: FigureContent {
  /// The body of empty content, which is the content itself.
  public var body: NoContent { self }
  /// Creates empty content.
  public init() {}

  /// Returns a block that takes no space.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

private struct EmptyBlock: Block {
  func size(_ proposal: ProposedSize) -> Size { .zero }
  func draw(in rect: Rect, plotInsets: Insets?) -> Drawing { Drawing() }
}

/// A type-erased wrapper of content.
public struct AnyContent: PrimitiveContent {
  let content: any FigureContent
  /// Wraps content.
  public init(_ content: any FigureContent) { self.content = content }
  /// Resolves the wrapped content.
  public func block(in context: LayoutContext) throws -> any Block {
    try content.block(in: context)
  }
}
