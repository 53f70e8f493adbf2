package import Burin

/// What the marks of a chart draw, in a form that can be mirrored and compared.
package struct Picture {
  /// Something that is drawn.
  package struct Part: CustomStringConvertible {
    /// How it is painted.
    package var look: String
    /// The points of its outline, control points included; the middle of a text's ink.
    package var points: [Point]
    package var clip: Rect?
    /// The opacity of the groups around it.
    package var opacity: Double
    /// The ink within the clip.
    package var visible: Rect?
    package var trail: String
    /// The colours of an image's cells.
    package var cells: [RGBColor] = []
    package var columns = 0

    package var description: String {
      "\(trail): \(look) \(points.prefix(6).map { "(\($0.x), \($0.y))" }.joined(separator: " "))"
    }
  }

  /// The plot's rectangle.
  package var plot: Rect
  package var parts: [Part]
  package var diagnostics: [String]

  /// Lays out a chart whose axes are hidden, so that nothing but the marks decides on places.
  package init(_ chart: Chart, width: Double = 320, height: Double = 240) throws {
    let hidden = chart.chartXAxis(.hidden).chartYAxis(.hidden).chartLegend(.hidden)
      .chartPlotBackground(.canvas)
    let (scene, diagnostics) = try hidden.scene(width: width, height: height)
    self.init(scene, diagnostics.map(\.message))
  }

  package init(_ scene: Scene, _ diagnostics: [String] = []) {
    self.diagnostics = diagnostics
    var plot = Rect(Point(0, 0), Point(0, 0))
    var parts: [Part] = []
    for leaf in scene.leaves {
      if leaf.trail.contains("decoration plot background") {
        plot = leaf.item.inkBounds ?? plot
        continue
      }
      guard leaf.roles.contains(.plot) || leaf.roles.contains(.annotation) else { continue }
      var part = Part(
        look: "", points: [], clip: leaf.clip, opacity: leaf.setting.opacity,
        visible: leaf.canvasBounds, trail: leaf.path)
      switch leaf.item {
      case .path(let item):
        // A shape without width shows nothing that could be turned over.
        if item.stroke == nil, let bounds = item.path.bounds,
          min(bounds.width, bounds.height) < 1e-6
        {
          continue
        }
        part.points = item.path.elements.flatMap { element -> [Point] in
          switch element {
          case .move(let p), .line(let p): [p]
          case .cubic(let a, let b, let p): [a, b, p]
          case .close: []
          }
        }
        let fill = item.fill.map { "fill \($0)" } ?? ""
        let stroke = item.stroke.map { "stroke \($0)" } ?? ""
        part.look = "\(fill) \(stroke)"
      case .glyphs(let run):
        part.look = "text \(run.text) \(run.color)"
        part.points = leaf.item.inkBounds.map { [$0.center] } ?? []
      case .image(let image):
        // Nor a field.
        guard image.rect.width > 1e-6, image.rect.height > 1e-6 else { continue }
        part.look = "image"
        part.points = [
          Point(image.rect.minX, image.rect.minY), Point(image.rect.maxX, image.rect.maxY),
          Point(image.rect.minX, image.rect.maxY), Point(image.rect.maxX, image.rect.minY),
        ]
        (part.cells, part.columns) = (image.cells, image.columns)
      // Leaves are drawn items: columns are expanded.
      case .group, .points, .rects, .sectors: continue
      }
      parts.append(part)
    }
    self.plot = plot
    self.parts = parts
  }

  /// The picture in a mirror along an axis.
  package func mirrored(_ channel: Channel) -> Picture {
    func flip(_ point: Point) -> Point {
      channel == .x
        ? Point(plot.minX + plot.maxX - point.x, point.y)
        : Point(point.x, plot.minY + plot.maxY - point.y)
    }
    func flip(_ rect: Rect) -> Rect {
      Rect(flip(Point(rect.minX, rect.minY)), flip(Point(rect.maxX, rect.maxY)))
    }
    var result = self
    result.parts = parts.map { part in
      var part = part
      part.points = part.points.map(flip)
      part.clip = part.clip.map(flip)
      part.visible = part.visible.map(flip)
      if part.columns > 0 {
        var rows = stride(from: 0, to: part.cells.count, by: part.columns).map {
          Array(part.cells[$0..<$0 + part.columns])
        }
        if channel == .x { rows = rows.map { $0.reversed() } } else { rows.reverse() }
        part.cells = rows.flatMap { $0 }
      }
      return part
    }
    return result
  }
}

extension Picture.Part {
  /// Whether two parts look the same at the same place.
  package func isEqual(_ other: Picture.Part, tolerance: Double = 1e-6) -> Bool {
    guard look == other.look, abs(opacity - other.opacity) < 1e-9, cells == other.cells else {
      return false
    }
    switch (clip, other.clip) {
    case (nil, nil): break
    case (let a?, let b?):
      let distances = [a.minX - b.minX, a.minY - b.minY, a.maxX - b.maxX, a.maxY - b.maxY]
      guard distances.allSatisfy({ abs($0) <= tolerance }) else { return false }
    default: return false
    }
    return samePoints(points, other.points, tolerance: tolerance)
  }
}

/// Whether outlines have the same points, wherever they begin and whichever way they run.
package func samePoints(_ a: [Point], _ b: [Point], tolerance: Double) -> Bool {
  func isNear(_ p: Point, _ q: Point) -> Bool {
    abs(p.x - q.x) <= tolerance && abs(p.y - q.y) <= tolerance
  }
  if a.count == b.count, zip(a, b).allSatisfy(isNear) { return true }
  func covers(_ a: [Point], _ b: [Point]) -> Bool {
    a.allSatisfy { p in b.contains { isNear(p, $0) } }
  }
  return covers(a, b) && covers(b, a)
}

extension Picture {
  /// Returns the first difference to another picture, in whose order the parts must be.
  ///
  /// Nil for none.
  package func difference(to other: Picture, tolerance: Double = 1e-6) -> String? {
    guard parts.count == other.parts.count else {
      return "\(parts.count) parts against \(other.parts.count)"
    }
    for (a, b) in zip(parts, other.parts) where !a.isEqual(b, tolerance: tolerance) {
      return "\(a)\n  against \(b)"
    }
    return nil
  }

  /// The first part that another picture does not have; nil where it has them all.
  package func missing(in other: Picture, tolerance: Double = 1e-6) -> String? {
    var rest = other.parts
    for part in parts {
      guard let index = rest.firstIndex(where: { part.isEqual($0, tolerance: tolerance) }) else {
        return "\(part) is missing"
      }
      rest.remove(at: index)
    }
    return nil
  }
}
