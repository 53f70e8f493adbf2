import BurinCharts
import BurinGeometry
import BurinLint
import BurinScales
import BurinScene
import BurinText
import Testing

/// Charts that are hard to lay out: each gives a clean picture, or an error that says what does not
/// fit.
@Suite("Stress")
struct StressTests {
  /// Lays content out and checks it with all rules that need no facts.
  private func findings(
    _ content: some FigureContent, width: Double = 640, height: Double? = nil,
    title: Text? = nil, language: String = "en"
  ) throws -> [Finding] {
    try content.scene(width: width, height: height, title: title, language: language)
      .scene.lint(LintRule.chart)
  }

  private static let weather = ["晴", "雨", "阴", "雪", "雾", "霜", "雷", "风", "冰", "霾"]

  @Test("Forty direct labels on forty points")
  func directLabels() throws {
    let chart = Chart {
      for index in 0..<40 {
        PointMark(
          x: .value("x", Double(index * 17 % 41)), y: .value("y", Double(index * 29 % 37))
        )
        .annotation { Text("point no. \(index)") }
      }
    }
    #expect(try findings(chart.frame(height: 420), width: 800) == [])
  }

  @Test("Forty labels at the ends of forty lines")
  func lineEnds() throws {
    let chart = Chart {
      for index in 0..<40 {
        let end = 1 + Double(index) * 0.12
        LinePlot(x: "x", y: "y", domain: 0...1) { $0 * end }
          .foregroundStyle(.series(index)).lineStyle(width: 1.8)
          .directLabel(Text("line no. \(index)"))
      }
    }
    #expect(try findings(chart.frame(height: 760)) == [])
  }

  @Test("Forty labels at line ends that have no room are an error that says how much they need")
  func noRoom() throws {
    let chart = Chart {
      for index in 0..<40 {
        LinePlot(x: "x", y: "y", domain: 0...1) { $0 * (1 + Double(index) * 0.01) }
          .directLabel(Text("line no. \(index)"))
      }
    }
    #expect {
      try findings(chart.frame(height: 260))
    } throws: { error in
      "\(error)".contains("40 labels at line ends needs") && "\(error)".contains("pt of height")
    }
  }

  /// Labels at one point.
  private func crowd(_ count: Int) -> Chart {
    Chart {
      for index in 0..<count {
        PointMark(x: .value("x", 1.0), y: .value("y", 1.0))
          .annotation { Text("one of very many labels, number \(index)") }
      }
    }
  }

  @Test("Labels that cannot all be free are told of, one line each")
  func noPlace() throws {
    let notes = try crowd(40).scene(width: 800, height: 400).diagnostics.map(\.message)
    #expect(!notes.isEmpty)
    #expect(notes.filter { $0.contains(" overlaps ") }.count >= notes.count - 1)
    // One more for the lines that lead through labels.
    #expect(notes.allSatisfy { $0.contains(" overlaps ") || $0.contains(" crosses ") })
    #expect(notes.allSatisfy { !$0.contains("\n") })
  }

  @Test("Labels for which the canvas is too small are an error that says how much they need")
  func noCanvas() throws {
    #expect {
      try findings(crowd(40), width: 260, height: 200)
    } throws: { error in
      "\(error)".contains("a chart with its 40 labels needs") && "\(error)".contains("pt of")
    }
  }

  @Test("A title of two hundred characters breaks into lines", arguments: ["en", "zh-Hans"])
  func longTitle(_ language: String) throws {
    let words =
      language == "en"
      ? "A long title that says very much about very little. "
      : "一个很长的标题说了很多关于很少的事情，读者早已睡着了。"
    var title = ""
    while title.count < 200 { title += words }
    title = String(title.prefix(200))
    let chart = Chart { BarMark(x: .value("x", "a"), y: .value("y", 1.0)) }
      .chartTitle(Text(title)).chartSubtitle(Text(title))
    #expect(try findings(chart, title: Text(title), language: language) == [])
  }

  @Test("A word of two hundred letters breaks where it must")
  func longWord() throws {
    let chart = Chart { BarMark(x: .value("x", "a"), y: .value("y", 1.0)) }
      .chartTitle(Text(String(repeating: "m", count: 200)))
    #expect(try findings(chart) == [])
    // Hyphens would be no part of it.
    let scene = try chart.scene(width: 640).scene
    let glyphs = scene.leaves.flatMap { leaf -> [Glyph] in
      guard case .glyphs(let run) = leaf.item, run.text.contains("mmm") else { return [] }
      return run.glyphs
    }
    #expect(glyphs.count == 200 && Set(glyphs.map(\.id)).count == 1)
  }

  @Test("A legend of twelve lines")
  func legend() throws {
    let chart = Chart {
      for index in 0..<12 {
        BarMark(
          x: .value("x", "\(index)"), y: .value("y", Double(index + 1))
        )
        .foregroundStyle(by: .value("series", "series number \(index) with quite a long name"))
      }
    }
    let found = try findings(chart.frame(height: 560), width: 400)
    // More series than colours: that they look alike is the one thing to find.
    #expect(found.filter { $0.rule.name != "series colours" } == [])
  }

  @Test("Sixty Chinese categories, level or upright", arguments: [true, false])
  func categories(_ isLevel: Bool) throws {
    let names = (0..<60).map { Self.weather[$0 % 10] + Self.weather[$0 / 10] + "天气预报" }
    let chart = Chart {
      for (index, name) in names.enumerated() {
        if isLevel {
          BarMark(x: .value("n", Double(index % 7 + 1)), y: .value("weather", name))
        } else {
          BarMark(x: .value("weather", name), y: .value("n", Double(index % 7 + 1)))
        }
      }
    }
    let found = Result {
      try findings(chart.frame(height: isLevel ? 1400 : 400), width: 1100, language: "zh-Hans")
    }
    switch found {
    case .success(let findings):
      // The canvas is wider than 800 pt, at which its text is smaller; nothing else may be found.
      #expect(findings.filter { $0.rule.name != "text size" } == [])
    case .failure(let error):
      #expect("\(error)".contains("needs"))
    }
  }

  @Test("Of sixty categories that have no room, some are named, and the chart says how many")
  func noRoomForCategories() throws {
    for isLevel in [true, false] {
      let chart = Chart {
        for index in 0..<60 {
          let name = Self.weather[index % 10] + Self.weather[index / 10]
          if isLevel {
            BarMark(x: .value("n", 1), y: .value("weather", name))
          } else {
            BarMark(x: .value("weather", name), y: .value("n", 1))
          }
        }
      }
      #expect(try findings(chart.frame(height: 300), language: "zh-Hans") == [])
      let notes = try chart.frame(height: 300).scene(language: "zh-Hans").diagnostics
      #expect(
        notes.contains {
          $0.message.contains("of 60 labels of the \(isLevel ? "y" : "x") axis are shown")
        })
    }
  }

  @Test(
    "Ticks from 10⁻³⁰⁰ to 10³⁰⁰",
    arguments: [
      1e-300, 1e300, -1e300, .leastNonzeroMagnitude * 2024, .leastNonzeroMagnitude, 0, -0.0,
    ])
  func extremeTicks(_ value: Double) throws {
    let chart = Chart {
      PointMark(x: .value("x", 1.0), y: .value("y", value))
      PointMark(x: .value("x", 2.0), y: .value("y", value / 2))
    }
    #expect(try findings(chart.frame(height: 260), width: 400) == [])
  }

  @Test("A logarithmic axis over six hundred decades")
  func decades() throws {
    let chart = Chart {
      PointMark(x: .value("x", 1e-300), y: .value("y", 1e300))
      PointMark(x: .value("x", 1e300), y: .value("y", 1e-300))
    }
    .chartXScale(type: .log).chartYScale(type: .log(base: 10))
    #expect(try findings(chart.frame(height: 260), width: 400) == [])
  }

  @Test("A canvas of 200 × 150 points")
  func smallCanvas() throws {
    let chart = Chart {
      for (name, value) in [("a", 3.0), ("b", 4.0)] {
        BarMark(x: .value("x", name), y: .value("y", value))
          .annotation(position: .top) { Text("\(value)") }
      }
    }
    #expect(try findings(chart, width: 200, height: 150) == [])
    let crowded = chart.chartTitle("a title").chartSubtitle("a subtitle in a line or two")
      .chartXAxisLabel("the horizontal axis").chartYAxisLabel("the vertical axis")
    do {
      #expect(try findings(crowded, width: 200, height: 150) == [])
    } catch {
      #expect("\(error)".contains("needs"))
    }
  }

  @Test("Text from right to left, where a font has it, or an error that names the character")
  func rightToLeft() throws {
    let chart = Chart {
      PointMark(x: .value("x", 1.0), y: .value("y", 1.0)).annotation { Text("שלום עולם") }
      PointMark(x: .value("x", 2.0), y: .value("y", 2.0)).annotation { Text("مرحبا بالعالم") }
    }
    do {
      #expect(try findings(chart) == [])
    } catch {
      #expect("\(error)".contains("no glyph for") && "\(error)".contains("U+05"))
    }
  }

  @Test("Both directions, Chinese and signs in one label, by a second font where there is one")
  func secondFont() throws {
    var theme = Theme.standard
    theme.families.text.append("DejaVu Sans")
    let chart = Chart {
      PointMark(x: .value("x", 1.0), y: .value("y", 1.0)).annotation { Text("שלום עולם 123") }
      PointMark(x: .value("x", 1.5), y: .value("y", 1.2))
        .annotation { Text("mixed שלום and مرحبا, 晴 ☀ ☂") }
      PointMark(x: .value("x", 2.0), y: .value("y", 2.0)).annotation { Text("مرحبا بالعالم") }
    }
    do {
      let scene = try chart.scene(width: 500, height: 300, theme: theme).scene
      #expect(scene.lint(LintRule.chart) == [])
      // The last letters of a Hebrew text stand at its left.
      let run = try #require(
        scene.leaves.lazy.compactMap { leaf -> GlyphRun? in
          guard case .glyphs(let run) = leaf.item, run.text.contains("עולם") else { return nil }
          return run
        }.first)
      let (first, last) = (run.glyphs.first?.cluster ?? 0, run.glyphs.last?.cluster ?? 0)
      #expect(first > last)
    } catch let error where "\(error)".contains("DejaVu Sans") {
      // The font is not installed, and the error says so.
    }
  }

  @Test("Emoji, where a font has them, or an error that names the character")
  func emoji() throws {
    let chart = Chart { BarMark(x: .value("x", "☀️ sunny 🌧"), y: .value("y", 1.0)) }
    do {
      #expect(try findings(chart) == [])
    } catch {
      #expect("\(error)".contains("no glyph for") && "\(error)".contains("U+"))
    }
  }
}
