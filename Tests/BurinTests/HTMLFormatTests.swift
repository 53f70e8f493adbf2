import Burin
import TestSupport
import Testing

@Suite("Pictures as pages, and descriptions in files")
struct HTMLFormatTests {
  private let chart = Chart {
    BarMark(x: .value("Day", "<Mon> & Tue"), y: .value("Visits", 12))
    BarMark(x: .value("Day", "Wed"), y: .value("Visits", 7.5))
  }

  private func html(_ format: OutputFormat, language: String = "en") throws -> String {
    String(
      decoding: try chart.render(format, RenderOptions(language: language)).bytes, as: UTF8.self)
  }

  @Test("A page has the picture, its description and its data, escaped, without a script")
  func page() throws {
    let page = try html(.html)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(page.contains("<title>Visits by Day</title>"))
    #expect(page.contains("<th scope=\"col\">Day</th><th scope=\"col\">Visits</th>"))
    #expect(
      page.contains("<tr><td>&lt;Mon&gt; &amp; Tue</td><td class=\"number\">12</td></tr>"))
    #expect(page.contains("<summary>Data: Visits by Day</summary>"))
    #expect(page.split(separator: "<svg").count == 2)
    #expect(!page.contains("<script"))
    #expect(!page.contains("<Mon>"))
    #expect(try html(.html, language: "zh").contains("<summary>数据：Visits（按Day）</summary>"))
  }

  @Test("A part of a page is a figure alone; rows beyond the limit are counted")
  func part() throws {
    let part = try html(.html(isPage: false, rowLimit: 1))
    #expect(part.hasPrefix("<figure>\n<svg"))
    #expect(part.hasSuffix("</figure>\n"))
    #expect(part.contains("<p>1 more row is not listed.</p>"))
    #expect(!part.contains("<td>Wed</td>"))
  }

  @Test("Marks, axes and the chart have graphics roles and labels, each datum once")
  func roles() throws {
    let picture = try chart.render(.svg)
    let found = try #require(XMLElements(picture.bytes))
    let groups = found.named("g").map(\.attributes).filter { $0["aria-label"] != nil }
    #expect(
      groups.map { $0["role"] } == [
        "graphics-object group", "graphics-symbol img", "graphics-symbol img",
        "graphics-object group", "graphics-object group",
      ])
    #expect(groups[1]["aria-label"] == "<Mon> & Tue, Visits 12")
    let root = try #require(found.named("svg").first?.attributes)
    #expect(root["role"] == "graphics-document document")
    #expect(root["aria-labelledby"] != root["aria-describedby"])
  }

  @Test("A PNG says that it is sRGB, and holds name and description as XMP")
  func xmp() throws {
    let bytes = try chart.render(.png(scale: 1)).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("sRGB"))
    #expect(
      text.contains(
        "<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang=\"x-default\">Visits by Day</rdf:li>"
      ))
    #expect(text.contains("<Iptc4xmpCore:ExtDescrAccessibility>"))
    #expect(text.contains("&lt;Mon&gt; &amp; Tue, Visits 12"))
  }

  @Test("A PNG without a chart is described by its words")
  func words() throws {
    let page = VStack {
      Text("The law of Ohm")
      Formula("U = R I")
    }
    let text = String(decoding: try page.render(.png(scale: 1)).bytes, as: UTF8.self)
    #expect(text.contains("x-default\">The law of Ohm\nU equals R I</rdf:li>"))
  }
}
