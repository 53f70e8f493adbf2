import BurinGeometry
import BurinGolden
import BurinRaster
import BurinScene
import Testing

/// What the page does in a browser is tried by `Benchmarks/compare/check_report.py`.
@Suite("The report's page")
struct ReportPageTests {
  private let white = RGBColor(red: 255, green: 255, blue: 255)

  private func entry(name: String = "plot.png", axis: String = "x") throws -> ReportPage.Entry {
    let expected = try #require(Bitmap(width: 30, height: 20, fill: white))
    var actual = expected
    actual[10, 10] = RGBColor(red: 0, green: 0, blue: 0)
    func scene(_ color: RGBColor) -> Scene {
      let square = SceneItem.fill(.rect(Rect(x: 8, y: 8, width: 4, height: 4)), color)
      return Scene(size: Size(30, 20), items: [.group(SceneGroup(.axis, axis, items: [square]))])
    }
    let verdict = Verdict(
      expected: Rendition(expected, scene: scene(.white)),
      actual: Rendition(actual, scene: scene(.black)))
    let png = try PNGEncoder().encode(expected)
    let picture = ReportPage.Picture(png: png, size: PixelSize(expected))
    return ReportPage.Entry(
      name: name, status: "different", isFine: false, verdict: verdict, expected: picture,
      actual: picture, marks: picture)
  }

  @Test("A page names the pair, the verdict, the regions and the scene's changes")
  func content() throws {
    let html = ReportPage(
      title: "Goldens", summary: "1 different", notes: ["tolerance: none"], entries: [try entry()]
    ).html
    for text in [
      "<!doctype html>", "<h1>Goldens</h1>", "1 different", "tolerance: none", "plot.png",
      "1 region", "data-box=\"10 10 1 1\"", "The scene differs in 1 place", "#ffffff", "#000000",
      "pixels must be equal",
      "data-width=\"30\" data-height=\"20\"",
    ] {
      #expect(html.contains(text), "\(text)")
    }
    #expect(html.split(separator: "data:image/png;base64,iVBORw0KGgo").count == 4)
  }

  @Test("Nothing in a name, a text or a problem becomes markup")
  func escaping() throws {
    let attack = "</h2><script>alert('1')</script>\"&\u{0}\u{1B}"
    var entries = [try entry(name: attack, axis: attack)]
    entries.append(
      ReportPage.Entry(name: attack, status: attack, isFine: false, problem: attack))
    entries.append(ReportPage.Entry(name: attack, status: "same", isFine: true))
    let html = ReportPage(title: attack, summary: attack, notes: [attack], entries: entries).html
    #expect(!html.contains("<script>"))
    #expect(!html.contains("alert('1')"))
    #expect(!html.contains("\u{0}"))
    #expect(!html.contains("\u{1B}"))
    #expect(html.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;\u{FFFD}"))
    // The page's one script and one style sheet.
    #expect(html.split(separator: "<script").count == 2)
    #expect(html.split(separator: "<style").count == 2)
  }

  @Test("The page loads nothing, and says so to the browser")
  func selfContained() throws {
    let html = ReportPage(title: "x", entries: [try entry()]).html
    #expect(html.contains("default-src 'none'; img-src data:;"))
    for word in ["http:", "https:", "@import", "url(", "src=\"/", "href=\"/"] {
      #expect(!html.contains(word), "\(word)")
    }
  }

  @Test("The same comparison gives the same page")
  func repeatable() throws {
    let page = ReportPage(title: "x", entries: [try entry()])
    #expect(page.html == page.html)
  }

  @Test("A page without entries is a page")
  func empty() {
    let html = ReportPage(title: "Nothing").html
    #expect(html.contains("<h1>Nothing</h1>"))
    #expect(html.hasSuffix("</html>\n"))
  }
}

@Suite("Text for pages")
struct MarkupTests {
  @Test("Base64 gives the examples of RFC 4648, section 10")
  func base64() {
    let examples = [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ]
    for (plain, coded) in examples { #expect(Base64.text(Array(plain.utf8)) == coded) }
    #expect(Base64.text([0xFB, 0xFF, 0xBF]) == "+/+/")
  }

  @Test("Markup keeps text and replaces what XML 1.0 forbids")
  func markup() {
    #expect(Markup.escaped("晴 < 雨 & \"q\"\n") == "晴 &lt; 雨 &amp; &quot;q&quot;\n")
    #expect(Markup.escaped("a\u{0}b\u{B}c\u{FFFE}d\re") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e")
  }
}
