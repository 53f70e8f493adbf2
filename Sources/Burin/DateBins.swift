public import BurinCharts
import BurinScales

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Adjacent intervals of time, such as the days of a histogram.
///
/// ```swift
/// let bins = DateBins(unit: .hour, by: 3, range: start...end)
/// BarMark(x: .value("Time", bins[0]), y: .value("Visits", 12))
/// ```
public struct DateBins: RandomAccessCollection, Hashable, Sendable {
  /// The ends of the bins, ascending: one more than there are bins, or none.
  public let thresholds: [Date]

  /// The maximum number of bins by a rule.
  public static let limit = 10_000

  /// Creates bins between given thresholds, which are sorted.
  public init(thresholds: [Date]) {
    var ends: [Date] = []
    for end in thresholds.sorted() where end != ends.last { ends.append(end) }
    self.thresholds = ends.count > 1 ? ends : []
  }

  /// Creates bins of a number of units that cover a range.
  ///
  /// - Parameters:
  ///   - unit: the unit of the calendar.
  ///   - count: how many units make a bin.
  ///   - range: the range.
  ///   - calendar: the calendar with its time zone; nil for the Gregorian one at Greenwich.
  public init(
    unit: Calendar.Component, by count: Int = 1, range: ClosedRange<Date>,
    calendar: Calendar? = nil
  ) {
    var ends: [Date] = []
    var date = range.lowerBound
    var number = 0
    while number < Self.limit * Swift.max(count, 1) {
      let interval = unit.interval(containing: date, in: calendar)
      guard interval.lowerBound < interval.upperBound else { break }
      if number.isMultiple(of: Swift.max(count, 1)) {
        ends.append(interval.lowerBound)
        if interval.lowerBound > range.upperBound { break }
      }
      date = interval.upperBound
      number += 1
    }
    self.init(thresholds: ends)
  }

  /// Creates bins of a number of units that cover dates.
  public init(
    unit: Calendar.Component, by count: Int = 1, data: [Date], calendar: Calendar? = nil
  ) {
    guard let low = data.min(), let high = data.max() else {
      self.init(thresholds: [])
      return
    }
    self.init(unit: unit, by: count, range: low...high, calendar: calendar)
  }

  /// Creates bins of a length in seconds that cover a range, counted from the start of the range.
  public init(timeInterval: TimeInterval, range: ClosedRange<Date>) {
    let span = range.upperBound.timeIntervalSince(range.lowerBound)
    let count = (span / timeInterval).rounded(.up)
    guard timeInterval > 0, count <= Double(Self.limit) else {
      self.init(thresholds: [])
      return
    }
    self.init(
      thresholds: (0...Swift.max(1, Int(count))).map {
        range.lowerBound.addingTimeInterval(Double($0) * timeInterval)
      })
  }

  /// The first index.
  public var startIndex: Int { 0 }
  /// The number of bins.
  public var endIndex: Int { Swift.max(0, thresholds.count - 1) }
  /// The interval of a bin.
  public subscript(position: Int) -> ChartBinRange<Date> {
    ChartBinRange(thresholds[position], thresholds[position + 1])
  }

  /// Returns the index of the bin of a date; of the nearest bin for one outside all of them, and 0
  /// without bins.
  public func index(for value: Date) -> Int {
    var (low, high) = (0, Swift.max(count, 1))
    while high - low > 1 {
      let middle = (low + high) / 2
      if thresholds[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }
}
