import BurinGeometry
import BurinScene
import Synchronization

/// The paragraphs of one rendering, each shaped once.
///
/// ```swift
/// let paragraphs = ParagraphMemo(fonts: try .shared(), limit: 16 << 20)
/// try paragraphs.layout(Paragraph([.text("信息 bits", TextStyle(size: 12))]))
/// ```
///
/// A paragraph whose lines fit within another width, or whose lines lie differently, isn't shaped
/// again. Safe to use from any thread.
package final class ParagraphMemo: Sendable {
  /// The fonts.
  package let fonts: FontLibrary
  private let state: Mutex<State>

  private struct State {
    var memo: ByteBoundedMemo<Paragraph, [BrokenParagraph]>
    var shapedCount = 0
  }

  /// Makes an empty memo.
  ///
  /// - Parameters:
  ///   - fonts: the fonts.
  ///   - limit: the bytes that the memo may take.
  package init(fonts: FontLibrary, limit: Int) {
    self.fonts = fonts
    state = Mutex(State(memo: ByteBoundedMemo(limit: limit)))
  }

  /// How many paragraphs have been shaped.
  package var shapedCount: Int { state.withLock { $0.shapedCount } }

  /// How many texts are kept, whatever the widths at which their lines were broken.
  package var textCount: Int { state.withLock { $0.memo.count } }

  /// The bytes that are kept.
  package var bytes: Int { state.withLock { $0.memo.bytes } }

  /// Breaks a paragraph into lines and shapes them, unless that has been done.
  ///
  /// - Throws: ``TextError/missingCharacter(_:text:families:)`` for a character without a glyph.
  package func layout(_ paragraph: Paragraph) throws(TextError) -> ParagraphLayout {
    var key = paragraph
    key.width = nil
    key.balanced = false
    key.alignment = .leading
    var known = state.withLock { $0.memo[key] } ?? []
    let index = known.firstIndex { $0.serves(paragraph) }
    if let index, let layout = known[index].layout(paragraph.alignment) { return layout }
    var broken: BrokenParagraph
    if let index {
      broken = known.remove(at: index)
    } else {
      broken = BrokenParagraph(paragraph, try fonts.lines(of: paragraph))
      state.withLock { $0.shapedCount += 1 }
    }
    let layout = try LineStacker(library: fonts, paragraph: paragraph).stack(broken.lines)
    broken.layouts[paragraph.alignment] = layout
    known.append(broken)
    state.withLock {
      $0.memo.store(known, for: key, bytes: known.reduce(0) { $0 + $1.bytes })
    }
    return layout
  }
}

/// A paragraph's shaped lines, with the layouts made of them so far.
private struct BrokenParagraph: Sendable {
  let lines: [PangoShaper.Line]
  /// The layouts by where short lines lie.
  var layouts: [Paragraph.Alignment: ParagraphLayout] = [:]
  /// The width at which lines were broken; nil where none was, but for the text's own breaks.
  private let width: Double?
  private let balanced: Bool
  /// The width of the widest line.
  private let extent: Double
  /// An estimate of what the text and a layout of it take, in bytes.
  private let cost: Int

  init(_ paragraph: Paragraph, _ lines: [PangoShaper.Line]) {
    self.lines = lines
    balanced = paragraph.balanced
    extent = lines.map(\.width).max() ?? 0
    var ownLines = 1
    var text = 0
    for case .text(let string, _) in paragraph.spans {
      ownLines += string.utf8.count { $0 == UInt8(ascii: "\n") }
      text += string.utf8.count
    }
    // As many lines as the text itself breaks: the width broke none.
    width = lines.count == ownLines ? nil : paragraph.width
    let runs = lines.reduce(0) { $0 + $1.runs.count }
    let glyphs = lines.reduce(0) { $0 + $1.runs.reduce(0) { $0 + $1.glyphs.count } }
    cost =
      256 + text + runs * MemoryLayout<GlyphRun>.stride + glyphs * MemoryLayout<Glyph>.stride
      + paragraph.spans.count * MemoryLayout<Paragraph.Span>.stride
  }

  var bytes: Int { cost * (1 + layouts.count) }

  /// Whether a paragraph of the same text has these lines.
  func serves(_ paragraph: Paragraph) -> Bool {
    guard let limit = paragraph.width else { return width == nil }
    guard let width else { return extent <= limit }
    guard balanced == paragraph.balanced else { return false }
    // Lines take in words while there is room: between the widest line and the width at which they
    // were broken they stay the same.
    return limit == width || (!balanced && extent <= limit && limit <= width)
  }

  /// The layout with short lines at a place; a single line lies the same everywhere.
  func layout(_ alignment: Paragraph.Alignment) -> ParagraphLayout? {
    layouts[alignment] ?? (lines.count == 1 ? layouts.first?.value : nil)
  }
}
