import BurinFigures
import InformationTheory

// Arithmetic as the figures print it.

extension Sequence<PrintedValue> {
  /// Returns the sign between the printed parts and their printed sum: `=` if they make it to the
  /// last digit, else `≈`.
  ///
  /// `0.951 − 0.221 − 0.158 ≈ 0.571`: the rounded parts make 0.572.
  func sign(of sum: PrintedValue) -> String {
    PrintedEquation(.sum, Array(self), result: sum).sign
  }

  /// Returns the sign between the printed factors and their printed product.
  func sign(ofProduct product: PrintedValue) -> String {
    PrintedEquation(.product, Array(self), result: product).sign
  }
}

extension Double {
  /// The number as it is printed with a number of decimals.
  func printed(_ decimals: Int) -> PrintedValue { PrintedValue(self, rounded(decimals)) }
}

/// A multiple of one printed amount by another, such as `8.7`.
enum PrintedMultiple {
  /// Returns how many times an amount another is, as the exact and as the printed amounts give it;
  /// `nil` if those differ in any number of digits.
  ///
  /// 0.253 is 8.7 times 0.029 by both; 0.25 is 9 times 0.03 by neither.
  static func text(of larger: Fact, over smaller: Fact) -> String? {
    guard let (a, b) = printed(larger, smaller), b != 0 else { return nil }
    let exact = larger.value / smaller.value
    for decimals in [1, 0] where exact.magnitude >= 1.5 {
      let text = exact.trimmed(decimals)
      // A quotient half way between two numbers is neither.
      let scaled = a / b * (decimals == 1 ? 10 : 1)
      let isHalf = ((scaled - scaled.rounded(.down)) - 0.5).magnitude < 1e-6
      if !isHalf, text == (a / b).trimmed(decimals) { return text }
    }
    return nil
  }

  private static func printed(_ first: Fact, _ second: Fact) -> (Double, Double)? {
    func number(_ fact: Fact) -> Double? {
      Double(fact.number.map { $0 == "\u{2212}" ? "-" : String($0) }.joined())
    }
    guard let a = number(first), let b = number(second) else { return nil }
    return (a, b)
  }
}

extension PrintedEquation {
  /// The sign as a formula.
  var relation: String { isTrue ? "=" : "\\approx " }
}

extension Fact {
  /// The printed number with its sign, `+` included.
  var signed: String { value > 0 ? "+" + number : number }
}

extension [Double] {
  /// Returns an element as text, with the decimals that all of them need: none to three.
  func aligned(_ index: Int) -> String {
    let plain = filter { $0.isFinite && $0.magnitude < 1e5 }
    let decimals = (0...3).first { decimals in
      plain.allSatisfy { $0.trimmed(3) == $0.trimmed(decimals) }
    }
    let value = self[index]
    // What is nearly whole has the digits that show it.
    let text = value.rounded(decimals ?? 3)
    let isNearlyWhole = value.ratio.count > text.count
    return plain.contains(value) && !isNearlyWhole ? text : value.ratio
  }
}
