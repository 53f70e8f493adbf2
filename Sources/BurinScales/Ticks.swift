/// Where an axis puts its marks.
public struct Ticks: Hashable, Sendable {
  /// The labelled values, ascending.
  public var major: [Double]
  /// The values between them that get a short mark without a label, ascending.
  public var minor: [Double]
  /// The distance between neighbouring majors where it is the same everywhere.
  public var step: Double?
  /// How the majors are best written.
  public var format: NumberFormat
  /// Whether the legibility measure accepted the majors; false where no set of two was acceptable.
  public var isLegible: Bool

  /// Makes ticks.
  public init(
    major: [Double], minor: [Double] = [], step: Double? = nil, format: NumberFormat? = nil,
    isLegible: Bool = true
  ) {
    self.major = major
    self.minor = minor
    self.step = step
    self.format = format ?? .automatic(for: major)
    self.isLegible = isLegible
  }

  /// The majors with their labels.
  public var labels: [TickLabel] { major.map(format.label) }
}
