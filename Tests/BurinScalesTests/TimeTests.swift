import BurinScales
import Testing

@Suite("Times")
struct TimeTests {
  static let noon = CivilTime(year: 2024, month: 2, day: 29, second: 43_200).secondsSince1970

  static let spans: [Double] = [
    1e-7, 1e-6, 5e-6, 1e-3, 0.02, 0.5, 1, 1.5, 2, 7, 60, 3600, 86_400, 1e6, 1e8, 1e10,
  ]

  @Test("Times of any distance have ticks that fill the axis and differ", arguments: spans)
  func fills(span: Double) throws {
    for start in [0, Self.noon, Self.noon + 0.123, -2.2e9] {
      let end = start + span
      guard end > start else { continue }
      let scale = try ContinuousScale(.date, domain: start...end, range: (0, 400)).niced()
      #expect(scale.domain == start...end)
      let ticks = scale.ticks(targetCount: 5)
      #expect(ticks.major.count >= 2, "\(start) \(span)")
      let labels = ticks.labels.map(\.text)
      #expect(zip(labels, labels.dropFirst()).allSatisfy { $0 != $1 }, "\(labels)")
      #expect(labels.allSatisfy { !$0.contains("e") }, "\(labels)")
    }
  }

  @Test("Ticks below a second stand at round fractions")
  func fractions() {
    func texts(_ low: Double, _ high: Double) -> [String] {
      let ticks = TimeTicks(targetCount: 4).ticks(low, high)
      return ticks.map(TimeFormat.automatic(for: ticks).text)
    }
    #expect(
      texts(0, 1) == [
        "1970-01-01", "00:00:00.2", "00:00:00.4", "00:00:00.6", "00:00:00.8", "00:00:01.0",
      ])
    #expect(
      texts(Self.noon, Self.noon + 0.004) == [
        "12:00:00.000\n2024-02-29", "12:00:00.001", "12:00:00.002", "12:00:00.003", "12:00:00.004",
      ])
    #expect(texts(Self.noon, Self.noon + 1e-5).last == "12:00:00.000010")
    // Too close for round times.
    #expect(texts(Self.noon, Self.noon.nextUp).count == 2)
    #expect(Set(texts(Self.noon, Self.noon.nextUp)).count == 2)
    #expect(Set(texts(0, leastDouble)).count == 2)
  }

  @Test("Between weeks and months stand every other Monday")
  func twoWeeks() throws {
    // From 2026-01-01 to 2026-02-09; the first and third Monday of January, the first of February.
    let start = 1_767_225_600.0
    let ticks = TimeTicks(targetCount: 3).ticks(start, start + 39 * 86_400)
    #expect(ticks.count == 3)
    #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $1 - $0 == 14 * 86_400 })
    // 1969-12-29 was a Monday.
    #expect(ticks.allSatisfy { ($0 + 3 * 86_400).truncatingRemainder(dividingBy: 7 * 86_400) == 0 })
  }

  @Test("Years have four digits")
  func years() {
    func text(_ year: Int) -> String {
      TimeFormat.year.text(CivilTime(year: year).secondsSince1970)
    }
    #expect(text(1) == "0001")
    #expect(text(987) == "0987")
    #expect(text(9999) == "9999")
    #expect(text(12_024) == "12024")
    #expect(text(-44) == "\u{2212}0044")
    #expect(
      TimeFormat.day.text(CivilTime(year: 33, month: 4, day: 3).secondsSince1970) == "0033-04-03")
  }

  @Test("Formats write what they are named for, at any distance from Greenwich")
  func formats() {
    let time = Self.noon + 5 * 60 + 7.5
    let formats: [(TimeFormat, String)] = [
      (.year, "2024"), (.month, "2024-02"), (.day, "2024-02-29"), (.hour, "12:00"),
      (.minute, "12:05"), (.second, "12:05:07"), (.second(decimals: 3), "12:05:07.500"),
      (.dateAndTime, "2024-02-29 12:05"),
    ]
    for (format, text) in formats { #expect(format.text(time) == text) }
    #expect(TimeFormat.hour.text(Self.noon - 43_200) == "00:00")
    #expect(TimeFormat.minute.offset(secondsFromGMT: 19_800).text(time) == "17:35")
    #expect(TimeFormat.day.offset(secondsFromGMT: 50_400).text(time) == "2024-03-01")
    #expect(TimeFormat.minute.offset(secondsFromGMT: .nan).text(time) == "12:05")
    #expect(TimeFormat.second(decimals: 1).text(59.99) == "00:01:00.0")
    #expect(TimeFormat.second(decimals: Int.max).text(0.5).hasPrefix("00:00:00.5"))
    #expect(TimeFormat.second(decimals: -1).text(0.5) == "00:00:00")
    let local = TimeFormat.automatic(for: [Self.noon, Self.noon + 3600], secondsFromGMT: 3600)
    #expect(local.text(Self.noon) == "13:00\n2024-02-29")
  }

  @Test("Neighbours on different days are told apart")
  func days() {
    let day = 86_400.0
    func texts(_ times: [Double]) -> [String] { times.map(TimeFormat.automatic(for: times).text) }
    #expect(
      texts([0.5, 1.5, 2.5].map { $0 * day }) == [
        "12:00\n1970-01-01", "12:00\n1970-01-02", "12:00\n1970-01-03",
      ])
    #expect(texts([0, 0.5 * day, 1.5 * day]) == ["1970-01-01", "12:00", "12:00\n1970-01-02"])
    for times in [Relations.hard, Relations.hard.sorted { $0 < $1 }] {
      #expect(texts(times).allSatisfy { !$0.isEmpty })
    }
  }

  // Python 3: datetime(2024, 2, 26, tzinfo=utc).timestamp() and others; 26 February was a Monday.
  @Test(
    "A unit's interval starts and ends where the calendar says",
    arguments: [
      (CalendarUnit.second, 1_709_208_000.0, 1_709_208_001.0),
      (.minute, 1_709_208_000, 1_709_208_060), (.hour, 1_709_208_000, 1_709_211_600),
      (.day, 1_709_164_800, 1_709_251_200), (.weekOfYear, 1_708_905_600, 1_709_510_400),
      (.month, 1_706_745_600, 1_709_251_200), (.quarter, 1_704_067_200, 1_711_929_600),
      (.year, 1_704_067_200, 1_735_689_600),
    ])
  func intervals(unit: CalendarUnit, start: Double, end: Double) {
    #expect(unit.interval(containing: Self.noon) == start..<end)
    #expect(unit.interval(containing: start) == start..<end)
    #expect(unit.interval(containing: end).lowerBound == end)
    #expect(
      unit.interval(containing: Self.noon - 3600, secondsFromGMT: 3600) == start - 3600..<end - 3600
    )
  }

  @Test("Every number has an interval or an empty one", arguments: CalendarUnit.allCases)
  func anyNumber(unit: CalendarUnit) {
    for value in Relations.hard {
      let interval = unit.interval(containing: value)
      #expect(interval.isEmpty ? !(abs(value) < CivilTime.limit) : interval.contains(value))
      _ = unit.interval(containing: 0, secondsFromGMT: value)
    }
  }

  @Test("Calendar strides start at multiples of the unit")
  func strides() throws {
    func texts(_ unit: CalendarUnit, _ count: Int, _ low: Double, _ high: Double) throws -> [String]
    {
      try TimeTicks.ticks(by: unit, count: count, in: low...high).map(TimeFormat.dateAndTime.text)
    }
    let year = CivilTime(year: 2024).secondsSince1970
    #expect(
      try texts(.month, 3, year + 1, year + 366 * 86_400) == [
        "2024-04-01 00:00", "2024-07-01 00:00", "2024-10-01 00:00", "2025-01-01 00:00",
      ])
    #expect(
      try texts(.weekOfYear, 1, year, year + 8 * 86_400) == [
        "2024-01-01 00:00", "2024-01-08 00:00",
      ])
    #expect(try texts(.hour, 6, year, year + 43_200).count == 3)
    #expect(
      try texts(.year, 10, -1e9, 1e9) == [
        "1940-01-01 00:00", "1950-01-01 00:00", "1960-01-01 00:00", "1970-01-01 00:00",
        "1980-01-01 00:00", "1990-01-01 00:00", "2000-01-01 00:00",
      ])
    #expect(try texts(.year, Int.max, 0, 1e9).isEmpty)
    let local = try TimeTicks.ticks(by: .day, in: 0...86_400, secondsFromGMT: 3600)
    #expect(local == [82_800])
    #expect(throws: ScaleError.self) { try TimeTicks.ticks(by: .second, in: 0...1e6) }
    #expect(throws: ScaleError.self) { try TimeTicks.ticks(by: .day, count: 0, in: 0...1e6) }
    #expect(throws: ScaleError.self) { try TimeTicks.ticks(by: .year, in: 0...1e300) }
    for unit in CalendarUnit.allCases {
      for a in Relations.hard {
        for b in Relations.hard where a <= b {
          for count in [1, 7, Int.max] {
            do throws(ScaleError) {
              let ticks = try TimeTicks.ticks(by: unit, count: count, in: a...b)
              #expect(ticks.count <= TimeTicks.limit && ticks.allSatisfy { $0 >= a && $0 <= b })
            } catch { #expect(!error.description.contains("\n")) }
          }
        }
      }
    }
  }
}
