import BurinRaster
import BurinScene
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import BurinGolden

/// The system's calls up to a number, after which the process is as if it were killed.
private final class MortalCalls: Sendable {
  private let left: Mutex<Int>

  init(_ count: Int) { left = Mutex(count) }

  private var mayAct: Bool {
    left.withLock { left in
      left -= 1
      return left >= 0
    }
  }

  var calls: RecordingCalls {
    let system = RecordingCalls.system
    return RecordingCalls(
      makeFolder: { [self] in mayAct ? system.makeFolder($0) : EIO },
      write: { [self] bytes, path in
        // Killed within a call, it leaves a part of the file.
        if mayAct { return system.write(bytes, path) }
        _ = isExhaustedNow ? system.write([1], path) : 0
        return EIO
      },
      rename: { [self] in mayAct ? system.rename($0, $1) : EIO },
      remove: { [self] in mayAct ? system.remove($0) : EIO },
      removeFolder: { [self] in mayAct ? system.removeFolder($0) : EIO })
  }

  /// Whether the call that was refused is the first.
  private var isExhaustedNow: Bool { left.withLock { $0 == -1 } }

  var isExhausted: Bool { left.withLock { $0 < 0 } }
}

@Suite("Recording is all or nothing")
struct RecordingTests {
  private func rendition(_ grey: UInt8, scene: Bool = true) throws -> Rendition {
    let bitmap = try #require(
      Bitmap(width: 8, height: 8, fill: RGBColor(red: grey, green: grey, blue: grey)))
    return Rendition(
      bitmap, scene: scene ? SceneFixtures.scene([]) : nil,
      fingerprint: Fingerprint(["machine": "this"]))
  }

  @Test("Killed at any system call, all goldens are the old ones or all the new ones")
  func killed() throws {
    var counts = (old: 0, new: 0)
    var limit = 0
    while true {
      let folder = try TemporaryFolder()
      let store = GoldenStore(folder: folder.path)
      try store.record(["a": rendition(1), "b": rendition(2), "c": rendition(3)])
      let mortal = MortalCalls(limit)
      try? store.record(
        ["a": rendition(11), "b": rendition(12, scene: false), "d": rendition(14)],
        calls: mortal.calls)
      // What is there is reported until the next recording removes it, or finished.
      let names = try folder.names()
      let isNew = try store.golden("a")?.bitmap == rendition(11).bitmap
      #expect(try store.golden("b")?.bitmap == rendition(isNew ? 12 : 2).bitmap, "\(limit)")
      #expect(try (store.golden("b")?.scene == nil) == isNew, "\(limit)")
      #expect(try store.golden("c")?.bitmap == rendition(3).bitmap)
      #expect(try (store.golden("d") != nil) == isNew, "\(limit)")
      #expect(try store.names() == (isNew ? ["a", "b", "c", "d"] : ["a", "b", "c"]))
      let hidden = try folder.names().filter { $0.hasPrefix(".") }
      #expect(try store.strays().map(\.name) == hidden, "\(limit): \(names)")
      counts.old += isNew ? 0 : 1
      counts.new += isNew ? 1 : 0
      try store.record(["e": rendition(5)])
      #expect(try folder.names().filter { $0.hasPrefix(".") }.isEmpty, "\(limit)")
      #expect(try store.strays().isEmpty)
      if !mortal.isExhausted { break }
      limit += 1
    }
    // Both sides of the moment at which the recording happens were met.
    #expect(counts.old > 5 && counts.new > 5, "\(counts)")
  }

  @Test("Killed by a signal between two renames, the next check sees all of the recording")
  func journal() throws {
    let folder = try TemporaryFolder()
    let store = GoldenStore(folder: folder.path)
    try store.record(["a": rendition(1), "b": rendition(2)])
    let blocked = RecordingCalls.system
    let renames = Mutex(0)
    var calls = blocked
    calls.rename = { old, new in
      let count = renames.withLock { count in
        count += 1
        return count
      }
      return count > 2 ? EIO : blocked.rename(old, new)
    }
    #expect(throws: GoldenError.self) {
      try store.record(["a": rendition(11), "b": rendition(12)], calls: calls)
    }
    #expect(try folder.names().contains(".burin-recording"))
    #expect(try store.check("b", rendition(12)).state == .equal)
    #expect(try folder.names() == ["a.png", "a.scene", "b.png", "b.scene", "manifest.json"])
  }

  @Test("Links and write-protected files are refused, and nothing changes")
  func protected() throws {
    let folder = try TemporaryFolder()
    let store = GoldenStore(folder: folder.path + "/golden")
    try store.record(["a": rendition(1), "b": rendition(2)])
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o444], ofItemAtPath: store.picturePath("b"))
    let error = #expect(throws: GoldenError.self) {
      try store.record(["a": rendition(9), "b": rendition(9)])
    }
    #expect(error?.description.contains("b.png: it is write-protected") == true)
    try FileManager.default.moveItem(
      atPath: store.scenePath("a"), toPath: folder.path + "/elsewhere.scene")
    try FileManager.default.createSymbolicLink(
      atPath: store.scenePath("a"), withDestinationPath: "../elsewhere.scene")
    let link = #expect(throws: GoldenError.self) { try store.record(["a": rendition(9)]) }
    #expect(link?.description.contains("a.scene: it is a symbolic link") == true)
    #expect(try store.check("a", rendition(1)).state == .equal)
    #expect(try store.check("b", rendition(2)).state == .equal)
    #expect(
      try folder.names(in: "golden")
        == ["a.png", "a.scene", "b.png", "b.scene", "manifest.json"])
  }

  @Test("What earlier releases left behind when they were killed is reported")
  func leftovers() throws {
    let folder = try TemporaryFolder()
    let store = GoldenStore(folder: folder.path)
    try store.record(["a": rendition(1)])
    for name in [".a.png.new", ".a.scene.old", ".burin-12-0.tmp"] { try folder.write("", to: name) }
    #expect(
      try store.strays() == [
        .leftover(".a.png.new"), .leftover(".a.scene.old"), .leftover(".burin-12-0.tmp"),
      ])
  }

  @Test("A recorded scene that was cut anywhere is refused; its line ends may be changed")
  func cutScenes() throws {
    let folder = try TemporaryFolder()
    let store = GoldenStore(folder: folder.path)
    var picture = try rendition(1)
    picture.scene = SceneFixtures.scene()
    try store.record(["a": picture])
    let bytes = try folder.bytes("a.scene")
    for count in stride(from: 0, to: bytes.count, by: 7) {
      try folder.write(bytes.prefix(count), to: "a.scene")
      #expect(throws: GoldenError.self, "\(count)") { try store.golden("a") }
    }
    // At the end of a word and of a line.
    for (index, byte) in bytes.enumerated() where byte == 0x20 || byte == 0x0A {
      guard index + 1 < bytes.count else { continue }
      try folder.write(bytes.prefix(index), to: "a.scene")
      #expect(throws: GoldenError.self, "\(index)") { try store.golden("a") }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let returns = text.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    try folder.write(returns, to: "a.scene")
    #expect(try store.golden("a")?.scene?.text == picture.scene?.text)
  }
}
