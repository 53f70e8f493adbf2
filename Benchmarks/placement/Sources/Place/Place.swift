import Burin
import Figures

/// Lays out the catalog or a cloud of labelled points, and prints the time.
///
/// `Place catalog ROUNDS` lays out every figure in both languages and prints for each the median
/// milliseconds of the rounds, a tab and the figure; the last line is the total.
///
/// `Place points WIDTH HEIGHT SIZE ROUNDS` reads a point a line, `x y label` with tabs between and
/// x and y from 0 to 1, places a label of the size at each, and prints JSON: the milliseconds, what
/// the warnings of the layout, and for each label its point and the box of its ink, in points.
@main
enum Place {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let numbers = arguments.dropFirst().compactMap { Double($0) }
    switch (arguments.first, numbers.count) {
    case ("catalog", 1): try timeCatalog(rounds: Int(numbers[0]))
    case ("points", 4):
      try placePoints(size: Size(numbers[0], numbers[1]), em: numbers[2], rounds: Int(numbers[3]))
    default: throw Usage()
    }
  }

  struct Usage: Error, CustomStringConvertible {
    let description = "usage: Place catalog ROUNDS, or Place points WIDTH HEIGHT SIZE ROUNDS"
  }

  /// Returns the median milliseconds of some rounds, after one that fills the caches.
  private static func median(of rounds: Int, _ work: () throws -> Void) rethrows -> Double {
    try work()
    let times = try (0..<max(1, rounds)).map { _ in
      try ContinuousClock().measure(work) / .milliseconds(1)
    }
    return times.sorted()[times.count / 2]
  }

  private static func timeCatalog(rounds: Int) throws {
    var total = 0.0
    for entry in Catalog.entries {
      var both = 0.0
      for language in Catalog.languages {
        both += try median(of: rounds) { _ = try entry.render(language: language) }
      }
      total += both
      print("\(rounded(both))\t\(entry.id)")
    }
    print("\(rounded(total))\ttotal of \(Catalog.entries.count * Catalog.languages.count) layouts")
  }

  private static func placePoints(size: Size, em: Double, rounds: Int) throws {
    var rows: [(x: Double, y: Double, label: String)] = []
    while let line = readLine() {
      let parts = line.split(separator: "\t")
      guard parts.count == 3, let x = Double(parts[0]), let y = Double(parts[1]) else { continue }
      rows.append((x, y, String(parts[2])))
    }
    var theme = Theme.standard
    theme.fonts[.label] = Theme.Font(em)
    func chart(isLabelled: Bool) -> Chart {
      Chart {
        for (index, row) in rows.enumerated() {
          let point = PointMark(x: .value("x", row.x), y: .value("y", row.y)).symbolSize(5)
            .named("\(index)")
          if isLabelled {
            point.annotation(spacing: 2) { Text(row.label) }
          } else {
            point
          }
        }
      }
      .chartXScale(domain: 0...1).chartYScale(domain: 0...1)
      .chartXAxis(.hidden).chartYAxis(.hidden)
    }
    let (labelled, bare) = (chart(isLabelled: true), chart(isLabelled: false))
    var result = try labelled.scene(width: size.width, height: size.height, theme: theme)
    let whole = try median(of: rounds) {
      result = try labelled.scene(width: size.width, height: size.height, theme: theme)
    }
    let rest = try median(of: rounds) {
      _ = try bare.scene(width: size.width, height: size.height, theme: theme)
    }
    print("{\"milliseconds\": \(rounded(whole)), \"without\": \(rounded(rest)),")
    print("\"notes\": \(result.diagnostics.count), \"labels\": [")
    print(labels(in: result.scene, count: rows.count).joined(separator: ",\n"))
    print("]}")
  }

  /// Each point with the ink of its label as JSON; without a box where there is no label.
  private static func labels(in scene: Scene, count: Int) -> [String] {
    var points: [String: Rect] = [:]
    var boxes: [String: Rect] = [:]
    for leaf in scene.leaves {
      guard let bounds = leaf.canvasBounds, let last = leaf.trail.last,
        let name = last.split(separator: " ").last.map(String.init)
      else { continue }
      if last == "mark \(name)" { points[name] = bounds }
      if case .glyphs = leaf.item, leaf.roles.contains(.annotation) {
        boxes[name] = boxes[name]?.union(bounds) ?? bounds
      }
    }
    return (0..<count).compactMap { index in
      guard let point = points["\(index)"] else { return nil }
      let box = boxes["\(index)"].map { [$0.minX, $0.minY, $0.maxX, $0.maxY].map(rounded) }
      return "{\"point\": \([point.midX, point.midY].map(rounded)), \"box\": "
        + (box.map { "\($0)" } ?? "null") + "}"
    }
  }

  private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
