/// How a path's outline is drawn.
public struct Stroke: Hashable, Sendable {
  /// The form of an open end.
  public enum Cap: String, Hashable, Sendable, CaseIterable { case butt, round, square }
  /// The form of a corner.
  public enum Join: String, Hashable, Sendable, CaseIterable { case miter, round, bevel }

  /// What the outline is painted with.
  public var paint: Paint
  /// The width of the line, in points.
  public var width: Double
  /// The form of open ends.
  public var cap: Cap
  /// The form of corners.
  public var join: Join
  /// Lengths of dashes and gaps in turn, in points; empty for a solid line.
  public var dash: [Double]

  /// Makes a stroke.
  public init(
    _ paint: Paint, width: Double = 1, cap: Cap = .butt, join: Join = .miter, dash: [Double] = []
  ) {
    self.paint = paint
    self.width = width
    self.cap = cap
    self.join = join
    self.dash = dash
  }

  /// Makes a stroke of one colour.
  public init(
    _ color: RGBColor, width: Double = 1, cap: Cap = .butt, join: Join = .miter, dash: [Double] = []
  ) {
    self.init(.color(color), width: width, cap: cap, join: join, dash: dash)
  }
}
