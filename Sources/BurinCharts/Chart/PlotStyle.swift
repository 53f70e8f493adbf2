import BurinGeometry
import BurinScene

/// The plot of a chart, to which ``FigureContent/chartPlotStyle(content:)`` adds a style.
public struct ChartPlotContent: PrimitiveContent {
  /// Resolves the plot's place.
  public func block(in context: LayoutContext) throws -> any Block {
    SlotBlock(slot: context.environment.slot)
  }
}

/// An axis of a chart, to which ``FigureContent/chartXAxisStyle(content:)`` adds a style.
public struct ChartAxisContent: PrimitiveContent {
  /// Resolves the axis' place.
  public func block(in context: LayoutContext) throws -> any Block {
    SlotBlock(slot: context.environment.slot)
  }
}

extension FigureContent {
  /// Changes the plot: its size, background, border, corners.
  ///
  /// ```swift
  /// .chartPlotStyle { plot in
  ///   plot.frame(height: 160).background(.gray.opacity(0.1)).border(.axis)
  /// }
  /// ```
  public func chartPlotStyle(
    @FigureContentBuilder content: (ChartPlotContent) -> [AnyContent]
  ) -> Configured {
    let style = content(ChartPlotContent())
    return changed { $0.plotStyle = style }
  }

  /// Adds a background or a border to the horizontal axis.
  public func chartXAxisStyle(
    @FigureContentBuilder content: (ChartAxisContent) -> [AnyContent]
  ) -> Configured {
    let style = content(ChartAxisContent())
    return changed { $0.x.style = style }
  }

  /// Adds a background or a border to the vertical axis.
  public func chartYAxisStyle(
    @FigureContentBuilder content: (ChartAxisContent) -> [AnyContent]
  ) -> Configured {
    let style = content(ChartAxisContent())
    return changed { $0.y.style = style }
  }
}

/// The place of a part of a chart in the content that styles it.
final class ChartSlot {
  /// Where the part lies; nil until the content is drawn.
  var rect: Rect?
  /// The part itself.
  var items: [SceneItem]

  init(items: [SceneItem] = []) { self.items = items }
}

/// A part of a chart within the content that styles it.
private struct SlotBlock: Block {
  let slot: ChartSlot?

  var summary: String { "a part of a chart" }
  var horizontal: Flexibility { .flexible(1) }
  var vertical: Flexibility { .flexible(1) }

  func size(_ proposal: ProposedSize) -> Size {
    Size(proposal.width ?? 0, proposal.height ?? 0)
  }

  func draw(in rect: Rect, plotInsets: Insets?) -> Drawing {
    slot?.rect = rect
    return Drawing(items: slot?.items ?? [])
  }
}

/// A style that content gives to a part of a chart.
struct ChartSlotStyle {
  private let block: MeasuredBlock
  private let slot: ChartSlot

  /// Resolves the style of a part.
  init(_ content: [AnyContent], items: [SceneItem] = [], _ context: LayoutContext) throws {
    let slot = ChartSlot(items: items)
    self.slot = slot
    block = try context.withEnvironment {
      $0.beginLabel()
      $0.slot = slot
    } _: {
      try AnyContent(content).measured(in: context)
    }
  }

  /// The size that the style gives to the part; nil along an axis where it fills its room.
  func fixedSize() throws -> (width: Double?, height: Double?) {
    let size = try block.size(ProposedSize())
    return (
      block.horizontal == .fixed ? size.width : nil, block.vertical == .fixed ? size.height : nil
    )
  }

  /// Returns where the part lies if the style is drawn in a rectangle.
  func place(in rect: Rect) throws -> Rect {
    _ = try drawing(in: rect)
    return slot.rect ?? rect
  }

  /// Returns the part with its style, in the middle of a rectangle where it is smaller.
  func drawing(in rect: Rect) throws -> Drawing {
    let size = try block.size(ProposedSize(width: rect.width, height: rect.height))
    return try block.draw(in: Rect(center: rect.center, size: size), plotInsets: nil)
  }
}
