import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// A colour that the reader must recognise in a chart, with the word that names it.
  private struct Key {
    var color: RGBColor
    var word: String
    var ink: Ink
  }

  /// Returns findings for colours of series that look alike to some readers.
  func alikeColors(_ rule: LintRule, _ limit: Double) -> [Finding] {
    var (findings, compared) = equalSwatches(rule, limit)
    let keys = legendKeys() + wordKeys()
    let forms = markForms()
    for (index, key) in keys.enumerated() {
      for other in keys[(index + 1)...] where other.color != key.color {
        let pair = Self.pair(key.color, other.color)
        guard !compared.contains(pair), meet(key.color, other.color, forms) else { continue }
        compared.insert(pair)
        let (how, distance) = key.color.leastDistance(to: other.color)
        guard distance < limit - 0.000_5 else { continue }
        findings.append(
          Finding(
            rule: rule, node: other.ink.node,
            problem:
              "\"\(other.word)\" in \(other.color) looks like \"\(key.word)\" in \(key.color)"
              + how,
            measure: Measure(distance, "in OKLab"), limit: Measure(limit, "in OKLab"),
            fix: "change the lightness of one, or distinguish them by dashes, symbols or labels",
            bounds: other.ink.bounds))
      }
    }
    return findings
  }

  /// A key of a series in a legend: its pieces and the text after them.
  private struct Swatch {
    var legend: Int
    var pieces: [Ink]
    var word: String
  }

  /// Returns swatches of one legend that are indistinguishable: of the same form, and of colours
  /// that are equal or nearly equal.
  ///
  /// - Returns: the findings and the pairs of colours that they concern.
  private func equalSwatches(
    _ rule: LintRule, _ limit: Double
  ) -> (findings: [Finding], pairs: Set<[RGBColor]>) {
    var findings: [Finding] = []
    var pairs: Set<[RGBColor]> = []
    let swatches = self.swatches()
    for (index, swatch) in swatches.enumerated() {
      // A swatch that looks like several previous ones is reported once.
      let twin = swatches[..<index].lazy.compactMap { other -> (Swatch, Double)? in
        guard other.legend == swatch.legend, other.word != swatch.word else { return nil }
        return difference(other, swatch).map { (other, $0) }
      }.first { $0.1 < limit - 0.000_5 }
      guard let (other, distance) = twin, let ink = swatch.pieces.first else { continue }
      for (one, another) in zip(other.pieces, swatch.pieces) {
        if let a = one.color, let b = another.color { pairs.insert(Self.pair(a, b)) }
      }
      findings.append(
        Finding(
          rule: rule, node: ink.node,
          problem: "\"\(swatch.word)\" looks like \"\(other.word)\" in the legend",
          measure: Measure(distance, "in OKLab"), limit: Measure(limit, "in OKLab"),
          fix: "use a different colour, dash or symbol for each series", bounds: ink.bounds))
    }
    return (findings, pairs)
  }

  /// Returns two colours in a defined order.
  private static func pair(_ a: RGBColor, _ b: RGBColor) -> [RGBColor] {
    [a, b].sorted { "\($0)" < "\($1)" }
  }

  /// Returns the largest distance of the colours of two swatches, piece by piece; nil if their
  /// forms differ.
  private func difference(_ a: Swatch, _ b: Swatch) -> Double? {
    guard a.pieces.count == b.pieces.count else { return nil }
    var greatest = 0.0
    for (piece, other) in zip(a.pieces, b.pieces) {
      guard form(of: piece) == form(of: other), let first = piece.color, let second = other.color
      else { return nil }
      // The swatches of a scale of sizes are told apart by their size.
      let (width, otherWidth) = (piece.bounds.width, other.bounds.width)
      guard max(width, otherWidth) < 1.15 * min(width, otherWidth) + 0.1 else { return nil }
      let distance = OKLab(first.over(backdrop.page)).distance(
        to: OKLab(second.over(backdrop.page)))
      greatest = max(greatest, distance)
    }
    return greatest
  }

  /// Returns the swatches of all legends; colour bars have none.
  private func swatches() -> [Swatch] {
    let bars = Set(inks.lazy.filter { $0.image != nil }.compactMap { $0.group(.legend) })
    var swatches: [Swatch] = []
    for ink in inks where !ink.isIn(.decoration) && !ink.isIn(.tick) {
      guard let legend = ink.group(.legend), !bars.contains(legend) else { continue }
      let last = swatches.indices.last.flatMap { swatches[$0].legend == legend ? $0 : nil }
      if let run = ink.run {
        if let last { swatches[last].word += run.text }
      } else if ink.formula == nil, ink.path != nil {
        if let last, swatches[last].word.isEmpty {
          swatches[last].pieces.append(ink)
        } else {
          swatches.append(Swatch(legend: legend, pieces: [ink], word: ""))
        }
      }
    }
    return swatches.filter { !$0.word.isEmpty }
  }

  /// Returns the swatches of legends, each with the text after it.
  private func legendKeys() -> [Key] {
    inks.compactMap { ink in
      guard ink.isIn(.legend), let color = ink.color else { return nil }
      let word = texts.first {
        $0.ink.order > ink.order && $0.ink.group(.legend) == ink.group(.legend)
      }
      return Key(color: color, word: word?.run.text ?? ink.node, ink: ink)
    }
  }

  /// Returns coloured words, away from the marks, whose exact colour marks have: a legend in words.
  private func wordKeys() -> [Key] {
    var marks = Set(inks.lazy.filter { $0.isIn(.mark) }.compactMap(\.color))
    for ink in inks where ink.isIn(.mark) {
      for (color, _) in ink.dense?.forms ?? [] { marks.insert(color.opacity(ink.opacity)) }
    }
    var seen: Set<RGBColor> = []
    return texts.compactMap { text in
      let ink = text.ink
      guard !ink.isIn(.chart) || ink.isIn(.title) || ink.isIn(.caption),
        !ink.isIn(.legend), isHue(text.run.color), marks.contains(text.run.color),
        seen.insert(text.run.color).inserted
      else { return nil }
      return Key(color: text.run.color, word: text.run.text, ink: text.ink)
    }
  }

  private func isHue(_ color: RGBColor) -> Bool {
    let lab = OKLab(color)
    return (lab.a * lab.a + lab.b * lab.b).squareRoot() > 0.04
  }

  /// Returns the forms of the marks of each colour in each chart.
  private func markForms() -> [Int: [RGBColor: Set<String>]] {
    var forms: [Int: [RGBColor: Set<String>]] = [:]
    for ink in inks {
      guard ink.isIn(.mark), let chart = ink.group(.chart) else { continue }
      if let dense = ink.dense {
        for (color, form) in dense.forms {
          forms[chart, default: [:]][color.opacity(ink.opacity), default: []].insert(form)
        }
      }
      guard let color = ink.color else { continue }
      forms[chart, default: [:]][color, default: []].insert(form(of: ink))
    }
    return forms
  }

  /// Returns whether two colours occur in one chart on marks of the same form.
  private func meet(_ a: RGBColor, _ b: RGBColor, _ forms: [Int: [RGBColor: Set<String>]]) -> Bool {
    forms.values.contains { colors in
      guard let first = colors[a], let second = colors[b] else { return false }
      return !first.isDisjoint(with: second)
    }
  }

  /// Returns the form of a mark, which distinguishes it beside its colour.
  private func form(of ink: Ink) -> String {
    guard let item = ink.path else { return "" }
    if item.fill == nil, let stroke = item.stroke {
      return "line" + stroke.dash.map { " \(Int($0.rounded()))" }.joined()
    }
    let isPoint = max(ink.bounds.width, ink.bounds.height) <= InkLimits.largestPoint
    return isPoint ? "point of \(item.path.elements.count)" : "area"
  }
}
