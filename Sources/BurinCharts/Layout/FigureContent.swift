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
  /// The type of the content with changed settings of its charts: a chart remains one.
  associatedtype Configured: FigureContent = ModifiedContent
  /// Returns the content with a change of the settings of the charts in it.
  func configured(_ change: ChartChange) -> Configured
}

extension FigureContent {
  /// Returns the content with a change of the settings of the charts in it.
  ///
  /// A modifier nearer to a chart wins.
  public func configured(_ change: ChartChange) -> ModifiedContent {
    ModifiedContent { context in
      try context.withEnvironment({ $0.chartChanges.append(change) }) {
        try self.measured(in: context)
      }
    }
  }
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
  /// Empty content with changed settings of charts.
  public typealias Configured = ModifiedContent
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
