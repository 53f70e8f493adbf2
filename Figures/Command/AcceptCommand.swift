import ArgumentParser
import BurinFigures
import BurinGolden
import CommandSupport
import Figures

struct AcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract:
      "Record fresh renders, in both languages, light and dark, as the goldens; look at them first.",
    discussion: """
      All pictures are recorded, or where one fails none. With BURIN_RECORD only some are: missing, \
      failed (those that are missing or differ), never. Where CI is set nothing is recorded.
      """)

  @Argument(help: "The figures.") var ids: [String] = []
  @Flag(help: "Record every figure, and remove goldens that belong to none.") var all = false
  @Flag(
    help: "Record although other libraries drew these pictures than drew the goldens there are.")
  var newEnvironment = false
  @OptionGroup var goldens: GoldenFolder
  @OptionGroup var jobCount: JobCount

  func validate() throws {
    guard all != !ids.isEmpty else {
      throw ValidationError("name the figures to accept, or use --all")
    }
  }

  func run() throws {
    let policy = try GoldenFolder.policy()
    guard policy != .never else {
      throw CommandFailure(
        "goldens are never recorded where CI is set; run accept on your own machine and commit")
    }
    let pictures = GoldenFolder.pictures(of: try FigureSelection.entries(ids))
    try Fonts.find()
    let store = goldens.store
    var recorded: [String: Rendition] = [:]
    var failures: [Int: String] = [:]
    var progress = Progress(total: pictures.count)
    forEachConcurrently(pictures, jobs: jobCount.jobs) { picture in
      Result {
        let rendition = try picture.rendition()
        guard policy != .all else { return Optional(rendition) }
        let state = try store.check(picture.name, rendition).state
        return policy.records(state) ? rendition : nil
      }
    } done: { index, result in
      switch result {
      case .success(let rendition): recorded[pictures[index].name] = rendition
      case .failure(let error): failures[index] = "\(pictures[index].name): \(error)"
      }
      progress.advance(pictures[index].name)
    }
    progress.finish()
    guard failures.isEmpty else {
      for (_, failure) in failures.sorted(by: { $0.key < $1.key }) {
        StandardError.print("error: \(failure)")
      }
      StandardError.print("error: nothing was recorded")
      throw ExitCode(1)
    }
    do {
      try store.record(recorded, mayChangeEnvironment: newEnvironment)
      if all { try removeOrphans(besides: pictures, in: store) }
    } catch GoldenError.otherEnvironment(let golden, let changes) {
      let words = changes.map(\.description).joined(separator: ", ")
      throw CommandFailure(
        "other libraries drew \(golden) when it was recorded (\(words)), so nothing was recorded; to move the goldens to those here, use --all --new-environment"
      )
    }
    try StandardOutput.print("recorded \(recorded.count) of \(pictures.count) in \(store.folder)")
  }

  private func removeOrphans(
    besides pictures: [GoldenFolder.Picture], in store: GoldenStore
  ) throws {
    let orphans = try store.strays(known: Set(pictures.map(\.name))).compactMap { stray in
      if case .orphan(let name) = stray { name } else { nil }
    }
    try store.remove(Set(orphans))
    for name in orphans { try StandardOutput.print("removed \(name), which no figure draws") }
  }
}
