import ArgumentParser
import CommandSupport

/// The program `burin-draw`: the commands of `burin` that draw, and so need Cairo and Pango.
///
/// It has a program of its own because loading these libraries takes longer than to compare two
/// pictures.
@main
struct BurinDrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "burin",
    abstract: "Typesets formulas, redraws and audits goldens.",
    subcommands: [FormulaCommand.self, GoldenCommand.self])

  static func main() { runProgram(usageStatus: ExitStatus.usage) }
}
