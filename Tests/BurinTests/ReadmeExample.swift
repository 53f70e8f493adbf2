import Burin
import Foundation

/// The code of the README's example, between the two marks, which a test holds against the README.
///
/// - Returns: how many bytes the picture has.
func readmeExample(in folder: String) throws -> Int {
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
  try chart.write(to: "\(folder)/commute.svg", as: .svg)
  // README ends
  return picture.bytes.count
}
