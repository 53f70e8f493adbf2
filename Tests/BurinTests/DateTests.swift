import Burin
import Foundation
import Testing

@Suite("Dates as values")
struct DateTests {
  @Test("A date stands where its civil time stands")
  func equal() throws {
    let date = PlottableValue.value("day", Date(timeIntervalSince1970: 86_400))
    #expect(date == .value("day", CivilTime(year: 1970, month: 1, day: 2)))
    #expect(date.isTime)
  }
}
