import BurinRaster
import BurinScene

/// A page that shows what comparing pictures found: one HTML file that needs no other.
///
/// ```swift
/// var page = ReportPage(title: "Goldens")
/// page.entries = [.init(name: "sales", status: "different", verdict: verdict, …)]
/// try AtomicFile.write(Array(page.html.utf8), to: "report.html")
/// ```
///
/// It shows the pictures side by side, by a swipe, in turns, by their amplified difference and
/// with every differing pixel marked, goes through the regions, and can be used by keyboard. It
/// works from `file://`, on narrow screens and without scripts, and loads nothing.
public struct ReportPage: Sendable {
  /// A pair of pictures.
  public struct Entry: Sendable {
    /// What both pictures are called.
    public var name: String
    /// How the pair stands, in a word or two, such as `different`.
    public var status: String
    /// Whether there is nothing to look at.
    public var isFine: Bool
    /// Whether there is something to look at that the rule let pass.
    public var showsTolerated = false
    /// Why there is no verdict, in a line; empty where there is one.
    public var problem: String
    /// What comparing found.
    public var verdict: Verdict?
    /// The golden, where there is something to see.
    public var expected: Picture?
    /// The fresh picture, where there is something to see.
    public var actual: Picture?
    /// The golden, faded, with the differing pixels marked.
    public var marks: Picture?

    /// Makes an entry.
    public init(
      name: String, status: String, isFine: Bool, problem: String = "", verdict: Verdict? = nil,
      expected: Picture? = nil, actual: Picture? = nil, marks: Picture? = nil
    ) {
      self.name = name
      self.status = status
      self.isFine = isFine
      self.problem = problem
      self.verdict = verdict
      self.expected = expected
      self.actual = actual
      self.marks = marks
    }
  }

  /// A picture as a PNG file.
  public struct Picture: Sendable {
    /// The file.
    public var png: [UInt8]
    /// The picture's size.
    public var size: PixelSize

    /// Makes a picture.
    public init(png: [UInt8], size: PixelSize) {
      self.png = png
      self.size = size
    }
  }

  /// The heading.
  public var title: String
  /// What came out, in a line.
  public var summary: String
  /// Further lines, such as what a tolerance hides.
  public var notes: [String]
  /// The pairs, in the order in which they are listed.
  public var entries: [Entry]

  /// Makes a page.
  public init(
    title: String, summary: String = "", notes: [String] = [], entries: [Entry] = []
  ) {
    self.title = title
    self.summary = summary
    self.notes = notes
    self.entries = entries
  }
}

extension ReportPage.Entry {
  /// Whether the pair has a section of its own.
  fileprivate var isShown: Bool { !isFine || showsTolerated }
}

extension ReportPage {
  /// The page's text.
  ///
  /// All that comes from pictures is escaped, and the page's own policy forbids loading anything.
  public var html: String {
    var html = HTMLText()
    html.line("<!doctype html>")
    html.line("<html lang=\"en\">")
    html.line("<head>")
    html.line("<meta charset=\"utf-8\">")
    html.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    html.line(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
        + "style-src 'nonce-burin'; script-src 'nonce-burin'; base-uri 'none'; form-action 'none'\">"
    )
    html.line("<meta name=\"color-scheme\" content=\"light dark\">")
    html.line("<title>\(Markup.escaped(title))</title>")
    html.line("<style nonce=\"burin\">\n\(Self.text(PackageResources.report_css))</style>")
    html.line("</head>")
    html.line("<body>")
    header(&html)
    html.line("<main>")
    for (index, entry) in entries.enumerated() where entry.isShown {
      section(&html, entry, index: index)
    }
    fineEntries(&html)
    html.line("</main>")
    html.line(Self.help)
    html.line("<script nonce=\"burin\">\n\(Self.text(PackageResources.report_js))</script>")
    html.line("</body>")
    html.line("</html>")
    return html.text
  }

  /// A file that is built into the program.
  private static func text(_ resource: [UInt8]) -> String {
    String(decoding: resource, as: UTF8.self)
  }

  private func header(_ html: inout HTMLText) {
    html.line("<header class=\"top\">")
    html.element("h1", title)
    if !summary.isEmpty { html.element("p", summary, class: "summary") }
    for note in notes { html.element("p", note, class: "note") }
    let problems = entries.enumerated().filter { $0.element.isShown }
    if problems.count > 1 {
      html.line("<nav aria-label=\"Pictures\"><ul>")
      for (index, entry) in problems {
        html.line(
          "<li><a href=\"#pair-\(index)\">\(Markup.escaped(entry.name))</a> "
            + "<span class=\"status\">\(Markup.escaped(entry.status))</span></li>")
      }
      html.line("</ul></nav>")
    }
    html.line("</header>")
  }

  private func fineEntries(_ html: inout HTMLText) {
    let fine = entries.filter { !$0.isShown }
    guard !fine.isEmpty else { return }
    html.line("<details class=\"fine\"><summary>\(fine.count) without a difference</summary><ul>")
    for entry in fine {
      let remark = entry.verdict.map { $0.pixels == nil ? "" : ": \($0)" } ?? ""
      html.element("li", entry.name + remark)
    }
    html.line("</ul></details>")
  }

  private func section(_ html: inout HTMLText, _ entry: Entry, index: Int) {
    html.line("<section class=\"pair\" id=\"pair-\(index)\" aria-labelledby=\"name-\(index)\">")
    html.line(
      "<h2 id=\"name-\(index)\">\(Markup.escaped(entry.name)) "
        + "<span class=\"status\">\(Markup.escaped(entry.status))</span></h2>")
    if !entry.problem.isEmpty { html.element("p", entry.problem, class: "problem") }
    if let verdict = entry.verdict {
      html.element("p", verdict.description, class: "verdict")
      html.element("p", "Rule: \(verdict.why).", class: "note")
      if let hidden = verdict.hiddenNote { html.element("p", hidden, class: "note") }
      for note in verdict.notes { html.element("p", note, class: "note") }
    }
    viewer(&html, entry)
    if let verdict = entry.verdict {
      html.line("<div class=\"findings\">")
      if let scene = verdict.scene, !scene.isEmpty { changes(&html, scene) }
      if !verdict.regions.isEmpty { regions(&html, verdict) }
      html.line("</div>")
    }
    html.line("</section>")
  }

  private func viewer(_ html: inout HTMLText, _ entry: Entry) {
    let panes = [
      ("expected", "Expected", entry.expected), ("actual", "Actual", entry.actual),
      ("marks", "Marked", entry.marks),
    ].compactMap { kind, name, picture in picture.map { (kind, name, $0) } }
    guard !panes.isEmpty else { return }
    let width = panes.map(\.2.size.width).max() ?? 0
    let height = panes.map(\.2.size.height).max() ?? 0
    html.line(
      "<div class=\"viewer\" data-width=\"\(width)\" data-height=\"\(height)\" data-mode=\"side\">")
    html.line("<div class=\"stage\">")
    for (kind, name, picture) in panes {
      html.line(
        "<figure class=\"pane \(kind)\"><div class=\"window\"><div class=\"layer\">"
          + "<img width=\"\(picture.size.width)\" height=\"\(picture.size.height)\" "
          + "alt=\"\(name)\" src=\"data:image/png;base64,\(Base64.text(picture.png))\">"
          + "</div></div><figcaption>\(name) <span>\(picture.size)</span></figcaption></figure>")
    }
    html.line("</div></div>")
  }

  private func regions(_ html: inout HTMLText, _ verdict: Verdict) {
    html.line("<div class=\"regions\">")
    html.element("h3", verdict.regions.count == 1 ? "1 region" : "\(verdict.regions.count) regions")
    html.line("<ol>")
    for region in verdict.regions {
      let box = region.bounds
      let subject = region.nodes.first ?? "\(box)"
      let details = [
        region.nodes.isEmpty ? nil : "\(box)",
        "\(Count(region.pixelCount, "pixel")), by at most \(region.largestChannelDifference) of 255",
        region.failingCount == 0
          ? "within the rule"
          : region.failingCount < region.pixelCount
            ? "\(region.failingCount) beyond the rule" : nil,
      ].compactMap { $0 }
      html.line(
        "<li class=\"\(region.failingCount == 0 ? "tolerated" : "failing")\">"
          + "<button type=\"button\" data-box=\"\(box.x) \(box.y) \(box.width) \(box.height)\">"
          + "<b>\(Markup.escaped(subject))</b> <i>\(Markup.escaped(region.change.description))</i> "
          + "<small>\(Markup.escaped(details.joined(separator: "; ")))</small></button></li>")
    }
    html.line("</ol></div>")
  }

  private func changes(_ html: inout HTMLText, _ scene: SceneDifference) {
    html.line("<div class=\"changes\">")
    html.element("h3", "The scene differs in \(Count(scene.changes.count, "place"))")
    html.line("<div class=\"rows\"><table><thead><tr><th>Node</th><th>Change</th>")
    html.line("<th>Expected</th><th>Actual</th></tr></thead><tbody>")
    for change in scene.byWeight {
      html.line(
        "<tr><td>\(Markup.escaped(change.node))</td><td>\(change.kind.rawValue)</td>"
          + "<td><del>\(Markup.escaped(change.before))</del></td>"
          + "<td><ins>\(Markup.escaped(change.after))</ins></td></tr>")
    }
    html.line("</tbody></table></div></div>")
  }

  /// What the keys do.
  private static let help = """
    <dialog id="help" aria-label="Keys"><h2>Keys</h2><dl>
    <dt>1 … 5</dt><dd>side by side, swipe, in turns, amplified difference, marks</dd>
    <dt>n, p</dt><dd>next and previous region</dd>
    <dt>j, k</dt><dd>next and previous picture</dd>
    <dt>+, −, 0</dt><dd>nearer, farther, the whole picture</dd>
    <dt>← →</dt><dd>move the swipe, or change the amplification</dd>
    <dt>b</dt><dd>show or hide the boxes around regions</dd>
    <dt>Space</dt><dd>in turns: the other picture, and hold it</dd>
    <dt>?</dt><dd>this help</dd>
    </dl><form method="dialog"><button>Close</button></form></dialog>
    """
}

/// HTML that grows line by line.
private struct HTMLText {
  var text = ""

  mutating func line(_ html: String) {
    text += html
    text += "\n"
  }

  /// An element that holds a text.
  mutating func element(_ name: String, _ content: String, class style: String? = nil) {
    let attribute = style.map { " class=\"\($0)\"" } ?? ""
    line("<\(name)\(attribute)>\(Markup.escaped(content))</\(name)>")
  }
}
