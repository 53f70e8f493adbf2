import ArgumentParser
import BurinFigures
import BurinRaster
import CommandSupport
import Figures

struct GalleryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gallery",
    abstract:
      "Write a page with every figure, its numbers and sentences, and the command that makes it.",
    discussion: """
      The page is index.html; its pictures are SVG in the folder pictures beside it: each figure in \
      each language, light and dark, at its own width and anew for telephones. No network is needed.
      """)

  @OptionGroup var selection: FigureSelection
  @Option(name: .shortAndLong, help: "The folder for the page; created if missing.")
  var out = "gallery"
  @OptionGroup var jobCount: JobCount

  func validate() throws {
    guard !out.isEmpty else { throw ValidationError("--out is empty; it must name a folder") }
  }

  func run() throws {
    let (figures, left) = try selection.applicable()
    try Fonts.find()
    try OutputFolder.make("\(out)/pictures")
    let tasks = figures.flatMap { figure in
      GalleryPage.looks.map { (figure: figure, look: $0) }
    }
    var progress = Progress(total: tasks.count)
    var drawn: [Int: Result<GalleryPage.Picture, any Error>] = [:]
    forEachConcurrently(tasks, jobs: jobCount.jobs) { [out] task in
      Result { try GalleryPage.Picture(task.figure, task.look, folder: out) }
    } done: { index, result in
      drawn[index] = result
      progress.advance(tasks[index].figure.entry.id)
    }
    progress.finish()
    var page = GalleryPage()
    for (place, figure) in figures.enumerated() {
      var section = try GalleryPage.Section(figure)
      for index in tasks.indices where index / GalleryPage.looks.count == place {
        switch drawn[index] {
        case .success(let picture): section.pictures.append(picture)
        case .failure(let error):
          let look = tasks[index].look
          // A figure may need more space than a telephone has; elsewhere it is a failure.
          guard look.width != nil else { throw CommandFailure("\(figure.entry.id): \(error)") }
          page.notes.append("\(figure.entry.id), \(look.name): \(error)")
        case nil: continue
        }
      }
      page.sections.append(section)
    }
    try AtomicFile.write(Array(try page.html.utf8), to: "\(out)/index.html")
    for note in left + page.notes { StandardError.print("note: \(note)") }
    try StandardOutput.print("\(out)/index.html")
  }
}
