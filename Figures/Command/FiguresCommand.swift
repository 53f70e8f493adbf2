import ArgumentParser
import CommandSupport
import Figures

/// The catalog's program, which renders the tutorial's figures and prints their numbers.
@main
struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract:
      "Renders the \(Catalog.entries.count) figures of the KL-divergence tutorial from live computations.",
    subcommands: [
      ListCommand.self, RenderCommand.self, FactsCommand.self, StatementsCommand.self,
      ClaimsCommand.self,
      CheckCommand.self, AcceptCommand.self, AuditCommand.self, LintCommand.self,
      ExplainCommand.self, EmbedCommand.self, AltCommand.self, ReadCommand.self,
      GalleryCommand.self, WatchCommand.self, SurveyCommand.self,
    ])

  static func main() { runProgram() }
}
