import Foundation
import TestSupport
import Testing

@Suite("figures from picture to post")
struct DeskTests {
  @Test("Variants of one run have names that tell them apart, and are told")
  func variants() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(
      "render", "04_distribution", "--lang", "zh,en", "--theme", "light,dark,transparent",
      "--scale",
      "1,2", "--format", "png,svg", "--no-title", "--out", "out", in: folder)
    #expect(run.status == 0, "\(run.error)")
    let names = try folder.names(in: "out")
    #expect(names.count == 2 * 3 * 3)
    #expect(names.contains("04_distribution.en.dark@2x.png"))
    #expect(names.contains("04_distribution.zh.transparent.svg"))
    let told = run.output.split(separator: "\n").map { String($0.dropFirst("out/".count)) }
    #expect(Set(told) == Set(names) && told.count == names.count)
  }

  @Test("A wrong theme, scale or language is refused with the known ones")
  func wrong() throws {
    let folder = try TemporaryFolder()
    for (words, message) in [
      (["--theme", "dusk"], "the themes are light, dark, transparent"),
      (["--scale", "x"], "--scale"),
      (["--lang", "zh,fr"], "zh or en"),
      (["--format", "png,gif"], "must be one of png, svg, pdf, webp"),
    ] {
      let run = try Program.run("render", "04_distribution", words[0], words[1], in: folder)
      #expect(run.status != 0)
      #expect(run.error.contains(message), "\(run.error)")
    }
  }

  @Test(
    "Percentages, fractions and sums are numbers; figures that refuse them are left out by name")
  func settings() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(
      "render", "--set", "P=50%,1/3,1/12+1/12", "--scale", "0.5", "--out", "out", in: folder)
    #expect(run.status == 0, "\(run.error)")
    #expect(run.error.contains("05_two_distributions is left out"))
    #expect(try folder.names(in: "out").contains("09_kl_calculation.png"))
    let named = try Program.run("render", "05_two_distributions", "--set", "P=0.5,0.5", in: folder)
    #expect(named.status != 0)
  }

  @Test("A file holds parameters for all figures and for single ones; the command line comes last")
  func file() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      #"{"P": [0.5, 0.3, 0.2], "06_entropy": {"desert": "60%,30%,10%"}}"#, to: "post.json")
    func facts(_ words: String...) throws -> BuiltProgram.Run {
      try Program.shell(
        "$FIGURES facts \(words.joined(separator: " ")) --parameters post.json", in: folder)
    }
    let both = try facts("06_entropy", "09_kl_calculation")
    #expect(both.output.contains("entropy.desert              1.295 bits"))
    #expect(both.output.contains("+") == false && both.output.contains("term.sunny"))
    #expect(try facts("09_kl_calculation", "--set", "P=0.2,0.5,0.3").output.contains("0.000 bits"))
    try folder.write(#"{"06_entropi": {}}"#, to: "post.json")
    let unknown = try facts("06_entropy")
    #expect(unknown.status != 0 && unknown.error.contains("there is no figure “06_entropi”"))
    try folder.write(#"{"P": [0.5"#, to: "post.json")
    #expect(try facts("09_kl_calculation").error.contains("post.json: line 1"))
  }

  @Test("YAML, front matter and JSON that say the same give the same numbers")
  func notations() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      #"{"P": [0.5, 0.3, 0.2], "outcomes.en": ["yes", "no", "a, b"], "06_entropy": {"desert": "60%,30%,10%"}}"#,
      to: "post.json")
    let yaml = """
      # Of the second post.
      P: [0.5, 3/10, 20%]
      outcomes.en: [yes, no, "a, b"]
      06_entropy:
        desert: 60%,30%,10%

      """
    try folder.write(yaml, to: "post.yml")
    let indented = yaml.split(separator: "\n").map { "  \($0)\n" }.joined()
    try folder.write(
      "---\ntitle: A post\ndate: 2026-11-27\nfigures:\n\(indented)---\n\nP: not this\n",
      to: "post.md")
    var outputs: Set<String> = []
    for name in ["post.json", "post.yml", "post.md"] {
      for command in ["facts", "alt --lang en"] {
        let run = try Program.shell(
          "$FIGURES \(command) 06_entropy 09_kl_calculation --parameters \(name)", in: folder)
        #expect(run.status == 0, "\(name): \(run.error)")
        outputs.insert(run.output)
      }
    }
    #expect(outputs.count == 2)
    #expect(outputs.contains { $0.contains("no +0.") || $0.contains("no −0.") })
  }

  @Test("A post's file serves some of its figures too")
  func someFigures() throws {
    let folder = try TemporaryFolder()
    try folder.write("outcomes.en: [rock, folk, jazz]\n", to: "post.yml")
    let run = try Program.run(
      "render", "04_distribution", "--parameters", "post.yml", "--out", "out", in: folder)
    #expect(run.status == 0 && run.error == "", "\(run.error)")
    let typed = try Program.run(
      "render", "04_distribution", "--set", "outcomes=a,b,c", "--out", "out", in: folder)
    #expect(typed.status != 0 && typed.error.contains("none of the figures has it"))
  }

  @Test(
    "Errors in YAML name the file and the line",
    arguments: [
      ("P: [0.5, 0.3\nQ: 1\n", "post.yml: line 2: did not find expected ',' or ']'"),
      ("P: 1\nQ: 1\nP: 2\n", "post.yml: line 1: “P” stands here twice"),
      ("", "post.yml: the file is empty"),
      ("- P\n", "post.yml: the file must hold parameters by name"),
      ("Q: [0.5, 0.5, 0]\nP:\n", "post.yml, line 2: P must be a number, a text or a list of them"),
      ("P: [[1, 0], 0]\n", "post.yml, line 1: P must be a number, a text or a list of them"),
      ("09_kl:\n  P: [1, 0]\n", "post.yml, line 1: there is no figure “09_kl”"),
      ("\nPp: [1, 0]\n", "post.yml, line 2: parameter Pp: none of the figures has it"),
      (
        "09_kl_calculation:\n  Q: [0.5, 0.5, 0]\n  P: [0.5, 0.3, 0.1]\n",
        "post.yml, line 3: parameter P: "
      ),
      ("outcomes.en: [a, b]\n", "post.yml, line 1: parameter outcomes: has 2 names for 3"),
      ("P: *other\n", "post.yml: line 1: found undefined alias"),
      ("P: 1\n---\nP: 2\n", "post.yml: line 2: but found another document"),
    ])
  func mistakes(_ text: String, _ message: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "post.yml")
    let run = try Program.run(
      "render", "09_kl_calculation", "--lang", "en", "--parameters", "post.yml", "--out", "out",
      in: folder)
    #expect(run.status != 0 && run.error.contains(message), "\(run.error)")
    #expect(try folder.names() == ["post.yml"] || folder.names(in: "out").isEmpty)
  }

  @Test("A post without front matter, or without figures in it, is an error that says so")
  func noFrontMatter() throws {
    let folder = try TemporaryFolder()
    for (text, message) in [
      ("# A post\n", "post.md: line 1: the post needs front matter in YAML"),
      ("---\ntitle: A post\n---\n", "post.md: line 1: the front matter has no “figures”"),
      ("---\nfigures:\n  P: [1\n---\n", "post.md: line 4: "),
      ("---\nfigures: 3\n---\n", "post.md: the file must hold parameters by name"),
    ] {
      try folder.write(text, to: "post.md")
      let run = try Program.run("facts", "--parameters", "post.md", in: folder)
      #expect(run.status != 0 && run.error.contains(message), "\(run.error)")
    }
  }

  @Test(
    "What is typed comes before what a file says of the figure, and that before what it says of all"
  )
  func precedence() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "P: [1, 0, 0]\n09_kl_calculation:\n  P: [0.5, 0.3, 0.2]\n", to: "post.yml")
    func total(_ more: String) throws -> Bool {
      let run = try Program.shell(
        "$FIGURES facts 09_kl_calculation --parameters post.yml \(more)", in: folder)
      return run.output.contains("0.000 bits")
    }
    #expect(try total("--set Q=0.5,0.3,0.2"))
    #expect(try total("--set Q=1,0,0") == false)
    #expect(try total("--set Q=0.2,0.5,0.3 --set P=0.2,0.5,0.3"))
  }

  @Test("A post gets pictures for light and dark pages with sizes and alternative texts")
  func embed() throws {
    let folder = try TemporaryFolder()
    let html = try Program.run(
      "embed", "09_kl_calculation", "--lang", "en", "--prefix", "/images/", in: folder)
    #expect(html.output.contains("/images/09_kl_calculation.dark@2x.png 2x"))
    #expect(
      html.output.contains("prefers-color-scheme: dark") && html.output.contains("width=\"800\""))
    #expect(html.output.contains("alt=\"A table lists P, Q"))
    let files = try Program.run(
      "render", "09_kl_calculation", "--theme", "light,dark", "--scale", "1,2", "--out", "images",
      in: folder)
    #expect(files.status == 0)
    for name in try folder.names(in: "images") { #expect(html.output.contains(name), "\(name)") }
    let markdown = try Program.run("embed", "09_kl_calculation", "--markdown", in: folder)
    #expect(markdown.output.hasPrefix("![") && markdown.output.contains("0.571 bits"))
    let alt = try Program.run("alt", "09_kl_calculation", "--lang", "en", in: folder)
    #expect(alt.output.contains("Using Q in place of P wastes 0.571 bits on average"))
  }

  @Test("Statements are listed with their conditions, and those that are shown are marked")
  func statements() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(
      "statements", "09_kl_calculation", "--set", "Q=0.6,0.3,0.1", "--lang", "en", in: folder)
    #expect(run.output.contains("→ title.equal: P = Q"))
    #expect(run.output.contains("– title.waste: P ≠ Q"))
    let json = try Program.run("statements", "09_kl_calculation", "--json", "--shown", in: folder)
    #expect(json.output.contains("\"name\": \"title.waste\""))
  }
}
