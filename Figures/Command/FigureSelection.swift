import ArgumentParser
import BurinFigures
import Figures

/// The figures of a command, and their parameters.
struct FigureSelection: ParsableArguments {
  @Argument(help: "The figures; all by default.")
  var ids: [String] = []

  @Option(name: .customLong("set"), help: Self.settingHelp) var settings: [String] = []

  static let settingHelp = ArgumentHelp(
    "Set a parameter, such as --set P=0.5,0.3,0.2; may be repeated.", valueName: "name=value")

  /// Returns the entries with the given names, or all.
  static func entries(_ ids: [String]) throws -> [FigureEntry] {
    guard !ids.isEmpty else { return Catalog.entries }
    var chosen: [FigureEntry] = []
    for id in ids {
      guard let entry = Catalog.entry(id) else {
        throw ValidationError(
          "there is no figure “\(id)”; the figures are \(Catalog.entries.map(\.id).joined(separator: ", "))"
        )
      }
      if !chosen.contains(where: { $0.id == id }) { chosen.append(entry) }
    }
    return chosen
  }

  /// Returns the named entries with the settings that each of them has.
  ///
  /// - Throws: ``ValidationError`` for a setting that is not `name=value`, or that no entry has.
  func entriesWithSettings() throws -> [(entry: FigureEntry, settings: [FigureEntry.Setting])] {
    try Self.entriesWithSettings(ids: ids, settings: settings)
  }

  /// Returns the entries with the given names, or all, with the settings that each of them has.
  static func entriesWithSettings(
    ids: [String], settings: [String]
  ) throws -> [(entry: FigureEntry, settings: [FigureEntry.Setting])] {
    let entries = try entries(ids)
    let parsed = try settings.map { text -> FigureEntry.Setting in
      guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
        throw ValidationError("--set needs NAME=VALUE, such as P=0.5,0.3,0.2, not “\(text)”")
      }
      return FigureEntry.Setting(
        name: String(text[..<equals]), value: String(text[text.index(after: equals)...]))
    }
    for setting in parsed
    where !entries.contains(where: { $0.parameters.contains { $0.name == setting.name } }) {
      let known = Set(entries.flatMap { $0.parameters.map(\.name) }).sorted()
      throw ValidationError(
        "parameter \(setting.name): none of the figures has it; they have \(known.isEmpty ? "none" : known.joined(separator: ", "))"
      )
    }
    return entries.map { entry in
      (entry, parsed.filter { setting in entry.parameters.contains { $0.name == setting.name } })
    }
  }
}
