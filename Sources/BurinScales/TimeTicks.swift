/// The placement of ticks on an axis of times, in seconds since the start of 1970, UTC.
///
/// ```swift
/// TimeTicks(targetCount: 4).ticks(0, 86_400)   // [0, 21600, 43200, 64800, 86400]
/// ```
public struct TimeTicks: Hashable, Sendable {
  /// The preferred number of ticks.
  public var targetCount: Double

  /// The calendar in which times are round.
  public var calendar: LocalCalendar

  /// Creates a placement.
  public init(targetCount: Double = 5, calendar: LocalCalendar = .gmt) {
    self.targetCount = targetCount
    self.calendar = calendar
  }

  /// The maximum number of ticks of a calendar stride.
  public static let limit = TickStride.limit

  /// Returns the starts of every n-th unit of the calendar within a domain.
  ///
  /// ```swift
  /// let year = CalendarUnit.year.interval(containing: 0)
  /// try TimeTicks.ticks(by: .month, count: 3, in: 0...year.upperBound).count  // 5
  /// ```
  ///
  /// Units are counted from 1970, months, quarters and years from the year 0, so that strides of 3
  /// months start in January.
  ///
  /// - Parameters:
  ///   - unit: the unit.
  ///   - count: the number of units from one tick to the next, at least 1.
  ///   - domain: the domain in seconds since the start of 1970, within ±``CivilTime/limit``.
  ///   - secondsFromGMT: the offset of the calendar's clock from Greenwich Mean Time.
  /// - Throws: `ScaleError` if the count or domain isn't valid, or there are more than ``limit``
  ///   ticks.
  public static func ticks(
    by unit: CalendarUnit, count: Int = 1, in domain: ClosedRange<Double>,
    secondsFromGMT: Double = 0
  ) throws(ScaleError) -> [Double] {
    guard count >= 1 else {
      throw .parameter(
        "stride of calendar units", Double(count), needs: "a whole number of at least 1")
    }
    guard abs(secondsFromGMT) <= 86_400 else {
      throw .parameter("offset from GMT", secondsFromGMT, needs: "at most a day, in seconds")
    }
    let (low, high) = (domain.lowerBound + secondsFromGMT, domain.upperBound + secondsFromGMT)
    guard let start = unit.index(containing: low), let end = unit.index(containing: high) else {
      throw .domainUnshown(
        domain.lowerBound, domain.upperBound, reason: "the calendar reaches 300,000 years from 1970"
      )
    }
    let first = floorDivide(start, count)
    let last = floorDivide(end, count)
    guard last - first <= limit else {
      throw .tooManyTicks(Double(last - first + 1), limit: limit)
    }
    // A stride longer than all years of the calendar has at most one start: number 0.
    return (first...last).compactMap { step in
      let (index, isTooFar) = step.multipliedReportingOverflow(by: count)
      guard !isTooFar, index >= start, index <= end else { return nil }
      let tick = unit.start(at: index)
      return tick >= low && tick <= high ? tick - secondsFromGMT : nil
    }
  }

  /// Steps up to weeks, in seconds.
  private static let steps: [Double] = [
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400,
    172_800, 604_800, 1_209_600,
  ]
  private static let months: [Int] = [1, 2, 3, 6]
  private static let secondsPerMonth = 2_629_746.0

  /// Returns the ticks within a domain, its ends in either order, at round calendar times.
  ///
  /// There are none if the domain is not finite or exceeds `CivilTime.limit`. A domain too short
  /// for a Double to represent round times between its ends has its ends as ticks. There are at
  /// least two if the domain contains more than one time.
  public func ticks(_ start: Double, _ end: Double) -> [Double] {
    var placing = self
    var ticks = placing.placed(start, end)
    // The preferred step may leave a single tick; half of it leaves more.
    while ticks.count < 2, isCalendar(start, end), start != end, placing.targetCount < 1000 {
      placing.targetCount = 2 * max(2, placing.targetCount)
      ticks = placing.placed(start, end)
    }
    return ticks
  }

  private func isCalendar(_ start: Double, _ end: Double) -> Bool {
    abs(start) <= CivilTime.limit && abs(end) <= CivilTime.limit
  }

  private func placed(_ start: Double, _ end: Double) -> [Double] {
    let (low, high) = (min(start, end), max(start, end))
    guard let first = CivilTime(secondsSince1970: low), isCalendar(low, high) else { return [] }
    if low == high { return [low] }
    let target = targetCount.isFinite ? min(max(targetCount, 2), 1000) : 5
    let preferred = (high - low) / target
    if preferred * 0.7 <= 0.5 {
      let ticks = fractions(low, high, atLeast: preferred * 0.7)
      return ticks.count > 1 ? ticks : [low, high]
    }
    if let step = Self.steps.first(where: { $0 >= preferred * 0.7 }) {
      return calendar.isStandard ? regular(low, high, step) : localRegular(low, high, step)
    }
    if let months = Self.months.first(where: {
      Double($0) * Self.secondsPerMonth >= preferred * 0.7
    }) {
      return calendar.isStandard
        ? self.months(low, high, from: first.year, months: months)
        : localMonths(low, high, months: months)
    }
    // Whole years: 1, 2 or 5 times a power of ten.
    var years = 1
    while Double(years) * 12 * Self.secondsPerMonth < preferred * 0.7 {
      years = years.description.hasPrefix("2") ? years / 2 * 5 : years * 2
    }
    return calendar.isStandard
      ? months(low, high, from: floorDivide(first.year, years) * years, months: 12 * years)
      : localMonths(low, high, months: 12 * years)
  }

  /// Returns the multiples of 1, 2 or 5 times a power of ten below a second.
  private func fractions(_ low: Double, _ high: Double, atLeast least: Double) -> [Double] {
    for exponent in -12 ... -1 {
      for factor in [1.0, 2, 5] where decimal(factor, exponent) >= least {
        let step = decimal(factor, exponent)
        let (first, last) = ((low / step).rounded(.down) - 1, (high / step).rounded(.up) + 1)
        // A multiple that a Double can't represent exactly is not a round time.
        guard max(abs(first), abs(last)) * factor < 9e15, step > 2 * max(low.ulp, high.ulp) else {
          continue
        }
        return stride(from: first, through: last, by: 1)
          .map { decimal($0 * factor, exponent) }.filter { $0 >= low && $0 <= high }
      }
    }
    return []
  }

  private func regular(_ low: Double, _ high: Double, _ step: Double) -> [Double] {
    // Weeks start on Mondays; the first day of 1970 was a Thursday.
    let offset = step >= 604_800 ? 4 * 86_400.0 : 0
    let first = ((low - offset) / step).rounded(.up)
    let last = ((high - offset) / step).rounded(.down)
    guard first <= last else { return [] }
    return stride(from: first, through: last, by: 1).map { $0 * step + offset }
  }

  /// Returns the times at which the clock shows multiples of a step.
  private func localRegular(_ low: Double, _ high: Double, _ step: Double) -> [Double] {
    let local = localBounds(low, high)
    let shift = step >= 604_800 ? calendar.weekShift(.weekOfYear) : 0
    let shown = regular(local.lowerBound - shift, local.upperBound - shift, step)
    return within(
      low, high,
      shown.flatMap { shown -> [Double] in
        // A clock that skips an hour has no such time, but every day begins.
        if step >= 86_400 { return [calendar.time(showing: shown + shift)] }
        let times = calendar.times(showing: shown)
        return step <= 3600 ? times : Array(times.prefix(1))
      })
  }

  /// Returns the starts of every n-th month, or of years for multiples of twelve months.
  private func localMonths(_ low: Double, _ high: Double, months: Int) -> [Double] {
    let unit: CalendarUnit = months < 12 ? .month : .year
    let step = months < 12 ? months : months / 12
    if calendar.own(unit, low) != nil { return walked(low, high, unit, step: step) }
    let local = localBounds(low, high)
    guard let first = CivilTime(secondsSince1970: local.lowerBound) else { return [] }
    let year = months < 12 ? first.year : floorDivide(first.year, step) * step
    return within(
      low, high,
      self.months(local.lowerBound, local.upperBound, from: year, months: months)
        .map(calendar.time(showing:)))
  }

  /// Returns the starts of units whose number is a multiple of a step, one unit after the other.
  private func walked(
    _ low: Double, _ high: Double, _ unit: CalendarUnit, step: Int
  ) -> [Double] {
    var ticks: [Double] = []
    var time = low
    // Numbers may grow without end only where the calendar does not move on.
    for _ in 0..<(Self.limit * min(step, 1000)) {
      guard time <= high, let found = calendar.own(unit, time),
        found.interval.upperBound > time
      else { break }
      let start = found.interval.lowerBound
      if start >= low, found.number % step == 0 { ticks.append(start) }
      time = found.interval.upperBound
    }
    return ticks
  }

  /// The earliest and the latest local time that a domain may show.
  private func localBounds(_ low: Double, _ high: Double) -> ClosedRange<Double> {
    let offsets = [calendar.offset(at: low), calendar.offset(at: high)]
    return low + min(offsets[0], offsets[1])...high + max(offsets[0], offsets[1])
  }

  /// Returns the times within a domain, ascending and once each.
  private func within(_ low: Double, _ high: Double, _ times: [Double]) -> [Double] {
    var result: [Double] = []
    for time in times.sorted() where time >= low && time <= high && time != result.last {
      result.append(time)
    }
    return result
  }

  /// Returns the starts of every n-th unit of a calendar within a domain.
  ///
  /// Units are counted as in ``ticks(by:count:in:secondsFromGMT:)``, by the clock of the calendar.
  ///
  /// - Throws: `ScaleError` if the count or domain isn't valid, or there are more than ``limit``
  ///   ticks.
  public static func ticks(
    by unit: CalendarUnit, count: Int = 1, in domain: ClosedRange<Double>,
    calendar: LocalCalendar
  ) throws(ScaleError) -> [Double] {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    guard !calendar.isStandard, count >= 1, abs(low) <= CivilTime.limit,
      abs(high) <= CivilTime.limit
    else { return try ticks(by: unit, count: count, in: domain) }
    let placing = TimeTicks(calendar: calendar)
    let average = unit.averageLength * Double(count)
    guard (high - low) / average <= Double(limit) else {
      throw .tooManyTicks(((high - low) / average).rounded(.up), limit: limit)
    }
    if calendar.own(unit, low) != nil {
      return placing.walked(low, high, unit, step: count)
    }
    let local = placing.localBounds(low, high)
    let shift = calendar.weekShift(unit)
    let shown = try ticks(
      by: unit, count: count, in: local.lowerBound - shift...local.upperBound - shift)
    return placing.within(
      low, high,
      shown.flatMap { shown in
        unit.averageLength >= 86_400
          ? [calendar.time(showing: shown + shift)]
          : average <= 3600
            ? calendar.times(showing: shown) : Array(calendar.times(showing: shown).prefix(1))
      })
  }

  private func months(_ low: Double, _ high: Double, from year: Int, months: Int) -> [Double] {
    var ticks: [Double] = []
    var time = CivilTime(year: year)
    // At most the 1000 preferred ticks and those of the first year.
    for _ in 0..<3000 {
      let value = time.secondsSince1970
      if value > high { break }
      if value >= low { ticks.append(value) }
      let next = time.month - 1 + months
      time = CivilTime(year: time.year + next / 12, month: next % 12 + 1)
    }
    return ticks
  }

  /// Returns the ticks whose labels are legible, fewer if the preferred number is not.
  func legible(
    _ low: Double, _ high: Double, _ legibility: (_ candidate: [Double]) -> Double
  ) -> Ticks {
    var placing = self
    var ticks = placing.ticks(low, high)
    func isLegible(_ ticks: [Double]) -> Bool { ticks.count < 2 || legibility(ticks) > -.infinity }
    while !isLegible(ticks), placing.targetCount > 2 {
      placing.targetCount = max(2, placing.targetCount * 0.8)
      let fewer = placing.placed(low, high)
      // The next longer step may be too long for two ticks.
      if fewer.count < 2 { break }
      ticks = fewer
    }
    var thinned = ticks
    for step in 2..<max(3, ticks.count) where !isLegible(thinned) {
      thinned = stride(from: 0, to: ticks.count, by: step).map { ticks[$0] }
    }
    return Ticks(
      major: thinned,
      timeFormat: .automatic(
        for: thinned, secondsFromGMT: thinned.first.map(calendar.offset(at:)) ?? 0),
      isLegible: isLegible(thinned))
  }
}
