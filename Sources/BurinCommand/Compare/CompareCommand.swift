import ArgumentParser
import CommandSupport

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare two pictures, or the pictures of two folders, and report what changed.",
    discussion: """
      Pixels must be equal, unless both folders' manifest.json say that other libraries drew them \
      and scenes lie beside both pictures: then edges may differ as rasterisers do. What PNG files \
      say about colour space, orientation and density must be the same too (--ignore metadata). A \
      scene beside a picture (plot.scene beside plot.png) is compared, and names what changed.

      The exit status is 0 if all pictures are the same, 1 if pictures differ, 2 if the arguments \
      are invalid, 3 if a file cannot be read or written or exceeds the limits, 4 if a picture, its \
      golden or a folder is missing, 5 if a golden has no picture or, with --strict, the tolerance \
      isn't needed, 6 if, with --strict, other libraries drew the pictures, 7 if something in a \
      folder was left out or, with --strict, a golden's scene was not compared. If several apply, it is the first of 3, 1, 4, 7, 5, 6.
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
  @Flag(
    help:
      "Also fail when other libraries drew the pictures, a golden's scene has no other beside it, or the tolerance isn't needed."
  )
  var strict = false
  @Option(help: ArgumentHelp(IgnoreOption.help, valueName: "what"))
  var ignore: [IgnoreOption] = []
  @Option(
    help: ArgumentHelp(
      "Compare only part K of N parts of the pairs, as 2/4; burin merge joins their JSON.",
      valueName: "k/n"))
  var shard: Shard?
  @Option(
    help:
      "Show differences in the terminal; auto does so on a terminal that is known to support them.")
  var inline = InlineImageOption.auto
  @OptionGroup var jobCount: JobCount

  func run() throws {
    var comparison = PictureComparison(expected: expected, actual: actual)
    comparison.rule = tolerance?.rule
    comparison.report = report
    comparison.printsJSON = json
    comparison.junit = junit
    comparison.diff = diff
    comparison.isStrict = strict
    comparison.ignored = ignore
    comparison.shard = shard
    comparison.inline = inline
    comparison.jobs = jobCount.jobs
    try comparison.run()
  }
}
