import BurinCharts
import BurinGeometry
import BurinScales
import BurinScene
import Testing

@Suite("Lines through data")
struct LineMarkTests {
  private func lines(_ chart: Chart) throws -> [Path] {
    try chart.scene(width: 400, height: 300).scene.leaves.compactMap { leaf in
      guard case .path(let item) = leaf.item, leaf.path.contains("mark line") else { return nil }
      return item.path
    }
  }

  private func moves(_ path: Path) -> Int {
    path.elements.filter { if case .move = $0 { true } else { false } }.count
  }

  @Test("A dash is drawn where dashes can be told apart, and left out with a word elsewhere")
  func dashes() throws {
    func drawn(_ count: Int) throws -> (dashes: [[Double]], notes: [String]) {
      let chart = Chart {
        LinePlot(
          (0..<count).map { (x: Double($0), y: Double($0 % 2)) }, x: .value("x", \.x),
          y: .value("y", \.y)
        )
        .lineStyle(StrokeStyle(lineWidth: 2, dash: [4, 2]))
      }
      let layout = try chart.scene(width: 400, height: 300)
      let dashes = layout.scene.leaves.compactMap { leaf -> [Double]? in
        guard case .path(let item) = leaf.item, leaf.path.contains("mark") else { return nil }
        return item.stroke?.dash
      }
      return (dashes, layout.diagnostics.map(\.message))
    }
    let few = try drawn(2_000)
    #expect(few.dashes == [[4, 2]])
    #expect(few.notes.isEmpty)
    let many = try drawn(20_000)
    #expect(many.dashes == [[]])
    #expect(many.notes.count == 1)
    #expect(
      many.notes.first?.contains("20000 points has more dashes than can be told apart") == true)
  }

  @Test(
    "A label at one point does not break the line, and stands at that point", arguments: [1, 2, 3])
  func label(at index: Int) throws {
    let chart = Chart {
      for x in 0..<5 {
        let mark = LineMark(x: .value("x", Double(x)), y: .value("y", 1))
        if x == index {
          mark.annotation(position: .top) { "here" }
        } else {
          mark
        }
      }
    }.chartXScale(domain: 0...4)
    let paths = try lines(chart)
    #expect(paths.count == 1)
    #expect(moves(try #require(paths.first)) == 1)
    let scene = try chart.scene(width: 400, height: 300).scene
    let ink = try #require(scene.texts(below: "annotation").first?.ink)
    let line = try #require(paths.first?.bounds)
    #expect(abs(ink.midX - (line.minX + line.width * Double(index) / 4)) < 2)
    #expect(ink.maxY < line.minY)
  }

  @Test("Every value that is no finite number breaks the line and is counted")
  func breaks() throws {
    let ys = [1, 2, .nan, 3, 4, .infinity, 5, 6]
    let chart = Chart {
      for (x, y) in ys.enumerated() {
        LineMark(x: .value("x", Double(x)), y: .value("y", y))
      }
    }
    #expect(try lines(chart).map(moves).reduce(0, +) == 3)
    let diagnostics = try chart.scene(width: 400, height: 300).diagnostics
    #expect(
      diagnostics.map(\.message) == [
        "2 of 8 line values are not finite and are left out; the first is value 2"
      ])
  }

  @Test("Lines of different series, colours or facets are not joined")
  func series() throws {
    let chart = Chart {
      for series in ["a", "b"] {
        for x in 0..<3 {
          LineMark(x: .value("x", Double(x)), y: .value("y", 1))
            .foregroundStyle(by: .value("s", series))
        }
      }
    }
    #expect(try lines(chart).count == 2)
  }

  @Test(
    "A value that a logarithmic axis cannot show is an error with its mark and index",
    arguments: [true, false])
  func logarithm(hasDomain: Bool) {
    var chart = Chart {
      for (x, y) in [1.0, 10, 0, 100].enumerated() {
        LineMark(x: .value("x", Double(x)), y: .value("y", y))
      }
    }
    chart =
      hasDomain
      ? chart.chartYScale(domain: 1...100, type: .log()) : chart.chartYScale(type: .log())
    #expect { try chart.scene(width: 400, height: 300) } throws: {
      "\($0)".hasPrefix("line, value 2: 0.0 cannot be shown on the y axis")
    }
  }

  @Test("A label at the line's end that is given with each point stands once")
  func oneEndLabel() throws {
    let chart = Chart {
      for x in 0..<20 {
        LineMark(x: .value("x", x), y: .value("y", x))
          .foregroundStyle(by: .value("language", "Swift"))
          .annotation(position: .lineEnd) { Text("Swift") }
      }
    }
    let scene = try chart.scene(width: 400, height: 300).scene
    let labels = scene.leaves.compactMap { leaf -> GlyphRun? in
      if case .glyphs(let run) = leaf.item, run.text == "Swift" { run } else { nil }
    }
    #expect(labels.count == 1)
    #expect(try labels.first?.color == Theme.standard.resolve(.series(0)))
  }

  @Test(
    "A curve that reaches beyond its values is not cut",
    arguments: [
      InterpolationMethod.catmullRom, .cardinal,
    ])
  func overshoot(_ method: InterpolationMethod) throws {
    let values = [2.0, 8, 10, 10, 3, 0, 0, 4]
    let chart = Chart(values.indices) { index in
      LineMark(x: .value("Hour", index), y: .value("Load", values[index]))
        .interpolationMethod(method)
    }
    let leaf = try #require(
      try chart.scene(width: 400, height: 300).scene.leaves.first { $0.roles.contains(.mark) })
    guard case .path(let path) = leaf.item, let bounds = path.path.bounds else {
      Issue.record("no path")
      return
    }
    let shown = try #require(leaf.canvasBounds)
    #expect(shown.minY <= bounds.minY && shown.maxY >= bounds.maxY)
  }
}
