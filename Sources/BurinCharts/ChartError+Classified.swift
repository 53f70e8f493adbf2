public import BurinScales
public import BurinScene

extension ChartError: ClassifiedError {
  /// The data where values are at fault, otherwise the options.
  public var category: ErrorCategory {
    switch self {
    case .mixedAxis, .unscalable, .raggedTable, .unsuitable, .tooManyPanels: .data
    case .unknownColor, .doesNotFit, .scale, .unknownAnchor, .style, .invalid: .options
    }
  }

  /// A name such as `chart.no-room`.
  public var code: String {
    switch self {
    case .unknownColor: "chart.unknown-color"
    case .doesNotFit: "chart.no-room"
    case .mixedAxis: "chart.mixed-axis"
    case .unscalable: "chart.unscalable-value"
    case .scale: "chart.scale"
    case .unknownAnchor: "chart.unknown-anchor"
    case .raggedTable: "chart.ragged-table"
    case .unsuitable: "chart.unsuitable-values"
    case .tooManyPanels: "chart.too-many-panels"
    case .style: "chart.mark-style"
    case .invalid: "chart.option"
    }
  }

  /// The mark, the channel and the index that the error names.
  public var place: ErrorPlace {
    switch self {
    case .mixedAxis(let axis, let mark, _): ErrorPlace(mark: mark, channel: axis)
    case .unscalable(let axis, let mark, let index, _, _):
      ErrorPlace(mark: mark, channel: axis, index: index)
    case .scale(let axis, _): ErrorPlace(channel: axis)
    case .raggedTable(let row, _, _): ErrorPlace(index: row)
    case .unsuitable(let mark, let channel, _): ErrorPlace(mark: mark, channel: channel)
    case .style(let mark, _): ErrorPlace(mark: mark)
    case .unknownColor, .doesNotFit, .unknownAnchor, .tooManyPanels, .invalid: ErrorPlace()
    }
  }
}

extension ScaleError: ClassifiedError {
  /// The options: a domain, a range or a parameter.
  public var category: ErrorCategory {
    if case .duplicateCategory = self { .data } else { .options }
  }

  /// A name such as `scale.empty-domain`.
  public var code: String {
    switch self {
    case .domainNotFinite: "scale.infinite-domain"
    case .domainEmpty: "scale.empty-domain"
    case .domainUnshown: "scale.domain"
    case .rangeNotFinite: "scale.infinite-range"
    case .parameter: "scale.parameter"
    case .duplicateCategory: "scale.duplicate-category"
    case .padding: "scale.padding"
    case .tooManyTicks: "scale.too-many-ticks"
    }
  }

  /// The index of a category that occurs twice.
  public var place: ErrorPlace {
    if case .duplicateCategory(_, let index) = self {
      ErrorPlace(index: index)
    } else {
      ErrorPlace()
    }
  }
}
