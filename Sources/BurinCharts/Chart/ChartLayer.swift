import BurinGeometry
import BurinScene

/// Views over a chart or behind it, made when its scales are known.
struct ChartLayer: Sendable {
  var content: @Sendable (ChartProxy) -> [AnyContent]
  var alignment: Alignment
  /// Whether the views lie behind the chart.
  var isBehind: Bool

  /// Returns the items of the views in the frame of a chart.
  func items(_ proxy: ChartProxy, in frame: Rect, _ context: LayoutContext) throws -> [SceneItem] {
    let drawing = try context.withEnvironment {
      $0.beginLabel()
      $0.text.role = .label
    } _: {
      try ZStack(alignment: alignment) { content(proxy) }.measured(in: context)
        .draw(in: frame, plotInsets: nil)
    }
    guard !drawing.items.isEmpty else { return [] }
    return [
      .group(SceneGroup(isBehind ? .decoration : .label, "chart layer", items: drawing.items))
    ]
  }
}

extension FigureContent {
  /// Draws views over the chart: its plot with its axes and legend.
  ///
  /// ```swift
  /// .chartOverlay { proxy in
  ///   GeometryReader { geometry in
  ///     if let plot = proxy.plotFrame { Text("42 %").position(geometry[plot].center) }
  ///   }
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - alignment: the place of views that are smaller than the chart.
  ///   - content: makes the views when the chart's scales are known.
  public func chartOverlay(
    alignment: Alignment = .center,
    @FigureContentBuilder content: @escaping @Sendable (ChartProxy) -> [AnyContent]
  ) -> Configured {
    let layer = ChartLayer(content: content, alignment: alignment, isBehind: false)
    return changed { $0.layers.append(layer) }
  }

  /// Draws views behind the chart: its plot with its axes and legend.
  ///
  /// - Parameters:
  ///   - alignment: the place of views that are smaller than the chart.
  ///   - content: makes the views when the chart's scales are known.
  public func chartBackground(
    alignment: Alignment = .center,
    @FigureContentBuilder content: @escaping @Sendable (ChartProxy) -> [AnyContent]
  ) -> Configured {
    let layer = ChartLayer(content: content, alignment: alignment, isBehind: true)
    return changed { $0.layers.append(layer) }
  }
}
