import ArgumentParser
import BurinFigures
import CommandSupport
import Figures

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Print what a screen reader says of figures, line by line.",
    discussion: """
      The order is that of the SVG: title, description, then texts, charts, axes and marks.
      Formulas are in words.
      """)

  @OptionGroup var selection: FigureSelection
  @Option(help: "The language of the texts.", transform: LanguageOption.parse) var lang = Language
    .zh

  func run() throws {
    let transcripts = try selection.scenes(lang).map { id, scene in
      "\(id)\n"
        + scene.transcript.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
    }
    try StandardOutput.print(transcripts.joined(separator: "\n\n"))
  }
}
