package import BurinGeometry
package import BurinScene

/// A filled path on the canvas, which can be queried for what it covers and in which colour.
package struct InkArea: Sendable {
  package let ink: Ink
  package let polygon: Polygon

  /// Creates an area; nil for a path that is not filled, has no area, or is entirely clipped.
  package init?(_ ink: Ink) {
    guard let path = ink.path, path.fill?.isVisible == true, ink.shown != nil,
      let polygon = Polygon(ink.setting.place(path.path), tolerance: InkLimits.flatness)
    else { return nil }
    self.ink = ink
    self.polygon = polygon
  }

  /// The visible part of the area's rectangle.
  package var bounds: Rect { ink.shown ?? ink.bounds }

  /// Returns whether a point is painted: filled, and not clipped.
  package func contains(_ point: Point) -> Bool {
    ink.clip?.contains(point) != false && polygon.contains(point)
  }

  /// Returns whether an edge of the area is visible within a rectangle.
  package func edgeMeets(_ rect: Rect) -> Bool {
    guard let clip = ink.clip else { return polygon.edgeMeets(rect) }
    return rect.intersection(clip).map(polygon.edgeMeets) ?? false
  }

  /// Whether nothing shows through.
  package var isOpaque: Bool {
    ink.opacity == 1 && !ink.setting.isBlended && ink.path?.fill?.leastOpacity == 1
  }

  /// Whether the area can be the background of other items, rather than a dot or a line.
  package var isGround: Bool {
    min(ink.bounds.width, ink.bounds.height) >= InkLimits.smallestGround
  }

  /// Whether the area is as small as a point's symbol.
  package var isPoint: Bool { max(bounds.width, bounds.height) <= InkLimits.largestPoint }

  /// Returns the colour at a point of the canvas, or nil outside.
  package func color(at point: Point) -> RGBColor? {
    guard contains(point) else { return nil }
    switch ink.path?.fill {
    case .color(let color): return color.opacity(ink.opacity)
    case .linearGradient(let from, let to, let stops):
      return Self.color(
        at: Self.share(point, ink.transform.apply(from), ink.transform.apply(to)), stops
      ).opacity(ink.opacity)
    case .radialGradient(let center, let radii, let stops):
      return Self.color(at: Self.share(point, center, radii, ink.transform), stops)
        .opacity(ink.opacity)
    case nil: return nil
    }
  }

  /// A point that the area paints, near its middle if possible.
  package var innerPoint: Point? {
    let bounds = self.bounds
    if contains(bounds.center) { return bounds.center }
    for step in 1..<16 {
      // Halves, then odd quarters, and so on: the fractions of the van der Corput sequence.
      var (fraction, part, rest) = (0.0, 0.5, step)
      while rest > 0 {
        if rest & 1 == 1 { fraction += part }
        (part, rest) = (part / 2, rest >> 1)
      }
      let y = bounds.minY + bounds.height * fraction
      let crossings = polygon.sides.compactMap { side -> Double? in
        guard (side.start.y <= y) != (side.end.y <= y) else { return nil }
        return side.start.x
          + (side.end.x - side.start.x) * (y - side.start.y) / (side.end.y - side.start.y)
      }.sorted()
      for (a, b) in zip(crossings, crossings.dropFirst()) where b - a > 0.5 {
        let point = Point((a + b) / 2, y)
        if contains(point) { return point }
      }
    }
    return nil
  }

  /// Returns how far a point lies along a line, 0 at its start and 1 at its end.
  private static func share(_ point: Point, _ from: Point, _ to: Point) -> Double {
    let d = to - from
    let square = d.dx * d.dx + d.dy * d.dy
    return square > 0 ? ((point.x - from.x) * d.dx + (point.y - from.y) * d.dy) / square : 0
  }

  /// Returns how far a point of the canvas lies from the middle of an ellipse, 1 at its edge.
  private static func share(
    _ point: Point, _ center: Point, _ radii: Size, _ transform: AffineTransform
  ) -> Double {
    // The point in the coordinates of the ellipse, by Cramer's rule.
    let way = point - transform.apply(center)
    let area = transform.a * transform.d - transform.b * transform.c
    guard area != 0, radii.width > 0, radii.height > 0 else { return .infinity }
    return Vector(
      (way.dx * transform.d - way.dy * transform.c) / area / radii.width,
      (way.dy * transform.a - way.dx * transform.b) / area / radii.height
    ).length
  }

  /// Returns the colour of a gradient's stops at a place.
  private static func color(at t: Double, _ stops: [GradientStop]) -> RGBColor {
    guard let next = stops.firstIndex(where: { $0.offset >= t }) else {
      return stops.last?.color ?? .clear
    }
    guard next > 0 else { return stops[0].color }
    let (a, b) = (stops[next - 1], stops[next])
    let fraction = b.offset > a.offset ? (t - a.offset) / (b.offset - a.offset) : 1
    return mixed(a.color, b.color, fraction)
  }

  /// Returns a mixture of the sRGB bytes, as renderers mix gradients.
  private static func mixed(_ a: RGBColor, _ b: RGBColor, _ t: Double) -> RGBColor {
    func mix(_ x: UInt8, _ y: UInt8) -> UInt8 {
      UInt8((Double(x) + (Double(y) - Double(x)) * min(max(t, 0), 1)).rounded())
    }
    return RGBColor(
      red: mix(a.red, b.red), green: mix(a.green, b.green), blue: mix(a.blue, b.blue),
      alpha: mix(a.alpha, b.alpha))
  }
}
