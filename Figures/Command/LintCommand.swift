import ArgumentParser
import BurinFigures
import CommandSupport
import Figures

struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check figures: overlaps, clipping, contrast, colour vision, sizes, facts, alt text.",
    discussion: """
      Prints one line for each finding: figure, language, rule, node, measure, limit and what would \
      help. The exit status is 0 if nothing is found and 1 otherwise.
      """)

  @OptionGroup var selection: FigureSelection
  @Option(
    help: "The language of the texts, zh or en; both by default.",
    transform: LanguageOption.parse)
  var lang: Language?
  @Option(help: "The theme: \(PictureTheme.names).") var theme = PictureTheme.light
  @Option(help: "The width of the pictures in points; by default each figure's own.")
  var width: Double?
  @Flag(help: "Print the findings as JSON.") var json = false
  @Option(
    help: ArgumentHelp(
      "A PNG in which the findings are marked; for several pictures the name gets figure and language.",
      valueName: "file"))
  var picture: String?
  @OptionGroup var jobCount: JobCount

  func validate() throws {
    if let picture, !picture.hasSuffix(".png") {
      throw ValidationError("--picture is “\(picture)”; it must end in .png")
    }
  }

  func run() throws {
    let figures = try selection.entriesWithSettings()
    try Fonts.find()
    let languages = lang.map { [$0] } ?? Catalog.languages
    let tasks = figures.flatMap { figure in languages.map { (figure: figure, language: $0) } }
    let (picture, isOne, look, width) = (picture, tasks.count == 1, theme.theme, width)
    var progress = Progress(total: tasks.count)
    var reports: [Int: LintReport.Entry] = [:]
    var failures: [Int: String] = [:]
    forEachConcurrently(tasks, jobs: jobCount.jobs) { task in
      Result {
        let (entry, settings) = (task.figure.entry, task.figure.settings)
        let rendering = try entry.render(
          settings, language: task.language, theme: look, width: width)
        let findings = rendering.lint()
        if let picture, !findings.isEmpty {
          let name = "\(entry.id).\(task.language.code)"
          let path = isOne ? picture : "\(picture.dropLast(".png".count)).\(name).png"
          try AtomicFile.write(
            try rendering.scene.marking(findings).encoded(as: .png(scale: 2)), to: path)
        }
        return LintReport.Entry(id: entry.id, language: task.language, findings: findings)
      }
    } done: { index, result in
      switch result {
      case .success(let entry): reports[index] = entry
      case .failure(let error):
        failures[index] =
          "\(tasks[index].figure.entry.id).\(tasks[index].language.code): \(error)"
      }
      progress.advance(tasks[index].figure.entry.id)
    }
    progress.finish()
    let entries = tasks.indices.compactMap { reports[$0] }
    try StandardOutput.print(json ? LintReport.json(entries) : LintReport.text(entries))
    for failure in tasks.indices.compactMap({ failures[$0] }) {
      StandardError.print("error: \(failure)")
    }
    guard failures.isEmpty, entries.allSatisfy(\.findings.isEmpty) else { throw ExitCode(1) }
  }
}
