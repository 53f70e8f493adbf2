import Burin
import Foundation
import TestSupport
import Testing

@Suite("The pages for newcomers")
struct GuidePagesTests {
  @Test("Their code is compiled here, line for line", arguments: ["Start", "Themes", "Figures"])
  func code(page: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    func lines(_ text: some StringProtocol) -> String {
      text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { !$0.hasPrefix("import ") }.joined(separator: "\n")
    }
    let text = try String(
      contentsOf: root.appending(path: "Documentation/\(page).md"), encoding: .utf8)
    let source = lines(
      try String(
        contentsOf: root.appending(path: "Tests/BurinTests/GuidePages.swift"), encoding: .utf8))
    let blocks = text.matches(of: #/```swift\n((?:.*\n)*?)```/#).map { lines($0.1) }
    #expect(!blocks.isEmpty)
    for block in blocks { #expect(source.contains(block), "not compiled: \(block)") }
  }

  @Test("Their code runs")
  func runs() throws {
    let folder = try TemporaryFolder()
    let pages = try GuidePages(folder: folder.url.path)
    try pages.files()
    pages.errors()
    try pages.checks()
    try pages.dark()
    #expect(pages.brand().colors["sun"] == RGBColor(hex: 0xB45309))
    try pages.figures()
    for name in ["rain.png", "rain.svg", "rain.pdf", "dark.png", "coin.en.png", "coin.zh.png"] {
      #expect(FileManager.default.fileExists(atPath: "\(folder.url.path)/\(name)"))
    }
  }

  @Test("A PDF of a scale is a page of that size, whose content is reduced as a whole")
  func reduced() throws {
    let chart = Chart(0..<3) { BarMark(x: .value("x", $0), y: .value("y", $0 + 1)) }
    func box(_ format: OutputFormat) throws -> String {
      let bytes = try chart.render(format, RenderOptions(width: 400, height: 200)).bytes
      let text = String(decoding: bytes, as: Unicode.ASCII.self)
      return String(try #require(text.firstMatch(of: #/MediaBox \[ ([^\]]*) \]/#)).1)
    }
    #expect(try box(.pdf) == "0 0 400 200")
    #expect(try box(.pdf(scale: 0.5)) == "0 0 200 100")
    for scale in [0, -1, .nan, .infinity] {
      #expect { try chart.render(.pdf(scale: scale)) } throws: {
        ($0 as? BurinError)?.code == "render.scale"
      }
    }
  }

  @Test("The dark theme's colours can be read, and told apart by all readers")
  func darkTheme() {
    let theme = Theme.dark
    let series = theme.series
    #expect(series.count == Theme.standard.series.count)
    for color in series + [theme.colors.primary, theme.colors.secondary] {
      #expect(color.contrast(with: theme.colors.canvas) >= 4.5)
      #expect(color.contrast(with: theme.colors.surface) >= 4.5)
    }
    func distance(_ a: RGBColor, _ b: RGBColor) -> Double { OKLab(a).distance(to: OKLab(b)) }
    for (index, a) in series.enumerated() {
      for (other, b) in series.enumerated() where other < index {
        #expect(distance(a, b) >= 0.08)
        for vision in ColorVision.allCases {
          #expect(distance(vision.simulated(a), vision.simulated(b)) >= 0.08)
        }
        if index < 4 { #expect(distance(a.grey, b.grey) >= 0.08) }
      }
    }
  }
}
