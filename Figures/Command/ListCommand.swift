import ArgumentParser
import BurinFigures
import CommandSupport
import Figures

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the figures with their parameters and defaults.",
    discussion: "Each figure takes title=… and subtitle=… as well.")

  func run() throws {
    let width = Catalog.entries.map(\.id.count).max() ?? 0
    for entry in Catalog.entries {
      let parameters =
        entry.parameters.map { "\($0.name)=\($0.defaultText)" }
        + entry.words.filter { !FigureEntry.headings.contains($0) }.map { "\($0)=" }
      let padding = String(repeating: " ", count: width - entry.id.count + 2)
      try StandardOutput.print(entry.id + padding + parameters.joined(separator: "  "))
    }
  }
}
