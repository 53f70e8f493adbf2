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

  /// A picture of the catalog: a figure in a language.
  struct Picture: Sendable {
    var entry: FigureEntry
    var language: Language

    /// The name in messages and of the golden: `09_kl_calculation.zh`.
    var name: String { "\(entry.id).\(language.code)" }

    /// Returns the picture at the figure's defaults, as goldens are drawn.
    func rendition() throws -> Rendition {
      try entry.render(language: language).scene.rendition(scale: GoldenFolder.scale)
    }
  }

  /// The pixels per point in a golden.
  static let scale = 2.0

  /// Returns the pictures of all entries in both languages.
  static func pictures(of entries: [FigureEntry]) -> [Picture] {
    entries.flatMap { entry in
      Catalog.languages.map { Picture(entry: entry, language: $0) }
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
