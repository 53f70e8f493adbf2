import BurinGeometry
public import BurinScene
import Synchronization

/// The fonts of a set of families, which lays out paragraphs.
///
/// ```swift
/// let fonts = try FontLibrary.shared()
/// let line = try fonts.layout(Paragraph([.text("信息 bits", TextStyle(size: 12))]))
/// line.size.width  // 51.3…
/// ```
///
/// A library is safe to use from any thread. Loading the fonts takes a few milliseconds, once.
public final class FontLibrary: Sendable {
  /// The families.
  public let families: FontFamilies

  let configuration: FontConfiguration
  /// The faces of the families that must be installed.
  let faces: [FontID: FontFace]
  private let source: FontSource
  private let budget: ByteBudget
  /// The families of text, each with the face that tells what it has.
  private let textFaces: [FamilyFace]
  /// Whether the first family of text has all of ASCII's printed characters.
  private let hasASCII: Bool
  private let mathID: FontID?
  private let lineFace: FontFace
  /// The shapers that wait for a paragraph: without fallback families, with them, and with those of
  /// rare scripts.
  private let idle: ShaperPool
  private let idleFallback: ShaperPool
  private let idleRare: ShaperPool
  private let fallbackFonts = Mutex<FallbackFonts?>(nil)
  private let rareFonts = Mutex<FallbackFonts?>(nil)

  /// Loads the fonts of the families.
  ///
  /// The family of formulas may be missing until a formula is set.
  ///
  /// - Throws: ``TextError/missingFamily(_:)``, which names the package to install.
  public convenience init(
    _ families: FontFamilies = .standard, source: FontSource = .installed
  ) throws(TextError) {
    try self.init(families, source: source, budget: ByteBudget(limit: 64 << 20))
  }

  init(
    _ families: FontFamilies, source: FontSource, budget: ByteBudget
  ) throws(TextError) {
    let configuration = try FontConfiguration(families: families.required, source: source)
    var faces: [FontID: FontFace] = [:]
    var mathID: FontID?
    var lineFace: FontFace?
    var textFaces: [FamilyFace] = []
    for family in families.required {
      let files = configuration.faces(of: family)
      if files.isEmpty, family == families.math, !families.text.contains(family) { continue }
      guard !files.isEmpty else { throw .missing(family, source) }
      var regular: FontFace?
      for file in files where file.weight != nil {
        let id = FontID(file.postScriptName)
        let known = faces[id]
        let face =
          if let known { known } else {
            try FontFace(id: id, path: file.path, index: file.index, budget: budget)
          }
        if regular == nil || (file.weight == .regular && file.isNormalWidth) { regular = face }
        guard known == nil else { continue }
        faces[id] = face
        if family == families.math, file.weight == .regular { mathID = mathID ?? id }
        if family == families.text.first, file.weight == .regular { lineFace = lineFace ?? face }
      }
      if let regular, families.text.contains(family) {
        textFaces.append(FamilyFace(name: family, face: regular))
      }
    }
    guard let lineFace else { throw .missing(families.text.first ?? "", source) }
    self.source = source
    self.budget = budget
    idle = ShaperPool(budget)
    idleFallback = ShaperPool(budget)
    idleRare = ShaperPool(budget)
    self.families = families
    self.configuration = configuration
    self.faces = faces
    self.textFaces = textFaces
    hasASCII = (0x20..<0x7F).allSatisfy { (value: UInt32) in
      Unicode.Scalar(value).map { lineFace.glyph(for: $0) != nil } ?? false
    }
    self.mathID = mathID
    self.lineFace = lineFace
  }

  deinit { removeAll() }

  /// Gives up what is kept of glyphs, and the idle shapers.
  func removeAll() {
    idle.removeAll()
    idleFallback.removeAll()
    idleRare.removeAll()
    for face in loadedFaces { face.removeAll() }
  }

  /// The faces that have been loaded, those of fallback families among them.
  var loadedFaces: [FontFace] {
    Array(faces.values)
      + [fallbackFonts.withLock { $0 }, rareFonts.withLock { $0 }].flatMap { fonts in
        fonts.map { Array($0.faces.values) } ?? []
      }
  }

  /// The number of idle shapers.
  var idleCount: Int { idle.count + idleFallback.count + idleRare.count }

  /// Returns the library for a choice of families from the cache of the rendering, which keeps it
  /// for later ones.
  public static func shared(_ families: FontFamilies = .standard) throws(TextError) -> FontLibrary {
    try RenderCache.current.library(families)
  }

  /// Returns the face with a PostScript name.
  public func face(_ id: FontID) throws(TextError) -> FontFace {
    if let face = faces[id] { return face }
    if !families.fallbacks.isEmpty, let face = try fallback().faces[id] { return face }
    if !families.rareFallbacks.isEmpty, let face = try rare().faces[id] { return face }
    throw .unknownFace(id.postScriptName)
  }

  /// The face with the MATH table.
  ///
  /// - Throws: ``TextError/missingFamily(_:)`` where the family of formulas is not there.
  public var mathFace: FontFace {
    get throws(TextError) {
      guard let mathID else { throw .missing(families.math, source) }
      return try face(mathID)
    }
  }

  /// The regular face of the first text family, whose heights align labels.
  public var textFace: FontFace { lineFace }

  /// The fallback families, loaded when a text first needs them.
  private func fallback() throws(TextError) -> FallbackFonts {
    try Self.loaded(fallbackFonts) { () throws(TextError) in
      try FallbackFonts(
        families.fallbacks, beside: families.required, source: source, budget: budget)
    }
  }

  /// The families of rare scripts, loaded when a text first needs one of them.
  private func rare() throws(TextError) -> FallbackFonts {
    let fallbacks = try fallback()
    return try Self.loaded(rareFonts) { () throws(TextError) in
      try FallbackFonts(
        families.rareFallbacks, beside: families.required + families.fallbacks,
        known: fallbacks.faces.merging(faces) { $1 }, source: source, budget: budget)
    }
  }

  private static func loaded(
    _ fonts: borrowing Mutex<FallbackFonts?>, _ load: () throws(TextError) -> FallbackFonts
  ) throws(TextError) -> FallbackFonts {
    let result: Result<FallbackFonts, TextError> = fonts.withLock { known in
      if let known { return .success(known) }
      do throws(TextError) {
        let loaded = try load()
        known = loaded
        return .success(loaded)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// The fallback families that are installed, in the order in which they are asked, without those of
  /// rare scripts.
  ///
  /// ```swift
  /// try FontLibrary.shared().installedFallbacks.contains("Noto Color Emoji")
  /// ```
  public var installedFallbacks: [String] {
    get throws(TextError) {
      families.fallbacks.isEmpty ? [] : try fallback().families.map(\.name)
    }
  }

  /// Breaks a paragraph into lines and shapes them.
  ///
  /// - Parameters:
  ///   - paragraph: the paragraph.
  ///   - missing: what becomes of characters that no family has.
  /// - Throws: ``TextError/missingCharacter(_:text:families:)`` for a character without a glyph.
  public func layout(
    _ paragraph: Paragraph, missing: MissingCharacters = .error
  ) throws(TextError) -> ParagraphLayout {
    let shaped = try lines(of: paragraph, missing: missing)
    return try LineStacker(library: self, paragraph: paragraph).stack(shaped)
  }

  /// Breaks a paragraph into lines and shapes them, without positioning them.
  func lines(
    of paragraph: Paragraph, missing: MissingCharacters
  ) throws(TextError) -> ShapedParagraph {
    for case .text(_, let style) in paragraph.spans
    where !(style.size > 0 && style.size < 10_000) {
      throw .invalidSize(style.size)
    }
    var text = ParagraphText(paragraph)
    var fallbacks: FallbackFonts?
    var pool = idle
    if !isCovered(paragraph) {
      let common = families.fallbacks.isEmpty ? nil : try fallback()
      var asked = textFaces + (common?.families ?? [])
      var plan = plan(text, asked)
      if !plan.missing.isEmpty, !families.rareFallbacks.isEmpty {
        asked += try rare().families
        plan = self.plan(text, asked)
      }
      if let first = plan.missing.first, missing == .error {
        throw .missingCharacter(first.scalar, text: text.shaped, families: asked.map(\.name))
      }
      text.apply(plan, sign: replacement)
      let used = text.parts.compactMap(\.family)
      if !used.allSatisfy(families.required.contains) {
        let isRare = !used.allSatisfy {
          families.required.contains($0) || families.fallbacks.contains($0)
        }
        fallbacks = isRare ? try rare() : common
        pool = isRare ? idleRare : idleFallback
      }
    }
    let shaper: PangoShaper
    if let waiting = pool.take() {
      shaper = waiting
    } else {
      shaper = try PangoShaper(
        configuration: fallbacks?.configuration ?? configuration, families: families.required)
    }
    defer { pool.put(shaper) }
    var shaped = try shaper.shape(paragraph, text, width: paragraph.width)
    guard paragraph.balanced, let width = paragraph.width, shaped.lines.count > 1 else {
      return shaped
    }
    // The narrowest width that needs no additional line and divides no additional word makes the
    // lines about equally long.
    var (low, high) = (width / Double(shaped.lines.count), width)
    let divided = shaped.dividedWords(of: text.shaped)
    while high - low > 1 {
      let middle = (low + high) / 2
      let narrower = try shaper.shape(paragraph, text, width: middle)
      if narrower.lines.count > shaped.lines.count
        || narrower.dividedWords(of: text.shaped) > divided
      {
        low = middle
      } else {
        high = middle
      }
    }
    shaped = try shaper.shape(paragraph, text, width: high)
    return shaped
  }

  private func plan(_ text: ParagraphText, _ asked: [FamilyFace]) -> FontPlan {
    FontPlan(
      text.shaped, boxes: text.boxes, families: asked,
      math: mathID.flatMap { faces[$0] }.map { FamilyFace(name: families.math, face: $0) })
  }

  /// Returns whether the first family of text sets all texts of a paragraph by itself.
  private func isCovered(_ paragraph: Paragraph) -> Bool {
    paragraph.spans.allSatisfy { span in
      if case .text(let text, _) = span { isCovered(text) } else { true }
    }
  }

  private func isCovered(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      if scalar.isASCII, hasASCII, scalar.value >= 0x20, scalar.value < 0x7F { continue }
      // Pictures in colour and what makes them come from another family.
      if scalar == "\u{FE0F}" || scalar == "\u{20E3}" || scalar.properties.isEmojiPresentation {
        return false
      }
      if !lineFace.has(scalar) { return false }
    }
    return true
  }

  /// The sign for characters that no family has.
  private var replacement: Unicode.Scalar {
    ["\u{FFFD}", "□"].first { textFaces.first?.face.glyph(for: $0) != nil } ?? "?"
  }
}
