import ArgumentParser
import Burin
import BurinGolden
import CommandSupport
import Figures

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Compare fresh renders in both languages with the goldens, pixel by pixel.")

  @Argument(help: "The figures; all of them when none is named.") var ids: [String] = []
  @OptionGroup var goldens: GoldenFolder
  @Option(help: "The folder for images of the differences; made where it is missing.")
  var differences = "golden-differences"
  @OptionGroup var jobCount: JobCount

  func run() async throws {
    let pictures = GoldenFolder.pictures(of: try FigureSelection.entries(ids))
    try Fonts.find()
    let (goldens, differences) = (goldens, differences)
    var progress = Progress(total: pictures.count)
    var failures: [Int: String] = [:]
    await forEachConcurrently(pictures, jobs: jobCount.jobs) { picture in
      Self.failure(of: picture, goldens, differences: differences)
    } done: { index, failure in
      failures[index] = failure
      progress.advance(pictures[index].name)
    }
    progress.finish()
    for (_, failure) in failures.sorted(by: { $0.key < $1.key }) {
      try StandardOutput.print(failure)
    }
    try StandardOutput.print(
      "\(pictures.count - failures.count) passed, \(failures.count) failed")
    guard failures.isEmpty else { throw ExitCode(1) }
  }

  /// What is wrong with a picture in one line; nil where it equals its golden.
  private static func failure(
    of picture: GoldenFolder.Picture, _ goldens: GoldenFolder, differences: String
  ) -> String? {
    let path = goldens.path(of: picture)
    do {
      let actual = try picture.scene().bitmap(scale: GoldenFolder.scale)
      let bytes: [UInt8]
      do {
        bytes = try AtomicFile.read(path, limit: GoldenFolder.sizeLimit)
      } catch {
        return
          "\(picture.name): \(error); if the figure is new, look at it and run: figures accept \(picture.entry.id)"
      }
      let expected = try PNGDecoder.decode(bytes).bitmap
      let comparison = BitmapComparison(expected: expected, actual: actual)
      guard !comparison.isEqual else { return nil }
      try OutputFolder.make(differences)
      let image = "\(differences)/\(picture.name).png"
      try AtomicFile.write(
        try PNGEncoder(preset: .fast).encode(comparison.differenceImage), to: image)
      return "\(picture.name): \(comparison); see \(image)"
    } catch {
      return "\(picture.name): \(error)"
    }
  }
}
