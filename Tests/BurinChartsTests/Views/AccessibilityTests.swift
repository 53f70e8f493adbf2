import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("What readers hear")
struct AccessibilityTests {
  private func altText(_ content: some View, _ given: String = "") throws -> String {
    try content.scene(altText: given).scene.altText
  }

  private let bars = Chart {
    BarMark(x: .value("Month", "May"), y: .value("Rain", 40))
      .accessibilityLabel("May").accessibilityValue("40 mm")
    BarMark(x: .value("Month", "June"), y: .value("Rain", 100))
      .accessibilityLabel("June").accessibilityValue("100 mm")
    BarMark(x: .value("Month", "July"), y: .value("Rain", 10)).accessibilityHidden(true)
  }

  @Test("The labels of a chart and of its marks are a picture's alt text where it has none")
  func altTexts() throws {
    #expect(try altText(bars) == "May: 40 mm; June: 100 mm")
    #expect(
      try altText(bars.accessibilityLabel("Rain by month"))
        == "Rain by month. May: 40 mm; June: 100 mm")
    #expect(try altText(bars.accessibilityLabel("Rain."), "Given") == "Given")
    #expect(try altText(bars.accessibilityLabel("Rain.")) == "Rain. May: 40 mm; June: 100 mm")
    #expect(try altText(bars.accessibilityHidden(true)) == "")
    #expect(try altText(Text("plain")) == "")
  }

  @Test("Label and value of a view are heard together, in either order")
  func values() throws {
    #expect(
      try altText(Text("▲").accessibilityLabel("Growth").accessibilityValue("8 %"))
        == "Growth: 8 %")
    #expect(
      try altText(Text("▲").accessibilityValue("8 %").accessibilityLabel("Growth"))
        == "Growth: 8 %")
    #expect(
      try altText(
        HStack {
          Text("a").accessibilityLabel("A")
          Text("b").accessibilityLabel("B").accessibilityHidden(true)
          Text("c").accessibilityHidden(false)
        }) == "A")
  }

  @Test("A line with a label at each point is one line, which all of them describe")
  func lines() throws {
    let chart = Chart {
      ForEach(1..<4) { day in
        LineMark(x: .value("Day", day), y: .value("Rain", day * day))
          .accessibilityLabel("Day \(day)").accessibilityValue("\(day * day) mm")
      }
    }
    let scene = try chart.scene().scene
    #expect(scene.altText == "Day 1: 1 mm; Day 2: 4 mm; Day 3: 9 mm")
    let lines = scene.leaves.filter { $0.roles.contains(.mark) }
    #expect(lines.count == 1)
  }

  @Test("Of many labels the first hundred are heard")
  func limit() throws {
    let items = (1...101).map {
      SceneItem.group(SceneGroup(.mark, label: "\($0)", items: []))
    }
    #expect(items.spokenText.hasSuffix("; 100; …"))
    #expect(Array(items.prefix(100)).spokenText.hasSuffix("; 100"))
  }
}
