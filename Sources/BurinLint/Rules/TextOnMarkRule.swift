import BurinGeometry
import BurinScene

extension InkSurvey {
  /// Texts over points, and texts across the edge of a bar or box.
  func textOnMarks(_ rule: LintRule, _ inset: Double) -> [Finding] {
    var findings: [Finding] = []
    let backdrop = Backdrop(self)
    let areas = inks.filter { $0.roles.contains(.mark) || $0.roles.contains(.node) }
      .compactMap(PaintedArea.init)
      .filter { min($0.bounds.width, $0.bounds.height) > 3 && stands(out: $0, from: backdrop) }
    for text in texts where !haloed.contains(text.ink.order) {
      let quad = text.quad.inset(by: inset)
      for area in areas
      where area.ink.order < text.ink.order && area.bounds.intersects(quad.bounds)
        && !isOwn(area, of: text)
      {
        let isCut = area.polygon.sides.contains { side in
          guard let side = area.ink.clip.map({ side.clipped(to: $0) }) ?? side else {
            return false
          }
          return quad.distance(from: side.start, to: side.end) == 0
        }
        guard isCut, let common = quad.bounds.intersection(area.bounds) else { continue }
        let isPoint = max(area.bounds.width, area.bounds.height) <= 24
        findings.append(
          Finding(
            rule: rule, node: text.ink.node,
            problem: "\(text.name) "
              + (isPoint
                ? "covers the point \(place(area.ink))"
                : "straddles the edge of \(place(area.ink))"),
            measure: Measure(min(common.width, common.height) + inset, "pt"),
            limit: Measure(inset, "pt"),
            fix: "move the text off it, or wholly into it", bounds: text.ink.bounds))
      }
    }
    return findings
  }

  /// Whether a text is part of the mark that draws an area, as the names on contour lines are.
  private func isOwn(_ area: PaintedArea, of text: Text) -> Bool {
    area.ink.group(.mark).map(text.ink.groups.contains) ?? false
  }

  /// Whether an area is seen as a shape rather than as a tint of the page.
  private func stands(out area: PaintedArea, from backdrop: Backdrop) -> Bool {
    guard let point = innerPoint(of: area), let color = area.color(at: point) else { return false }
    let under = backdrop.color(at: point, before: area.ink.order)
    return color.over(under).contrast(with: under) >= 1.5
  }
}

extension InkSurvey {
  /// A point that an area paints, near its middle where it can be.
  func innerPoint(of area: PaintedArea) -> Point? {
    let bounds = area.bounds
    if area.contains(bounds.center) { return bounds.center }
    for step in 1..<16 {
      // Halves, then odd quarters, and so on: the fractions of the van der Corput sequence.
      var (fraction, part, rest) = (0.0, 0.5, step)
      while rest > 0 {
        if rest & 1 == 1 { fraction += part }
        (part, rest) = (part / 2, rest >> 1)
      }
      let y = bounds.minY + bounds.height * fraction
      let crossings = area.polygon.sides.compactMap { side -> Double? in
        guard (side.start.y <= y) != (side.end.y <= y) else { return nil }
        return side.start.x
          + (side.end.x - side.start.x) * (y - side.start.y) / (side.end.y - side.start.y)
      }.sorted()
      for (a, b) in zip(crossings, crossings.dropFirst()) where b - a > 0.5 {
        let point = Point((a + b) / 2, y)
        if area.contains(point) { return point }
      }
    }
    return nil
  }

  func place(_ ink: Ink) -> String { ink.node.isEmpty ? "the scene" : ink.node }

  func name(_ ink: Ink) -> String {
    switch ink.item {
    case .glyphs(let run): Text(ink: ink, run: run, quad: ConvexQuad(ink.bounds, .identity)).name
    case .image: "an image"
    case .path, .group: "a path"
    }
  }
}
