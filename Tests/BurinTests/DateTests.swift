import Burin
import Foundation
import Testing

@Suite("Dates as values")
struct DateTests {
  @Test("A date stands where its civil time stands")
  func equal() throws {
    let date = ChannelValue(.value("day", Date(timeIntervalSince1970: 86_400)))
    #expect(date == ChannelValue(.value("day", CivilTime(year: 1970, month: 1, day: 2))))
    #expect(date.kind == .time)
  }

  @Test("Dates at the ends of time, and none at all, are drawn or told")
  func extremes() throws {
    let chart = Chart {
      for date in [Date.distantPast, .distantFuture, Date(timeIntervalSince1970: .nan)] {
        PointMark(x: .value("day", date), y: .value("y", 1))
      }
    }
    let picture = try chart.render(.svg, RenderOptions(width: 400, height: 200))
    #expect(
      picture.diagnostics.contains {
        $0.message == "a point has a value that is not finite and is left out: value 2"
      })
    let far = Chart {
      for seconds in [-1e300, 1e300] {
        PointMark(x: .value("day", Date(timeIntervalSince1970: seconds)), y: .value("y", 1))
      }
    }
    #expect(try !far.render(.svg, RenderOptions(width: 400, height: 200)).bytes.isEmpty)
  }
}
