import BurinGeometry
import BurinScene

extension InkSurvey {
  /// Texts that hardly stand out from what lies under them.
  func faintText(
    _ rule: LintRule, _ limit: Double, _ largeLimit: Double, background: Color
  ) -> [Finding] {
    let page = background.over(.white)
    let coats = inks.compactMap(Coat.init)
    return texts.compactMap { text in
      let bold = isBold(text.run.font)
      let size = text.run.size * text.ink.scale
      let limit = size >= 18 || (bold && size >= 14) ? largeLimit : limit
      let color = text.run.color.opacity(text.ink.opacity)
      var worst = Double.infinity
      var worstBackdrop = page
      // Along the middle of the ink: a text may begin on a bar and end beside it.
      for fraction in [0.1, 0.3, 0.5, 0.7, 0.9] {
        let point = text.quad.point(fraction, 0.5)
        var backdrop = page
        for coat in coats where coat.order < text.ink.order {
          if let color = coat.color(at: point) { backdrop = color.over(backdrop) }
        }
        let contrast = color.over(backdrop).contrast(with: backdrop)
        if contrast < worst { (worst, worstBackdrop) = (contrast, backdrop) }
      }
      guard worst < limit - 0.005 else { return nil }
      return Finding(
        rule: rule, node: text.ink.node,
        message: "\(text.name) in \(text.run.color) on \(worstBackdrop) has contrast"
          + " \(hundredths(worst)):1 (limit \(tenths(limit))): use a darker or lighter colour",
        bounds: text.ink.bounds)
    }
  }

  /// Whether a face is of weight 700 or more, by its PostScript name.
  private func isBold(_ font: FontID) -> Bool {
    let name = font.postScriptName.lowercased()
    if name.contains("semibold") || name.contains("demibold") { return false }
    return ["bold", "black", "heavy"].contains { name.contains($0) }
  }
}

/// A fill or an image that can lie under text.
private struct Coat {
  let order: Int
  private let ink: InkSurvey.Ink
  private let area: FilledArea?

  /// Dots and lines, thinner than this, are no backdrop.
  private static let leastExtent = 4.0

  init?(_ ink: InkSurvey.Ink) {
    order = ink.order
    self.ink = ink
    switch ink.item {
    case .path:
      guard min(ink.bounds.width, ink.bounds.height) >= Self.leastExtent,
        let area = FilledArea(ink)
      else { return nil }
      self.area = area
    case .image: area = nil
    case .glyphs, .group: return nil
    }
  }

  /// The colour at a point of the canvas, or nil outside.
  func color(at point: Point) -> Color? {
    switch ink.item {
    case .path(let item):
      guard area?.contains(point) == true else { return nil }
      switch item.fill {
      case .color(let color): return color.opacity(ink.opacity)
      case .linearGradient(let from, let to, let stops):
        return gradient(point, ink.transform.apply(from), ink.transform.apply(to), stops)
          .opacity(ink.opacity)
      case nil: return nil
      }
    case .image(let image):
      let place = ink.bounds
      guard place.contains(point), ink.clip?.contains(point) != false, place.width > 0,
        place.height > 0, image.columns > 0, image.rows > 0
      else { return nil }
      let column = Int((point.x - place.minX) / place.width * Double(image.columns))
      let row = Int((point.y - place.minY) / place.height * Double(image.rows))
      let cell = min(row, image.rows - 1) * image.columns + min(column, image.columns - 1)
      return image.cells.indices.contains(cell) ? image.cells[cell].opacity(ink.opacity) : nil
    case .glyphs, .group: return nil
    }
  }

  private func gradient(
    _ point: Point, _ from: Point, _ to: Point, _ stops: [GradientStop]
  ) -> Color {
    let d = to - from
    let square = d.dx * d.dx + d.dy * d.dy
    let t = square > 0 ? ((point.x - from.x) * d.dx + (point.y - from.y) * d.dy) / square : 0
    guard let next = stops.firstIndex(where: { $0.offset >= t }) else {
      return stops.last?.color ?? .clear
    }
    guard next > 0 else { return stops[0].color }
    let (a, b) = (stops[next - 1], stops[next])
    let fraction = b.offset > a.offset ? (t - a.offset) / (b.offset - a.offset) : 1
    return mixed(a.color, b.color, fraction)
  }

  /// A gradient mixes the sRGB bytes, as renderers do.
  private func mixed(_ a: Color, _ b: Color, _ t: Double) -> Color {
    func mix(_ x: UInt8, _ y: UInt8) -> UInt8 {
      UInt8((Double(x) + (Double(y) - Double(x)) * min(max(t, 0), 1)).rounded())
    }
    return Color(
      red: mix(a.red, b.red), green: mix(a.green, b.green), blue: mix(a.blue, b.blue),
      alpha: mix(a.alpha, b.alpha))
  }
}
