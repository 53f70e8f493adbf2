import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// The most marks of a chart that are looked at one by one: fewer where any point may lie under
  /// tens of thousands of lines.
  private var mostJudged: Int { max(400, min(4_000, 40_000_000 / max(lines.lines.count, 1))) }

  /// Returns findings for charts whose marks are invisible, and pages without content.
  func unseenData(_ rule: LintRule, _ share: Double) -> [Finding] {
    var counts: [Int: (seen: Int, all: Int)] = [:]
    var grounds: [Int: Int] = [:]
    var isEmpty = true
    // A few thousand marks of a chart, spread over the order of painting, speak for all.
    var totals: [Int: Int] = [:]
    for ink in inks where ink.isIn(.mark) {
      if let chart = ink.group(.chart) { totals[chart, default: 0] += 1 }
    }
    var numbers: [Int: Int] = [:]
    let mostJudged = mostJudged
    for ink in inks where ink.shown != nil {
      if ink.isIn(.figure) { isEmpty = false }
      guard ink.isIn(.mark), let chart = ink.group(.chart) else { continue }
      let number = numbers[chart] ?? 0
      numbers[chart] = number + 1
      guard number % ((totals[chart] ?? 0) / mostJudged + 1) == 0 else { continue }
      // The background of the chart's first mark.
      let ground = grounds[chart] ?? ink.order
      grounds[chart] = ground
      let isSeen = isSeen(ink, on: ground)
      for group in ink.groups {
        counts[group, default: (0, 0)].all += 1
        if isSeen { counts[group, default: (0, 0)].seen += 1 }
      }
    }
    if isEmpty, let figure = figures.first {
      return [
        Finding(
          rule: rule, node: figure, problem: "the page shows nothing",
          measure: Measure(0, "items"), limit: Measure(1, "item"), fix: "add content",
          bounds: page)
      ]
    }
    return charts.compactMap { chart in
      guard let (seen, all) = counts[chart.group], Double(seen) < share * Double(all) else {
        return nil
      }
      return Finding(
        rule: rule, node: chart.node, problem: "the marks of the chart cannot be seen",
        measure: Measure(100 * Double(seen) / Double(all), "% of the marks"),
        limit: Measure(100 * share, "% of the marks"),
        fix: "draw them in another colour, and without rims that erase each other",
        bounds: chart.bounds ?? page)
    }
  }

  /// Returns whether a mark's ink changes the look of its chart's background.
  private func isSeen(_ ink: Ink, on ground: Int) -> Bool {
    switch ink.item {
    case .path:
      if let area = area(of: ink), let point = area.innerPoint, let paint = area.color(at: point),
        remains(paint, of: ink, at: point, on: ground)
      {
        return true
      }
      guard let line = InkLine(strokeOf: ink), let middle = line.middle else { return false }
      return line.color.map { remains($0, of: ink, at: middle, on: ground) } ?? true
    case .glyphs(let run):
      return remains(run.color.opacity(ink.opacity), of: ink, at: ink.bounds.center, on: ground)
    case .image: return true
    case .points, .rects, .sectors:
      // A few of the shapes, spread over the rows, speak for all.
      guard let dense = ink.dense else { return false }
      return dense.samples(32).contains { sample in
        let point = ink.transform.apply(sample.point)
        return ink.clip?.contains(point) != false
          && remains(
            sample.color.opacity(ink.opacity), of: ink, at: point, on: ground)
      }
    case .group: return false
    }
  }

  /// Returns whether a paint at a point differs from the chart's background in the finished
  /// picture.
  private func remains(
    _ paint: RGBColor, of ink: Ink, at point: Point, on ground: Int
  ) -> Bool {
    var color = backdrop.color(of: paint, ink, at: point)
    color = backdrop.color(color, at: point, after: ink.order)
    // Numbers alone: of a crowd of lines that cover the point, only the last is copied.
    var (rim, last): (Int?, Int) = (nil, ink.order)
    lines.forEach(in: Rect(point, point)) { number, segment in
      guard lines.order(number) > last, lines.isMark(number),
        segment.distance(to: point) <= lines.halfWidth(number)
      else { return }
      (rim, last) = (number, lines.order(number))
    }
    if let rim, let paint = lines.lines[rim].color { color = paint.over(color) }
    let before = backdrop.color(at: point, before: ground)
    return OKLab(color).distance(to: OKLab(before)) >= InkLimits.noticeableDistance
  }
}

extension InkLine {
  /// The middle of the middle piece; nil for a line without pieces.
  fileprivate var middle: Point? {
    segments.isEmpty ? nil : segments[segments.count / 2].point(at: 0.5)
  }
}
