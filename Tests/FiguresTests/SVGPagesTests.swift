import BurinFigures
import Figures
import TestSupport
import Testing

@Suite("The figures as SVG within pages")
struct SVGPagesTests {
  private func elements(
    _ picture: RenderingTests.Picture, _ format: OutputFormat = .svg
  ) throws -> XMLElements {
    try #require(XMLElements(try picture.scene().encoded(as: format)))
  }

  @Test("Ids are unique, every reference leads to one, and no other figure or language has it")
  func ids() throws {
    var owners: [String: String] = [:]
    for picture in RenderingTests.pictures {
      let document = try elements(picture)
      #expect(!document.ids.isEmpty)
      #expect(Set(document.ids).count == document.ids.count, "\(picture)")
      #expect(document.references == Set(document.ids), "\(picture)")
      for id in document.ids {
        let owner = owners.updateValue(picture.testDescription, forKey: id)
        #expect(owner == nil, "\(id) is in \(owner ?? "") and \(picture)")
      }
    }
  }

  @Test("All forms keep texts, title and description", arguments: RenderingTests.pictures)
  func forms(_ picture: RenderingTests.Picture) throws {
    let plain = try elements(picture)
    let form = try elements(
      picture, .svg(idPrefix: "figure", sizing: .responsive, includesBackground: false))
    let scene = try picture.scene()
    #expect(form.named("text").map(\.text) == plain.named("text").map(\.text))
    #expect(form.named("title").map(\.text) == [scene.title])
    #expect(form.named("desc").map(\.text) == [scene.altText])
    #expect(form.ids.allSatisfy { $0.hasPrefix("figure-") })
    #expect(form.references == Set(form.ids))
    #expect(form.all.count == plain.all.count - 1)
    let root = plain.named("svg").first?.attributes
    #expect(root?["width"].flatMap(Double.init) == (scene.size.width * 1000).rounded() / 1000)
    #expect(root?["height"].flatMap(Double.init) == (scene.size.height * 1000).rounded() / 1000)
    #expect(form.named("svg").first?.attributes["viewBox"] == root?["viewBox"])
  }
}
