import BurinGeometry

/// Content behind each other, the first at the back.
///
/// ```swift
/// ZStack(alignment: .bottomTrailing) {
///   Circle().fill(.accent).frame(width: 24, height: 24)
///   Text("3").font(.caption)
/// }
/// ```
public struct ZStack: PrimitiveContent {
  var alignment: Alignment
  var contents: [AnyContent]

  /// Creates a stack in depth.
  ///
  /// - Parameters:
  ///   - alignment: the place of content that is smaller than the stack.
  ///   - content: the content, from back to front.
  public init(
    alignment: Alignment = .center, @FigureContentBuilder content: () throws -> [AnyContent]
  ) rethrows {
    self.alignment = alignment
    contents = try content()
  }

  /// Resolves the stack.
  public func block(in context: LayoutContext) throws -> any Block {
    ZStackBlock(
      children: try context.children(contents, along: nil), alignment: alignment)
  }
}

private struct ZStackBlock: Block {
  var children: [MeasuredBlock]
  var alignment: Alignment

  var summary: String { "the pile of " + children.map(\.summary).joined(separator: ", ") }
  var horizontal: Flexibility {
    children.contains { $0.horizontal != .fixed } ? .flexible(1) : .fixed
  }
  var vertical: Flexibility { children.contains { $0.vertical != .fixed } ? .flexible(1) : .fixed }

  func size(_ proposal: ProposedSize) throws -> Size {
    let sizes = try children.map { try $0.size(proposal) }
    return Size(sizes.map(\.width).max() ?? 0, sizes.map(\.height).max() ?? 0)
  }

  func firstBaseline(in size: Size) throws -> Double? {
    for child in children {
      let rect = try alignment.place(child, in: Rect(origin: .zero, size: size))
      if let baseline = try child.firstBaseline(in: rect.size) { return rect.minY + baseline }
    }
    return nil
  }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    var drawing = Drawing()
    for child in children {
      drawing.append(
        try child.draw(in: try alignment.place(child, in: rect), plotInsets: nil))
    }
    return drawing
  }
}

extension Alignment {
  /// Returns the rectangle of a block in a larger rectangle, which a flexible block fills.
  func place(_ block: MeasuredBlock, in room: Rect) throws -> Rect {
    let own = try block.size(ProposedSize(width: room.width, height: room.height))
    return rect(
      of: Size(
        block.horizontal == .fixed ? own.width : room.width,
        block.vertical == .fixed ? own.height : room.height), in: room)
  }
}
