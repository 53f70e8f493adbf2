/// The stretch in which a value lies, as a line with caps at its ends.
///
/// ```swift
/// ErrorBar(x: .value("Dose", 2), y: .value("Response", 4.2), yError: 0.3)
/// ErrorBar(x: .value("Dose", 2), y: .value("Response", 4.2), yError: (0.2, 0.6))   // below, above
/// ErrorBar(x: .value("Group", "A"), yStart: .value("Low", 3.9), yEnd: .value("High", 4.8))
/// ErrorBar(x: .value("Dose", 2), y: .value("Response", 4.2), xError: 0.1, yError: 0.3)
/// ```
///
/// It takes its colour as bars do; on bars, give it another: `.foregroundStyle(.primary)`.
public struct ErrorBar: ChartContent {
  private struct Line {
    var place: ChannelValue
    var low: ChannelValue
    var high: ChannelValue
    var isVertical: Bool
  }

  private var lines: [Line] = []
  private let capWidth: Double
  private let lineWidth: Double

  /// Makes a vertical error bar, the same distance below and above a value.
  ///
  /// - Parameters:
  ///   - x: the place.
  ///   - y: the value in the middle.
  ///   - yError: the distance to both ends.
  ///   - capWidth: the width of the caps, in points; 0 for none.
  ///   - lineWidth: the thickness of the line and of the caps, in points.
  public init<X: Plottable, Y: Plottable>(
    x: PlottableValue<X>, y: PlottableValue<Y>, yError: Double, capWidth: Double = 8,
    lineWidth: Double = 1.5
  ) {
    self.init(
      x: x, y: y, yError: (yError, yError), capWidth: capWidth, lineWidth: lineWidth)
  }

  /// Makes a vertical error bar, with distances of its own below and above a value.
  public init<X: Plottable, Y: Plottable>(
    x: PlottableValue<X>, y: PlottableValue<Y>, yError: (below: Double, above: Double),
    capWidth: Double = 8, lineWidth: Double = 1.5
  ) {
    (self.capWidth, self.lineWidth) = (capWidth, lineWidth)
    add(x.channelValue, y.channelValue, yError, isVertical: true)
  }

  /// Makes a horizontal error bar, the same distance before and after a value.
  public init<X: Plottable, Y: Plottable>(
    x: PlottableValue<X>, y: PlottableValue<Y>, xError: Double, capWidth: Double = 8,
    lineWidth: Double = 1.5
  ) {
    self.init(
      x: x, y: y, xError: (xError, xError), capWidth: capWidth, lineWidth: lineWidth)
  }

  /// Makes a horizontal error bar, with distances of its own before and after a value.
  public init<X: Plottable, Y: Plottable>(
    x: PlottableValue<X>, y: PlottableValue<Y>, xError: (before: Double, after: Double),
    capWidth: Double = 8, lineWidth: Double = 1.5
  ) {
    (self.capWidth, self.lineWidth) = (capWidth, lineWidth)
    add(y.channelValue, x.channelValue, xError, isVertical: false)
  }

  /// Makes a cross of a horizontal and a vertical error bar.
  public init<X: Plottable, Y: Plottable>(
    x: PlottableValue<X>, y: PlottableValue<Y>, xError: Double, yError: Double,
    capWidth: Double = 8, lineWidth: Double = 1.5
  ) {
    (self.capWidth, self.lineWidth) = (capWidth, lineWidth)
    add(y.channelValue, x.channelValue, (xError, xError), isVertical: false)
    add(x.channelValue, y.channelValue, (yError, yError), isVertical: true)
  }

  /// Makes a vertical error bar between two values.
  public init<X: Plottable, Y: Plottable>(
    x: PlottableValue<X>, yStart: PlottableValue<Y>, yEnd: PlottableValue<Y>,
    capWidth: Double = 8, lineWidth: Double = 1.5
  ) {
    (self.capWidth, self.lineWidth) = (capWidth, lineWidth)
    lines = [
      Line(
        place: x.channelValue, low: yStart.channelValue, high: yEnd.channelValue, isVertical: true)
    ]
  }

  /// Makes a horizontal error bar between two values.
  public init<X: Plottable, Y: Plottable>(
    xStart: PlottableValue<X>, xEnd: PlottableValue<X>, y: PlottableValue<Y>,
    capWidth: Double = 8, lineWidth: Double = 1.5
  ) {
    (self.capWidth, self.lineWidth) = (capWidth, lineWidth)
    lines = [
      Line(
        place: y.channelValue, low: xStart.channelValue, high: xEnd.channelValue, isVertical: false)
    ]
  }

  private mutating func add(
    _ place: ChannelValue, _ value: ChannelValue, _ error: (Double, Double), isVertical: Bool
  ) {
    // A whole number with an error is a number.
    let kind = value.kind == .integer ? ValueKind.number : value.kind
    lines.append(
      Line(
        place: place, low: value.moved(to: value.start - error.0, kind),
        high: value.moved(to: value.start + error.1, kind), isVertical: isVertical))
  }

  /// A value whose type is known by its kind.
  private func value(_ channel: ChannelValue) -> PlottableValue<Double> { PlottableValue(channel) }

  /// The lines and their caps.
  public var body: some ChartContent {
    for line in lines {
      if line.isVertical {
        RectangleMark(
          x: value(line.place), yStart: value(line.low), yEnd: value(line.high),
          width: .fixed(lineWidth))
        for end in capWidth > 0 ? [line.low, line.high] : [] {
          RectangleMark(
            x: value(line.place), y: value(end), width: .fixed(capWidth), height: .fixed(lineWidth))
        }
      } else {
        RectangleMark(
          xStart: value(line.low), xEnd: value(line.high), y: value(line.place),
          height: .fixed(lineWidth))
        for end in capWidth > 0 ? [line.low, line.high] : [] {
          RectangleMark(
            x: value(end), y: value(line.place), width: .fixed(lineWidth), height: .fixed(capWidth))
        }
      }
    }
  }
}
