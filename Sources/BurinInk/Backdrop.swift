package import BurinGeometry
package import BurinScene

/// The colours below any position of the canvas, up to any step of the painting.
package struct Backdrop: Sendable {
  private enum Coat {
    case area(InkArea)
    case image(Ink, ImageItem)
    case dense(Ink, DenseInk, RectIndex)

    /// The ink that is laid on.
    var ink: Ink {
      switch self {
      case .area(let area): area.ink
      case .image(let ink, _), .dense(let ink, _, _): ink
      }
    }

    var order: Int {
      switch self {
      case .area(let area): area.ink.order
      case .image(let ink, _), .dense(let ink, _, _): ink.order
      }
    }

    var bounds: Rect {
      switch self {
      case .area(let area): area.polygon.bounds
      case .image(let ink, _), .dense(let ink, _, _): ink.bounds
      }
    }

    /// The one opaque colour; nil where there are several or something shows through.
    var flatColor: RGBColor? {
      guard case .area(let area) = self, area.ink.opacity == 1, !area.ink.setting.isBlended,
        case .color(let color) = area.ink.path?.fill, color.isOpaque
      else { return nil }
      return color
    }

    func color(at point: Point) -> RGBColor? {
      switch self {
      case .area(let area): area.color(at: point)
      case .image(let ink, let image): image.color(at: point, ink)
      case .dense(let ink, let dense, let index): dense.color(at: point, ink, index)
      }
    }
  }

  /// The colour of the empty page.
  package let page: RGBColor
  private let coats: [Coat]
  /// The one opaque colour of each coat; nil for a gradient, an image or one that shows what is below.
  private let flat: [RGBColor?]
  private let index: RectIndex
  /// Whether any coat mixes with what is below it by a blend mode.
  private let isBlended: Bool

  /// Composes areas and images over a page.
  ///
  /// - Parameters:
  ///   - page: the colour of the empty page.
  ///   - areas: the filled areas in painting order; dots and lines among them are ignored.
  ///   - images: the images and the shapes in columns, in painting order.
  ///   - bounds: the region of queries.
  package init(page: RGBColor, areas: [InkArea], images: [Ink], bounds: Rect) {
    self.page = page.over(.white)
    var coats = areas.filter(\.isGround).map(Coat.area)
    coats += images.compactMap { ink -> Coat? in
      if let image = ink.image { return .image(ink, image) }
      guard let dense = ink.dense, dense.isGround else { return nil }
      let places = (0..<dense.count).map { ink.setting.place(dense.bounds($0)) }
      return .dense(ink, dense, RectIndex(places, bounds: ink.bounds))
    }
    if !images.isEmpty { coats.sort { $0.order < $1.order } }
    self.coats = coats
    flat = coats.map(\.flatColor)
    isBlended = coats.contains { $0.ink.setting.isBlended }
    index = RectIndex(coats.map(\.bounds), bounds: bounds)
  }

  /// Below this share, colours that shine through many layers change no byte of a colour.
  private static let leastTransmittance = 1.0 / 1024

  /// Returns the colour at a point after everything before an item is painted.
  ///
  /// - Complexity: O(layers near the point), down to the uppermost opaque one.
  package func color(at point: Point, before order: Int = .max) -> RGBColor {
    let near = index.cell(at: point)
    if near.isEmpty { return page }
    if isBlended { return Self.composed(sheets(at: point, before: order)[...], over: page) }
    var paints: [RGBColor] = []
    var transmittance = 1.0
    for number in near.reversed() where coats[number].order < order {
      guard let paint = coats[number].color(at: point) else { continue }
      paints.append(paint)
      transmittance *= 1 - Double(paint.alpha) / 255
      if transmittance < Self.leastTransmittance { break }
    }
    return paints.reversed().reduce(page) { $1.over($0) }
  }

  /// Returns the colour at a point after everything before an item, and then the item, is painted.
  ///
  /// - Parameters:
  ///   - paint: the item's colour, with the opacity of its groups.
  ///   - ink: the item.
  ///   - point: the point.
  ///   - order: the painting order from which others are ignored; nil for the item's own.
  package func color(
    of paint: RGBColor, _ ink: Ink, at point: Point, before order: Int? = nil
  ) -> RGBColor {
    let order = order ?? ink.order
    guard isBlended || ink.setting.isBlended else {
      return paint.over(color(at: point, before: order))
    }
    let own = Sheet(paint: paint, layers: ink.setting.layers)
    return Self.composed((sheets(at: point, before: order) + [own])[...], over: page)
  }

  /// A colour with the layers that it is painted on, outermost first.
  private struct Sheet {
    var paint: RGBColor
    var layers: [SceneSetting.Layer]
  }

  private func sheets(at point: Point, before order: Int) -> [Sheet] {
    index.cell(at: point).compactMap { number in
      let coat = coats[number]
      guard coat.order < order, let paint = coat.color(at: point) else { return nil }
      return Sheet(paint: paint, layers: coat.ink.setting.layers)
    }
  }

  /// Returns a colour after sheets are laid over it: those of one layer become one sheet first.
  private static func composed(
    _ sheets: ArraySlice<Sheet>, depth: Int = 0, over backdrop: RGBColor
  ) -> RGBColor {
    var (result, next) = (backdrop, sheets.startIndex)
    while next < sheets.endIndex {
      let sheet = sheets[next]
      guard sheet.layers.count > depth else {
        result = sheet.paint.blended(.normal, over: result)
        next += 1
        continue
      }
      let layer = sheet.layers[depth]
      let part = sheets[next...].prefix {
        $0.layers.count > depth && $0.layers[depth] == layer
      }
      result = composed(part, depth: depth + 1, over: .clear).blended(layer.mode, over: result)
      next = part.endIndex
    }
    return result
  }

  /// Returns the colour of a paint at a point after everything after an item is painted over it.
  package func color(_ paint: RGBColor, at point: Point, after order: Int) -> RGBColor {
    if isBlended {
      let later = index.cell(at: point).compactMap { number -> Sheet? in
        let coat = coats[number]
        guard coat.order > order, let color = coat.color(at: point) else { return nil }
        return Sheet(paint: color, layers: coat.ink.setting.layers)
      }
      return Self.composed(later[...], over: paint)
    }
    return index.cell(at: point).reduce(paint) { color, number in
      guard coats[number].order > order, let coat = coats[number].color(at: point) else {
        return color
      }
      return coat.over(color)
    }
  }

  /// Returns whether an area looks like a shape rather than a tint of what lies below it.
  package func isShape(_ area: InkArea) -> Bool {
    guard let point = area.innerPoint, let paint = area.color(at: point) else { return false }
    let under = color(at: point, before: area.ink.order)
    return color(of: paint, area.ink, at: point).contrast(with: under) >= InkLimits.shapeContrast
  }

  /// Whether a colour has a contrast with everything under the middle of a text's ink.
  ///
  /// The same as to compare ``contrast(of:in:before:)``, but that no point is looked at where any
  /// ground near the text would do.
  ///
  /// - Parameters:
  ///   - color: the colour of the text.
  ///   - least: the contrast.
  ///   - rect: the text's ink.
  package func hasContrast(_ color: RGBColor, of least: Double, in rect: Rect) -> Bool {
    func isEnough(_ ground: RGBColor) -> Bool {
      color.over(ground).contrast(with: ground) >= least
    }
    if isEnough(page) {
      var isClear = true
      index.visit(in: rect) { number in
        isClear = flat[number].map(isEnough) ?? false
        return isClear
      }
      if isClear { return true }
    }
    return contrast(of: color, in: ConvexQuad(rect, .identity)).contrast >= least
  }

  /// Returns the smallest contrast of a text with the ground along the middle of its ink, and that
  /// ground.
  ///
  /// - Parameters:
  ///   - color: the colour of the text, with the opacity of its groups.
  ///   - ink: the text.
  ///   - quad: the text's ink.
  package func contrast(
    of color: RGBColor, _ ink: Ink, in quad: ConvexQuad
  ) -> (contrast: Double, ground: RGBColor) {
    guard ink.setting.isBlended else { return contrast(of: color, in: quad, before: ink.order) }
    return InkLimits.textSamples.map { fraction in
      let point = quad.point(fraction, 0.5)
      let under = self.color(at: point, before: ink.order)
      return (self.color(of: color, ink, at: point).contrast(with: under), under)
    }.min { $0.0 < $1.0 } ?? (.infinity, page)
  }

  /// Returns the smallest contrast of a colour with the ground along the middle of a text's ink,
  /// and that ground.
  ///
  /// - Parameters:
  ///   - color: the colour of the text.
  ///   - quad: the text's ink.
  ///   - order: the painting order from which items are ignored.
  package func contrast(
    of color: RGBColor, in quad: ConvexQuad, before order: Int = .max
  ) -> (contrast: Double, ground: RGBColor) {
    // Most texts are on the empty page.
    guard index.hasAny(in: quad.bounds) else {
      return (color.over(page).contrast(with: page), page)
    }
    var worst = (contrast: Double.infinity, ground: page)
    var last: RGBColor?
    for fraction in InkLimits.textSamples {
      let under = self.color(at: quad.point(fraction, 0.5), before: order)
      // Most texts are on one ground.
      if under == last { continue }
      last = under
      let contrast = color.over(under).contrast(with: under)
      if contrast < worst.contrast { worst = (contrast, under) }
    }
    return worst
  }
}

extension ImageItem {
  /// Returns the colour of the cell at a point of the canvas, or nil outside.
  fileprivate func color(at point: Point, _ ink: Ink) -> RGBColor? {
    let place = ink.bounds
    guard place.contains(point), ink.clip?.contains(point) != false, place.width > 0,
      place.height > 0, columns > 0, rows > 0
    else { return nil }
    let column = Int((point.x - place.minX) / place.width * Double(columns))
    let row = Int((point.y - place.minY) / place.height * Double(rows))
    let cell = min(row, rows - 1) * columns + min(column, columns - 1)
    return cells.indices.contains(cell) ? cells[cell].opacity(ink.opacity) : nil
  }
}

extension DenseInk {
  /// Whether the shapes can be the ground of what stands on them, rather than dots or lines.
  fileprivate var isGround: Bool {
    // Cells of a heat map and bars are of one size, or nearly so.
    guard case .rects(let rects) = self, rects.count > 0 else { return false }
    return [0, rects.count / 2, rects.count - 1].contains {
      min(rects.rect($0).width, rects.rect($0).height) >= InkLimits.smallestGround
    }
  }

  /// The colour of the shapes over each other at a point of the canvas; nil outside of all.
  fileprivate func color(at point: Point, _ ink: Ink, _ index: RectIndex) -> RGBColor? {
    guard ink.clip?.contains(point) != false else { return nil }
    var result: RGBColor?
    for row in index.cell(at: point) where ink.setting.place(bounds(row)).contains(point) {
      let paint = color[row].opacity(ink.opacity)
      result = result.map(paint.composed) ?? paint
    }
    return result
  }
}

extension RGBColor {
  /// The colour that results when this one is painted over another, which may let shine through.
  fileprivate func composed(over other: RGBColor) -> RGBColor { blended(.normal, over: other) }
}
