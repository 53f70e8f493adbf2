package import BurinScene
import Synchronization

/// Everything that outlives a rendering: loaded fonts, outlines and sizes of glyphs, and what shapes
/// text; bounded in bytes.
///
/// ```swift
/// let cache = RenderCache(limit: 16 << 20, fonts: .folder("/app/fonts"))
/// let picture = try chart.render(.png, RenderOptions(cache: cache))
/// cache.usage.bytes  // about 800 kB after a first chart
/// ```
///
/// Renderings that are given no cache share ``shared``. A cache may be used by any number of threads
/// at once, and emptied at any time; what is drawn does not depend on it.
public final class RenderCache: Sendable {
  /// The cache of renderings that are given no other: 64 MB, with the installed fonts.
  public static let shared = RenderCache()
  /// The cache of the rendering that this code is a part of.
  @TaskLocal package static var current = RenderCache.shared

  /// Where the fonts are found.
  public let fonts: FontSource
  private let budget: ByteBudget
  /// The least recently used first.
  private let libraries = Mutex<[FontLibrary]>([])

  /// The maximum number of choices of font families that are kept.
  static let libraryLimit = 8

  /// Creates an empty cache.
  ///
  /// - Parameters:
  ///   - limit: the maximum number of bytes that are kept. The pages of font files that the system
  ///     maps into memory are not counted: they are shared by all processes, and given up where
  ///     memory is short.
  ///   - fonts: where fonts are found.
  public init(limit: Int = 64 << 20, fonts: FontSource = .installed) {
    self.fonts = fonts
    budget = ByteBudget(limit: limit)
  }

  /// The maximum number of bytes that are kept.
  public var limit: Int { budget.limit }

  /// What a cache holds.
  public struct Usage: Hashable, Sendable {
    /// The bytes, as estimated when things were stored.
    public var bytes: Int
    /// The number of choices of font families.
    public var families: Int
    /// The number of faces of fonts.
    public var faces: Int
    /// The number of glyphs whose outline is kept.
    public var glyphs: Int
    /// The number of idle shapers of text.
    public var shapers: Int

    /// Nothing.
    public static let empty = Usage(bytes: 0, families: 0, faces: 0, glyphs: 0, shapers: 0)
  }

  /// What the cache holds now.
  public var usage: Usage {
    libraries.withLock { known in
      Usage(
        bytes: budget.bytes, families: known.count,
        faces: known.reduce(0) { $0 + $1.loadedFaces.count },
        glyphs: known.reduce(0) { $0 + $1.loadedFaces.reduce(0) { $0 + $1.outlineCount } },
        shapers: known.reduce(0) { $0 + $1.idleCount })
    }
  }

  /// Gives up everything that no rendering is using just now.
  public func removeAll() {
    let known = libraries.withLock { known in
      defer { known = [] }
      return known
    }
    // Renderings that use them go on and fill them again, until they end.
    for library in known { library.removeAll() }
  }

  /// Returns the fonts of a choice of families, and keeps them for later renderings.
  ///
  /// - Throws: ``TextError`` where a family of text is missing or a file is no font.
  package func library(_ families: FontFamilies) throws(TextError) -> FontLibrary {
    let result: Result<FontLibrary, TextError> = libraries.withLock { known in
      do throws(TextError) {
        let library: FontLibrary
        if let index = known.firstIndex(where: { $0.families == families }) {
          library = known.remove(at: index)
        } else {
          library = try FontLibrary(families, source: fonts, budget: budget)
        }
        known.append(library)
        if known.count > Self.libraryLimit { known.removeFirst().removeAll() }
        // Nearly full: before memos empty each other in turn, what was not used lately goes.
        while budget.bytes > budget.limit / 4 * 3 {
          if known.count > 1 {
            known.removeFirst().removeAll()
          } else {
            library.removeAll()
            break
          }
        }
        return .success(library)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
