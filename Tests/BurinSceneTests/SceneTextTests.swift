import BurinGeometry
import BurinScene
import TestSupport
import Testing

@Suite("The text form of scenes, read back")
struct SceneTextTests {
  /// A scene that uses every word of the text form.
  private var everything: Scene {
    var path = Path()
    path.move(to: Point(0, 0.5))
    path.line(to: Point(-3.25, 1e13))
    path.cubic(Point(1, 2), Point(3, 4), to: Point(5.001, 6))
    path.close()
    let gradient = Paint.linearGradient(
      from: Point(0, 0), to: Point(10, 0),
      stops: [
        GradientStop(0, .black), GradientStop(0.5, RGBColor(red: 1, green: 2, blue: 3, alpha: 4)),
      ])
    let radial = Paint.radialGradient(
      center: Point(5, 2.5), radii: Size(4, 1.125),
      stops: [GradientStop(0, .black), GradientStop(1, .clear)])
    let run = GlyphRun(
      font: FontID("Test-Regular"), size: 12.5, color: RGBColor(hex: 0x1F6FB2),
      text: "a\"b\\c\n\u{9}é文",
      glyphs: [
        Glyph(id: 17, position: Point(10, 20), cluster: 0),
        Glyph(id: 4_294_967_295, position: Point(16.5, 17.875), cluster: 0),
      ], inkBounds: nil, advance: 13.25)
    var nameless = run
    nameless.font = FontID("Odd \"Name\"")
    nameless.glyphs = []
    nameless.text = ""
    return Scene(
      size: Size(800, 450.5), background: .clear, title: "KL \u{2028} 散度", altText: "",
      language: "zh-Hans",
      items: [
        .group(
          SceneGroup(
            .axis, "x", transform: AffineTransform(a: 0, b: -1, c: 1, d: 0, tx: 3.5, ty: -4),
            clip: .rect(Rect(x: 0, y: 0, width: 5, height: 5)), opacity: 0.25,
            items: [
              .group(SceneGroup(.text, "transform", items: [.glyphs(run)])),
              .group(SceneGroup(.title, items: [])),
              .glyphs(nameless),
            ])),
        .path(PathItem(path, fill: gradient, stroke: Stroke(gradient, width: 1.5, cap: .round))),
        .path(PathItem(path, fill: radial, stroke: Stroke(radial, width: 2))),
        .path(PathItem(Path(), fill: .color(.white))),
        .path(PathItem(path)),
        .stroke(path, Stroke(.black, cap: .square, join: .round, dash: [4, 3.5])),
        .stroke(path, Stroke(.black, join: .bevel)),
        .group(SceneGroup(.plot, clip: Path(), items: [])),
        .image(
          ImageItem(
            rect: Rect(x: 1, y: 2, width: 3, height: 4), columns: 2, rows: 1,
            cells: [.black, .clear])),
        .image(
          ImageItem(
            rect: Rect(x: 1, y: 2, width: 3, height: 4), columns: 0, rows: 0, cells: [])),
      ])
  }

  @Test("Font families are written where they are not the standard ones, and read back")
  func fontFamilies() throws {
    var scene = everything
    #expect(!scene.text.contains("fonts"))
    scene.fontFamilies = FontFamilies(
      text: ["A \"B\"", "math"], math: "C", fallbacks: ["D", "fallbacks"])
    #expect(
      scene.text.contains(
        "\nfonts \"A \\\"B\\\"\" \"math\" math \"C\" fallbacks \"D\" \"fallbacks\"\n"))
    #expect(try Scene(text: scene.text) == scene)
    scene.fontFamilies.text = []
    #expect(try Scene(text: scene.text) == scene)
  }

  @Test("Every word of the text form is read back as it was")
  func roundTrip() throws {
    let scene = try Scene(text: everything.text)
    #expect(scene.text == everything.text)
    #expect(scene == everything)
  }

  @Test("A scene without a language or content is read back")
  func empty() throws {
    let scene = Scene(size: Size(1, 1), items: [])
    #expect(try Scene(text: scene.text) == scene)
  }

  @Test("Places that are no numbers are kept, so that a check can tell them")
  func notFinite() throws {
    let scene = Scene(
      size: Size(1, 1),
      items: [
        .stroke(
          .polyline([Point(.nan, .infinity), Point(-.infinity, 1e300)]), Stroke(.black))
      ])
    #expect(try Scene(text: scene.text).text == scene.text)
  }

  @Test("A run at a place without end keeps it, and its glyphs stand there")
  func endlessRun() throws {
    for place in [Point(.infinity, 20), Point(10, -.infinity)] {
      let run = GlyphRun(
        font: FontID("Test-Regular"), size: 12, color: .black, text: "ab",
        glyphs: [
          Glyph(id: 1, position: place, cluster: 0), Glyph(id: 2, position: place, cluster: 0),
        ], inkBounds: nil,
        advance: 13)
      let text = Scene(size: Size(9, 9), items: [.glyphs(run)]).text
      #expect(text.contains(" glyphs 1@0 2@0\n"))
      #expect(try Scene(text: text).text == text)
    }
  }

  @Test("A line end of two characters in a text does not end its line")
  func carriageReturn() throws {
    let scene = Scene(size: Size(1, 1), title: "a\r\nb", items: [])
    #expect(scene.text.contains(#"title "a\u{d}\nb""#))
    #expect(try Scene(text: scene.text) == scene)
  }

  @Test("The last line may lack its line end")
  func lastLine() throws {
    #expect(try Scene(text: String(everything.text.dropLast())) == everything)
  }

  private static let head = "scene 10×10 #ffffff\ntitle \"\"\nalt \"\"\n"

  @Test(
    "What is malformed is told with its line and column",
    arguments: [
      ("", "line 1, column 1: the text ends; a line that begins with “scene” is needed"),
      ("picture", "line 1, column 1: “scene” is needed"),
      ("scene 10x10 #ffffff", "line 1, column 7: a size such as 800×450 is needed"),
      (
        "scene 10×ten #ffffff",
        "line 1, column 7: “ten” is not a number; a size such as 800×450 is needed"
      ),
      ("scene 10×10 white", "line 1, column 14: a colour such as #1f6fb2 or #1f6fb280 is needed"),
      ("scene 10×10 #ffffff en more", "line 1, column 25: the line should end here"),
      (
        "scene 10×10 #ffffff",
        "line 2, column 1: the text ends; a line that begins with “title” is needed"
      ),
      (
        "scene 10×10 #ffffff\ntitle \"",
        "line 2, column 8: the text lacks its closing quotation mark"
      ),
      (
        "scene 10×10 #ffffff\ntitle \"\\",
        "line 2, column 9: the text lacks its closing quotation mark"
      ),
      ("scene 10×10 #ffffff\ntitle KL", "line 2, column 7: a text in quotation marks is needed"),
      (
        #"scene 10×10 #ffffff\#ntitle "\x""#,
        #"line 2, column 9: only \", \\, \n and \u{…} are escapes"#
      ),
      (
        #"scene 10×10 #ffffff\#ntitle "\u{d800}""#,
        #"line 2, column 10: \u needs the number of a character, as in \u{9}"#
      ),
      (
        #"scene 10×10 #ffffff\#ntitle "\u{"#,
        #"line 2, column 10: \u needs the number of a character, as in \u{9}"#
      ),
      (
        head + "circle",
        "line 4, column 1: “circle” is neither a role nor path, run, image, points, rects or sectors"
      ),
      (head + "  axis", "line 4, column 1: the line is indented by 2 spaces; here 0 are needed"),
      (
        head + "axis\n   tick",
        "line 5, column 1: the line is indented by 3 spaces; here 2 are needed"
      ),
      (head + "\n", "line 4, column 1: the line ends; a word is needed"),
      (head + "axis ", "line 4, column 5: a space and a word, or the end of the line, is needed"),
      (head + "axis  \"x\"", "line 4, column 6: the line should end here"),
      (
        head + "axis \"x\" transform 1,0,0,1,0",
        "line 4, column 20: a transform has six numbers a,b,c,d,tx,ty"
      ),
      (head + "axis opacity 0x1", "line 4, column 14: “0x1” is not a number; a number is needed"),
      (
        head + "axis \"x\"\"y\"",
        "line 4, column 9: a space and a word, or the end of the line, is needed"
      ),
      (head + "path M1,2 L3", "line 4, column 11: a point such as 10,20 is needed"),
      (head + "path M1,2,3", "line 4, column 6: a point such as 10,20 is needed"),
      (
        head + "path M1,2 C1,2 3,4",
        "line 4, column 19: the line ends; a point such as 10,20 is needed"
      ),
      (head + "path M1,2 Q3,4", "line 4, column 11: the line should end here"),
      (
        head + "path M1,2 fill",
        "line 4, column 15: the line ends; a colour such as #1f6fb2 is needed"
      ),
      (
        head + "path M1,2 fill #12345",
        "line 4, column 16: a colour such as #1f6fb2 or #1f6fb280 is needed"
      ),
      (
        head + "path M1,2 fill #12345G",
        "line 4, column 16: a colour such as #1f6fb2 or #1f6fb280 is needed"
      ),
      (
        head + "path M1,2 stroke #000000",
        "line 4, column 25: the line ends; a line width is needed"
      ),
      (
        head + "path M1,2 stroke #000000 1 cap flat",
        "line 4, column 36: a cap is butt, round or square"
      ),
      (
        head + "path M1,2 stroke #000000 1 dash 4,",
        "line 4, column 33: “” is not a number; lengths such as 4,3 is needed"
      ),
      (
        head + "run \"a\" F 12 #000000 at 1,2 advance 6 glyphs 1",
        "line 4, column 46: a glyph such as 17@6.7 is needed"
      ),
      (
        head + "run \"a\" F 12 #000000 at 1,2 advance 6 glyphs -1@0",
        "line 4, column 46: a glyph such as 17@6.7 is needed"
      ),
      (
        head + "run \"a\" F 12 #000000 at 1,2 advance 6 glyphs 4294967296@0",
        "line 4, column 46: a glyph such as 17@6.7 is needed"
      ),
      (
        head + "run \"a\" F 12 #000000 at 1,2 advance 6 glyphs 1@0/1/2",
        "line 4, column 46: a glyph such as 17@6.7 is needed"
      ),
      (head + "run \"a\" F 12 #000000", "line 4, column 21: “at” is needed"),
      (
        head + "image 1.5×1 at 0,0 size 1×1 cells",
        "line 4, column 7: columns and rows are whole numbers"
      ),
    ])
  func malformed(text: String, message: String) {
    let error = #expect(throws: SceneTextError.self) { try Scene(text: text) }
    #expect(error?.description == "scene text, " + message)
  }

  @Test("Groups nested too deep are an error")
  func depth() {
    let deep = (0...300).map { String(repeating: "  ", count: $0) + "axis" }
    let error = #expect(throws: SceneTextError.self) {
      try Scene(text: Self.head + deep.joined(separator: "\n"))
    }
    #expect(error?.reason == "groups are nested more than 200 deep")
  }

  @Test("Damaged texts give an error or a scene, never a crash")
  func damage() {
    let bytes = Array(everything.text.utf8)
    let pieces = Array(" \n\"\\,:@#/×MLCZ0-9.e+nu{}".utf8)
    var generator = SplitMix64(seed: 1)
    for _ in 0..<3000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<damaged.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: damaged.remove(at: place)
        case 1: damaged.insert(pieces.randomElement(using: &generator) ?? 0, at: place)
        case 2: damaged[place] = pieces.randomElement(using: &generator) ?? 0
        default: damaged.removeSubrange(place..<min(damaged.count, place + 20))
        }
      }
      guard let scene = try? Scene(text: String(decoding: damaged, as: UTF8.self)) else { continue }
      // What is read can be written and read again.
      #expect((try? Scene(text: scene.text))?.text == scene.text)
    }
  }
}
