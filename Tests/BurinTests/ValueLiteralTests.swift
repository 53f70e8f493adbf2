import Burin
import Foundation
import Testing

@Suite("Values written as expressions")
struct ValueLiteralTests {
  @Test("Functions that exist for several types of numbers are those of Double")
  func functions() throws {
    // It is enough that this compiles: `log(4)` alone is ambiguous beside Foundation.
    let chart = Chart {
      PointMark(x: .value("x", log(4)), y: .value("y", exp(-1)))
      PointMark(x: .value("x", 1 + 2 * log(4)), y: .value("y", sqrt(2)))
    }
    #expect(try chart.render(.svg).diagnostics == [])
    let value: PlottableValue = .value("x", log(4))
    let number: PlottableValue<Double> = value
    #expect("\(number)".contains("\(log(4.0))"))
  }

  @Test("Whole numbers stay whole numbers")
  func integers() {
    let value: PlottableValue = .value("x", 4)
    let _: PlottableValue<Int> = value
  }
}
