import BurinGeometry
import BurinInk
import BurinScene

/// What a finished page does to its reader that no content could avoid by itself: text and lines
/// that are too small once the page is shown, and text in the margin.
///
/// The limits are those of lint, so that a page with a finding has a diagnostic.
struct PageCheck {
  private let page: Rect
  private let margin: Double
  /// What the page is scaled by where it is shown.
  private let shrink: Double
  private var smallest: (size: Double, text: String)?
  private var smallestScript: (size: Double, text: String)?
  private var thinnest: Double?
  private var deepest: (depth: Double, text: String)?

  /// Checks a page.
  init(_ items: [SceneItem], size: Size, margin: Double) {
    page = Rect(origin: .zero, size: size)
    self.margin = margin
    shrink = min(1, InkLimits.displayWidth / max(size.width, 1))
    visit(items, .identity)
  }

  private mutating func visit(_ items: [SceneItem], _ transform: AffineTransform) {
    for item in items {
      switch item {
      case .group(let group) where group.opacity > 0:
        let inner =
          group.transform == .identity ? transform : group.transform.followed(by: transform)
        if group.role == .formula || group.role == .part {
          visitFormula(group.items, inner)
        } else {
          visit(group.items, inner)
        }
      case .glyphs(let run):
        note(run, transform)
        let size = shown(run.size, transform)
        if size < smallest?.size ?? .infinity { smallest = (size, run.text) }
      case .path(let path):
        guard let stroke = path.stroke, stroke.paint.isVisible else { continue }
        thinnest = min(thinnest ?? .infinity, shown(stroke.width, transform))
      case .group, .image, .points, .rects, .sectors: continue
      }
    }
  }

  /// The largest run of a formula is its size; the others are its scripts.
  private mutating func visitFormula(_ items: [SceneItem], _ transform: AffineTransform) {
    var largest: (size: Double, text: String)?
    items.walkDrawn { item, setting in
      guard case .glyphs(let run) = item else { return true }
      let place = setting.transform.followed(by: transform)
      note(run, place)
      let size = shown(run.size, place)
      if size > largest?.size ?? 0 { largest = (size, run.text) }
      if size < smallestScript?.size ?? .infinity { smallestScript = (size, run.text) }
      return true
    }
    if let largest, largest.size < smallest?.size ?? .infinity { smallest = largest }
  }

  /// A length as it is shown.
  private func shown(_ length: Double, _ transform: AffineTransform) -> Double {
    guard transform != .identity else { return length * shrink }
    let scale = abs(transform.a * transform.d - transform.b * transform.c).squareRoot()
    return length * scale * shrink
  }

  private mutating func note(_ run: GlyphRun, _ transform: AffineTransform) {
    let room = page.inset(by: margin)
    guard margin > 0, room.width > 0, room.height > 0, let ink = run.inkBounds else { return }
    let place = transform == .identity ? ink : transform.apply(ink)
    let depth = max(
      room.minX - place.minX, place.maxX - room.maxX, room.minY - place.minY,
      place.maxY - room.maxY)
    if depth > deepest?.depth ?? 0 { deepest = (depth, run.text) }
  }

  /// The diagnostics, none for a page whose text and lines can be read.
  var diagnostics: [Diagnostic] {
    func words(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
    let place =
      shrink < 1 ? " where the picture is shown \(Int(InkLimits.displayWidth)) pt wide" : ""
    var result: [Diagnostic] = []
    if let smallest, smallest.size < InkLimits.textSize - InkLimits.rounding {
      result.append(
        Diagnostic(
          "the text “\(smallest.text)” is \(words(smallest.size)) pt high\(place); from \(Int(InkLimits.textSize)) pt on it can be read"
        ))
    } else if let smallestScript,
      smallestScript.size < InkLimits.scriptSize - InkLimits.rounding
    {
      result.append(
        Diagnostic(
          "the “\(smallestScript.text)” of a formula is \(words(smallestScript.size)) pt high\(place); from \(InkLimits.scriptSize) pt on it can be read"
        ))
    }
    if let thinnest, thinnest < InkLimits.lineWidth - InkLimits.rounding {
      result.append(
        Diagnostic(
          "a line is \(words(thinnest)) pt wide\(place); from \(InkLimits.lineWidth) pt on it is drawn evenly"
        ))
    }
    if let deepest, deepest.depth > InkLimits.overhang + InkLimits.rounding {
      result.append(
        Diagnostic(
          "the text “\(deepest.text)” reaches \(words(deepest.depth)) pt into the page's margin; make the chart larger or the text shorter"
        ))
    }
    return result
  }
}
