// Charts inside another program: bytes, files, a caller's pixels, many threads, a figure.
//
// Writes into the current folder and prints what it made.

import BurinFigures

@main
struct EmbedChart {
  static func main() async throws {
    let chart = latencies(of: "api", [12, 15, 11, 18, 42, 17, 13])
    let options = RenderOptions(
      width: 480, height: 300, title: "One slow minute", altText: "Latency over seven minutes.")

    // Bytes, for an HTTP response.
    let png = try chart.render(.png(scale: 2), options)
    print("PNG: \(png.bytes.count > 0 ? "\(png.scene.size.width) pt wide" : "empty")")
    for diagnostic in png.diagnostics { print("note: \(diagnostic)") }

    // Files, replaced as a whole or not at all.
    try chart.write(to: "latency.svg", as: .svg, options)
    try chart.write(to: "latency.pdf", as: .pdf, options)
    print("files: latency.svg, latency.pdf")

    // A buffer of the caller's: BGRA, premultiplied, as a window or a video encoder wants it.
    let (width, height) = (960, 600)
    var pixels = [UInt8](repeating: 0, count: width * height * 4)
    try pixels.withUnsafeMutableBytes {
      _ = try chart.draw(
        into: $0, width: width, height: height, bytesPerRow: width * 4, scale: 2, options)
    }
    print("buffer: \(pixels.contains { $0 != 255 } ? "drawn" : "blank")")

    // Many at once, from any thread; the same input gives the same bytes.
    var areIdentical = true
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 { group.addTask { try chart.render(.png(scale: 2), options).bytes } }
      for try await bytes in group where bytes != png.bytes { areIdentical = false }
    }
    print("threads: \(areIdentical ? "identical" : "different")")

    // A figure: its parameters are properties; both languages from one source.
    var coin = Coin()
    coin.heads = 0.75
    let english = try coin.rendering(language: .en)
    try english.write(to: "coin.png", as: .png)
    print("figure: \(english.scene.altText)")

    // What is wrong is told in one line.
    do {
      coin.heads = 1.5
      _ = try coin.facts()
    } catch {
      print("error: \(error)")
    }
  }

  private static func latencies(of name: String, _ values: [Double]) -> Chart {
    Chart {
      for (minute, value) in values.enumerated() {
        LineMark(x: .value("minute", Double(minute)), y: .value("ms", value))
          .foregroundStyle(by: .value("service", name))
      }
      RuleMark(y: .value("limit", 40)).foregroundStyle(.bad).lineStyle(width: 1.2, dash: [4, 3])
    }
    .chartXAxisLabel("minute").chartYAxisLabel("ms")
  }
}
