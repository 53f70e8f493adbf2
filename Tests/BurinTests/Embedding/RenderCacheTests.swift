import Burin
import Foundation
import Testing

@Suite("What outlives a rendering")
struct RenderCacheTests {
  private func chart(_ title: String) -> Chart {
    Chart {
      for index in 0..<12 {
        BarMark(x: .value("Month", "\(title) \(index)"), y: .value("Rain", Double(index)))
      }
    }.chartTitle(Text(verbatim: title))
  }

  private func draw(_ title: String, _ cache: RenderCache) throws -> [UInt8] {
    try chart(title).render(.png, RenderOptions(width: 500, height: 300, cache: cache)).bytes
  }

  @Test("A cache is measured and emptied, and changes no byte")
  func usage() throws {
    let cache = RenderCache()
    #expect(cache.usage == .empty)
    let first = try draw("Rain", cache)
    let used = cache.usage
    #expect(used.bytes > 0 && used.families == 1 && used.faces >= 3)
    #expect(used.glyphs > 10 && used.shapers == 1)
    #expect(try draw("Rain", cache) == first)
    #expect(cache.usage == used)
    cache.removeAll()
    #expect(cache.usage == .empty)
    #expect(try draw("Rain", cache) == first)
    #expect(try draw("Rain", RenderCache(limit: 0)) == first)
  }

  @Test(
    "No more is kept than the limit allows, whatever is drawn", arguments: [0, 50_000, 2_000_000])
  func bound(limit: Int) throws {
    let cache = RenderCache(limit: limit)
    // Ideographs: each title has glyphs of its own.
    for start in stride(from: 0x4E00, to: 0x5200, by: 40) {
      let title = String(
        String.UnicodeScalarView((start..<start + 40).compactMap { Unicode.Scalar($0) }))
      _ = try draw(title, cache)
      #expect(cache.usage.bytes <= limit)
    }
    #expect(cache.limit == limit)
  }

  @Test("Many threads share a cache while it is emptied")
  func threads() async throws {
    let cache = RenderCache(limit: 3_000_000)
    let expected = try draw("Shared", cache)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for index in 0..<24 {
        group.addTask {
          if index % 5 == 4 { cache.removeAll() }
          return try self.draw("Shared", cache) == expected
        }
      }
      for try await isEqual in group { #expect(isEqual) }
    }
    #expect(cache.usage.bytes <= 3_000_000)
  }

  @Test("Fonts come from files or a folder, and only from there")
  func files() throws {
    let prepared = try Burin.prepare()
    #expect(prepared.families == Theme.standard.families.text + [Theme.standard.families.math])
    #expect(prepared.notes.isEmpty)
    let given = RenderCache(fonts: .files(prepared.files))
    #expect(try Burin.prepare(cache: given).files == prepared.files)
    #expect(try draw("Rain", given) == draw("Rain", .shared))
    let folder = FileManager.default.temporaryDirectory.appending(path: "burin-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    do throws(BurinError) {
      try Burin.prepare(cache: RenderCache(fonts: .folder(folder.path)))
      Issue.record("an empty folder has no fonts")
    } catch {
      #expect(error.category == .machine)
      #expect(error.code == "font.missing-family")
      #expect(error.description.contains("is not in \(folder.path)"))
    }
    for path in prepared.files {
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: URL(filePath: path).lastPathComponent),
        withDestinationURL: URL(filePath: path))
    }
    let linked = RenderCache(fonts: .folder(folder.path))
    #expect(try draw("Rain", linked) == draw("Rain", .shared))
    let broken = folder.appending(path: "broken.otf")
    try Data("no font".utf8).write(to: broken)
    do throws(BurinError) {
      try Burin.prepare(cache: RenderCache(fonts: .files([broken.path])))
      Issue.record("a text is no font")
    } catch {
      #expect(error.category == .machine)
    }
  }

  @Test("A program that sets no formulas needs no font for them")
  func formulas() throws {
    let math = try #require(Burin.prepare().files.first { $0.contains("pagella") })
    let text = try Burin.prepare().files.filter { $0 != math }
    let cache = RenderCache(fonts: .files(text))
    try Burin.prepare(formulas: false, cache: cache)
    #expect(throws: BurinError.self) { try Burin.prepare(cache: cache) }
    #expect(try draw("Rain", cache) == draw("Rain", .shared))
  }
}
