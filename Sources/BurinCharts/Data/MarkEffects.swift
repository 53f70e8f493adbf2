import BurinGeometry
import BurinScene

/// What few marks have, kept apart so that styles stay small.
struct MarkEffects: Hashable, Sendable {
  /// How far the mark is moved, in points.
  var offset = Vector.zero
  /// How far the ends of the mark are moved; nil where they stay.
  var ends: EndOffsets?
  /// The order of drawing before that of the source.
  var zIndex = 0.0
  /// The outline that cuts the mark, over its bounding rectangle.
  var clipShape: AnyShape?
  /// The outlines of the marks that show through.
  var masks: [MarkMask] = []
  /// The size of points whose sides differ, in points.
  var symbolBox: Size?
  /// The content that stands for the symbol of points.
  var symbolContent: MarkContent?
  /// The thickness of all marks side by side.
  var span = MarkDimension.automatic
  /// The axis along which marks were asked to stand side by side.
  var positionAxis: Axis?
  /// Whether gradients span the plot.
  var alignsWithPlot = false
  /// How the mark mixes with what is behind it; nil where it covers that.
  var blend: BlendMode?
  /// The layers that the mark is painted on with others, outermost first.
  var layers: [MarkLayer] = []
  /// What a reader hears.
  var accessibility: MarkAccessibility?
}

/// What a reader of a mark or of other content hears.
struct MarkAccessibility: Hashable, Sendable {
  var label: Text?
  var value: Text?
  var isHidden = false

  /// Returns the label of a group, its formulas in words: empty for what is hidden, nil where there
  /// are no words.
  func groupLabel(in context: LayoutContext) -> String? {
    if isHidden { return "" }
    let words = [label, value].compactMap {
      $0?.resolved(in: context.region).spoken(language: context.language, theme: context.theme)
    }.filter { !$0.isEmpty }
    return words.isEmpty ? nil : words.joined(separator: ": ")
  }
}

/// Content at a mark; equal only to itself.
final class MarkContent: Hashable, Sendable {
  private let contents: [AnyContent]
  init(_ contents: [AnyContent]) { self.contents = contents }

  static func == (a: MarkContent, b: MarkContent) -> Bool { a === b }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }

  /// Returns the items of the content, each in its own size around a point, and the whole rectangle.
  func drawing(
    around point: Point, _ context: LayoutContext
  ) throws -> (items: [SceneItem], box: Rect) {
    var items: [SceneItem] = []
    var box = Rect(center: point, size: .zero)
    for content in contents {
      let block = try content.measured(in: context)
      let rect = Rect(center: point, size: try block.size(ProposedSize()))
      items += try block.draw(in: rect, plotInsets: nil).items
      box = box.union(rect)
    }
    return (items, box)
  }
}

/// Marks within which others are seen; equal only to itself.
final class MarkMask: Hashable, Sendable {
  let data: ChartData
  init(_ data: ChartData) { self.data = data }
  static func == (a: MarkMask, b: MarkMask) -> Bool { a === b }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// A reference to effects, compared by what they are.
final class RareStyle: Hashable, Sendable {
  let effects: MarkEffects
  init(_ effects: MarkEffects) { self.effects = effects }
  static func == (a: RareStyle, b: RareStyle) -> Bool { a === b || a.effects == b.effects }
  func hash(into hasher: inout Hasher) { hasher.combine(effects) }
}
