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

  private let configuration: FontConfiguration
  let faces: [FontID: FontFace]
  private let mathID: FontID
  private let lineFace: FontFace
  private let idle = Mutex<[PangoShaper]>([])

  /// The maximum number of idle shapers, each with some hundred kilobytes of Pango's
  /// caches.
  ///
  /// More concurrent threads than that use shapers created for a single paragraph.
  private static let idleLimit = 8

  /// Loads the fonts of the families.
  ///
  /// - Throws: ``TextError/missingFamily(_:)``, which names the package to install.
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

  /// The libraries in use, the least recently used first.
  private static let known = Mutex<[FontLibrary]>([])
  /// The maximum number of libraries that a process keeps; other choices of families are
  /// loaded again.
  static let knownLimit = 8

  /// Returns the library for a choice of families, and keeps it for later renderings.
  ///
  /// A process keeps the libraries of the eight most recently used choices.
  public static func shared(_ families: FontFamilies = .standard) throws(TextError) -> FontLibrary {
    let result: Result<FontLibrary, TextError> = known.withLock { known in
      do throws(TextError) {
        let library: FontLibrary
        if let index = known.firstIndex(where: { $0.families == families }) {
          library = known.remove(at: index)
        } else {
          library = try FontLibrary(families)
        }
        known.append(library)
        if known.count > knownLimit { known.removeFirst() }
        return .success(library)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Returns the face with a PostScript name.
  public func face(_ id: FontID) throws(TextError) -> FontFace {
    guard let face = faces[id] else { throw .unknownFace(id.postScriptName) }
    return face
  }

  /// The face with the MATH table.
  public var mathFace: FontFace { get throws(TextError) { try face(mathID) } }

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
      shaper = waiting
    } else {
      shaper = try PangoShaper(configuration: configuration, families: families.all)
    }
    defer { idle.withLock { if $0.count < Self.idleLimit { $0.append(shaper) } } }
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
