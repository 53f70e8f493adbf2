public import BurinGeometry
import BurinScene

/// Content that depends on the size of its place.
///
/// ```swift
/// GeometryReader { geometry in
///   Rectangle().fill(.accent).frame(width: geometry.size.width * 0.4, height: 4)
/// }
/// .frame(height: 4)
/// ```
///
/// The content is made when the place is known, and begins at the top left. A reader fills the room
/// that it is offered, and is 10 points wide or high where it is offered none.
public struct GeometryReader: PrimitiveContent {
  private let content: @Sendable (GeometryProxy) -> [AnyContent]

  /// Creates content from the size of its place.
  public init(@FigureContentBuilder content: @escaping @Sendable (GeometryProxy) -> [AnyContent]) {
    self.content = content
  }

  /// Resolves the reader; its content is resolved when it is drawn.
  public func block(in context: LayoutContext) throws -> any Block {
    GeometryBlock(content: content, context: context, environment: context.environment)
  }
}

/// The size and the place of a ``GeometryReader``.
public struct GeometryProxy: Hashable, Sendable {
  /// The rectangle, in the figure's coordinates.
  private let rect: Rect

  init(rect: Rect) { self.rect = rect }

  /// The size, in points.
  public var size: Size { rect.size }

  /// No insets: a picture has no edges of a screen.
  public var safeAreaInsets: EdgeInsets { .zero }

  /// The rectangle of an anchor, seen from the reader's top left corner.
  public subscript(anchor: Anchor<Rect>) -> Rect {
    anchor.value.offset(by: Vector(-rect.minX, -rect.minY))
  }

  /// The point of an anchor, seen from the reader's top left corner.
  public subscript(anchor: Anchor<Point>) -> Point {
    anchor.value - Vector(rect.minX, rect.minY)
  }

  /// Returns the rectangle of the reader: in the figure's coordinates, or from its own corner.
  public func frame(in space: CoordinateSpace) -> Rect {
    space == .global ? rect : Rect(origin: .zero, size: size)
  }
}

/// A rectangle or a point that a ``GeometryProxy`` converts to the coordinates of its reader.
public struct Anchor<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The value, in the figure's coordinates.
  let value: Value
}

/// A place whose content is made when it is drawn.
private final class GeometryBlock: Block {
  private let content: @Sendable (GeometryProxy) -> [AnyContent]
  private let context: LayoutContext
  private let environment: LayoutEnvironment
  /// Whether the height was offered to the block to choose.
  private var choosesHeight = false

  /// The width and height without a proposal, in points.
  private static let ideal = 10.0

  init(
    content: @escaping @Sendable (GeometryProxy) -> [AnyContent], context: LayoutContext,
    environment: LayoutEnvironment
  ) {
    self.content = content
    self.context = context
    self.environment = environment
  }

  var summary: String { "a geometry reader" }
  var horizontal: Flexibility { .flexible(1) }
  var vertical: Flexibility { .flexible(1) }

  func size(_ proposal: ProposedSize) -> Size {
    if proposal.height == nil { choosesHeight = true }
    return Size(proposal.width ?? Self.ideal, proposal.height ?? Self.ideal)
  }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    try context.withEnvironment {
      $0 = environment
    } _: {
      var drawing = Drawing()
      for child in try context.children(content(GeometryProxy(rect: rect)), along: nil) {
        drawing.append(
          try child.draw(in: try Alignment.topLeading.place(child, in: rect), plotInsets: nil))
      }
      if choosesHeight, rect.height == Self.ideal, let ink = drawing.items.inkBounds,
        ink.maxY > rect.maxY + 0.5
      {
        context.note(
          Diagnostic(
            "a GeometryReader is \(Int(Self.ideal)) pt high where no height is offered, and its content is higher: give it frame(height:)"
          ))
      }
      return drawing
    }
  }
}
