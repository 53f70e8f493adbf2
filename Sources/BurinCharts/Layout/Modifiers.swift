public import BurinGeometry
import BurinScene

/// Content changed by a modifier.
///
/// A modifier of several parts, such as those of a `ForEach`, changes each of them.
public struct ModifiedContent: FigureContent, Sendable {
  /// Changed content has no body; it isn't ``PrimitiveContent``, whose requirements lead back here.
  public typealias Body = NoContent
  /// Changed content remains so with changed charts.
  public typealias Configured = ModifiedContent
  /// The resolution of each part.
  let parts: [@Sendable (LayoutContext) throws -> any Block]

  /// Changed content has no body.
  public var body: NoContent { return NoContent() }

  /// Changes content.
  ///
  /// - Parameter make: resolves a part with its change.
  init(
    _ content: some FigureContent,
    _ make: @escaping @Sendable (AnyContent, LayoutContext) throws -> any Block
  ) {
    parts = content.contentParts.map { part in { try make(part, $0) } }
  }

  private init(part: @escaping @Sendable (LayoutContext) throws -> any Block) { parts = [part] }

  /// Resolves the changed content.
  public func block(in context: LayoutContext) throws -> any Block {
    parts.count == 1
      ? try parts[0](context) : try ContentList(parts: contentParts).block(in: context)
  }

  /// The changed parts.
  public var contentParts: [AnyContent] {
    parts.map { AnyContent(primitive: ModifiedContent(part: $0)) }
  }
}

extension FigureContent {
  /// Returns the content with a change of each of its parts.
  func modified(
    _ make: @escaping @Sendable (AnyContent, LayoutContext) throws -> any Block
  ) -> ModifiedContent { ModifiedContent(self, make) }

  /// Returns the content resolved in a changed environment.
  func inEnvironment(
    _ change: @escaping @Sendable (inout LayoutEnvironment) -> Void
  ) -> ModifiedContent {
    modified { content, context in
      try context.withEnvironment(change) { try content.block(in: context) }
    }
  }

  /// Adds space around the content.
  public func padding(_ insets: Insets) -> ModifiedContent {
    modified {
      for side in [insets.top, insets.leading, insets.bottom, insets.trailing] {
        try ChartError.check(side, "padding", from: -20_000)
      }
      return PaddingBlock(child: try $0.measured(in: $1), insets: insets)
    }
  }

  /// Adds the same space on all sides, in points.
  public func padding(_ length: Double) -> ModifiedContent { padding(Insets(length)) }

  /// Adds space on some sides.
  ///
  /// ```swift
  /// Text("8 %").padding(.horizontal, 6)
  /// ```
  ///
  /// - Parameters:
  ///   - edges: the sides.
  ///   - length: the space, in points; nil for 16.
  public func padding(_ edges: Edge.Set = .all, _ length: Double? = nil) -> ModifiedContent {
    padding(edges.insets(length ?? 16))
  }

  /// Sets the width, the height, or both, in points.
  ///
  /// - Parameters:
  ///   - width: the width; nil for that of the content.
  ///   - height: the height; nil for that of the content.
  ///   - alignment: the place of smaller content in the frame; nil for the top left on a figure's
  ///     page and the centre in custom views, annotations and labels.
  public func frame(
    width: Double? = nil, height: Double? = nil, alignment: Alignment? = nil
  ) -> ModifiedContent {
    modified {
      try ChartError.check(width, "frame(width:)")
      try ChartError.check(height, "frame(height:)")
      return FrameBlock(
        child: try $0.measured(in: $1), width: width, height: height,
        alignment: alignment ?? $1.environment.arrangement.frame, weight: nil)
    }
  }

  /// Sets the share of the remaining space that the content takes in a horizontal stack.
  public func layoutWeight(
    _ weight: Double = 1, alignment: HorizontalAlignment = .leading
  ) -> ModifiedContent {
    modified {
      try ChartError.check(weight, "layoutWeight", to: 1e6)
      return FrameBlock(
        child: try $0.measured(in: $1), width: nil, height: nil,
        alignment: Alignment(horizontal: alignment, vertical: .top), weight: weight)
    }
  }

  /// Adds a rounded background behind the content.
  public func background(
    _ color: Color, border: Color? = nil, cornerRadius: Double
  ) -> ModifiedContent {
    modified {
      try ChartError.check(cornerRadius, "the corner radius of a background")
      return BackgroundBlock(
        child: try $0.measured(in: $1), fill: try $1.color(color),
        border: try border.map($1.color), cornerRadius: cornerRadius)
    }
  }

  /// Places the content on a card: a pale background with padding.
  public func card(_ color: Color = .surface, padding: Double = 14) -> ModifiedContent {
    self.padding(padding).background(color, cornerRadius: 8)
  }

  /// Names the content, so that connectors can refer to it.
  public func anchor(_ name: String) -> ModifiedContent {
    modified { AnchorBlock(child: try $0.measured(in: $1), name: name) }
  }
}

/// A block that forwards most queries to its child.
protocol WrapperBlock: Block {
  var child: MeasuredBlock { get }
}

extension WrapperBlock {
  var summary: String { child.summary }
  var horizontal: Flexibility { child.horizontal }
  var vertical: Flexibility { child.vertical }
  func size(_ proposal: ProposedSize) throws -> Size { try child.size(proposal) }
  func plotInsets(in size: Size) throws -> Insets? { try child.plotInsets(in: size) }
  func firstBaseline(in size: Size) throws -> Double? { try child.firstBaseline(in: size) }
  func lastBaseline(in size: Size) throws -> Double? { try child.lastBaseline(in: size) }
}

struct PaddingBlock: WrapperBlock {
  var child: MeasuredBlock
  var insets: Insets

  private func inner(_ size: Size) -> Size {
    Size(max(0, size.width - insets.horizontal), max(0, size.height - insets.vertical))
  }

  func size(_ proposal: ProposedSize) throws -> Size {
    let size = try child.size(
      ProposedSize(
        width: proposal.width.map { max(0, $0 - insets.horizontal) },
        height: proposal.height.map { max(0, $0 - insets.vertical) }))
    return Size(size.width + insets.horizontal, size.height + insets.vertical)
  }

  func plotInsets(in size: Size) throws -> Insets? {
    try child.plotInsets(in: inner(size)).map {
      Insets(
        top: $0.top + insets.top, leading: $0.leading + insets.leading,
        bottom: $0.bottom + insets.bottom, trailing: $0.trailing + insets.trailing)
    }
  }

  func firstBaseline(in size: Size) throws -> Double? {
    try child.firstBaseline(in: inner(size)).map { $0 + insets.top }
  }

  func lastBaseline(in size: Size) throws -> Double? {
    try child.lastBaseline(in: inner(size)).map { $0 + insets.top }
  }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    try child.draw(
      in: rect.inset(by: insets),
      plotInsets: plotInsets.map {
        Insets(
          top: $0.top - insets.top, leading: $0.leading - insets.leading,
          bottom: $0.bottom - insets.bottom, trailing: $0.trailing - insets.trailing)
      })
  }
}

struct FrameBlock: WrapperBlock {
  var child: MeasuredBlock
  var width: Double?
  var height: Double?
  var alignment: Alignment
  var weight: Double?

  var horizontal: Flexibility {
    if let weight { return .flexible(weight) }
    return width == nil ? child.horizontal : .fixed
  }
  var vertical: Flexibility { height == nil ? child.vertical : .fixed }

  func size(_ proposal: ProposedSize) throws -> Size {
    let own = try child.size(
      ProposedSize(width: width ?? proposal.width, height: height ?? proposal.height))
    // A child that needs more than its share reports it.
    let filled = weight == nil ? own.width : max(own.width, proposal.width ?? own.width)
    return Size(width ?? filled, height ?? own.height)
  }

  func draw(in room: Rect, plotInsets: Insets?) throws -> Drawing {
    // The frame has its own size where its place is larger.
    let rect = Rect(
      x: room.minX, y: room.minY, width: min(room.width, width ?? room.width),
      height: min(room.height, height ?? room.height))
    let own = try child.size(ProposedSize(width: rect.width, height: rect.height))
    if child.horizontal == .fixed, own.width > rect.width + 0.5 {
      throw ChartError.doesNotFit(
        what: child.summary, needs: own.width, available: rect.width)
    }
    if child.vertical == .fixed, own.height > rect.height + 0.5 {
      throw ChartError.doesNotFit(
        what: child.summary, needs: own.height, available: rect.height, isHeight: true)
    }
    let inner = alignment.rect(of: own, child, in: rect)
    return try child.draw(in: inner, plotInsets: plotInsets)
  }
}

struct BackgroundBlock: WrapperBlock {
  var child: MeasuredBlock
  var fill: RGBColor
  var border: RGBColor?
  var cornerRadius: Double

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    let plate = PathItem(
      .roundedRect(rect, radius: cornerRadius), fill: .color(fill),
      stroke: border.map { Stroke($0, width: 1) })
    var drawing = try child.draw(in: rect, plotInsets: plotInsets)
    drawing.items.insert(.group(SceneGroup(.decoration, "plate", items: [.path(plate)])), at: 0)
    return drawing
  }
}

struct AnchorBlock: WrapperBlock {
  var child: MeasuredBlock
  var name: String

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    var drawing = try child.draw(in: rect, plotInsets: plotInsets)
    drawing.anchors.append(.init(name, rect))
    return drawing
  }
}
