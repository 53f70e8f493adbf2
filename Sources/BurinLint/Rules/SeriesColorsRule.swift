import BurinGeometry
import BurinInk
import BurinScene

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension InkSurvey {
  /// A colour that the reader must recognise in a chart, with the word that names it.
  private struct Key {
    var color: RGBColor
    var word: String
    var ink: Ink
  }

  /// Returns findings for colours that mean different things and look alike to some readers.
  ///
  /// They are the keys of legends, words in the colours of marks, and marks of one form in one chart
  /// whose colours are far apart for most readers, tints included. A second channel is another form
  /// (a shape, a dash, a width, a symbol), or names at all marks of both colours.
  func alikeColors(_ rule: LintRule, _ limit: Double) -> [Finding] {
    var (findings, compared) = equalSwatches(rule, limit)
    let keys = legendKeys() + wordKeys()
    let groups = markGroups()
    let names = MarkNames(self, groups)
    for (index, key) in keys.enumerated() {
      for other in keys[(index + 1)...] where other.color != key.color {
        let pair = Self.pair(key.color, other.color)
        guard !compared.contains(pair),
          groups.contains(where: { group, marks in
            marks[key.color] != nil && marks[other.color] != nil
              && !names.tell(key.color, other.color, in: group)
          })
        else { continue }
        compared.insert(pair)
        let (how, distance) = seen(key.color).leastDistance(to: seen(other.color))
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
    // The colours along a bar are values, whose neighbours are alike.
    let scaled = Set(
      inks.lazy.filter { $0.image != nil && $0.isIn(.legend) }.compactMap { $0.group(.chart) })
    for (group, marks) in groups.sorted(by: { $0.key < $1.key })
    where marks.count <= Self.mostKeys && !scaled.contains(group.chart) {
      for (ink, other) in alike(marks, limit) {
        guard let a = ink.color, let b = other.color, !names.tell(a, b, in: group),
          compared.insert(Self.pair(a, b)).inserted
        else { continue }
        let (how, distance) = seen(a).leastDistance(to: seen(b))
        findings.append(
          Finding(
            rule: rule, node: other.node,
            problem: "\(b) looks like \(a) of \(place(ink))\(how)",
            measure: Measure(distance, "in OKLab"), limit: Measure(limit, "in OKLab"),
            fix:
              "change the lightness of one, or distinguish them by dashes, symbols or names at the marks",
            bounds: other.bounds))
      }
    }
    return findings
  }

  /// Returns a colour as it lies on the page.
  private func seen(_ color: RGBColor) -> RGBColor { color.over(backdrop.page) }

  /// The most colours of marks of one form that mean something each; more are a scale of values.
  private static let mostKeys = 12

  /// Returns the first marks of two colours that most readers tell apart, and some do not.
  private func alike(_ marks: [RGBColor: [Ink]], _ limit: Double) -> [(Ink, Ink)] {
    let marks = marks.values.compactMap(\.first).sorted { $0.order < $1.order }
    var pairs: [(Ink, Ink)] = []
    for (index, ink) in marks.enumerated() {
      for other in marks[(index + 1)...] {
        guard let a = ink.color.map(seen), let b = other.color.map(seen), isHue(a) || isHue(b)
        else { continue }
        let (most, least) = (OKLab(a).distance(to: OKLab(b)), a.leastDistance(to: b).distance)
        // Neighbouring tints of one hue are as near for all.
        guard most >= limit, least < limit - 0.000_5, most - least >= InkLimits.noticeableDistance
        else { continue }
        pairs.append((ink, other))
      }
    }
    return pairs
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
      guard !InkLimits.areApart(piece.bounds.width, other.bounds.width) else { return nil }
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

  func isHue(_ color: RGBColor) -> Bool {
    let lab = OKLab(color)
    return (lab.a * lab.a + lab.b * lab.b).squareRoot() > 0.04
  }

  /// Returns the marks of each form in each chart, by colour; of marks in columns the colours alone.
  private func markGroups() -> [MarkGroup: [RGBColor: [Ink]]] {
    var groups: [MarkGroup: [RGBColor: [Ink]]] = [:]
    for ink in inks {
      guard ink.isIn(.mark), ink.run == nil, let chart = ink.group(.chart) else { continue }
      if let dense = ink.dense {
        for (color, form) in dense.forms {
          groups[MarkGroup(chart: chart, form: form), default: [:]][
            color.opacity(ink.opacity), default: []] += []
        }
      }
      // The heads of arrows are parts of their lines.
      let isHead = ink.path?.fill != nil && kind(of: ink) == "arrow"
      guard let color = ink.color, !isHead else { continue }
      groups[MarkGroup(chart: chart, form: form(of: ink)), default: [:]][color, default: []]
        .append(ink)
    }
    return groups
  }

  /// Returns the form of a mark, which distinguishes it beside its colour.
  private func form(of ink: Ink) -> String {
    guard let item = ink.path else { return "" }
    if item.fill == nil, let stroke = item.stroke {
      // Straight lines and arrows look like no curve.
      let kind = kind(of: ink)
      let type = ["rule", "chord", "arrow", "point"].contains(kind) ? kind : "line"
      // A line half as wide again is another one.
      let width = Int((log(max(stroke.width, 0.1)) / log(1.5)).rounded())
      return "\(type) \(width)" + stroke.dash.map { " \(Int($0.rounded()))" }.joined()
    }
    if max(ink.bounds.width, ink.bounds.height) <= InkLimits.largestPoint,
      !["bar", "rectangle"].contains(kind(of: ink))
    {
      // The ends of chords are no data.
      let owner = kind(of: ink) == "chord" ? "end" : "point"
      return "\(owner) of \(item.path.elements.count)"
    }
    return isBox(item.path) ? "box" : "area"
  }

  /// Returns the first word of a mark's name, which is its type where the author gave no other.
  private func kind(of ink: Ink) -> Substring {
    ink.setting.steps.last { $0.role == .mark }?.name.split(separator: " ").first ?? ""
  }

  /// Whether a path is a rectangle, its corners rounded or not.
  private func isBox(_ path: Path) -> Bool {
    var last: Point?
    for element in path.elements {
      switch element {
      case .line(let point):
        if let last, abs(point.x - last.x) > 0.01, abs(point.y - last.y) > 0.01 { return false }
        last = point
      case .move(let point), .cubic(_, _, let point): last = point
      case .close: continue
      }
    }
    return path.elements.count <= 11
  }
}

/// The marks of one form in one chart.
struct MarkGroup: Hashable, Comparable {
  /// The number of the chart's group.
  var chart: Int
  /// The form in words.
  var form: String

  static func < (a: MarkGroup, b: MarkGroup) -> Bool { (a.chart, a.form) < (b.chart, b.form) }
}
