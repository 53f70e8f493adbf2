import BurinGeometry
package import BurinScene
import Synchronization

/// The paragraphs of one rendering, each shaped once.
///
/// ```swift
/// let paragraphs = ParagraphMemo(fonts: try .shared(), limit: 16 << 20)
/// try paragraphs.layout(Paragraph([.text("信息 bits", TextStyle(size: 12))]))
/// ```
///
/// A paragraph isn't shaped again if its lines fit within another width or only their alignment
/// differs.
/// A memo is safe to use from any thread.
package final class ParagraphMemo: Sendable {
  /// The fonts.
  package let fonts: FontLibrary
  /// What becomes of characters that no family has.
  package let missing: MissingCharacters
  /// What counts the characters and stops the rendering.
  package let watch: RenderWatch
  private let state: Mutex<State>

  private struct State {
    var memo: ByteBoundedMemo<Paragraph, [BrokenParagraph]>
    var shapedCount = 0
    var replaced: [Unicode.Scalar] = []
  }

  /// Creates an empty memo.
  ///
  /// - Parameters:
  ///   - fonts: the fonts.
  ///   - limit: the maximum number of bytes of the memo.
  ///   - missing: what becomes of characters that no family has.
  ///   - watch: the watch of the rendering.
  package init(
    fonts: FontLibrary, limit: Int, missing: MissingCharacters = .error,
    watch: RenderWatch = .ofRendering()
  ) {
    self.fonts = fonts
    self.missing = missing
    self.watch = watch
    state = Mutex(State(memo: ByteBoundedMemo(limit: limit)))
  }

  /// The number of paragraphs that have been shaped.
  package var shapedCount: Int { state.withLock { $0.shapedCount } }

  /// The number of texts that are kept, regardless of the widths at which their lines were broken.
  package var textCount: Int { state.withLock { $0.memo.count } }

  /// The characters in whose place a sign was drawn so far, each once, in the order of their texts.
  package var replaced: [Unicode.Scalar] { state.withLock { $0.replaced } }

  /// The bytes that are kept.
  package var bytes: Int { state.withLock { $0.memo.bytes } }

  /// Breaks a paragraph into lines and shapes them, unless it has been shaped before.
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
      do throws(LimitError) {
        try watch.count(characters: paragraph.characterCount)
      } catch {
        throw .stopped(error)
      }
      let shaped = try fonts.lines(of: paragraph, missing: missing)
      broken = BrokenParagraph(paragraph, shaped)
      state.withLock { state in
        state.shapedCount += 1
        for scalar in shaped.replaced where !state.replaced.contains(scalar) {
          state.replaced.append(scalar)
        }
      }
    }
    let layout = try LineStacker(library: fonts, paragraph: paragraph).stack(broken.shaped)
    broken.layouts[paragraph.alignment] = layout
    known.append(broken)
    state.withLock {
      $0.memo.store(known, for: key, bytes: known.reduce(0) { $0 + $1.bytes })
    }
    return layout
  }
}

extension Paragraph {
  /// The number of characters of the text, by Unicode scalars.
  fileprivate var characterCount: Int {
    spans.reduce(0) { sum, span in
      if case .text(let text, _) = span { sum + text.unicodeScalars.count } else { sum + 1 }
    }
  }
}

/// A paragraph's shaped lines, with the layouts made from them so far.
private struct BrokenParagraph: Sendable {
  let shaped: ShapedParagraph
  /// The layouts by the alignment of short lines.
  var layouts: [Paragraph.Alignment: ParagraphLayout] = [:]
  /// The width at which lines were broken; nil if none was, except at the text's own
  /// breaks.
  private let width: Double?
  private let balanced: Bool
  /// The width of the widest line.
  private let extent: Double
  /// An estimate of the bytes that the text and a layout of it take.
  private let cost: Int

  private var lines: [PangoShaper.Line] { shaped.lines }

  init(_ paragraph: Paragraph, _ shaped: ShapedParagraph) {
    self.shaped = shaped
    let lines = shaped.lines
    balanced = paragraph.balanced
    extent = lines.map(\.width).max() ?? 0
    var ownLines = 1
    var text = 0
    for case .text(let string, _) in paragraph.spans {
      ownLines += string.utf8.count { $0 == UInt8(ascii: "\n") }
      text += string.utf8.count
    }
    // As many lines as the text itself has: the width broke none.
    width = lines.count == ownLines ? nil : paragraph.width
    let runs = lines.reduce(0) { $0 + $1.runs.count }
    let glyphs = lines.reduce(0) { $0 + $1.runs.reduce(0) { $0 + $1.glyphs.count } }
    cost =
      256 + text + runs * MemoryLayout<GlyphRun>.stride + glyphs * MemoryLayout<Glyph>.stride
      + paragraph.spans.count * MemoryLayout<Paragraph.Span>.stride
  }

  var bytes: Int { cost * (1 + layouts.count) }

  /// Returns whether a paragraph of the same text has these lines.
  func serves(_ paragraph: Paragraph) -> Bool {
    guard let limit = paragraph.width else { return width == nil }
    guard let width else { return extent <= limit }
    guard balanced == paragraph.balanced else { return false }
    // Lines take words while there is space: between the widest line and the width at which they
    // were broken they stay the same.
    return limit == width || (!balanced && extent <= limit && limit <= width)
  }

  /// Returns the layout with an alignment of short lines; a single line is the same for all.
  func layout(_ alignment: Paragraph.Alignment) -> ParagraphLayout? {
    layouts[alignment] ?? (lines.count == 1 ? layouts.first?.value : nil)
  }
}
