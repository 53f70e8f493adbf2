/// A map from categories to equally spaced points.
///
/// ```swift
/// let x = try PointScale(["a", "b", "c"], range: (0, 100))
/// x.position(of: "b")  // 50.0
/// ```
public struct PointScale: Hashable, Sendable {
  /// The categories in order.
  public let categories: [String]
  /// The position of the range's first end.
  public let rangeStart: Double
  /// The position of the range's second end.
  public let rangeEnd: Double
  /// The gap before the first and after the last point, in steps.
  public let padding: Double
  private let indices: [String: Int]

  /// Creates a scale.
  ///
  /// - Parameters:
  ///   - categories: the categories in order, each named once; a single one is in the middle.
  ///   - range: the ends of the range; the first may be larger.
  ///   - padding: the gap at both ends, in steps.
  public init(
    _ categories: [String], range: (Double, Double), padding: Double = 0
  ) throws(ScaleError) {
    guard range.0.isFinite, range.1.isFinite else { throw .rangeNotFinite(range.0, range.1) }
    guard padding >= 0, padding.isFinite else { throw .padding("padding", padding) }
    self.categories = categories
    (rangeStart, rangeEnd) = range
    self.padding = padding
    indices = try indexed(categories)
  }

  /// The distance between neighbouring points, in points; the whole range for fewer than two.
  public var step: Double {
    abs(rangeEnd - rangeStart) / max(1, Double(categories.count - 1) + 2 * padding)
  }

  /// Returns the index of a category, or nil for an unknown one.
  public func index(of category: String) -> Int? { indices[category] }

  /// Returns the position of a category, or nil for an unknown one.
  public func position(of category: String) -> Double? { indices[category].map(position(at:)) }

  /// Returns the position of the category at an index.
  public func position(at index: Int) -> Double {
    let steps = Double(categories.count - 1) + 2 * padding
    guard categories.count > 1 else { return rangeStart * 0.5 + rangeEnd * 0.5 }
    let fraction = (padding + Double(index)) / steps
    return rangeStart * (1 - fraction) + rangeEnd * fraction
  }
}
