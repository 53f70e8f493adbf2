import BurinFoundation
import Testing

@Suite("Pictures written to the URL of a file")
struct FileURLTests {
  private let chart = Chart { BarMark(x: .value("Month", "Jan"), y: .value("Rain", 3)) }

  @Test("A file of any name is written as its extension says")
  func file() throws {
    let folder = URL.temporaryDirectory.appending(path: "burin 图 100%\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "rain.svg")
    #expect(try chart.write(to: file) == [])
    #expect(try String(contentsOf: file, encoding: .utf8).contains("<svg"))
  }

  @Test("A URL that is not one of a file is refused")
  func elsewhere() throws {
    let url = try #require(URL(string: "https://example.com/rain.svg"))
    let error = #expect(throws: BurinError.self) { try chart.write(to: url) }
    #expect(error?.code == "file.url")
    #expect(
      error?.description.contains(
        "cannot write https://example.com/rain.svg: it is not the URL of a file") == true)
  }
}
