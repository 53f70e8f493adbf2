import BurinGeometry
import BurinScene

/// What a scene draws, ready to be measured.
///
/// Every leaf comes with its groups and its place on the canvas.
struct InkSurvey {
  /// A leaf with what its groups add to it.
  struct Ink {
    /// The place in the painting order.
    var order: Int
    /// The way to the item as one line.
    var node: String
    var roles: [Role]
    /// The names of the groups around the item, outermost first.
    var names: [String]
    /// The groups around the item, outermost first, numbered in the order of the scene.
    var groups: [Int]
    var item: SceneItem
    var transform: AffineTransform
    var clip: Rect?
    /// The product of the groups' opacities.
    var opacity: Double
    /// The ink's rectangle on the canvas, clips not applied.
    var bounds: Rect

    /// How lengths grow from the item's coordinates to the canvas.
    var scale: Double {
      abs(transform.a * transform.d - transform.b * transform.c).squareRoot()
    }

    /// The ink's rectangle as far as the clip shows it; nil for nothing.
    var shown: Rect? { clip.map { bounds.intersection($0) } ?? bounds }

    /// The number of the outermost group of a role around the item.
    func group(_ role: Role) -> Int? { roles.firstIndex(of: role).map { groups[$0] } }

    /// The number of the outermost formula around the item.
    var formula: Int? {
      roles.firstIndex { $0 == .formula || $0 == .part }.map { groups[$0] }
    }
  }

  /// A run of text with ink.
  struct Text {
    var ink: Ink
    var run: GlyphRun
    /// The ink's rectangle on the canvas, turned as the text is.
    var quad: ConvexQuad

    /// The text as it is named in messages.
    var name: String {
      let text = run.text.count > 24 ? run.text.prefix(23) + "…" : run.text
      return "\"\(text.split(whereSeparator: \.isNewline).joined(separator: " "))\""
    }
  }

  /// The whole picture.
  let scene: Scene

  /// By how much the picture is made smaller where it is shown at a width, at most 1.
  func shrink(toWidth width: Double) -> Double {
    scene.size.width > width ? width / scene.size.width : 1
  }

  /// A chart with its trail.
  struct Chart {
    var group: Int
    /// The groups around it, outermost first.
    var groups: [Int]
    var node: String
    /// The rectangle of all that it draws; nil for nothing.
    var bounds: Rect?
  }

  /// The charts, an inset after the one in which it lies.
  private(set) var charts: [Chart] = []
  /// Everything that draws something, in painting order.
  private(set) var inks: [Ink] = []
  /// The texts among it, halos left out.
  private(set) var texts: [Text] = []
  /// The painting orders of the texts under which a halo lies.
  private(set) var haloed: Set<Int> = []
  /// The groups that hold a halo for the texts in them.
  private var haloGroups: Set<Int> = []

  init(_ scene: Scene) {
    self.scene = scene
    var groupCount = 0
    func visit(
      _ items: [SceneItem], _ trail: [String], _ roles: [Role], _ names: [String],
      _ groups: [Int], _ transform: AffineTransform, _ clip: Rect?, _ opacity: Double
    ) {
      for item in items {
        guard case .group(let group) = item else {
          guard opacity > 0, draws(item), let bounds = item.inkBounds else { continue }
          inks.append(
            Ink(
              order: inks.count, node: trail.joined(separator: " › "), roles: roles,
              names: names, groups: groups, item: item, transform: transform, clip: clip,
              opacity: opacity,
              bounds: transform.apply(bounds)))
          continue
        }
        groupCount += 1
        if group.role == .decoration, group.name == "halo", let parent = groups.last {
          haloGroups.insert(parent)
        }
        let inner = group.transform.followed(by: transform)
        var visible = clip
        if let bounds = group.clip?.bounds.map(inner.apply) {
          visible = clip.map { $0.intersection(bounds) ?? Rect($0.origin, $0.origin) } ?? bounds
        }
        let step = group.role.rawValue + (group.name.isEmpty ? "" : " " + group.name)
        if group.role == .chart {
          charts.append(
            Chart(
              group: groupCount, groups: groups, node: (trail + [step]).joined(separator: " › "),
              bounds: group.items.inkBounds.map(inner.apply)))
        }
        visit(
          group.items, trail + [step], roles + [group.role], names + [group.name],
          groups + [groupCount], inner, visible, opacity * group.opacity)
      }
    }
    visit(scene.items, [], [], [], [], .identity, nil, 1)
    collectTexts()
  }

  private mutating func collectTexts() {
    var all: [Text] = []
    for ink in inks {
      guard case .glyphs(let run) = ink.item, let bounds = run.inkBounds else { continue }
      all.append(Text(ink: ink, run: run, quad: ConvexQuad(bounds, ink.transform)))
    }
    for (index, text) in all.enumerated() {
      if !haloGroups.isDisjoint(with: text.ink.groups) { haloed.insert(text.ink.order) }
      // A halo is the same text in another colour, painted just before and just beside its text.
      let owner = all[(index + 1)...].prefix(16).first { other in
        other.run.text == text.run.text && other.run.font == text.run.font
          && other.run.size == text.run.size && other.run.color != text.run.color
          && other.ink.groups.last == text.ink.groups.last
          && other.ink.bounds.center.distance(to: text.ink.bounds.center) <= 2.5
      }
      if let owner { haloed.insert(owner.ink.order) } else { texts.append(text) }
    }
  }
}

/// Whether an item leaves any ink: painted, and not in a clear colour.
private func draws(_ item: SceneItem) -> Bool {
  switch item {
  case .path(let path): isVisible(path.fill) || (isVisible(path.stroke?.paint))
  case .glyphs(let run): run.color.alpha > 0
  case .image(let image): !image.cells.isEmpty
  case .group: false
  }
}

func isVisible(_ paint: Paint?) -> Bool {
  switch paint {
  case .color(let color): color.alpha > 0
  case .linearGradient(_, _, let stops): stops.contains { $0.color.alpha > 0 }
  case nil: false
  }
}

/// The least opacity of a paint, 0…1.
func leastOpacity(_ paint: Paint) -> Double {
  switch paint {
  case .color(let color): Double(color.alpha) / 255
  case .linearGradient(_, _, let stops): Double(stops.map(\.color.alpha).min() ?? 0) / 255
  }
}
