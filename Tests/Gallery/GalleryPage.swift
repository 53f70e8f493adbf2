import Burin
import ChartsGuide
import Foundation

/// The page: entries with their pictures, in two looks and two widths.
struct GalleryPage {
  /// A picture of the documentation with its code.
  struct Entry {
    var name: String
    var title: String
    /// The page that has its code.
    var page: String
    var code: String
    /// SVG by look and width; a picture without room in a narrow page has none there.
    var pictures: [(theme: String, width: String, svg: String)]
  }

  /// A picture could not be made for a page.
  struct Problem: Error, CustomStringConvertible {
    var description: String
  }

  var entries: [Entry] = []
  var notes: [String] = []

  private static let looks: [(name: String, theme: Theme)] = [
    ("light", .standard), ("dark", .dark),
  ]
  /// Points wide, as CSS pixels: beside the code, and alone on a telephone.
  private static let widths: [(name: String, width: Double, height: Double)] = [
    ("wide", 560, 350), ("narrow", 328, 260),
  ]

  init(_ items: [ChartsGuide.Item]) throws {
    let sources = try ChartsGuide.sources()
    for item in items {
      guard let code = sources[item.name] else {
        throw Problem(description: "no page has the code of \(item.name)")
      }
      var entry = Entry(
        name: item.name, title: item.title, page: item.page, code: code, pictures: [])
      for look in Self.looks {
        for form in Self.widths {
          let options = RenderOptions(
            width: form.width, height: item.hasOwnHeight ? nil : form.height, theme: look.theme)
          let format = OutputFormat.svg(
            idPrefix: "\(item.name)-\(look.name)-\(form.name)",
            sizing: .responsive(maxWidth: form.width))
          do {
            let (scene, diagnostics) = try item.scene(options)
            entry.pictures.append(
              (look.name, form.name, String(decoding: try scene.encoded(as: format), as: UTF8.self))
            )
            for note in diagnostics {
              notes.append("\(item.name), \(look.name), \(form.name): \(note)")
            }
          } catch {
            guard form.name == "narrow", BurinError(error).code == "chart.no-room" else {
              throw error
            }
            notes.append("\(item.name) is not drawn anew for narrow pages: \(error)")
          }
        }
      }
      entries.append(entry)
    }
  }

  func write(to path: String) throws {
    try html.write(toFile: path, atomically: true, encoding: .utf8)
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  private var html: String {
    let sections = entries.map { entry in
      let pictures = entry.pictures.map { picture in
        let alone = !entry.pictures.contains {
          $0.theme == picture.theme && $0.width != picture.width
        }
        let width = alone ? "any" : picture.width
        return "<div class=\"picture \(picture.theme) \(width)\">\(picture.svg)</div>"
      }
      return """
        <section id="\(entry.name)">
        <h2><a href="#\(entry.name)">\(Self.escaped(entry.title))</a></h2>
        <div class="entry">
        <div class="pictures">\(pictures.joined(separator: "\n"))
        <p class="page">\(Self.escaped(entry.page))</p></div>
        <pre tabindex="0"><code>\(Self.escaped(entry.code))</code></pre>
        </div>
        </section>
        """
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Charts of Burin, with their code</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <header>
      <h1>Charts of Burin</h1>
      <label>Search <input id="search" type="search" placeholder="bars, log, AxisMarks …"></label>
      <button id="look" type="button">Dark</button>
      <output id="count" for="search"></output>
      </header>
      <main>
      \(sections.joined(separator: "\n"))
      </main>
      <script>
      \(Self.script)
      </script>
      </body>
      </html>

      """
  }

  private static let style = """
    :root { --text: #1c2430; --quiet: #566072; --page: #ffffff; --code: #f4f6f9; --line: #e3e7ed; --link: #094b97; }
    .is-dark { --text: #e8ecf2; --quiet: #aeb8c6; --page: #14181f; --code: #1d232c; --line: #2b333f; --link: #82b7ff; }
    body { color-scheme: light; }
    body.is-dark { color-scheme: dark; }
    * { box-sizing: border-box; }
    body { margin: 0; color: var(--text); background: var(--page); font: 16px/1.5 system-ui, sans-serif; }
    header { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center;
      padding: 10px 16px; background: var(--page); border-bottom: 1px solid var(--line); }
    h1 { flex: 1 1 auto; margin: 0; font-size: 20px; }
    h2 { margin: 0 0 8px; font-size: 18px; }
    h2 a { color: inherit; text-decoration: none; }
    h2 a:hover, h2 a:focus { color: var(--link); text-decoration: underline; }
    input, button { font: inherit; color: var(--text); background: var(--code); border: 1px solid var(--quiet); border-radius: 6px; padding: 4px 10px; }
    input { width: 14em; max-width: 60vw; }
    output { flex-basis: 100%; color: var(--quiet); font-size: 14px; }
    main { max-width: 1280px; margin: 0 auto; padding: 0 16px 32px; }
    section { padding: 24px 0; border-bottom: 1px solid var(--line); scroll-margin-top: 160px; }
    .entry { display: grid; grid-template-columns: minmax(0, 560px) minmax(0, 1fr); gap: 24px; align-items: start; }
    .picture { display: none; }
    .picture svg { display: block; max-width: 100%; height: auto; }
    body:not(.is-dark) .light.wide, body:not(.is-dark) .light.any, .is-dark .dark.wide, .is-dark .dark.any { display: block; }
    .page { margin: 8px 0 0; color: var(--quiet); font-size: 14px; }
    pre { margin: 0; padding: 12px; overflow-x: auto; background: var(--code); border-radius: 6px; font: 13px/1.45 ui-monospace, monospace; }
    [hidden] { display: none; }
    @media (max-width: 760px) {
      .entry { grid-template-columns: minmax(0, 1fr); }
      body:not(.is-dark) .light.wide, .is-dark .dark.wide { display: none; }
      body:not(.is-dark) .light.narrow, .is-dark .dark.narrow { display: block; }
    }
    """

  private static let script = """
    const search = document.getElementById("search"), look = document.getElementById("look");
    const sections = [...document.querySelectorAll("section")];
    const texts = sections.map(s => ["h2", ".page", "code"].map(q => s.querySelector(q).textContent).join(" ").toLowerCase());
    function find() {
      const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
      let count = 0;
      sections.forEach((section, i) => {
        section.hidden = !words.every(word => texts[i].includes(word));
        if (!section.hidden) count += 1;
      });
      document.getElementById("count").textContent =
        words.length ? `${count} of ${sections.length} charts` : `${sections.length} charts`;
    }
    function paint(dark) {
      document.body.classList.toggle("is-dark", dark);
      look.textContent = dark ? "Light" : "Dark";
    }
    look.addEventListener("click", () => paint(!document.body.classList.contains("is-dark")));
    search.addEventListener("input", find);
    paint(location.search.includes("dark") || matchMedia("(prefers-color-scheme: dark)").matches);
    search.value = new URLSearchParams(location.search).get("q") ?? "";
    find();
    """
}
