public import BurinGeometry

/// An outline that fits any rectangle.
public protocol Shape: Sendable {
  /// Returns the outline within a rectangle.
  func path(in rect: Rect) -> Path
}

/// How corners are rounded; both styles are drawn as arcs of a circle.
public enum RoundedCornerStyle: Hashable, Sendable {
  /// Arcs of a circle.
  case circular
  /// Corners whose curvature changes smoothly, in Swift Charts; drawn as arcs.
  case continuous
}

/// How the inside of an outline is found.
public struct FillStyle: Hashable, Sendable {
  /// Whether overlapping parts are outside by turns.
  public var isEOFilled: Bool
  /// Whether edges are smooth.
  public var isAntialiased: Bool

  /// Creates a style.
  public init(eoFill: Bool = false, antialiased: Bool = true) {
    isEOFilled = eoFill
    isAntialiased = antialiased
  }
}
