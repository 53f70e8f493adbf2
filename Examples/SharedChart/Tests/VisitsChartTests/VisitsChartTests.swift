import Testing
import VisitsChart

#if !canImport(Charts)
  import Burin

  @Suite("The chart of visits, drawn by Burin")
  struct VisitsChartTests {
    private let options = RenderOptions(
      width: 480, height: 300, altText: "Visits of a week by source.")

    @Test("It has two bars for each day, a rule, and names of days in their order")
    func scene() throws {
      let picture = try VisitsChart(.example, goal: 400).render(.png(scale: 2), options)
      #expect(picture.diagnostics.isEmpty)
      let trails = picture.scene.leaves.map(\.trail)
      func marks(_ name: String) -> Int {
        Set(trails.flatMap { $0.filter { $0.hasPrefix("mark \(name) ") } }).count
      }
      #expect(marks("bar") == 14)
      #expect(marks("rule") == 1)

      let texts = picture.scene.leaves.compactMap { leaf in
        if case .glyphs(let run) = leaf.item { run.text } else { nil }
      }
      let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
      #expect(texts.filter { days.contains($0) } == days)
      for text in ["Search", "Links", "Goal"] { #expect(texts.contains(text)) }
    }

    @Test("Nothing in it overlaps, is cut off or too small")
    func lint() throws {
      #expect(try VisitsChart(.example, goal: 400).lint(LintRule.chart, options).isEmpty)
    }
  }
#endif
