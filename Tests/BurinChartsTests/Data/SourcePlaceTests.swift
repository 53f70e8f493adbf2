import BurinCharts
import BurinScene
import Testing

@Suite("The order of drawing")
struct SourcePlaceTests {
  /// The marks of a chart from the lowest to the uppermost, as the first letters of their types.
  private func order(@ChartContentBuilder _ content: () -> some ChartContent) throws -> String {
    let scene = try Chart(content: content).scene(width: 300, height: 200).scene
    var (letters, seen) = ("", Set<String>())
    for leaf in scene.leaves {
      guard let mark = leaf.trail.first(where: { $0.hasPrefix("mark ") }) else { continue }
      let name = mark.dropFirst("mark ".count)
      if seen.insert(String(name)).inserted { letters += String(name.prefix(1)) }
    }
    return letters
  }

  private func bar(_ x: Int) -> BarMark { BarMark(x: .value("x", "n\(x)"), y: .value("y", 3)) }
  private func line(_ x: Int) -> LineMark { LineMark(x: .value("x", "n\(x)"), y: .value("y", x)) }
  private func point(_ x: Int) -> PointMark {
    PointMark(x: .value("x", "n\(x)"), y: .value("y", x))
  }

  @Test("A line of a loop lies over all bars before it and below all points after it")
  func lines() throws {
    #expect(
      try order {
        ForEach(0..<3) { x in
          bar(x)
          line(x)
          point(x)
        }
      } == "bbblppp")
    #expect(
      try order {
        for x in 0..<3 {
          bar(x)
          if x == 1 { point(x) }
          line(x)
        }
      } == "bbbpl")
  }

  @Test("Loops without lines, and loops in loops, draw in the order of their passes")
  func passes() throws {
    #expect(
      try order {
        ForEach(0..<3) { x in
          bar(x)
          point(x)
        }
      } == "bpbpbp")
    #expect(
      try order {
        ForEach(0..<2) { series in
          ForEach(0..<2) { x in
            point(x)
            line(x).foregroundStyle(by: .value("series", series))
          }
        }
        bar(1)
      } == "pplpplb")
  }

  @Test("What is listed in a loop is drawn as if it stood without it")
  func list() throws {
    let marks = [AnyChartContent(bar(0)), AnyChartContent(line(0)), AnyChartContent(bar(1))]
    let more = marks + [AnyChartContent(line(1)), AnyChartContent(point(1))]
    #expect(try order { ForEach(0..<5) { more[$0] } } == "blbp")
  }
}
