import ArgumentParser
import Burin
import BurinGolden
import BurinText
import CommandSupport

/// `burin golden`: commands for a folder of goldens that don't need the code that draws them.
struct GoldenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "golden",
    abstract: "Redraw and audit a folder of goldens from the scenes beside them.",
    subcommands: [GoldenCheckCommand.self, GoldenAuditCommand.self])
}

/// The goldens of a folder that have a scene, and their fonts.
struct SceneGoldens: ParsableArguments {
  @Argument(help: "The folder with NAME.png, NAME.scene and manifest.json.") var folder: String
  @Option(
    help: "A font family that the scenes use in addition to those they name; may be repeated.")
  var font: [String] = []
  @OptionGroup var jobCount: JobCount

  var store: GoldenStore { GoldenStore(folder: folder) }

  /// Returns the names of all goldens, in order.
  func names() throws -> [String] {
    let names = try store.names()
    guard !names.isEmpty else {
      throw CommandFailure("there are no goldens in \(folder)")
    }
    // A missing font is reported once and not for every golden.
    var families = FontFamilies.standard
    families.text += font
    _ = try FontLibrary.shared(families)
    return names
  }

  /// Returns a golden with its scene, which uses the additional families; nil if only its pixels
  /// are recorded.
  static func load(
    _ name: String, in store: GoldenStore, fonts: [String]
  ) throws -> (golden: Rendition, scene: Scene)? {
    guard let golden = try store.golden(name) else {
      throw CommandFailure("there is no picture \(store.picturePath(name))")
    }
    guard var scene = golden.scene else { return nil }
    scene.fontFamilies.text += fonts.filter { !scene.fontFamilies.text.contains($0) }
    return (golden, scene)
  }
}

struct GoldenCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Draw each golden's scene here and compare it with the golden's pixels.",
    discussion: """
      This shows whether the libraries and fonts of this machine draw like those that recorded \
      the goldens. Files that belong to no golden are reported too.
      """)

  @OptionGroup var goldens: SceneGoldens

  func run() throws {
    let names = try goldens.names()
    let (store, fonts) = (goldens.store, goldens.font)
    var lines: [Int: [String]] = [:]
    var failed = 0
    var progress = Progress(total: names.count)
    forEachConcurrently(names, jobs: goldens.jobCount.jobs) { name in
      Result { try Self.check(name, store, fonts) }
    } done: { index, result in
      switch result {
      case .success(let found):
        lines[index] = found.lines
        if !found.passes { failed += 1 }
      case .failure(let error):
        lines[index] = ["\(names[index]): \(error)"]
        failed += 1
      }
      progress.advance(names[index])
    }
    progress.finish()
    for (_, text) in lines.sorted(by: { $0.key < $1.key }) {
      try StandardOutput.print(text.map(TerminalText.safe).joined(separator: "\n"))
    }
    let strays = try store.strays()
    for stray in strays { try StandardOutput.print(TerminalText.safe("\(stray)")) }
    try StandardOutput.print("\(names.count - failed) passed, \(failed) failed")
    guard failed == 0, strays.isEmpty else { throw ExitStatus.different }
  }

  private static func check(
    _ name: String, _ store: GoldenStore, _ fonts: [String]
  ) throws -> (lines: [String], passes: Bool) {
    guard let (golden, scene) = try SceneGoldens.load(name, in: store, fonts: fonts) else {
      return (["\(name): only pixels are recorded"], true)
    }
    let here = try scene.rendition(scale: golden.scale)
    // Positions are written in thousandths of a point, so that edges may be a step off.
    let verdict = Verdict(expected: golden, actual: here, rule: .rasterizer)
    let notes = [verdict.passes ? verdict.hiddenNote : nil].compactMap { $0 } + verdict.notes
    let lines = (verdict.lines() + notes).enumerated().map {
      $0.offset == 0 ? "\(name): \($0.element)" : "  \($0.element)"
    }
    return (lines, verdict.passes)
  }
}

struct GoldenAuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract:
      "Introduce faults into each golden's scene and check that the golden detects every one.",
    discussion: """
      A fault is a wrong digit, a lost sign, a dropped mark, a point moved by one pixel, one step of \
      a colour and so on. The last two columns show how many of the drawn faults the \
      pixels alone reveal: compared for equality, and by the rule for other rasterisers.
      """)

  @OptionGroup var goldens: SceneGoldens
  @Option(help: "How many faults of each sort are drawn for each golden.") var drawn = 2

  func validate() throws {
    guard (0...1000).contains(drawn) else {
      throw ValidationError("--drawn is \(drawn); it must be from 0 to 1000")
    }
  }

  func run() throws {
    let names = try goldens.names()
    let (store, fonts, drawn) = (goldens.store, goldens.font, drawn)
    var results: [Int: Result<GoldenAudit?, any Error>] = [:]
    var progress = Progress(total: names.count)
    forEachConcurrently(names, jobs: goldens.jobCount.jobs) { name in
      Result { try Self.audit(name, store, fonts, drawing: drawn) }
    } done: { index, result in
      results[index] = result
      progress.advance(names[index])
    }
    progress.finish()
    var table = AuditTable()
    var failures: [String] = []
    for (index, result) in results.sorted(by: { $0.key < $1.key }) {
      switch result {
      case .success(nil):
        StandardError.print("note: \(TerminalText.safe(names[index])) has no scene for faults")
      case .success(let audit?): table.add(names[index], audit)
      case .failure(let error): failures.append("\(names[index]): \(error)")
      }
    }
    try StandardOutput.print(table.lines.map(TerminalText.safe).joined(separator: "\n"))
    for survivor in table.survivors {
      try StandardOutput.print(TerminalText.safe("survived: \(survivor)"))
    }
    for failure in failures { StandardError.print(TerminalText.safe("error: \(failure)")) }
    guard failures.isEmpty, table.survivors.isEmpty else { throw ExitCode(1) }
  }

  private static func audit(
    _ name: String, _ store: GoldenStore, _ fonts: [String], drawing: Int
  ) throws -> GoldenAudit? {
    guard let (golden, scene) = try SceneGoldens.load(name, in: store, fonts: fonts) else {
      return nil
    }
    return try GoldenAudit(
      scene, golden: golden, scale: golden.scale, drawing: drawing,
      renderer: GoldenAudit.Renderer(scene, scale: golden.scale))
  }
}
