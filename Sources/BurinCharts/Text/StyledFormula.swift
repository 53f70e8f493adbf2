import BurinGeometry
import BurinMath
import BurinScene

/// A formula with the styles of its parts; coordinates are points from the left end of its
/// baseline.
struct StyledFormula {
  var layout: FormulaLayout
  /// The items, from back to front.
  private(set) var items: [SceneItem]
  /// The formula's box, including the space for braces and frames.
  private(set) var bounds: Rect

  private static let braceDepth = 7.0
  private static let gap = 3.0

  /// - Throws: ``ChartError/unknownAnchor(_:known:)`` for a part that the formula lacks.
  init(
    _ layout: FormulaLayout, color: RGBColor, styles: [PartStyle], context: LayoutContext
  ) throws {
    self.layout = layout
    bounds = layout.bounds
    var content = layout.items
    var frames: [Rect] = []
    var behind: [SceneItem] = []
    var above: [SceneItem] = []
    for style in styles {
      guard let part = layout.parts[style.name] else {
        throw ChartError.unknownAnchor(style.name, known: layout.partNames)
      }
      switch style.style {
      case .foreground(let foreground):
        content = content.recolored(style.name, from: color, to: try context.color(foreground))
      case .background(let background, let padding, let radius):
        let area = part.inset(by: -padding)
        behind.append(
          .fill(.roundedRect(area, radius: radius), try context.color(background)))
        bounds = bounds.union(area)
        frames.append(area)
      case .box(let stroke, let padding, let radius):
        let area = part.inset(by: -padding)
        above.append(
          .stroke(
            .roundedRect(area, radius: radius), Stroke(try context.color(stroke), width: 1.2)))
        bounds = bounds.union(area.inset(by: -0.6))
        frames.append(area)
      case .outline(let stroke, let width):
        guard let outline = try context.formulas.outline(ofPart: style.name, in: layout) else {
          continue
        }
        behind.append(
          .stroke(
            outline, Stroke(try context.color(stroke), width: 2 * width, join: .round)))
        bounds = bounds.union((outline.bounds ?? part).inset(by: -width))
      case .brace: break
      }
    }
    items = []
    if !behind.isEmpty { items.append(.group(SceneGroup(.decoration, items: behind))) }
    items.append(.group(layout.group(content)))
    items += above
    try addBraces(styles, beyond: frames, context)
  }

  /// Returns the items with the left end of the baseline at a point.
  func placed(at origin: Point) -> [SceneItem] { items.offset(by: Vector(origin.x, origin.y)) }

  /// Draws braces from the narrowest part outwards, so that wider ones lie beyond them.
  private mutating func addBraces(
    _ styles: [PartStyle], beyond frames: [Rect], _ context: LayoutContext
  ) throws {
    var braces: [(part: Rect, name: String, edge: FormulaPartStyle.Edge, color: RGBColor, Text?)] =
      []
    for style in styles {
      guard case .brace(let edge, let color, let label) = style.style,
        let part = layout.parts[style.name]
      else { continue }
      braces.append((part, style.name, edge, try context.color(color), label))
    }
    var taken: [(edge: FormulaPartStyle.Edge, rect: Rect)] =
      frames.flatMap { [(.top, $0), (.bottom, $0)] }
    for (part, name, edge, color, label) in braces.sorted(by: {
      ($0.part.width, $0.name) < ($1.part.width, $1.name)
    }) {
      let up = edge == .top
      var y = up ? part.minY - Self.gap : part.maxY + Self.gap
      for other in taken where other.edge == edge {
        guard other.rect.minX < part.maxX, part.minX < other.rect.maxX else { continue }
        y = up ? min(y, other.rect.minY - Self.gap) : max(y, other.rect.maxY + Self.gap)
      }
      let depth = up ? -Self.braceDepth : Self.braceDepth
      let brace = Path.brace(from: Point(part.minX, y), to: Point(part.maxX, y), depth: depth)
      var drawn = [SceneItem.stroke(brace, Stroke(color, width: 1.2, cap: .round, join: .round))]
      var area = Rect(Point(part.minX, y), Point(part.maxX, y + depth))
      if let label {
        let text = try context.layout(label, role: .label, color: .secondary)
        let top = up ? y + depth - Self.gap - text.size.height : y + depth + Self.gap
        let origin = Point(part.midX - text.size.width / 2, top)
        drawn.append(text.placed(at: origin, role: .label))
        area = area.union(Rect(origin: origin, size: text.size))
      }
      items.append(.group(SceneGroup(.annotation, name, items: drawn)))
      taken.append((edge, area))
      bounds = bounds.union(area)
    }
  }
}

extension [SceneItem] {
  /// Returns the items with one colour replaced by another within a part.
  fileprivate func recolored(_ part: String, from old: RGBColor, to new: RGBColor) -> [SceneItem] {
    map { item in
      guard case .group(var group) = item else { return item }
      group.items =
        group.role == .part && group.name == part
        ? group.items.recolored(from: old, to: new)
        : group.items.recolored(part, from: old, to: new)
      return .group(group)
    }
  }

  private func recolored(from old: RGBColor, to new: RGBColor) -> [SceneItem] {
    map { item in
      switch item {
      case .group(var group):
        group.items = group.items.recolored(from: old, to: new)
        return .group(group)
      case .glyphs(var run):
        if run.color == old { run.color = new }
        return .glyphs(run)
      case .path(var path):
        if path.fill == .color(old) { path.fill = .color(new) }
        if path.stroke?.paint == .color(old) { path.stroke?.paint = .color(new) }
        return .path(path)
      case .image, .points, .rects, .sectors: return item
      }
    }
  }
}
