/// A description of a chart for readers who hear it, in the words of Apple's Accessibility framework.
///
/// ```swift
/// extension SalesChart: AXChartDescriptorRepresentable {
///   func makeChartDescriptor() -> AXChartDescriptor {
///     let months = AXCategoricalDataAxisDescriptor(title: "Month", categoryOrder: ["Jan", "Feb"])
///     let sales = AXNumericDataAxisDescriptor(
///       title: "Sales", range: 0...9, gridlinePositions: []) { "\($0)" }
///     return AXChartDescriptor(
///       title: "Sales", summary: "Sales grow.", xAxis: months, yAxis: sales, series: [])
///   }
/// }
/// chart.accessibilityChartDescriptor(SalesChart())   // its title and summary label the chart
/// ```
public final class AXChartDescriptor: Sendable {
  /// The name of the chart.
  public let title: String?
  /// What the chart shows.
  public let summary: String?
  /// The horizontal axis.
  public let xAxis: any AXDataAxisDescriptor
  /// The vertical axis.
  public let yAxis: (any AXDataAxisDescriptor)?
  /// The series.
  public let series: [AXDataSeriesDescriptor]

  /// Creates a description.
  public init(
    title: String?, summary: String?, xAxis: any AXDataAxisDescriptor,
    yAxis: (any AXDataAxisDescriptor)? = nil, additionalAxes: [any AXDataAxisDescriptor] = [],
    series: [AXDataSeriesDescriptor] = []
  ) {
    self.title = title
    self.summary = summary
    self.xAxis = xAxis
    self.yAxis = yAxis
    self.series = series
  }

  /// The title and the summary.
  var label: String {
    [title, summary].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ": ")
  }
}

/// What describes a chart for readers who hear it.
public protocol AXChartDescriptorRepresentable {
  /// Returns the description.
  func makeChartDescriptor() -> AXChartDescriptor
}

/// The description of an axis.
public protocol AXDataAxisDescriptor: Sendable {
  /// The name of the quantity.
  var title: String { get }
}

/// The description of an axis of numbers.
public struct AXNumericDataAxisDescriptor: AXDataAxisDescriptor {
  /// How values are spread.
  public enum ScaleType: Hashable, Sendable { case linear, log10, ln }

  /// The name of the quantity.
  public var title: String
  /// The least and the largest value.
  public var range: ClosedRange<Double>
  /// The values with grid lines.
  public var gridlinePositions: [Double]
  /// Returns the words for a value.
  public var valueDescriptionProvider: @Sendable (Double) -> String

  /// Creates a description.
  public init(
    title: String, range: ClosedRange<Double>, gridlinePositions: [Double],
    valueDescriptionProvider: @escaping @Sendable (Double) -> String
  ) {
    self.title = title
    self.range = range
    self.gridlinePositions = gridlinePositions
    self.valueDescriptionProvider = valueDescriptionProvider
  }
}

/// The description of an axis of categories.
public struct AXCategoricalDataAxisDescriptor: AXDataAxisDescriptor {
  /// The name of the quantity.
  public var title: String
  /// The categories in order.
  public var categoryOrder: [String]
  /// Creates a description.
  public init(title: String, categoryOrder: [String]) {
    self.title = title
    self.categoryOrder = categoryOrder
  }
}

/// The description of a series.
public struct AXDataSeriesDescriptor: Sendable {
  /// The name of the series.
  public var name: String?
  /// Whether values between the points have a meaning.
  public var isContinuous: Bool
  /// The points.
  public var dataPoints: [AXDataPoint]
  /// Creates a description.
  public init(name: String?, isContinuous: Bool, dataPoints: [AXDataPoint]) {
    self.name = name
    self.isContinuous = isContinuous
    self.dataPoints = dataPoints
  }
}

/// The description of a point of a series.
public struct AXDataPoint: Sendable {
  enum Position: Sendable {
    case number(Double)
    case category(String)
  }

  let x: Position
  /// The vertical value; nil where there is none.
  public var yValue: Double?
  /// The words for the point.
  public var label: String?

  /// Creates the description of a point at a number.
  public init(
    x: Double, y: Double? = nil, additionalValues: [Double] = [], label: String? = nil
  ) {
    self.x = .number(x)
    yValue = y
    self.label = label
  }

  /// Creates the description of a point at a category.
  public init(
    x: String, y: Double? = nil, additionalValues: [Double] = [], label: String? = nil
  ) {
    self.x = .category(x)
    yValue = y
    self.label = label
  }
}

extension FigureContent {
  /// Describes the chart to readers who don't see it: its title and summary label it.
  public func accessibilityChartDescriptor(
    _ representable: some AXChartDescriptorRepresentable
  ) -> ModifiedContent {
    accessibilityLabel(Text(verbatim: representable.makeChartDescriptor().label))
  }

  /// Has no effect in a picture: what stands in for the content is for those who operate it.
  @available(*, deprecated, message: "has no effect in a picture: use accessibilityLabel(_:)")
  public func accessibilityRepresentation(
    @FigureContentBuilder representation: () -> [AnyContent]
  ) -> Self { self }
}
