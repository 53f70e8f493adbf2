import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Returns findings for texts that are too small at the displayed size.
  func smallText(
    _ rule: LintRule, _ minimum: Double, _ scripts: Double, displayWidth: Double
  ) -> [Finding] {
    let shrink = shrink(toWidth: displayWidth)
    func size(_ text: Text) -> Double { text.run.size * text.ink.scale * shrink }
    var findings: [Finding] = []
    func report(_ text: Text, _ limit: Double) {
      findings.append(
        Finding(
          rule: rule, node: text.ink.node,
          problem: "\(text.name) is too small"
            + (shrink < 1 ? " at \(Measure(displayWidth, "pt")) wide" : ""),
          measure: Measure(size(text), "pt"), limit: Measure(limit, "pt"),
          fix: "use a larger font size", bounds: text.ink.bounds))
    }
    // The largest run of each formula determines its size.
    var largest: [Int: Double] = [:]
    for text in texts {
      if let formula = text.ink.formula {
        largest[formula] = max(largest[formula] ?? 0, size(text))
      }
    }
    var reported: Set<Int> = []
    for text in texts {
      if let formula = text.ink.formula {
        if (largest[formula] ?? 0) < minimum - InkLimits.rounding {
          if reported.insert(formula).inserted { report(text, minimum) }
        } else if size(text) < scripts - InkLimits.rounding {
          report(text, scripts)
        }
      } else if size(text) < minimum - InkLimits.rounding {
        report(text, minimum)
      }
    }
    return findings
  }
}
