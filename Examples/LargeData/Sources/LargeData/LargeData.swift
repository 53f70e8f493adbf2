import Burin
import Foundation

/// Draws what a database made of a large table, read as CSV from standard input.
///
/// ```
/// LargeData line OUT.png          x,y
/// LargeData counts OUT.png X0 X1 Y0 Y1 COLUMNS ROWS     cell of x, cell of y, count
/// LargeData compare REDUCED.csv ALL.csv                 prints how far the pictures are apart
/// ```
@main
enum LargeData {
  private static let options = RenderOptions(width: 800, height: 500)

  private static func chart(_ line: ReducedLine) -> Chart {
    Chart { LinePlot(line, x: "x", y: "y").lineStyle(width: 1) }
  }

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { return print("usage: LargeData line|counts OUT …") }
    if arguments[1] == "compare", arguments.count == 4 {
      let pictures = try arguments[2...3].map { path in
        let line = try ReducedLine(csv: try String(contentsOfFile: path, encoding: .utf8))
        return try chart(line).render(.png(scale: 2), options).scene.bitmap(scale: 2).pixels
      }
      let distances = zip(pictures[0], pictures[1]).map { abs(Int($0) - Int($1)) }
      return print("at most \(distances.max() ?? 0) of 255 apart")
    }
    var text = ""
    while let line = readLine(strippingNewline: false) { text += line }
    if arguments[1] == "line" {
      let line = try ReducedLine(csv: text)
      try chart(line).write(to: arguments[2], as: .png(scale: 2), options)
      return
    }
    let numbers = arguments.dropFirst(3).compactMap { Double($0) }
    guard numbers.count == 6 else { return print("usage: LargeData counts OUT X0 X1 Y0 Y1 W H") }
    var counts = PointCounts(
      x: numbers[0]...numbers[1], y: numbers[2]...numbers[3], columns: Int(numbers[4]),
      rows: Int(numbers[5]))
    for row in text.split(separator: "\n") {
      let parts = row.split(separator: ",").compactMap { Int($0) }
      if parts.count == 3 { counts.add(count: parts[2], column: parts[0], row: parts[1]) }
    }
    try Chart { HeatmapMark(counts.matrix { log2($0) }, reduction: .none) }
      .write(to: arguments[2], as: .png(scale: 2), options)
  }
}
