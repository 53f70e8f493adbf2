import BurinGolden
import BurinRaster
import BurinScene
import TestSupport
import Testing

@Suite("Folders of goldens")
struct GoldenStoreTests {
  private let here = Fingerprint(["architecture": "x86_64", "cairo": "1.16.0"])
  private let there = Fingerprint(["architecture": "arm64", "cairo": "1.18.0"])

  private func rendition(
    _ grey: UInt8, scene: Scene? = SceneFixtures.scene(), fingerprint: Fingerprint? = nil
  ) throws -> Rendition {
    let bitmap = try #require(
      Bitmap(width: 400, height: 200, fill: RGBColor(red: grey, green: grey, blue: grey)))
    return Rendition(bitmap, scene: scene, fingerprint: fingerprint ?? here)
  }

  @Test("A recorded golden comes back with its scene and what drew it")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    let store = GoldenStore(folder: folder.path + "/deep/golden")
    #expect(try store.golden("a") == nil)
    #expect(try store.manifest() == GoldenManifest())
    let picture = try rendition(200)
    try store.record(["a": picture, "b.zh": rendition(10, scene: nil)])
    let golden = try #require(try store.golden("a"))
    #expect(golden.bitmap == picture.bitmap)
    #expect(golden.scene?.text == picture.scene?.text)
    #expect(golden.fingerprint == here)
    #expect(try store.golden("b.zh")?.scene == nil)
    #expect(try store.check("a", picture).state == .equal)
    #expect(try store.check("a", rendition(201)).state == .different)
    #expect(try store.check("c", picture).state == .missing)
    #expect(try folder.names() == ["deep"])
  }

  @Test("Only pictures, scenes and the manifest are left in the folder")
  func files() throws {
    let folder = try TemporaryFolder()
    let store = GoldenStore(folder: folder.path)
    try store.record(["a": rendition(1), "b": rendition(2, scene: nil)])
    #expect(try folder.names() == ["a.png", "a.scene", "b.png", "manifest.json"])
    // What has no scene any more loses the old one.
    try store.record(["a": rendition(1, scene: nil)])
    #expect(try folder.names() == ["a.png", "b.png", "manifest.json"])
  }

  @Test("Recording is refused where other libraries drew the golden, unless told")
  func environment() throws {
    let folder = try TemporaryFolder()
    let store = GoldenStore(folder: folder.path)
    try store.record(["a": rendition(1), "b": rendition(2)])
    let before = try (folder.text("manifest.json"), store.golden("a")?.bitmap)
    let error = #expect(throws: GoldenError.self) {
      try store.record(["a": rendition(9, fingerprint: there)])
    }
    #expect(
      error?.description.hasPrefix(
        "a was drawn by other libraries (architecture x86_64 → arm64, cairo 1.16.0 → 1.18.0)")
        == true)
    // A new golden belongs beside its neighbours.
    #expect(throws: GoldenError.self) {
      try store.record(["c": rendition(9, fingerprint: there)])
    }
    #expect(try folder.text("manifest.json") == before.0)
    #expect(try store.golden("a")?.bitmap == before.1)
    #expect(try folder.names() == ["a.png", "a.scene", "b.png", "b.scene", "manifest.json"])
    try store.record(["a": rendition(9, fingerprint: there)], mayChangeEnvironment: true)
    #expect(try store.golden("a")?.fingerprint == there)
    #expect(try store.golden("b")?.fingerprint == here)
    // Now both are known; each golden still keeps its own.
    #expect(throws: GoldenError.self) { try store.record(["a": rendition(9)]) }
    try store.record(["c": rendition(9)])
  }

  @Test("Where one golden cannot be written, none is, and nothing is left behind")
  func atomic() throws {
    let folder = try TemporaryFolder()
    let store = GoldenStore(folder: folder.path)
    try store.record(["a": rendition(1), "z": rendition(2)])
    try folder.makeFolder("m.png")
    let names = try folder.names()
    let manifest = try folder.text("manifest.json")
    #expect(throws: GoldenError.self) {
      try store.record(["a": rendition(50), "m": rendition(50), "z": rendition(50)])
    }
    #expect(try folder.names() == names)
    #expect(try folder.text("manifest.json") == manifest)
    #expect(try store.check("a", rendition(1)).state == .equal)
    #expect(try store.check("z", rendition(2)).state == .equal)
  }

  @Test("Goldens are removed with their scenes and their line in the manifest")
  func remove() throws {
    let folder = try TemporaryFolder()
    let store = GoldenStore(folder: folder.path)
    try store.record(["a": rendition(1), "b": rendition(2)])
    try store.remove(["a", "never-there"])
    #expect(try folder.names() == ["b.png", "b.scene", "manifest.json"])
    #expect(try store.manifest().goldens.keys.sorted() == ["b"])
  }

  @Test("Orphans, unlisted goldens and lost pictures are told")
  func strays() throws {
    let folder = try TemporaryFolder()
    let store = GoldenStore(folder: folder.path)
    #expect(try store.strays(known: ["a"]).isEmpty)
    try store.record(["a": rendition(1), "b": rendition(2), "old": rendition(3)])
    #expect(try store.strays(known: ["a", "b", "old", "not recorded yet"]).isEmpty)
    try folder.write("", to: "extra.png")
    try folder.write("", to: "notes.txt")
    try folder.write("", to: "stray.scene")
    #expect(
      try store.strays(known: ["a", "b"]) == [.orphan("extra"), .orphan("old"), .orphan("stray")])
    #expect(try store.strays() == [.unlisted("extra"), .unlisted("stray")])
    try folder.delete("b.png")
    #expect(
      try store.strays(known: ["a", "b", "old", "extra", "stray"])
        == [.withoutPicture("b"), .unlisted("extra"), .unlisted("stray")])
  }

  @Test("Damaged files are errors that name their path, never a pass")
  func damage() throws {
    let folder = try TemporaryFolder()
    let store = GoldenStore(folder: folder.path)
    try store.record(["a": rendition(1)])
    let fresh = try rendition(1)
    func message(_ name: String, _ text: String) throws -> String? {
      let old = try AtomicFile.read("\(folder.path)/\(name)", limit: 1 << 20)
      try folder.write(text, to: name)
      defer { try? AtomicFile.write(old, to: "\(folder.path)/\(name)") }
      return #expect(throws: GoldenError.self) { try store.check("a", fresh) }?.description
    }
    #expect(try message("a.png", "GIF89a")?.contains("a.png: not a PNG image") == true)
    #expect(try message("a.scene", "drawing")?.contains("a.scene: scene text, line 1") == true)
    #expect(try message("manifest.json", "{")?.contains("manifest.json: line 1: ") == true)
    try AtomicFile.write([0xFF, 0xFE], to: "\(folder.path)/a.scene")
    let error = #expect(throws: GoldenError.self) { try store.check("a", fresh) }
    #expect(error?.description.contains("the text is not UTF-8") == true)
    // Recording over a manifest that cannot be read would lose what it says.
    try folder.write("{", to: "manifest.json")
    #expect(throws: GoldenError.self) { try store.record(["a": fresh]) }
  }

  @Test("A golden without a manifest is held to equal pixels")
  func withoutManifest() throws {
    let folder = try TemporaryFolder()
    let store = GoldenStore(folder: folder.path)
    try store.record(["a": rendition(1, fingerprint: there)])
    #expect(try store.check("a", rendition(2)).verdict?.rule == .rasterizer)
    try folder.delete("manifest.json")
    #expect(try store.check("a", rendition(2)).verdict?.rule == .exact)
    // Equal pixels alone are no pass: the manifest is gone, and with it what drew the golden.
    let check = try store.check("a", rendition(1))
    #expect(check.state == .different)
    #expect(check.verdict?.reasons == [.unlisted])
  }

  @Test(
    "Names that are no file names are refused",
    arguments: ["", ".", "..", "a/b", "../a", ".hidden", "-rf", "a b", "a\0", "a\nb"])
  func names(name: String) throws {
    let folder = try TemporaryFolder()
    let store = GoldenStore(folder: folder.path)
    #expect(throws: GoldenError.invalidName(name)) { try store.golden(name) }
    #expect(throws: GoldenError.invalidName(name)) { try store.record([name: rendition(1)]) }
    #expect(throws: GoldenError.invalidName(name)) { try store.remove([name]) }
    #expect(try folder.names().isEmpty)
  }

  @Test("Many threads record into one folder without losing one another's lines")
  func concurrent() async throws {
    let folder = try TemporaryFolder()
    let store = GoldenStore(folder: folder.path)
    let picture = try rendition(7)
    await withTaskGroup(of: Void.self) { group in
      for index in 0..<12 {
        group.addTask { try? store.record(["g\(index)": picture]) }
      }
    }
    #expect(try store.manifest().goldens.count == 12)
    #expect(try folder.names().count == 25)
  }

  @Test("A folder that cannot be one is told")
  func noFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "file")
    let store = GoldenStore(folder: folder.path + "/file")
    let error = #expect(throws: GoldenError.self) { try store.record(["a": rendition(1)]) }
    #expect(error?.description.contains("/file: a part of the path is not a folder") == true)
    #expect(throws: GoldenError.self) { try store.golden("a") }
  }
}
