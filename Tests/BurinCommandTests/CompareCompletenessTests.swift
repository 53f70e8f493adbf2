import BurinGeometry
import BurinRaster
import BurinScene
import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("burin compare leaves nothing out in silence")
struct CompareCompletenessTests {
  private func picture(_ level: UInt8 = 60) throws -> [UInt8] {
    try PNGEncoder().encode(
      try #require(
        Bitmap(width: 8, height: 8, fill: RGBColor(red: level, green: level, blue: level))))
  }

  private func program(_ files: [String: [UInt8]]) throws -> BurinProgram {
    let program = try BurinProgram()
    for (name, bytes) in files { try program.folder.write(bytes, to: name) }
    return program
  }

  /// Writes a file whose name is bytes.
  private func write(_ bytes: [UInt8], to name: [UInt8], in program: BurinProgram) {
    let path = Array(program.folder.path.utf8) + [0x2F] + name + [0]
    path.withUnsafeBufferPointer { buffer in
      let text = UnsafeRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
      guard let text, let file = fopen(text, "w") else {
        Issue.record("the file cannot be made")
        return
      }
      fwrite(bytes, 1, bytes.count, file)
      fclose(file)
    }
  }

  @Test("Everything that is not compared is named, and has an exit status of its own")
  func leftOut() throws {
    let program = try program([
      "g/a.png": picture(), "f/a.png": picture(), "g/b.jpg": [1], "f/c": picture(),
      "g/.d.png": picture(), "g/.cache/e.png": picture(), "f/e.scene": [1], "g/notes.txt": [1],
      "g/.git/config": [1], "other/x.png": picture(),
    ])
    try FileManager.default.createSymbolicLink(
      atPath: program.folder.url("g/link").path, withDestinationPath: "../other")
    let run = try program.run("compare", "g", "f")
    #expect(run.status == 7)
    for line in [
      "g/b.jpg: left out: a picture in the format JPEG; only PNG files are compared",
      "f/c: left out: a PNG picture whose name does not end with .png",
      "g/.d.png: left out: a hidden picture", "g/.cache: left out: a hidden folder with 1 picture",
      "f/e.scene: left out: a scene without its picture",
      "g/link: left out: a link to a folder, which is not followed",
    ] {
      #expect(run.output.contains(line + "\n"), "\(line)")
    }
    #expect(run.output.hasSuffix("1 picture: 1 same; 6 entries left out\n"))
    let json = try program.run("compare", "g", "f", "--json", "--junit", "j.xml")
    #expect(json.output.contains("\"path\": \"g/b.jpg\", \"reason\": \"formats\""))
    #expect(try program.folder.text("j.xml").contains("<failure type=\"left out\""))
    let ignoring = try program.run(
      "compare", "g", "f", "--ignore", "*.jpg", "--ignore", "hidden", "--ignore", "links",
      "--ignore", "c", "--ignore", "formats", "--ignore", "scenes")
    #expect(ignoring.status == 2, "c is neither a word nor a pattern")
    let rest = try program.run(
      "compare", "g", "f", "--ignore", "*.jpg", "--ignore", "hidden", "--ignore", "links",
      "--ignore", "formats", "--ignore", "scenes")
    #expect(rest.status == 0)
    #expect(rest.output == "1 picture: 1 same; 6 entries ignored\n")
    // A difference is graver.
    try program.folder.write(picture(61), to: "f/a.png")
    #expect(try program.run("compare", "g", "f").status == 1)
  }

  @Test("Names are bytes: both normalisations are compared, and told")
  func names() throws {
    let program = try program([:])
    for folder in ["g", "f"] {
      try program.folder.makeFolder(folder)
      for (name, level) in [("\u{E9}.png", 60), ("e\u{301}.png", 61)] as [(String, UInt8)] {
        let isOther = folder == "f" && level == 61
        write(try picture(isOther ? 99 : level), to: Array("\(folder)/\(name)".utf8), in: program)
      }
      write(
        try picture(folder == "g" ? 1 : 2),
        to: Array("\(folder)/caf".utf8) + [0xE9] + Array(".png".utf8), in: program)
    }
    let run = try program.run("compare", "g", "f")
    #expect(run.status == 1)
    #expect(run.output.contains("e\u{301}.png: different"))
    // To Swift both names are equal.
    let composed = Array("\u{E9}.png: different".utf8)
    #expect(Array(run.output.utf8).ranges(of: composed).isEmpty)
    #expect(run.output.contains("caf\\xE9.png: different"))
    #expect(run.output.contains("differs from it by normalisation only (U+00E9)"))
    #expect(run.output.contains("3 pictures: 1 same, 2 different"))
  }

  @Test("One name in two normalisations is told where its partner is missing")
  func otherNormalisation() throws {
    let program = try program([:])
    for folder in ["g", "f"] { try program.folder.makeFolder(folder) }
    write(try picture(), to: Array("g/\u{E9}.png".utf8), in: program)
    write(try picture(), to: Array("f/e\u{301}.png".utf8), in: program)
    let run = try program.run("compare", "g", "f")
    #expect(run.status == 4)
    #expect(run.output.contains("differs by normalisation only (U+00E9, here U+0065 U+0301)"))
  }

  @Test("A path longer than the system's limit is named")
  func longPaths() throws {
    let program = try program(["g/a.png": picture(), "f/a.png": picture()])
    let name = String(repeating: "d", count: 200)
    // Made step by step, since the whole path cannot be named.
    let script =
      "cd g && for i in $(seq 30); do mkdir \(name) && cd \(name); done && cp \(program.folder.path)/g/a.png ."
    _ = try BuiltProgram(at: "/bin/sh").run(["-c", script], in: program.folder)
    let run = try program.run("compare", "g", "f")
    #expect(run.status == 7)
    #expect(run.output.contains("left out: "))
    _ = try BuiltProgram(at: "/bin/sh").run(["-c", "rm -rf g"], in: program.folder)
  }

  @Test("The picture of differences never lands on what is compared")
  func outputs() throws {
    let program = try program(["g/a.png": picture(), "f/a.png": picture(61)])
    let golden = try program.folder.bytes("g/a.png")
    for option in ["g", "f", "g/sub", "./g/../g/new/er"] {
      let run = try program.run("compare", "g", "f", "--diff", option)
      #expect(run.status == 2, "\(option)")
      #expect(run.error.contains("which is compared"))
    }
    for option in ["--diff", "--report", "--junit"] {
      let run = try program.run("compare", "g/a.png", "f/a.png", option, "g/a.png")
      #expect(run.status == 2, "\(option)")
    }
    #expect(try program.folder.bytes("g/a.png") == golden)
    #expect(try program.folder.names(in: "g") == ["a.png"])
    // Folders give a folder, however many pairs they have.
    #expect(try program.run("compare", "g", "f", "--diff", "d").status == 1)
    #expect(try program.folder.names(in: "d") == ["a.png"])
  }

  @Test("Parts of a comparison are all of it, and join to its result")
  func shards() throws {
    var files: [String: [UInt8]] = ["g/x.jpg": [1]]
    for index in 0..<7 {
      files["g/\(index).png"] = try picture()
      files["f/\(index).png"] = try picture(index == 5 ? 61 : 60)
    }
    let program = try program(files)
    let whole = try program.run("compare", "g", "f")
    #expect(whole.status == 1)
    var names: [String] = []
    for part in 1...3 {
      let run = try program.run("compare", "g", "f", "--json", "--shard", "\(part)/3")
      try program.folder.write(run.output, to: "\(part).json")
      names.append("\(part).json")
    }
    let merged = try program.run(["merge"] + names.reversed())
    #expect(merged.status == 1)
    #expect(merged.output.contains("5.png: different"))
    #expect(merged.output.hasSuffix("7 pictures: 6 same, 1 different; 1 entry left out\n"))
    let json = try program.run(["merge", "--json"] + names)
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect((root["pairs"] as? [Any])?.count == 7)
    #expect(root["status"] as? Int == 1)
    // A part that is missing or there twice is no whole.
    #expect(try program.run("merge", "1.json", "2.json").status == 4)
    #expect(try program.run("merge", "1.json", "1.json", "2.json").status == 3)
    for part in ["0/3", "4/3", "1", "a/b", "1/0"] {
      #expect(try program.run("compare", "g", "f", "--shard", part).status == 2, "\(part)")
    }
  }

  @Test("Parts of folders with other names, or with other counts than pairs, do not join")
  func foreignParts() throws {
    var files: [String: [UInt8]] = [:]
    for index in 0..<4 {
      files["g/\(index).png"] = try picture()
      files["f/\(index).png"] = try picture(index == 3 ? 61 : 60)
    }
    // As many pictures, of which the second part holds others.
    for name in ["0", "1", "2", "2a"] { files["h/\(name).png"] = try picture() }
    let program = try program(files)
    func part(_ number: Int, _ expected: String, _ actual: String) throws -> String {
      let run = try program.run("compare", expected, actual, "--json", "--shard", "\(number)/2")
      try program.folder.write(run.output, to: "\(number)\(actual).json")
      return run.output
    }
    _ = try part(1, "g", "f")
    let second = try part(2, "g", "f")
    _ = try part(2, "h", "h")
    #expect(try program.run("merge", "1f.json", "2f.json").status == 1)
    let foreign = try program.run("merge", "1f.json", "2h.json")
    #expect(foreign.status == 3)
    #expect(foreign.error.contains("other pictures"))
    // What the pairs say counts, and not what is said of them.
    let edited = second.replacing(#""different": 1"#, with: #""different": 0"#)
    #expect(edited != second)
    try program.folder.write(edited, to: "2e.json")
    let forged = try program.run("merge", "1f.json", "2e.json")
    #expect(forged.status == 3)
    #expect(forged.error.contains("its counts are not those of its pairs"))
  }

  @Test("The merged result lists what any machine left out, once")
  func leftOutOfParts() throws {
    let program = try program([
      "g/a.png": picture(), "f/a.png": picture(), "g/b.png": picture(), "f/b.png": picture(),
      "f/c.jpg": [1],
    ])
    for number in 1...2 {
      let run = try program.run("compare", "g", "f", "--json", "--shard", "\(number)/2")
      #expect(run.status == 7)
      try program.folder.write(run.output, to: "\(number).json")
    }
    let merged = try program.run("merge", "1.json", "2.json")
    #expect(merged.status == 7)
    #expect(merged.output.hasSuffix("2 pictures: 2 same; 1 entry left out\n"))
  }

  @Test(
    "Formats of pictures are known by their names and by their first bytes",
    arguments: ["hdr", "pcx", "xbm", "xpm", "dds", "wmf", "emf", "mng", "dib", "tga", "jp2"])
  func formats(_ name: String) throws {
    let program = try program([
      "g/a.png": picture(), "f/a.png": picture(), "g/b.\(name)": [1], "f/b.\(name)": [2],
    ])
    let run = try program.run("compare", "g", "f")
    #expect(run.status == 7)
    #expect(run.output.contains("g/b.\(name): left out: a picture in the format"))
  }

  @Test("A golden's scene that has nothing to be compared with is noted, and fails if strict")
  func lonelyScene() throws {
    let scene = Array(Scene(size: Size(8, 8), items: []).fileText.utf8)
    let program = try program([
      "g/a.png": picture(), "f/a.png": picture(), "g/a.scene": scene,
    ])
    let note = "the picture has no scene beside it, so the golden's was not compared"
    for paths in [["g", "f"], ["g/a.png", "f/a.png"]] {
      let plain = try program.run(["compare"] + paths)
      #expect(plain.status == 0 && plain.output.contains(note))
      let strict = try program.run(["compare"] + paths + ["--strict"])
      #expect(strict.status == 7)
      #expect(strict.output.contains("g/a.scene: left out: the golden's scene"))
      #expect(
        try program.run(["compare"] + paths + ["--strict", "--ignore", "scenes"]).status == 0)
    }
    // A link that leads nowhere is not a scene that is not there.
    try FileManager.default.createSymbolicLink(
      atPath: program.folder.url("f/a.scene").path, withDestinationPath: "nowhere")
    let broken = try program.run("compare", "g", "f")
    #expect(broken.status == 3)
    #expect(broken.output.contains("f/a.scene: a link that leads nowhere"))
  }

  @Test("Two words without options are understood as by the parser of arguments")
  func shortcut() throws {
    let program = try program([
      "g/a.png": picture(), "f/a.png": picture(), "g/b.png": picture(1), "f/b.png": picture(2),
    ])
    for paths in [
      ["g", "f"], ["g/a.png", "f/a.png"], ["g/b.png", "f/b.png"], ["g", "none"], ["g/a.png", "f"],
      ["g/a.png", "none.png"], ["g", ""], ["--json", "f"],
    ] {
      let (plain, parsed) = (
        try program.run(["compare"] + paths),
        try program.run(["compare"] + paths + ["--jobs", "2"])
      )
      #expect(plain.status == parsed.status && plain.output == parsed.output, "\(paths)")
      #expect(plain.error == parsed.error, "\(paths)")
    }
  }
}

@Suite("Equal means equal")
struct CompareEqualityTests {
  private func file(
    _ row: [UInt8], depth: UInt8 = 8, color: UInt8 = 2, before: [(String, [UInt8])] = [],
    after: [(String, [UInt8])] = []
  ) -> [UInt8] {
    var file = PNGFile(.init(width: 2, height: 2, bitDepth: depth, colorType: color))
    for (name, data) in before { file.append(name, data) }
    file.append("IDAT", PNGFile.stored([0] + row + [0] + row))
    for (name, data) in after { file.append(name, data) }
    file.append("IEND")
    return file.bytes
  }

  private func run(
    _ first: [UInt8], _ second: [UInt8], _ options: String...
  ) throws -> (status: Int32, output: String) {
    let program = try BurinProgram()
    try program.folder.write(first, to: "a.png")
    try program.folder.write(second, to: "b.png")
    let run = try program.run(["compare", "a.png", "b.png"] + options)
    return (run.status, run.output)
  }

  @Test("Sixteen bits are compared in sixteen bits")
  func depth() throws {
    // 1000 and 900 of 65,535 are both 3.5 of 255, give or take.
    let one = file([0x03, 0xE8, 0x03, 0xE8], depth: 16, color: 0)
    let other = file([0x03, 0x84, 0x03, 0xE8], depth: 16, color: 0)
    let different = try run(one, other)
    #expect(different.status == 1)
    #expect(different.output.contains("by at most 100 of 65535"))
    #expect(try run(one, one).status == 0)
    // Eight bits and sixteen can be the same.
    #expect(
      try run(file([7, 9], color: 0), file([7, 7, 9, 9], depth: 16, color: 0)).status == 0)
    let tolerated = try run(one, other, "--tolerance", "1")
    #expect(tolerated.status == 0)
    #expect(tolerated.output.contains("it hid 2 pixels that differ, by less than 1 of 255"))
  }

  @Test("The colour of translucent pixels counts; that of unseen ones is noted")
  func translucency() throws {
    func pixels(_ red: UInt8, _ alpha: UInt8) -> [UInt8] {
      file([red, 10, 10, alpha, red, 10, 10, alpha], color: 6)
    }
    #expect(try run(pixels(200, 127), pixels(201, 127)).status == 1)
    let unseen = try run(pixels(200, 0), pixels(201, 0))
    #expect(unseen.status == 0)
    #expect(unseen.output.contains("4 fully transparent pixels have another colour"))
  }

  private static let exif: [UInt8] =
    Array("MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]

  @Test(
    "Chunks that can change what is seen are told as what they are",
    arguments: [
      ("gAMA", [0, 1, 0x86, 0xA0], "colour space: none → gamma 100000/100000"),
      ("cICP", [9, 16, 0, 1], "colour space: none → coding points 9 16 0 1"),
      ("sRGB", [0], "colour space: none → sRGB, intent 0"),
      ("pHYs", [0, 0, 1, 0, 0, 0, 1, 0, 1], "density: none → 256 × 256 pixels per metre"),
      ("eXIf", exif, "orientation: none → 6"),
      ("oFFs", [0, 0, 0, 1, 0, 0, 0, 2, 0], "offset: none → 1, 2 pixels"),
      ("sTER", [1], "stereo: none → mode 1"),
    ] as [(String, [UInt8], String)])
  func metadata(name: String, data: [UInt8], words: String) throws {
    let plain = file([1, 2, 3, 4, 5, 6])
    let marked = file([1, 2, 3, 4, 5, 6], before: [(name, data)])
    let different = try run(plain, marked)
    #expect(different.status == 1)
    #expect(different.output.contains(words))
    #expect(try run(marked, marked).status == 0)
    let ignoring = try run(plain, marked, "--ignore", "metadata")
    #expect(ignoring.status == 0)
    #expect(ignoring.output.contains("ignored: \(words)"))
  }

  @Test("What never changes what is seen is no difference; what is unknown is noted")
  func others() throws {
    let plain = file([1, 2, 3, 4, 5, 6])
    for (name, data) in [("tEXt", Array("Title\0x".utf8)), ("tIME", [7, 230, 1, 1, 1, 1, 1])] {
      let run = try run(plain, file([1, 2, 3, 4, 5, 6], before: [(name, data)]))
      #expect(run.status == 0, "\(name)")
      #expect(run.output == "1 picture: 1 same\n")
    }
    let unknown = try run(plain, file([1, 2, 3, 4, 5, 6], before: [("abCd", [1])]))
    #expect(unknown.status == 0)
    #expect(unknown.output.contains("the chunk abCd, which is not known"))
  }

  private func animated(
    _ level: UInt8, delay: UInt8 = 5, plays: UInt8 = 0, count: UInt8 = 2
  ) -> [UInt8] {
    func control(_ sequence: UInt8) -> [UInt8] {
      [0, 0, 0, sequence, 0, 0, 0, 2, 0, 0, 0, 2] + [UInt8](repeating: 0, count: 8)
        + [0, delay, 0, 100, 0, 0]
    }
    let row = [UInt8](repeating: level, count: 6)
    return file(
      [1, 2, 3, 4, 5, 6],
      before: [("acTL", [0, 0, 0, count, 0, 0, 0, plays]), ("fcTL", control(0))],
      after: [
        ("fcTL", control(1)),
        ("fdAT", [0, 0, 0, 2] + PNGFile.stored([0] + row + [0] + row)),
      ])
  }

  @Test("Every frame of an animation counts, and how it is shown")
  func animation() throws {
    #expect(try run(animated(9), animated(9)).status == 0)
    let frame = try run(animated(9), animated(10))
    #expect(frame.status == 1)
    #expect(frame.output.contains("the animation differs: frame 2: 4 pixels differ"))
    #expect(try run(animated(9), animated(9, delay: 6)).output.contains("shown 5/100 s"))
    #expect(try run(animated(9), animated(9, plays: 1)).output.contains("played 0 → 1 times"))
    #expect(
      try run(animated(9), file([1, 2, 3, 4, 5, 6])).output.contains("2 frames → none"))
    let hidden = try run(animated(9), animated(10), "--tolerance", "1")
    #expect(hidden.status == 0)
    #expect(hidden.output.contains("it hid 4 pixels that differ, by at most 1 of 255"))
    #expect(try run(animated(9, count: 3), animated(9, count: 3)).status == 3)
    var damaged = animated(9)
    damaged[damaged.count - 20] ^= 1
    #expect(try run(damaged, damaged).status == 3)
  }

  @Test("A chunk that is too long is refused by its name")
  func longChunk() throws {
    let long = file(
      [1, 2, 3, 4, 5, 6], before: [("biGc", [UInt8](repeating: 0, count: (1 << 20) + 1))])
    let run = try run(long, long)
    #expect(run.status == 3)
    #expect(run.output.contains("a chunk biGc of"))
  }
}
