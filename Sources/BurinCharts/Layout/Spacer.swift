import BurinGeometry
import BurinScene

/// Empty space of a given length, or as much as remains.
public struct Spacer: PrimitiveContent {
  var length: Double?

  /// Creates empty space.
  ///
  /// - Parameter length: the width and height in points; nil to take the remaining space of a
  ///   stack.
  public init(_ length: Double? = nil) { self.length = length }

  /// Resolves the spacer.
  public func block(in context: LayoutContext) throws -> any Block { SpacerBlock(length: length) }
}

private struct SpacerBlock: Block {
  var length: Double?
  var horizontal: Flexibility { length == nil ? .flexible(1) : .fixed }
  var vertical: Flexibility { .fixed }
  func size(_ proposal: ProposedSize) -> Size { Size(length ?? 0, length ?? 0) }
  func draw(in rect: Rect, plotInsets: Insets?) -> Drawing { Drawing() }
}

/// A thin line across a stack from top to bottom.
public struct Divider: PrimitiveContent {
  /// Creates a divider.
  public init() {}

  /// Resolves the divider.
  public func block(in context: LayoutContext) throws -> any Block {
    DividerBlock(color: try context.color(.grid))
  }
}

private struct DividerBlock: Block {
  var color: RGBColor
  var horizontal: Flexibility { .flexible(1) }
  func size(_ proposal: ProposedSize) -> Size { Size(proposal.width ?? 0, 1) }
  func draw(in rect: Rect, plotInsets: Insets?) -> Drawing {
    let line = Path.segment(Point(rect.minX, rect.midY), Point(rect.maxX, rect.midY))
    return Drawing(
      items: [.group(Group(.decoration, "divider", items: [.stroke(line, Stroke(color))]))])
  }
}
