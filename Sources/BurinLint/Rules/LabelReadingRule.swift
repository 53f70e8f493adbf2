import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Returns findings for labels that a reader takes for something else: two labels that run
  /// together as one number, a leader through another label, a label nearer to another curve than to
  /// its own.
  func misreadLabels(_ rule: LintRule, gap least: Double) -> [Finding] {
    joinedLabels(rule, least) + struckLabels(rule) + strayLabels(rule)
  }

  /// The number of the outermost annotation around an ink; nil outside of annotations.
  private func label(_ ink: Ink) -> Int? { ink.group(.annotation) }

  /// Numbers of two labels side by side, closer than a space.
  private func joinedLabels(_ rule: LintRule, _ least: Double) -> [Finding] {
    var findings: [Finding] = []
    let numbers = texts.filter { text in
      label(text.ink) != nil && text.run.text.contains(where: \.isASCIIDigit)
    }
    for text in numbers {
      guard let end = text.run.text.last(where: { !$0.isWhitespace }), end.isASCIIDigit else {
        continue
      }
      let size = text.run.size * text.ink.scale
      let reach = Rect(
        x: text.ink.bounds.maxX, y: text.ink.bounds.minY, width: least * size,
        height: text.ink.bounds.height)
      for number in self.texts(in: reach) {
        let other = texts[number]
        guard other.ink.order != text.ink.order, let own = label(text.ink),
          let its = label(other.ink), own != its,
          let first = other.run.text.first(where: { !$0.isWhitespace }), first.isASCIIDigit,
          other.ink.bounds.minX >= text.ink.bounds.maxX - 0.2 * size
        else { continue }
        let gap = other.ink.bounds.minX - text.ink.bounds.maxX
        let common =
          min(text.ink.bounds.maxY, other.ink.bounds.maxY)
          - max(text.ink.bounds.minY, other.ink.bounds.minY)
        guard gap < least * size, common > 0.45 * text.ink.bounds.height else { continue }
        findings.append(
          Finding(
            rule: rule, node: other.ink.node,
            problem: "\(other.name) reads as one with \(text.name) of \(place(text.ink))",
            measure: Measure(gap, "pt"), limit: Measure(least * size, "pt"),
            fix: "put one of them on another line", bounds: text.ink.bounds.union(other.ink.bounds))
        )
      }
    }
    return findings
  }

  /// Labels, with or without a halo, through which the leader of another label runs.
  private func struckLabels(_ rule: LintRule) -> [Finding] {
    var findings: [Finding] = []
    for text in texts where haloed.contains(text.ink.order) {
      guard let own = label(text.ink) else { continue }
      var deepest: (line: InkLine, depth: Double)?
      let quad = text.quad.inset(by: InkLimits.touch)
      lines.forEach(in: quad.bounds) { number, segment in
        let line = lines.lines[number]
        guard let its = label(line.ink), its != own, line.ink.role == .annotation,
          let depth = line.depth(of: segment, in: quad), depth > deepest?.depth ?? 0
        else { return }
        deepest = (line, depth)
      }
      guard let deepest, deepest.depth > 1 else { continue }
      findings.append(
        Finding(
          rule: rule, node: text.ink.node,
          problem: "\(text.name) is struck by the leader of \(place(deepest.line.ink))",
          measure: Measure(deepest.depth, "pt"), limit: Measure(1, "pt"),
          fix: "move one of the labels", bounds: text.ink.bounds))
    }
    return findings
  }

  /// Labels of curves that touch another curve and stand off their own.
  private func strayLabels(_ rule: LintRule) -> [Finding] {
    var curves: [String: [InkLine]] = [:]
    var colors: [String: RGBColor] = [:]
    for line in lines.lines
    where line.ink.isIn(.mark) && line.length > 100 {
      guard let step = line.ink.setting.steps.last(where: { $0.role == .mark }),
        let chart = line.ink.group(.chart)
      else { continue }
      curves["\(chart) \(step.name)", default: []].append(line)
      colors["\(chart) \(step.name)"] = line.color
    }
    var found: [Int: Finding] = [:]
    for text in texts {
      guard let own = label(text.ink), let chart = text.ink.group(.chart), found[own] == nil,
        let name = text.ink.setting.steps.first(where: { $0.role == .annotation })?.name,
        name.hasPrefix("curve") || name.hasPrefix("line"), let mine = curves["\(chart) \(name)"],
        // A leader leads to its curve.
        !lines.lines.contains(where: { $0.ink.role == .annotation && label($0.ink) == own })
      else { continue }
      func distance(_ lines: [InkLine]) -> Double {
        lines.flatMap(\.segments).map { segment in
          text.quad.distance(from: segment.start, to: segment.end)
        }.min() ?? .infinity
      }
      let near = distance(mine)
      let size = text.run.size * text.ink.scale
      guard near > 0.9 * size else { continue }
      let others = curves.filter { $0.key.hasPrefix("\(chart) ") && $0.key != "\(chart) \(name)" }
      guard
        let closest = others.map({ (name: $0.key, distance: distance($0.value)) })
          .min(by: { $0.distance < $1.distance }), closest.distance < 0.6 * near
      else { continue }
      found[own] = Finding(
        rule: rule, node: text.ink.node,
        problem: "\(text.name) stands at another curve than its own",
        measure: Measure(near, "pt"), limit: Measure(closest.distance, "pt"),
        fix: "label the curve where it is apart from the others", bounds: text.ink.bounds)
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }
}
