import BurinFigures
import Testing

@Suite("Printed equations")
struct PrintedEquationTests {
  private func value(_ text: String, _ exact: Double = .nan) -> PrintedValue {
    PrintedValue(exact, text)
  }

  @Test(
    "An equals sign stands only where the printed numbers make the equation true",
    arguments: [
      (PrintedEquation.Operation.sum, ["0.951", "−0.221", "−0.158"], "0.571", "≈"),
      (.sum, ["0.951", "−0.221", "−0.159"], "0.571", "="),
      (.sum, ["6.451", "−0.654"], "5.798", "≈"),
      (.sum, ["1", "2"], "3", "="), (.sum, ["0.5", "0.50"], "1.000", "="),
      (.sum, ["4.3×10⁻⁶", "1"], "1.0000043", "="), (.product, ["0.6", "1.58"], "0.951", "≈"),
      (.product, ["0.6", "1.585"], "0.951", "="), (.product, ["40%", "1.322"], "0.529", "≈"),
      (.product, ["25%", "2.000"], "0.500", "="), (.product, ["0.2", "−1.585"], "−0.317", "="),
      (.quotient, ["0.6", "0.2"], "3", "="), (.quotient, ["0.2", "0.6"], "0.333", "≈"),
      (.quotient, ["0.999", "0.001"], "999", "="), (.logarithm(base: 2), ["3"], "1.585", "≈"),
      (.logarithm(base: 2), ["4"], "2.000", "="), (.logarithm(base: 2), ["0.25"], "−2.000", "="),
      (.conversion, ["0.0365"], "0.0253", "≈"), (.conversion, ["0"], "0.000", "="),
    ])
  func signs(
    _ operation: PrintedEquation.Operation, _ parts: [String], _ result: String, _ sign: String
  ) {
    let equation = PrintedEquation(operation, parts.map { value($0) }, result: value(result))
    #expect(equation.sign == sign)
  }

  @Test("What is infinite stays so")
  func infinity() {
    let part = value("∞", .infinity)
    #expect(PrintedEquation(.sum, [part, value("−1")], result: part).sign == "=")
    #expect(PrintedEquation(.sum, [value("2"), value("−1")], result: part).sign == "≈")
  }

  @Test("Words are no numbers, and too many digits no exact ones")
  func odd() {
    #expect(PrintedEquation(.sum, [value("x"), value("1")], result: value("1")).sign == "≈")
    let long = String(repeating: "9", count: 24)
    #expect(PrintedEquation(.product, [value(long), value(long)], result: value("1")).sign == "≈")
  }

  @Test("A number that isn’t zero is never printed as zero")
  func zeros() {
    #expect(Fact("", 0.0000043, unit: "bits").text == "4.3×10⁻⁶ bits")
    #expect(Fact("", 0, unit: "bits").text == "0.000 bits")
    #expect(Fact("", -0.0001).number == "−1.0×10⁻⁴")
    #expect(Fact("", .infinity).number == "∞")
  }

  @Test("Unequal amounts of one unit print differently, equal ones equally")
  func distinguished() {
    let facts = Facts([
      Fact("own", 1.29556, unit: "bits"), Fact("other", 1.29589, unit: "bits"),
      Fact("nats", 1.2955, unit: "nats"), Fact("plain", 1.2956), Fact("zero", 0, unit: "bits"),
      Fact("same", 1.29589, unit: "bits", decimals: 2),
    ]).distinguished()
    #expect(facts.map(\.number) == ["1.2956", "1.2959", "1.296", "1.296", "0.0000", "1.2959"])
  }
}
