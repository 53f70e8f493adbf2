import Burin
import Foundation

/// The code of the README's first example, between the two marks, which a test compares with the
/// README.
///
/// - Returns: the scene of the chart.
func readmeExample(in folder: String) throws -> Scene {
  // README begins
  struct Rain: Identifiable {
    let city: String
    let month: String
    let millimetres: Double
    var id: String { city + month }
  }

  struct RainChart: View {
    let rain: [Rain]

    var body: some View {
      Chart(rain) { entry in
        BarMark(x: .value("Month", entry.month), y: .value("mm", entry.millimetres))
          .foregroundStyle(by: .value("City", entry.city))
          .position(by: .value("City", entry.city))
          .annotation(position: .top) { Text("\(Int(entry.millimetres))").font(.caption) }
      }
      .chartForegroundStyleScale(["Bergen": .blue, "Oslo": .orange])
      .chartLegend(position: .top, alignment: .leading)
    }
  }

  let chart = RainChart(rain: [
    Rain(city: "Bergen", month: "Jan", millimetres: 256),
    Rain(city: "Bergen", month: "Apr", millimetres: 140),
    Rain(city: "Bergen", month: "Jul", millimetres: 179),
    Rain(city: "Bergen", month: "Oct", millimetres: 288),
    Rain(city: "Oslo", month: "Jan", millimetres: 58),
    Rain(city: "Oslo", month: "Apr", millimetres: 48),
    Rain(city: "Oslo", month: "Jul", millimetres: 84),
    Rain(city: "Oslo", month: "Oct", millimetres: 93),
  ])
  let options = RenderOptions(width: 480, height: 260, altText: "Rain in two cities.")
  let picture = try chart.render(.png(scale: 2), options)  // picture.bytes
  try chart.write(to: "\(folder)/rain.svg", as: .svg, options)
  // README ends
  return picture.scene
}

/// The code of the README's example with formulas.
///
/// - Returns: how many bytes the picture has.
func readmeFormulas() throws -> Int {
  // README begins
  let chart = Chart {
    for (way, share) in [("骑车", 0.6), ("地铁", 0.3), ("步行", 0.1)] {
      BarMark(x: .value("way", way), y: .value("share", share))
        .foregroundStyle(.accent.tint(share > 0.5 ? 0 : 0.5))
        .annotation(position: .top) { Text("$p_{\\text{\(way)}}=\(share)$") }
    }
  }
  .chartTitle("十个人里有六个骑车")
  .chartYAxis(.hidden)

  let picture = try chart.render(.png(scale: 2), RenderOptions(width: 480, language: "zh-Hans"))
  // README ends
  return picture.bytes.count
}
