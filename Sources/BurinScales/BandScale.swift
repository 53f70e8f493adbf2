/// A map from categories to equally wide bands side by side.
///
/// ```swift
/// let x = try BandScale(["dry", "wet"], range: (0, 100), paddingInner: 0.2, paddingOuter: 0.1)
/// x.bandwidth         // 40.0
/// x.start(of: "wet")  // 55.0
/// ```
///
/// Paddings are fractions of the step, the distance between the starts of neighbouring bands.
/// Creating a scale takes time in proportion to the number of categories; a lookup takes constant
/// time.
public struct BandScale: Hashable, Sendable {
  /// The categories in order.
  public let categories: [String]
  /// The position of the first category's end of the range.
  public private(set) var rangeStart: Double
  /// The position of the last category's end of the range.
  public private(set) var rangeEnd: Double
  /// The gap between neighbouring bands, in steps: 0 up to but not including 1.
  public let paddingInner: Double
  /// The gap before the first and after the last band, in steps.
  public let paddingOuter: Double
  private let indices: [String: Int]

  /// Creates a scale.
  ///
  /// - Parameters:
  ///   - categories: the categories in order, each named once.
  ///   - range: the ends of the range; the first may be larger.
  ///   - paddingInner: the gap between bands, in steps.
  ///   - paddingOuter: the gap at both ends, in steps.
  public init(
    _ categories: [String], range: (Double, Double), paddingInner: Double = 0,
    paddingOuter: Double = 0
  ) throws(ScaleError) {
    guard range.0.isFinite, range.1.isFinite else { throw .rangeNotFinite(range.0, range.1) }
    guard paddingInner >= 0, paddingInner < 1 else { throw .padding("paddingInner", paddingInner) }
    guard paddingOuter >= 0, paddingOuter.isFinite else {
      throw .padding("paddingOuter", paddingOuter)
    }
    self.categories = categories
    (rangeStart, rangeEnd) = range
    self.paddingInner = paddingInner
    self.paddingOuter = paddingOuter
    indices = try indexed(categories)
  }

  /// The distance between the starts of neighbouring bands, in points.
  public var step: Double { abs(signedStep) }

  /// The width of a band, in points.
  public var bandwidth: Double { step * (1 - paddingInner) }

  /// Returns the index of a category, or nil for an unknown one.
  public func index(of category: String) -> Int? { indices[category] }

  /// Returns the middle of the band at an index, which may lie beyond the categories.
  public func center(at index: Int) -> Double {
    rangeStart + signedStep * (paddingOuter + Double(index) + (1 - paddingInner) / 2)
  }

  /// Returns the middle of a category's band, or nil for an unknown one.
  public func center(of category: String) -> Double? { indices[category].map(center(at:)) }

  /// Returns the smaller edge of a category's band, or nil for an unknown one.
  public func start(of category: String) -> Double? {
    center(of: category).map { $0 - bandwidth / 2 }
  }

  /// Returns a category's band from its smaller to its larger edge, or nil for an unknown one.
  public func band(of category: String) -> ClosedRange<Double>? {
    center(of: category).map { $0 - bandwidth / 2...$0 + bandwidth / 2 }
  }

  /// Returns the category whose step, with half a gap on both sides, contains a position.
  public func category(at position: Double) -> String? {
    guard !categories.isEmpty, signedStep != 0 else { return nil }
    let index = ((position - center(at: 0)) / signedStep).rounded()
    return index >= 0 && index < Double(categories.count) ? categories[Int(index)] : nil
  }

  /// Returns the same scale over another range.
  ///
  /// Complexity: O(1), whatever the number of categories.
  public func withRange(_ range: (Double, Double)) throws(ScaleError) -> BandScale {
    guard range.0.isFinite, range.1.isFinite else { throw .rangeNotFinite(range.0, range.1) }
    var scale = self
    (scale.rangeStart, scale.rangeEnd) = range
    return scale
  }

  private var signedStep: Double {
    let steps = max(1, Double(categories.count) - paddingInner + 2 * paddingOuter)
    return rangeEnd / steps - rangeStart / steps
  }
}

extension BandScale {
  /// Returns whether two scales have the same categories, range and paddings.
  public static func == (a: BandScale, b: BandScale) -> Bool {
    a.rangeStart == b.rangeStart && a.rangeEnd == b.rangeEnd && a.paddingInner == b.paddingInner
      && a.paddingOuter == b.paddingOuter && a.categories == b.categories
  }

  /// Hashes the categories, range and paddings.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(categories)
    for value in [rangeStart, rangeEnd, paddingInner, paddingOuter] { hasher.combine(value) }
  }
}

/// Returns the index of every category; throws for the first one that occurs twice.
func indexed(_ categories: [String]) throws(ScaleError) -> [String: Int] {
  var indices: [String: Int] = [:]
  indices.reserveCapacity(categories.count)
  for (index, category) in categories.enumerated() {
    guard indices.updateValue(index, forKey: category) == nil else {
      throw .duplicateCategory(category, index: index)
    }
  }
  return indices
}
