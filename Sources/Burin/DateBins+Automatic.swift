#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension DateBins {
  /// Creates about a number of bins that begin at round times of the calendar and cover a range.
  ///
  /// ```swift
  /// DateBins(range: january...december, desiredCount: 12)   // months
  /// ```
  ///
  /// - Parameters:
  ///   - range: the range.
  ///   - desiredCount: the preferred number of bins.
  ///   - calendar: the calendar with its time zone; nil for the Gregorian one at Greenwich.
  public init(range: ClosedRange<Date>, desiredCount: Int = 10, calendar: Calendar? = nil) {
    let span = range.upperBound.timeIntervalSince(range.lowerBound)
    let target = span / Double(Swift.max(desiredCount, 1))
    let size = Size.all.min {
      abs($0.seconds.logarithmicDistance(to: target))
        < abs($1.seconds.logarithmicDistance(to: target))
    }
    guard let size, span.isFinite else {
      self.init(thresholds: [])
      return
    }
    let start = size.start(before: range.lowerBound, in: calendar)
    self.init(unit: size.unit, by: size.count, range: start...range.upperBound, calendar: calendar)
  }

  /// Creates about a number of bins that begin at round times of the calendar and cover dates.
  ///
  /// - Parameters:
  ///   - data: the dates.
  ///   - desiredCount: the preferred number of bins; nil for what suits the number of dates.
  ///   - calendar: the calendar with its time zone; nil for the Gregorian one at Greenwich.
  public init(data: [Date], desiredCount: Int? = nil, calendar: Calendar? = nil) {
    guard let low = data.min(), let high = data.max() else {
      self.init(thresholds: [])
      return
    }
    // Twice the cube root of their number, as for numbers of no known distribution.
    let suitable = Int((2 * cbrt(Double(data.count))).rounded(.up))
    self.init(range: low...high, desiredCount: desiredCount ?? suitable, calendar: calendar)
  }

  /// A number of units of the calendar that makes round bins.
  private struct Size {
    var unit: Calendar.Component
    var count: Int
    /// About how long it is.
    var seconds: Double

    /// The sizes among which that of bins is chosen.
    static var all: [Size] {
      let units: [(Calendar.Component, Double, [Int])] = [
        (.second, 1, [1, 2, 5, 10, 15, 30]), (.minute, 60, [1, 2, 5, 10, 15, 30]),
        (.hour, 3_600, [1, 2, 3, 6, 12]), (.day, 86_400, [1]), (.weekOfYear, 604_800, [1]),
        (.month, 2_629_746, [1, 3, 6]),
      ]
      var sizes = units.flatMap { unit, length, counts in
        counts.map { Size(unit: unit, count: $0, seconds: Double($0) * length) }
      }
      var decade = 1
      while decade <= 1_000 {
        for step in [1, 2, 5] {
          let years = step * decade
          sizes.append(Size(unit: .year, count: years, seconds: Double(years) * 31_556_952))
        }
        decade *= 10
      }
      return sizes
    }

    /// Returns the round time at or before a date at which a bin begins.
    func start(before date: Date, in calendar: Calendar?) -> Date {
      let first = unit.interval(containing: date, in: calendar).lowerBound
      guard count > 1 else { return first }
      // Back to a multiple of the count within the next larger unit; years count from year 0.
      var start = first
      for _ in 0..<count {
        if isRound(start, in: calendar) { return start }
        let earlier = unit.interval(containing: start.addingTimeInterval(-1), in: calendar)
        start = earlier.lowerBound
      }
      return first
    }

    private func isRound(_ date: Date, in calendar: Calendar?) -> Bool {
      var settings = calendar ?? Calendar(identifier: .gregorian)
      if calendar == nil { settings.timeZone = .gmt }
      let number = settings.component(unit, from: date)
      return (unit == .month ? number - 1 : number).isMultiple(of: count)
    }
  }
}

extension Double {
  /// How many times larger another positive number is, as a logarithm.
  fileprivate func logarithmicDistance(to other: Double) -> Double {
    log(Swift.max(other, .leastNonzeroMagnitude) / self)
  }
}
