/// Where a legend stands.
public enum LegendPlace: Hashable, Sendable {
  /// Between the title and the plot.
  case top
  /// Below the plot and its axis.
  case bottom
  /// At the right of the plot.
  case trailing
}

/// The settings of a chart's legend.
struct LegendConfiguration: Sendable {
  var visibility = Visibility.automatic
  var place = LegendPlace.top
  var title: Text?
  var columns: Int?

  /// Whether a legend is shown: automatically where it tells at least two things apart.
  func isShown(for legend: LegendDescription) -> Bool {
    switch visibility {
    case .hidden: false
    case .visible: legend.count > 0
    case .automatic: legend.count > 1
    }
  }
}

extension FigureContent {
  /// Shows or hides the legend and the colour bar.
  public func chartLegend(_ visibility: Visibility) -> Configured {
    changed { $0.legend.visibility = visibility }
  }

  /// Places the legend.
  ///
  /// - Parameters:
  ///   - position: where it stands.
  ///   - title: a line above its entries.
  ///   - columns: how many entries stand in a row; nil for as many as there is room for.
  public func chartLegend(
    position: LegendPlace, title: Text? = nil, columns: Int? = nil
  ) -> Configured {
    changed {
      $0.legend.place = position
      $0.legend.title = title ?? $0.legend.title
      $0.legend.columns = columns ?? $0.legend.columns
    }
  }
}
