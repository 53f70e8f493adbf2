import ArgumentParser
import CommandSupport

/// The program `burin`: formulas and golden checks without writing Swift code.
@main
struct BurinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "burin",
    abstract: "Typesets formulas and compares pictures.",
    subcommands: [
      FormulaCommand.self, CompareCommand.self, MergeCommand.self, GoldenCommand.self,
    ])

  static func main() {
    runProgram(usageStatus: ExitStatus.usage) { words in
      guard let comparison = PictureComparison(words: words) else { return false }
      try comparison.run()
      return true
    }
  }
}
