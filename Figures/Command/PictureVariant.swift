import ArgumentParser
import BurinFigures
import BurinWebP
import Figures

/// The look of a picture: on light pages, on dark ones, without a background, with strong contrasts,
/// or on paper.
enum PictureTheme: String, CaseIterable, Sendable, ExpressibleByArgument {
  case light, dark, transparent, contrast, print

  var theme: Theme {
    switch self {
    case .light, .transparent: .tutorial
    case .dark: .tutorialDark
    case .contrast: .tutorialContrast
    case .print: .tutorialPrint
    }
  }

  /// The names, as the help of options lists them.
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// Reads a list such as `light,dark`.
  static func list(_ text: String) throws -> [PictureTheme] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      guard let theme = PictureTheme(rawValue: String(part)) else {
        throw ValidationError("--theme has “\(part)”; the themes are \(names)")
      }
      return theme
    }
  }
}

/// The width of a picture: a number of points, or each figure's own.
enum PictureWidth: Hashable, Sendable {
  case own
  case points(Double)

  /// The points; nil for a figure's own.
  var points: Double? { if case .points(let width) = self { width } else { nil } }

  /// Reads a list such as `own,360`.
  static func list(_ text: String) throws -> [PictureWidth] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      if part == "own" { return .own }
      guard let width = Double(part), width > 0, width.isFinite else {
        throw ValidationError("--width has “\(part)”; it must be a number above 0, or own")
      }
      return .points(width)
    }
  }
}

/// One file of a figure: its language, theme, width, scale and format.
struct PictureVariant: Sendable {
  var language: Language
  var theme: PictureTheme
  var width = PictureWidth.own
  var scale: Double
  var format: String
  /// The form of SVG, and the colours of a page's picture.
  var form = VectorForm()

  /// The formats of files, SVG and pages in a form.
  static func formats(scale: Double = 2, form: VectorForm = VectorForm()) -> [OutputFormat] {
    OutputFormat.all(scale: scale).map { $0.fileExtension == "svg" ? form.svg : $0 }
      + [.webp(scale: scale), form.html]
  }

  var outputFormat: OutputFormat? {
    Self.formats(scale: scale, form: form).first { $0.fileExtension == format }
  }

  /// Whether the format has pixels.
  static func isRaster(_ format: String) -> Bool { ["png", "webp"].contains(format) }

  /// All combinations; formats without pixels once for all scales.
  static func all(
    languages: [Language], themes: [PictureTheme], widths: [PictureWidth] = [.own],
    scales: [Double], formats: [String], form: VectorForm = VectorForm()
  ) -> [PictureVariant] {
    languages.flatMap { language in
      themes.flatMap { theme in
        widths.flatMap { width in
          formats.flatMap { format in
            (isRaster(format) ? scales : Array(scales.prefix(1))).map {
              PictureVariant(
                language: language, theme: theme, width: width, scale: $0, format: format,
                form: form)
            }
          }
        }
      }
    }
  }

  /// Returns the name of a figure's file, which tells what differs:
  /// `06_entropy.en.dark.360@2x.png`.
  func fileName(_ id: String, among variants: [PictureVariant]) -> String {
    var name = id
    if Set(variants.map(\.language)).count > 1 { name += ".\(language.code)" }
    if theme != .light || Set(variants.map(\.theme)).count > 1 { name += ".\(theme.rawValue)" }
    if let points = width.points, Set(variants.map(\.width)).count > 1 {
      name += ".\(points.parameterText)"
    }
    if Self.isRaster(format),
      Set(variants.filter { $0.format == format }.map(\.scale)).count > 1
    {
      name += "@\(scale.parameterText)x"
    }
    return "\(name).\(format)"
  }

  /// Draws a figure as this file shows it.
  func rendering(
    of entry: FigureEntry, _ settings: [FigureEntry.Setting], showsTitle: Bool
  ) throws -> FigureRendering {
    let rendering = try entry.render(
      settings, language: language, theme: theme.theme, width: width.points,
      showsTitle: showsTitle)
    return theme == .transparent ? rendering.withoutBackground : rendering
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
