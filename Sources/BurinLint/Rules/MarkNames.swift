import BurinGeometry
import BurinInk
import BurinScene

/// The colours of marks that words explain at the marks: labels, texts on them, words in their colour
/// beside them, or a category of an axis that has no mark of another colour.
struct MarkNames {
  private struct Key: Hashable {
    var group: MarkGroup
    var color: RGBColor
  }

  /// The colours whose every mark has a name.
  private var named: Set<Key> = []

  init(_ survey: InkSurvey, _ groups: [MarkGroup: [RGBColor: [Ink]]]) {
    let labels = Labels(survey)
    for (group, marks) in groups {
      var categories: [RGBColor: Set<Int>] = [:]
      for (color, inks) in marks {
        if !inks.isEmpty, inks.allSatisfy({ labels.name($0, group.chart, among: marks) }) {
          named.insert(Key(group: group, color: color))
        }
        categories[color] = inks.reduce(into: []) {
          $0.formUnion(labels.categories($1, group.chart))
        }
      }
      // One category, and no mark of another colour in it.
      for (color, own) in categories where own.count == 1 {
        let isShared = categories.contains { $0.key != color && !$0.value.isDisjoint(with: own) }
        if !isShared { named.insert(Key(group: group, color: color)) }
      }
    }
  }

  /// Whether words tell two colours of marks of one form apart.
  func tell(_ a: RGBColor, _ b: RGBColor, in group: MarkGroup) -> Bool {
    named.contains(Key(group: group, color: a)) && named.contains(Key(group: group, color: b))
  }
}

/// The words at marks and at ticks.
private struct Labels {
  private struct Place: Hashable {
    var chart: Int
    var name: String
  }

  /// A label of a tick that is a word: a place along its axis.
  private struct Category {
    var center: Point
    var isHorizontal: Bool

    func isAt(_ mark: Rect) -> Bool {
      isHorizontal
        ? mark.minX <= center.x && center.x <= mark.maxX
        : mark.minY <= center.y && center.y <= mark.maxY
    }
  }

  private let survey: InkSurvey
  /// The marks with a label, by chart.
  private var labelled: Set<Place> = []
  private var ticks: [Int: [Category]] = [:]

  /// The room between a mark and a word of its colour that names it, in ems.
  private static let mostRoom = 1.6
  /// The room between the end of a leader and the middle of its line, in points.
  private static let leaderGap = 6.0
  /// The room up to which a word names the line of its colour that is the nearest, in ems.
  private static let farthest = 4.0

  init(_ survey: InkSurvey) {
    self.survey = survey
    for text in survey.texts where isName(text.run) {
      guard let chart = text.ink.group(.chart) else { continue }
      if text.ink.isIn(.tick), let axis = text.ink.setting.steps.last(where: { $0.role == .axis }) {
        ticks[chart, default: []].append(
          Category(center: text.ink.bounds.center, isHorizontal: axis.name.hasPrefix("x")))
      } else if let step = text.ink.setting.steps.first(where: { $0.role == .annotation }) {
        labelled.insert(Place(chart: chart, name: step.name))
      }
    }
  }

  /// Whether a text names something: letters, which numbers with their signs do without.
  private func isName(_ run: GlyphRun) -> Bool { run.text.contains(where: \.isLetter) }

  /// Whether words tell what a mark is.
  ///
  /// - Parameters:
  ///   - ink: the mark.
  ///   - chart: the number of its chart.
  ///   - marks: the marks of its form, by colour.
  func name(_ ink: Ink, _ chart: Int, among marks: [RGBColor: [Ink]]) -> Bool {
    let hasLabel = ink.setting.steps.contains { step in
      step.role == .mark && labelled.contains(Place(chart: chart, name: step.name))
    }
    if hasLabel { return true }
    let line = ink.path?.fill == nil ? InkLine(strokeOf: ink) : nil
    return survey.texts(in: ink.bounds.inset(by: -Self.farthest * 14)).contains { number in
      let text = survey.texts[number]
      guard text.ink.group(.chart) == chart, isName(text.run), !text.ink.isIn(.axis),
        !text.ink.isIn(.legend)
      else { return false }
      let isOwn = text.run.color == ink.color
      guard let line else {
        if ink.bounds.contains(text.ink.bounds.center) { return true }
        return isOwn
          && ink.bounds.inset(by: -Self.mostRoom * text.run.size).intersects(text.ink.bounds)
      }
      guard isOwn else { return false }
      func distance(_ line: InkLine) -> Double {
        line.segments.map { text.quad.distance(from: $0.start, to: $0.end) }.min() ?? .infinity
      }
      let own = distance(line)
      if own <= Self.mostRoom * text.run.size { return true }
      if leads(text, to: line) { return true }
      // Farther away, it has to be the nearest.
      return own <= Self.farthest * text.run.size
        && !marks.contains { color, inks in
          color != ink.color
            && inks.contains { InkLine(strokeOf: $0).map(distance).map { $0 < own } ?? false }
        }
    }
  }

  /// Whether a leader of a text's label ends at a line.
  private func leads(_ text: InkSurvey.Text, to line: InkLine) -> Bool {
    guard let label = text.ink.group(.annotation) else { return false }
    let leaders = survey.lines.lines.filter {
      $0.ink.role == .annotation && $0.ink.group(.annotation) == label
    }
    return leaders.contains { leader in
      [leader.segments.first?.start, leader.segments.last?.end].contains { end in
        guard let end else { return false }
        return line.segments.contains { $0.distance(to: end) <= Self.leaderGap }
      }
    }
  }

  /// Returns the numbers of the categories at a mark.
  func categories(_ ink: Ink, _ chart: Int) -> Set<Int> {
    guard let all = ticks[chart] else { return [] }
    return Set(all.indices.filter { all[$0].isAt(ink.bounds) })
  }
}
