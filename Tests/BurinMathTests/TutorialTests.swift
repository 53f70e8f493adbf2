import BurinGeometry
import BurinMath
import BurinScene
import BurinText
import Testing

@Suite("The tutorial's formulas")
struct TutorialTests {
  @Test(
    "Every formula is set, inline ones in text style and others in display style",
    arguments: [Fixture.families, .standard])
  func all(_ families: FontFamilies) throws {
    let typesetter = try FormulaTypesetter(fonts: .shared(families))
    #expect(TutorialFormulas.all.count == 106)
    for entry in TutorialFormulas.all {
      let layout = try typesetter.layout(
        entry.tex, size: 12, style: entry.isDisplay ? .display : .text, color: .black)
      guard let ink = layout.inkBounds else {
        Issue.record("nothing drawn for \(entry.tex)")
        continue
      }
      // Slanted letters lean out of their advance, an f the most; nothing else leaves the box.
      #expect(layout.bounds.contains(ink, tolerance: 2), "\(entry.section): \(entry.tex)")
    }
  }

  @Test("All visible characters of a formula can be searched")
  func text() throws {
    let layout = try Fixture.layout(
      #"D_{\mathrm{KL}}(P\,\|\,Q)=\sum_{x} P(x)\log_2\frac{P(x)}{Q(x)}"#, style: .display)
    #expect(layout.texts.joined(separator: " ") == "D KL (P‖Q)=∑ x P(x)log 2 P(x) Q(x)")
    for run in layout.runs {
      #expect(run.glyphs.allSatisfy { $0.cluster < run.text.utf8.count })
    }
  }

  @Test("Sizes scale everything alike")
  func scaling() throws {
    let small = try Fixture.layout(#"\sqrt{\frac{P(x)}{Q_i}}"#, size: 10)
    let large = try Fixture.layout(#"\sqrt{\frac{P(x)}{Q_i}}"#, size: 40)
    #expect(abs(large.width - 4 * small.width) < 1e-9)
    #expect(abs(large.ascent - 4 * small.ascent) < 1e-9)
  }
}
