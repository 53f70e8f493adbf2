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
///
/// Stacks in a body are centred where they have no alignment, as SwiftUI's are; those of a figure's
/// page, outside of custom types, begin at the top left.
///
/// A body of several statements is the list of their content, which the stack around it lays out.
/// Bodies are evaluated when the content is put into a stack or rendered, so that custom types
/// need not be `Sendable`.
public protocol FigureContent: LoopContent {
  /// The type of the body.
  associatedtype Body: FigureContent
  /// The content of which this content consists.
  @FigureContentBuilder var body: Body { get }
  /// Resolves the content for one rendering; only primitives implement it.
  func block(in context: LayoutContext) throws -> any Block
  /// The primitives of which the content consists; only primitives implement it.
  var contentParts: [AnyContent] { get }
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
    inEnvironment { $0.chartChanges.append(change) }
  }
}

extension FigureContent {
  /// Resolves the body for one rendering.
  public func block(in context: LayoutContext) throws -> any Block {
    try AnyContent(self).block(in: context)
  }

  /// The primitives of the body, whose stacks are centred as SwiftUI's.
  public var contentParts: [AnyContent] {
    body.contentParts.flatMap { part in
      part.content is Text
        ? [part]
        : part.inEnvironment { $0.arrangement = $0.arrangement.inBody }.contentParts
    }
  }
}

/// Content that is drawn by itself and has no body.
public protocol PrimitiveContent: FigureContent, Sendable where Body == NoContent {}

extension PrimitiveContent {
  /// Primitive content has no body.
  public var body: NoContent { return NoContent() }

  /// Primitive content is its only part.
  public var contentParts: [AnyContent] { [AnyContent(primitive: self)] }
}

/// Empty content, which takes no space and draws nothing.
public struct NoContent: FigureContent, Sendable {
  /// The body of empty content, which is the content itself.
  public var body: NoContent { return self }
  /// Empty content with changed settings of charts.
  public typealias Configured = ModifiedContent
  /// Creates empty content.
  public init() {}

  /// Returns a block that takes no space.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }

  /// Empty content has no parts.
  public var contentParts: [AnyContent] { [] }
}

struct EmptyBlock: Block {
  func size(_ proposal: ProposedSize) -> Size { .zero }
  func draw(in rect: Rect, plotInsets: Insets?) -> Drawing { Drawing() }
}

/// A type-erased wrapper of content.
public struct AnyContent: PrimitiveContent {
  /// The primitive content.
  let content: any FigureContent & Sendable

  /// Wraps content.
  public init(_ content: any FigureContent) {
    let parts = content.contentParts
    self = parts.count == 1 ? parts[0] : AnyContent(primitive: ContentList(parts: parts))
  }

  /// Wraps content that has no body.
  init(primitive content: any FigureContent & Sendable) { self.content = content }

  /// Resolves the wrapped content.
  public func block(in context: LayoutContext) throws -> any Block {
    try content.block(in: context)
  }

  /// The parts of a list; other content is its only part.
  public var contentParts: [AnyContent] { (content as? ContentList)?.parts ?? [self] }
}

/// Content of several parts, which lie below each other where no stack lays them out.
struct ContentList: PrimitiveContent {
  var parts: [AnyContent]

  var contentParts: [AnyContent] { parts }

  func block(in context: LayoutContext) throws -> any Block {
    parts.isEmpty ? EmptyBlock() : try VStack { parts }.block(in: context)
  }
}

/// A list of content is content: the body of a type may have several statements.
extension Array: FigureContent where Element == AnyContent {
  /// A list with changed settings of its charts.
  public typealias Configured = ModifiedContent
  /// A list has no body.
  public var body: NoContent { return NoContent() }
  /// The parts of all elements.
  public var contentParts: [AnyContent] { flatMap(\.contentParts) }
}
