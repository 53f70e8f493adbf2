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
      The files are those of: figures render --theme light,dark --scale 1,2
      """)

  @OptionGroup var selection: FigureSelection
  @Option(help: "The language of the texts.", transform: LanguageOption.parse) var lang = Language
    .zh
  @Flag(help: "Print Markdown with an image; HTML with <picture> otherwise.") var markdown = false
  @Flag(help: "Print HTML; the default.") var html = false
  @Option(help: "What comes before the names of the files, such as /images/.") var prefix = ""
  @Option(help: "The width of the pictures in points; by default each figure's own.")
  var width: Double?
  @Flag(help: "Describe pictures without title and subtitle.") var noTitle = false

  func validate() throws {
    if html, markdown { throw ValidationError("choose one of --html and --markdown") }
  }

  func run() throws {
    let blocks = try selection.scenes(lang, width: width, showsTitle: !noTitle).map { id, scene in
      let figure = EmbeddedFigure(id, scene, prefix: prefix)
      return markdown ? figure.markdown : figure.html
    }
    try StandardOutput.print(blocks.joined(separator: "\n\n"))
  }
}

/// A figure in a page: its files for light and dark pages and for two densities of pixels.
struct EmbeddedFigure {
  var id: String
  var scene: Scene
  var prefix: String

  init(_ id: String, _ scene: Scene, prefix: String) {
    (self.id, self.scene, self.prefix) = (id, scene, prefix)
  }

  private func file(_ theme: PictureTheme, _ scale: Int) -> String {
    "\(prefix)\(id).\(theme.rawValue)@\(scale)x.png"
  }

  private func sources(_ theme: PictureTheme) -> String {
    "\(file(theme, 1)) 1x, \(file(theme, 2)) 2x"
  }

  /// A figure with a `<picture>`, which chooses by the page's theme and the screen's density.
  var html: String {
    let (width, height) = (Int(scene.size.width.rounded()), Int(scene.size.height.rounded()))
    return """
      <figure>
        <picture>
          <source media="(prefers-color-scheme: dark)" srcset="\(XML.text(sources(.dark)))">
          <img src="\(XML.text(file(.light, 1)))" srcset="\(XML.text(sources(.light)))" width="\(width)" height="\(height)" alt="\(XML.text(scene.altText))" loading="lazy" style="max-width: 100%; height: auto">
        </picture>
        <figcaption>\(XML.text(scene.title))</figcaption>
      </figure>
      """
  }

  /// An image with its title as Markdown.
  var markdown: String {
    let alt = scene.altText.map { "[]\\".contains($0) ? "\\\($0)" : "\($0)" }.joined()
    let title = scene.title.replacing("\"", with: "\\\"")
    return "![\(alt)](\(file(.light, 2)) \"\(title)\")"
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
