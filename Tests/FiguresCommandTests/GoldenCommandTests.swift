import Foundation
import TestSupport
import Testing

@Suite("figures checks, accepts and audits goldens")
struct GoldenCommandTests {
  private static let id = "04_distribution"

  private func accept(_ folder: TemporaryFolder) throws {
    let run = try Program.run("accept", Self.id, in: folder)
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output == "recorded 4 of 4 in golden\n")
  }

  @Test(
    "What is accepted passes: both languages, light and dark, a scene beside each picture, one manifest"
  )
  func accepted() throws {
    let folder = try TemporaryFolder()
    try accept(folder)
    #expect(
      try folder.names(in: "golden") == [
        "\(Self.id).en.dark.png", "\(Self.id).en.dark.scene", "\(Self.id).en.png",
        "\(Self.id).en.scene", "\(Self.id).zh.dark.png", "\(Self.id).zh.dark.scene",
        "\(Self.id).zh.png", "\(Self.id).zh.scene", "manifest.json",
      ])
    let run = try Program.run("check", Self.id, in: folder)
    #expect(run.status == 0)
    #expect(run.output == "4 passed, 0 failed\n")
    #expect(try folder.names() == ["golden"])
  }

  @Test("A changed digit fails by its text, with a picture of the difference and the next command")
  func digit() throws {
    let folder = try TemporaryFolder()
    try accept(folder)
    let name = "golden/\(Self.id).en.scene"
    let scene = try folder.text(name)
    let line = try #require(
      scene.split(separator: "\n").first { $0.contains("run \"1") || $0.contains("run \"0") })
    let changed = line.replacing(
      /run "([01])/, with: { $0.output.1 == "1" ? "run \"7" : "run \"8" })
    try folder.write(scene.replacing(line, with: changed), to: name)
    let run = try Program.run("check", Self.id, in: folder)
    #expect(run.status == 1)
    let lines = run.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("\(Self.id).en: the scene differs in ") == true)
    #expect(lines.contains { $0.contains(" → \"1") || $0.contains(" → \"0") })
    #expect(lines.contains { $0.hasSuffix("see golden-differences/\(Self.id).en.png") })
    #expect(lines.last == "3 passed, 1 failed")
    #expect(run.error.hasSuffix("figures accept \(Self.id)\n"))
    #expect(
      try folder.names(in: "golden-differences") == [
        "\(Self.id).en.actual.png", "\(Self.id).en.png",
      ])
  }

  @Test("Missing goldens fail, and checking writes nothing")
  func missing() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run("check", Self.id, in: folder)
    #expect(run.status == 1)
    #expect(
      run.output.hasPrefix("\(Self.id).zh: there is no golden golden/\(Self.id).zh.png\n"))
    #expect(try folder.names().isEmpty)
  }

  @Test("Where CI is set nothing is accepted", arguments: [["CI": "1"], ["BURIN_RECORD": "never"]])
  func never(environment: [String: String]) throws {
    let folder = try TemporaryFolder()
    let run = try Program.run("accept", Self.id, environment: environment, in: folder)
    #expect(run.status == 1)
    #expect(run.errorLines.count == 1)
    #expect(try folder.names().isEmpty)
  }

  @Test("The modes accept what they name")
  func modes() throws {
    let folder = try TemporaryFolder()
    func accept(_ mode: String) throws -> String {
      try Program.run("accept", Self.id, environment: ["BURIN_RECORD": mode], in: folder).output
    }
    #expect(try accept("missing") == "recorded 4 of 4 in golden\n")
    #expect(try accept("missing") == "recorded 0 of 4 in golden\n")
    #expect(try accept("failed") == "recorded 0 of 4 in golden\n")
    let scene = "golden/\(Self.id).zh.scene"
    try folder.write(try folder.text(scene).replacing("#ffffff", with: "#fffffe"), to: scene)
    #expect(try accept("missing") == "recorded 0 of 4 in golden\n")
    #expect(try accept("failed") == "recorded 1 of 4 in golden\n")
    #expect(try accept("all") == "recorded 4 of 4 in golden\n")
  }

  @Test("Goldens of other libraries are held to the rule for rasterisers, and kept unless told")
  func environment() throws {
    let folder = try TemporaryFolder()
    try accept(folder)
    let manifest = try folder.text("golden/manifest.json")
    let other = manifest.replacing(/"freetype": "[^"]*"/, with: "\"freetype\": \"1.0\"")
    try folder.write(other, to: "golden/manifest.json")
    let check = try Program.run("check", Self.id, in: folder)
    #expect(check.status == 0)
    #expect(check.error.contains("drawn by other libraries (freetype 1.0 → "))
    let refused = try Program.run("accept", Self.id, in: folder)
    #expect(refused.status == 1)
    #expect(refused.error.contains("--new-environment"))
    #expect(try folder.text("golden/manifest.json") == other)
    let moved = try Program.run("accept", Self.id, "--new-environment", in: folder)
    #expect(moved.status == 0)
    #expect(try folder.text("golden/manifest.json") == manifest)
  }

  @Test("Damaged goldens are failures that name their file")
  func damage() throws {
    let folder = try TemporaryFolder()
    try accept(folder)
    try folder.write("scene", to: "golden/\(Self.id).zh.scene")
    try folder.write("not a picture", to: "golden/\(Self.id).en.png")
    let run = try Program.run("check", Self.id, in: folder)
    #expect(run.status == 1)
    #expect(run.output.contains("\(Self.id).zh: golden/\(Self.id).zh.scene: scene text, line 1"))
    #expect(run.output.contains("\(Self.id).en: golden/\(Self.id).en.png: not a PNG image"))
    #expect(run.output.hasSuffix("2 passed, 2 failed\n"))
  }

  @Test("The audit finds every fault, and says so where the golden has one itself")
  func audit() throws {
    let folder = try TemporaryFolder()
    try accept(folder)
    let run = try Program.run("audit", Self.id, "--drawn", "1", in: folder)
    #expect(run.status == 0, "\(run.output)\(run.error)")
    let all = try #require(run.output.split(separator: "\n").last)
    #expect(all.contains("100 %"))
    #expect(!run.output.contains("survived"))
    try folder.write(
      try folder.text("golden/\(Self.id).zh.scene").replacing("#ffffff", with: "#fffffe"),
      to: "golden/\(Self.id).zh.scene")
    let differing = try Program.run("audit", Self.id, "--drawn", "0", in: folder)
    #expect(differing.status == 1)
    #expect(
      differing.error
        == "error: \(Self.id).zh: it differs from its golden, so its faults show nothing; see figures check\n"
    )
  }
}
