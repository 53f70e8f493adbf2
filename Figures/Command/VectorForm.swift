import ArgumentParser
import BurinFigures

/// The form of vectors for the web.
struct VectorForm: Sendable {
  /// How letters are drawn.
  var text: SVGText?
  /// How colours meet the page's; nil for those of the format.
  var colors: SVGColors?

  var svg: OutputFormat { .svg(text: text ?? .outlines, colors: colors ?? .fixed) }
  var html: OutputFormat { .html(colors: colors) }
}

/// The options of ``VectorForm``.
struct VectorOptions: ParsableArguments, Sendable {
  @Option(
    help: "How letters are drawn in SVG: outlines, live.",
    transform: { try VectorOptions.named($0, SVGText.allCases, "--svg-text") })
  var svgText: SVGText?
  @Option(
    help: """
      The colours of SVG and HTML: fixed, adaptive (dark where the reader prefers it), currentColor \
      (greys in the page's text colour).
      """,
    transform: { try VectorOptions.named($0, SVGColors.allCases, "--svg-colors") })
  var svgColors: SVGColors?

  var form: VectorForm { VectorForm(text: svgText, colors: svgColors) }

  /// Throws if an option has no effect on any of the formats.
  func validate(for formats: [String]) throws {
    if svgText != nil, !formats.contains("svg") {
      throw ValidationError("--svg-text has no effect without --format svg")
    }
    if svgColors != nil, !formats.contains("svg"), !formats.contains("html") {
      throw ValidationError("--svg-colors has no effect without --format svg or html")
    }
  }

  private static func named<Form: RawRepresentable<String>>(
    _ name: String, _ known: [Form], _ option: String
  ) throws -> Form {
    guard let form = known.first(where: { $0.rawValue == name }) else {
      let names = known.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("\(option) is “\(name)”; it must be one of \(names)")
    }
    return form
  }
}
