import Burin
import BurinCharts
import BurinGolden
import BurinRaster
import BurinScene
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

@Suite("burin golden on hostile folders")
struct HostileGoldenTests {
  private func program(scene: String, name: String = "a") throws -> BurinProgram {
    let program = try BurinProgram()
    let page = try #require(Bitmap(width: 4, height: 4, fill: .white))
    try program.folder.write(try PNGEncoder().encode(page), to: "golden/a.png")
    try program.folder.write(
      "scene 4×4 #ffffff en\ntitle \"t\"\nalt \"a\"\n\(scene)\n", to: "golden/a.scene")
    try program.folder.write(
      """
      {"version": 1, "environments": {"e": {"cairo": "1"}}, "goldens": {"\(name)": "e"}}
      """, to: "golden/manifest.json")
    return program
  }

  @Test(
    "Sizes whose product is no number are refused",
    arguments: ["3037000500×3037000500", "9223372036854775807×2", "8193×8193"])
  func images(size: String) throws {
    let program = try program(scene: "image \(size) at 1,2 size 10×10 cells #000000")
    let run = try program.run("golden", "check", "golden")
    #expect(run.status == 1)
    #expect(run.output.contains("golden/a.scene: scene text, line 4"))
  }

  @Test("Numbers that no canvas has are drawn or refused, and never a trap")
  func numbers() throws {
    for number in ["nan", "inf", "-1e308", "1e308", "1e19", "4294967296"] {
      let program = try program(
        scene:
          "path M0,0 L\(number),1 L2,\(number) Z fill radial \(number),1 2×\(number) 0:#000000 1:#ffffff"
      )
      #expect(try program.run("golden", "check", "golden").status == 1, "\(number)")
    }
  }

  @Test("A name in a manifest is shown as text")
  func names() throws {
    let program = try program(scene: "", name: "b\\u001b[2J")
    let run = try program.run("golden", "check", "golden")
    #expect(run.status == 1)
    #expect(run.output.contains("b\u{FFFD}[2J"))
    #expect(!run.output.contains("\u{1B}") && !run.error.contains("\u{1B}"))
  }
}
