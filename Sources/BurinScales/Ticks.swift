/// The positions of an axis's ticks and the format of their labels.
public struct Ticks: Hashable, Sendable {
  /// The labelled values, ascending.
  public var major: [Double]
  /// The values between them that have a short mark without a label, ascending.
  public var minor: [Double]
  /// The distance between neighbouring majors if it is the same everywhere.
  public var step: Double?
  /// The format that suits the majors best.
  public var format: NumberFormat
  /// The format of majors that are times.
  public var timeFormat: TimeFormat?
  /// Whether the legibility measure accepted the majors; false if no set of two was acceptable.
  public var isLegible: Bool

  /// Creates ticks.
  public init(
    major: [Double], minor: [Double] = [], step: Double? = nil, format: NumberFormat? = nil,
    timeFormat: TimeFormat? = nil, isLegible: Bool = true
  ) {
    self.major = major
    self.minor = minor
    self.step = step
    self.format = format ?? .automatic(for: major)
    self.timeFormat = timeFormat
    self.isLegible = isLegible
  }

  /// The labels of the majors.
  public var labels: [TickLabel] {
    guard let timeFormat else { return major.map(format.label) }
    return major.map { TickLabel(timeFormat.text($0)) }
  }
}
