import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Returns findings for unequal facts of one unit that are printed as the same number, and for
  /// facts that are printed as zero without being zero.
  func alikeFacts(_ rule: LintRule, _ context: LintContext) -> [Finding] {
    let numbers = textLines().flatMap { line in
      PrintedNumber.all(in: line.text).map { (number: $0, line: line) }
    }
    let powers = textLines().map(\.text).filter { $0.contains("×") }
    func digits(_ fact: LintContext.Number) -> String {
      let value = abs(PrintedNumber.rounded(fact.value, fact.decimals))
      return "\(value) \(fact.decimals)"
    }
    func place(_ fact: LintContext.Number) -> Line? {
      numbers.first {
        $0.number.decimals == fact.decimals && abs(fact.value) < 1e12
          && (abs($0.number.value) - abs(PrintedNumber.rounded(fact.value, fact.decimals)))
            .magnitude
            < 1e-12 * max(1, abs(fact.value))
      }?.line
    }
    /// Whether a fact that has no digit among its decimals is printed as a power of ten, which no
    /// zero resembles.
    func isPower(_ fact: LintContext.Number) -> Bool {
      guard fact.value != 0, PrintedNumber.rounded(fact.value, fact.decimals) == 0,
        let mantissa = fact.value.mantissa
      else { return false }
      let text = "\(PrintedNumber.rounded(mantissa, 1))×"
      return powers.contains { $0.contains(text) }
    }
    let facts = context.facts.filter { !$0.unit.isEmpty && $0.value.isFinite }
    var findings: [Finding] = []
    for (index, fact) in facts.enumerated() {
      if fact.value != 0, PrintedNumber.rounded(fact.value, fact.decimals) == 0,
        // Zeros that stand for another fact, which is zero, are right.
        !facts.contains(where: { $0.value == 0 }), let line = place(fact)
      {
        findings.append(
          Finding(
            rule: rule, node: line.first.ink.node, problem: "prints \(fact.name) as zero",
            measure: Measure(fact.value, fact.unit), limit: Measure(0, fact.unit),
            fix: "print more digits", bounds: line.bounds))
        continue
      }
      let alike = facts[(index + 1)...].first { other in
        other.unit == fact.unit && digits(other) == digits(fact) && !isPower(fact)
          && !isPower(other)
          && (other.value < 0) == (fact.value < 0)
          && abs(abs(other.value) - abs(fact.value)) > 1e-9 * max(1, abs(fact.value))
      }
      guard let alike, let line = place(fact) else { continue }
      findings.append(
        Finding(
          rule: rule, node: line.first.ink.node,
          problem: "prints \(fact.name) and \(alike.name), which differ, as the same number",
          measure: Measure(abs(fact.value - alike.value), fact.unit), limit: Measure(0, fact.unit),
          fix: "print more digits of both", bounds: line.bounds))
    }
    return findings
  }
}

extension Double {
  /// The digits before the power of ten, from 1 to below 10, to one decimal; `nil` for 0.
  fileprivate var mantissa: Double? {
    guard isFinite, self != 0 else { return nil }
    var value = magnitude
    while value >= 10 { value /= 10 }
    while value < 1 { value *= 10 }
    return value < 9.95 ? value : value / 10
  }
}
