import ArgumentParser
import BurinFigures
import BurinGolden
import CommandSupport
import Figures

struct StatementsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statements",
    abstract: "List the figures' sentences, each with its condition and whether it holds.",
    discussion: """
      A figure shows the first sentence of each place whose condition holds. It is marked with “→”; \
      other sentences that hold are marked with “+”, those that don't with “–”.
      """)

  @OptionGroup var selection: FigureSelection
  @Option(
    help: "The language of the sentences, zh or en.", transform: LanguageOption.parse)
  var lang = Language.zh
  @Flag(help: "List only the sentences that are shown.") var shown = false
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let figures = try selection.entriesWithSettings().map { entry, settings in
      do {
        return StatementsReport.Figure(
          id: entry.id, statements: try entry.statements(settings), language: lang,
          showsAll: !shown)
      } catch {
        throw CommandFailure("\(entry.id): \(error)")
      }
    }
    try StandardOutput.print(json ? StatementsReport.json(figures) : StatementsReport.text(figures))
  }
}
