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

  @Test("Parts of seconds are kept in tables and in words, as many decimals as there are")
  func parts() throws {
    let chart = Chart(0..<3) { index in
      let date = Date(timeIntervalSince1970: 1_700_000_000 + Double(index) * 0.02)
      PointMark(x: .value("t", date), y: .value("v", index))
        .foregroundStyle(by: .value("seen", date))
    }
    let rows = try chart.dataTable().csv.split(separator: "\n")
    #expect(rows.count == 4)
    #expect(rows.last == "2023-11-14 22:13:20.04,2,2023-11-14 22:13:20.04")
    let svg = String(
      decoding: try chart.render(.svg, RenderOptions(width: 400)).bytes, as: UTF8.self)
    #expect(svg.contains("22:13:20.02"))
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
