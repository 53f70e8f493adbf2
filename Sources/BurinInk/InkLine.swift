package import BurinGeometry
package import BurinScene

/// A stroke, or a shape as thin as one, as segments on the canvas.
package struct InkLine: Sendable {
  package let ink: Ink
  /// The pieces inside the clip.
  package let segments: [Segment]
  /// Half of the line's width, in points on the canvas.
  package let halfWidth: Double
  /// The colour with the groups' opacity; nil for gradients and thin shapes.
  package let color: Color?
  /// The least opacity along the line, 0…1.
  package let opacity: Double

  /// Takes the stroke of a path; nil for what has none or is wholly clipped away.
  package init?(strokeOf ink: Ink) {
    guard let stroke = ink.path?.stroke, stroke.paint.isVisible, ink.shown != nil else {
      return nil
    }
    var color: Color?
    if case .color(let paint) = stroke.paint { color = paint.opacity(ink.opacity) }
    self.init(
      ink, halfWidth: stroke.width / 2 * ink.scale, color,
      opacity: stroke.paint.leastOpacity * ink.opacity)
  }

  /// Takes a line that can be in the way of text: a stroke, or a shape as thin as one.
  ///
  /// Nil for what is no line, or fainter than ``InkLimits/faintestObstacle``.
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

  private init(_ ink: Ink, halfWidth: Double, _ color: Color?, opacity: Double) {
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
  /// Whether the line is too faint to be in the way of text.
  package var isFaint: Bool { opacity < InkLimits.faintestObstacle }

  /// Whether the line is a gap in the colour of the page, which keeps neighbours apart.
  package func isGap(on page: Color) -> Bool { color.map { $0.over(page) == page } ?? false }

  /// The length of all pieces.
  package var length: Double { segments.reduce(0) { $0 + $1.length } }

  /// How deep one of the line's pieces reaches into a quad; nil where it stays outside.
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
