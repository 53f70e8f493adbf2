import ArgumentParser
import BurinFigures
import Figures

/// The look of a picture: on light pages, on dark ones, or without a background.
enum PictureTheme: String, CaseIterable, Sendable, ExpressibleByArgument {
  case light, dark, transparent

  var theme: Theme { self == .dark ? .tutorialDark : .tutorial }

  /// Reads a list such as `light,dark`.
  static func list(_ text: String) throws -> [PictureTheme] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      guard let theme = PictureTheme(rawValue: String(part)) else {
        let known = allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--theme has “\(part)”; the themes are \(known)")
      }
      return theme
    }
  }
}

/// One file of a figure: its language, theme, scale and format.
struct PictureVariant: Sendable {
  var language: Language
  var theme: PictureTheme
  var scale: Double
  var format: String
  /// The form of SVG, and the colours of a page's picture; nil for those of the format.
  var form = VectorForm()

  /// The names of the formats.
  static var formats: [String] { (OutputFormat.all() + [.html]).map(\.fileExtension) }

  var outputFormat: OutputFormat? {
    let formats: [OutputFormat] =
      OutputFormat.all(scale: scale).map { $0.fileExtension == "svg" ? form.svg : $0 } + [form.html]
    return formats.first { $0.fileExtension == format }
  }

  /// All combinations; formats without pixels once for all scales.
  static func all(
    languages: [Language], themes: [PictureTheme], scales: [Double], formats: [String],
    form: VectorForm = VectorForm()
  ) -> [PictureVariant] {
    languages.flatMap { language in
      themes.flatMap { theme in
        formats.flatMap { format in
          (format == "png" ? scales : Array(scales.prefix(1))).map {
            PictureVariant(
              language: language, theme: theme, scale: $0, format: format, form: form)
          }
        }
      }
    }
  }

  /// Returns the name of a figure's file, which tells what differs: `06_entropy.en.dark@2x.png`.
  func fileName(_ id: String, among variants: [PictureVariant]) -> String {
    var name = id
    if Set(variants.map(\.language)).count > 1 { name += ".\(language.code)" }
    if theme != .light || Set(variants.map(\.theme)).count > 1 { name += ".\(theme.rawValue)" }
    if format == "png", Set(variants.filter { $0.format == "png" }.map(\.scale)).count > 1 {
      name += "@\(Double(scale).parameterText)x"
    }
    return "\(name).\(format)"
  }
}

extension FigureRendering {
  /// The rendering without its canvas.
  var withoutBackground: FigureRendering {
    var rendering = self
    rendering.scene.background = rendering.scene.background.opacity(0)
    return rendering
  }
}
