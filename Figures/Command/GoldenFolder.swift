import ArgumentParser
import BurinFigures
import BurinGolden
import Figures

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The committed pictures with which fresh renders are compared.
struct GoldenFolder: ParsableArguments {
  @Option(help: "The folder of the goldens.") var golden = "golden"

  /// The goldens.
  var store: GoldenStore { GoldenStore(folder: golden) }

  /// A picture of the catalog: a figure in a language, for light or dark pages.
  struct Picture: Sendable {
    var entry: FigureEntry
    var language: Language
    var theme: PictureTheme

    /// The name in messages and of the golden: `09_kl_calculation.zh`, `09_kl_calculation.zh.dark`.
    var name: String {
      "\(entry.id).\(language.code)" + (theme == .light ? "" : ".\(theme.rawValue)")
    }

    /// The pixels per point in the golden: one in a dark picture, whose shapes are those of the light
    /// one.
    var scale: Double { theme == .light ? GoldenFolder.scale : 1 }

    /// Returns the picture at the figure's defaults, as goldens are drawn.
    func rendition() throws -> Rendition {
      try entry.render(language: language, theme: theme.theme).scene.rendition(scale: scale)
    }
  }

  /// The pixels per point in the golden of a light picture.
  static let scale = 2.0

  /// Returns the pictures of all entries in both languages.
  static func pictures(
    of entries: [FigureEntry], themes: [PictureTheme] = [.light, .dark]
  ) -> [Picture] {
    entries.flatMap { entry in
      themes.flatMap { theme in
        Catalog.languages.map { Picture(entry: entry, language: $0, theme: theme) }
      }
    }
  }

  /// Returns the policy of recording from the environment; without it, all requested goldens are
  /// recorded.
  static func policy() throws -> RecordPolicy {
    var environment: [String: String] = [:]
    for name in ["CI", "BURIN_RECORD"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return try RecordPolicy(environment: environment, otherwise: .all)
  }
}
