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
  let faces: [FontID: FontFace]
  private let source: FontSource
  private let mathID: FontID?
  private let lineFace: FontFace
  private let budget: ByteBudget
  private let idle = Mutex<[PangoShaper]>([])

  /// The maximum number of idle shapers, each with some hundred kilobytes of Pango's
  /// caches.
  ///
  /// More concurrent threads than that use shapers created for a single paragraph.
  private static let idleLimit = 8

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
    let configuration = try FontConfiguration(families: families.all, source: source)
    var faces: [FontID: FontFace] = [:]
    var mathID: FontID?
    var lineFace: FontFace?
    for family in families.all {
      let files = configuration.faces(of: family)
      if files.isEmpty, family == families.math, !families.text.contains(family) { continue }
      guard !files.isEmpty else { throw .missing(family, source) }
      for file in files where file.weight != nil {
        let id = FontID(file.postScriptName)
        guard faces[id] == nil else { continue }
        let face = try FontFace(id: id, path: file.path, index: file.index, budget: budget)
        faces[id] = face
        if family == families.math, file.weight == .regular { mathID = mathID ?? id }
        if family == families.text.first, file.weight == .regular { lineFace = lineFace ?? face }
      }
    }
    guard let lineFace else { throw .missing(families.text.first ?? "", source) }
    self.source = source
    self.budget = budget
    self.families = families
    self.configuration = configuration
    self.faces = faces
    self.mathID = mathID
    self.lineFace = lineFace
  }

  deinit { removeAll() }

  /// Gives up what is kept of glyphs, and the idle shapers.
  func removeAll() {
    let shapers = idle.withLock { idle in
      defer { idle = [] }
      return idle
    }
    budget.giveBack(shapers.count * PangoShaper.cost)
    for face in faces.values { face.removeAll() }
  }

  /// The number of idle shapers.
  var idleCount: Int { idle.withLock { $0.count } }

  private func putBack(_ shaper: PangoShaper) {
    guard !shaper.isWorn else { return }
    idle.withLock { idle in
      guard idle.count < Self.idleLimit, budget.take(PangoShaper.cost) else { return }
      idle.append(shaper)
    }
  }

  /// Returns the library for a choice of families from the cache of the rendering, which keeps it
  /// for later ones.
  public static func shared(_ families: FontFamilies = .standard) throws(TextError) -> FontLibrary {
    try RenderCache.current.library(families)
  }

  /// Returns the face with a PostScript name.
  public func face(_ id: FontID) throws(TextError) -> FontFace {
    guard let face = faces[id] else { throw .unknownFace(id.postScriptName) }
    return face
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

  /// Breaks a paragraph into lines and shapes them.
  ///
  /// - Throws: ``TextError/missingCharacter(_:text:families:)`` for a character without a glyph.
  public func layout(_ paragraph: Paragraph) throws(TextError) -> ParagraphLayout {
    try LineStacker(library: self, paragraph: paragraph).stack(try lines(of: paragraph))
  }

  /// Breaks a paragraph into lines and shapes them, without positioning them.
  func lines(of paragraph: Paragraph) throws(TextError) -> [PangoShaper.Line] {
    for case .text(_, let style) in paragraph.spans
    where !(style.size > 0 && style.size < 10_000) {
      throw .invalidSize(style.size)
    }
    let shaper: PangoShaper
    if let waiting = idle.withLock({ $0.popLast() }) {
      budget.giveBack(PangoShaper.cost)
      shaper = waiting
    } else {
      shaper = try PangoShaper(configuration: configuration, families: families.all)
    }
    defer { putBack(shaper) }
    let lines = try shaper.shape(paragraph, width: paragraph.width)
    guard paragraph.balanced, let width = paragraph.width, lines.count > 1 else { return lines }
    // The narrowest width that needs no additional line makes the lines about equally long.
    var (low, high) = (width / Double(lines.count), width)
    while high - low > 1 {
      let middle = (low + high) / 2
      if try shaper.shape(paragraph, width: middle).count > lines.count {
        low = middle
      } else {
        high = middle
      }
    }
    return try shaper.shape(paragraph, width: high)
  }
}
