import Burin
import Foundation
import Testing

@Suite("Dates by units of the calendar")
struct DateValueTests {
  private let noon = Date(timeIntervalSince1970: 1_709_208_000)  // 2024-02-29 12:00 UTC

  private func extent(_ value: PlottableValue<Date>) -> Range<Double> {
    let value = ChannelValue(value)
    return value.start..<value.end
  }

  @Test("A unit is a stretch at Greenwich, or in a calendar of one's own")
  func units() {
    #expect(extent(.value("d", noon, unit: .day)) == 1_709_164_800..<1_709_251_200)
    #expect(extent(.value("d", noon, unit: .month)) == 1_706_745_600..<1_709_251_200)
    #expect(extent(.value("d", noon, unit: .year)) == 1_704_067_200..<1_735_689_600)
    #expect(extent(.value("d", noon, unit: .weekOfYear)) == 1_708_905_600..<1_709_510_400)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 9 * 3600) ?? .gmt
    // The day in Tokyo began at 15:00 of the day before at Greenwich.
    #expect(
      extent(.value("d", noon, unit: .day, calendar: calendar)) == 1_709_132_400..<1_709_218_800)
    let unit: Calendar.Component = .hour
    #expect(extent(.value("d", noon, unit: unit)) == 1_709_208_000..<1_709_211_600)
  }

  @Test("Bins of dates begin at whole units")
  func bins() {
    let end = noon.addingTimeInterval(7 * 3600)
    let bins = DateBins(unit: .hour, by: 3, range: noon...end)
    #expect(bins.thresholds.map { $0.timeIntervalSince(noon) / 3600 } == [0, 3, 6, 9])
    #expect(bins.index(for: noon.addingTimeInterval(4 * 3600)) == 1)
    #expect(bins[1].lowerBound == noon.addingTimeInterval(3 * 3600))
    #expect(DateBins(unit: .day, data: []).isEmpty)
    #expect(DateBins(unit: .era, range: noon...end).isEmpty)
    #expect(DateBins(timeInterval: 3600, range: noon...end).count == 7)
    #expect(DateBins(timeInterval: 0, range: noon...end).isEmpty)
  }
}
