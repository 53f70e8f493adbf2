import BurinGeometry
import BurinScene

/// Compares two drawn items that stand for one another.
struct NodeComparison {
  /// How far places may lie apart, in points.
  let tolerance: Double

  /// Compares places to a number of pixels, of which a point has `scale`.
  init(scale: Double, pixels: Double = SceneDifference.halfPixel) {
    tolerance = pixels / (scale > 0 ? scale : 1)
  }

  /// Lengths that are not places (widths, sizes, opacities) are written in thousandths.
  private static let rounding = 0.00075

  /// Whether the items look the same; quicker than asking for all changes.
  func isSame(_ old: SceneNode, _ new: SceneNode) -> Bool {
    isSameSetting(old, new) && isSameItem(old, new)
  }

  /// What changed, the most telling first; empty when the items look the same.
  func changes(from old: SceneNode, to new: SceneNode) -> [SceneChange] {
    if isSame(old, new) { return [] }
    var notes = Notes(old, new)
    switch (old.item, new.item) {
    case (.glyphs(let before), .glyphs(let after)): compare(before, after, old, new, &notes)
    case (.path(let before), .path(let after)): compare(before, after, old, new, &notes)
    case (.image(let before), .image(let after)): compare(before, after, old, new, &notes)
    case (.points(let before), .points(let after)):
      add(PointColumns(before, old), PointColumns(after, new), &notes)
    case (.rects(let before), .rects(let after)):
      add(RectColumns(before, old), RectColumns(after, new), &notes)
    case (.sectors(let before), .sectors(let after)):
      add(SectorColumns(before, old), SectorColumns(after, new), &notes)
    default: notes.add(.reshaped, old.item.kindName, new.item.kindName)
    }
    if !isSameOpacity(old, new) {
      func words(_ values: [Double]) -> String {
        values.isEmpty
          ? "opacity 1" : "opacity " + values.map(Words.length).joined(separator: " · ")
      }
      notes.add(.restyled, words(old.opacities), words(new.opacities))
    }
    if !isSameBlend(old, new) {
      func words(_ layers: [SceneSetting.Layer]) -> String {
        layers.isEmpty
          ? "no blend mode" : "blend " + layers.map(\.mode.rawValue).joined(separator: " in ")
      }
      notes.add(.restyled, words(old.layers), words(new.layers))
    }
    if !areSameClips(old.clips, new.clips) {
      func words(_ clips: [Path]) -> String {
        clips.isEmpty
          ? "no clip" : "clip " + clips.map { Self.words($0.bounds) }.joined(separator: ", ")
      }
      notes.add(.restyled, words(old.clips), words(new.clips))
    }
    if notes.changes.isEmpty { notes.add(.reshaped) }
    return notes.changes
  }

  /// Describes which rows of columns changed, and how.
  private func add<Columns: ComparedColumns>(
    _ before: Columns, _ after: Columns, _ notes: inout Notes
  ) {
    guard before.count == after.count else {
      notes.add(
        .reshaped, Count(before.count, Columns.noun).description,
        Count(after.count, Columns.noun).description)
      return
    }
    for (kind, found) in changedRows(before, after) {
      let (count, first) = (found.count, found.first)
      let row = "\(Columns.noun) \(first + 1)"
      notes.add(
        kind, before.words(first, kind), after.words(first, kind),
        part: count == 1
          ? row : "\(count) of \(Count(before.count, Columns.noun)), first \(row)")
    }
  }

  /// Collects the changes of one item.
  private struct Notes {
    private let name: String
    private let expected: Rect?
    private let actual: Rect?
    private(set) var changes: [SceneChange] = []

    init(_ old: SceneNode, _ new: SceneNode) {
      name = old.name
      expected = old.canvasBounds
      actual = new.canvasBounds
    }

    mutating func add(
      _ kind: SceneChange.Kind, _ before: String = "", _ after: String = "",
      part: String = "", move: Vector? = nil
    ) {
      changes.append(
        SceneChange(
          kind, node: part.isEmpty ? name : "\(name), \(part)", before: before, after: after,
          expectedBounds: expected,
          actualBounds: actual, move: move))
    }
  }

  private func compare(
    _ before: GlyphRun, _ after: GlyphRun, _ old: SceneNode, _ new: SceneNode, _ notes: inout Notes
  ) {
    if !isSame(before.text, after.text) {
      notes.add(.text, JSONText.quoted(before.text), JSONText.quoted(after.text))
    } else if before.font != after.font {
      notes.add(.restyled, before.font.postScriptName, after.font.postScriptName)
    } else if before.glyphs.map(\.id) != after.glyphs.map(\.id) {
      let ids = { (run: GlyphRun) in run.glyphs.map { "\($0.id)" }.joined(separator: " ") }
      notes.add(.glyphs, ids(before), ids(after))
    } else if !zip(before.glyphs, after.glyphs).allSatisfy({
      areClose(old.transform.apply($0.position), new.transform.apply($1.position))
    }) {
      addMove(before.glyphs.map(\.position), after.glyphs.map(\.position), old, new, &notes)
    }
    if !isSameSize(before, after, old.transform, new.transform) {
      let (a, b) = (before.size * old.transform.unit, after.size * new.transform.unit)
      notes.add(.restyled, "\(Words.length(a)) pt", "\(Words.length(b)) pt")
    }
    if before.color != after.color { notes.add(.recoloured, "\(before.color)", "\(after.color)") }
  }

  private func compare(
    _ before: PathItem, _ after: PathItem, _ old: SceneNode, _ new: SceneNode, _ notes: inout Notes
  ) {
    if !isSameGeometry(before.path, after.path, old.transform, new.transform) {
      if before.path.hasSameSteps(as: after.path) {
        addMove(before.path.points, after.path.points, old, new, &notes)
      } else {
        notes.add(
          .reshaped, Count(before.path.elements.count, "step").description,
          Count(after.path.elements.count, "step").description)
      }
    }
    if !isSame(before.fill, after.fill, old.transform, new.transform) {
      let words = Self.words((before.fill, old.transform), (after.fill, new.transform))
      notes.add(.recoloured, words.0, words.1)
    }
    switch (before.stroke, after.stroke) {
    case (nil, nil): break
    case (let a?, let b?):
      if !isSame(a.paint, b.paint, old.transform, new.transform) {
        let words = Self.words((a.paint, old.transform), (b.paint, new.transform))
        notes.add(.recoloured, words.0, words.1)
      }
      if !isSameForm(a, b, old.transform, new.transform) {
        notes.add(.restyled, Self.words(a, old.transform), Self.words(b, new.transform))
      }
    case (let a, let b):
      notes.add(
        .restyled, a.map { Self.words($0, old.transform) } ?? "no line",
        b.map { Self.words($0, new.transform) } ?? "no line")
    }
  }

  private func compare(
    _ before: ImageItem, _ after: ImageItem, _ old: SceneNode, _ new: SceneNode,
    _ notes: inout Notes
  ) {
    if before.columns != after.columns || before.rows != after.rows {
      notes.add(
        .reshaped, "\(before.columns) × \(before.rows) cells",
        "\(after.columns) × \(after.rows) cells")
    } else if before.cells != after.cells {
      let count = zip(before.cells, after.cells).count { $0 != $1 }
      let first = zip(before.cells, after.cells).first { $0 != $1 }
      notes.add(
        .recoloured, first.map { "\($0.0)" } ?? "",
        (first.map { "\($0.1)" } ?? "") + (count > 1 ? " and \(count - 1) more cells" : ""))
    }
    if !areClose(before.rect, after.rect, old.transform, new.transform) {
      addMove(Self.corners(before.rect), Self.corners(after.rect), old, new, &notes)
    }
  }

  /// Moved where all points went the same way, reshaped otherwise.
  private func addMove(
    _ before: [Point], _ after: [Point], _ old: SceneNode, _ new: SceneNode, _ notes: inout Notes
  ) {
    let ways = zip(before, after).map { new.transform.apply($1) - old.transform.apply($0) }
    guard let first = ways.first, before.count == after.count,
      ways.allSatisfy({ abs($0.dx - first.dx) <= tolerance && abs($0.dy - first.dy) <= tolerance }),
      isSameLinearPart(old.transform, new.transform)
    else {
      let bounds = (Self.words(old.canvasBounds), Self.words(new.canvasBounds))
      let index = ways.firstIndex { abs($0.dx) > tolerance || abs($0.dy) > tolerance }
      if bounds.0 == bounds.1, let index {
        // What moved within the same bounds.
        notes.add(
          .reshaped, Words.place(old.transform.apply(before[index])),
          Words.place(new.transform.apply(after[index])),
          part: old.item.kindName == "text" ? "glyph \(index + 1)" : "point \(index + 1)")
      } else {
        notes.add(.reshaped, bounds.0, bounds.1)
      }
      return
    }
    let start = old.transform.apply(before.first ?? .zero)
    notes.add(.moved, Words.place(start), Words.place(start + first), move: first)
  }
}

// Sameness
extension NodeComparison {
  private func isSameSetting(_ old: SceneNode, _ new: SceneNode) -> Bool {
    isSameOpacity(old, new) && isSameBlend(old, new) && areSameClips(old.clips, new.clips)
  }

  /// Whether the same modes mix the items, from the outermost group inwards.
  private func isSameBlend(_ old: SceneNode, _ new: SceneNode) -> Bool {
    old.layers.isEmpty && new.layers.isEmpty
      || old.layers.map(\.mode) == new.layers.map(\.mode)
  }

  /// Opacities multiply.
  private func isSameOpacity(_ old: SceneNode, _ new: SceneNode) -> Bool {
    if old.opacities.isEmpty, new.opacities.isEmpty { return true }
    return isSame(old.opacities.reduce(1, *), new.opacities.reduce(1, *))
  }

  private func isSameItem(_ old: SceneNode, _ new: SceneNode) -> Bool {
    switch (old.item, new.item) {
    case (.glyphs(let a), .glyphs(let b)):
      return isSame(a.text, b.text) && a.font == b.font && a.color == b.color
        && a.glyphs.count == b.glyphs.count
        && zip(a.glyphs, b.glyphs).allSatisfy { $0.id == $1.id }
        && isSameGeometry(a, b, old.transform, new.transform)
    case (.path(let a), .path(let b)):
      guard isSame(a.fill, b.fill, old.transform, new.transform),
        isSameGeometry(a.path, b.path, old.transform, new.transform)
      else { return false }
      switch (a.stroke, b.stroke) {
      case (nil, nil): return true
      case (let x?, let y?):
        return isSame(x.paint, y.paint, old.transform, new.transform)
          && isSameForm(x, y, old.transform, new.transform)
      default: return false
      }
    case (.image(let a), .image(let b)):
      return a.columns == b.columns && a.rows == b.rows && a.cells == b.cells
        && areClose(a.rect, b.rect, old.transform, new.transform)
    case (.points(let a), .points(let b)):
      return isSameDirection(old.transform, new.transform)
        && areSame(PointColumns(a, old), PointColumns(b, new))
    case (.rects(let a), .rects(let b)):
      return isSameDirection(old.transform, new.transform)
        && areSame(RectColumns(a, old), RectColumns(b, new))
    case (.sectors(let a), .sectors(let b)):
      return isSameDirection(old.transform, new.transform)
        && areSame(SectorColumns(a, old), SectorColumns(b, new))
    default:
      return false
    }
  }

  /// Swift holds texts equal that are written by other scalars; here they are not.
  func isSame(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

  func isSame(_ a: Double, _ b: Double) -> Bool {
    a == b || abs(a - b) <= Self.rounding || (a.isNaN && b.isNaN)
  }

  private func isSame(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { isSame($0, $1) }
  }

  func isSame(
    _ a: Paint?, _ b: Paint?, _ old: AffineTransform, _ new: AffineTransform
  ) -> Bool {
    switch (a, b) {
    case (nil, nil): return true
    case (.color(let a)?, .color(let b)?): return a == b
    case (
      .linearGradient(let from, let to, let stops)?,
      .linearGradient(let otherFrom, let otherTo, let otherStops)?
    ):
      return areSame(stops, otherStops)
        && LinearRamp(from, to, old).isSame(as: LinearRamp(otherFrom, otherTo, new), tolerance)
        || Self.areWrittenAlike((a, old), (b, new))
    case (
      .radialGradient(let center, let radii, let stops)?,
      .radialGradient(let otherCenter, let otherRadii, let otherStops)?
    ):
      return areSame(stops, otherStops) && areClose(old.apply(center), new.apply(otherCenter))
        && isSameEllipse(
          old.vectors(radii.width, radii.height), new.vectors(otherRadii.width, otherRadii.height))
        || Self.areWrittenAlike((a, old), (b, new))
    default: return false
    }
  }

  /// Whether two paints and their transforms are the same numbers, also where these are infinite or
  /// none, so that nothing can be calculated with them.
  private static func areWrittenAlike(
    _ a: (Paint?, AffineTransform), _ b: (Paint?, AffineTransform)
  ) -> Bool {
    String(reflecting: a) == String(reflecting: b)
  }

  /// Whether two pairs of vectors span the same ellipse, give or take the tolerance.
  private func isSameEllipse(_ a: (Vector, Vector), _ b: (Vector, Vector)) -> Bool {
    // u·uᵀ + v·vᵀ is the ellipse's, whichever pair of its radii is given.
    func gram(_ pair: (Vector, Vector)) -> [Double] {
      let (u, v) = pair
      return [u.dx * u.dx + v.dx * v.dx, u.dx * u.dy + v.dx * v.dy, u.dy * u.dy + v.dy * v.dy]
    }
    let (one, other) = (gram(a), gram(b))
    let radius = max(one[0], one[2], other[0], other[2]).squareRoot()
    let limit = max(2 * radius, tolerance) * tolerance
    return zip(one, other).allSatisfy { abs($0 - $1) <= limit || ($0.isNaN && $1.isNaN) }
  }

  private func areSame(_ a: [GradientStop], _ b: [GradientStop]) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { isSame($0.offset, $1.offset) && $0.color == $1.color }
  }

  /// Whether two lines are drawn alike: a group's scale changes widths and dashes.
  private func isSameForm(
    _ a: Stroke, _ b: Stroke, _ old: AffineTransform, _ new: AffineTransform
  ) -> Bool {
    guard a.cap == b.cap, a.join == b.join, a.dash.count == b.dash.count else { return false }
    let (one, other) = (old.unit, new.unit)
    let limit = Self.rounding * max(1, one, other)
    func isSame(_ x: Double, _ y: Double) -> Bool {
      abs(x * one - y * other) <= limit || self.isSame(x * one, y * other)
    }
    // A circular pen stays one under these; else the pens are the same only if the maps are.
    guard old.isConformal && new.isConformal || isSameLinearPart(old, new) else { return false }
    return isSame(a.width, b.width) && zip(a.dash, b.dash).allSatisfy { isSame($0, $1) }
  }

  private func areSameClips(_ a: [Path], _ b: [Path]) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { isSameGeometry($0, $1, .identity, .identity) }
  }

  private func isSameLinearPart(_ a: AffineTransform, _ b: AffineTransform) -> Bool {
    isSame(a.a, b.a) && isSame(a.b, b.b) && isSame(a.c, b.c) && isSame(a.d, b.d)
  }

  /// Whether the maps differ by a scale at most, which lengths are multiplied by.
  private func isSameDirection(_ a: AffineTransform, _ b: AffineTransform) -> Bool {
    if isSameLinearPart(a, b) { return true }
    let (one, other) = (a.unit, b.unit)
    guard a.isConformal, b.isConformal, one > 0, other > 0 else { return false }
    return isSame(a.a / one, b.a / other) && isSame(a.b / one, b.b / other)
      && isSame(a.c / one, b.c / other) && isSame(a.d / one, b.d / other)
  }

  /// Whether letters are drawn in the same size and direction.
  private func isSameSize(
    _ a: GlyphRun, _ b: GlyphRun, _ old: AffineTransform, _ new: AffineTransform
  ) -> Bool {
    if isSameLinearPart(old, new) { return isSame(a.size, b.size) }
    let limit = Self.rounding * max(1, 2 * abs(a.size), 2 * abs(b.size))
    return zip([old.a, old.b, old.c, old.d], [new.a, new.b, new.c, new.d]).allSatisfy {
      abs($0 * a.size - $1 * b.size) <= limit
    }
  }

  func areClose(_ a: Point, _ b: Point) -> Bool {
    (abs(a.x - b.x) <= tolerance && abs(a.y - b.y) <= tolerance)
      // Not finite on both sides: the renderer's matter, not a difference.
      || (!a.isFinite && !b.isFinite && a.description == b.description)
  }

  private func areClose(
    _ a: Rect, _ b: Rect, _ old: AffineTransform, _ new: AffineTransform
  ) -> Bool {
    zip(Self.corners(a), Self.corners(b)).allSatisfy {
      areClose(old.apply($0), new.apply($1))
    }
  }

  func isSameGeometry(
    _ a: GlyphRun, _ b: GlyphRun, _ old: AffineTransform, _ new: AffineTransform
  ) -> Bool {
    isSameSize(a, b, old, new)
      && zip(a.glyphs, b.glyphs).allSatisfy {
        areClose(old.apply($0.position), new.apply($1.position))
      }
  }

  func isSameGeometry(
    _ a: Path, _ b: Path, _ old: AffineTransform, _ new: AffineTransform
  ) -> Bool {
    guard a.hasSameSteps(as: b) else {
      return a.transformed(by: old).follows(b.transformed(by: new), tolerance: tolerance)
    }
    if old == .identity, new == .identity {
      return zip(a.points, b.points).allSatisfy { areClose($0, $1) }
    }
    return zip(a.points, b.points).allSatisfy { areClose(old.apply($0), new.apply($1)) }
  }
}

// Words
extension NodeComparison {
  private static func words(_ paint: Paint?) -> String {
    switch paint {
    case nil: "no paint"
    case .color(let color)?: "\(color)"
    case .linearGradient?: "gradient " + words(paint?.stops ?? [])
    case .radialGradient?: "radial gradient " + words(paint?.stops ?? [])
    }
  }

  /// Two paints in words; gradients of the same colours with their stops and places.
  private static func words(
    _ before: (Paint?, AffineTransform), _ after: (Paint?, AffineTransform)
  ) -> (String, String) {
    let short = (words(before.0), words(after.0))
    return short.0 != short.1 ? short : (places(before.0, before.1), places(after.0, after.1))
  }

  /// A gradient with its stops and where it is on the canvas.
  private static func places(_ paint: Paint?, _ transform: AffineTransform) -> String {
    func place(_ point: Point) -> String { Words.place(transform.apply(point)) }
    let stops = (paint?.stops ?? []).map { "\(Words.length($0.offset)):\($0.color)" }
      .joined(separator: " ")
    switch paint {
    case .linearGradient(let from, let to, _)?:
      return "gradient \(stops) from \(place(from)) to \(place(to))"
    case .radialGradient(let center, let radii, _)?:
      let (right, down) = transform.vectors(radii.width, radii.height)
      return
        "radial gradient \(stops) around \(place(center)), \(Words.length(right.length)) × \(Words.length(down.length)) pt"
    default: return words(paint)
    }
  }

  private static func words(_ stops: [GradientStop]) -> String {
    stops.map { "\($0.color)" }.joined(separator: "–")
  }

  /// In lengths on the canvas.
  private static func words(_ stroke: Stroke, _ transform: AffineTransform) -> String {
    let unit = transform.unit
    var words = "line \(Words.length(stroke.width * unit)) pt"
    if stroke.cap != .butt { words += " \(stroke.cap.rawValue)" }
    if stroke.join != .miter { words += " \(stroke.join.rawValue)" }
    if !stroke.dash.isEmpty {
      words += " dash " + stroke.dash.map { Words.length($0 * unit) }.joined(separator: ",")
    }
    return words
  }

  private static func words(_ rect: Rect?) -> String {
    guard let rect else { return "nothing" }
    return
      "\(Words.length(rect.width)) × \(Words.length(rect.height)) pt at \(Words.place(rect.origin))"
  }

  private static func corners(_ rect: Rect) -> [Point] {
    // A third one tells a picture that lies on its side.
    [Point(rect.minX, rect.minY), Point(rect.maxX, rect.maxY), Point(rect.maxX, rect.minY)]
  }
}

extension Point {
  fileprivate var isFinite: Bool { x.isFinite && y.isFinite }
  fileprivate var description: String { "\(x),\(y)" }
}

extension Path {
  /// All points that the path names, in order.
  var points: [Point] {
    elements.flatMap { element -> [Point] in
      switch element {
      case .move(let p), .line(let p): [p]
      case .cubic(let a, let b, let p): [a, b, p]
      case .close: []
      }
    }
  }

  /// Whether both paths take the same kinds of steps in the same order.
  func hasSameSteps(as other: Path) -> Bool {
    elements.count == other.elements.count
      && zip(elements, other.elements).allSatisfy { pair in
        switch pair {
        case (.move, .move), (.line, .line), (.cubic, .cubic), (.close, .close): true
        default: false
        }
      }
  }
}
