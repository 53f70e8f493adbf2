import Burin
import Foundation

/// The code of the README's example, between the two marks, which a test holds against the README.
///
/// - Returns: how many bytes the picture has.
func readmeExample(in folder: String) throws -> Int {
  // README begins
  let chart = Chart {
    for (weather, p) in [("晴", 0.6), ("雨", 0.3), ("阴", 0.1)] {
      BarMark(x: .value("weather", weather), y: .value("P", p))
        .foregroundStyle(.truth.tint(p > 0.5 ? 0 : 0.5))
        .annotation(position: .top) { Text("$P(\\text{\(weather)})=\(p)$") }
    }
  }
  .chartTitle("十天里有六天晴")
  .chartYAxis(.hidden)

  let picture = try chart.render(.png(scale: 2), RenderOptions(width: 480, language: "zh-Hans"))
  try chart.write(to: "\(folder)/weather.svg", as: .svg)
  // README ends
  return picture.bytes.count
}
