import BurinGolden
import Foundation

/// The folder that a corpus is written into for other programs: `expected/`, `actual/`, and for
/// each scene a table of labels.
final class CorpusArchive {
  private let scene: String
  private let folder: String
  private var lines: [String] = []

  /// Nil where no folder is asked for.
  init?(_ scene: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["BURIN_CORPUS"], !folder.isEmpty else {
      return nil
    }
    self.scene = scene
    self.folder = folder
  }

  /// The golden of the scene.
  func add(_ golden: Rendition) throws {
    try GoldenStore(folder: "\(folder)/expected").record([scene: golden])
  }

  /// A picture that is held against the golden, and what Burin said.
  func add(
    _ actual: Rendition, kind: String, index: Int, mustFail: Bool, fails: Bool
  ) throws {
    let name = "\(scene).\(mustFail ? "fault" : "harmless").\(index)"
    try GoldenStore(folder: "\(folder)/actual").record([name: actual], mayChangeEnvironment: true)
    lines.append(
      [name, scene, mustFail ? "fail" : "pass", kind, fails ? "fail" : "pass"].joined(
        separator: "\t"))
    let label = mustFail ? "faults" : "harmless"
    try (lines.joined(separator: "\n") + "\n").write(
      toFile: "\(folder)/\(scene).\(label).tsv", atomically: true, encoding: .utf8)
  }
}
