import BurinGolden
import BurinRaster
import BurinScene
import BurinTesting
import Foundation
import Synchronization
import Testing

@Suite("What a failing golden check tells and leaves behind")
struct GoldenFailureTests {
  private func picture(_ grey: UInt8) throws -> Rendition {
    Rendition(
      try #require(Bitmap(width: 9, height: 9, fill: RGBColor(red: grey, green: grey, blue: grey))))
  }

  private func outcome(
    _ package: ScratchPackage, _ environment: [String: String] = [:], name: String = "sales",
    grey: UInt8 = 1, settings: GoldenSettings? = nil,
    test: String = "T.a()", place: String = "T.swift:1"
  ) throws -> GoldenExpectation.Outcome {
    var own = settings ?? package.settings()
    own.environment = environment
    return try GoldenExpectation(
      name: name, actual: picture(grey), rule: nil, settings: own, file: package.file,
      filter: "^T\\.a\\(\\)/", test: test, place: place
    ).outcome()
  }

  private func failure(_ outcome: GoldenExpectation.Outcome) -> GoldenFailure? {
    if case .failed(let failure) = outcome { failure } else { nil }
  }

  private func isRecorded(_ outcome: GoldenExpectation.Outcome) -> Bool {
    if case .recorded = outcome { true } else { false }
  }

  @Test("One name in two tests is an error at its second use, and nothing is recorded there")
  func twice() throws {
    let package = try ScratchPackage()
    let settings = package.settings()
    let record = ["BURIN_RECORD": "missing"]
    #expect(isRecorded(try outcome(package, record, settings: settings)))
    let second = try outcome(
      package, record, grey: 2, settings: settings, test: "T.Other/b()", place: "U.swift:7")
    let text = try #require(failure(second)?.description)
    #expect(text.contains("golden “sales” is checked twice: by T.a() (T.swift:1) before"))
    #expect(text.contains("nothing was compared or recorded here"))
    // The golden is the first test's, and no difference picture was written over another.
    #expect(failure(try outcome(package, settings: package.settings())) == nil)
    #expect(!package.exists(".build"))
  }

  @Test("Another picture of the same test and place is a second use; the same picture is not")
  func again() throws {
    let package = try ScratchPackage()
    let settings = package.settings()
    _ = try outcome(package, ["BURIN_RECORD": "missing"], settings: settings)
    #expect(failure(try outcome(package, settings: settings)) == nil)
    let other = try outcome(package, grey: 3, settings: settings)
    #expect(failure(other)?.description.contains("is checked twice") == true)
    // One folder written in other ways is one folder.
    try FileManager.default.createSymbolicLink(
      atPath: package.path + "/link", withDestinationPath: "golden")
    for folder in ["./golden", "golden/", "Tests/../golden", "none/../golden", "link"] {
      var same = settings
      same.folder = folder
      let outcome = try outcome(package, settings: same, test: "T.Other/c()")
      #expect(failure(outcome)?.description.contains("is checked twice") == true, "\(folder)")
    }
    // The same name in another folder is another golden.
    var elsewhere = settings
    elsewhere.folder = "other"
    #expect(
      isRecorded(try outcome(package, ["BURIN_RECORD": "missing"], settings: elsewhere, test: "x")))
  }

  @Test("What is recorded can be limited to some goldens")
  func only() throws {
    let package = try ScratchPackage()
    let environment = ["BURIN_RECORD": "all", "BURIN_RECORD_ONLY": "a,b"]
    #expect(isRecorded(try outcome(package, environment, name: "a")))
    #expect(isRecorded(try outcome(package, environment, name: "b")))
    #expect(failure(try outcome(package, environment, name: "c")) != nil)
  }

  @Test("Where CI is set, the message says that nothing is recorded, and where it is")
  func ci() throws {
    let package = try ScratchPackage()
    let plain = failure(try outcome(package, ["CI": "1"]))?.description ?? ""
    #expect(plain.contains("nothing is recorded where CI is set"))
    #expect(plain.contains("on your machine"))
    let asked =
      failure(try outcome(package, ["CI": "1", "BURIN_RECORD": "all"]))?.description ?? ""
    #expect(asked.contains("BURIN_RECORD=all has no effect where CI is set"))
  }

  @Test("A damaged golden can be replaced, and otherwise fails with what to do")
  func damaged() throws {
    let package = try ScratchPackage()
    _ = try outcome(package, ["BURIN_RECORD": "all"])
    let path = package.path + "/golden/sales.png"
    for policy in ["all", "failed"] {
      try Data("GIF89a".utf8).write(to: URL(fileURLWithPath: path))
      let text = failure(try outcome(package))?.description ?? ""
      #expect(text.contains("golden “sales” cannot be read: \(path): not a PNG image"))
      #expect(text.contains("BURIN_RECORD=failed BURIN_RECORD_ONLY=sales"))
      #expect(failure(try outcome(package, ["BURIN_RECORD": "missing"])) != nil)
      #expect(isRecorded(try outcome(package, ["BURIN_RECORD": policy])))
      #expect(failure(try outcome(package)) == nil)
    }
  }

  @Test("Where the package cannot be written, the verdict comes, with pictures elsewhere")
  func readOnly() throws {
    let package = try ScratchPackage()
    _ = try outcome(package, ["BURIN_RECORD": "all"])
    // A file where the folder would be: nobody can write there, not even the administrator.
    try Data().write(to: URL(fileURLWithPath: package.path + "/.build"))
    let failed = try #require(failure(try outcome(package, grey: 9)))
    #expect(failed.description.hasPrefix("golden “sales” differs: 81 pixels differ"))
    #expect(failed.files.count == 3)
    for file in failed.files {
      #expect(!file.hasPrefix(package.path))
      #expect(failed.description.contains(file))
      #expect(FileManager.default.fileExists(atPath: file))
      try? FileManager.default.removeItem(atPath: file)
    }
  }

  @Test("Goldens of one name in two folders leave pictures of their own")
  func folders() throws {
    let package = try ScratchPackage()
    var files: [[String]] = []
    for folder in ["golden", "Tests/golden"] {
      var settings = package.settings()
      settings.folder = folder
      files.append(failure(try outcome(package, settings: settings))?.files ?? [])
    }
    #expect(files.allSatisfy { $0.count == 1 })
    #expect(Set(files.flatMap(\.self)).count == 2)
  }

  @Test("A tolerance tells what it hides")
  func hidden() throws {
    let package = try ScratchPackage()
    _ = try outcome(package, ["BURIN_RECORD": "all"], grey: 5)
    let expectation = GoldenExpectation(
      name: "sales", actual: try picture(7), rule: .channel(3), settings: package.settings(),
      file: package.file, filter: "x")
    guard case .passed(let note?) = try expectation.outcome() else {
      Issue.record("no note")
      return
    }
    #expect(note.contains("hid 81 pixels, by at most 2 of 255"))
    #expect(note.contains("It cannot see colours that are up to 3 of 255 off"))
  }
}

@Suite("The printed command")
struct PrintedCommandTests {
  private func command(_ package: ScratchPackage) throws -> String {
    let bitmap = try #require(Bitmap(width: 3, height: 3))
    let text = Mutex("")
    try GoldenSettings.$current.withValue(package.settings()) {
      try withKnownIssue {
        try expectGolden(bitmap, named: "a", filePath: package.file)
      } matching: { issue in
        text.withLock { $0 = issue.comments.map(\.rawValue).joined() }
        return true
      }
    }
    return text.withLock { String($0.split(separator: "\n").last ?? "") }
  }

  @Test("It runs the test and not the helper that checks")
  func helper() throws {
    #expect(
      try command(ScratchPackage()).hasSuffix(
        #"--filter '^BurinTestingTests\.PrintedCommandTests/helper\(\)/GoldenUseTests\.swift:'"#))
  }

  @Test("A parameterised test is named with its parameters", arguments: [1, 2])
  func parameterised(value: Int) throws {
    #expect(
      try command(ScratchPackage()).hasSuffix(
        #"/parameterised\(value:\)/GoldenUseTests\.swift:'"#))
  }

  @Suite struct Inner {
    @Test func `it's in a suite`() throws {
      #expect(
        try PrintedCommandTests().command(ScratchPackage()).hasSuffix(
          #"'^BurinTestingTests\.PrintedCommandTests/Inner/`it'\''s in a suite`\(\)/GoldenUseTests\.swift:'"#
        ))
    }
  }
}
