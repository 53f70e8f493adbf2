import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Legends")
struct LegendTests {
  @Test("Keys of one quantity stay together in a row that has room for them")
  func rows() throws {
    let chart = Chart(0..<8) { index in
      PointMark(x: .value("x", index), y: .value("y", index))
        .foregroundStyle(
          by: .value("Continent", ["Africa", "Asia", "Europe", "Americas"][index % 4])
        )
        .symbolSize(by: .value("Population", Double(index * 200)))
    }
    let texts = try chart.scene(width: 480, height: 300).scene.texts(below: "legend")
    func rows(_ names: [String]) -> Set<Double> {
      Set(texts.filter { names.contains($0.text) }.map { ($0.ink.midY / 8).rounded() })
    }
    #expect(rows(["Continent", "Africa", "Asia", "Europe", "Americas"]).count == 1)
    #expect(rows(["Population", "0", "500", "1000"]).count == 1)
    #expect(rows(["Africa"]) != rows(["500"]))
  }

  @Test("Rows and columns of sizes are as high as their symbols", arguments: [true, false])
  func sizes(_ isBelow: Bool) throws {
    let chart = Chart(1..<5) { index in
      PointMark(x: .value("x", index), y: .value("y", index))
        .foregroundStyle(by: .value("Country", "c\(index % 2)"))
        .symbolSize(by: .value("Population", Double(index * 300)))
    }
    .chartSymbolSizeScale(range: 50...2000).chartLegend(position: isBelow ? .bottom : .trailing)
    let leaves = try chart.scene(width: 480, height: 400).scene.leaves
    let parts = leaves.filter { $0.trail.contains { $0.hasPrefix("legend") } }
      .compactMap(\.canvasBounds)
    #expect(parts.count > 6)
    for (index, part) in parts.enumerated() {
      #expect(!parts[..<index].contains { $0.inset(by: 0.5).intersects(part) })
    }
    let plot = Rect.union(
      of: leaves.filter { $0.roles.contains(.tick) }.compactMap(\.canvasBounds))
    #expect(parts.allSatisfy { plot?.intersects($0) == false })
  }

  @Test(
    "A name that is shortened is noted at every side",
    arguments: [
      AnnotationPosition.top, .bottom, .leading, .trailing, .overlay,
    ])
  func shortened(_ position: AnnotationPosition) throws {
    let long = "Gesetzliche Krankenversicherung einschließlich aller Zusatzbeiträge und der Pflege"
    let (scene, notes) = try Chart {
      for name in [long + long + long, "Arbeitgeber"] {
        BarMark(x: .value("a", String(name.prefix(3))), y: .value("b", 4))
          .foregroundStyle(by: .value("Träger", name))
      }
    }
    .chartLegend(position: position).scene(width: 480, height: 300)
    let isShortened = scene.texts(below: "legend").contains { $0.text.hasSuffix("…") }
    #expect(isShortened == notes.contains { $0.message.hasPrefix("1 of 2 names in the legend") })
    #expect(isShortened)
  }

  @Test("Keys inside of the plot are read on a ground of their own")
  func overlay() throws {
    let chart = Chart {
      for (name, value) in [("a", 9.0), ("b", 8), ("c", 7)] {
        BarMark(x: .value("x", "one"), y: .value("y", value))
          .foregroundStyle(by: .value("key", name))
      }
    }
    .chartLegend(position: .overlay, alignment: .topTrailing)
    let leaves = try chart.scene(width: 300, height: 200).scene.leaves
    let ground = try #require(
      leaves.first { $0.trail.contains("decoration legend ground") }?.canvasBounds)
    let keys = leaves.filter { $0.roles.contains(.legend) }.compactMap(\.canvasBounds)
    #expect(keys.count == 6)
    #expect(keys.allSatisfy { ground.contains($0) })
  }
}
