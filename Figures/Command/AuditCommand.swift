import ArgumentParser
import BurinFigures
import BurinGolden
import CommandSupport
import Figures

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract:
      "Introduce faults into each light figure and check that its golden detects every one.",
    discussion: """
      A fault is a wrong digit, a lost sign, a dropped mark, a point moved by one pixel, one step of \
      a colour and so on. All faults are compared with the golden's scene; some of each sort are \
      drawn too, and the last two columns show how many of those the pixels alone reveal: compared for \
      equality, and by the rule for other rasterisers. With all figures, scenes of the audit's own \
      are tried too, with transforms, gradients, opacities, images, clips and shapes in columns.
      """)

  @Argument(help: "The figures; all by default.") var ids: [String] = []
  @OptionGroup var goldens: GoldenFolder
  @Option(help: "How many faults of each sort are drawn for each picture.") var drawn = 2
  @OptionGroup var jobCount: JobCount

  func validate() throws {
    guard (0...1000).contains(drawn) else {
      throw ValidationError("--drawn is \(drawn); it must be from 0 to 1000")
    }
  }

  func run() throws {
    let pictures = GoldenFolder.pictures(
      of: try FigureSelection.entries(ids), themes: [.light])
    try Fonts.find()
    let (store, drawn) = (goldens.store, drawn)
    var progress = Progress(total: pictures.count)
    var results: [Int: Result<GoldenAudit, any Error>] = [:]
    forEachConcurrently(pictures, jobs: jobCount.jobs) { picture in
      Result { try Self.audit(picture, store, drawing: drawn) }
    } done: { index, result in
      results[index] = result
      progress.advance(pictures[index].name)
    }
    progress.finish()
    var table = AuditTable()
    var failures: [String] = []
    for (index, result) in results.sorted(by: { $0.key < $1.key }) {
      switch result {
      case .success(let audit): table.add(pictures[index].name, audit)
      case .failure(let error): failures.append("\(pictures[index].name): \(error)")
      }
    }
    if ids.isEmpty {
      for (name, scene) in AuditScenes.all {
        do {
          table.add("(\(name))", try Self.audit(scene, drawing: drawn))
        } catch {
          failures.append("(\(name)): \(error)")
        }
      }
    }
    try StandardOutput.print(table.lines.joined(separator: "\n"))
    for survivor in table.survivors { try StandardOutput.print("survived: \(survivor)") }
    for failure in failures { StandardError.print("error: \(failure)") }
    guard failures.isEmpty, table.survivors.isEmpty else { throw ExitCode(1) }
  }

  private static func audit(
    _ picture: GoldenFolder.Picture, _ store: GoldenStore, drawing: Int
  ) throws -> GoldenAudit {
    let actual = try picture.rendition()
    let check = try store.check(picture.name, actual)
    guard let golden = check.golden, let scene = actual.scene else {
      throw CommandFailure("there is no golden \(store.picturePath(picture.name))")
    }
    guard check.state == .equal else {
      throw CommandFailure(
        "it differs from its golden, so its faults show nothing; see figures check")
    }
    return try GoldenAudit(
      scene, golden: golden, scale: GoldenFolder.scale, drawing: drawing,
      renderer: GoldenAudit.Renderer(scene, scale: GoldenFolder.scale))
  }

  /// Audits a scene that has no golden: its picture as it is drawn now.
  private static func audit(_ scene: Scene, drawing: Int) throws -> GoldenAudit {
    var golden = try scene.rendition(scale: GoldenFolder.scale)
    golden.scene = try Scene(text: scene.fileText)
    return try GoldenAudit(
      scene, golden: golden, scale: GoldenFolder.scale, drawing: drawing,
      renderer: GoldenAudit.Renderer(scene, scale: GoldenFolder.scale))
  }
}
