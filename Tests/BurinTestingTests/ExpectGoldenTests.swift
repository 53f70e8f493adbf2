import Burin
import BurinCharts
import BurinGolden
import BurinRaster
import BurinScene
import BurinTesting
import Synchronization
import Testing

@Suite("Goldens in tests")
struct ExpectGoldenTests {
  private func chart(_ last: Double = 3) -> Chart {
    Chart {
      for (index, value) in [1, 2, last].enumerated() {
        BarMark(x: .value("quarter", "Q\(index + 1)"), y: .value("sales", value))
      }
    }
  }

  private let options = RenderOptions(width: 240, height: 160)

  private func record(_ package: ScratchPackage, _ body: () throws -> Void) throws {
    try GoldenSettings.$current.withValue(package.settings(["BURIN_RECORD": "all"])) { try body() }
  }

  private func check(_ package: ScratchPackage, _ body: () throws -> Void) throws {
    try GoldenSettings.$current.withValue(package.settings()) { try body() }
  }

  /// The text of the issue that a check records.
  private func issue(_ package: ScratchPackage, _ body: () throws -> Void) throws -> String {
    let text = Mutex("")
    try check(package) {
      try withKnownIssue {
        try body()
      } matching: { issue in
        text.withLock { $0 += issue.comments.map(\.rawValue).joined() }
        return true
      }
    }
    return text.withLock { $0 }
  }

  @Test("A chart is recorded when asked for, then passes, and another number fails by its text")
  func chart() throws {
    let package = try ScratchPackage()
    try record(package) {
      try expectGolden(chart(), named: "sales", options, filePath: package.file)
    }
    #expect(package.exists("golden/sales.png"))
    #expect(package.exists("golden/sales.scene"))
    try check(package) {
      try expectGolden(chart(), named: "sales", options, filePath: package.file)
    }
    let text = try issue(package) {
      try expectGolden(
        Chart {
          for (index, value) in [1, 2, 3].enumerated() {
            BarMark(x: .value("quarter", "Q\(index + 2)"), y: .value("sales", value))
          }
        }, named: "sales", options, filePath: package.file)
    }
    #expect(text.hasPrefix("golden “sales” differs: the scene differs in "))
    #expect(text.contains(#"x axis, tick 1: "Q1" → "Q2""#))
    #expect(text.contains("golden      \(package.path)/golden/sales.png"))
    for kind in ["expected", "actual", "difference"] {
      let file = ".build/golden-differences/golden/sales.\(kind).png"
      #expect(text.contains(" \(package.path)/\(file)"), "\(kind)")
      #expect(package.exists(file), "\(kind)")
    }
    #expect(
      text.hasSuffix(
        #"BURIN_RECORD=failed BURIN_RECORD_ONLY=sales swift test --filter '^BurinTestingTests\.ExpectGoldenTests/chart\(\)/ExpectGoldenTests\.swift:'"#
      ))
  }

  @Test("One of three thousand points that moved is named")
  func manyPoints() throws {
    func cloud(_ moved: Double) -> Chart {
      Chart {
        ForEach(0..<3_000) { index in
          PointMark(
            x: .value("x", Double(index * 7_919 % 3_001) + (index == 1_234 ? moved : 0)),
            y: .value("y", Double(index)))
        }
      }
    }
    let package = try ScratchPackage()
    try record(package) {
      try expectGolden(cloud(0), named: "cloud", options, filePath: package.file)
    }
    try check(package) {
      try expectGolden(cloud(0), named: "cloud", options, filePath: package.file)
    }
    let text = try issue(package) {
      try expectGolden(cloud(200), named: "cloud", options, filePath: package.file)
    }
    #expect(text.contains("the scene differs in 1 place"))
    #expect(text.contains("point 1235: moved"))
  }

  @Test("A missing golden fails with the command that records it, and nothing is written")
  func missing() throws {
    let package = try ScratchPackage()
    let text = try issue(package) {
      try expectGolden(chart(), named: "sales", options, filePath: package.file)
    }
    #expect(
      text == """
        there is no golden “sales”
          golden      \(package.path)/golden/sales.png
          actual      \(package.path)/.build/golden-differences/golden/sales.actual.png
          look at the actual picture; if it is right, record golden “sales”, and no other, by:
          BURIN_RECORD=missing BURIN_RECORD_ONLY=sales swift test --filter \
        '^BurinTestingTests\\.ExpectGoldenTests/missing\\(\\)/ExpectGoldenTests\\.swift:'
        """)
    #expect(!package.exists("golden"))
    #expect(package.exists(".build/golden-differences/golden/sales.actual.png"))
  }

  private func outcome(
    _ package: ScratchPackage, _ grey: UInt8, _ environment: [String: String],
    recording: RecordPolicy = .never
  ) throws -> String {
    let bitmap = try #require(
      Bitmap(width: 9, height: 9, fill: RGBColor(red: grey, green: grey, blue: grey)))
    var settings = package.settings(environment)
    settings.recording = recording
    let expectation = GoldenExpectation(
      name: "grey", actual: Rendition(bitmap), rule: nil, settings: settings, file: package.file,
      filter: "x")
    switch try expectation.outcome() {
    case .passed: return "passed"
    case .recorded: return "recorded"
    case .failed: return "failed"
    }
  }

  @Test("Each mode records what its name says, and what is recorded passes from then on")
  func modes() throws {
    let package = try ScratchPackage()
    #expect(try outcome(package, 1, [:]) == "failed")
    #expect(try outcome(package, 1, ["BURIN_RECORD": "never"]) == "failed")
    #expect(try outcome(package, 1, ["BURIN_RECORD": "missing"]) == "recorded")
    #expect(try outcome(package, 2, ["BURIN_RECORD": "missing"]) == "failed")
    #expect(try outcome(package, 1, ["BURIN_RECORD": "failed"]) == "passed")
    #expect(try outcome(package, 2, ["BURIN_RECORD": "failed"]) == "recorded")
    #expect(try outcome(package, 2, [:]) == "passed")
    #expect(try outcome(package, 2, ["BURIN_RECORD": "all"]) == "recorded")
    #expect(try outcome(package, 3, [:], recording: .failed) == "recorded")
    #expect(throws: GoldenError.unknownRecordPolicy("yes")) {
      try outcome(package, 3, ["BURIN_RECORD": "yes"])
    }
  }

  @Test("Where CI is set nothing is recorded, whatever is asked for")
  func ci() throws {
    let package = try ScratchPackage()
    let environment = ["CI": "true", "BURIN_RECORD": "all"]
    #expect(try outcome(package, 1, environment, recording: .all) == "failed")
    #expect(!package.exists("golden"))
  }

  @Test("Goldens drawn by other libraries are moved only when told")
  func environment() throws {
    let package = try ScratchPackage()
    let store = GoldenStore(folder: package.path + "/golden")
    let bitmap = try #require(Bitmap(width: 9, height: 9))
    let old = Fingerprint(["cairo": "1.0"])
    try store.record(["a": Rendition(bitmap, fingerprint: old)])
    func expectation(_ environment: [String: String]) -> GoldenExpectation {
      GoldenExpectation(
        name: "a", actual: Rendition(bitmap, fingerprint: Fingerprint(["cairo": "2.0"])),
        rule: nil, settings: package.settings(environment), file: package.file, filter: "x")
    }
    let error = #expect(throws: (any Error).self) {
      try expectation(["BURIN_RECORD": "all"]).outcome()
    }
    #expect("\(try #require(error))".hasSuffix("set BURIN_RECORD_ENVIRONMENT=other"))
    #expect(try store.manifest().goldens["a"] == old)
    _ = try expectation(["BURIN_RECORD": "all", "BURIN_RECORD_ENVIRONMENT": "other"]).outcome()
    #expect(try store.manifest().goldens["a"] == Fingerprint(["cairo": "2.0"]))
  }

  @Test("Bitmaps and PNG files of any origin are guarded too, without a scene")
  func bitmaps() throws {
    let package = try ScratchPackage()
    var bitmap = try #require(
      Bitmap(width: 20, height: 20, fill: RGBColor(red: 200, green: 200, blue: 200)))
    try record(package) { try expectGolden(bitmap, named: "grey", filePath: package.file) }
    #expect(!package.exists("golden/grey.scene"))
    // Other encoders' files hold the same pixels.
    let png = try PNGEncoder(preset: .small).encode(
      bitmap, texts: [(keyword: "Title", text: "grey", language: "en")])
    try check(package) { try expectGolden(png: png, named: "grey", filePath: package.file) }
    // Another density is another picture, unless that is not to count.
    let large = try PNGEncoder().encode(bitmap, scale: 3)
    let density = try issue(package) {
      try expectGolden(png: large, named: "grey", filePath: package.file)
    }
    #expect(density.contains("density: 2835 × 2835 pixels per metre → 8504 × 8504"))
    try check(package) {
      try expectGolden(
        png: large, named: "grey", ignoresMetadata: true, filePath: package.file)
    }
    bitmap[3, 4] = RGBColor(red: 200, green: 200, blue: 199)
    let text = try issue(package) {
      try expectGolden(bitmap, named: "grey", filePath: package.file)
    }
    #expect(text.contains("1 pixel differs beyond the rule, by at most 1 of 255"))
    #expect(text.contains("added, 1 × 1 pixels at (3, 4)"))
    try check(package) {
      try expectGolden(bitmap, named: "grey", tolerance: .channel(1), filePath: package.file)
    }
  }

  @Test("A tolerance that nothing needs is told without failing")
  func stale() throws {
    let package = try ScratchPackage()
    let bitmap = try #require(Bitmap(width: 9, height: 9))
    var expectation = GoldenExpectation(
      name: "a", actual: Rendition(bitmap), rule: .channel(3),
      settings: package.settings(["BURIN_RECORD": "all"]), file: package.file, filter: "x")
    _ = try expectation.outcome()
    expectation.settings = package.settings()
    guard case .passed(let note) = try expectation.outcome() else {
      Testing.Issue.record("the check fails")
      return
    }
    #expect(note == "golden “a” has a tolerance that nothing needs; remove it")
  }

  @Test("Strays are told")
  func strays() throws {
    let package = try ScratchPackage()
    let bitmap = try #require(Bitmap(width: 9, height: 9))
    try record(package) {
      try expectGolden(bitmap, named: "a", filePath: package.file)
      try expectGolden(bitmap, named: "b", filePath: package.file)
    }
    try check(package) { try expectNoStrayGoldens(besides: ["a", "b"], filePath: package.file) }
    let text = try issue(package) {
      try expectNoStrayGoldens(besides: ["a"], filePath: package.file)
    }
    #expect(text.hasSuffix("b: no picture is checked against this golden; remove it"))
  }

  @Test(
    "A suite's trait says where its goldens lie", .goldens(in: "elsewhere", recording: .missing))
  func trait() throws {
    #expect(GoldenSettings.current.folder == "elsewhere")
    #expect(GoldenSettings.current.recording == .missing)
    #expect(GoldenSettings.current.folder(for: "/nowhere/at/all.swift") == "/nowhere/at/elsewhere")
  }
}
