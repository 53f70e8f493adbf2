import BurinGeometry
import BurinMath
import BurinScene
import BurinText

/// The texts and formulas of one rendering, each set once.
struct TextMemo {
  /// Everything that determines how a text is set in a theme and a language.
  struct TextKey: Hashable {
    var text: Text
    var role: TextRole
    var color: Color
    var width: Double?

    /// The key of the text in one line, which is the same for any width that it fits.
    var inOneLine: TextKey {
      var key = self
      key.text.alignment = .leading
      key.text.hasOwnAlignment = false
      key.text.balanced = false
      key.width = nil
      return key
    }

    /// Hashes the words and the width, which tell most keys apart; styles have many parts.
    func hash(into hasher: inout Hasher) {
      for run in text.runs {
        switch run.content {
        case .text(let words), .formula(let words, _): hasher.combine(words)
        case .value(let value, _): hasher.combine(value)
        }
      }
      hasher.combine(width)
    }

    /// Returns whether a line fits the width, apart from rounding.
    func fits(_ line: TextBlock) -> Bool { width.map { line.size.width <= $0 + 0.005 } ?? true }
  }

  /// Everything that determines how a formula is set in a theme.
  struct FormulaKey: Hashable {
    var tex: String
    var size: Double
    var style: MathStyle
    var color: RGBColor
    var weight: FontWeight
    var textScale: Double
  }

  var texts: ByteBoundedMemo<TextKey, TextBlock>
  var formulas: ByteBoundedMemo<FormulaKey, FormulaLayout>
  /// The number of formulas that have been set.
  var formulaCount = 0

  /// Creates an empty memo.
  ///
  /// - Parameter limit: the maximum number of bytes of texts and formulas together.
  init(limit: Int) {
    texts = ByteBoundedMemo(limit: limit / 2)
    formulas = ByteBoundedMemo(limit: limit / 2)
  }
}

extension LayoutContext {
  /// Returns a text that has been set, setting it if this rendering hasn't done so.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - role: the role of spans without one.
  ///   - color: the colour of spans without one.
  ///   - width: the width at which lines break, in points; nil for no limit.
  func layout(
    _ text: Text, role: TextRole, color: Color = .primary, width: Double? = nil
  ) throws -> TextBlock {
    let key = TextMemo.TextKey(text: text, role: role, color: color, width: width)
    let lineKey = key.inOneLine
    if let line = memo.texts[lineKey], line.lineCount == 1, key.fits(line) { return line }
    if let known = memo.texts[key] { return known }
    let block = try set(text, role: role, color: color, width: width)
    let source = 2 * text.plain.utf8.count + text.runs.count * 128
    memo.texts.store(
      block, for: block.lineCount == 1 ? lineKey : key,
      bytes: 256 + source + block.items.byteEstimate)
    return block
  }

  /// Returns a formula set in the theme's colours, setting it if this rendering hasn't done so.
  func formula(
    _ tex: String, size: Double, style: MathStyle, color: RGBColor, weight: FontWeight = .regular,
    textScale: Double = 1
  ) throws -> FormulaLayout {
    let key = TextMemo.FormulaKey(
      tex: tex, size: size, style: style, color: color, weight: weight, textScale: textScale)
    if let known = memo.formulas[key] { return known }
    let formula = try setFormula(
      tex, size: size, style: style, color: color, weight: weight, textScale: textScale)
    memo.formulaCount += 1
    memo.formulas.store(
      formula, for: key, bytes: 512 + 2 * tex.utf8.count + formula.items.byteEstimate)
    return formula
  }
}

extension [SceneItem] {
  /// An estimate of the bytes that the items take.
  var byteEstimate: Int {
    reduce(0) { sum, item in
      switch item {
      case .group(let group):
        sum + MemoryLayout<SceneGroup>.stride + group.name.utf8.count + group.items.byteEstimate
      case .path(let item):
        sum + MemoryLayout<PathItem>.stride
          + item.path.elements.count * MemoryLayout<Path.Element>.stride
      case .glyphs(let run):
        sum + MemoryLayout<GlyphRun>.stride + run.text.utf8.count
          + run.glyphs.count * MemoryLayout<Glyph>.stride
      case .image: sum + MemoryLayout<ImageItem>.stride
      case .points(let points): sum + points.count * 2 * MemoryLayout<Double>.stride
      case .rects(let rects): sum + rects.count * 4 * MemoryLayout<Double>.stride
      case .sectors(let sectors): sum + sectors.count * 2 * MemoryLayout<Double>.stride
      }
    }
  }
}
