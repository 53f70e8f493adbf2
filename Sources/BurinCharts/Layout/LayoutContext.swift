import BurinGeometry
public import BurinMath
public import BurinScene
public import BurinText

/// What content needs to know while it is laid out; made for one rendering, used by one thread.
public final class LayoutContext {
  /// The look.
  public let theme: Theme
  /// The fonts of the theme.
  public let fonts: FontLibrary
  /// Sets formulas in the theme's fonts.
  public let formulas: FormulaTypesetter
  /// The texts shaped in this rendering.
  let paragraphs: ParagraphMemo
  /// The texts and formulas set in this rendering.
  var memo: TextMemo
  /// The charts solved in this rendering.
  var work = LayoutCounts()
  /// The language of the texts, as a BCP 47 tag.
  public let language: String
  /// Things the author should know that are not errors, in order of discovery.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Whether it is kept how labels came to their places.
  public let explainsPlacements: Bool
  /// How labels came to their places, in the order of their marks; empty unless it is kept.
  public private(set) var placements: [LabelPlacement] = []

  /// The bytes that the memos of a rendering take at the most: a third for shaped texts, a third
  /// for texts with their formulas, a third for formulas.
  static let memoLimit = 32 << 20

  /// Finds the theme's fonts.
  ///
  /// - Parameters:
  ///   - theme: the look.
  ///   - language: the language of the texts, as a BCP 47 tag.
  ///   - explainsPlacements: whether to keep how labels came to their places.
  public init(
    theme: Theme = .standard, language: String = "en", explainsPlacements: Bool = false
  ) throws {
    try theme.colors.checkNames()
    self.theme = theme
    self.language = language
    self.explainsPlacements = explainsPlacements
    fonts = try FontLibrary.shared(theme.families)
    paragraphs = ParagraphMemo(fonts: fonts, limit: Self.memoLimit / 3)
    memo = TextMemo(limit: Self.memoLimit / 3 * 2)
    formulas = try FormulaTypesetter(paragraphs: paragraphs)
  }

  /// How much work the rendering has done so far.
  package var counts: LayoutCounts {
    var counts = work
    counts.texts = paragraphs.textCount
    counts.shapedTexts = paragraphs.shapedCount
    counts.formulas = memo.formulas.count
    counts.setFormulas = memo.formulaCount
    counts.bytes = paragraphs.bytes + memo.texts.bytes + memo.formulas.bytes
    return counts
  }

  /// Notes something the author should know, once however often it is noticed.
  public func note(_ diagnostic: Diagnostic) {
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  /// Keeps how a label came to its place.
  func note(_ placement: LabelPlacement) { placements.append(placement) }

  /// The colour that a theme colour stands for.
  public func color(_ color: ThemeColor) throws -> Color { try theme.resolve(color) }
}

/// Something the author should know that is not an error.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
  /// What was noticed, where, and how often.
  public var message: String
  /// Makes a diagnostic.
  public init(_ message: String) { self.message = message }
  /// The message.
  public var description: String { message }
}
