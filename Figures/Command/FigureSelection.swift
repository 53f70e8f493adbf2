import ArgumentParser
import BurinFigures
import BurinScene
import CommandSupport
import Figures

/// The figures of a command, and their parameters.
struct FigureSelection: ParsableArguments {
  @Argument(help: "The figures; all by default.")
  var ids: [String] = []

  @Option(name: .customLong("set"), help: Self.settingHelp) var settings: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file with parameters for all figures and, under their names, for single ones: YAML, JSON, or the front matter of a post in Markdown.",
      valueName: "file"))
  var parameters: String?

  static let settingHelp = ArgumentHelp(
    "Set a parameter, such as --set P=0.5,0.3,0.2 or P=50%,30%,20%; may be repeated.",
    valueName: "name=value")

  /// Draws the figures that take the settings, and prints a note on each of the others.
  func scenes(
    _ language: Language, width: Double? = nil, showsTitle: Bool = true
  ) throws -> [(id: String, scene: Scene)] {
    let (figures, notes) = try applicable()
    try Fonts.find()
    for note in notes { StandardError.print("note: \(note)") }
    return try figures.map { entry, settings in
      do {
        let rendering = try entry.render(
          settings, language: language, width: width, showsTitle: showsTitle)
        return (entry.id, rendering.scene)
      } catch {
        throw CommandFailure("\(entry.id): \(error)")
      }
    }
  }

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

  /// A figure with the settings that it has.
  typealias Chosen = (entry: FigureEntry, settings: [FigureEntry.Setting])

  /// Returns the named entries with the settings that each of them has.
  ///
  /// - Throws: ``ValidationError`` for a setting that is not `name=value`, or that no entry has.
  func entriesWithSettings() throws -> [Chosen] {
    let file = try parameters.map(ParameterFile.settings) ?? [:]
    let typed = try settings.map(Self.setting)
    let chosen = try Self.chosen(Self.entries(ids), (file[""] ?? []) + typed)
    return try chosen.map { entry, settings in
      guard let own = file[entry.id] else { return (entry, settings) }
      let single = try Self.chosen([entry], own)[0].settings
      // What the file says of the figure replaces what it says of all; what was typed comes last.
      let shared = settings.filter { setting in
        setting.origin != nil && !single.contains { $0.name == setting.name }
      }
      return (entry, shared + single + settings.filter { $0.origin == nil })
    }
  }

  /// Returns the figures that take the settings, and a note on each of the others.
  ///
  /// A figure that was not named and refuses a value that others take, such as three probabilities
  /// for five chapters, is left out.
  func applicable() throws -> (figures: [Chosen], notes: [String]) {
    let all = try entriesWithSettings()
    guard ids.isEmpty, all.contains(where: { !$0.settings.isEmpty }) else { return (all, []) }
    var (figures, notes) = ([Chosen](), [String]())
    for figure in all {
      do {
        if !figure.settings.isEmpty { _ = try figure.entry.statements(figure.settings) }
        figures.append(figure)
      } catch let error as ParameterError {
        notes.append("\(figure.entry.id) is left out: \(error)")
      }
    }
    // If no figure takes the settings, they are wrong.
    return figures.contains { !$0.settings.isEmpty } ? (figures, notes) : (all, [])
  }

  /// Returns the entries with the given names, or all, with the settings that each of them has.
  static func entriesWithSettings(ids: [String], settings: [String]) throws -> [Chosen] {
    try chosen(entries(ids), settings.map(setting))
  }

  /// Returns what was typed as `name=value`.
  private static func setting(_ text: String) throws -> FigureEntry.Setting {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      throw ValidationError("--set needs NAME=VALUE, such as P=0.5,0.3,0.2, not “\(text)”")
    }
    return FigureEntry.Setting(
      name: String(text[..<equals]), value: String(text[text.index(after: equals)...]))
  }

  /// Returns entries with the settings that each of them has.
  private static func chosen(
    _ entries: [FigureEntry], _ settings: [FigureEntry.Setting]
  ) throws -> [Chosen] {
    for setting in settings
    where !entries.contains(where: { $0.takes(setting) })
      // A post's file is for all its figures, of which some may be chosen.
      && !(setting.origin != nil && Catalog.entries.contains { $0.takes(setting) })
    {
      let languages = Catalog.languages.map(\.code).joined(separator: " and ")
      let known = Set(entries.flatMap { $0.parameters.map(\.name) + $0.words }).sorted()
      let place = setting.origin.map { "\($0): " } ?? ""
      throw ValidationError(
        "\(place)parameter \(setting.name): none of the figures has it; they have \(known.isEmpty ? "none" : known.joined(separator: ", ")), and words for one language, such as title.zh, in \(languages)"
      )
    }
    return entries.map { entry in (entry, settings.filter(entry.takes)) }
  }
}

extension FigureEntry {
  /// Whether a setting is for a parameter of the figure, or for its words, also in one language.
  fileprivate func takes(_ setting: Setting) -> Bool {
    if parameters.contains(where: { $0.name == setting.name }) { return true }
    let parts = setting.name.split(separator: ".", omittingEmptySubsequences: false)
    guard let name = parts.first, words.contains(String(name)) else { return false }
    return parts.count == 1
      || parts.count == 2 && Catalog.languages.contains { $0.code == parts[1] }
  }
}
