public import BurinGeometry

/// What an area is filled with.
public enum Paint: Hashable, Sendable {
  /// One colour.
  case color(RGBColor)
  /// Colours that change along a line; stops are (offset in 0…1, colour), in order.
  case linearGradient(from: Point, to: Point, stops: [GradientStop])
}

/// A colour at a place of a gradient.
public struct GradientStop: Hashable, Sendable {
  /// Where along the gradient, 0…1.
  public var offset: Double
  /// The colour there.
  public var color: RGBColor
  /// Makes a stop.
  public init(_ offset: Double, _ color: RGBColor) {
    self.offset = offset
    self.color = color
  }
}
