package import BurinGeometry
package import BurinScene

/// A drawn item of a scene: a path, a run of text or an image, with its position on the canvas and
/// the opacity of its groups.
package struct Ink: Sendable {
  /// The index in the painting order.
  package var order: Int
  /// The item: a path, a run or an image.
  package var item: SceneItem
  /// The attributes that the groups around the item add to it.
  package var setting: SceneSetting
  /// The ink's rectangle on the canvas, without clipping.
  package var bounds: Rect

  /// Creates the ink of an item; nil for one that is clear or empty.
  package init?(_ item: SceneItem, _ setting: SceneSetting, order: Int) {
    guard setting.opacity > 0, item.isInked, let bounds = item.inkBounds else { return nil }
    self.order = order
    self.item = item
    self.setting = setting
    self.bounds = setting.place(bounds)
  }
}

extension Ink {
  /// The path to the item as one line.
  package var node: String { setting.description }
  /// The role of the innermost group; nil outside groups.
  package var role: Role? { setting.steps.last?.role }
  /// The groups around the item, outermost first, numbered in the order of the scene.
  package var groups: [Int] { setting.groups }
  /// The transform from the item's coordinates to the canvas.
  package var transform: AffineTransform { setting.transform }
  /// The rectangle that the clips leave visible, or nil if nothing is clipped.
  package var clip: Rect? { setting.clip }
  /// The product of the groups' opacities.
  package var opacity: Double { setting.opacity }

  /// Returns whether a group around the item has a role.
  package func isIn(_ role: Role) -> Bool { setting.isIn(role) }
  /// Returns the number of the outermost group of a role around the item.
  package func group(_ role: Role) -> Int? { setting.group(role) }
  /// The number of the outermost formula around the item.
  package var formula: Int? {
    setting.steps.firstIndex { $0.role == .formula || $0.role == .part }.map { groups[$0] }
  }

  /// The visible part of the ink's rectangle; nil if nothing is visible.
  package var shown: Rect? { clip.map { bounds.intersection($0) } ?? bounds }

  /// The scale of lengths from the item's coordinates to the canvas.
  package var scale: Double {
    transform == .identity
      ? 1 : abs(transform.a * transform.d - transform.b * transform.c).squareRoot()
  }

  /// The path; nil for text and images.
  package var path: PathItem? { if case .path(let item) = item { item } else { nil } }
  /// The run of text; nil for paths and images.
  package var run: GlyphRun? { if case .glyphs(let run) = item { run } else { nil } }
  /// The shapes in columns that count as one ink; nil for a single shape.
  package var dense: DenseInk? { DenseInk(item) }
  /// The image; nil for paths and text.
  package var image: ImageItem? { if case .image(let image) = item { image } else { nil } }

  /// The colour of a path's fill, or of its stroke if it is not filled, with the groups' opacity;
  /// nil for gradients, text and images.
  package var color: RGBColor? {
    for paint in [path?.fill, path?.stroke?.paint] {
      if case .color(let color)? = paint, color.alpha > 0 { return color.opacity(opacity) }
    }
    return nil
  }
}

extension [SceneItem] {
  /// Visits everything that leaves ink, in painting order.
  package func visitInk(_ visit: (Ink) -> Void) {
    var order = 0
    walk { step in
      step.item.visitInked { item in
        if let ink = Ink(item, step.setting, order: order) {
          visit(ink)
          order += 1
        }
      }
      return .inward
    }
  }
}

extension [SceneItem] {
  /// Whether anything leaves ink that no clip hides.
  package var hasInk: Bool {
    var isInked = false
    walk { step in
      if case .group(let group) = step.item { return group.opacity > 0 ? .inward : .past }
      isInked = Ink(step.item, step.setting, order: 0)?.shown != nil
      return isInked ? .stop : .inward
    }
    return isInked
  }
}

extension SceneItem {
  /// Whether the item leaves ink: it is painted in a colour that isn't clear.
  fileprivate var isInked: Bool {
    switch self {
    case .path(let path): path.fill?.isVisible == true || path.stroke?.paint.isVisible == true
    case .glyphs(let run): run.color.alpha > 0
    case .image(let image): !image.cells.isEmpty
    case .points, .rects, .sectors: DenseInk(self)?.isVisible == true
    case .group: false
    }
  }
}

extension Paint {
  /// Whether any of the paint is not clear.
  package var isVisible: Bool {
    if case .color(let color) = self { return color.alpha > 0 }
    return stops.contains { $0.color.alpha > 0 }
  }

  /// The minimum opacity of the paint, 0…1.
  package var leastOpacity: Double {
    if case .color(let color) = self { return Double(color.alpha) / 255 }
    return Double(stops.map(\.color.alpha).min() ?? 0) / 255
  }
}
