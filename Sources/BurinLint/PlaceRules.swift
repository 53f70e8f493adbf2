import BurinGeometry
import BurinScene

extension InkSurvey {
  /// Ink beyond the canvas, and text that a clip cuts.
  func cutOff(_ rule: LintRule, _ tolerance: Double, canvas: Size) -> [Finding] {
    let page = Rect(origin: .zero, size: canvas)
    var findings: [Finding] = []
    for ink in inks {
      if let clip = ink.clip, case .glyphs = ink.item,
        !clip.contains(ink.bounds, tolerance: tolerance)
      {
        findings.append(
          Finding(
            rule: rule, node: ink.node,
            message: "\(name(ink)) is cut by a clip, \(excess(ink.bounds, clip)) pt outside"
              + " (limit \(tenths(tolerance))): move it in, or out of the clipped group",
            bounds: ink.bounds))
        continue
      }
      let shown = ink.clip.map { ink.bounds.intersection($0) } ?? ink.bounds
      guard let shown, !page.contains(shown, tolerance: tolerance) else { continue }
      findings.append(
        Finding(
          rule: rule, node: ink.node,
          message: "\(name(ink)) leaves the canvas by \(excess(shown, page)) pt"
            + " (limit \(tenths(tolerance))): enlarge the canvas or its margin", bounds: shown))
    }
    return findings
  }

  /// Strokes and thin shapes across texts.
  func crossings(_ rule: LintRule, _ inset: Double) -> [Finding] {
    var findings: [Finding] = []
    let lines = inks.compactMap(Line.init)
    let plates = inks.compactMap(Plate.init)
    for text in texts where !haloed.contains(text.ink.order) {
      let quad = text.quad.inset(by: inset)
      let bounds = quad.bounds
      for line in lines where line.bounds.intersects(bounds) {
        guard !belongs(line.ink, to: text.ink), line.crosses(quad) else { continue }
        let isCovered = plates.contains { plate in
          plate.order > line.ink.order && plate.order < text.ink.order && plate.covers(quad)
        }
        if isCovered { continue }
        findings.append(
          Finding(
            rule: rule, node: text.ink.node,
            message: "\(text.name) is crossed by a line of \(place(line.ink))"
              + " (limit: \(tenths(inset)) pt into the ink): move one of them, or put an opaque plate"
              + " under the text", bounds: text.ink.bounds))
      }
    }
    return findings
  }

  /// Whether a line is part of a text: an underline, a fraction bar, a label's own rule.
  private func belongs(_ line: Ink, to text: Ink) -> Bool {
    if let formula = line.formula, formula == text.formula { return true }
    guard let group = line.groups.last, group == text.groups.last, let role = line.roles.last
    else { return false }
    return [.text, .formula, .part, .title, .caption, .label].contains(role)
  }

  private func name(_ ink: Ink) -> String {
    switch ink.item {
    case .glyphs(let run): Text(ink: ink, run: run, quad: ConvexQuad(ink.bounds, .identity)).name
    case .image: "an image"
    case .path, .group: "a path"
    }
  }

  private func excess(_ rect: Rect, _ limit: Rect) -> String {
    tenths(
      max(
        limit.minX - rect.minX, rect.maxX - limit.maxX, limit.minY - rect.minY,
        rect.maxY - limit.maxY))
  }
}

/// A stroke, or a shape as thin as one, as polylines on the canvas.
private struct Line {
  let ink: InkSurvey.Ink
  let polylines: [[Point]]
  let halfWidth: Double
  let bounds: Rect

  /// Paints fainter than this are no obstacle.
  static let leastOpacity = 0.2

  init?(_ ink: InkSurvey.Ink) {
    guard case .path(let item) = ink.item, !ink.roles.contains(.grid),
      !ink.roles.contains(.decoration)
    else { return nil }
    if let stroke = item.stroke, opacity(stroke.paint) * ink.opacity >= Self.leastOpacity {
      halfWidth = stroke.width / 2 * ink.scale
    } else if let fill = item.fill, opacity(fill) * ink.opacity >= Self.leastOpacity,
      Self.isThin(ink)
    {
      halfWidth = 0
    } else {
      return nil
    }
    self.ink = ink
    polylines = item.path.transformed(by: ink.transform).flattened(tolerance: 0.1)
    let reach = ink.bounds.inset(by: -0.1)
    guard let shown = ink.clip.map({ reach.intersection($0) }) ?? reach else { return nil }
    bounds = shown
  }

  /// Whether a filled shape is a line, a dot or an arrow's head rather than an area.
  private static func isThin(_ ink: InkSurvey.Ink) -> Bool {
    let (width, height) = (ink.bounds.width, ink.bounds.height)
    let isArrow = ink.roles.contains(.connector) || ink.roles.contains(.annotation)
    return min(width, height) <= 3 || (isArrow && max(width, height) <= 12)
  }

  func crosses(_ quad: ConvexQuad) -> Bool {
    let reach = quad.bounds.inset(by: -halfWidth)
    return polylines.contains { polyline in
      zip(polyline, polyline.dropFirst()).contains { start, end in
        guard Rect(start, end).inset(by: -1e-9).intersects(reach) else { return false }
        guard let (a, b) = clipped(start, end) else { return false }
        let distance = quad.distance(from: a, to: b)
        return distance == 0 || distance < halfWidth
      }
    }
  }

  /// The part of a segment inside the clip.
  ///
  /// Source: Y.-D. Liang, B. Barsky, "A New Concept and Method for Line Clipping" (1984).
  private func clipped(_ start: Point, _ end: Point) -> (Point, Point)? {
    guard let clip = ink.clip else { return (start, end) }
    let d = end - start
    var (enter, leave) = (0.0, 1.0)
    for (p, q) in [
      (-d.dx, start.x - clip.minX), (d.dx, clip.maxX - start.x),
      (-d.dy, start.y - clip.minY), (d.dy, clip.maxY - start.y),
    ] {
      if p == 0 {
        if q < 0 { return nil }
      } else if p < 0 {
        enter = max(enter, q / p)
      } else {
        leave = min(leave, q / p)
      }
    }
    guard enter <= leave else { return nil }
    return (start.interpolated(to: end, at: enter), start.interpolated(to: end, at: leave))
  }
}

/// An opaque area that hides what was painted before it.
private struct Plate {
  let order: Int
  let area: FilledArea

  init?(_ ink: InkSurvey.Ink) {
    guard case .path(let item) = ink.item, let fill = item.fill, ink.opacity == 1,
      opacity(fill) == 1, let area = FilledArea(ink)
    else { return nil }
    order = ink.order
    self.area = area
  }

  func covers(_ quad: ConvexQuad) -> Bool { quad.corners.allSatisfy(area.contains) }
}

/// The least opacity of a paint, 0…1.
private func opacity(_ paint: Paint) -> Double {
  switch paint {
  case .color(let color): Double(color.alpha) / 255
  case .linearGradient(_, _, let stops): Double(stops.map(\.color.alpha).min() ?? 0) / 255
  }
}
