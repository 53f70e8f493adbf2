import BurinFigures
import BurinRaster
import BurinScene
import Figures

/// The page of all figures.
struct GalleryPage {
  /// A language, a theme and a width.
  struct Look: Sendable {
    var language: Language
    var theme: PictureTheme
    /// The width; nil for a figure's own.
    var width: Double?

    /// `中文, dark, 360 px`.
    var name: String {
      let language = language == .zh ? "中文" : "English"
      return
        "\(language), \(theme.rawValue), \(width.map { "\($0.parameterText) px" } ?? "own width")"
    }
    fileprivate var suffix: String {
      "\(language.code).\(theme.rawValue)\(width == nil ? "" : ".narrow")"
    }
  }

  /// The looks in which every figure is shown.
  static let looks = [nil, 360.0].flatMap { width in
    Catalog.languages.flatMap { language in
      [PictureTheme.light, .dark].map { Look(language: language, theme: $0, width: width) }
    }
  }

  /// A picture in the page's folder.
  struct Picture: Sendable {
    var look: Look
    var path: String
    var size: Size
    var title: String
    var altText: String
    var command: String

    /// Draws a figure and writes its file.
    init(_ figure: FigureSelection.Chosen, _ look: Look, folder: String) throws {
      let rendering = try figure.entry.render(
        figure.settings, language: look.language, theme: look.theme.theme, width: look.width)
      let scene = rendering.scene
      path = "pictures/\(figure.entry.id).\(look.suffix).svg"
      try rendering.write(to: "\(folder)/\(path)", as: .svg)
      (self.look, size, title, altText) = (look, scene.size, scene.title, scene.altText)
      command =
        "figures render \(figure.entry.id)\(look.language == .zh ? "" : " --lang \(look.language.code)")"
        + (look.theme == .light ? "" : " --theme \(look.theme.rawValue)")
        + (look.width.map { " --width \($0.parameterText)" } ?? "")
        + figure.settings.map { " --set \(Self.quoted("\($0.name)=\($0.value)"))" }.joined()
    }

    /// Returns a word as a shell reads it.
    static func quoted(_ word: String) -> String {
      let isPlain = word.allSatisfy {
        $0.isASCII && ($0.isLetter || $0.isNumber || "_-.,=%+/".contains($0))
      }
      return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
  }

  /// A figure with all that is known of it.
  struct Section {
    var entry: FigureEntry
    var settings: [FigureEntry.Setting]
    var facts: Facts
    var statements: [Statement]
    var pictures: [Picture] = []

    init(_ figure: FigureSelection.Chosen) throws {
      (entry, settings) = figure
      facts = try entry.facts(settings)
      statements = try entry.statements(settings)
    }
  }

  var sections: [Section] = []
  var notes: [String] = []

  /// The page as a whole.
  var html: String {
    get throws {
      let shown = Set(sections.map(\.entry.id))
      let told = Set(Catalog.entries.flatMap { TutorialClaims.sections(of: $0.id) })
      let others = TutorialClaims.all.filter { !told.contains($0.section) }
      // Other claims belong to the catalog as a whole.
      let rest =
        shown.count == Catalog.entries.count
        ? "<section id=\"claims\">\n<h2><a href=\"#claims\">Other claims of the tutorial</a></h2>\n\(try Self.claims(others))\n</section>"
        : ""
      return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Figures</title>
        <style>
        \(String(decoding: PackageResources.gallery_css, as: UTF8.self))</style>
        </head>
        <body>
        <header>
        <h1>Figures</h1>
        <input id="search" type="search" placeholder="Search: KL, gain.rain, Huffman …" aria-label="Search">
        <label>Language <select id="language"><option value="zh">中文</option><option value="en">English</option><option value="both">both</option></select></label>
        <label>Theme <select id="theme"><option>light</option><option>dark</option><option>both</option></select></label>
        <label>Width <select id="width"><option value="auto">as the window</option><option value="own">own</option><option value="narrow">360 px</option><option value="both">both</option></select></label>
        <output id="count" for="search"></output>
        </header>
        <main>
        \(try sections.map(Self.html).joined(separator: "\n"))
        \(rest)
        </main>
        <dialog aria-labelledby="name">
        <div class="bar"><strong id="name"></strong>
        <button id="previous" type="button" aria-label="Previous picture">←</button>
        <button id="next" type="button" aria-label="Next picture">→</button>
        <label>Size <select id="scale"><option value="fit">fit</option><option value="1">100%</option><option value="2">200%</option><option value="4">400%</option></select></label>
        <label>Beside <select id="beside"><option value="">nothing</option></select></label>
        <button id="close" type="button">Close</button></div>
        <div class="stages"></div>
        </dialog>
        <script>
        \(String(decoding: PackageResources.gallery_js, as: UTF8.self))</script>
        </body>
        </html>

        """
    }
  }

  private static func html(_ section: Section) throws -> String {
    let id = section.entry.id
    let titles = Catalog.languages.compactMap { language in
      section.pictures.first { $0.look.language == language }?.title
    }
    let pictures = section.pictures.map { picture in
      let look = picture.look
      let (width, height) = (
        Int(picture.size.width.rounded()), Int(picture.size.height.rounded())
      )
      return """
        <figure class="picture" data-language="\(look.language.code)" data-theme="\(look.theme.rawValue)" data-width="\(look.width == nil ? "own" : "narrow")" data-name="\(XML.text("\(id), \(look.name)"))" data-command="\(XML.text(picture.command))">
        <button type="button"><img src="\(XML.text(picture.path))" width="\(width)" height="\(height)" alt="\(XML.text(picture.altText))" loading="lazy"></button>
        <figcaption>\(XML.text(look.name))</figcaption>
        </figure>
        """
    }
    let texts = Catalog.languages.compactMap { language in
      section.pictures.first { $0.look.language == language }.map {
        "<p lang=\"\(language.code)\">\(XML.text($0.altText))</p>"
      }
    }
    let claims = TutorialClaims.sections(of: id).flatMap { name in
      TutorialClaims.all.filter { $0.section == name }
    }
    return """
      <section class="figure" id="\(id)">
      <h2><a href="#\(id)">\(id)</a></h2>
      <p>\(XML.text(titles.joined(separator: " · ")))</p>
      <div class="pictures">
      \(pictures.joined(separator: "\n"))
      </div>
      <p class="command"><code>\(XML.text(section.pictures.first?.command ?? ""))</code> <button class="copy" type="button">Copy</button></p>
      \(details("Parameters", parameters(section)))
      \(details("Facts", facts(section)))
      \(details("Sentences", statements(section)))
      <details><summary>Alternative text</summary>\(texts.joined())</details>
      \(claims.isEmpty ? "" : try Self.claims(claims))
      </section>
      """
  }

  // MARK: Tables

  private static func details(_ name: String, _ table: (head: [String], rows: [[Cell]])) -> String {
    "<details><summary>\(name) (\(table.rows.count))</summary>\(html(table))</details>"
  }

  /// A cell of a table, with the class of its look.
  private struct Cell: ExpressibleByStringLiteral {
    var text: String
    var look: String

    init(_ text: String, _ look: String = "") { (self.text, self.look) = (text, look) }
    init(stringLiteral text: String) { self.init(text) }
  }

  private static func html(_ table: (head: [String], rows: [[Cell]])) -> String {
    let head = table.head.map { "<th scope=\"col\">\($0)</th>" }.joined()
    let rows = table.rows.map { row in
      let cells = row.map { cell in
        "<td\(cell.look.isEmpty ? "" : " class=\"\(cell.look)\"")>\(XML.text(cell.text))</td>"
      }
      return "<tr\(row.first?.text == "→" ? " class=\"shown\"" : "")>\(cells.joined())</tr>"
    }
    return
      "<div class=\"scroll\"><table><thead><tr>\(head)</tr></thead><tbody>\(rows.joined(separator: "\n"))</tbody></table></div>"
  }

  private static func parameters(_ section: Section) -> (head: [String], rows: [[Cell]]) {
    let numbers = section.entry.parameters.map { parameter in
      let range = parameter.range.map {
        "\($0.lowerBound.parameterText) to \($0.upperBound.parameterText)"
      }
      let count = parameter.count.map {
        $0.lowerBound == $0.upperBound
          ? "\($0.lowerBound) values" : "\($0.lowerBound) to \($0.upperBound) values"
      }
      let limits = [range, parameter.isPositive ? "above 0" : nil, count].compactMap(\.self)
      return (parameter.name, parameter.defaultText, limits.joined(separator: ", "))
    }
    let words = section.entry.words.map { ($0, "", "words; also for one language: \($0).zh") }
    let rows = (numbers + words).map { name, standard, limits in
      let value = section.settings.last { $0.name == name }?.value ?? standard
      return [Cell(name, "name"), Cell(value), Cell(standard), Cell(limits)]
    }
    return (["Name", "Value", "Default", "Limits"], rows)
  }

  private static func facts(_ section: Section) -> (head: [String], rows: [[Cell]]) {
    let rows = section.facts.map {
      [Cell($0.name, "name"), Cell($0.number, "number"), Cell($0.unit)]
    }
    return (["Name", "Number", "Unit"], rows)
  }

  private static func statements(_ section: Section) -> (head: [String], rows: [[Cell]]) {
    let (zh, en) = (
      StatementsReport.Figure(
        id: "", statements: section.statements, language: .zh, showsAll: true),
      StatementsReport.Figure(
        id: "", statements: section.statements, language: .en, showsAll: true)
    )
    let rows = zip(zh.lines, en.lines).map { zh, en in
      [
        Cell(zh.mark), Cell(zh.name, "name"), Cell(zh.condition), Cell(zh.sentence),
        Cell(en.sentence),
      ]
    }
    return (["", "Name", "Where", "中文", "English"], rows)
  }

  private static func claims(_ claims: [Claim]) throws -> String {
    let rows = try claims.map { claim in
      let check = try claim.check()
      return [
        Cell(claim.section), Cell(check.verdict.rawValue, check.verdict.rawValue),
        Cell(claim.subject), Cell(claim.printed), Cell(check.computed), Cell(claim.note),
      ]
    }
    return details(
      "Claims of the tutorial",
      (["Section", "Verdict", "About", "Printed", "Computed", "Note"], rows))
  }
}
