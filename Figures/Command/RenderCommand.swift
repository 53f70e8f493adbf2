import ArgumentParser
import BurinFigures
import CommandSupport
import Figures

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Render figures into files named after them.",
    discussion: """
      Prints the path of each file. Several languages, themes, widths, scales or formats are \
      separated by commas; then the names tell them apart: 06_entropy.en.dark.360@2x.png.
      """)

  @OptionGroup var selection: FigureSelection
  @Option(name: .shortAndLong, help: "The folder for the files; created if missing.")
  var out = "figures-output"
  @Option(help: "The languages of the texts: zh, en.", transform: LanguageOption.list)
  var lang = [Language.zh]
  @Option(help: "The themes: \(PictureTheme.names).", transform: PictureTheme.list)
  var theme = [PictureTheme.light]
  @Option(help: "The numbers of pixels per point, for PNG and WebP.") var scale = "2"
  @Option(help: "png, svg, pdf, html, or webp, which is without loss.") var format = "png"
  @OptionGroup var vectors: VectorOptions
  @Option(
    help: "The widths of the pictures in points; “own” is each figure's own.",
    transform: PictureWidth.list)
  var width = [PictureWidth.own]
  @Flag(help: "Leave out title and subtitle; the files name the title anyway.") var noTitle = false
  @Flag(help: "Write each figure's scene as text beside it; burin compare reads it.")
  var scene = false
  @OptionGroup var jobCount: JobCount

  func validate() throws {
    for scale in try scales() {
      guard scale.isFinite, scale >= 0.1, scale <= 20 else {
        throw ValidationError("--scale is \(scale); it must be from 0.1 to 20")
      }
    }
    let known = PictureVariant.formats().map(\.fileExtension)
    for name in formats where !known.contains(name) {
      throw ValidationError(
        "--format is “\(name)”; it must be one of \(known.joined(separator: ", "))")
    }
    try vectors.validate(for: formats)
    guard !out.isEmpty else { throw ValidationError("--out is empty; it must name a folder") }
  }

  private func scales() throws -> [Double] {
    try scale.split(separator: ",", omittingEmptySubsequences: false).map { part in
      guard let scale = Double(part) else {
        throw ValidationError("--scale is “\(part)”; it must be a number")
      }
      return scale
    }
  }

  private var formats: [String] {
    format.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  func run() throws {
    let (figures, left) = try selection.applicable()
    try Fonts.find()
    try OutputFolder.make(out)
    let variants = PictureVariant.all(
      languages: lang, themes: theme, widths: width, scales: try scales(), formats: formats,
      form: vectors.form)
    let tasks = figures.flatMap { figure in variants.map { (figure: figure, variant: $0) } }
    let (out, writesScene, showsTitle) = (out, scene, !noTitle)
    var progress = Progress(total: tasks.count)
    var failures: [Int: String] = [:]
    var notes: [Int: [String]] = [:]
    var written: [Int: [String]] = [:]
    forEachConcurrently(tasks, jobs: jobCount.jobs) { task in
      Result {
        let (id, variant) = (task.figure.entry.id, task.variant)
        let rendering = try variant.rendering(
          of: task.figure.entry, task.figure.settings, showsTitle: showsTitle)
        let path = "\(out)/\(variant.fileName(id, among: variants))"
        guard let format = variant.outputFormat else { return ([String](), [String]()) }
        try rendering.write(to: path, as: format)
        var paths = [path]
        if writesScene {
          paths.append("\(path.dropLast(variant.format.count))scene")
          try AtomicFile.write(Array(rendering.scene.fileText.utf8), to: paths[1])
        }
        return (paths, rendering.diagnostics.map { "\(id): \($0)" })
      }
    } done: { index, result in
      let id = tasks[index].figure.entry.id
      switch result {
      case .success((let paths, let diagnostics)):
        written[index] = paths
        notes[index] = diagnostics
      case .failure(let error): failures[index] = "\(id): \(error)"
      }
      progress.advance(id)
    }
    progress.finish()
    for note in left + tasks.indices.flatMap({ notes[$0] ?? [] }) {
      StandardError.print("note: \(note)")
    }
    let paths = tasks.indices.flatMap { written[$0] ?? [] }
    if !paths.isEmpty { try StandardOutput.print(paths.joined(separator: "\n")) }
    for failure in tasks.indices.compactMap({ failures[$0] }) {
      StandardError.print("error: \(failure)")
    }
    guard failures.isEmpty else { throw ExitCode(1) }
  }
}
