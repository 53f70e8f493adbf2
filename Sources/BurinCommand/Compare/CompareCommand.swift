import ArgumentParser
import BurinGolden
import BurinRaster
import CommandSupport

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare two pictures, or the pictures of two folders, and report what changed.",
    discussion: """
      Pixels must be equal, unless both folders' manifest.json say that other libraries drew them: \
      then edges may differ as rasterisers do. A scene beside a picture (plot.scene beside \
      plot.png) is compared too, and names what changed.

      The exit status is 0 if all pictures are the same, 1 if pictures differ, 2 if the arguments \
      are invalid, 3 if a file cannot be read or exceeds the limits, 4 if a picture or its \
      golden is missing, 5 if a golden has no picture or, with --strict, the tolerance isn't \
      needed, 6 if, with --strict, other libraries drew the pictures. If several apply, it is the \
      first of 3, 1, 4, 5, 6.
      """)

  @Argument(help: "The expected picture, or a folder of them.")
  var expected: String
  @Argument(help: "The actual picture, or a folder of them; pairs have the same name.")
  var actual: String
  @Option(help: ArgumentHelp(ToleranceOption.help, valueName: "rule"))
  var tolerance: ToleranceOption?
  @Option(help: "Write a report as one HTML file.")
  var report: String?
  @Flag(help: "Print JSON instead of text.")
  var json = false
  @Option(help: "Write the results as JUnit XML.")
  var junit: String?
  @Option(help: "Write a picture that marks the differences; for two folders, a folder of them.")
  var diff: String?
  @Flag(help: "Also fail when other libraries drew the pictures or the tolerance isn't needed.")
  var strict = false
  @Option(
    help:
      "Show differences in the terminal; auto does so on a terminal that is known to support them.")
  var inline = InlineImageOption.auto
  @OptionGroup var jobCount: JobCount

  func run() throws {
    let pairs = try PicturePair.pairs(expected: expected, actual: actual)
    let terminal = json ? nil : inline.protocol
    let comparer = PairComparer(
      rule: tolerance?.rule, isStrict: strict, isConcurrent: pairs.count == 1,
      keepsFiles: report != nil || diff != nil || terminal != nil)
    let comparisons = mapConcurrently(pairs, jobs: jobCount.jobs) { comparer.compare($0) }
    let result = ComparisonResult(
      comparisons: comparisons, tolerance: tolerance?.rule,
      isStrict: strict)
    if json {
      try StandardOutput.print(result.json)
    } else {
      let text = ComparisonText(isColored: TerminalText.isColored)
      let lines = try text.lines(of: result, terminal: terminal)
      try StandardOutput.print(lines.joined(separator: "\n"))
    }
    if let junit { try AtomicFile.write(Array(result.junit.utf8), to: junit) }
    if let report { try AtomicFile.write(Array(try result.page().html.utf8), to: report) }
    if let diff { try result.writeDifferences(to: diff, isFolder: pairs.count > 1) }
    let status = result.exitCode
    guard status.isSuccess else { throw status }
  }
}
