import ArgumentParser
import BurinGolden
import BurinRaster
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
      folder was left out. If several apply, it is the first of 3, 1, 4, 7, 5, 6.
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
    do {
      try compare()
    } catch let error as FileError {
      throw CommandFailure("\(error)", status: ExitStatus.unreadable)
    } catch let error as CommandFailure where error.status == .failure {
      // 1 says that pictures differ.
      throw CommandFailure(error.description, status: ExitStatus.unreadable)
    }
  }

  private func compare() throws {
    let found = try PicturePairs(expected: expected, actual: actual, ignoring: ignore)
    let pairs = shard?.part(of: found.pairs) ?? found.pairs
    try checkOutputs(of: pairs, areFolders: found.areFolders)
    let terminal = json ? nil : inline.protocol
    let comparer = PairComparer(
      rule: tolerance?.rule, isStrict: strict, ignoresMetadata: ignore.contains(.metadata),
      isConcurrent: pairs.count == 1,
      keepsFiles: report != nil || diff != nil || terminal != nil)
    let comparisons = mapConcurrently(pairs, jobs: jobCount.jobs) { comparer.compare($0) }
    // What is left out is told once, by the first part.
    let tellsFolders = shard.map { $0.number == 1 } ?? true
    var result = ComparisonResult(
      comparisons: comparisons, tolerance: tolerance?.rule,
      isStrict: strict)
    result.leftOut = tellsFolders ? found.leftOut : []
    result.ignoredCount = tellsFolders ? found.ignoredCount : 0
    result.notes = found.notes
    result.shard = shard
    result.totalCount = found.pairs.count
    if json {
      try StandardOutput.print(result.json)
    } else {
      let text = ComparisonText(isColored: TerminalText.isColored)
      let lines = try text.lines(of: result, terminal: terminal)
      try StandardOutput.print(lines.joined(separator: "\n"))
    }
    if let junit { try AtomicFile.write(Array(result.junit.utf8), to: junit) }
    if let report { try AtomicFile.write(Array(try result.page().html.utf8), to: report) }
    if let diff { try result.writeDifferences(to: diff, isFolder: found.areFolders) }
    let status = result.exitCode
    guard status.isSuccess else { throw status }
  }

  /// Refuses outputs that would overwrite what is compared, before anything is.
  private func checkOutputs(of pairs: [PicturePair], areFolders: Bool) throws {
    let files = OutputFiles(pairs)
    if let junit { try files.check(BytePath(junit), option: "--junit") }
    if let report { try files.check(BytePath(report), option: "--report") }
    guard let diff else { return }
    guard areFolders else { return try files.check(BytePath(diff), option: "--diff") }
    try OutputFiles.check(folder: BytePath(diff), option: "--diff", outside: [expected, actual])
    for pair in pairs {
      try files.check(BytePath(diff).appending(pair.name), option: "--diff")
    }
  }
}
