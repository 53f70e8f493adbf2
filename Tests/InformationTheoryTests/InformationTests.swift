import InformationTheory
import Testing

@Suite("Information with a unit")
struct InformationTests {
  @Test("An amount reads back exactly in its own unit", arguments: [0, 0.1, 3.7, 1e-300, 1e300])
  func exact(x: Double) {
    #expect(Information.bits(x).bits == x)
    #expect(Information.nats(x).nats == x)
    #expect(Information.hartleys(x).hartleys == x)
  }

  // mpmath: 1/ln 2, ln 2, log10 2.
  @Test("Units convert")
  func conversion() {
    #expect(isClose(Information.nats(1).bits, 1.4426950408889634, relative: 1e-15))
    #expect(isClose(Information.bits(1).nats, 0.69314718055994531, relative: 1e-15))
    #expect(isClose(Information.bits(1).hartleys, 0.30102999566398120, relative: 1e-15))
    #expect(Information.bits(2).converted(to: .nats).unit == .nats)
  }

  // mpmath: 2^-20, e^-0.5, 10^-6.
  @Test("The probability gives back what a surprise was made of")
  func probability() {
    #expect(Information.bits(20).probability == 9.5367431640625e-07)
    #expect(isClose(Information.nats(0.5).probability, 0.60653065971263342, relative: 1e-15))
    #expect(isClose(Information.hartleys(6).probability, 1e-6, relative: 1e-15))
    #expect(Information.bits(.infinity).probability == 0)
    #expect(isClose(Information.surprisal(of: 0.3).probability, 0.3, relative: 1e-15))
  }

  @Test("Sums have the unit of their first term and convert the second")
  func arithmetic() {
    let sum = Information.bits(1) + .nats(1)
    #expect(sum.unit == .bits)
    #expect(isClose(sum.value, 2.4426950408889634))
    let difference = Information.nats(1) - .bits(1)
    #expect(difference.unit == .nats)
    #expect(isClose(difference.value, 1 - 0.69314718055994531))
    #expect(2 * Information.bits(3) / 4 == .bits(1.5))
    #expect((-Information.bits(3)).bits == -3)
    #expect(isClose(Information.bits(3) / Information.nats(1), 3 * 0.69314718055994531))
    var total = Information.zero
    total += .bits(2)
    total -= .bits(0.5)
    #expect(total == .bits(1.5))
  }

  @Test("Amounts compare across units")
  func comparison() {
    #expect(Information.bits(1) < .nats(1))
    #expect(Information.hartleys(1) > .nats(2))
    #expect(Information.bits(1).converted(to: .nats) == .bits(1))
    #expect(Information.bits(.infinity) > .nats(1e300))
  }

  @Test("Printing always names the unit")
  func printing() {
    #expect("\(Information.bits(0.5))" == "0.5 bits")
    #expect("\(Information.nats(.infinity))" == "inf nats")
    #expect("\(Information.hartleys(-1))" == "-1.0 hartleys")
    #expect(InformationUnit.allCases.map(\.symbol) == ["bits", "nats", "hartleys"])
  }

  // mpmath: −log2 p.
  @Test(
    "The rarer, the more surprising",
    arguments: [
      (0.9999, 0.00014427671804501932), (1.0 / 7, 2.807354922057604),
      (0.000001, 19.931568569324174), (0.6, 0.7369655941662062), (0.125, 3),
    ])
  func surprisal(p: Double, bits: Double) {
    #expect(isClose(Information.surprisal(of: p).bits, bits))
  }

  @Test("Certainty is no surprise, impossibility an infinite one")
  func surprisalLimits() {
    #expect(Information.surprisal(of: 1).description == "0.0 bits")
    #expect(Information.surprisal(of: 0).bits == .infinity)
    #expect(Information.surprisal(of: -0.0, in: .nats).nats == .infinity)
    #expect(Information.surprisal(of: 1.5).bits.isNaN)
    #expect(Information.surprisal(of: -1).bits.isNaN)
    #expect(Information.surprisal(of: .nan).bits.isNaN)
    // mpmath: log2 of the least denormal is −1074.
    #expect(Information.surprisal(of: leastDouble).bits == 1074)
  }

  // SciPy 1.17: entropy([p, 1 − p], base=2).
  @Test(
    "The entropy of a coin",
    arguments: [
      (0.5, 1.0), (0.9, 0.4689955935892811), (0.6, 0.9709505944546686), (0.7, 0.8812908992306927),
      (0.0, 0.0), (1.0, 0.0),
    ])
  func binaryEntropy(p: Double, bits: Double) {
    #expect(isClose(Information.binaryEntropy(p).bits, bits))
  }

  @Test("What is no probability has no coin's entropy")
  func binaryEntropyRange() {
    #expect(Information.binaryEntropy(1.1).bits.isNaN)
    #expect(Information.binaryEntropy(.nan).bits.isNaN)
    #expect(Information.binaryEntropy(1).description == "0.0 bits")
  }
}
