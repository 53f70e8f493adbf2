import ArgumentParser
import BurinFigures
import BurinGolden
import CommandSupport
import Figures

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Compare fresh renders, in both languages, light and dark, with the goldens: scenes, then pixels."
  )

  @Argument(help: "The figures; all by default.") var ids: [String] = []
  @OptionGroup var goldens: GoldenFolder
  @Option(help: "The folder for images of the differences; created if missing.")
  var differences = "golden-differences"
  @OptionGroup var jobCount: JobCount

  func run() throws {
    let pictures = GoldenFolder.pictures(of: try FigureSelection.entries(ids))
    try Fonts.find()
    let (store, differences) = (goldens.store, differences)
    var progress = Progress(total: pictures.count)
    var results: [Int: PictureCheck] = [:]
    forEachConcurrently(pictures, jobs: jobCount.jobs) { picture in
      PictureCheck(picture, store, differences: differences)
    } done: { index, result in
      results[index] = result
      progress.advance(pictures[index].name)
    }
    progress.finish()
    let ordered = results.sorted { $0.key < $1.key }.map(\.value)
    let failed = ordered.filter { !$0.passes }
    for result in failed { try StandardOutput.print(result.lines.joined(separator: "\n")) }
    let strays = ids.isEmpty ? try store.strays(known: Set(pictures.map(\.name))) : []
    for stray in strays where !failed.contains(where: { $0.name == stray.name }) {
      try StandardOutput.print("\(stray)")
    }
    for note in Set(ordered.compactMap(\.note)).sorted() { StandardError.print("note: \(note)") }
    try StandardOutput.print("\(ordered.count - failed.count) passed, \(failed.count) failed")
    if !failed.isEmpty {
      let ids = pictures.map(\.entry.id).filter { id in
        failed.contains { $0.figure == id }
      }
      StandardError.print(
        "look at the differences; where the new pictures are right: figures accept "
          + ids.reduce(into: []) { if $0.last != $1 { $0.append($1) } }.joined(separator: " "))
    }
    guard failed.isEmpty, strays.isEmpty else { throw ExitCode(1) }
  }
}

/// The result of checking one picture.
private struct PictureCheck: Sendable {
  let name: String
  let figure: String
  /// The failure, in lines of which the first begins with the picture's name; empty if it passes.
  var lines: [String] = []
  /// A remark that is not a failure.
  var note: String?

  var passes: Bool { lines.isEmpty }

  init(_ picture: GoldenFolder.Picture, _ store: GoldenStore, differences: String) {
    name = picture.name
    figure = picture.entry.id
    do {
      let actual = try picture.rendition()
      let check = try store.check(picture.name, actual)
      guard let golden = check.golden, let verdict = check.verdict else {
        lines = ["\(name): there is no golden \(store.picturePath(name))"]
        return
      }
      if !verdict.environment.isEmpty {
        note = "the goldens were \(verdict.why)"
      }
      if verdict.passes, let hidden = verdict.hiddenNote { note = "\(name) passes, but \(hidden)" }
      guard !verdict.passes else { return }
      lines = Self.indented(verdict.lines())
      let image = try Self.writeDifference(golden, actual, name, in: differences)
      lines.append("  see \(image)")
    } catch {
      lines.append("\(error)")
    }
    if let first = lines.first { lines[0] = "\(name): \(first)" }
  }

  private static func indented(_ lines: [String]) -> [String] {
    lines.enumerated().map { $0.offset == 0 ? $0.element : "  \($0.element)" }
  }

  /// Writes the picture and an image of the differences; returns the latter's path.
  private static func writeDifference(
    _ golden: Rendition, _ actual: Rendition, _ name: String, in folder: String
  ) throws -> String {
    try OutputFolder.make(folder)
    let encoder = PNGEncoder(preset: .fast)
    try AtomicFile.write(
      try encoder.encode(actual.bitmap, scale: actual.scale), to: "\(folder)/\(name).actual.png")
    let comparison = BitmapComparison(expected: golden.bitmap, actual: actual.bitmap)
    let path = "\(folder)/\(name).png"
    try AtomicFile.write(
      try encoder.encode(comparison.differenceImage, scale: actual.scale), to: path)
    return path
  }
}
