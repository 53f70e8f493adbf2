import TestSupport
import Testing

@Suite("figures explain and lint")
struct ExplainTests {
  @Test("The places of a label are listed with what decided")
  func explain() throws {
    let folder = try TemporaryFolder()
    let run = try Program.shell("$FIGURES explain jensen_inequality 0.464", in: folder)
    #expect(run.status == 0, "\(run.error)")
    let lines = run.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("label “M′ = 0.347") == true)
    #expect(lines.count { $0.hasPrefix("→ ") } == 1)
    #expect(lines.last?.hasPrefix("decided: ") == true)
    let all = try Program.shell("$FIGURES explain jensen_inequality 0.464 --all", in: folder)
    #expect(all.output.count > run.output.count)
  }

  @Test("A changed parameter changes the label that is explained")
  func settings() throws {
    let folder = try TemporaryFolder()
    let run = try Program.shell(
      "$FIGURES explain jensen_inequality M --lang en --set x2=8", in: folder)
    #expect(run.status == 0, "\(run.error)")
    #expect(!run.output.contains("0.811"))
  }

  @Test("A label that is not there is one line that lists those that are")
  func unknown() throws {
    let folder = try TemporaryFolder()
    let run = try Program.shell("$FIGURES explain jensen_inequality nonsense", in: folder)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.error.split(separator: "\n").count == 1)
    #expect(run.error.contains("has no label “nonsense”") && run.error.contains("“A” of"))
  }

  @Test("A figure without findings ends with 0, and JSON is an empty list")
  func clean() throws {
    let folder = try TemporaryFolder()
    let run = try Program.shell("$FIGURES lint jensen_inequality --json", in: folder)
    #expect(run.status == 0)
    #expect(run.output == "[]\n")
    let text = try Program.shell("$FIGURES lint jensen_inequality --lang zh", in: folder)
    #expect(text.output == "0 findings in 1 picture\n")
  }

  @Test("The picture of findings must be a PNG")
  func picture() throws {
    let folder = try TemporaryFolder()
    let run = try Program.shell("$FIGURES lint jensen_inequality --picture a.svg", in: folder)
    #expect(run.status != 0)
    #expect(run.error.contains("--picture") && run.error.contains(".png"))
    #expect(try folder.names().isEmpty)
  }
}
