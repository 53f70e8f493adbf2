import Foundation
import TestSupport
import Testing

@Suite("figures for pages")
struct PagesTests {
  @Test("The gallery has each figure's pictures, numbers, sentences and command")
  func gallery() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(
      "gallery", "04_distribution", "09_kl_calculation", "--set", "P=0.5,0.3,0.2", "--out", "page",
      in: folder)
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output == "page/index.html\n")
    let page = try folder.text("page/index.html")
    #expect(page.contains("<h2><a href=\"#09_kl_calculation\">"))
    #expect(
      page.contains("figures render 09_kl_calculation --lang en --theme dark --set P=0.5,0.3,0.2"))
    #expect(page.contains("kl.forward") && page.contains("title.waste"))
    #expect(!page.contains("http://") && !page.contains("https://"))
    let pictures = try folder.names(in: "page/pictures")
    #expect(pictures.contains("09_kl_calculation.zh.light.svg"))
    #expect(pictures.contains("04_distribution.en.dark.narrow.svg"))
    for name in pictures { #expect(page.contains("src=\"pictures/\(name)\""), "\(name)") }
  }

  @Test("WebP is written at each scale, smaller than PNG, and refused formats are told with it")
  func webp() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(
      "render", "04_distribution", "--format", "png,webp", "--scale", "1,2", "--width", "own,700",
      "--out", "out", in: folder)
    #expect(run.status == 0, "\(run.error)")
    let names = try folder.names(in: "out")
    #expect(names.count == 8 && names.contains("04_distribution.700@2x.webp"), "\(names)")
    func size(_ name: String) throws -> Int {
      try Data(contentsOf: folder.url.appendingPathComponent("out/\(name)")).count
    }
    #expect(try size("04_distribution@2x.webp") < size("04_distribution@2x.png"))
  }

  @Test("Embedded pictures of two widths have a source for each width and theme")
  func widths() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(
      "embed", "kl_penalty_curves", "--width", "360,own", "--format", "webp", in: folder)
    #expect(run.status == 0, "\(run.error)")
    let sources = run.output.split(separator: "\n").filter { $0.contains("<source") }
    #expect(sources.count == 3)
    #expect(sources.first?.contains("(max-width: 580px) and (prefers-color-scheme: dark)") == true)
    #expect(
      sources.first?.contains("kl_penalty_curves.dark.360@2x.webp 2x\" width=\"360\"") == true)
    #expect(run.output.contains("<img src=\"kl_penalty_curves.light@1x.webp\""))
    let vectors = try Program.run("embed", "04_distribution", "--format", "svg", in: folder)
    #expect(vectors.output.contains("srcset=\"04_distribution.dark.svg\""))
    let wrong = try Program.run("embed", "04_distribution", "--format", "pdf", in: folder)
    #expect(wrong.status != 0 && wrong.error.contains("png, webp or svg"))
  }

  @Test("A survey is the same for a seed, and counts its pictures")
  func survey() throws {
    let folder = try TemporaryFolder()
    func survey() throws -> BuiltProgram.Run {
      try Program.run(
        "survey", "02_surprise", "--sets", "3", "--seed", "5", "--width", "own,600", "--lang", "en",
        in: folder)
    }
    let first = try survey()
    #expect(
      first.output.contains("of 12 pictures have findings") && first.output.contains("seed 5"))
    #expect(first.output == (try survey()).output)
    let none = try Program.run("survey", "--sets", "0", in: folder)
    #expect(none.status != 0 && none.error.contains("--sets is 0"))
  }

  @Test("A change of the parameter file draws its figure again, and a mistake is told")
  func watch() throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{"09_kl_calculation": {"P": [0.6, 0.3, 0.1]}}"#, to: "post.json")
    let run = try Program.shell(
      """
      $FIGURES watch 09_kl_calculation 04_distribution --parameters post.json --out w >log 2>errors &
      until grep -q 'w/index.html' log; do sleep 0.05; done
      echo '{"09_kl_calculation": {"P": [0.5, 0.3, 0.2]}}' >post.json
      until [ "$(grep -c 09_kl log)" = 2 ]; do sleep 0.05; done
      echo '{"09_kl_calculation": {"Z": 1}}' >post.json
      until grep -q 'parameter Z' w/state.js; do sleep 0.05; done
      kill -9 $!
      cat log
      """, in: folder)
    #expect(run.status == 0, "\(run.error)")
    let lines = run.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("drew 09_kl_calculation.svg, 04_distribution.svg in") == true)
    #expect(lines.last?.hasPrefix("drew 09_kl_calculation.svg in") == true, "\(run.output)")
    #expect(try folder.names(in: "w").contains("index.html"))
  }
}
