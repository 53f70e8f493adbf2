/// The settings of a chart's legend.
struct LegendConfiguration: Sendable {
  /// Where a legend stands.
  enum Place: Hashable, Sendable {
    /// Between the title and the plot.
    case top
    /// Below the plot and its axis.
    case bottom
    /// Beside the plot.
    case leading, trailing
    /// Inside the plot.
    case overlay
  }

  var visibility = Visibility.automatic
  var place = Place.top
  /// Whether the author chose the place; else a colour bar stands at the right.
  var isPlaced = false
  /// The alignment at the place; nil for its start, or the top trailing corner inside the plot.
  var alignment: Alignment?
  /// The distance from the plot, in points; nil for what suits the place.
  var spacing: Double?
  var title: Text?
  var columns: Int?
  /// What stands in place of the legend.
  var content: [AnyContent]?

  /// Whether a legend is shown: automatically where it tells at least two things apart.
  func isShown(for legend: LegendDescription) -> Bool {
    switch visibility {
    case .hidden: false
    case .visible: legend.count > 0 || content != nil
    case .automatic: legend.count > 1 || content != nil
    }
  }

  /// The distance from the plot, in points.
  var gap: Double { spacing ?? ChartSolver.legendGap }

  /// Sets the place of a position.
  mutating func set(_ position: AnnotationPosition, _ alignment: Alignment?, _ spacing: Double?) {
    let corner: Alignment?
    isPlaced = position != .automatic
    switch position {
    case .bottom: (place, corner) = (.bottom, nil)
    case .bottomLeading: (place, corner) = (.bottom, .leading)
    case .bottomTrailing: (place, corner) = (.bottom, .trailing)
    case .leading: (place, corner) = (.leading, nil)
    case .trailing: (place, corner) = (.trailing, nil)
    case .overlay: (place, corner) = (.overlay, nil)
    case .topLeading: (place, corner) = (.top, .leading)
    case .topTrailing: (place, corner) = (.top, .trailing)
    default: (place, corner) = (.top, nil)
    }
    self.alignment = alignment ?? corner
    self.spacing = spacing
  }
}

extension FigureContent {
  /// Shows or hides the legend and the colour bar.
  public func chartLegend(_ visibility: Visibility) -> Configured {
    changed { $0.legend.visibility = visibility }
  }

  /// Places the legend.
  ///
  /// ```swift
  /// .chartLegend(position: .bottom, alignment: .center)
  /// .chartLegend(position: .overlay, alignment: .topLeading, title: "Product")
  /// ```
  ///
  /// - Parameters:
  ///   - position: a side of the plot, or inside it; automatically above it.
  ///   - alignment: the alignment at that side, or inside the plot.
  ///   - spacing: the distance from the plot, in points.
  ///   - title: a line above the entries, or beside a colour bar.
  ///   - columns: how many entries stand in a row; nil for as many as there is room for.
  public func chartLegend(
    position: AnnotationPosition = .automatic, alignment: Alignment? = nil,
    spacing: Double? = nil, title: Text? = nil, columns: Int? = nil
  ) -> Configured {
    changed {
      $0.legend.set(position, alignment, spacing)
      $0.legend.title = title ?? $0.legend.title
      $0.legend.columns = columns ?? $0.legend.columns
    }
  }

  /// Places the legend under a string, which is shown verbatim.
  @_disfavoredOverload
  public func chartLegend(
    position: AnnotationPosition = .automatic, alignment: Alignment? = nil,
    spacing: Double? = nil, title: some StringProtocol, columns: Int? = nil
  ) -> Configured {
    chartLegend(
      position: position, alignment: alignment, spacing: spacing,
      title: Text(verbatim: String(title)), columns: columns)
  }

  /// Replaces the legend with content.
  public func chartLegend(
    position: AnnotationPosition = .automatic, alignment: Alignment? = nil,
    spacing: Double? = nil, @FigureContentBuilder content: () -> [AnyContent]
  ) -> Configured {
    let content = content()
    return changed {
      $0.legend.set(position, alignment, spacing)
      $0.legend.content = content
    }
  }
}
