import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Returns findings for facts that are printed differently than declared, in the picture or its
  /// alt text.
  func wrongFacts(_ rule: LintRule, _ context: LintContext) -> [Finding] {
    var findings: [Finding] = []
    for line in textLines() where !line.first.ink.isIn(.axis) {
      for number in PrintedNumber.all(in: line.text) {
        guard let (problem, measure, limit, fix) = fault(number, context) else { continue }
        findings.append(
          Finding(
            rule: rule, node: line.first.ink.node, problem: problem, measure: measure,
            limit: limit, fix: fix, bounds: line.bounds))
      }
    }
    for number in PrintedNumber.all(in: scene.altText) {
      guard let (problem, measure, limit, fix) = fault(number, context) else { continue }
      findings.append(
        Finding(
          rule: rule, node: "alt text", problem: problem, measure: measure, limit: limit,
          fix: fix, bounds: .init(origin: .zero, size: scene.size)))
    }
    return findings
  }

  /// Returns what is wrong with a number that represents a fact.
  private func fault(
    _ number: PrintedNumber, _ context: LintContext
  ) -> (problem: String, measure: Measure, limit: Measure, fix: String)? {
    // Without a unit, only long numbers are recognisable as a fact's.
    let isTelling =
      number.unit.isEmpty ? number.significantDigits >= 4 : number.significantDigits >= 2
    guard number.unit != "%", number.decimals > 0, isTelling else { return nil }
    func agrees(_ fact: LintContext.Number) -> Bool {
      number.unit.isEmpty || fact.unit == number.unit
    }
    let magnitudes = context.facts.map { fact in
      var fact = fact
      // A sign is often written separately, as in a sum of terms.
      if !number.digits.hasPrefix("-") { fact.value = abs(fact.value) }
      return fact
    }
    // Trailing zeros may be left out: 0.5 for 0.500.
    let isRight = magnitudes.contains { fact in
      guard agrees(fact), number.decimals <= fact.decimals else { return false }
      return number.decimals == fact.decimals
        ? number.prints(fact.value)
        : abs(PrintedNumber.rounded(fact.value, fact.decimals) - number.value)
          <= 1e-12 * max(1, abs(number.value))
    }
    if isRight || context.inputs.contains(where: { number.prints($0) }) { return nil }
    let printed = number.digits + (number.unit.isEmpty ? "" : " " + number.unit)
    if let fact = magnitudes.first(where: { agrees($0) && number.prints($0.value) }) {
      return (
        "prints \(fact.name) as \(printed)", Measure(Double(number.decimals), "decimals"),
        Measure(Double(fact.decimals), "decimals"), "print the fact's own text"
      )
    }
    guard number.significantDigits >= 3, !number.unit.isEmpty else { return nil }
    if let fact = magnitudes.first(where: {
      $0.unit != number.unit && !$0.unit.isEmpty && $0.decimals == number.decimals
        && number.prints($0.value)
    }) {
      return (
        "prints \(fact.name), declared in \(fact.unit), as \(printed)",
        Measure(number.value, number.unit),
        Measure(PrintedNumber.rounded(fact.value, fact.decimals), fact.unit),
        "print the fact's own text, or convert its value"
      )
    }
    // Truncated, or added up from rounded parts: the last digit is off by one.
    var step = 1.0
    for _ in 0..<number.decimals { step /= 10 }
    if let fact = magnitudes.first(where: {
      agrees($0) && $0.decimals == number.decimals && abs($0.value - number.value) < 1.5 * step
    }) {
      return (
        "prints \(fact.name) as \(printed)", Measure(number.value, number.unit),
        Measure(PrintedNumber.rounded(fact.value, fact.decimals), fact.unit),
        "round the value itself"
      )
    }
    return nil
  }
}
