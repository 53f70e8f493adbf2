import ArgumentParser
import Burin
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

  /// A picture of the catalog: a figure in a language.
  struct Picture: Sendable {
    var entry: FigureEntry
    var language: Language

    /// The name in messages and of the file: `09_kl_calculation.zh`.
    var name: String { "\(entry.id).\(language.rawValue)" }

    /// The picture's scene at the figure's defaults.
    func scene() throws -> Scene { try entry.render(language: language).scene }
  }

  /// The pixels of each point in a golden.
  static let scale = 2.0

  /// Both languages of all entries.
  static func pictures(of entries: [FigureEntry]) -> [Picture] {
    entries.flatMap { entry in
      Language.allCases.map { Picture(entry: entry, language: $0) }
    }
  }

  /// Where the golden of a picture lies.
  func path(of picture: Picture) -> String { "\(golden)/\(picture.name).png" }

  /// The largest golden that is read, in bytes.
  static let sizeLimit = 64 << 20

  /// When goldens may be recorded, from the environment.
  static func policy() throws -> RecordPolicy {
    var environment: [String: String] = [:]
    for name in ["CI", "BURIN_RECORD"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return try RecordPolicy(environment: environment, otherwise: .all)
  }
}
