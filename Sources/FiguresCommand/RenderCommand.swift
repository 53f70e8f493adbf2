import ArgumentParser
import Burin
import Figures

struct RenderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Render figures into files named after them.")

  @OptionGroup var selection: FigureSelection
  @Option(name: .shortAndLong, help: "The folder for the files; made where it is missing.")
  var out = "figures-output"
  @Option(help: "The language of the texts: zh or en.", transform: LanguageOption.parse) var lang =
    Language.zh
  @Option(help: "Pixels for each point, for PNG.") var scale = 2.0
  @Option(help: "png, svg or pdf.") var format = Format.png
  @Option(
    name: .shortAndLong, help: "How many figures are rendered at a time; all cores by default.")
  var jobs = Processors.count

  enum Format: String, ExpressibleByArgument, CaseIterable { case png, svg, pdf }

  func validate() throws {
    guard scale.isFinite, scale >= 0.1, scale <= 20 else {
      throw ValidationError("--scale is \(scale); it must be from 0.1 to 20")
    }
    guard jobs >= 1, jobs <= 256 else {
      throw ValidationError("--jobs is \(jobs); it must be from 1 to 256")
    }
    guard !out.isEmpty else { throw ValidationError("--out is empty; it must name a folder") }
  }

  private var outputFormat: OutputFormat {
    switch format {
    case .png: .png(scale: scale)
    case .svg: .svg
    case .pdf: .pdf
    }
  }

  func run() async throws {
    let figures = try selection.entriesWithSettings()
    try OutputFolder.make(out)
    let format = outputFormat
    let (out, lang) = (out, lang)
    var progress = Progress(total: figures.count)
    var failures: [(id: String, reason: String)] = []
    var notes: [String] = []
    await forEachConcurrently(figures, jobs: jobs) { figure in
      Result {
        let rendering = try figure.entry.render(figure.settings, language: lang)
        try rendering.write(
          to: "\(out)/\(figure.entry.id).\(format.fileExtension)", as: format)
        return rendering.diagnostics
      }
    } done: { index, result in
      let id = figures[index].entry.id
      switch result {
      case .success(let diagnostics): notes += diagnostics.map { "\(id): \($0)" }
      case .failure(let error): failures.append((id, "\(error)"))
      }
      progress.advance(id)
    }
    progress.finish()
    for note in notes.sorted() { StandardError.print("note: \(note)") }
    guard failures.isEmpty else {
      let lines = failures.sorted { $0.id < $1.id }.map { "\($0.id): \($0.reason)" }
      for line in lines { StandardError.print("error: \(line)") }
      throw ExitCode(1)
    }
  }
}
