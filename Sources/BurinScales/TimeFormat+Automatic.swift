#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension TimeFormat {
  /// Returns the shortest format that distinguishes neighbouring times of an axis.
  ///
  /// ```swift
  /// TimeFormat.automatic(for: [0, 0.5]).text(0.5)         // "00:00:00.5"
  /// TimeFormat.automatic(for: [0, 43_200]).text(43_200)   // "12:00"
  /// ```
  ///
  /// - Parameters:
  ///   - times: the times in seconds since the start of 1970.
  ///   - secondsFromGMT: the offset of the written times from Greenwich Mean Time.
  public static func automatic(for times: [Double], secondsFromGMT: Double = 0) -> TimeFormat {
    let offset = abs(secondsFromGMT) <= 86_400 ? secondsFromGMT : 0
    let known = Set(times.filter { abs($0 + offset) <= CivilTime.limit }).sorted()
    if let format = clock(for: known, offset) {
      let texts = known.map(format.text)
      if zip(texts, texts.dropFirst()).allSatisfy({ $0 != $1 }) { return format }
    }
    // Times closer than a clock's decimals are written as numbers.
    return TimeFormat(precision: .number, secondsFromGMT: secondsFromGMT)
  }

  /// Returns the format by calendar and clock of ascending times; nil if 18 decimals are not
  /// enough.
  private static func clock(for known: [Double], _ offset: Double) -> TimeFormat? {
    var format = TimeFormat(precision: .day, secondsFromGMT: offset)
    guard let first = known.first else { return format }
    guard let decimals = decimals(for: known.map { $0 + offset }) else { return nil }
    format.decimals = decimals
    let moments = known.map { Moment($0 + offset, decimals: decimals) }
    let needed = moments.map { $0.map { Precision($0.time) } ?? .day }
    format.precision = decimals > 0 ? .second : needed.max() ?? .day
    guard format.precision > .day else { return format }
    // Midnights show their date; the first time of any other day shows it in a second line. The
    // beginning of an axis with a midnight belongs to the day before.
    let hasMidnight = zip(moments, needed).contains { ($0?.isWhole ?? true) && $1 <= .day }
    var below: Set<Double> = hasMidnight ? [] : [first]
    for index in known.indices.dropFirst() {
      guard let a = moments[index - 1]?.time, let b = moments[index]?.time else { continue }
      let isMidnight = b.second == 0 && (moments[index]?.isWhole ?? true)
      if !isMidnight, (a.year, a.month, a.day) != (b.year, b.month, b.day) {
        below.insert(known[index])
      }
    }
    format.dates = .atMidnight(andBelow: below)
    return format
  }

  /// Returns the smallest number of decimals that write ascending times to within a small part of
  /// their distances; nil if 18 are not enough.
  private static func decimals(for times: [Double]) -> Int? {
    let gap = zip(times.dropFirst(), times).map { $0 - $1 }.min() ?? 1
    return (0...18).first { decimals in
      let power = pow(10, Double(decimals))
      return times.allSatisfy { time in
        let rest = time - time.rounded(.down)
        let error = abs((rest * power).rounded() / power - rest)
        // A time between two decimals may be the Double nearest to one of them.
        return error <= max(1e-6 * gap, min(2 * time.ulp, 0.25 * gap))
      }
    }
  }
}
