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
    var absent = AbsentNodes(matching, before, after, comparison)
    for step in matching.steps {
      switch step {
      case .pair(let old, let new):
        changes += comparison.changes(from: before[old], to: after[new])
      case .removed(let old): absent.remove(old)
      case .added(let new): absent.add(new)
      }
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
  private let comparison: NodeComparison

  init(_ scene: Scene, scale: Double) {
    self.scene = scene
    nodes = SceneNode.all(in: scene)
    comparison = NodeComparison(scale: scale)
  }

  /// Whether the difference to a scene is empty, without saying what it is.
  func isSame(as other: Scene) -> Bool {
    guard SceneDifference.canvasChanges(scene, other, comparison.tolerance).isEmpty else {
      return false
    }
    var (count, isSame) = (0, true)
    SceneNode.visit(other) { node in
      isSame = count < nodes.count && comparison.isSame(nodes[count], node)
      count += 1
      return isSame
    }
    return isSame && count == nodes.count
  }
}

/// Values in the words of messages.
enum Words {
  /// Two long texts cut to where they differ, with a few characters around; short ones whole.
  static func changedPart(of before: String, and after: String) -> [String] {
    let (context, limit) = (16, 60)
    let (old, new) = (Array(before), Array(after))
    guard max(old.count, new.count) > limit else { return [before, after] }
    let shorter = min(old.count, new.count)
    let head = (0..<shorter).first { old[$0] != new[$0] } ?? shorter
    let tail =
      (0..<shorter - head).first { old[old.count - 1 - $0] != new[new.count - 1 - $0] }
      ?? shorter - head
    return [old, new].map { text in
      let start = max(0, head - context)
      let end = min(text.count, text.count - tail + context)
      var part = String(text[start..<end].prefix(limit))
      if start > 0 { part = "…" + part }
      return end < text.count || end - start > limit ? part + "…" : part
    }
  }

  /// A length with at most two digits after the point.
  static func length(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "\(value)" }
    let hundredths = Int((value * 100).rounded())
    let (whole, fraction) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let sign = hundredths < 0 ? "-" : ""
    if fraction == 0 { return "\(sign)\(whole)" }
    let digits =
      fraction % 10 == 0 ? "\(fraction / 10)" : fraction < 10 ? "0\(fraction)" : "\(fraction)"
    return "\(sign)\(whole).\(digits)"
  }

  /// A way in words, such as `5.5 pt right and 1 pt up`.
  static func way(_ way: Vector) -> String {
    let parts = [
      abs(way.dx) < 0.005 ? nil : "\(length(abs(way.dx))) pt \(way.dx > 0 ? "right" : "left")",
      abs(way.dy) < 0.005 ? nil : "\(length(abs(way.dy))) pt \(way.dy > 0 ? "down" : "up")",
    ].compactMap { $0 }
    return parts.isEmpty ? "less than 0.01 pt" : parts.joined(separator: " and ")
  }

  /// A place on the canvas.
  static func place(_ point: Point) -> String { "(\(length(point.x)), \(length(point.y)))" }
}
