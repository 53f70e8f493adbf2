import BurinGeometry
import BurinScene

/// Content in a corner of a plot, such as a close-up.
struct ChartInset: Sendable {
  var corner: PlotCorner
  var width: Double
  var height: Double
  var content: AnyContent

  /// The distance from the plot's edges and around the content, in points.
  private static let margin = 8.0

  /// The plate's rectangle within a plot.
  func rect(in plot: Rect) -> Rect {
    let size = Size(plot.width * width, plot.height * height)
    let x = corner.isLeading ? plot.minX + Self.margin : plot.maxX - Self.margin - size.width
    let y = corner.isTop ? plot.minY + Self.margin : plot.maxY - Self.margin - size.height
    return Rect(origin: Point(x, y), size: size)
  }

  /// The plate with its content.
  func drawing(in plot: Rect, _ context: LayoutContext) throws -> Drawing {
    let rect = rect(in: plot)
    let block = try content.block(in: context)
    let inner = rect.inset(by: Self.margin)
    let size = try block.size(ProposedSize(width: inner.width, height: inner.height))
    for (needs, has, isHeight) in [
      (size.width, inner.width, false), (size.height, inner.height, true),
    ] where needs > has + 0.5 {
      throw ChartError.doesNotFit(
        what: "the inset with \(block.summary)", needs: needs, available: has, isHeight: isHeight)
    }
    var drawing = try block.draw(in: inner, plotInsets: nil)
    let plate = PathItem(
      .roundedRect(rect, radius: 6), fill: .color(try context.color(.canvas)),
      stroke: Stroke(try context.color(.grid), width: 1))
    drawing.items = [
      .group(SceneGroup(.panel, "inset", items: [.path(plate)] + drawing.items))
    ]
    return drawing
  }
}

/// A corner of a plot.
public enum PlotCorner: Hashable, Sendable {
  /// The four corners.
  case topLeading, topTrailing, bottomLeading, bottomTrailing

  var isLeading: Bool { self == .topLeading || self == .bottomLeading }
  var isTop: Bool { self == .topLeading || self == .topTrailing }
}

extension FigureContent {
  /// Puts content on a plate in a corner of the plot; labels keep off it.
  ///
  /// ```swift
  /// chart.chartInset(.topTrailing, width: 0.4, height: 0.45) { Chart { … } }
  /// ```
  ///
  /// - Parameters:
  ///   - corner: where the plate lies.
  ///   - width: its part of the plot's width, 0.1…1.
  ///   - height: its part of the plot's height, 0.1…1.
  ///   - content: what is shown in it.
  public func chartInset(
    _ corner: PlotCorner, width: Double = 0.4, height: Double = 0.4,
    @FigureContentBuilder content: () throws -> [AnyContent]
  ) rethrows -> Configured {
    let content = try content()
    let inset = ChartInset(
      corner: corner, width: min(max(width, 0.1), 1), height: min(max(height, 0.1), 1),
      content: content.count == 1 ? content[0] : AnyContent(VStack { content }))
    return changed { $0.insets.append(inset) }
  }
}
