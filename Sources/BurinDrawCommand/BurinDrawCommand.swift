import ArgumentParser
import CommandSupport

/// The program `burin-draw`: the commands of `burin` that draw, and therefore need Cairo and Pango.
///
/// It is a separate program because loading these libraries takes longer than comparing two
/// pictures.
@main
struct BurinDrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "burin",
    abstract: "Typesets formulas, redraws and audits goldens.",
    subcommands: [FormulaCommand.self, GoldenCommand.self])

  static func main() { runProgram(usageStatus: ExitStatus.usage) }
}
