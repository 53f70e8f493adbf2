import Burin
import Testing

@Suite("The size of a page")
struct PageSizeTests {
  private let chart = Chart { BarMark(x: .value("x", "a"), y: .value("y", 1)) }

  @Test("Content of a fixed size that is larger than the usual page decides on the page")
  func content() throws {
    let margin = Theme.standard.margin
    let size = try chart.frame(width: 900, height: 400).render(.svg).scene.size
    #expect(size == Size(900 + 2 * margin, 400 + 2 * margin))
    let high = try chart.frame(height: 1200).render(.svg).scene.size
    #expect(high == Size(640, 1200 + 2 * margin))
    let row = try HStack(spacing: 10) {
      chart.frame(width: 500, height: 200)
      chart.frame(width: 500, height: 200)
    }.render(.svg).scene.size
    #expect(row.width == 1010 + 2 * margin)
    let padded = try chart.frame(width: 700, height: 200).padding(20)
      .render(.svg, RenderOptions(title: "a title")).scene.size
    #expect(padded.width == 740 + 2 * margin)
    #expect(try chart.render(.svg).scene.size.width == 640)
    #expect(try chart.frame(width: 300, height: 200).render(.svg).scene.size.width == 640)
  }

  @Test("A size that the caller gave stays, and content that it has no room for is an error")
  func given() throws {
    #expect(throws: BurinError.self) {
      try chart.frame(width: 900, height: 400).render(.svg, RenderOptions(width: 640))
    }
    #expect(throws: BurinError.self) {
      try chart.frame(width: 900, height: 400).render(.svg, RenderOptions(height: 300))
    }
    #expect(throws: BurinError.self) {
      try chart.frame(width: 30_000, height: 400).render(.svg)
    }
    #expect(
      try chart.frame(width: 900, height: 400).render(.svg, RenderOptions(height: 500)).scene.size
        == Size(900 + 2 * Theme.standard.margin, 500))
  }
}
