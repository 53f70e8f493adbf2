import ArgumentParser
import BurinFigures
import BurinScene
import CommandSupport
import Figures

struct EmbedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "embed",
    abstract:
      "Print what a post needs to show figures: pictures for light and dark pages, alt text.",
    discussion: """
      The files are those of figures render with --theme light,dark --scale 1,2 and the same \
      --width and --format. Of two widths, windows below their middle get the narrower picture: \
      --width own,360.
      """)

  @OptionGroup var selection: FigureSelection
  @Option(help: "The language of the texts.", transform: LanguageOption.parse) var lang = Language
    .zh
  @Flag(help: "Print Markdown with an image; HTML with <picture> otherwise.") var markdown = false
  @Flag(help: "Print HTML; the default.") var html = false
  @Option(help: "What comes before the names of the files, such as /images/.") var prefix = ""
  @Option(
    help: "The widths of the pictures in points; “own” is each figure's own.",
    transform: PictureWidth.list)
  var width = [PictureWidth.own]
  @Option(help: "png, webp or svg.") var format = "png"
  @Flag(help: "Describe pictures without title and subtitle.") var noTitle = false

  func validate() throws {
    if html, markdown { throw ValidationError("choose one of --html and --markdown") }
    guard ["png", "webp", "svg"].contains(format) else {
      throw ValidationError("--format is “\(format)”; it must be png, webp or svg")
    }
  }

  func run() throws {
    let scenes = try width.map {
      try selection.scenes(lang, width: $0.points, showsTitle: !noTitle)
    }
    let variants = PictureVariant.all(
      languages: [lang], themes: EmbeddedFigure.themes, widths: width, scales: [1, 2],
      formats: [format])
    let blocks = (scenes.first ?? []).indices.map { index in
      let figure = EmbeddedFigure(
        id: scenes[0][index].id,
        pictures: zip(width, scenes).map { (width: $0, scene: $1[index].scene) }
          .sorted { $0.scene.size.width > $1.scene.size.width },
        variants: variants, prefix: prefix)
      return markdown ? figure.markdown : figure.html
    }
    try StandardOutput.print(blocks.joined(separator: "\n\n"))
  }
}

/// A figure in a page: its files for light and dark pages, for windows of several widths and for
/// two densities of pixels.
struct EmbeddedFigure {
  var id: String
  /// The pictures, the widest first.
  var pictures: [(width: PictureWidth, scene: Scene)]
  /// All files of the page.
  var variants: [PictureVariant]
  var prefix: String

  static let themes = [PictureTheme.light, .dark]

  private func file(_ theme: PictureTheme, _ width: PictureWidth, _ scale: Double) -> String {
    let variant = variants.first {
      $0.theme == theme && $0.width == width
        && ($0.scale == scale || !PictureVariant.isRaster($0.format))
    }
    return prefix + (variant?.fileName(id, among: variants) ?? "")
  }

  private func sources(_ theme: PictureTheme, _ width: PictureWidth) -> String {
    let files = [1.0, 2].map { (file(theme, width, $0), "\(Int($0))x") }
    // Vectors serve every density.
    return files[0].0 == files[1].0
      ? files[0].0 : files.map { "\($0) \($1)" }.joined(separator: ", ")
  }

  private func size(_ scene: Scene) -> String {
    "width=\"\(Int(scene.size.width.rounded()))\" height=\"\(Int(scene.size.height.rounded()))\""
  }

  /// A figure with a `<picture>`, which chooses by the page's theme, the window's width and the
  /// screen's density.
  var html: String {
    guard let main = pictures.first else { return "" }
    var lines: [String] = []
    // The first source that fits is taken: the narrowest windows first, dark before light.
    for (index, picture) in pictures.enumerated().reversed() {
      let wider = index > 0 ? pictures[index - 1].scene.size.width : nil
      let room = wider.map {
        "(max-width: \(Int((($0 + picture.scene.size.width) / 2).rounded()))px)"
      }
      for theme in Self.themes.reversed() where index > 0 || theme == .dark {
        let media = [room, theme == .dark ? "(prefers-color-scheme: dark)" : nil]
          .compactMap(\.self).joined(separator: " and ")
        lines.append(
          "<source media=\"\(media)\" srcset=\"\(XML.text(sources(theme, picture.width)))\" \(size(picture.scene))>"
        )
      }
    }
    return """
      <figure style="margin: 1em 0">
        <picture>
          \(lines.joined(separator: "\n    "))
          <img src="\(XML.text(file(.light, main.width, 1)))" srcset="\(XML.text(sources(.light, main.width)))" \(size(main.scene)) alt="\(XML.text(main.scene.altText))" loading="lazy" style="max-width: 100%; height: auto">
        </picture>
        <figcaption>\(XML.text(main.scene.title))</figcaption>
      </figure>
      """
  }

  /// An image with its title as Markdown.
  var markdown: String {
    guard let main = pictures.first else { return "" }
    let alt = main.scene.altText.map { "[]\\".contains($0) ? "\\\($0)" : "\($0)" }.joined()
    let title = main.scene.title.replacing("\"", with: "\\\"")
    return "![\(alt)](\(file(.light, main.width, 2)) \"\(title)\")"
  }
}

struct AltCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alt", abstract: "Print the figures' captions and alternative texts.")

  @OptionGroup var selection: FigureSelection
  @Option(help: "The language of the texts.", transform: LanguageOption.parse) var lang = Language
    .zh

  func run() throws {
    for (id, scene) in try selection.scenes(lang) {
      try StandardOutput.print("\(id)\n  \(scene.title)\n  \(scene.altText)")
    }
  }
}
