import BurinGeometry
import BurinScene

/// Makes all faulty copies of a scene, in the order of the scene's items.
struct SceneMutator {
  var scene: Scene
  /// The side of a pixel of the device, in points.
  let pixel: Double
  /// The glyph that shows a character in a font.
  let glyph: (FontID, Unicode.Scalar) throws -> UInt32?

  /// A fault that can be put into the scene, and the scene with it, made when it is asked for.
  struct Site {
    var fault: SceneMutation.Fault
    var node: String
    var scene: () -> Scene

    var mutation: SceneMutation { SceneMutation(fault: fault, node: node, scene: scene()) }
  }

  /// Calls a closure with each fault.
  func forEach(_ body: (Site) throws -> Void) throws {
    var texts: [(place: ScenePlace, run: GlyphRun, name: String)] = []
    try scene.items.walk { visit in
      let (item, place, trail) = (visit.item, visit.place, visit.setting.steps)
      let name = SceneNode.name(of: trail, item)
      // Within a scaled group a pixel of the device is another length.
      let unit = visit.setting.transform.unit
      let pixel = unit > 0 && unit.isFinite ? pixel / unit : pixel
      func emit(_ fault: SceneMutation.Fault, _ items: [SceneItem], _ words: String = "") throws {
        try body(
          Site(fault: fault, node: words.isEmpty ? name : "\(name), \(words)") {
            replacing(place, by: items)
          })
      }
      switch item {
      case .group(let group):
        let outer = unit > 0 ? unit / max(group.transform.unit, 1e-9) : 1
        try mutate(group, self.pixel / max(outer, 1e-9), emit)
      case .path(let path): try mutate(path, pixel, emit)
      case .glyphs(let run):
        try mutate(run, emit)
        texts.append((place, run, name))
      case .image(let image): try mutate(image, emit)
      case .points(let points): try mutate(points, pixel, emit)
      case .rects(let rects): try mutate(rects, pixel, emit)
      case .sectors(let sectors): try mutate(sectors, pixel, emit)
      }
      guard case .group = item else {
        try emit(.item, [])
        // To the right and down in turn.
        let isEven = (place.last ?? 0) % 2 == 0
        try emit(.move, [item.offset(by: isEven ? Vector(pixel, 0) : Vector(0, pixel))])
        return .inward
      }
      if case .group(let group) = item, group.drawsSomething, trail.last?.isArrangement == false {
        try emit(.group, [])
      }
      return .inward
    }
    try swaps(texts, body)
    try orders(body)
    try wholePage(body)
  }
}

// One item
extension SceneMutator {
  private typealias Emit = (SceneMutation.Fault, [SceneItem], String) throws -> Void

  private func mutate(_ group: SceneGroup, _ pixel: Double, _ emit: Emit) throws {
    // What draws nothing cannot be drawn wrongly.
    guard group.drawsSomething else { return }
    if group.opacity > 0 {
      var other = group
      other.opacity = group.opacity - 0.02
      try emit(.opacity, [.group(other)], "")
    }
    if group.isBlended {
      var other = group
      other.blend = nil
      try emit(.blend, [.group(other)], "")
    }
    if group.clip != nil {
      var other = group
      other.clip = nil
      try emit(.clip, [.group(other)], "")
    }
    if group.transform != .identity {
      var other = group
      other.transform.tx += pixel
      try emit(.transform, [.group(other)], "")
      other = group
      let t = group.transform
      other.transform = AffineTransform(a: t.c, b: t.d, c: t.a, d: t.b, tx: t.tx, ty: t.ty)
      if other.transform != t { try emit(.transposed, [.group(other)], "") }
    }
    if group.opacity < 1 || group.isBlended, Self.hasOverlap(group.items) {
      let parts = group.items.map { item in
        var part = group
        part.items = [item]
        return SceneItem.group(part)
      }
      try emit(.parted, parts, "")
    }
  }

  private static func hasOverlap(_ items: [SceneItem]) -> Bool {
    let bounds = items.compactMap(\.inkBounds)
    return bounds.indices.contains { index in
      bounds[(index + 1)...].contains { $0.intersects(bounds[index]) }
    }
  }

  private func mutate(_ item: PathItem, _ pixel: Double, _ emit: Emit) throws {
    if let fill = item.fill {
      var other = item
      other.fill = fill.oneStepOff
      try emit(.colour, [.path(other)], "fill")
      for (index, gradient) in fill.shifted(by: pixel).enumerated() {
        other.fill = gradient
        try emit(.gradient, [.path(other)], "fill \(index + 1)")
      }
    }
    if let stroke = item.stroke {
      var other = item
      other.stroke?.paint = stroke.paint.oneStepOff
      try emit(.colour, [.path(other)], "line")
      for (index, gradient) in stroke.paint.shifted(by: pixel).enumerated() {
        other = item
        other.stroke?.paint = gradient
        try emit(.gradient, [.path(other)], "line \(index + 1)")
      }
      other = item
      other.stroke?.width = stroke.width + pixel / 2
      try emit(.width, [.path(other)], "")
      other = item
      other.stroke?.dash = stroke.dash.isEmpty ? [4, 3] : []
      try emit(.dash, [.path(other)], "")
    }
    let count = item.path.points.count
    if count > 0 {
      var other = item
      other.path = item.path.movingPoint(count / 2, by: Vector(pixel, 0))
      try emit(.point, [.path(other)], "")
    }
  }

  private func mutate(_ image: ImageItem, _ emit: Emit) throws {
    guard !image.cells.isEmpty else { return }
    var other = image
    let middle = image.cells.count / 2
    other.cells[middle] = image.cells[middle].oneStepOff
    try emit(.colour, [.image(other)], "cell \(middle + 1)")
  }

  /// One row in the middle is another.
  private func mutate(_ points: PointsItem, _ pixel: Double, _ emit: Emit) throws {
    let count = points.count
    guard count > 0 else { return }
    let row = count / 2
    var other = points
    other.color = points.color.replacing(row, by: points.color[row].oneStepOff, of: count)
    try emit(.colour, [.points(other)], "point \(row + 1)")
    other = points
    other.diameter = points.diameter.replacing(
      row, by: points.diameter[row] + pixel / 2, of: count)
    try emit(.width, [.points(other)], "point \(row + 1)")
    other = points
    other.x[row] += pixel
    try emit(.point, [.points(other)], "point \(row + 1)")
  }

  private func mutate(_ rects: RectsItem, _ pixel: Double, _ emit: Emit) throws {
    let count = rects.count
    guard count > 0 else { return }
    let row = count / 2
    var other = rects
    other.color = rects.color.replacing(row, by: rects.color[row].oneStepOff, of: count)
    try emit(.colour, [.rects(other)], "rectangle \(row + 1)")
    other = rects
    other.maxX[row] += pixel
    try emit(.point, [.rects(other)], "rectangle \(row + 1)")
  }

  private func mutate(_ sectors: SectorsItem, _ pixel: Double, _ emit: Emit) throws {
    let count = sectors.count
    guard count > 0 else { return }
    let row = count / 2
    var other = sectors
    other.color = sectors.color.replacing(row, by: sectors.color[row].oneStepOff, of: count)
    try emit(.colour, [.sectors(other)], "sector \(row + 1)")
    other = sectors
    other.outer = sectors.outer.replacing(row, by: sectors.outer[row] + pixel, of: count)
    try emit(.width, [.sectors(other)], "sector \(row + 1)")
    other = sectors
    // A pixel along the outer edge.
    other.end[row] += pixel / max(sectors.outer[row], pixel) * 180 / .pi
    try emit(.point, [.sectors(other)], "sector \(row + 1)")
  }

  private func mutate(_ run: GlyphRun, _ emit: Emit) throws {
    var other = run
    other.color = run.color.oneStepOff
    try emit(.colour, [.glyphs(other)], JSONText.quoted(run.text))
    other = run
    other.size = run.size * 1.04
    try emit(.size, [.glyphs(other)], JSONText.quoted(run.text))
    for (fault, pick) in [
      (SceneMutation.Fault.digit, \Unicode.Scalar.otherDigit), (.letter, \.otherLetter),
    ] {
      guard let changed = try run.replacingScalar(with: { $0[keyPath: pick] }, glyph: glyph) else {
        continue
      }
      try emit(
        fault, [.glyphs(changed)], "\(JSONText.quoted(run.text)) → \(JSONText.quoted(changed.text))"
      )
    }
    if let changed = run.droppingSign {
      try emit(
        .sign, [.glyphs(changed)], "\(JSONText.quoted(run.text)) → \(JSONText.quoted(changed.text))"
      )
    }
  }
}

// Several items
extension SceneMutator {
  /// Texts of one font, size and colour that stand next to each other in painting order change
  /// places: what each says is right, and where it stands is wrong.
  private func swaps(
    _ texts: [(place: ScenePlace, run: GlyphRun, name: String)],
    _ body: (Site) throws -> Void
  ) rethrows {
    for (first, second) in zip(texts, texts.dropFirst()) {
      let (a, b) = (first.run, second.run)
      guard a.font == b.font, a.size == b.size, a.color == b.color, a.text != b.text,
        let start = a.glyphs.first?.position, let other = b.glyphs.first?.position
      else { continue }
      try body(
        Site(
          fault: .swap,
          node: "\(first.name), \(JSONText.quoted(a.text)) and \(JSONText.quoted(b.text))"
        ) {
          replacing([
            (first.place, .glyphs(b.offset(by: start - other))),
            (second.place, .glyphs(a.offset(by: other - start))),
          ])
        })
    }
  }

  /// Neighbours that overlap are painted the other way round.
  private func orders(_ body: (Site) throws -> Void) rethrows {
    let reference = ReferenceScene(scene, scale: 1 / pixel)
    func swap(_ items: [SceneItem], in parent: ScenePlace, _ trail: [SceneNode.Step]) throws {
      for (index, (a, b)) in zip(items, items.dropFirst()).enumerated() where a != b {
        guard let one = a.inkBounds, let other = b.inkBounds, one.intersects(other) else {
          continue
        }
        let swapped = replacing([(parent + [index + 1], a), (parent + [index], b)])
        // Painted in another order, some pictures are the same.
        if reference.looksSame(as: swapped) { continue }
        let name =
          if case .group(let group) = b {
            SceneNode.name(of: trail + [SceneNode.Step(role: group.role, name: group.name)], nil)
          } else {
            SceneNode.name(of: trail, b)
          }
        try body(Site(fault: .order, node: name) { swapped })
      }
    }
    try swap(scene.items, in: [], [])
    try scene.items.walk { visit in
      if case .group(let group) = visit.item {
        try swap(group.items, in: visit.place, visit.setting.steps)
      }
      return .inward
    }
  }

  private func wholePage(_ body: (Site) throws -> Void) rethrows {
    func page(
      _ fault: SceneMutation.Fault, _ node: String, _ change: @escaping (inout Scene) -> Void
    ) throws {
      try body(
        Site(fault: fault, node: node) {
          var other = scene
          change(&other)
          return other
        })
    }
    try page(.canvas, "canvas, wider by a pixel") { $0.size.width += pixel }
    try page(.colour, "background") { $0.background = $0.background.oneStepOff }
    if let altText = scene.altText.replacingFirstScalar(with: \.otherDigit) {
      try page(.alt, "alt text") { $0.altText = altText }
    }
    if !scene.items.isEmpty { try page(.blank, "page") { $0.items = [] } }
  }
}

// The tree
extension SceneMutator {
  /// The scene with the items at several places replaced, each by one other.
  private func replacing(_ replacements: [(place: ScenePlace, item: SceneItem)]) -> Scene {
    var copy = scene
    for (place, item) in replacements { copy.items = copy.items.replacing(place, by: [item]) }
    return copy
  }

  /// The scene with the item at a place replaced by others, or by none.
  func replacing(_ place: ScenePlace, by replacement: [SceneItem]) -> Scene {
    var copy = scene
    copy.items = scene.items.replacing(place, by: replacement)
    return copy
  }
}
