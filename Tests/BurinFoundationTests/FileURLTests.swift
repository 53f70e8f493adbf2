import BurinFoundation
import TestSupport
import Testing

@Suite("Pictures written to the URL of a file")
struct FileURLTests {
  private let chart = Chart { BarMark(x: .value("Month", "Jan"), y: .value("Rain", 3)) }

  @Test("A file of any name is written as its extension says")
  func file() throws {
    let folder = try TemporaryFolder()
    let name = "rain 图 100%.svg"
    #expect(try chart.write(to: folder.url(name)) == [])
    #expect(try String(decoding: folder.bytes(name), as: UTF8.self).contains("<svg"))
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
