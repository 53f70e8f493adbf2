import Foundation
import TestSupport
import Testing

@Suite("figures writes files and reports")
struct OutputTests {
  @Test("One job and two give the same bytes, in every format", arguments: ["png", "svg", "pdf"])
  func jobs(_ format: String) throws {
    let folder = try TemporaryFolder()
    for (jobs, out) in [("1", "one"), ("2", "two")] {
      let run = try Program.run(
        "render", "--format", format, "--scale", "1", "--jobs", jobs, "--out", out, in: folder)
      #expect(run.status == 0, "\(run.error)")
    }
    let names = try folder.names(in: "one")
    #expect(names.count == 20)
    #expect(try folder.names(in: "two") == names)
    for name in names {
      #expect(try folder.bytes("one/\(name)") == folder.bytes("two/\(name)"), "\(name)")
    }
  }

  @Test("Progress is silent where standard error is no terminal")
  func silentProgress() throws {
    let folder = try TemporaryFolder()
    let run = try Program.shell("$FIGURES render 04_distribution --out out 2>&1 | cat", in: folder)
    // Only what was written is told.
    #expect(run.output == "out/04_distribution.png\n")
  }

  @Test(
    "Progress counts the figures on a terminal and clears its line",
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: Program.terminal),
      "there is no program script to make a terminal"))
  func progress() throws {
    let folder = try TemporaryFolder()
    let run = try Program.runOnTerminal(
      "render 04_distribution 09_kl_calculation --out out", in: folder)
    #expect(run.status == 0)
    #expect(run.output.contains("[1/2]"))
    #expect(run.output.contains("[2/2]"))
    // The line is cleared before the files are told.
    #expect(run.output.contains("\r\u{1B}[Kout/04_distribution.png"))
  }

  @Test("The folder is made with those above it, and rendering twice replaces the file")
  func folders() throws {
    let folder = try TemporaryFolder()
    for settings in [[], ["--set", "sides=8"]] {
      let words = ["render", "04_distribution", "--out", "a/b/c"] + settings
      let run = try Program.shell("$FIGURES \(words.joined(separator: " "))", in: folder)
      #expect(run.status == 0, "\(run.error)")
      #expect(try folder.names(in: "a/b/c") == ["04_distribution.png"])
    }
    let first = try Program.run("render", "04_distribution", "--out", "d", in: folder)
    #expect(first.status == 0)
    #expect(
      try folder.bytes("a/b/c/04_distribution.png") != folder.bytes("d/04_distribution.png"))
  }

  @Test("The scene is written beside the figure when it is asked for")
  func scene() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run("render", "04_distribution", "--scene", "--out", "out", in: folder)
    #expect(run.status == 0, "\(run.error)")
    #expect(try folder.names(in: "out") == ["04_distribution.png", "04_distribution.scene"])
    #expect(try folder.text("out/04_distribution.scene").hasPrefix("scene "))
  }

  private func json(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("Facts as JSON have a value and a unit, and infinity is the string inf")
  func facts() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(
      "facts", "09_kl_calculation", "--json", "--set", "Q=0.7,0.3,0", in: folder)
    #expect(run.status == 0)
    let figures = try json(run.output)
    let facts = try #require(figures["09_kl_calculation"] as? [String: [String: Any]])
    #expect(facts["kl.forward"]?["value"] as? String == "inf")
    #expect(facts["kl.forward"]?["unit"] as? String == "bits")
    #expect(facts["term.cloudy"]?["value"] as? String == "inf")
    // 0.6 log₂(0.6 / 0.7): SciPy 1.17, scipy.special.rel_entr(0.6, 0.7) / ln 2.
    let sunny = try #require(facts["term.sunny"]?["value"] as? Double)
    #expect((sunny + 0.13343545280186872).magnitude < 1e-14)
  }

  @Test("Facts of all figures are one JSON object")
  func allFacts() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run("facts", "--json", in: folder)
    #expect(try json(run.output).count == 20)
  }

  @Test("Claims are told with their verdicts, and the exit status is 0")
  func claims() throws {
    let folder = try TemporaryFolder()
    let text = try Program.run("claims", in: folder)
    #expect(text.status == 0)
    #expect(text.error == "")
    let lines = text.output.split(separator: "\n")
    let desert = try #require(lines.first { $0.contains("0.64 bits") })
    #expect(desert.contains("4.2") && desert.contains("0.5412 bits") && desert.contains("differ"))

    let run = try Program.run("claims", "--json", in: folder)
    #expect(run.status == 0)
    let report = try json(run.output)
    let claims = try #require(report["claims"] as? [[String: Any]])
    #expect(
      claims.count
        == lines.count {
          $0.contains(" agree ") || $0.contains(" differ ") || $0.contains(" remark ")
        })
    let claim = try #require(claims.first { $0["printed"] as? String == "0.64 bits" })
    #expect(claim["section"] as? String == "4.2")
    #expect(claim["verdict"] as? String == "differ")
    #expect(claim["decimals"] as? Int == 2)
    #expect(claim["unit"] as? String == "bits")
    // SciPy 1.17: scipy.stats.entropy([0.9, 0.08, 0.02], base=2).
    let value = try #require(claim["value"] as? Double)
    #expect((value - 0.5411884030780175).magnitude < 1e-12)

    let differing = try json(try Program.run("claims", "--differing", "--json", in: folder).output)
    let rest = try #require(differing["claims"] as? [[String: Any]])
    #expect(rest.allSatisfy { $0["verdict"] as? String != "agree" })
    #expect(differing["agree"] as? Int == report["agree"] as? Int)
  }

  @Test("Every figure is listed with its parameters as they would be typed")
  func list() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run("list", in: folder)
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 20)
    for line in lines {
      let words = line.split(separator: " ")
      let settings = words.dropFirst().map { "--set \($0)" }.joined(separator: " ")
      let facts = try Program.shell("$FIGURES facts \(words[0]) \(settings)", in: folder)
      let plain = try Program.shell("$FIGURES facts \(words[0])", in: folder)
      #expect(facts.status == 0, "\(facts.error)")
      #expect(facts.output == plain.output, "\(line)")
    }
  }
}
