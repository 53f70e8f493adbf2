/// The values of one mark by channel.
///
/// ```swift
/// MarkChannels(x: .init(x), y: .init(yStart, yEnd))
/// ```
public struct MarkChannels: Sendable {
  /// A place, or a start and an end.
  public struct Position: Sendable {
    private final class Other: Sendable {
      let value: ChannelValue
      init(_ value: ChannelValue) { self.value = value }
    }

    var start: ChannelValue
    // Kept apart, so that marks of one place stay small.
    private var other: Other?

    var end: ChannelValue? { other?.value }

    /// Makes a place.
    public init<Value: Plottable>(_ value: PlottableValue<Value>) {
      start = value.channelValue
    }

    /// Makes a start and an end.
    public init<Start: Plottable, End: Plottable>(
      _ start: PlottableValue<Start>, _ end: PlottableValue<End>
    ) { self.init(start.channelValue, end.channelValue) }

    init(_ start: ChannelValue, _ end: ChannelValue? = nil) {
      self.start = start
      other = end.map(Other.init)
    }

    /// Makes the stretch of a closed range of numbers.
    init(_ label: String, _ range: ClosedRange<Double>) {
      self.init(ChannelValue(label, range.lowerBound), ChannelValue(label, range.upperBound))
    }

    /// The number or the time of a place without a length; nil for any other.
    var singleNumber: Double? { other == nil ? start.singleNumber : nil }
  }

  /// What few marks have, kept apart so that the others stay small: there may be millions of marks,
  /// and each is passed on several times.
  private final class Rare: Sendable {
    let angle: Position?
    let radius: Position?
    let series: ChannelValue?
    let quantities: [Channel: String]
    let name: String?

    init(
      angle: Position?, radius: Position?, series: ChannelValue?, quantities: [Channel: String],
      name: String?
    ) {
      (self.angle, self.radius, self.series) = (angle, radius, series)
      (self.quantities, self.name) = (quantities, name)
    }
  }

  let x: Position?
  let y: Position?
  private var rare: Rare?

  /// What joins the mark with others into one line or area.
  public var series: ChannelValue? {
    get { rare?.series }
    set { change(series: newValue, quantities: quantities, name: name) }
  }

  /// The names of quantities of which the mark has no values of its own, such as a function's.
  public var quantities: [Channel: String] {
    get { rare?.quantities ?? [:] }
    set { change(series: series, quantities: newValue, name: name) }
  }

  /// The mark's name in the scene, where it has one of its own.
  public var name: String? {
    get { rare?.name }
    set { change(series: series, quantities: quantities, name: newValue) }
  }

  /// Makes the values of a mark; nil for a position that the mark does not have.
  public init(
    x: Position? = nil, y: Position? = nil, angle: Position? = nil, radius: Position? = nil,
    series: ChannelValue? = nil
  ) {
    self.x = x
    self.y = y
    if angle != nil || radius != nil || series != nil {
      rare = Rare(angle: angle, radius: radius, series: series, quantities: [:], name: nil)
    }
  }

  /// Whether the mark has nothing beside x and y.
  var isPlain: Bool { rare == nil }

  /// The position of a channel.
  func position(_ channel: Channel) -> Position? {
    switch channel {
    case .x: x
    case .y: y
    case .angle: rare?.angle
    case .radius: rare?.radius
    default: nil
    }
  }

  private mutating func change(
    series: ChannelValue?, quantities: [Channel: String], name: String?
  ) {
    rare = Rare(
      angle: rare?.angle, radius: rare?.radius, series: series, quantities: quantities,
      name: name)
  }
}
