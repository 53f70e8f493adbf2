import BurinRaster
import BurinScene
import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("burin compare")
struct CompareCommandTests {
  private let white = RGBColor(red: 255, green: 255, blue: 255)
  private let grey = RGBColor(red: 240, green: 240, blue: 240)

  /// A page with a dark square, one step paler with each shade.
  private func picture(_ shade: UInt8 = 0, width: Int = 40) throws -> [UInt8] {
    var bitmap = try #require(Bitmap(width: width, height: 30, fill: white))
    for y in 10..<20 {
      for x in 10..<20 { bitmap[x, y] = RGBColor(red: 60 + shade, green: 60, blue: 60) }
    }
    return try PNGEncoder().encode(bitmap)
  }

  private func program(_ files: [String: [UInt8]]) throws -> BurinProgram {
    let program = try BurinProgram()
    for (name, bytes) in files {
      let url = program.folder.url(name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    }
    return program
  }

  @Test("Equal pictures are the same, whatever their files' form")
  func same() throws {
    let bitmap = try PNGDecoder.decode(picture()).bitmap
    let other = try PNGEncoder(preset: .small).encode(
      bitmap, texts: [(keyword: "Title", text: "x", language: "")])
    let program = try program(["a.png": picture(), "b.png": other])
    let run = try program.run("compare", "a.png", "b.png")
    #expect(run.status == 0)
    #expect(run.output == "1 picture: 1 same\n")
    #expect(run.error == "")
  }

  @Test("One step in one channel is a difference, told with its place and kind")
  func different() throws {
    let program = try program(["a.png": picture(), "b.png": picture(1)])
    let run = try program.run("compare", "a.png", "b.png")
    #expect(run.status == 1)
    #expect(run.output.contains("b.png: different: 100 pixels differ"))
    #expect(run.output.contains("recoloured, 10 × 10 pixels at (10, 10)"))
    #expect(run.output.hasSuffix("1 picture: 0 same, 1 different\n"))
  }

  @Test("Another size is told with both sizes")
  func sizes() throws {
    let program = try program(["a.png": picture(), "b.png": picture(width: 41)])
    let run = try program.run("compare", "a.png", "b.png")
    #expect(run.status == 1)
    #expect(run.output.contains("size is 41 × 30, not 40 × 30"))
  }

  @Test("A tolerance passes what it allows, and says what it hid and cannot see")
  func tolerance() throws {
    let program = try program(["a.png": picture(), "b.png": picture(5)])
    for rule in ["5", "pixelmatch:0.1", "pixelmatch-oklab:0.1", "255"] {
      let run = try program.run("compare", "a.png", "b.png", "--tolerance", rule)
      #expect(run.status == 0, "\(rule)")
      #expect(
        run.output.contains("it hid 100 pixels that differ, by at most 5 of 255. It cannot see"),
        "\(rule)")
    }
    for rule in ["4", "exact", "pixelmatch:0", "raster"] {
      let run = try program.run("compare", "a.png", "b.png", "--tolerance", rule)
      #expect(run.status == 1, "\(rule)")
    }
  }

  @Test("A tolerance that nothing needs is told, and fails when asked to be strict")
  func staleTolerance() throws {
    let program = try program(["a.png": picture(), "b.png": picture()])
    let run = try program.run("compare", "a.png", "b.png", "--tolerance", "8")
    #expect(run.status == 0)
    #expect(run.output.contains("it isn't needed: remove it"))
    #expect(
      try program.run("compare", "a.png", "b.png", "--tolerance", "8", "--strict").status == 5)
    #expect(try program.run("compare", "a.png", "b.png", "--strict").status == 0)
  }

  @Test("Folders are paired by name, and what has no partner is told")
  func folders() throws {
    let program = try program([
      "golden/a.png": picture(), "golden/sub/b.png": picture(), "golden/c.png": picture(),
      "golden/notes.txt": [1], "golden/.hidden.png": [1],
      "fresh/a.png": picture(), "fresh/sub/b.png": picture(9), "fresh/d.PNG": picture(),
    ])
    let run = try program.run("compare", "golden", "fresh")
    #expect(run.status == 1)
    #expect(run.output.contains("sub/b.png: different"))
    #expect(run.output.contains("c.png: orphaned"))
    #expect(run.output.contains("d.PNG: missing"))
    #expect(!run.output.contains("\na.png"))
    // What begins like a picture is one; a byte is not.
    #expect(run.output.contains("golden/.hidden.png: left out: a hidden picture"))
    #expect(
      run.output.hasSuffix(
        "4 pictures: 1 same, 1 different, 1 missing, 1 orphaned; 1 entry left out\n"))
  }

  @Test("The exit status tells the gravest that happened")
  func statuses() throws {
    let png = try picture()
    let files: [String: [UInt8]] = [
      "all/a.png": png, "all/b.png": png, "one/a.png": png, "two/a.png": png, "two/z.png": png,
      "bad/a.png": [1, 2, 3], "bad/b.png": png, "empty/readme.txt": [],
    ]
    let program = try program(files)
    func status(_ arguments: String...) throws -> Int32 {
      try program.run(["compare"] + arguments).status
    }
    #expect(try status("all", "all") == 0)
    #expect(try status("one", "all") == 4)
    #expect(try status("all", "one") == 5)
    #expect(try status("all", "two") == 4)
    #expect(try status("all", "bad") == 3)
    #expect(try status("bad", "bad") == 3)
    #expect(try status("empty", "empty") == 4)
    #expect(try status("all/a.png", "none.png") == 4)
    #expect(try status("none.png", "all/a.png") == 4)
    #expect(try status("all", "none") == 4)
    #expect(try status("none", "all") == 4)
    #expect(try status("all", "all", "--report", "none/r.html") == 3)
    #expect(try status("all", "all", "--junit", "all") == 3)
    #expect(try status("all", "all", "--diff", "empty/readme.txt/d") == 0)
    #expect(try status("all/a.png", "all/b.png", "--diff", "none/d.png") == 0)
  }

  @Test(
    "Arguments that make no sense end with 2 and one line",
    arguments: [
      ["a.png"], ["a.png", "b.png", "c.png"], ["a.png", "b.png", "--tolerance", "256"],
      ["a.png", "b.png", "--tolerance", "-1"], ["a.png", "b.png", "--tolerance", "0.1"],
      ["a.png", "b.png", "--tolerance", "pixelmatch:2"],
      ["a.png", "b.png", "--tolerance", "pixelmatch:nan"], ["a.png", "b.png", "--inline", "no"],
      ["a.png", "b.png", "--jobs", "0"], ["a.png", "folder"], ["folder", "a.png"],
    ])
  func usage(arguments: [String]) throws {
    let program = try program([
      "a.png": picture(), "b.png": picture(), "folder/a.png": picture(),
    ])
    let run = try program.run(["compare"] + arguments)
    #expect(run.status == 2)
    #expect(run.error.split(separator: "\n").count == 1, "\(run.error)")
    #expect(run.output == "")
  }

  @Test("The scene beside a picture names what changed")
  func scenes() throws {
    func scene(_ text: String) -> [UInt8] {
      Array(
        """
        scene 40×30 #ffffffff en
        title "t"
        alt "a"
        axis "x"
          path M10,10 L20,10 L20,20 L10,20 Z fill \(text)

        """.utf8)
    }
    let program = try program([
      "g/a.png": picture(), "g/a.scene": scene("#3c3c3cff"),
      "f/a.png": picture(4), "f/a.scene": scene("#403c3cff"),
      "h/a.png": picture(), "h/a.scene": Array("nonsense".utf8),
    ])
    let run = try program.run("compare", "g", "f")
    #expect(run.status == 1)
    #expect(run.output.contains("the scene differs in 1 place"))
    #expect(run.output.contains("recoloured, #3c3c3c → #403c3c"))
    #expect(try program.run("compare", "g", "g").status == 0)
    // A tolerance is for pixels: what the scene says is exact.
    #expect(try program.run("compare", "g", "f", "--tolerance", "9").status == 1)
    let damaged = try program.run("compare", "g", "h")
    #expect(damaged.status == 3)
    #expect(damaged.output.contains("h/a.scene: scene text, line 1"))
  }

  @Test("Where other libraries drew the pictures, edges may differ; strictness tells")
  func environments() throws {
    func manifest(_ freetype: String) -> [UInt8] {
      Array(
        """
        {"version": 1, "environments": {"e": {"freetype": "\(freetype)"}}, "goldens": {"a": "e"}}
        """.utf8)
    }
    let scene = Array("scene 40×30 #ffffff en\ntitle \"t\"\nalt \"a\"\n".utf8)
    var rim = try PNGDecoder.decode(picture()).bitmap
    rim[10, 15].red += 20
    let program = try program([
      "g/a.png": picture(), "g/manifest.json": manifest("2.12.1"), "g/a.scene": scene,
      "f/a.png": PNGEncoder().encode(rim), "f/manifest.json": manifest("2.13.2"),
      "f/a.scene": scene, "k/a.png": PNGEncoder().encode(rim),
      "k/manifest.json": manifest("2.13.2"),
      "h/a.png": PNGEncoder().encode(rim), "h/manifest.json": manifest("2.12.1"),
      "i/a.png": PNGEncoder().encode(rim), "i/manifest.json": Array("{}".utf8),
    ])
    let run = try program.run("compare", "g", "f")
    #expect(run.status == 0)
    #expect(run.output.contains("drawn by other libraries (freetype 2.12.1 → 2.13.2)"))
    #expect(
      run.output.contains("the rule for other libraries hid 1 pixel that differ, by at most 20"))
    #expect(run.output.contains("#e9e9e9"))
    #expect(try program.run("compare", "g/a.png", "f/a.png").status == 0)
    // Without a scene on one side, the rule would be blind to pale strokes.
    let alone = try program.run("compare", "g", "k")
    #expect(alone.status == 1)
    #expect(alone.output.contains("but without scenes beside both pictures"))
    let strict = try program.run("compare", "g", "f", "--strict")
    #expect(strict.status == 6)
    #expect(strict.output.contains("other environment"))
    #expect(try program.run("compare", "g", "f", "--tolerance", "exact").status == 1)
    #expect(try program.run("compare", "g", "h").status == 1)
    #expect(try program.run("compare", "g", "i").status == 1)
  }

  @Test("JSON holds what the text says")
  func json() throws {
    let program = try program([
      "g/a.png": picture(), "f/a.png": picture(3), "g/b\"\n.png": picture(),
    ])
    let run = try program.run("compare", "g", "f", "--json", "--tolerance", "2")
    #expect(run.status == 1)
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(root["status"] as? Int == 1)
    #expect((root["counts"] as? [String: Int])?["different"] == 1)
    #expect((root["blindTo"] as? String)?.contains("2 of 255") == true)
    let pairs = try #require(root["pairs"] as? [[String: Any]])
    #expect(pairs.map { $0["name"] as? String } == ["a.png", "b\"\n.png"])
    #expect(pairs.map { $0["status"] as? String } == ["different", "orphaned"])
    let pixels = try #require(pairs.first?["pixels"] as? [String: Any])
    #expect(pixels["differing"] as? Int == 100)
    #expect(pixels["failing"] as? Int == 100)
    #expect(pixels["largest"] as? Int == 3)
    #expect(pixels["bounds"] as? [Int] == [10, 10, 10, 10])
    let regions = try #require(pairs.first?["regions"] as? [[String: Any]])
    #expect(regions.first?["change"] as? String == "recoloured")
  }

  @Test("JUnit XML counts failures and errors, and any name is text in it")
  func junit() throws {
    let name = "<&\"'\u{1}晴.png"
    let program = try program([
      "g/\(name)": picture(), "f/\(name)": picture(3), "g/b.png": [1], "f/b.png": [1],
      "g/c.png": picture(), "f/c.png": picture(),
    ])
    #expect(try program.run("compare", "g", "f", "--junit", "out.xml").status == 3)
    let parser = XMLCounter()
    #expect(parser.parse(Data(try program.folder.bytes("out.xml"))))
    #expect(parser.elements["testcase"] == 3)
    #expect(parser.elements["failure"] == 1)
    #expect(parser.elements["error"] == 1)
    #expect(parser.attributes["testsuite"]?["failures"] == "1")
    #expect(parser.names.contains("<&\"'\u{FFFD}晴.png"))
  }

  @Test("Difference and report are written; nothing else is")
  func files() throws {
    let program = try program(["a.png": picture(), "b.png": picture(3)])
    let run = try program.run(
      "compare", "a.png", "b.png", "--diff", "d.png", "--report", "r.html")
    #expect(run.status == 1)
    #expect(try program.folder.names() == ["a.png", "b.png", "d.png", "r.html"])
    let marks = try PNGDecoder.decode(try program.folder.bytes("d.png")).bitmap
    #expect(marks[10, 10] == RGBColor(red: 255, green: 0, blue: 255))
    #expect(marks[9, 9] == white)
    #expect(try program.folder.text("r.html").contains("<h1>b.png</h1>"))
    let failed = try program.run("compare", "a.png", "b.png", "--report", "none/r.html")
    #expect(failed.status != 0)
    #expect(failed.error.contains("none/r.html"))
  }

  @Test("Pictures go to the terminal in its protocol, and never into a file unasked")
  func inline() throws {
    let program = try program(["a.png": picture(), "b.png": picture(3)])
    func output(_ option: String) throws -> String {
      try program.run("compare", "a.png", "b.png", "--inline", option).output
    }
    #expect(try output("kitty").contains("\u{1B}_Ga=T,f=100,q=2,m=0;iVBORw0KGgo"))
    #expect(try output("iterm").contains("\u{1B}]1337;File=inline=1;size="))
    #expect(try output("sixel").contains("\u{1B}P0;1q\"1;1;"))
    for option in ["auto", "never"] { #expect(!(try output(option).contains("\u{1B}"))) }
  }
}

@Suite("burin compare on hostile files")
struct HostileComparisonTests {
  private func picture() throws -> Data {
    let bitmap = try #require(
      Bitmap(width: 4, height: 3, fill: RGBColor(red: 255, green: 255, blue: 255)))
    return Data(try PNGEncoder().encode(bitmap))
  }

  private func refusal(
    _ make: (BurinProgram) throws -> Void
  ) throws -> (status: Int32, output: String) {
    let program = try BurinProgram()
    try picture().write(to: program.folder.url("good.png"))
    try make(program)
    let forward = try program.run("compare", "good.png", "bad.png")
    let backward = try program.run("compare", "bad.png", "good.png")
    #expect(forward.status == backward.status)
    #expect(forward.error == "" && backward.error == "")
    return (forward.status, forward.output)
  }

  private func refusal(_ bytes: Data) throws -> (status: Int32, output: String) {
    try refusal { try bytes.write(to: $0.folder.url("bad.png")) }
  }

  @Test("A pipe is refused without waiting for its writer")
  func pipe() throws {
    let (status, output) = try refusal {
      #expect(mkfifo($0.folder.url("bad.png").path, 0o600) == 0)
    }
    #expect(status == 3)
    #expect(output.contains("it is a pipe, a socket or a device, not a file"))
  }

  @Test("Links in a circle, missing permission and devices are told")
  func links() throws {
    let (status, output) = try refusal {
      try FileManager.default.createSymbolicLink(
        atPath: $0.folder.url("bad.png").path, withDestinationPath: "worse.png")
      try FileManager.default.createSymbolicLink(
        atPath: $0.folder.url("worse.png").path, withDestinationPath: "bad.png")
    }
    #expect(status == 3)
    #expect(output.contains("symbolic links lead in a circle"))
    let program = try BurinProgram()
    try picture().write(to: program.folder.url("good.png"))
    #expect(try program.run("compare", "good.png", "/dev/zero").status == 3)
    #expect(try program.run("compare", "good.png", "good.png/x.png").status == 3)
  }

  @Test("Folders that link to themselves are looked through once")
  func folderLoop() throws {
    let program = try BurinProgram()
    try FileManager.default.createDirectory(
      at: program.folder.url("g/sub"), withIntermediateDirectories: true)
    try picture().write(to: program.folder.url("g/sub/a.png"))
    try FileManager.default.createSymbolicLink(
      atPath: program.folder.url("g/sub/again").path, withDestinationPath: "..")
    let run = try program.run("compare", "g", "g")
    #expect(run.status == 7)
    #expect(run.output.contains("g/sub/again: left out: a link to a folder, which is not followed"))
    #expect(run.output.hasSuffix("1 picture: 1 same; 2 entries left out\n"))
    let ignoring = try program.run("compare", "g", "g", "--ignore", "links")
    #expect(ignoring.status == 0)
    #expect(ignoring.output == "1 picture: 1 same; 2 entries ignored\n")
  }

  @Test("What is no PNG, is empty or is cut off is told as that")
  func damaged() throws {
    #expect(try refusal(Data()).status == 3)
    #expect(try refusal(Data("GIF89a".utf8)).output.contains("not a PNG image"))
    #expect(try refusal(picture().dropLast(3)).output.contains("cut off"))
    var flipped = try picture()
    flipped[flipped.count - 20] ^= 1
    #expect(try refusal(flipped).status == 3)
  }

  @Test("Two copies of a damaged file are unreadable, not the same")
  func damagedTwice() throws {
    let program = try BurinProgram()
    try picture().dropLast(3).write(to: program.folder.url("a.png"))
    try picture().dropLast(3).write(to: program.folder.url("b.png"))
    #expect(try program.run("compare", "a.png", "b.png").status == 3)
  }

  @Test("A file of a few kilobytes that unpacks to 400 million pixels is refused by its header")
  func bomb() throws {
    var bytes = try picture()
    // IHDR with 20,000 × 20,000; the checksum is not reached.
    bytes.replaceSubrange(16..<24, with: [0, 0, 0x4E, 0x20, 0, 0, 0x4E, 0x20])
    let (status, output) = try refusal(bytes)
    #expect(status == 3)
    #expect(output.contains("20000 × 20000 exceeds the limits"))
  }

  @Test("A name that a terminal would obey is shown as text")
  func terminalNames() throws {
    let program = try BurinProgram()
    let name = "\u{1B}[2J\u{202E}evil.png"
    try picture().write(to: program.folder.url(name))
    let run = try program.run("compare", "none.png", name)
    #expect(run.status == 4)
    #expect(!run.output.contains("\u{1B}") && !run.output.contains("\u{202E}"))
  }
}

/// Counts the elements of an XML file and keeps the names of its test cases.
private final class XMLCounter: NSObject, XMLParserDelegate {
  var elements: [String: Int] = [:]
  var attributes: [String: [String: String]] = [:]
  var names: [String] = []

  func parse(_ data: Data) -> Bool {
    let parser = XMLParser(data: data)
    parser.delegate = self
    return parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements[name, default: 0] += 1
    self.attributes[name] = attributes
    if let title = attributes["name"] { names.append(title) }
  }
}
