/// How thick a mark is across its place.
///
/// ```swift
/// BarMark(x: .value("Day", day), y: .value("Visits", visits), width: .ratio(0.6))
/// BarMark(x: .value("Day", day), y: .value("Visits", visits), width: 12)   // points
/// ```
public struct MarkDimension: Hashable, Sendable, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral
{
  enum Form: Hashable, Sendable {
    case automatic
    case fixed(Double)
    case inset(Double)
    case ratio(Double)
  }

  let form: Form

  /// What suits the mark: a band, four fifths of the distance between numbers, a bin.
  public static let automatic = MarkDimension(form: .automatic)
  /// A thickness in points.
  public static func fixed(_ points: Double) -> MarkDimension {
    MarkDimension(form: .fixed(points))
  }
  /// The whole step less a number of points on both sides.
  public static func inset(_ points: Double) -> MarkDimension {
    MarkDimension(form: .inset(points))
  }
  /// A part of the step, 0…1.
  public static func ratio(_ part: Double) -> MarkDimension { MarkDimension(form: .ratio(part)) }

  private init(form: Form) { self.form = form }
  /// Makes a thickness in points.
  public init(floatLiteral value: Double) { self.init(form: .fixed(value)) }
  /// Makes a thickness in points.
  public init(integerLiteral value: Int) { self.init(form: .fixed(Double(value))) }

  /// The start and end of the mark.
  ///
  /// - Parameters:
  ///   - automatic: the extent that suits the mark.
  ///   - step: the whole room of the place, in points.
  /// - Throws: ``ChartError/invalid(_:)`` for a thickness that is no number.
  func extent(
    _ automatic: (Double, Double), step: Double
  ) throws(ChartError) -> (Double, Double) {
    try check()
    let middle = (automatic.0 + automatic.1) / 2
    func around(_ thickness: Double) -> (Double, Double) {
      let half = max(0, thickness) / 2
      return (middle - half, middle + half)
    }
    switch form {
    case .automatic: return automatic
    case .fixed(let points): return around(points)
    case .inset(let points): return around(step - 2 * points)
    case .ratio(let part): return around(step * part)
    }
  }
}

extension MarkDimension {
  /// The thickest mark, in points or times the step; figures are at most 20,000 points wide.
  private static let limit = 1e6

  private func check() throws(ChartError) {
    switch form {
    case .automatic: return
    case .fixed(let value), .inset(let value), .ratio(let value):
      guard abs(value) <= Self.limit else {
        throw ChartError.invalid(
          "a mark's width or height is \(value); it must be a number up to \(Int(Self.limit))")
      }
    }
  }
}

extension PlotArea {
  /// The room of a mark across an axis: a band, the surroundings of a number, or a stretch.
  ///
  /// - Parameters:
  ///   - value: the start and end of its place.
  ///   - isStretch: whether the place is a stretch, such as a bin or a month.
  ///   - dimension: how thick the mark is.
  func extent(
    _ value: (start: Double, end: Double), _ channel: Channel, isStretch: Bool,
    _ dimension: MarkDimension
  ) throws(ChartError) -> (Double, Double)? {
    let scale = scale(channel)
    if isStretch, !scale.isBand {
      guard let a = scale.position(value.start), let b = scale.position(value.end) else {
        return nil
      }
      let (low, high) = (min(a, b), max(a, b))
      // Bins touch but for a sliver; months and days stand apart as bars do.
      let gap = min(0.5, (high - low) * 0.05)
      return try dimension.extent((low + gap, high - gap), step: high - low)
    }
    guard let own = scale.extent(value.start) else { return nil }
    let step = scale.step ?? (own.1 - own.0)
    return try dimension.extent(own, step: step)
  }
}
