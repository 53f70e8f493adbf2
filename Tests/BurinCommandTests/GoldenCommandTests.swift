import Burin
import BurinCharts
import BurinGolden
import Foundation
import TestSupport
import Testing

@Suite("burin golden redraws and audits a folder of goldens")
struct GoldenCommandTests {
  private func goldens() throws -> (program: BurinProgram, store: GoldenStore) {
    let program = try BurinProgram()
    let store = GoldenStore(folder: program.folder.url("golden").path)
    let scene = try Chart {
      for (index, value) in [1.0, 3, 2].enumerated() {
        BarMark(x: .value("quarter", "Q\(index + 1)"), y: .value("sales", value))
      }
    }.scene(width: 240, height: 160, altText: "3 bars.").scene
    try store.record(["sales": scene.rendition()])
    return (program, store)
  }

  @Test("Scenes drawn here as they were pass")
  func passes() throws {
    let (program, _) = try goldens()
    let run = try program.run("golden", "check", "golden")
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(run.output.hasPrefix("sales: "))
    #expect(run.output.hasSuffix("1 passed, 0 failed\n"))
  }

  @Test("A scene that the picture does not show fails")
  func differs() throws {
    let (program, store) = try goldens()
    let text = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: store.scenePath("sales"))), as: UTF8.self)
    try text.replacing(/fill #[0-9a-f]{6}/, with: "fill #ff0000")
      .write(toFile: store.scenePath("sales"), atomically: true, encoding: .utf8)
    let run = try program.run("golden", "check", "golden")
    #expect(run.status == 1)
    #expect(run.output.contains("mark bar 1"))
    #expect(run.output.hasSuffix("0 passed, 1 failed\n"))
  }

  @Test("Every fault is found in a golden with its scene")
  func audit() throws {
    let (program, _) = try goldens()
    let run = try program.run("golden", "audit", "golden", "--drawn", "1")
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(run.output.split(separator: "\n").last?.contains("100 %") == true)
  }

  @Test("Pixels alone are told to have no scene")
  func pixels() throws {
    let (program, store) = try goldens()
    try FileManager.default.removeItem(atPath: store.scenePath("sales"))
    let audit = try program.run("golden", "audit", "golden")
    #expect(audit.status == 0)
    #expect(audit.error == "note: sales has no scene for faults\n")
    let check = try program.run("golden", "check", "golden")
    #expect(check.status == 0)
    #expect(check.output == "sales: only pixels are recorded\n1 passed, 0 failed\n")
  }

  @Test("What is wrong with the folder is told in one line")
  func mistakes() throws {
    let (program, store) = try goldens()
    let nothing = try program.run("golden", "check", "nowhere")
    #expect(nothing.status == 1)
    #expect(nothing.error == "error: there are no goldens in nowhere\n")
    let font = try program.run("golden", "check", "golden", "--font", "No Such Family")
    #expect(font.status == 1)
    #expect(font.error.contains("No Such Family"))
    let usage = try program.run("golden", "audit", "golden", "--drawn", "-1")
    #expect(usage.status == 2)
    try Data("{".utf8).write(to: URL(fileURLWithPath: store.manifestPath))
    let manifest = try program.run("golden", "check", "golden")
    #expect(manifest.status == 1)
    #expect(manifest.error.contains("manifest.json: line 1"))
  }
}
