import InformationTheory
import Testing

@Suite("Distributions")
struct DistributionTests {
  @Test("Probabilities are kept as given")
  func keptAsGiven() throws {
    let p = try Distribution([0.1, 0.2, 0.7000000001])
    #expect(p.probabilities == [0.1, 0.2, 0.7000000001])
    #expect(p.count == 3)
    #expect(p[1] == 0.2)
    #expect(p[3] == 0)
    #expect(p[-1] == 0)
  }

  static let invalid: [(values: [Double], text: String)] = [
    ([], "there are no values; at least one probability is needed"),
    ([1.1, -0.1], "value 1 is 1.1; probabilities must be from 0 to 1"),
    ([0.5, -0.1, 0.6], "value 2 is −0.1; probabilities must be from 0 to 1"),
    ([0.6, 0.3, 0.2], "the values sum to 1.1; they must sum to 1"),
    ([0.5, 0.499], "the values sum to 0.999; they must sum to 1"),
    ([0, 0], "the values sum to 0; they must sum to 1"),
    ([0.5, .nan], "value 2 is not a number; probabilities must be from 0 to 1"),
    ([.infinity, 0], "value 1 is infinity; probabilities must be from 0 to 1"),
    ([-.infinity, 0], "value 1 is −infinity; probabilities must be from 0 to 1"),
    ([1e300], "value 1 is 1e+300; probabilities must be from 0 to 1"),
    ([1, 1e-8], "the values sum to 1.00000001; they must sum to 1"),
  ]

  @Test("What is no distribution is refused in one line", arguments: invalid)
  func refused(values: [Double], text: String) {
    #expect(message { try Distribution(values) } == text)
  }

  @Test("A sum off by 1e−9 passes, negative zeros and denormals too")
  func oddButValid() throws {
    #expect(throws: Never.self) { try Distribution([0.5, 0.5 + 9e-10]) }
    #expect(throws: DistributionError.self) { try Distribution([0.5, 0.5 + 2e-9]) }
    let zeros = try Distribution([1, -0.0])
    #expect(zeros[1].sign == .plus)
    #expect(try Distribution([1, denormal])[1] == denormal)
    #expect(try Distribution([0.1 + 0.2, 0.7]).count == 2)
  }

  @Test("Ten thousand equal probabilities sum to 1 without drift")
  func compensated() throws {
    let p = try Distribution(Array(repeating: 1e-4, count: 10_000))
    #expect(isClose(p.entropy(in: .hartleys).value, 4))
  }

  @Test("Counts become relative frequencies")
  func counts() throws {
    #expect(try Distribution(counts: [3, 0, 1]).probabilities == [0.75, 0, 0.25])
    #expect(try Distribution(counts: [1e308, 1e308]).probabilities == [0.5, 0.5])
    #expect(try Distribution(counts: [leastDouble, leastDouble]).probabilities == [0.5, 0.5])
    #expect(
      message { try Distribution(counts: [1, -2]) }
        == "value 2 is −2; counts must be 0 or more, and finite")
    #expect(
      message { try Distribution(counts: [.infinity]) }
        == "value 1 is infinity; counts must be 0 or more, and finite")
    #expect(
      message { try Distribution(counts: [0, 0]) }
        == "all values are 0; at least one count must be greater than 0")
    #expect(throws: DistributionError.empty) { try Distribution(counts: []) }
  }

  @Test("Uniform distributions and coins")
  func named() throws {
    #expect(try Distribution.uniform(4).probabilities == [0.25, 0.25, 0.25, 0.25])
    #expect(throws: DistributionError.empty) { try Distribution.uniform(0) }
    #expect(throws: DistributionError.empty) { try Distribution.uniform(-3) }
    #expect(try Distribution.bernoulli(0.25).probabilities == [0.25, 0.75])
    #expect(
      message { try Distribution.bernoulli(1.5) }
        == "value 1 is 1.5; probabilities must be from 0 to 1")
    #expect(throws: DistributionError.self) { try Distribution.bernoulli(.nan) }
  }

  @Test("Two dice make the triangle from 1/36 to 6/36")
  func twoDice() throws {
    let die = try Distribution.uniform(6)
    let sum = die.convolved(with: die)
    #expect(sum.count == 11)
    for (index, ways) in [1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1].enumerated() {
      #expect(isClose(sum[index], Double(ways) / 36))
    }
    // SciPy 1.17: entropy(base=2)
    #expect(isClose(sum.entropy().bits, 3.2744019192887706))
    #expect(isClose(die.entropy().bits, 2.584962500721156))
  }

  @Test("The mean of values leaves impossible outcomes out")
  func mean() throws {
    let p = try Distribution([0.25, 0.75, 0])
    #expect(try p.mean(of: [4, 8, .infinity]) == 7)
    #expect(
      message { try p.mean(of: [1]) }
        == "the number of values is 1; it must be 3, one for each outcome"
    )
  }
}
