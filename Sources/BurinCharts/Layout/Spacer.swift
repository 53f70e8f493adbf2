import BurinGeometry
import BurinScene

/// Empty space of a given length, or as much as remains.
///
/// In a vertical stack, space remains if the stack is given a height.
public struct Spacer: PrimitiveContent {
  var length: Double?
  var minimum: Double?

  /// Creates empty space.
  ///
  /// - Parameter length: the width and height in points; nil to take the remaining space of a
  ///   stack.
  public init(_ length: Double? = nil) { self.length = length }

  /// Creates empty space that takes the remaining space of a stack.
  ///
  /// - Parameter minLength: the least length, in points; nil for none.
  public init(minLength: Double?) { minimum = minLength }

  /// Resolves the spacer.
  public func block(in context: LayoutContext) throws -> any Block {
    try ChartError.check(length, "the length of a spacer")
    try ChartError.check(minimum, "the least length of a spacer")
    return SpacerBlock(
      length: length, minimum: minimum ?? 0, axis: context.environment.stackAxis ?? .horizontal)
  }
}

private struct SpacerBlock: Block {
  var length: Double?
  var minimum: Double
  var axis: StackAxis
  var horizontal: Flexibility { length == nil && axis == .horizontal ? .flexible(1) : .fixed }
  var vertical: Flexibility { length == nil && axis == .vertical ? .flexible(1) : .fixed }
  func size(_ proposal: ProposedSize) -> Size {
    if let length { return Size(length, length) }
    return axis.size(along: minimum, across: 0)
  }
  func draw(in rect: Rect, plotInsets: Insets?) -> Drawing { Drawing() }
}

/// A thin line across a vertical stack, or from top to bottom of a horizontal one.
public struct Divider: PrimitiveContent {
  /// Creates a divider.
  public init() {}

  /// Resolves the divider.
  public func block(in context: LayoutContext) throws -> any Block {
    DividerBlock(
      color: try context.color(.grid), isUpright: context.environment.stackAxis == .horizontal)
  }
}

private struct DividerBlock: Block {
  var color: RGBColor
  /// Whether the line runs from top to bottom.
  var isUpright: Bool
  var horizontal: Flexibility { isUpright ? .fixed : .flexible(1) }
  var vertical: Flexibility { isUpright ? .flexible(1) : .fixed }
  func size(_ proposal: ProposedSize) -> Size {
    isUpright ? Size(1, proposal.height ?? 0) : Size(proposal.width ?? 0, 1)
  }
  func draw(in rect: Rect, plotInsets: Insets?) -> Drawing {
    let line =
      isUpright
      ? Path.segment(Point(rect.midX, rect.minY), Point(rect.midX, rect.maxY))
      : Path.segment(Point(rect.minX, rect.midY), Point(rect.maxX, rect.midY))
    return Drawing(
      items: [.group(SceneGroup(.decoration, "divider", items: [.stroke(line, Stroke(color))]))])
  }
}
