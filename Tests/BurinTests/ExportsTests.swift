import Burin
import Testing

/// Compiles with `import Burin` alone, whose members are those of all modules that it exports.
@Suite("One import brings everything that a user meets")
struct ExportsTests {
  @Test("Choices of fonts and of missing characters can be named")
  func fonts() throws {
    var theme = Theme.standard
    let weight: FontWeight = .bold
    theme.fonts[.title] = Theme.Font(20, weight)
    theme.missingCharacters = MissingCharacters.replaced
    theme.families = FontFamilies(text: ["Noto Sans CJK SC"], math: "TeX Gyre Pagella Math")
    let chart = Chart { BarMark(x: .value("a", "A"), y: .value("b", 1)) }.chartTitle("\u{10FFFD}")
    let picture = try chart.render(.svg, RenderOptions(theme: theme))
    #expect(picture.diagnostics.contains { $0.message.contains("U+10FFFD") })
  }

  @Test("Every error's own type can be named")
  func errors() {
    let chart = Chart { BarMark(x: .value("a", "A"), y: .value("b", 1)) }
    func underlying(_ options: RenderOptions, _ chart: some FigureContent) -> (any Error)? {
      do throws(BurinError) {
        _ = try chart.render(.png(scale: 1), options)
        return nil
      } catch { return error.underlying }
    }
    var theme = Theme.standard
    theme.families.text = ["Nobody Sans"]
    #expect(underlying(RenderOptions(theme: theme), chart) is TextError)
    #expect(underlying(RenderOptions(), chart.chartTitle("$\\frc$")) is FormulaError)
    #expect(underlying(RenderOptions(width: 20), chart) is ChartError)
    let errors: [any Error.Type] = [
      RenderError.self, SVGError.self, PNGError.self, FileError.self, SceneTextError.self,
      ScaleError.self, LimitError.self,
    ]
    #expect(errors.count == 7)
  }
}
