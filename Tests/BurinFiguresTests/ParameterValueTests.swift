import BurinFigures
import Testing

@Suite("Values of parameters as text")
struct ParameterValueTests {
  /// A number that only a denormal Double can hold, 1e−320.
  static let denormal = 2024 * Double.leastNonzeroMagnitude

  @Test(
    "A number's text reads back as the same number",
    arguments: [
      0, 1, -1, 0.1, -0.7, 1.0 / 7, 1e-6, 1e-9, -2.5e-12, denormal, 1e15, 123_456_789, 1e300,
      -.greatestFiniteMagnitude, .leastNonzeroMagnitude,
    ] as [Double])
  func roundTrip(_ value: Double) throws {
    #expect(try Double(parameterText: value.parameterText) == value)
    #expect(value.parameterText.allSatisfy { $0.isASCII })
  }

  @Test("Numbers are typed as people type them")
  func texts() {
    #expect((-1.0).parameterText == "-1")
    #expect(0.000001.parameterText == "0.000001")
    #expect(Self.denormal.parameterText == "1e-320")
    #expect([0.5, -2].parameterText == "0.5,-2")
  }

  @Test("Fractions, spaces and a printed minus are understood")
  func readings() throws {
    #expect(try Double(parameterText: "1/4") == 0.25)
    #expect(try Double(parameterText: " 1 / 8 ") == 0.125)
    #expect(try Double(parameterText: "\u{2212}0.5") == -0.5)
    #expect(try [Double](parameterText: "0.5, 1/4 ,0.25") == [0.5, 0.25, 0.25])
    let zero = try Double(parameterText: "-0")
    #expect(zero == 0)
  }

  @Test(
    "What is no finite number is refused and quoted",
    arguments: ["x", "nan", "inf", "-inf", "1e400", "1/0", "0/0", "1/2/3", "1,5", "--1", "1e", "٣"])
  func refusals(_ text: String) {
    do throws(ParameterProblem) {
      Issue.record("“\(text)” was read as \(try Double(parameterText: text))")
    } catch {
      #expect(error.description == "“\(text)” is not a finite number")
    }
  }

  @Test("Nothing is told as nothing, and a list tells where it is wrong")
  func lists() {
    let problems = ["", "  ", "0.5,,0.5", "0.5,x", "0.5,"].map { text -> String in
      do throws(ParameterProblem) {
        return "\(try [Double](parameterText: text))"
      } catch {
        return error.description
      }
    }
    #expect(
      problems == [
        "is empty; numbers separated by commas are needed",
        "is empty; numbers separated by commas are needed",
        "value 2: is empty; a number is needed", "value 2: “x” is not a finite number",
        "value 2: is empty; a number is needed",
      ])
  }
}
