import Burin
import Foundation
import Testing

@Suite("The page about Swift Charts code")
struct SwiftChartsPageTests {
  private let options = RenderOptions(width: 400, height: 320)

  @Test("What it calls the same is drawn without a note")
  func draws() throws {
    for content: any FigureContent in [
      SwiftChartsPage.containers, SwiftChartsPage.styles, SwiftChartsPage.scalesAndAxes,
      SwiftChartsPage.plots, SwiftChartsPage.qualified, SwiftChartsPage.overlays,
    ] {
      let notes = try AnyContent(content).render(.svg, options).diagnostics.map(\.message)
      #expect(notes == [])
    }
  }

  @Test("What has no effect changes no byte of a picture")
  func interaction() throws {
    let plain = Chart(SwiftChartsPage.items) {
      BarMark(x: .value("Name", $0.name), y: .value("Size", $0.size))
    }
    func content<Page: PageContent>(_ page: Page.Type) -> AnyContent { page.content }
    let interactive = content(InteractivePage.self)
    #expect(try interactive.render(.svg, options).bytes == plain.render(.svg, options).bytes)
  }

  @Test("It lists all that is refused")
  func refusals() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    func file(_ path: String) throws -> String {
      try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
    let page = try file("Documentation/SwiftCharts.md")
    let source = try ["Unavailable", "UnavailableControls"]
      .map { try file("Sources/BurinCharts/Views/\($0).swift") }.joined()
    let names = source.matches(of: #/public (?:struct|func) (\w+)/#).map { String($0.1) }
    #expect(names.contains("ScrollView") && names.contains("toolbar"))
    for name in Set(names).subtracting(["block", "buildExpression"]) {
      #expect(page.contains("`\(name)`") || page.contains("`\(name)("), "the page lacks \(name)")
    }
    let silent = try ["Interaction", "ChartInteraction", "ScreenModifiers"].flatMap { name in
      try file("Sources/BurinCharts/Views/\(name).swift")
        .matches(of: #/public func (\w+)/#).map { String($0.1) }
    }
    #expect(silent.contains("chartXSelection"))
    for name in Set(silent) { #expect(page.contains("`\(name)`"), "the page lacks \(name)") }
  }
}
