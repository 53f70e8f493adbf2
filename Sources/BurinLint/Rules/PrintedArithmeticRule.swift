import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Returns findings for printed equations that the printed numbers don't satisfy, and for
  /// multiples that no two printed numbers give.
  func wrongArithmetic(_ rule: LintRule) -> [Finding] {
    let lines = baselines()
    var findings = lines.flatMap { line in
      ArithmeticReader(line.text).equations.filter { !$0.isTrue }.map { equation in
        Finding(
          rule: rule, node: line.first.ink.node, problem: "prints \(equation.text)",
          measure: Measure(equation.left.value), limit: Measure(equation.right.value),
          fix: equation.sign == "="
            ? "write ≈, or more digits" : "compute both sides from the same numbers",
          bounds: line.bounds)
      }
    }
    let amounts = lines.flatMap { PrintedNumber.all(in: $0.text) }.filter { $0.unit != "%" }
    // What is written as a quotient proves a multiple that equals its first number too.
    let quotients = lines.flatMap { line in
      line.text.matches(of: /([0-9]+(?:\.[0-9]+)?) ?\/ ?([0-9]+(?:\.[0-9]+)?)/).compactMap {
        match -> Double? in
        guard let a = Double(match.output.1), let b = Double(match.output.2), b != 0 else {
          return nil
        }
        return a / b
      }
    }
    for line in lines {
      for match in line.text.matches(of: /([0-9]+(?:\.[0-9]+)?) ?(倍|times as|times more)/) {
        let text = String(match.output.1)
        guard let multiple = Double(text), multiple > 0 else { continue }
        let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
        func isMultiple(_ quotient: Double) -> Bool {
          abs(PrintedNumber.rounded(quotient, decimals) - multiple) < 1e-9
        }
        let isProven =
          quotients.contains(where: isMultiple)
          || amounts.contains { a in
            amounts.contains { b in
              b.value != 0 && a.unit == b.unit && a.value != multiple
                && isMultiple(a.value / b.value)
            }
          }
        if isProven { continue }
        findings.append(
          Finding(
            rule: rule, node: line.first.ink.node,
            problem: "prints “\(match.output.0)”, which is the quotient of no two printed numbers",
            measure: Measure(multiple), limit: Measure(0, "pairs"),
            fix: "print the numbers with enough digits, or the multiple with fewer",
            bounds: line.bounds))
      }
    }
    return findings
  }

  /// Returns the texts that stand on one baseline and near each other, which are read together
  /// whatever groups they belong to.
  func baselines() -> [Line] {
    let upright = texts.filter { !$0.ink.isIn(.axis) && $0.ink.transform.b == 0 }
    let placed = upright.map { text in
      let start = text.ink.transform.apply(text.run.glyphs.first?.position ?? .zero)
      return (
        text: text, start: start, end: start.x + text.run.advance * text.ink.scale,
        size: text.run.size * text.ink.scale
      )
    }.sorted { ($0.start.y, $0.start.x) < ($1.start.y, $1.start.x) }
    var lines: [Line] = []
    var index = 0
    while index < placed.count {
      // The texts whose baselines differ by less than rounding does.
      var row = [placed[index]]
      index += 1
      while index < placed.count, placed[index].start.y - row[0].start.y < 0.6 {
        row.append(placed[index])
        index += 1
      }
      row.sort { $0.start.x < $1.start.x }
      var end = -Double.infinity
      for piece in row {
        let gap = piece.start.x - end
        if var last = lines.last, gap < 26, gap > -0.3 * piece.size, end > -Double.infinity {
          if gap > 0.12 * piece.size { last.text += " " }
          last.text += piece.text.run.text
          last.bounds = last.bounds.union(piece.text.ink.bounds)
          lines[lines.count - 1] = last
        } else {
          lines.append(
            Line(text: piece.text.run.text, first: piece.text, bounds: piece.text.ink.bounds))
        }
        end = piece.end
      }
    }
    return lines
  }
}
