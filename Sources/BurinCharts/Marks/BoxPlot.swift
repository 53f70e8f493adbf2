import BurinScales

/// The quartiles of numbers as a box, with whiskers and the numbers beyond them as points.
///
/// ```swift
/// BoxPlot(delays, x: .value("Server", "api"), y: "Delay, ms")    // vertical
/// BoxPlot(delays, x: "Delay, ms", y: .value("Server", "api"))    // horizontal
/// BoxPlot(delays, y: "Delay, ms")                                // one box
/// ```
///
/// The box reaches from the lower to the upper quartile, by R's type 7, and is open at the median. The
/// whiskers end at the last numbers within 1.5 times the length of the box; see ``Quartiles``. Numbers
/// that are not finite are left out and counted in a diagnostic; a box without numbers has one too.
public struct BoxPlot: ChartContent {
  private let quartiles: Quartiles
  private let values: [Double]
  private let place: ChannelValue
  private let label: String
  private let isVertical: Bool
  private let width: MarkDimension

  private init(
    _ values: [Double], _ place: ChannelValue, _ label: String, isVertical: Bool,
    _ width: MarkDimension
  ) {
    self.values = values
    quartiles = Quartiles(of: values)
    self.place = place
    self.label = label
    self.isVertical = isVertical
    self.width = width == .automatic ? .ratio(0.5) : width
  }

  /// Makes a vertical box.
  ///
  /// - Parameters:
  ///   - values: the numbers.
  ///   - x: the place of the box.
  ///   - y: the name of the numbers' quantity.
  ///   - width: the thickness of the box; half of the place by itself.
  public init<Place: Plottable>(
    _ values: some Sequence<Double>, x: PlottableValue<Place>, y: String,
    width: MarkDimension = .automatic
  ) {
    self.init(Array(values), x.channelValue, y, isVertical: true, width)
  }

  /// Makes a horizontal box.
  ///
  /// - Parameters:
  ///   - values: the numbers.
  ///   - x: the name of the numbers' quantity.
  ///   - y: the place of the box.
  ///   - height: the thickness of the box; half of the place by itself.
  public init<Place: Plottable>(
    _ values: some Sequence<Double>, x: String, y: PlottableValue<Place>,
    height: MarkDimension = .automatic
  ) {
    self.init(Array(values), y.channelValue, x, isVertical: false, height)
  }

  /// Makes a vertical box by itself.
  public init(_ values: some Sequence<Double>, y: String, width: MarkDimension = .automatic) {
    self.init(
      Array(values), PlottableValue.value("", "").channelValue, y, isVertical: true, width)
  }

  /// Makes a horizontal box by itself.
  public init(_ values: some Sequence<Double>, x: String, height: MarkDimension = .automatic) {
    self.init(
      Array(values), PlottableValue.value("", "").channelValue, x, isVertical: false, height)
  }

  private var placeValue: PlottableValue<Double> { PlottableValue(place) }

  private func value(_ number: Double) -> PlottableValue<Double> { .value(label, number) }

  /// A rectangle between two numbers.
  private func bar(_ low: Double, _ high: Double, _ width: MarkDimension) -> RectangleMark {
    isVertical
      ? RectangleMark(x: placeValue, yStart: value(low), yEnd: value(high), width: width)
      : RectangleMark(xStart: value(low), xEnd: value(high), y: placeValue, height: width)
  }

  /// A line across at a number, its length that of the box.
  private func across(_ number: Double) -> RectangleMark {
    isVertical
      ? RectangleMark(x: placeValue, y: value(number), width: width, height: .fixed(2))
      : RectangleMark(x: value(number), y: placeValue, width: .fixed(2), height: width)
  }

  /// A number beyond the whiskers, without a rim, which would cut into its neighbours.
  private func point(_ number: Double) -> PointMark {
    var point =
      isVertical
      ? PointMark(x: placeValue, y: value(number)) : PointMark(x: value(number), y: placeValue)
    point.parameters.hasRim = false
    return point
  }

  /// The whiskers, the box, its median and the points.
  public var body: some ChartContent {
    if let whiskers = quartiles.whiskers {
      for (inner, end) in [
        (quartiles.lower, whiskers.lowerBound), (quartiles.upper, whiskers.upperBound),
      ] where inner != end {
        if isVertical {
          ErrorBar(x: placeValue, yStart: value(inner), yEnd: value(end), capWidth: 0)
        } else {
          ErrorBar(xStart: value(inner), xEnd: value(end), y: placeValue, capWidth: 0)
        }
      }
      if quartiles.lower < quartiles.upper {
        bar(quartiles.lower, quartiles.upper, width)
        across(quartiles.median).foregroundStyle(.canvas)
      } else {
        across(quartiles.median)
      }
      for number in quartiles.outliers {
        point(number)
      }
    }
  }

  /// Adds the box, and a note of the numbers that are not finite.
  public func collect(into collector: inout ChartCollector) {
    let lost = values.indices.filter { !values[$0].isFinite }
    if let first = lost.first, quartiles.whiskers != nil {
      collector.note(
        Diagnostic(
          lost.count == 1
            ? "a value of the box plot of \(label) is not finite and is left out: value \(first)"
            : "\(lost.count) of \(values.count) values of the box plot of \(label) are not finite and are left out; the first is value \(first)"
        ))
    }
    guard quartiles.whiskers == nil else { return body.collect(into: &collector) }
    // Its place stays, as that of a bar without a value does.
    collector.note(
      Diagnostic("a box plot of \(label) has no finite numbers; nothing stands at its place"))
    collector.addPlace(bar(.nan, .nan, width))
  }
}
