import BurinGeometry
import BurinScene
import BurinText
import TestSupport
import Testing

@testable import BurinSVG

@Suite("SVG for pages")
struct SVGOptionsTests {
  /// A picture with all kinds of ids: glyphs, symbols of points, a clip and a gradient.
  private func scene(text: String = "ab") throws -> Scene {
    let square = Rect(x: 0, y: 0, width: 9, height: 9)
    let layout = try FontLibrary.shared().layout(Paragraph([.text(text, TextStyle(size: 12))]))
    let points = PointsItem(
      x: [4], y: [5], symbol: .constant(.circle), diameter: .constant(3), color: .constant(.black))
    let gradient = Paint.linearGradient(
      from: .zero, to: Point(9, 9), stops: [GradientStop(0, .black), GradientStop(1, .white)])
    let group = SceneGroup(
      .mark, clip: .rect(square),
      items: layout.runs.map(SceneItem.glyphs) + [
        .points(points), .path(PathItem(.rect(square), fill: gradient)),
      ])
    return Scene(
      size: Size(20, 10), background: .white, title: "a title", altText: "what it shows",
      items: [.group(group)])
  }

  private func bytes(_ scene: Scene, _ options: SVGOptions = SVGOptions()) throws -> [UInt8] {
    try SVGRenderer(fonts: .shared(), options: options).svg(scene)
  }

  private func elements(
    _ options: SVGOptions = SVGOptions(), text: String = "ab"
  ) throws -> XMLElements {
    try #require(XMLElements(bytes(scene(text: text), options)))
  }

  private func prefixes(_ document: XMLElements) -> Set<Substring> {
    Set(document.ids.map { $0[..<($0.lastIndex(of: "-") ?? $0.startIndex)] })
  }

  @Test("All ids and references share a prefix of ten letters and digits, first a letter")
  func prefix() throws {
    let document = try elements()
    let names = Set(document.ids.map { $0.drop { $0 != "-" } })
    #expect(names == ["-title", "-desc", "-clip1", "-g1", "-g2", "-p1", "-gradient1"])
    let prefix = try #require(prefixes(document).first)
    #expect(prefixes(document).count == 1)
    #expect(prefix.wholeMatch(of: /[a-z][a-z0-9]{9}/) != nil)
    #expect(document.references == Set(document.ids))
  }

  @Test("Equal pictures have equal bytes; another text, size or background is another prefix")
  func content() throws {
    #expect(try bytes(scene()) == bytes(scene()))
    let forms = [
      try elements(), try elements(text: "ba"), try elements(SVGOptions(sizing: .responsive)),
      try elements(SVGOptions(includesBackground: false)),
    ]
    #expect(Set(forms.map(prefixes)).count == forms.count)
  }

  @Test("A digest is that of FNV-1a with MurmurHash3's finish, in base 36")
  func digest() {
    // Computed in Python from the published constants.
    #expect(SVGIDs.digest([]) == "ah05sg8whh")
    #expect(SVGIDs.digest(Array("foobar".utf8)) == "l23s8wbmjm")
  }

  @Test("Another character of control in a text is no prefix")
  func control() throws {
    var scene = try scene()
    scene.title = "a\u{1}b\u{2}"
    let document = try #require(XMLElements(try bytes(scene, SVGOptions(idPrefix: "x"))))
    #expect(document.named("title").first?.text == "ab")
  }

  @Test(
    "A prefix of one's own begins all ids, and changes nothing else",
    arguments: ["chart-1", "_", "a.b-c_d", "é", "图"])
  func ownPrefix(_ prefix: String) throws {
    let document = try elements(SVGOptions(idPrefix: prefix))
    #expect(document.ids.allSatisfy { $0.hasPrefix(prefix + "-") })
    #expect(document.references == Set(document.ids))
    let made = try #require(prefixes(try elements()).first)
    let text = String(decoding: try bytes(scene()), as: UTF8.self)
    let own = String(decoding: try bytes(scene(), SVGOptions(idPrefix: prefix)), as: UTF8.self)
    #expect(own == text.replacing("\(made)-", with: "\(prefix)-"))
  }

  @Test("Pictures whose prefixes begin alike share no id")
  func similarPrefixes() throws {
    let ids = try ["a", "a-g", "a-g1", "ag"].map {
      Set(try elements(SVGOptions(idPrefix: $0)).ids)
    }
    #expect(
      ids.reduce(into: Set<String>()) { $0.formUnion($1) }.count == ids.map(\.count).reduce(0, +))
  }

  @Test(
    "A prefix that is no XML name is refused",
    arguments: [
      "", "1a", "-a", ".a", "a b", "a:b", "a\"b", "a<b", "a#b", "a)b", "a&b", "a\u{1}", "×", "a/b",
      " a", "a\n",
    ])
  func refusedPrefix(_ prefix: String) {
    #expect(throws: SVGError.idPrefix(prefix)) { try bytes(scene(), SVGOptions(idPrefix: prefix)) }
    #expect("\(SVGError.idPrefix(prefix))".contains("“\(prefix)”"))
  }

  @Test("Sizes are pixels, points or the page's; the view box is always the picture's")
  func sizing() throws {
    func root(_ sizing: SVGSizing) throws -> [String: String] {
      let document = try elements(SVGOptions(sizing: sizing))
      #expect(document.named("text").map(\.text).joined() == "ab")
      #expect(document.named("title").count == 1 && document.named("desc").count == 1)
      return try #require(document.named("svg").first).attributes
    }
    let pixels = try root(.pixels)
    #expect(pixels["width"] == "20" && pixels["height"] == "10" && pixels["style"] == nil)
    let points = try root(.points)
    #expect(points["width"] == "20pt" && points["height"] == "10pt")
    let responsive = try root(.responsive)
    #expect(responsive["width"] == "100%" && responsive["height"] == nil)
    #expect(responsive["style"] == nil)
    let limited = try root(.responsive(maxWidth: 480.5))
    #expect(limited["width"] == "100%" && limited["style"] == "max-width:480.5px")
    for root in [pixels, points, responsive, limited] { #expect(root["viewBox"] == "0 0 20 10") }
  }

  @Test(
    "A greatest width that is not above 0 is refused", arguments: [0, -1, Double.infinity, 1e9])
  func refusedWidth(_ width: Double) {
    #expect(throws: SVGError.maxWidth(width)) {
      try bytes(scene(), SVGOptions(sizing: .responsive(maxWidth: width)))
    }
    #expect(throws: SVGError.self) {
      try bytes(scene(), SVGOptions(sizing: .responsive(maxWidth: .nan)))
    }
  }

  @Test("Without the background only its rectangle is missing")
  func background() throws {
    let (with, without) = (try elements(), try elements(SVGOptions(includesBackground: false)))
    #expect(with.named("rect").count == 1 && without.named("rect").isEmpty)
    #expect(with.all.count == without.all.count + 1)
    #expect(without.named("text").map(\.text).joined() == "ab")
    #expect(without.named("title").count == 1 && without.named("desc").count == 1)
  }
}
