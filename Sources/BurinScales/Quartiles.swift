/// The quartiles of numbers, and the outliers.
///
/// ```swift
/// let quartiles = Quartiles(of: [1, 2, 3, 4, 100])
/// quartiles.lower      // 2
/// quartiles.median     // 3
/// quartiles.whiskers   // 1...4
/// quartiles.outliers   // [100]
/// ```
///
/// A quantile is interpolated linearly between neighbouring numbers in order (R's type 7, NumPy's
/// `linear`). Source: R. J. Hyndman, Y. Fan, "Sample Quantiles in Statistical Packages" (1996).
public struct Quartiles: Hashable, Sendable {
  /// The quartiles; NaN without numbers.
  public let lower, median, upper: Double
  /// The smallest and the largest number within 1.5 times the length of the box; nil without
  /// numbers.
  ///
  /// The length is the interquartile range, measured from both ends of the box. Source: J. W.
  /// Tukey, "Exploratory Data Analysis" (1977).
  public let whiskers: ClosedRange<Double>?
  /// The numbers beyond the whiskers, ascending.
  public let outliers: [Double]

  /// Computes the quartiles of numbers, ignoring numbers that are not finite.
  public init(of data: some Sequence<Double>) {
    self.init(sorted: data.filter(\.isFinite).sorted())
  }

  init(sorted values: [Double]) {
    lower = Self.quantile(0.25, of: values)
    median = Self.quantile(0.5, of: values)
    upper = Self.quantile(0.75, of: values)
    let reach = 1.5 * (upper - lower)
    let (low, high) = (lower - reach, upper + reach)
    let within = values.filter { $0 >= low && $0 <= high }
    // The ends of the box lie between numbers; a whisker must not begin inside it.
    if let first = within.first, let last = within.last {
      whiskers = min(first, lower)...max(last, upper)
    } else {
      whiskers = nil
    }
    outliers = values.filter { $0 < low || $0 > high }
  }

  /// Returns the number below which a fraction of ascending numbers lies.
  private static func quantile(_ part: Double, of values: [Double]) -> Double {
    guard let last = values.last else { return .nan }
    let place = part * Double(values.count - 1)
    let index = Int(place)
    guard index + 1 < values.count else { return last }
    let share = place - Double(index)
    return values[index] * (1 - share) + values[index + 1] * share
  }
}
