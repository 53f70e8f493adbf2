public import BurinGeometry
public import BurinScene
public import BurinText

/// A typesetter of formulas in TeX's math syntax.
///
/// ```swift
/// let typesetter = try FormulaTypesetter(fonts: .shared())
/// let formula = try typesetter.layout(#"\frac{P(x)}{Q(x)}"#, size: 12, color: .black)
/// formula.width  // 25.4…
/// ```
///
/// Layout follows TeX's rules with the constants of the font's OpenType MATH table. A value may be
/// used from any thread.
public struct FormulaTypesetter: Sendable {
  /// The fonts: the math family for formulas, the text families for `\text{…}`.
  public let fonts: FontLibrary
  /// The macros of all formulas.
  public var macros = FormulaMacros.none
  private let font: MathFont
  /// The memo of texts within formulas; nil to shape each text again.
  private let paragraphs: ParagraphMemo?

  /// Creates a typesetter.
  ///
  /// - Throws: ``FormulaError/font(_:)`` if the math family has no MATH table, and the errors of
  ///   BurinText if it is not installed.
  public init(fonts: FontLibrary) throws { try self.init(fonts: fonts, paragraphs: nil) }

  /// Creates a typesetter that shapes each text once for a rendering.
  package init(paragraphs: ParagraphMemo) throws {
    try self.init(fonts: paragraphs.fonts, paragraphs: paragraphs)
  }

  private init(fonts: FontLibrary, paragraphs: ParagraphMemo?) throws {
    self.fonts = fonts
    self.paragraphs = paragraphs
    font = try MathFont(face: try fonts.mathFace)
  }

  /// Sets a formula.
  ///
  /// ```swift
  /// try typesetter.layout(#"\cssId{ratio}{\frac{P}{Q}}"#, size: 12, color: .black).parts["ratio"]
  /// ```
  ///
  /// - Parameters:
  ///   - tex: the formula, without dollars.
  ///   - size: the size of the em, in points.
  ///   - style: `.display` for a formula on its own, `.text` within a line.
  ///   - color: the colour of everything that has no colour of its own.
  ///   - colors: names for `\textcolor{name}{…}` besides LaTeX's and `#rrggbb`.
  ///   - textWeight: the weight of `\text{…}` and of Chinese characters.
  ///   - textScale: the size of `\text{…}` relative to the formula's letters.
  ///   - language: the language of the words in which the formula is spoken.
  public func layout(
    _ tex: String, size: Double, style: MathStyle = .text, color: RGBColor,
    colors: [String: RGBColor] = [:], textWeight: FontWeight = .regular, textScale: Double = 1,
    language: String = "en"
  ) throws(FormulaError) -> FormulaLayout {
    guard size > 0, size <= FormulaLimits.fontSize else { throw .invalidSize(size) }
    let parsed = try Parser.parse(tex, colors: colors, macros: macros.table)
    let layout = mathLayout(tex, size: size, textWeight: textWeight, textScale: textScale)
    let box = try layout.list(parsed.nodes, Setting(style: style, color: color), isWhole: true)
    return finished(
      box, parsed.parts, source: tex,
      spoken: SpokenWords(of: parsed.nodes, by: FormulaSpeech(language: language)),
      notes: parsed.notes)
  }

  func mathLayout(
    _ tex: String, size: Double, textWeight: FontWeight, textScale: Double
  ) -> MathLayout {
    MathLayout(
      font: font, fonts: fonts, paragraphs: paragraphs, source: tex, size: size, baseSize: size,
      textWeight: textWeight, textScale: textScale)
  }

  /// Returns a box as scene items.
  func finished(
    _ box: Box, _ parts: [String], source: String, spoken: SpokenWords, notes: [String]
  ) -> FormulaLayout {
    var emission = Emission(font: font)
    let items = emission.items(of: box)
    var layout = FormulaLayout(
      width: box.width, ascent: box.ascent, descent: box.descent, items: items,
      parts: emission.parts, partNames: parts.filter { emission.parts[$0] != nil },
      inkBounds: items.inkBounds, source: source, notes: notes)
    layout.speech = spoken
    return layout
  }
}

/// A formula that has been set; lengths are points, the origin is the left end of the baseline, y
/// downwards.
public struct FormulaLayout: Hashable, Sendable {
  /// The advance.
  public var width: Double
  /// The extent above the baseline.
  public var ascent: Double
  /// The extent below the baseline (positive).
  public var descent: Double
  /// The items; parts are groups of role `.part`.
  public var items: [SceneItem]
  /// The boxes of the parts named by `\cssId{name}{…}`: as wide as their advance, as high as their
  /// ink.
  public var parts: [String: Rect]
  /// The names of the parts in the order of the source.
  public var partNames: [String]
  /// The smallest rectangle that contains what is drawn; nil if nothing is.
  public var inkBounds: Rect?
  /// The TeX source.
  public var source: String
  /// The formula in words, for readers who don't see it.
  public var spoken: String {
    get { speech.words }
    set { speech = SpokenWords(newValue) }
  }
  /// What the author should know that is no error, such as a command without an effect.
  public var notes: [String]
  /// The words as they wait to be asked for.
  fileprivate var speech: SpokenWords

  /// The box: as wide as the advance, from the ascent to the descent.
  public var bounds: Rect { Rect(minX: 0, minY: -ascent, maxX: width, maxY: descent) }

  /// Creates a layout from its parts.
  public init(
    width: Double, ascent: Double, descent: Double, items: [SceneItem], parts: [String: Rect],
    partNames: [String], inkBounds: Rect?, source: String, spoken: String = "",
    notes: [String] = []
  ) {
    self.width = width
    self.ascent = ascent
    self.descent = descent
    self.items = items
    self.parts = parts
    self.partNames = partNames
    self.inkBounds = inkBounds
    self.source = source
    self.speech = SpokenWords(spoken)
    self.notes = notes
  }
}
