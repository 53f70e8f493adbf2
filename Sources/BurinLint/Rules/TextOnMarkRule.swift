import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Returns findings for texts over points, and texts across the edge of a bar or box.
  func textOnMarks(_ rule: LintRule, _ inset: Double) -> [Finding] {
    var findings: [Finding] = []
    var shapes: [Int: Bool] = [:]
    for text in texts where !haloed.contains(text.ink.order) {
      let quad = text.quad.inset(by: inset)
      var near: [Int] = []
      areaIndex.forEach(in: quad.bounds) { near.append($0) }
      for number in near.sorted() {
        let area = areas[number]
        guard area.ink.order < text.ink.order, area.ink.isIn(.mark) || area.ink.isIn(.node),
          min(area.bounds.width, area.bounds.height) > InkLimits.widestLine,
          area.bounds.intersects(quad.bounds), !isOwn(area, of: text)
        else { continue }
        let isCut = area.polygon.sides.contains { side in
          guard let side = area.ink.clip.map({ side.clipped(to: $0) }) ?? side else {
            return false
          }
          return quad.distance(from: side.start, to: side.end) == 0
        }
        guard isCut, let common = quad.bounds.intersection(area.bounds) else { continue }
        let isShape = shapes[number] ?? backdrop.isShape(area)
        shapes[number] = isShape
        guard isShape else { continue }
        findings.append(
          Finding(
            rule: rule, node: text.ink.node,
            problem: "\(text.name) "
              + (area.isPoint
                ? "covers the point \(place(area.ink))"
                : "straddles the edge of \(place(area.ink))"),
            measure: Measure(min(common.width, common.height) + inset, "pt"),
            limit: Measure(inset, "pt"),
            fix: "move the text off it, or entirely into it", bounds: text.ink.bounds))
      }
    }
    return findings
  }

  /// Returns whether a text is part of the mark that draws an area, as the names on contour lines
  /// are.
  private func isOwn(_ area: InkArea, of text: Text) -> Bool {
    area.ink.group(.mark).map(text.ink.groups.contains) ?? false
  }
}
