public import BurinGeometry

/// A side of a rectangle.
public enum Edge: Hashable, Sendable, CaseIterable {
  /// The upper, left, lower and right side.
  case top, leading, bottom, trailing

  /// Sides of a rectangle.
  public struct Set: OptionSet, Hashable, Sendable {
    /// The set's bits.
    public let rawValue: Int
    /// Creates a set from its bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// The upper side.
    public static let top = Set(rawValue: 1)
    /// The left side.
    public static let leading = Set(rawValue: 2)
    /// The lower side.
    public static let bottom = Set(rawValue: 4)
    /// The right side.
    public static let trailing = Set(rawValue: 8)
    /// The left and the right side.
    public static let horizontal: Set = [.leading, .trailing]
    /// The upper and the lower side.
    public static let vertical: Set = [.top, .bottom]
    /// All sides.
    public static let all: Set = [.horizontal, .vertical]

    /// Returns insets with a length on the sides of the set.
    func insets(_ length: Double) -> Insets {
      Insets(
        top: contains(.top) ? length : 0, leading: contains(.leading) ? length : 0,
        bottom: contains(.bottom) ? length : 0, trailing: contains(.trailing) ? length : 0)
    }
  }
}

/// Distances inwards from the edges of a rectangle, in SwiftUI's spelling.
public typealias EdgeInsets = Insets
