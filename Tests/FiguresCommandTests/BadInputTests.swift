import Foundation
import TestSupport
import Testing

@Suite("figures refuses bad input in one line")
struct BadInputTests {
  /// A command line that is wrong, and what its one line must say.
  struct Mistake: Sendable, CustomTestStringConvertible {
    var arguments: String
    var words: [String]
    var testDescription: String { arguments }

    init(_ arguments: String, _ words: String...) {
      self.arguments = arguments
      self.words = words
    }
  }

  static let mistakes = [
    Mistake("render nonsense", "nonsense", "09_kl_calculation"),
    Mistake("facts nonsense", "nonsense", "09_kl_calculation"),
    Mistake("check nonsense", "nonsense", "09_kl_calculation"),
    Mistake("accept nonsense", "nonsense", "09_kl_calculation"),
    Mistake("accept", "--all"),
    Mistake("nonsense", "nonsense"),
    Mistake("render 09_kl_calculation --nonsense", "--nonsense"),
    Mistake("render 09_kl_calculation --set R=1", "parameter R", "P, Q"),
    Mistake("render 09_kl_calculation --set P", "NAME=VALUE", "“P”"),
    Mistake("render 09_kl_calculation --set =1", "NAME=VALUE", "“=1”"),
    Mistake("render 09_kl_calculation --set P=", "parameter P", "empty"),
    Mistake("render 09_kl_calculation --set P=0.6,0.3,0.2", "parameter P", "1.1", "sum to 1"),
    Mistake("render 09_kl_calculation --set P=-0.1,0.6,0.5", "parameter P", "value 1", "0.1"),
    Mistake("render 09_kl_calculation --set P=nan,0.5,0.5", "parameter P", "value 1", "nan"),
    Mistake("render 09_kl_calculation --set P=inf,0,0", "parameter P", "value 1", "inf"),
    Mistake("render 09_kl_calculation --set P=1e300,0,0", "parameter P", "value 1", "1e+300"),
    Mistake("render 09_kl_calculation --set P=1/0,0,0", "parameter P", "value 1", "1/0"),
    Mistake("render 09_kl_calculation --set P=0.5,0.5", "parameter Q", "3", "2"),
    Mistake("render 09_kl_calculation --set P=1", "parameter P", "1 value"),
    Mistake("render 09_kl_calculation --set P=a,b,c", "parameter P", "value 1", "“a”"),
    Mistake("render 04_distribution --set sides=2.5", "parameter sides", "2.5"),
    Mistake("render 04_distribution --set sides=1", "parameter sides", "is 1", "from 2 to"),
    Mistake("render 02_surprise --set lottery=0", "parameter lottery", "is 0"),
    Mistake("facts 09_kl_calculation --set P=0.6,0.3,0.2", "parameter P", "1.1"),
    Mistake("render 09_kl_calculation --scale many", "--scale", "many"),
    Mistake("render 09_kl_calculation --scale 0", "--scale", "0.1 to 20"),
    Mistake("render 09_kl_calculation --scale nan", "--scale", "nan"),
    Mistake("render 09_kl_calculation --lang fr", "--lang", "fr", "zh"),
    Mistake("render 09_kl_calculation --format gif", "--format", "gif", "png"),
    Mistake("render 09_kl_calculation --jobs 0", "--jobs", "1 to 256"),
    Mistake("check 09_kl_calculation --jobs 0", "--jobs", "1 to 256"),
    Mistake("accept 09_kl_calculation --jobs -1", "--jobs"),
  ]

  @Test("One line names what is wrong, and nothing is written", arguments: mistakes)
  func mistake(_ mistake: Mistake) throws {
    let folder = try TemporaryFolder()
    try folder.write("as it was", to: "out/09_kl_calculation.png")
    var script = "$FIGURES \(mistake.arguments)"
    if mistake.arguments.hasPrefix("render") { script += " --out out" }
    let run = try Program.shell(script, in: folder)
    #expect(run.status != 0)
    #expect(run.output == "")
    #expect(run.errorLines.count == 1, "\(run.error)")
    #expect(run.error.hasPrefix("error: "), "\(run.error)")
    for word in mistake.words { #expect(run.error.contains(word), "\(run.error)") }
    #expect(try folder.names() == ["out"])
    #expect(try folder.names(in: "out") == ["09_kl_calculation.png"])
    #expect(try folder.text("out/09_kl_calculation.png") == "as it was")
  }

  @Test("Asked for help, it explains itself and is content")
  func help() throws {
    let folder = try TemporaryFolder()
    for arguments in [["--help"], ["render", "--help"], ["help", "claims"], []] {
      let run = try Program.shell("$FIGURES \(arguments.joined(separator: " "))", in: folder)
      #expect(run.status == 0)
      #expect(run.output.contains("USAGE: figures"))
      #expect(run.error == "")
    }
  }

  @Test("A figure that fails leaves the others to be drawn")
  func others() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(
      "render", "09_kl_calculation", "04_distribution", "--set", "P=0.6,0.3,0.2", "--out", "out",
      in: folder)
    #expect(run.status == 1)
    #expect(
      run.errorLines == [
        "error: 09_kl_calculation: parameter P: the values sum to 1.1; they must sum to 1"
      ])
    #expect(try folder.names(in: "out") == ["04_distribution.png"])
  }
}
