import ArgumentParser
import Burin
import BurinGolden
import CommandSupport
import Figures

struct AcceptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Record fresh renders in both languages as the goldens; look at them first.")

  @Argument(help: "The figures.") var ids: [String] = []
  @Flag(help: "Record every figure.") var all = false
  @OptionGroup var goldens: GoldenFolder
  @OptionGroup var jobCount: JobCount

  func validate() throws {
    guard all != !ids.isEmpty else {
      throw ValidationError("name the figures to accept, or give --all")
    }
  }

  func run() async throws {
    guard try GoldenFolder.policy() != .never else {
      throw CommandFailure(
        "goldens are never recorded where CI is set; run accept on your own machine and commit")
    }
    let pictures = GoldenFolder.pictures(of: try FigureSelection.entries(ids))
    try Fonts.find()
    try OutputFolder.make(goldens.golden)
    let goldens = goldens
    var failures: [Int: String] = [:]
    var progress = Progress(total: pictures.count)
    await forEachConcurrently(pictures, jobs: jobCount.jobs) { picture -> String? in
      do {
        let scene = try picture.scene()
        let bytes = try scene.encoded(as: .png(scale: GoldenFolder.scale), compression: .small)
        try AtomicFile.write(bytes, to: goldens.path(of: picture))
        return nil
      } catch {
        return "\(picture.name): \(error)"
      }
    } done: { index, failure in
      failures[index] = failure
      progress.advance(pictures[index].name)
    }
    progress.finish()
    for (_, failure) in failures.sorted(by: { $0.key < $1.key }) {
      StandardError.print("error: \(failure)")
    }
    guard failures.isEmpty else { throw ExitCode(1) }
  }
}
