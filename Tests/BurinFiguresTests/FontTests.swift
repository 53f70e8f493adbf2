import BurinFigures
import Testing

/// A figure with a word to be set in a font.
private struct Greeting: Figure {
  static let id = "greeting"

  func compute() {}
  func facts(_: Void) -> Facts { [] }
  func title(_: Void, _ language: Language) -> Text { "Hello" }
  func altText(_: Void, _ language: Language) -> String { "Hello." }
  func body(_: Void, _ language: Language) throws -> [AnyContent] { Text("Hello $x$") }
}

@Suite("A scene carries its fonts")
struct FontTests {
  /// A theme whose text and formulas are both in a mathematical font, which the tests need anyway.
  private var theme: Theme {
    var theme = Theme.standard
    theme.families = FontFamilies(text: ["Latin Modern Math"], math: "Latin Modern Math")
    return theme
  }

  @Test(
    "A figure in other fonts is written without naming them again",
    arguments: ["png", "svg", "pdf"])
  func figure(_ name: String) throws {
    let format = try #require(OutputFormat.all().first { $0.fileExtension == name })
    let rendering = try Greeting().rendering(theme: theme)
    #expect(rendering.scene.fontFamilies == theme.families)
    #expect(try !rendering.encoded(as: format).isEmpty)
  }

  @Test("A scene read back from its text is drawn in its fonts")
  func text() throws {
    let scene = try Greeting().rendering(theme: theme).scene
    let read = try Scene(text: scene.text)
    #expect(try read.bitmap(scale: 1).isOpaque)
  }

  @Test("A formula alone carries its fonts too")
  func formula() throws {
    #expect(try !Formula("x^2").scene(theme: theme).encoded(as: .svg).isEmpty)
  }
}
