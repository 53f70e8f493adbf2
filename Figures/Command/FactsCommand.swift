import ArgumentParser
import BurinFigures
import CommandSupport
import Figures

struct FactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts", abstract: "Print the numbers that the figures show.")

  @OptionGroup var selection: FigureSelection
  @Flag(help: "Print JSON with unrounded values.") var json = false

  func run() throws {
    let figures = try selection.entriesWithSettings().map { entry, settings in
      do {
        return (entry.id, try entry.facts(settings))
      } catch {
        throw CommandFailure("\(entry.id): \(error)")
      }
    }
    try StandardOutput.print(json ? FactsReport.json(figures) : FactsReport.text(figures))
  }
}
