/// The placing of ticks on an axis of times, in seconds since the start of 1970, UTC.
///
/// ```swift
/// TimeTicks(targetCount: 4).ticks(0, 86_400).map(\.text)
/// // ["1970-01-01", "06:00", "12:00", "18:00", "1970-01-02"]
/// ```
public struct TimeTicks: Hashable, Sendable {
  /// A labelled time.
  public struct Tick: Hashable, Sendable {
    /// Seconds since the start of 1970.
    public var value: Double
    /// The time as precisely as the step asks: `2024`, `2024-03`, `2024-03-01`, `18:00`, `18:00:30`.
    public var text: String
  }

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
  public func ticks(_ start: Double, _ end: Double) -> [Tick] {
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

  private func regular(_ low: Double, _ high: Double, _ step: Double) -> [Tick] {
    // Weeks start on Mondays; the first day of 1970 was a Thursday.
    let offset = step == 604_800 ? 4 * 86_400.0 : 0
    let first = ((low - offset) / step).rounded(.up)
    let last = ((high - offset) / step).rounded(.down)
    guard first <= last else { return [] }
    return stride(from: first, through: last, by: 1).compactMap { index in
      let value = index * step + offset
      return CivilTime(secondsSince1970: value).map { time in
        Tick(value: value, text: time.second == 0 ? date(time) : clock(time, seconds: step < 60))
      }
    }
  }

  private func calendar(_ low: Double, _ high: Double, from year: Int, months: Int) -> [Tick] {
    var ticks: [Tick] = []
    var time = CivilTime(year: year)
    // At most the 1000 wished ticks and those of the first year.
    for _ in 0..<3000 {
      let value = time.secondsSince1970
      if value > high { break }
      if value >= low {
        ticks.append(
          Tick(
            value: value, text: months >= 12 ? "\(time.year)" : "\(time.year)-\(two(time.month))"))
      }
      let next = time.month - 1 + months
      time = CivilTime(year: time.year + next / 12, month: next % 12 + 1)
    }
    return ticks
  }

  private func date(_ time: CivilTime) -> String {
    "\(time.year)-\(two(time.month))-\(two(time.day))"
  }

  private func clock(_ time: CivilTime, seconds: Bool) -> String {
    let minutes = "\(two(time.second / 3600)):\(two(time.second / 60 % 60))"
    return seconds ? minutes + ":" + two(time.second % 60) : minutes
  }

  private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
