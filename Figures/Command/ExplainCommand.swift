import ArgumentParser
import BurinFigures
import CommandSupport
import Figures

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain the place of a label: the candidates, their costs and the decision.",
    discussion: """
      LABEL is a part of the label's text, or the name of its mark in the scene, such as “point 2”.
      """)

  @Argument(help: "The figure.") var id: String
  @Argument(help: "A part of the label's text, or its mark's name.") var label: String
  @Option(name: .customLong("set"), help: FigureSelection.settingHelp) var settings: [String] = []
  @Option(help: "The language of the texts: zh or en.", transform: LanguageOption.parse)
  var lang = Language.zh
  @Flag(help: "Show all candidates, not only the better ones.") var all = false

  func run() throws {
    let selection = try FigureSelection.entriesWithSettings(ids: [id], settings: settings)
    guard let figure = selection.first else { return }
    try Fonts.find()
    let placements = try figure.entry.render(
      figure.settings, language: lang, explainsPlacements: true
    ).placements
    let key = Self.key(label)
    let found = placements.filter { Self.key($0.text).contains(key) || $0.mark == label }
    guard !found.isEmpty else {
      let known = placements.map { "“\($0.text)” of \($0.mark)" }.joined(separator: ", ")
      throw CommandFailure(
        "\(id) has no label “\(label)”; it has \(known.isEmpty ? "none that is placed" : known)")
    }
    print(found.map { $0.explanation(all: all) }.joined(separator: "\n\n"))
  }

  /// Returns a text without spaces, which formulas and line breaks change.
  private static func key(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
