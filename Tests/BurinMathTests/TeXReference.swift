import BurinGeometry
import BurinMath
import BurinScene
import BurinText
import Foundation

/// The corpus as LuaTeX sets it, from `TeXReference/positions.txt`; lengths in ems.
enum TeXReference {
  /// A glyph of a formula.
  struct Glyph: Hashable, Sendable {
    var isMath: Bool
    var id: UInt32
    /// The size in thousandths of the em, whole, so that sizes can be compared.
    var size: Int
    var position: Point
  }

  /// A formula with what TeX shows of it.
  struct Entry: Sendable {
    var tex: String
    var style: MathStyle
    var width = 0.0
    var ascent = 0.0
    var descent = 0.0
    var glyphs: [Glyph] = []
    var rules: [Rect] = []

    /// Adds a rule; the pieces of a vertical one, which TeX draws row by row, become one.
    mutating func add(_ rule: Rect) {
      let above = rules.firstIndex {
        $0.minX == rule.minX && $0.width == rule.width && $0.width < $0.height
          && abs($0.maxY - rule.minY) < 0.05
      }
      guard let above else { return rules.append(rule) }
      rules[above] = rules[above].union(rule)
    }
  }

  struct Malformed: Error {
    var line: String
  }

  /// The formulas as LuaTeX sets them by default.
  static func entries() throws -> [Entry] { try entries(of: "positions.txt") }

  /// Those that change when LuaTeX keeps the italic correction of every letter.
  static func entriesWithItalics() throws -> [Entry] { try entries(of: "positions-italics.txt") }

  private static func entries(of file: String) throws -> [Entry] {
    var entries: [Entry] = []
    for line in try lines(of: file) {
      let fields = line.split(separator: " ")
      let numbers = fields.dropFirst().compactMap { Double($0) }
      switch fields.first {
      case "f":
        let (tex, style) = try formula(line.dropFirst(2))
        entries.append(Entry(tex: tex, style: style))
      case "b" where numbers.count == 3 && !entries.isEmpty:
        entries[entries.count - 1].width = numbers[0]
        entries[entries.count - 1].ascent = numbers[1]
        entries[entries.count - 1].descent = numbers[2]
      case "g" where numbers.count == 4 && !entries.isEmpty:
        entries[entries.count - 1].glyphs.append(
          Glyph(
            isMath: fields[1] == "m", id: UInt32(numbers[0]),
            size: Int((numbers[1] * 1000).rounded()), position: Point(numbers[2], numbers[3])))
      case "r" where numbers.count == 4 && !entries.isEmpty:
        let rule = Rect(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
        entries[entries.count - 1].add(rule)
      default: throw Malformed(line: line)
      }
    }
    return entries
  }

  /// Formulas that were accepted later, with the widths, ascents and descents of LuaTeX, in points at 10
  /// points.
  static func accepted() throws -> [(tex: String, box: [Double])] {
    let formulas = try lines(of: "accepted.txt").map { try formula(Substring($0)).tex }
    let boxes = try lines(of: "accepted-boxes.txt").map { line in
      line.split(separator: " ").compactMap { Double($0) }
    }
    guard formulas.count == boxes.count else { throw Malformed(line: "accepted-boxes.txt") }
    return Array(zip(formulas, boxes)).map { (tex: $0, box: $1) }
  }

  /// The formulas of the corpus.
  static func corpus() throws -> [(tex: String, style: MathStyle)] {
    try sections().flatMap(\.formulas)
  }

  /// The formulas of the corpus below its headings.
  static func sections() throws -> [(
    heading: String, formulas: [(tex: String, style: MathStyle)]
  )] {
    var sections: [(heading: String, formulas: [(tex: String, style: MathStyle)])] = []
    for line in try lines(of: "corpus.txt", withComments: true) {
      if line.hasPrefix("#") {
        sections.append((String(line.drop { "# ".contains($0) }), []))
      } else if !sections.isEmpty {
        sections[sections.count - 1].formulas.append(try formula(Substring(line)))
      }
    }
    return sections.filter { !$0.formulas.isEmpty }
  }

  private static func formula(_ line: Substring) throws -> (tex: String, style: MathStyle) {
    switch line.first {
    case "T": (String(line.dropFirst(2)), .text)
    case "D": (String(line.dropFirst(2)), .display)
    default: throw Malformed(line: String(line))
    }
  }

  private static func lines(of file: String, withComments: Bool = false) throws -> [String] {
    guard
      let url = Bundle.module.url(
        forResource: file, withExtension: nil, subdirectory: "TeXReference")
    else { throw Malformed(line: file) }
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map(String.init)
      .filter { withComments || !$0.hasPrefix("#") }
  }
}

/// How far a layout's glyphs and rules lie from TeX's, in ems.
struct Comparison {
  /// The distance of each glyph from its counterpart: the larger of both coordinates'.
  var glyphs: [Double] = []
  /// The distance of each rule's edges from its counterpart's, the largest of the four.
  var rules: [Double] = []
  /// Glyphs and rules that one side has and the other lacks.
  var unmatched = 0
  /// How much wider ours is.
  var widthDifference = 0.0

  init(_ layout: FormulaLayout, size: Double, mathFont: FontID, with entry: TeXReference.Entry) {
    var waiting: [TeXReference.Glyph] = []
    for run in layout.runs where run.inkBounds != nil {
      for glyph in run.glyphs where !run.isSpace(glyph) {
        waiting.append(
          TeXReference.Glyph(
            isMath: run.font == mathFont, id: glyph.id,
            size: Int((run.size / size * 1000).rounded()),
            position: Point(glyph.position.x / size, glyph.position.y / size)))
      }
    }
    for glyph in entry.glyphs {
      let candidates = waiting.indices.filter {
        waiting[$0].isMath == glyph.isMath && waiting[$0].id == glyph.id
          && abs(waiting[$0].size - glyph.size) <= 1
      }
      let nearest = candidates.min {
        waiting[$0].position.chessboardDistance(to: glyph.position)
          < waiting[$1].position.chessboardDistance(to: glyph.position)
      }
      guard let nearest else {
        unmatched += 1
        continue
      }
      glyphs.append(waiting[nearest].position.chessboardDistance(to: glyph.position))
      waiting.remove(at: nearest)
    }
    unmatched += waiting.count
    var bars = layout.rulesAndFrames.map {
      Rect(x: $0.minX / size, y: $0.minY / size, width: $0.width / size, height: $0.height / size)
    }
    for rule in entry.rules {
      guard
        let nearest = bars.indices.min(by: {
          bars[$0].edgeDistance(to: rule) < bars[$1].edgeDistance(to: rule)
        })
      else {
        unmatched += 1
        continue
      }
      rules.append(bars[nearest].edgeDistance(to: rule))
      bars.remove(at: nearest)
    }
    unmatched += bars.count
    widthDifference = layout.width / size - entry.width
  }

  /// The largest distance of anything that both sides have.
  var worst: Double { (glyphs + rules).max() ?? 0 }
}

extension Point {
  fileprivate func chessboardDistance(to other: Point) -> Double {
    max(abs(x - other.x), abs(y - other.y))
  }
}

extension Rect {
  fileprivate func edgeDistance(to other: Rect) -> Double {
    max(
      max(abs(minX - other.minX), abs(maxX - other.maxX)),
      max(abs(minY - other.minY), abs(maxY - other.maxY)))
  }
}

extension GlyphRun {
  /// Whether a glyph stands for a space, which TeX has no glyph for.
  fileprivate func isSpace(_ glyph: BurinScene.Glyph) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.contains(glyph.cluster) && bytes[glyph.cluster] == UInt8(ascii: " ")
  }
}
