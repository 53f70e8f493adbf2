/// The placing of ticks on an axis of times, in seconds since the start of 1970, UTC.
///
/// ```swift
/// TimeTicks(targetCount: 4).ticks(0, 86_400)   // [0, 21600, 43200, 64800, 86400]
/// ```
public struct TimeTicks: Hashable, Sendable {
  /// The number of ticks to aim at.
  public var targetCount: Double

  /// Makes a placing.
  public init(targetCount: Double = 5) { self.targetCount = targetCount }

  /// Steps up to weeks, in seconds.
  private static let steps: [Double] = [
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400,
    172_800, 604_800,
  ]
  private static let months: [Int] = [1, 2, 3, 6]
  private static let secondsPerMonth = 2_629_746.0

  /// The ticks within a domain, its ends in either order, on round calendar times.
  ///
  /// None for a domain that is not finite, shorter than a second or beyond `CivilTime.limit`.
  public func ticks(_ start: Double, _ end: Double) -> [Double] {
    let (low, high) = (min(start, end), max(start, end))
    guard let first = CivilTime(secondsSince1970: low), abs(high) <= CivilTime.limit,
      high - low >= 1
    else { return [] }
    let target = targetCount.isFinite ? min(max(targetCount, 2), 1000) : 5
    let wished = (high - low) / target
    if let step = Self.steps.first(where: { $0 >= wished * 0.7 }) {
      return regular(low, high, step)
    }
    if let months = Self.months.first(where: { Double($0) * Self.secondsPerMonth >= wished * 0.7 })
    {
      return calendar(low, high, from: first.year, months: months)
    }
    // Whole years: 1, 2 or 5 times a power of ten.
    var years = 1
    while Double(years) * 12 * Self.secondsPerMonth < wished * 0.7 {
      years = years.description.hasPrefix("2") ? years / 2 * 5 : years * 2
    }
    return calendar(low, high, from: floorDivide(first.year, years) * years, months: 12 * years)
  }

  private func regular(_ low: Double, _ high: Double, _ step: Double) -> [Double] {
    // Weeks start on Mondays; the first day of 1970 was a Thursday.
    let offset = step == 604_800 ? 4 * 86_400.0 : 0
    let first = ((low - offset) / step).rounded(.up)
    let last = ((high - offset) / step).rounded(.down)
    guard first <= last else { return [] }
    return stride(from: first, through: last, by: 1).map { $0 * step + offset }
  }

  private func calendar(_ low: Double, _ high: Double, from year: Int, months: Int) -> [Double] {
    var ticks: [Double] = []
    var time = CivilTime(year: year)
    // At most the 1000 wished ticks and those of the first year.
    for _ in 0..<3000 {
      let value = time.secondsSince1970
      if value > high { break }
      if value >= low { ticks.append(value) }
      let next = time.month - 1 + months
      time = CivilTime(year: time.year + next / 12, month: next % 12 + 1)
    }
    return ticks
  }

  /// The ticks whose labels are legible, fewer where as many as wished are not.
  func legible(
    _ low: Double, _ high: Double, _ legibility: (_ candidate: [Double]) -> Double
  ) -> Ticks {
    var placing = self
    var ticks = placing.ticks(low, high)
    func isLegible(_ ticks: [Double]) -> Bool { ticks.count < 2 || legibility(ticks) > -.infinity }
    while !isLegible(ticks), placing.targetCount > 2 {
      placing.targetCount = max(2, placing.targetCount * 0.8)
      let fewer = placing.ticks(low, high)
      // The next longer step may be too long for two ticks.
      if fewer.count < 2 { break }
      ticks = fewer
    }
    var thinned = ticks
    for step in 2..<max(3, ticks.count) where !isLegible(thinned) {
      thinned = stride(from: 0, to: ticks.count, by: step).map { ticks[$0] }
    }
    return Ticks(major: thinned, isLegible: isLegible(thinned))
  }
}
