import BurinGeometry
import BurinInk
import BurinScene

/// What a finished page does to its reader that no content could avoid by itself: text and lines
/// that are too small, text in the margin, beyond the page, under other text
/// or cut by a shape, and marks beyond the page.
///
/// The limits are those of lint for charts, so that a page with a finding has a diagnostic.
struct PageCheck {
  private let page: Rect
  private let margin: Double
  private var smallest: (size: Double, text: String)?
  private var smallestScript: (size: Double, text: String)?
  private var thinnest: Double?
  private var deepest: (depth: Double, text: String)?
  /// The first text or key that a shape cuts, and how many there are.
  private var cut: (name: String, count: Int)?
  /// The first thing that reaches beyond the page, how many there are, and how far the farthest is.
  private var beyond: (name: String, count: Int, depth: Double)?
  private var texts: [PageText] = []

  /// Checks a page.
  init(_ items: [SceneItem], size: Size, margin: Double) {
    page = Rect(origin: .zero, size: size)
    self.margin = margin
    visit(items, .identity)
  }

  private mutating func visit(
    _ items: [SceneItem], _ transform: AffineTransform, _ clips: [PageClip] = [],
    formula: Int? = nil, part: Part = .other
  ) {
    for item in items {
      switch item {
      case .group(let group) where group.opacity > 0:
        let inner =
          group.transform == .identity ? transform : group.transform.followed(by: transform)
        let cuts = group.clip.map { clips + [PageClip($0, inner)] } ?? clips
        if group.role == .formula || group.role == .part {
          if formula == nil { noteFormulaSize(group.items, inner) }
          visit(group.items, inner, cuts, formula: formula ?? texts.count, part: part)
        } else if !group.isHalo {
          visit(
            group.items, inner, cuts, formula: formula, part: Part(group.role) ?? part)
        }
      case .glyphs(let run):
        note(run, transform, clips, formula, part)
        guard formula == nil else { continue }
        let size = scaled(run.size, by: transform)
        if size < smallest?.size ?? .infinity { smallest = (size, run.text) }
      case .path(let path):
        noteBeyond(item, transform, clips)
        if part == .legend, !clips.isEmpty, let ink = item.inkBounds {
          noteCut("a key of the legend", transform.apply(ink), clips)
        }
        guard formula == nil, let stroke = path.stroke, stroke.paint.isVisible else { continue }
        thinnest = min(thinnest ?? .infinity, scaled(stroke.width, by: transform))
      case .image: noteBeyond(item, transform, clips)
      case .group, .points, .rects, .sectors: continue
      }
    }
  }

  /// The largest run of a formula is its size; the others are its scripts.
  private mutating func noteFormulaSize(_ items: [SceneItem], _ transform: AffineTransform) {
    var largest: (size: Double, text: String)?
    items.walkDrawn { item, setting in
      guard case .glyphs(let run) = item else { return true }
      let size = scaled(run.size, by: setting.transform.followed(by: transform))
      if size > largest?.size ?? 0 { largest = (size, run.text) }
      if size < smallestScript?.size ?? .infinity { smallestScript = (size, run.text) }
      return true
    }
    if let largest, largest.size < smallest?.size ?? .infinity { smallest = largest }
  }

  /// A length on the page.
  private func scaled(_ length: Double, by transform: AffineTransform) -> Double {
    guard transform != .identity else { return length }
    return length * abs(transform.a * transform.d - transform.b * transform.c).squareRoot()
  }

  private mutating func note(
    _ run: GlyphRun, _ transform: AffineTransform, _ clips: [PageClip], _ formula: Int?,
    _ part: Part
  ) {
    guard run.color.alpha > 0, let ink = run.inkBounds else { return }
    let place = transform == .identity ? ink : transform.apply(ink)
    noteCut("the text “\(run.text)”", place, clips)
    guard let shown = clips.visiblePart(of: place) else { return }
    texts.append(
      PageText(
        run: run, transform: transform, ink: ink, bounds: place, shown: shown, formula: formula,
        isPlaced: part == .annotation))
    let room = page.inset(by: margin)
    if !page.contains(shown, tolerance: InkLimits.touch) {
      noteBeyond("the text “\(run.text)”", shown)
    } else if margin > 0, room.width > 0, room.height > 0 {
      let depth = shown.excess(beyond: room)
      if depth > deepest?.depth ?? 0 { deepest = (depth, run.text) }
    }
  }

  private mutating func noteCut(_ name: String, _ place: Rect, _ clips: [PageClip]) {
    guard clips.contains(where: { $0.cuts(place) }) else { return }
    cut = (cut?.name ?? name, (cut?.count ?? 0) + 1)
  }

  /// Notes a shape or an image of which a part lies beyond the page.
  private mutating func noteBeyond(
    _ item: SceneItem, _ transform: AffineTransform, _ clips: [PageClip]
  ) {
    // Nothing leaves a page that contains what a clip leaves.
    if let clip = clips.last, page.contains(clip.bounds, tolerance: InkLimits.touch) { return }
    guard let ink = item.inkBounds else { return }
    let place = transform == .identity ? ink : transform.apply(ink)
    guard !page.contains(place, tolerance: InkLimits.touch), item.isVisible else { return }
    guard let shown = clips.visiblePart(of: place),
      !page.contains(shown, tolerance: InkLimits.touch)
    else { return }
    if case .image = item { noteBeyond("an image", shown) } else { noteBeyond("a shape", shown) }
  }

  private mutating func noteBeyond(_ name: String, _ shown: Rect) {
    beyond = (
      beyond?.name ?? name, (beyond?.count ?? 0) + 1,
      max(beyond?.depth ?? 0, shown.excess(beyond: page))
    )
  }

  /// The diagnostics, none for a page whose text and lines can be read.
  var diagnostics: [Diagnostic] {
    func words(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
    var result: [Diagnostic] = []
    if let smallest, smallest.size < InkLimits.textSize - InkLimits.rounding {
      result.append(
        Diagnostic(
          "the text “\(smallest.text)” is \(words(smallest.size)) pt high; from \(Int(InkLimits.textSize)) pt on it can be read"
        ))
    } else if let smallestScript,
      smallestScript.size < InkLimits.scriptSize - InkLimits.rounding
    {
      result.append(
        Diagnostic(
          "the “\(smallestScript.text)” of a formula is \(words(smallestScript.size)) pt high; from \(InkLimits.scriptSize) pt on it can be read"
        ))
    }
    if let thinnest, thinnest < InkLimits.lineWidth - InkLimits.rounding {
      result.append(
        Diagnostic(
          "a line is \(words(thinnest)) pt wide; from \(InkLimits.lineWidth) pt on it is drawn evenly"
        ))
    }
    if let deepest, deepest.depth > InkLimits.overhang + InkLimits.rounding {
      result.append(
        Diagnostic(
          "the text “\(deepest.text)” reaches \(words(deepest.depth)) pt into the page's margin; make the chart larger or the text shorter"
        ))
    }
    func more(_ count: Int) -> String { count > 1 ? " (and \(count - 1) more)" : "" }
    if let beyond {
      result.append(
        Diagnostic(
          "\(beyond.name)\(more(beyond.count)) reaches beyond the page, by up to \(words(beyond.depth)) pt, and is cut off there; move it or make the page larger"
        ))
    }
    if let cut {
      result.append(
        Diagnostic(
          "\(cut.name)\(more(cut.count)) is cut by a shape that clips it; add padding before the shape, or leave the shape out"
        ))
    }
    let overlaps = PageText.overlaps(texts)
    if let (first, second) = overlaps.first {
      result.append(
        Diagnostic(
          "the texts “\(first)” and “\(second)” overlap\(more(overlaps.count)); move one of them or make the content larger"
        ))
    }
    return result
  }
}

/// What the groups around an item are, as far as the check asks.
private enum Part {
  case other, legend, annotation

  init?(_ role: Role) {
    switch role {
    case .legend: self = .legend
    case .annotation: self = .annotation
    default: return nil
    }
  }
}

/// A clip on the way to an item.
private struct PageClip {
  /// The rectangle of the shape on the page.
  let bounds: Rect
  /// The shape on the page; nil for a rectangle.
  private let polygon: Polygon?

  init(_ path: Path, _ transform: AffineTransform) {
    let placed = transform == .identity ? path : path.map(transform.apply)
    bounds = placed.bounds ?? Rect(.zero, .zero)
    polygon = placed == .rect(bounds) ? nil : Polygon(placed)
  }

  /// Whether the shape leaves something of a text and takes something else away.
  ///
  /// The corners of a text's rectangle are seldom inked; a quarter of its height within, letters
  /// are.
  func cuts(_ ink: Rect) -> Bool {
    guard bounds.contains(ink, tolerance: InkLimits.touch) else { return true }
    guard let polygon else { return false }
    let inner = ink.inset(by: min(ink.width, ink.height) / 4)
    return ![
      Point(inner.minX, inner.minY), Point(inner.maxX, inner.minY), Point(inner.maxX, inner.maxY),
      Point(inner.minX, inner.maxY),
    ].allSatisfy(polygon.contains)
  }
}

extension [PageClip] {
  /// Returns what the clips leave of a rectangle; nil for nothing.
  fileprivate func visiblePart(of rect: Rect) -> Rect? {
    var shown: Rect? = rect
    for clip in self { shown = shown.flatMap { clip.bounds.intersection($0) } }
    return shown
  }
}

/// A run of text on the page.
private struct PageText {
  var run: GlyphRun
  var transform: AffineTransform
  /// Its ink in its own coordinates, on the page, and the part on the page that no clip hides.
  var ink: Rect
  var bounds: Rect
  var shown: Rect
  /// The formula that it belongs to, by a number.
  var formula: Int?
  /// Whether it is a label that was placed, whose overlaps are told with its mark.
  var isPlaced = false

  /// Returns the pairs of texts that lie on each other, by the rule of lint, in the order of the
  /// page.
  static func overlaps(_ texts: [PageText]) -> [(String, String)] {
    let order = texts.indices.sorted { texts[$0].bounds.minY < texts[$1].bounds.minY }
    var open: [Int] = []
    var pairs: [(Int, Int)] = []
    for index in order {
      let text = texts[index]
      open.removeAll { texts[$0].bounds.maxY - InkLimits.touch <= text.bounds.minY }
      for other in open where text.overlaps(texts[other]) {
        pairs.append((min(index, other), max(index, other)))
      }
      open.append(index)
    }
    return pairs.sorted(by: <).map { (texts[$0].run.text, texts[$1].run.text) }
  }

  private func overlaps(_ other: PageText) -> Bool {
    guard !isPlaced, !other.isPlaced, bounds.minX < other.bounds.maxX,
      other.bounds.minX < bounds.maxX,
      let common = bounds.intersection(other.bounds), shown.intersects(common),
      other.shown.intersects(common), formula == nil || formula != other.formula,
      !continues(other), !other.continues(self)
    else { return false }
    return ConvexQuad(ink, transform).overlap(ConvexQuad(other.ink, other.transform))
      > InkLimits.touch + InkLimits.rounding
  }

  /// Whether another run starts on the same line where this one ends.
  private func continues(_ next: PageText) -> Bool {
    transform == next.transform && run.isContinued(by: next.run)
  }
}

extension SceneItem {
  /// Whether a shape or an image is painted in a colour that isn't clear.
  fileprivate var isVisible: Bool {
    guard case .path(let path) = self else { return true }
    return path.fill?.isVisible == true || path.stroke?.paint.isVisible == true
  }
}

extension Rect {
  /// Returns how far the rectangle reaches beyond another; negative within it.
  fileprivate func excess(beyond other: Rect) -> Double {
    max(other.minX - minX, maxX - other.maxX, other.minY - minY, maxY - other.maxY)
  }
}
