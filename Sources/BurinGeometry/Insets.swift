/// Distances inwards from the four edges of a rectangle, in points.
public struct Insets: Hashable, Sendable {
  /// The distance from the top edge (the smaller y in y-down spaces).
  public var top: Double
  /// The distance from the left edge.
  public var leading: Double
  /// The distance from the bottom edge (the larger y in y-down spaces).
  public var bottom: Double
  /// The distance from the right edge.
  public var trailing: Double

  /// No insets.
  public static let zero = Insets(0)

  /// Creates insets from four distances.
  public init(top: Double = 0, leading: Double = 0, bottom: Double = 0, trailing: Double = 0) {
    self.top = top
    self.leading = leading
    self.bottom = bottom
    self.trailing = trailing
  }

  /// Creates the same inset on all four sides.
  public init(_ all: Double) {
    self.init(top: all, leading: all, bottom: all, trailing: all)
  }

  /// The sum of the leading and trailing insets.
  public var horizontal: Double { leading + trailing }
  /// The sum of the top and bottom insets.
  public var vertical: Double { top + bottom }

  /// Returns the larger of both insets on every side.
  public func union(_ other: Insets) -> Insets {
    Insets(
      top: max(top, other.top), leading: max(leading, other.leading),
      bottom: max(bottom, other.bottom), trailing: max(trailing, other.trailing))
  }
}
