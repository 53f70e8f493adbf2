import Foundation

/// How often a page was seen on a day, by readers who came one way.
public struct Visits: Identifiable, Sendable {
  /// The start of the day in Greenwich Mean Time.
  public var day: Date
  /// How the readers came.
  public var source: String
  /// The number of visits.
  public var count: Int

  /// What distinguishes the numbers of a chart.
  public var id: String { "\(day.timeIntervalSince1970) \(source)" }

  /// Creates the number of visits of a day.
  public init(day: Date, source: String, count: Int) {
    self.day = day
    self.source = source
    self.count = count
  }
}

extension [Visits] {
  /// A week of visits, from Monday, 5 January 2026.
  public static var example: [Visits] {
    let counts = [
      ("Search", [310, 342, 298, 365, 330, 190, 205]),
      ("Links", [120, 95, 140, 180, 150, 80, 60]),
    ]
    return counts.flatMap { source, days in
      days.enumerated().map { index, count in
        let day = Date(timeIntervalSince1970: 1_767_571_200 + 86_400 * Double(index))
        return Visits(day: day, source: source, count: count)
      }
    }
  }
}
