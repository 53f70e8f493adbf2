import BurinScales
import Foundation
import Testing

/// Values from Python's zoneinfo, which reads the IANA database by itself.
@Suite("Times by the clock of a place")
struct LocalCalendarTests {
  private func calendar(_ name: String, weeksFrom firstWeekday: Int = 2) throws -> LocalCalendar {
    let zone = try #require(TimeZone(identifier: name))
    return LocalCalendar(id: name, firstWeekday: firstWeekday) {
      Double(zone.secondsFromGMT(for: Date(timeIntervalSince1970: $0)))
    }
  }

  /// 28 to 31 March 2026 in Berlin, where 29 March has 23 hours.
  private let berlin: [Double] = [1_774_652_400, 1_774_738_800, 1_774_821_600, 1_774_908_000]

  @Test("A day begins at local midnight and has 23 or 25 hours where clocks change")
  func days() throws {
    let calendar = try calendar("Europe/Berlin")
    for (start, end) in zip(berlin, berlin.dropFirst()) {
      #expect(calendar.interval(of: .day, containing: start) == start..<end)
      #expect(calendar.interval(of: .day, containing: (start + end) / 2) == start..<end)
      #expect(calendar.interval(of: .day, containing: end - 1) == start..<end)
    }
    #expect(
      try TimeTicks.ticks(by: .day, in: berlin[0]...berlin[3], calendar: calendar) == berlin)
  }

  @Test("A day whose midnight is skipped begins where the clock goes on")
  func skippedMidnight() throws {
    let calendar = try calendar("America/Santiago")
    #expect(
      calendar.interval(of: .day, containing: 1_788_667_200 + 3600) == 1_788_667_200..<1_788_750_000
    )
    #expect(
      calendar.interval(of: .day, containing: 1_788_580_800 + 3600) == 1_788_580_800..<1_788_667_200
    )
  }

  @Test("Hours that are skipped have no tick, and those that come twice have two")
  func hours() throws {
    let calendar = try calendar("Europe/Berlin")
    #expect(
      try TimeTicks.ticks(
        by: .hour, in: berlin[1]...berlin[1] + 3 * 3600, calendar: calendar) == [
          1_774_738_800, 1_774_742_400, 1_774_746_000, 1_774_749_600,
        ])
    #expect(
      try TimeTicks.ticks(
        by: .hour, in: 1_792_879_200...1_792_879_200 + 4 * 3600, calendar: calendar) == [
          1_792_879_200, 1_792_882_800, 1_792_886_400, 1_792_890_000, 1_792_893_600,
        ])
    #expect(
      TimeTicks(targetCount: 4, calendar: calendar).ticks(berlin[1], berlin[2] - 1) == [
        1_774_738_800, 1_774_756_800, 1_774_778_400, 1_774_800_000,
      ])
  }

  @Test("Months begin at local midnight, before and after clocks change")
  func months() throws {
    let calendar = try calendar("America/New_York")
    let months: [Double] = [
      1_767_243_600, 1_769_922_000, 1_772_341_200, 1_775_016_000, 1_777_608_000,
    ]
    #expect(
      try TimeTicks.ticks(by: .month, in: months[0]...months[4], calendar: calendar)
        == Array(months[0...4]))
    #expect(
      TimeTicks(targetCount: 5, calendar: calendar).ticks(months[0], months[4])
        == Array(months[0...4]))
    #expect(calendar.interval(of: .month, containing: months[3] - 1) == months[2]..<months[3])
    #expect(calendar.interval(of: .year, containing: months[3]).lowerBound == months[0])
  }

  @Test("Weeks begin on the day of the calendar")
  func weeks() throws {
    let sundays: [Double] = [1_772_341_200, 1_772_946_000, 1_773_547_200]
    let mondays: [Double] = [1_772_427_600, 1_773_028_800]
    let noon = sundays[1] + 43_200
    #expect(
      try calendar("America/New_York", weeksFrom: 1)
        .interval(of: .weekOfYear, containing: noon) == sundays[1]..<sundays[2])
    #expect(
      try calendar("America/New_York").interval(of: .weekOfYear, containing: noon)
        == mondays[0]..<mondays[1])
    #expect(
      try TimeTicks.ticks(
        by: .weekOfYear, in: sundays[0]...sundays[2],
        calendar: calendar("America/New_York", weeksFrom: 1)) == sundays)
  }

  @Test("Labels show the clock of their place, with its changes")
  func labels() throws {
    let calendar = try calendar("Europe/Berlin")
    func texts(_ times: [Double]) -> [String] {
      times.map(LocalTimeFormat(automaticFor: times, calendar: calendar).text)
    }
    #expect(texts(berlin) == ["2026-03-28", "2026-03-29", "2026-03-30", "2026-03-31"])
    #expect(
      texts([1_774_738_800, 1_774_742_400, 1_774_746_000, 1_774_749_600]) == [
        "2026-03-29", "01:00", "03:00", "04:00",
      ])
    #expect(
      texts([1_792_879_200, 1_792_882_800, 1_792_886_400, 1_792_890_000, 1_792_893_600]) == [
        "2026-10-25", "01:00", "02:00", "02:00", "03:00",
      ])
  }

  @Test("The calendar at Greenwich is the one without a place")
  func greenwich() throws {
    let greenwich = LocalCalendar(id: "zero") { _ in 0 }
    for unit in CalendarUnit.allCases {
      for time in [-1e10, -1, 0, 1e9, 1_774_742_400, CivilTime.limit * 2, .nan] {
        #expect(
          greenwich.interval(of: unit, containing: time) == unit.interval(containing: time))
      }
    }
    for target in [3.0, 7] {
      for span in [0.5, 90, 7200, 200_000, 4e6, 9e7, 4e9] {
        #expect(
          TimeTicks(targetCount: target, calendar: greenwich).ticks(1.7e9, 1.7e9 + span)
            == TimeTicks(targetCount: target).ticks(1.7e9, 1.7e9 + span))
      }
    }
  }
}
