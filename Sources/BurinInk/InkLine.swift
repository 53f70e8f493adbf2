package import BurinGeometry
package import BurinScene

/// A stroke, or a shape as thin as one, as segments on the canvas.
package struct InkLine: Sendable {
  package let ink: Ink
  /// The segments inside the clip.
  package let segments: [Segment]
  /// Half of the line's width, in points on the canvas.
  package let halfWidth: Double
  /// The colour with the groups' opacity; nil for gradients and thin shapes.
  package let color: RGBColor?
  /// The minimum opacity along the line, 0…1.
  package let opacity: Double

  /// Creates a line from the stroke of a path; nil if it has none or is entirely clipped.
  package init?(strokeOf ink: Ink) {
    guard let stroke = ink.path?.stroke, stroke.paint.isVisible, ink.shown != nil else {
      return nil
    }
    var color: RGBColor?
    if case .color(let paint) = stroke.paint { color = paint.opacity(ink.opacity) }
    self.init(
      ink, halfWidth: stroke.width / 2 * ink.scale, color,
      opacity: stroke.paint.leastOpacity * ink.opacity)
  }

  /// Creates a line that can be an obstacle to text: a stroke, or a shape as thin as one.
  ///
  /// Nil for ink that is not a line, or fainter than ``InkLimits/faintestObstacle``.
  package init?(obstacle ink: Ink) {
    if let line = InkLine(strokeOf: ink), !line.isFaint {
      self = line
    } else if let fill = ink.path?.fill, ink.shown != nil, ink.isThin,
      fill.leastOpacity * ink.opacity >= InkLimits.faintestObstacle
    {
      self.init(ink, halfWidth: 0, nil, opacity: fill.leastOpacity * ink.opacity)
    } else {
      return nil
    }
  }

  private init(_ ink: Ink, halfWidth: Double, _ color: RGBColor?, opacity: Double) {
    self.ink = ink
    self.halfWidth = halfWidth
    self.color = color
    self.opacity = opacity
    let clip = ink.clip
    let path = ink.path.map { ink.setting.place($0.path) } ?? Path()
    segments = path.flattened(tolerance: InkLimits.flatness).flatMap { polyline in
      zip(polyline, polyline.dropFirst()).compactMap { start, end in
        let segment = Segment(start, end)
        guard let clip else { return segment }
        return segment.clipped(to: clip)
      }
    }
  }
}

extension InkLine {
  /// Whether the line is too faint to be an obstacle to text.
  package var isFaint: Bool { opacity < InkLimits.faintestObstacle }

  /// Returns whether the line is a gap in the colour of the page, which separates neighbours.
  package func isGap(on page: RGBColor) -> Bool {
    color.map { ink.setting.blended($0, over: page) == page } ?? false
  }

  /// Returns whether readers see the line on a page, by the limit for graphics.
  package func isSeen(on page: RGBColor) -> Bool {
    color.map {
      ink.setting.blended($0, over: page).contrast(with: page) >= InkLimits.graphicContrast
    } ?? true
  }

  /// The length of all pieces.
  package var length: Double { segments.reduce(0) { $0 + $1.length } }

  /// Returns how deep one of the line's segments extends into a quad; nil if it stays outside.
  package func depth(of segment: Segment, in quad: ConvexQuad) -> Double? {
    let distance = quad.distance(from: segment.start, to: segment.end)
    if distance == 0 { return halfWidth + quad.depth(of: segment) }
    return distance < halfWidth ? halfWidth - distance : nil
  }
}

extension Ink {
  /// Whether a filled shape is a line, a dot or an arrow's head rather than an area.
  package var isThin: Bool {
    if min(bounds.width, bounds.height) <= InkLimits.widestLine { return true }
    return max(bounds.width, bounds.height) <= InkLimits.largestArrowhead
      && (isIn(.connector) || isIn(.annotation))
  }
}
