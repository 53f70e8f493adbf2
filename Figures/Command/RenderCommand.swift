import ArgumentParser
import BurinFigures
import CommandSupport
import Figures

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Render figures into files named after them.")

  @OptionGroup var selection: FigureSelection
  @Option(name: .shortAndLong, help: "The folder for the files; created if missing.")
  var out = "figures-output"
  @Option(help: "The language of the texts: zh or en.", transform: LanguageOption.parse) var lang =
    Language.zh
  @Option(help: "The number of pixels per point, for PNG.") var scale = 2.0
  @Option(help: "png, svg or pdf.") var format = "png"
  @Flag(help: "Write each figure's scene as text beside it; burin compare reads it.")
  var scene = false
  @OptionGroup var jobCount: JobCount

  func validate() throws {
    guard scale.isFinite, scale >= 0.1, scale <= 20 else {
      throw ValidationError("--scale is \(scale); it must be from 0.1 to 20")
    }
    guard outputFormat != nil else {
      let known = OutputFormat.all().map(\.fileExtension).joined(separator: ", ")
      throw ValidationError("--format is “\(format)”; it must be one of \(known)")
    }
    guard !out.isEmpty else { throw ValidationError("--out is empty; it must name a folder") }
  }

  private var outputFormat: OutputFormat? {
    OutputFormat.all(scale: scale).first { $0.fileExtension == format }
  }

  func run() throws {
    guard let format = outputFormat else { return }
    let figures = try selection.entriesWithSettings()
    try Fonts.find()
    try OutputFolder.make(out)
    let (out, lang, writesScene) = (out, lang, scene)
    var progress = Progress(total: figures.count)
    var failures: [Int: String] = [:]
    var notes: [Int: [String]] = [:]
    forEachConcurrently(figures, jobs: jobCount.jobs) { figure in
      Result {
        let rendering = try figure.entry.render(figure.settings, language: lang)
        let path = "\(out)/\(figure.entry.id)"
        try rendering.write(to: "\(path).\(format.fileExtension)", as: format)
        if writesScene {
          try AtomicFile.write(Array(rendering.scene.fileText.utf8), to: "\(path).scene")
        }
        return rendering.diagnostics
      }
    } done: { index, result in
      let id = figures[index].entry.id
      switch result {
      case .success(let diagnostics): notes[index] = diagnostics.map { "\(id): \($0)" }
      case .failure(let error): failures[index] = "\(id): \(error)"
      }
      progress.advance(id)
    }
    progress.finish()
    for note in figures.indices.flatMap({ notes[$0] ?? [] }) {
      StandardError.print("note: \(note)")
    }
    for failure in figures.indices.compactMap({ failures[$0] }) {
      StandardError.print("error: \(failure)")
    }
    guard failures.isEmpty else { throw ExitCode(1) }
  }
}
