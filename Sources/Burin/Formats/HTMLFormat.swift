public import BurinSVG
import BurinScene
import BurinText

extension OutputFormat {
  /// A web page with the picture, its description and its data.
  public static let html = OutputFormat.html()

  /// Returns the format of a web page, or of a part of one: the picture as vectors, its name and
  /// description, and the data of its charts in tables that a reader opens.
  ///
  /// ```swift
  /// try chart.render(.html)                        // a page of its own
  /// try chart.render(.html(isPage: false)).bytes   // a <figure> for a page
  /// ```
  ///
  /// There is no script. The picture is as wide as the page, at most as wide as its canvas.
  ///
  /// - Parameters:
  ///   - isPage: whether it is a page of its own; otherwise a `<figure>` without style.
  ///   - rowLimit: the most rows of a table; a line below it says how many are left out.
  ///   - colors: the colours of the picture; nil for ``SVGColors/adaptive`` in a page of its own,
  ///     which is light or dark as its reader prefers, and ``SVGColors/fixed`` in a part of one.
  public static func html(
    isPage: Bool = true, rowLimit: Int = 1_000, colors: SVGColors? = nil
  ) -> OutputFormat {
    OutputFormat(
      HTMLFormat(
        isPage: isPage, rowLimit: max(0, rowLimit), colors: colors ?? (isPage ? .adaptive : .fixed))
    )
  }
}

private struct HTMLFormat: SceneEncoder {
  var isPage: Bool
  var rowLimit: Int
  var colors: SVGColors

  let fileExtension = "html"
  let mediaType = "text/html; charset=utf-8"

  func encode(_ scene: Scene) throws -> [UInt8] {
    let fonts = try FontLibrary.shared(scene.fontFamilies)
    let options = SVGOptions(
      sizing: .responsive(maxWidth: scene.size.width), colors: colors)
    let picture = try SVGRenderer(fonts: fonts, options: options).svg(scene)
    let isChinese = scene.language.hasPrefix("zh")
    var figure = "<figure>\n" + String(decoding: picture, as: UTF8.self)
    if !scene.altText.isEmpty {
      figure += "<figcaption>\(XML.text(scene.altText))</figcaption>\n"
    }
    for chart in scene.charts.all where !chart.table.columns.isEmpty {
      let name = chart.title.isEmpty ? "" : (isChinese ? "：" : ": ") + chart.title
      figure +=
        "<details>\n<summary>\(XML.text((isChinese ? "数据" : "Data") + name))</summary>\n"
      figure += table(chart.table, isChinese: isChinese) + "</details>\n"
    }
    figure += formulas(scene.items, isChinese: isChinese)
    figure += "</figure>\n"
    return Array((isPage ? page(figure, scene) : figure).utf8)
  }

  /// Returns the picture's formulas in words and, for readers that explore them, as MathML.
  private func formulas(_ items: [SceneItem], isChinese: Bool) -> String {
    var seen: Set<String> = []
    var list = ""
    items.walk { visit in
      guard case .group(let group) = visit.item else { return .inward }
      if group.label == "" { return .past }
      // A letter alone is read in its place.
      guard group.role == .formula, let words = group.dataLabel else { return .inward }
      guard seen.insert(group.name).inserted else { return .past }
      list += "<dt>\(XML.text(words))</dt>\n"
      if let mathML = group.mathML { list += "<dd>\(mathML)</dd>\n" }
      return .past
    }
    guard !list.isEmpty else { return "" }
    return """
      <details>
      <summary>\(isChinese ? "公式" : "Formulas")</summary>
      <dl>
      \(list)</dl>
      </details>

      """
  }

  private func table(_ table: DataTable, isChinese: Bool) -> String {
    var text = "<div><table>\n<thead><tr>"
    for name in table.columns { text += "<th scope=\"col\">\(XML.text(name))</th>" }
    text += "</tr></thead>\n<tbody>\n"
    for row in table.rows.prefix(rowLimit) {
      text += "<tr>"
      for value in row {
        if case .number = value {
          text += "<td class=\"number\">\(value.text)</td>"
        } else {
          text += "<td>\(XML.text(value.text))</td>"
        }
      }
      text += "</tr>\n"
    }
    text += "</tbody>\n</table></div>\n"
    let rest = table.rows.count - rowLimit
    if rest > 0 {
      let words = rest == 1 ? "1 more row is not listed." : "\(rest) more rows are not listed."
      text += "<p>\(isChinese ? "另有 \(rest) 行未列出。" : words)</p>\n"
    }
    return text
  }

  private func page(_ figure: String, _ scene: Scene) -> String {
    let language = scene.language.isEmpty ? "" : " lang=\"\(XML.text(scene.language))\""
    return """
      <!DOCTYPE html>
      <html\(language)>
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(XML.text(scene.title.isEmpty ? scene.altText : scene.title))</title>
      <style>
      :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
      body { margin: 0 auto; max-width: \(Int(scene.size.width.rounded(.up)))px; padding: 1rem }
      figure { margin: 0 }
      figcaption, details { margin-top: 1rem }
      div { overflow-x: auto }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums }
      th, td { padding: 0.25rem 0.75rem; text-align: start; border-bottom: 1px solid #8888 }
      td.number { text-align: end }
      </style>
      </head>
      <body>
      \(figure)</body>
      </html>

      """
  }
}
