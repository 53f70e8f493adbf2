/// The values of one mark by channel.
///
/// ```swift
/// MarkChannels(x: .init(x), y: .init(yStart, yEnd))
/// ```
public struct MarkChannels: Sendable {
  /// A place, or a start and an end.
  public struct Position: Sendable {
    var start: ChannelValue
    var end: ChannelValue?

    /// Makes a place.
    public init<Value: Plottable>(_ value: PlottableValue<Value>) {
      start = value.channelValue
    }

    /// Makes a start and an end.
    public init<Start: Plottable, End: Plottable>(
      _ start: PlottableValue<Start>, _ end: PlottableValue<End>
    ) {
      self.start = start.channelValue
      self.end = end.channelValue
    }

    init(_ start: ChannelValue, _ end: ChannelValue? = nil) {
      self.start = start
      self.end = end
    }

    /// Makes the stretch of a closed range of numbers.
    init(_ label: String, _ range: ClosedRange<Double>) {
      start = ChannelValue(label, range.lowerBound)
      end = ChannelValue(label, range.upperBound)
    }
  }

  private(set) var positions: ByPosition<Position>
  /// What joins the mark with others into one line or area.
  public var series: ChannelValue?
  /// The names of quantities of which the mark has no values of its own, such as a function's.
  public var quantities: [Channel: String] = [:]
  /// The mark's name in the scene, where it has one of its own.
  public var name: String?

  /// Makes the values of a mark; nil for a position that the mark does not have.
  public init(
    x: Position? = nil, y: Position? = nil, angle: Position? = nil, radius: Position? = nil,
    series: ChannelValue? = nil
  ) {
    positions = ByPosition(x: x, y: y, angle: angle, radius: radius)
    self.series = series
  }
}
