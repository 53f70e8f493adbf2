import ArgumentParser
import BurinGolden
import BurinRaster
import CommandSupport

/// What `burin compare` does: compares two pictures, or those of two folders, and tells the result.
struct PictureComparison {
  var expected: String
  var actual: String
  /// Nil for the rule that follows from what drew the pictures.
  var rule: PixelRule?
  /// The files to write; nil for none.
  var report: String?
  var junit: String?
  var diff: String?
  var printsJSON = false
  var isStrict = false
  var ignored: [IgnoreOption] = []
  var shard: Shard?
  var inline = InlineImageOption.auto
  var jobs = Processors.count

  init(expected: String, actual: String) {
    (self.expected, self.actual) = (expected, actual)
  }

  /// Creates the comparison of `compare A B` without options; nil for any other words.
  ///
  /// It needs no argument parser, whose start takes as long as reading two pictures of 640 × 480.
  init?(words: some Collection<String>) {
    let words = Array(words)
    guard words.count == 3, words[0] == "compare",
      words.allSatisfy({ !$0.isEmpty && !$0.hasPrefix("-") })
    else { return nil }
    self.init(expected: words[1], actual: words[2])
  }

  /// Compares the pictures and prints the result; throws the exit status unless it is 0.
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
    let found = try PicturePairs(expected: expected, actual: actual, ignoring: ignored)
    let pairs = shard?.part(of: found.pairs) ?? found.pairs
    try checkOutputs(of: pairs, areFolders: found.areFolders)
    let terminal = printsJSON ? nil : inline.protocol
    let comparer = PairComparer(
      rule: rule, isStrict: isStrict, ignoresMetadata: ignored.contains(.metadata),
      isConcurrent: pairs.count == 1,
      keepsFiles: report != nil || diff != nil || terminal != nil)
    let comparisons = mapConcurrently(pairs, jobs: jobs) { comparer.compare($0) }
    // The first part counts what is ignored; each part lists what it left out, because machines may
    // differ.
    let tellsIgnored = shard.map { $0.number == 1 } ?? true
    var result = ComparisonResult(comparisons: comparisons, tolerance: rule, isStrict: isStrict)
    result.leftOut = found.leftOut
    if isStrict, !ignored.contains(.leftOut(.scenes)) {
      result.leftOut += comparisons.compactMap(\.lonelyScene)
    }
    result.ignoredCount = tellsIgnored ? found.ignoredCount : 0
    result.notes = found.notes
    result.shard = shard
    result.totalCount = found.pairs.count
    result.names = found.pairs.map(\.name)
    if printsJSON {
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
