import BurinGeometry
public import BurinScene
import Synchronization

/// The fonts of a choice of families, and the setting of paragraphs in them.
///
/// ```swift
/// let fonts = try FontLibrary.shared()
/// let line = try fonts.layout(Paragraph([.text("信息 bits", TextStyle(size: 12))]))
/// line.size.width  // 51.3…
/// ```
///
/// Safe to use from any thread. Finding the fonts takes a few milliseconds, once.
public final class FontLibrary: Sendable {
  /// The families.
  public let families: FontFamilies

  private let configuration: FontConfiguration
  let faces: [FontID: FontFace]
  private let mathID: FontID
  private let lineFace: FontFace
  private let idle = Mutex<[PangoShaper]>([])
  private let memo = Mutex<[Paragraph: ParagraphLayout]>([:])

  /// Paragraphs remembered at the most; the memo starts anew beyond.
  private static let memoLimit = 8192

  /// Finds the families.
  ///
  /// - Throws: ``TextError/missingFamily(_:)`` that names the package to install.
  public init(_ families: FontFamilies = .standard) throws(TextError) {
    let configuration = try FontConfiguration(families: families.all)
    var faces: [FontID: FontFace] = [:]
    var mathID: FontID?
    var lineFace: FontFace?
    for family in families.all {
      let files = configuration.faces(of: family)
      guard !files.isEmpty else { throw .missingFamily(family) }
      for file in files where file.weight != nil {
        let id = FontID(file.postScriptName)
        guard faces[id] == nil else { continue }
        let face = try FontFace(id: id, path: file.path, index: file.index)
        faces[id] = face
        if family == families.math, file.weight == .regular { mathID = mathID ?? id }
        if family == families.text.first, file.weight == .regular { lineFace = lineFace ?? face }
      }
    }
    guard let mathID else { throw .missingFamily(families.math) }
    guard let lineFace else { throw .missingFamily(families.text.first ?? "") }
    self.families = families
    self.configuration = configuration
    self.faces = faces
    self.mathID = mathID
    self.lineFace = lineFace
  }

  private static let known = Mutex<[FontFamilies: FontLibrary]>([:])

  /// The library for a choice of families, made once in a process.
  public static func shared(_ families: FontFamilies = .standard) throws(TextError) -> FontLibrary {
    let result: Result<FontLibrary, TextError> = known.withLock { known in
      if let library = known[families] { return .success(library) }
      do throws(TextError) {
        let library = try FontLibrary(families)
        known[families] = library
        return .success(library)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// The face with a PostScript name.
  public func face(_ id: FontID) throws(TextError) -> FontFace {
    guard let face = faces[id] else { throw .unknownFace(id.postScriptName) }
    return face
  }

  /// The face with the MATH table.
  public var mathFace: FontFace { get throws(TextError) { try face(mathID) } }

  /// The regular face of the first text family: its heights align labels.
  public var textFace: FontFace { lineFace }

  /// Breaks a paragraph into lines and shapes them.
  ///
  /// - Throws: ``TextError/missingCharacter(_:text:families:)`` for a character without a glyph.
  public func layout(_ paragraph: Paragraph) throws(TextError) -> ParagraphLayout {
    if let known = memo.withLock({ $0[paragraph] }) { return known }
    for case .text(_, let style) in paragraph.spans
    where !(style.size > 0 && style.size < 10_000) {
      throw .invalidSize(style.size)
    }
    let shaper: PangoShaper
    if let waiting = idle.withLock({ $0.popLast() }) {
      shaper = waiting
    } else {
      shaper = try PangoShaper(configuration: configuration, families: families.all)
    }
    defer { idle.withLock { $0.append(shaper) } }
    let layout = try place(paragraph, with: shaper)
    memo.withLock { memo in
      if memo.count >= Self.memoLimit { memo.removeAll() }
      memo[paragraph] = layout
    }
    return layout
  }

  private func place(
    _ paragraph: Paragraph, with shaper: PangoShaper
  ) throws(TextError) -> ParagraphLayout {
    var lines = try shaper.shape(paragraph, width: paragraph.width)
    if paragraph.balanced, let width = paragraph.width, lines.count > 1 {
      // The narrowest width that needs no more lines makes them about equally long.
      var (low, high) = (width / Double(lines.count), width)
      while high - low > 1 {
        let middle = (low + high) / 2
        if try shaper.shape(paragraph, width: middle).count > lines.count {
          low = middle
        } else {
          high = middle
        }
      }
      lines = try shaper.shape(paragraph, width: high)
    }
    return try LineStacker(library: self, paragraph: paragraph).stack(lines)
  }
}
