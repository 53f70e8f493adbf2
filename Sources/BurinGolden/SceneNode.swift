import BurinGeometry
import BurinScene

/// A drawn item of a scene with all that its groups do to it: what two scenes are compared by.
///
/// Grouping itself draws nothing, so that a scene whose items are grouped otherwise is the same.
struct SceneNode {
  /// A group on the way to an item.
  typealias Step = SceneSetting.Step

  /// The groups around the item, outermost first.
  var trail: [Step]
  /// Never a group.
  var item: SceneItem
  /// The map from the item's coordinates to the canvas.
  var transform: AffineTransform
  /// The clips on the canvas and the opacities below 1, outermost first.
  var clips: [Path]
  var opacities: [Double]
  /// The numbers of the groups with these opacities: what is in one of them is painted as one.
  var translucentGroups: [Int] = []
  /// The groups that mix with what is behind them and those that bound such groups, outermost first.
  var layers: [SceneSetting.Layer] = []

  /// All drawn items of a scene in painting order.
  static func all(in scene: Scene) -> [SceneNode] {
    var result: [SceneNode] = []
    visit(scene) { node in
      result.append(node)
      return true
    }
    return result
  }

  /// Visits the drawn items of a scene in painting order, as long as a closure says to go on.
  static func visit(_ scene: Scene, _ body: (SceneNode) -> Bool) {
    let layers = scene.items.blendLayers
    scene.items.walk { visit in
      // Columns are one node, and compared as such: a million of nodes would take seconds.
      if case .group = visit.item { return .inward }
      let setting = visit.setting
      let node = SceneNode(
        trail: setting.steps, item: visit.item, transform: setting.transform,
        clips: setting.clips, opacities: setting.opacities,
        translucentGroups: setting.translucentGroups,
        layers: layers.isEmpty ? [] : setting.layers.filter { layers.contains($0.group) })
      return body(node) ? .inward : .stop
    }
  }
}

extension SceneNode {
  /// Where the item is drawn on the canvas, in points; nil where it draws nothing.
  ///
  /// A run that was read from text has no outline bounds; it is taken to fill its line.
  var canvasBounds: Rect? {
    let bounds: Rect? =
      switch item {
      case .glyphs(let run): run.inkBounds ?? Self.line(of: run)
      case .group, .path, .image, .points, .rects, .sectors: item.inkBounds
      }
    guard var visible = bounds.map({ transform == .identity ? $0 : transform.apply($0) }) else {
      return nil
    }
    for clip in clips {
      guard let common = clip.bounds.flatMap({ visible.intersection($0) }) else { return nil }
      visible = common
    }
    return visible
  }

  /// From the first origin over the advance, an em high with a quarter of it below the baseline.
  private static func line(of run: GlyphRun) -> Rect? {
    guard let first = run.glyphs.first, !run.text.allSatisfy(\.isWhitespace) else { return nil }
    let right = first.position.x + max(run.advance, run.size / 4)
    return Rect(
      minX: first.position.x, minY: first.position.y - 0.75 * run.size, maxX: right,
      maxY: first.position.y + 0.25 * run.size)
  }

  /// The groups in words, outermost first, such as `x axis, tick 4`.
  ///
  /// Groups that only arrange others are left out where something better is there.
  var name: String { Self.name(of: trail, item) }

  static func name(of trail: [Step], _ item: SceneItem?) -> String {
    let telling = trail.filter { !$0.isArrangement }
    var words: [String] = []
    let steps = telling.isEmpty ? trail.suffix(1) : telling[...]
    for (step, next) in zip(steps, steps.dropFirst().map(Optional.some) + [nil]) {
      // “table, table row 1” says no more than “table row 1”.
      if step.name.isEmpty, step.role == next?.role { continue }
      let word = step.words
      if words.last != word { words.append(word) }
    }
    if words.isEmpty, let item { words.append(item.kindName) }
    return words.isEmpty ? "canvas" : words.joined(separator: ", ")
  }
}

extension SceneNode.Step {
  /// Whether the group only arranges or sets what lies in it, so that its name tells nothing.
  var isArrangement: Bool {
    switch role {
    case .figure, .panel, .plot, .label, .text: name.isEmpty
    case .chart: true
    default: false
    }
  }

  /// Such as `x axis`, `tick 4`, `mark Q`, `title`.
  var words: String {
    switch role {
    case .axis where !name.isEmpty: "\(name) axis"
    default: name.isEmpty ? role.rawValue : "\(role.rawValue) \(name)"
    }
  }
}

extension SceneItem {
  /// What sort of item it is, in a word.
  var kindName: String {
    switch self {
    case .group: "group"
    case .path(let item):
      switch (item.fill, item.stroke) {
      case (_?, _): "area"
      case (nil, _?): "line"
      case (nil, nil): "path"
      }
    case .glyphs: "text"
    case .image: "image"
    case .points: "points"
    case .rects: "rectangles"
    case .sectors: "sectors"
    }
  }
}
