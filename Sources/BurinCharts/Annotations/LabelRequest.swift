import BurinGeometry
import BurinScene
import BurinText

/// A label to be placed.
struct LabelRequest {
  /// The mark's name in the scene.
  var name: String
  /// The mark's index.
  var owner: Int
  var annotation: Annotation
  /// The text with its lines aligned at the left, in the middle and at the right.
  var blocks: [Paragraph.Alignment: TextBlock]
  /// The text in short lines, for narrow places; nil if it is short or has several lines already.
  var broken: [Paragraph.Alignment: TextBlock]?
  /// The mark's rectangle.
  var anchor: Rect
  /// Whether the mark is a point, from which labels keep a distance on all sides.
  var isPoint: Bool
  /// The mark's lines, along which a label may be placed.
  var lines: [[Point]]
  /// Whether the mark is a line that is drawn, along which its label may slide.
  var isDrawnLine = false
  /// Whether the mark is large enough for a text on it.
  var isHeld = true
  /// Whether the mark is a line from one edge of the plot to the other.
  var spansPlot = false
  /// The circle outside of which the label has to be.
  var rim: Rim?
  /// How far the next rule lies on the side of the label, beyond which it would name that one.
  var clearance = Double.infinity
  /// The region in which the text must lie.
  var room: Rect

  /// The size of the text, whatever the alignment of its lines.
  private(set) var size: Size
  /// Whether there is something to read, and not only shapes.
  let hasText: Bool
  /// The ink of each line of the text, with its top left corner at zero.
  private(set) var shapes: [Paragraph.Alignment: LabelShape]

  init(
    name: String, owner: Int, annotation: Annotation,
    blocks: [Paragraph.Alignment: TextBlock], anchor: Rect, isPoint: Bool,
    lines: [[Point]], room: Rect
  ) {
    self.name = name
    self.owner = owner
    self.annotation = annotation
    self.blocks = blocks
    self.anchor = anchor
    self.isPoint = isPoint
    self.lines = lines
    self.room = room
    // One line has one shape.
    let line = blocks[.center].flatMap { $0.lineCount == 1 ? Self.survey($0) : nil }
    shapes = blocks.mapValues { line ?? Self.survey($0) }
    size = blocks[.center]?.size ?? .zero
    hasText = blocks[.center]?.items.haveText ?? false
  }

  /// The same label in short lines.
  var inShortLines: LabelRequest? {
    broken.map {
      var request = LabelRequest(
        name: name, owner: owner, annotation: annotation, blocks: $0, anchor: anchor,
        isPoint: isPoint, lines: lines, room: room)
      request.isDrawnLine = isDrawnLine
      request.spansPlot = spansPlot
      request.isHeld = isHeld
      request.clearance = clearance
      request.rim = rim
      return request
    }
  }

  /// The characters of the text.
  var shown: String { blocks[.center]?.shown ?? "" }

  /// Whether the text is meant to be on its own mark.
  var standsOnMark: Bool {
    annotation.position == .overlay
      || annotation.constraints.contains { $0.relation == .inside && $0.mark == nil }
  }

  /// Whether the text may be broken in a narrow place: one long line, at a preferred side.
  var mayBreak: Bool {
    guard annotation.view == nil, shapes[.center]?.ink.count == 1, size.width > 90,
      !annotation.constraints.contains(.fixed)
    else { return false }
    switch annotation.position {
    case .overlay, .lineEnd, .along: return false
    default: return true
    }
  }

  /// Whether the text should stay within the plot if possible.
  var prefersPlot: Bool {
    switch annotation.position {
    case .automatic, .callout, .along: true
    default: false
    }
  }

  /// Returns the ink of each line, with the runs of one line together, and the coloured pieces of
  /// the lines.
  private static func survey(_ block: TextBlock) -> LabelShape {
    var lines: [Rect] = []
    var pieces: [LabelShape.Piece] = []
    var amounts: Set<Int> = []
    func add(_ rect: Rect) {
      if let last = lines.last {
        let common = min(last.maxY, rect.maxY) - max(last.minY, rect.minY)
        if common > 0.4 * min(last.height, rect.height) {
          lines[lines.count - 1] = last.union(rect)
          return
        }
      }
      lines.append(rect)
    }
    block.items.walk { visit in
      // A formula counts as one line, however high its parts are, which are then included in it.
      if case .group(let group) = visit.item {
        if group.role == .formula, let bounds = group.items.inkBounds {
          add(visit.setting.place(bounds))
        }
      } else if let rect = visit.item.inkBounds.map(visit.setting.place) {
        add(rect)
        if case .glyphs(let run) = visit.item {
          let line = lines.count - 1
          if pieces.last?.line != line, run.text.first?.isNumber == true { amounts.insert(line) }
          pieces.append(LabelShape.Piece(line: line, rect: rect, color: run.color))
        }
      }
      return .inward
    }
    return LabelShape(lines, pieces, amounts: amounts)
  }
}

extension [SceneItem] {
  /// Whether there are glyphs or a formula among the items.
  fileprivate var haveText: Bool {
    var found = false
    walk { visit in
      switch visit.item {
      case .glyphs: found = true
      case .group(let group) where group.role == .formula: found = true
      default: break
      }
      return .inward
    }
    return found
  }
}
