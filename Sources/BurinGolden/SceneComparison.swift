import BurinGeometry
public import BurinScene

extension SceneDifference {
  /// How far places may lie apart, in pixels, without being told.
  public static let halfPixel = 0.5
  /// How far places are apart, in pixels, that the text form's thousandths of a point round apart.
  static let rounding = 0.01

  /// Compares the scenes of a golden and of a fresh picture.
  ///
  /// Texts, glyphs, paints, widths, fonts and the number of items must be the same; places may
  /// differ by half a pixel of the device, so that another shaper's rounding passes.
  ///
  /// - Parameters:
  ///   - expected: the golden's scene, as drawn or as read from its text form.
  ///   - actual: the fresh scene.
  ///   - scale: pixels for each point.
  ///   - tolerance: how far places may lie apart, in pixels.
  public init(
    expected: Scene, actual: Scene, scale: Double, tolerance: Double = SceneDifference.halfPixel
  ) {
    let before = SceneNode.all(in: expected)
    let after = SceneNode.all(in: actual)
    let comparison = NodeComparison(scale: scale, pixels: tolerance)
    let matching = NodeMatching(before, after, comparison: comparison)
    var changes = Self.canvasChanges(expected, actual, comparison.tolerance)
    changes += ReaderWords(expected).changes(to: ReaderWords(actual))
    var absent = AbsentNodes(before, after)
    var pairs: [(old: SceneNode, new: SceneNode)] = []
    for step in matching.steps {
      switch step {
      case .pair(let old, let new):
        changes += comparison.changes(from: before[old], to: after[new])
        pairs.append((before[old], after[new]))
      case .removed(let old): absent.remove(old)
      case .added(let new): absent.add(new)
      }
    }
    changes += OpacityGroups(pairs).changes + BlendGroups.changes(pairs)
    if !matching.reordered.isEmpty {
      // Two pixels' worth of antialiasing around either item.
      var order = PaintingOrder(matching, before, after, margin: 2 * comparison.tolerance)
      changes += matching.reordered.map { order.change($0.old, $0.new) }
    }
    changes += absent.changes
    self.init(changes: changes)
  }

  static func canvasChanges(
    _ expected: Scene, _ actual: Scene, _ tolerance: Double
  ) -> [SceneChange] {
    var changes: [SceneChange] = []
    func compare(_ what: String, _ before: String, _ after: String) {
      guard !before.utf8.elementsEqual(after.utf8) else { return }
      changes.append(SceneChange(.canvas, node: what, before: before, after: after))
    }
    let isSameSize =
      abs(expected.size.width - actual.size.width) <= tolerance
      && abs(expected.size.height - actual.size.height) <= tolerance
    if !isSameSize {
      compare(
        "canvas size",
        "\(Words.length(expected.size.width)) × \(Words.length(expected.size.height)) pt",
        "\(Words.length(actual.size.width)) × \(Words.length(actual.size.height)) pt")
    }
    compare("background", "\(expected.background)", "\(actual.background)")
    compare("language", expected.language, actual.language)
    compare("title for readers", JSONText.quoted(expected.title), JSONText.quoted(actual.title))
    compare("alt text", JSONText.quoted(expected.altText), JSONText.quoted(actual.altText))
    return changes
  }
}

/// A golden's scene, ready to be held against many others.
struct ReferenceScene {
  private let scene: Scene
  private let nodes: [SceneNode]
  private let words: ReaderWords
  private let comparison: NodeComparison
  private let scale: Double

  init(_ scene: Scene, scale: Double) {
    self.scene = scene
    self.scale = scale
    nodes = SceneNode.all(in: scene)
    words = ReaderWords(scene)
    comparison = NodeComparison(scale: scale)
  }

  /// Whether the difference to a scene is empty, without saying what it is.
  func isSame(as other: Scene) -> Bool {
    guard SceneDifference.canvasChanges(scene, other, comparison.tolerance).isEmpty,
      words.isSame(as: ReaderWords(other))
    else { return false }
    var (count, isSame) = (0, true)
    // Which translucent group of one scene stands for which of the other.
    var (groups, partners): ([Int: Int], [Int: Int]) = ([:], [:])
    var blends = BlendGroups()
    SceneNode.visit(other) { node in
      isSame = count < nodes.count && comparison.isSame(nodes[count], node)
      if isSame, !node.translucentGroups.isEmpty {
        let (own, others) = (nodes[count].translucentGroups, node.translucentGroups)
        isSame =
          own.count == others.count
          && zip(own, others).allSatisfy { pair in
            if groups[pair.0] == nil, partners[pair.1] == nil {
              groups[pair.0] = pair.1
              partners[pair.1] = pair.0
            }
            return groups[pair.0] == pair.1 && partners[pair.1] == pair.0
          }
      }
      if isSame, !node.layers.isEmpty { isSame = blends.match(nodes[count], node) }
      count += 1
      return isSame
    }
    return isSame && count == nodes.count
  }

  /// Whether no difference to a scene can be seen, by the comparison that goldens are held to.
  func looksSame(as other: Scene) -> Bool {
    isSame(as: other)
      || SceneDifference(expected: scene, actual: other, scale: scale).visibleCount == 0
  }
}
