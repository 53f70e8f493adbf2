import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// An opaque shape that is painted over data.
  private struct Cover {
    var ink: Ink
    var quads: [ConvexQuad]
    var area: InkArea?

    func hides(_ point: Point) -> Bool {
      area?.contains(point) ?? quads.contains { $0.contains(point) }
    }
  }

  /// Returns findings for legends, labels, backgrounds and halos over data.
  func hiddenData(_ rule: LintRule, _ share: Double) -> [Finding] {
    let covers = self.covers()
    if covers.isEmpty { return [] }
    let index = RectIndex(
      covers.map { Rect.union(of: $0.quads.map(\.bounds)) ?? RectIndex.nowhere }, bounds: page)
    var findings: [Finding] = []
    for ink in inks where ink.isIn(.mark) && !ink.isIn(.annotation) {
      var near: [Int] = []
      index.forEach(in: ink.bounds) { near.append($0) }
      for cover in near.sorted().map({ covers[$0] })
      where cover.ink.order > ink.order
        && cover.quads.contains(where: { $0.bounds.intersects(ink.bounds) })
      {
        let hidden = hiddenShare(of: ink, by: cover)
        guard hidden > share + InkLimits.rounding else { continue }
        findings.append(
          Finding(
            rule: rule, node: cover.ink.node,
            problem: "hides a part of \(place(ink))", measure: Measure(hidden * 100, "%"),
            limit: Measure(share * 100, "%"), fix: "move it off the data",
            bounds: cover.ink.bounds))
      }
    }
    return findings
  }

  private func covers() -> [Cover] {
    let carriers: [Role] = [.legend, .annotation, .label, .caption, .title]
    var covers: [Cover] = inks.compactMap { ink in
      guard ink.isIn(.chart), !ink.isIn(.mark),
        carriers.contains(where: ink.isIn), let area = area(of: ink), area.isOpaque
      else { return nil }
      return Cover(ink: ink, quads: [ConvexQuad(area.bounds, .identity)], area: area)
    }
    for text in texts where haloed.contains(text.ink.order) && text.ink.isIn(.chart) {
      covers.append(Cover(ink: text.ink, quads: [text.quad], area: nil))
    }
    return covers
  }

  /// Returns the share of a mark's ink that a cover hides, 0…1.
  private func hiddenShare(of ink: Ink, by cover: Cover) -> Double {
    if ink.path?.fill == nil, let line = InkLine(obstacle: ink) {
      guard line.length > 0 else { return 0 }
      var hidden = 0.0
      for segment in line.segments {
        let steps = max(1, Int((segment.length / 2).rounded(.up)))
        let count = (0..<steps).count { step in
          cover.hides(segment.point(at: (Double(step) + 0.5) / Double(steps)))
        }
        hidden += segment.length * Double(count) / Double(steps)
      }
      return hidden / line.length
    }
    // A halo covers a rim around letters: it can hide a point, but not an area.
    guard let area = area(of: ink), cover.area != nil || isPoint(area)
    else { return 0 }
    var (painted, hidden) = (0, 0)
    let bounds = area.bounds
    for row in 0..<24 {
      for column in 0..<24 {
        let point = Point(
          bounds.minX + bounds.width * (Double(column) + 0.5) / 24,
          bounds.minY + bounds.height * (Double(row) + 0.5) / 24)
        guard area.contains(point) else { continue }
        painted += 1
        if cover.hides(point) { hidden += 1 }
      }
    }
    return painted > 0 ? Double(hidden) / Double(painted) : 0
  }

  /// Returns whether an area is as small as a point and about as wide as high.
  private func isPoint(_ area: InkArea) -> Bool {
    let (width, height) = (area.bounds.width, area.bounds.height)
    return area.isPoint && max(width, height) <= 2 * min(width, height)
  }
}
