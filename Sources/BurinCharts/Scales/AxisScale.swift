public import BurinScales

/// The scale of an axis: values of a position channel to points.
public struct AxisScale: Sendable {
  // Indirect: a scale is copied for every mark, and has many parts.
  indirect enum Form: Sendable {
    case continuous(ContinuousScale)
    /// A band for each category that is shown, by the category's index in the chart; -1 for others.
    case band(BandScale, bands: [Int])
  }

  let form: Form
  /// The distance between neighbouring places of marks that are as wide as a place, in points.
  var placeStep: Double?
  /// Whether the domain was extended to ticks.
  var endsAtTicks = false

  /// The numbers' scale; nil on an axis of categories.
  public var continuous: ContinuousScale? {
    if case .continuous(let scale) = form { scale } else { nil }
  }

  /// The categories' scale; nil on an axis of numbers.
  public var band: BandScale? {
    if case .band(let scale, _) = form { scale } else { nil }
  }

  /// Where values can lie, in points: far enough that lines to what lies beyond have no other slope
  /// to be seen, near enough for renderers.
  private static let reach = -5e6...5e6

  /// Returns where a value lies, in points: the middle of its band for a category.
  ///
  /// Values far beyond the plot lie 5,000,000 points from the canvas' corner.
  /// Nil for a value without a place, such as NaN or 0 on a logarithmic scale.
  public func position(_ value: Double) -> Double? {
    switch form {
    case .continuous(let scale):
      let position = scale.position(value)
      guard position.isFinite || (value.isFinite && scale.type.canShow(value)), !position.isNaN
      else { return nil }
      return position.clamped(to: Self.reach)
    case .band(let scale, let bands):
      guard let index = Self.index(value, bands) else { return nil }
      return scale.center(at: index)
    }
  }

  /// Where many values lie, as ``position(_:)`` gives it; NaN for one without a place.
  func positions(of values: [Double]) -> [Double] {
    guard case .continuous(let scale) = form else { return values.map { position($0) ?? .nan } }
    var positions = scale.positions(of: values)
    for index in positions.indices {
      let position = positions[index]
      if position.magnitude <= 5e6 { continue }
      positions[index] =
        position.isNaN
          || position.isInfinite && !(values[index].isFinite && scale.type.canShow(values[index]))
        ? .nan : position.clamped(to: Self.reach)
    }
    return positions
  }

  /// Returns the start and end of the room that a place has across.
  ///
  /// The band of a category; around a number four fifths of the distance between places, or 16 points
  /// where there is one place only.
  public func extent(_ value: Double) -> (Double, Double)? {
    span(value, half: band.map { $0.bandwidth / 2 } ?? placeStep.map { $0 * 0.4 } ?? 8)
  }

  /// Returns the ends of what reaches as far to both sides of a value; nil for one without a place.
  ///
  /// Of what lies far beyond the plot the ends are moved near it, not the middle, which would move
  /// the inner end into the plot.
  func span(_ value: Double, half: Double) -> (Double, Double)? {
    guard let middle = position(value) else { return nil }
    guard let scale = continuous, middle.magnitude == Self.reach.upperBound else {
      return (middle - half, middle + half)
    }
    let place = scale.position(value).clamped(to: -Self.farthest...Self.farthest)
    return (place - half, place + half)
  }

  /// The places, in points, beyond which no mark is as wide as to be seen.
  static let farthest = 1e12

  /// Whether the axis shows categories.
  public var isBand: Bool { band != nil }

  /// The distance between neighbouring bands or places, in points; nil where there is one place only.
  public var step: Double? { band?.step ?? placeStep }

  /// Whether values run against the usual way: to the left, or downwards.
  public func runsBackwards(_ channel: Channel) -> Bool {
    switch form {
    case .continuous(let scale):
      // Numbers of y grow upwards, against the coordinates.
      (scale.rangeEnd < scale.rangeStart) == (channel == .x)
    case .band(let scale, _): scale.rangeEnd < scale.rangeStart
    }
  }

  private static func index(_ value: Double, _ bands: [Int]) -> Int? {
    guard value >= 0, value < Double(bands.count) else { return nil }
    let index = bands[Int(value)]
    return index >= 0 ? index : nil
  }
}

extension AxisScale {
  /// The points between which the values lie, in their order.
  var range: (start: Double, end: Double) {
    switch form {
    case .continuous(let scale): (scale.rangeStart, scale.rangeEnd)
    case .band(let scale, _): (scale.rangeStart, scale.rangeEnd)
    }
  }

  /// Where a tick lies, in points; nil beyond the ends of the axis.
  func tickPosition(_ datum: Datum) -> Double? {
    switch (form, datum) {
    case (.continuous(let scale), .number(let number)):
      let position = scale.position(number)
      let (low, high) = (
        min(scale.rangeStart, scale.rangeEnd), max(scale.rangeStart, scale.rangeEnd)
      )
      // A tick at the very end may lie beyond it by rounding.
      return position >= low - 0.01 && position <= high + 0.01 ? position : nil
    case (.band(let scale, _), .category(let name)): return scale.center(of: name)
    default: return nil
    }
  }
}
