// Types of marks outside of Burin: their layout, their swatches in the legend, their labels.
//
// Writes into the current folder, prints what it made, and fails where a check of the picture does.

import Burin
import Foundation

@main
struct CustomMark {
  static func main() throws {
    let options = RenderOptions(
      width: 560, height: 300, altText: "Marks of this package in a chart.")
    try check("vertical lollipops", rain(), of: "lollipop", count: 6, options)
    try check("lollipops level", rainSideways(), of: "lollipop", count: 3, options)
    try check("ticks", waits(), of: "tick", count: 40, options)
  }

  /// Side by side by season, with a legend and labels that keep off all heads and stems.
  private static func rain() -> Chart {
    Chart {
      for (city, season, millimetres) in measurements {
        LollipopMark(x: .value("city", city), y: .value("rain", millimetres))
          .foregroundStyle(by: .value("season", season))
          .position(by: .value("season", season))
          .annotation(position: .top) { Text("\(millimetres)") }
      }
    }
    .chartTitle("Autumn brings the rain")
    .chartYAxisLabel("millimetres")
  }

  private static func rainSideways() -> Chart {
    Chart {
      for (city, season, millimetres) in measurements where season == "autumn" {
        LollipopMark(x: .value("rain", millimetres), y: .value("city", city))
          .symbol(.square).opacity(0.8)
          .annotation(position: .trailing) { Text("\(millimetres) mm") }
      }
    }
    .chartXAxis(.hidden)
  }

  private static let measurements = [
    ("Bergen", "spring", 392), ("Bergen", "autumn", 730), ("Oslo", "spring", 157),
    ("Oslo", "autumn", 245), ("Tromsø", "spring", 210), ("Tromsø", "autumn", 318),
  ]

  /// Each number as a tick below the curve of them all.
  private static func waits() -> Chart {
    let minutes = (0..<40).map { index in
      let part = (Double(index) + 0.5) / 40
      return 6 + log(part / (1 - part))
    }
    return Chart {
      LinePlot(x: "minutes", y: "share", domain: 0...12) { x in 1 / (1 + exp(6 - x)) }
      for minute in minutes {
        TickMark(x: .value("minutes", minute)).foregroundStyle(.secondary)
      }
    }
    .chartXAxisLabel("minutes waited")
    .chartYAxisLabel("share of callers")
  }

  /// Writes a picture, and checks it: all marks are there, nothing is noted or found.
  private static func check(
    _ name: String, _ chart: Chart, of mark: String, count: Int, _ options: RenderOptions
  ) throws {
    let file = name.split(separator: " ").joined(separator: "-")
    try chart.write(to: "\(file).svg", as: .svg, options)
    try chart.write(to: "\(file).png", as: .png(scale: 2), options)
    let picture = try chart.render(.png(scale: 2), options)
    let groups = Set(
      picture.scene.leaves.flatMap { leaf in
        leaf.trail.filter { $0.hasPrefix("mark \(mark) ") }
      })
    let findings = try chart.lint(LintRule.chart, options)
    print("\(name): \(groups.count) marks, \(findings.count) findings")
    for finding in findings { print("finding: \(finding)") }
    for diagnostic in picture.diagnostics { print("note: \(diagnostic)") }
    guard groups.count == count, findings.isEmpty, picture.diagnostics.isEmpty else {
      throw ChartError.invalid("the picture of \(name) is not as it should be")
    }
  }
}
