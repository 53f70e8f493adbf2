public import BurinGeometry

/// What an area is filled with.
public enum Paint: Hashable, Sendable {
  /// One colour.
  case color(RGBColor)
  /// Colours that change along a line; stops are (offset in 0…1, colour), in order.
  case linearGradient(from: Point, to: Point, stops: [GradientStop])
  /// Colours that change from a middle outwards, up to the ellipse of the radii; stops are (offset in
  /// 0…1, colour), in order, and the last colour goes on outside.
  case radialGradient(center: Point, radii: Size, stops: [GradientStop])
}

extension Paint {
  /// The stops of a gradient; empty for one colour.
  public var stops: [GradientStop] {
    switch self {
    case .color: []
    case .linearGradient(_, _, let stops), .radialGradient(_, _, let stops): stops
    }
  }

  /// Returns the paint with other stops; one colour stays as it is.
  public func with(stops: [GradientStop]) -> Paint {
    switch self {
    case .color: self
    case .linearGradient(let start, let end, _):
      .linearGradient(from: start, to: end, stops: stops)
    case .radialGradient(let center, let radii, _):
      .radialGradient(center: center, radii: radii, stops: stops)
    }
  }
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
