import ArgumentParser
import BurinFigures
import CommandSupport
import Figures

struct SurveyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "survey",
    abstract:
      "Draw figures with random parameters, and count what lint finds and rendering notes, by kind.",
    discussion: """
      Parameters are drawn within their limits; sets that a figure refuses as inconsistent are \
      counted and replaced. Each kind of finding is listed with the commands that reproduce it; \
      what render prints as notes is a kind of its own. The exit status is 0 if nothing is found \
      and 1 otherwise.
      """)

  @Argument(help: "The figures; all by default.") var ids: [String] = []
  @Option(help: "The number of parameter sets of each figure.") var sets = 10
  @Option(help: "The seed of the draws; by default another each time.") var seed: UInt64?
  @Option(help: "The languages of the texts: zh, en.", transform: LanguageOption.list)
  var lang = Catalog.languages
  @Option(help: "The themes: \(PictureTheme.names).", transform: PictureTheme.list)
  var theme = [PictureTheme.light, .dark]
  @Option(
    help: "The widths of the pictures in points; “own” is each figure's own.",
    transform: PictureWidth.list)
  var width = [PictureWidth.own, .points(360)]
  @Option(help: "The number of examples of each kind.") var examples = 3
  @OptionGroup var jobCount: JobCount

  func validate() throws {
    guard sets > 0 else { throw ValidationError("--sets is \(sets); it must be above 0") }
    guard examples >= 0 else {
      throw ValidationError("--examples is \(examples); it must be 0 or more")
    }
  }

  func run() throws {
    let entries = try FigureSelection.entries(ids)
    try Fonts.find()
    let seed = seed ?? UInt64.random(in: 1...999_999)
    var survey = Survey()
    let draws = try entries.flatMap { try survey.draws($0, sets: sets, seed: seed) }
    let tasks = draws.flatMap { draw in
      lang.flatMap { language in
        theme.flatMap { theme in
          width.map { Survey.Picture(draw: draw, language: language, theme: theme, width: $0) }
        }
      }
    }
    var progress = Progress(total: tasks.count)
    var results: [Int: [Survey.Fault]] = [:]
    forEachConcurrently(tasks, jobs: jobCount.jobs, work: \.faults) { index, faults in
      results[index] = faults
      progress.advance(tasks[index].draw.entry.id)
    }
    progress.finish()
    for (index, picture) in tasks.enumerated() { survey.add(results[index] ?? [], of: picture) }
    try StandardOutput.print(survey.text(examples: examples, seed: seed))
    guard survey.faulty == 0 else { throw ExitCode(1) }
  }
}

/// What random parameters do to figures.
struct Survey {
  /// A figure with drawn parameters.
  struct Draw: Sendable {
    var entry: FigureEntry
    var settings: [FigureEntry.Setting]
  }

  /// A picture of a draw.
  struct Picture: Sendable {
    var draw: Draw
    var language: Language
    var theme: PictureTheme
    var width: PictureWidth

    /// What is wrong with the picture.
    var faults: [Fault] {
      do {
        let rendering = try draw.entry.render(
          draw.settings, language: language, theme: theme.theme, width: width.points)
        return rendering.lint().map { Fault(kind: $0.rule.name, message: "\($0)") }
          + rendering.diagnostics.map { Fault(kind: Fault.note, message: "\($0)") }
      } catch {
        return [Fault(kind: "not drawn", message: "\(error)")]
      }
    }

    /// Returns the command that shows the findings of a kind again.
    func command(showing kind: String) -> String {
      // Lint doesn't print notes.
      let command = kind == Fault.note ? "render" : "lint"
      let settings = draw.settings.map { " --set \($0.name)=\($0.value)" }.joined()
      let look = theme == .light ? "" : " --theme \(theme.rawValue)"
      let size = width.points.map { " --width \($0.parameterText)" } ?? ""
      return "figures \(command) \(draw.entry.id) --lang \(language.code)\(look)\(size)\(settings)"
    }
  }

  /// A finding, a note of the rendering, or an error.
  struct Fault: Sendable {
    static let note = "note"

    var kind: String
    var message: String
  }

  /// The findings of a kind in a figure.
  private struct Group {
    var kind: String
    var id: String
    var pictures = 0
    var findings = 0
    var examples: [(command: String, message: String)] = []
  }

  private(set) var pictures = 0
  /// The number of pictures with faults.
  private(set) var faulty = 0
  private var refused = 0
  private var groups: [Group] = []

  /// Returns drawn parameters that the figure takes; those of one seed are a figure's own.
  mutating func draws(_ entry: FigureEntry, sets: Int, seed: UInt64) throws -> [Draw] {
    guard !entry.parameters.isEmpty else { return [Draw(entry: entry, settings: [])] }
    var random = RandomSettings(seed: entry.id.utf8.reduce(seed) { $0 &* 31 &+ UInt64($1) })
    var draws: [Draw] = []
    var tries = 0
    while draws.count < sets {
      let settings = random.settings(for: entry.parameters)
      tries += 1
      do {
        _ = try entry.statements(settings)
        draws.append(Draw(entry: entry, settings: settings))
      } catch let error as ParameterError {
        refused += 1
        guard tries < 50 * sets else { throw CommandFailure("\(entry.id) refuses: \(error)") }
      }
    }
    return draws
  }

  /// Counts the faults of a picture.
  mutating func add(_ faults: [Fault], of picture: Picture) {
    pictures += 1
    if !faults.isEmpty { faulty += 1 }
    for kind in Set(faults.map(\.kind)).sorted() {
      let own = faults.filter { $0.kind == kind }
      let id = picture.draw.entry.id
      var place = groups.firstIndex { $0.kind == kind && $0.id == id } ?? groups.count
      if place == groups.count { groups.append(Group(kind: kind, id: id)) }
      place = min(place, groups.count - 1)
      groups[place].pictures += 1
      groups[place].findings += own.count
      groups[place].examples.append((picture.command(showing: kind), own[0].message))
    }
  }

  /// Returns the kinds, the most frequent first, with examples, and a line that counts them.
  func text(examples: Int, seed: UInt64) -> String {
    var lines: [String] = []
    let ranked = groups.sorted { ($1.pictures, $0.kind, $0.id) < ($0.pictures, $1.kind, $1.id) }
    for group in ranked {
      lines.append(
        "\(group.kind) in \(group.id): \(Self.count(group.findings, "finding")) in \(Self.count(group.pictures, "picture"))"
      )
      for example in group.examples.prefix(examples) {
        lines += ["  \(example.command)", "    \(example.message)"]
      }
    }
    let rate = (Double(faulty) / Double(max(1, pictures)) * 100).parameterText.prefix(6)
    lines.append(
      "\(faulty) of \(Self.count(pictures, "picture")) have findings (\(rate)%); \(Self.count(refused, "set")) refused; seed \(seed)"
    )
    return lines.joined(separator: "\n")
  }

  private static func count(_ number: Int, _ name: String) -> String {
    "\(number) \(name)\(number == 1 ? "" : "s")"
  }
}
