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

  static func main() { runProgram(usageStatus: ExitStatus.usage) }
}
