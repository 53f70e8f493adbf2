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

/// The committed pictures that fresh renders are held against.
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

    /// The picture at the figure's defaults, as goldens are drawn.
    func rendition() throws -> Rendition {
      try entry.render(language: language).scene.rendition(scale: GoldenFolder.scale)
    }
  }

  /// The pixels of each point in a golden.
  static let scale = 2.0

  /// Both languages of all entries.
  static func pictures(of entries: [FigureEntry]) -> [Picture] {
    entries.flatMap { entry in
      Catalog.languages.map { Picture(entry: entry, language: $0) }
    }
  }

  /// When goldens may be recorded, from the environment; all that are asked for without it.
  static func policy() throws -> RecordPolicy {
    var environment: [String: String] = [:]
    for name in ["CI", "BURIN_RECORD"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return try RecordPolicy(environment: environment, otherwise: .all)
  }
}
