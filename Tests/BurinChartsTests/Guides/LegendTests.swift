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
}
