import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Labels of a horizontal axis")
struct TickLabelTests {
  /// The labels below a chart of bars: text, ink and whether they are turned.
  private func labels(
    _ names: [String], width: Double, height: Double = 240,
    label: @escaping @Sendable (String) -> Text = { Text($0) }
  ) throws -> [(text: String, ink: Rect, isTurned: Bool)] {
    let chart = Chart {
      for name in names { BarMark(x: .value("name", name), y: .value("n", 1)) }
    }
    .chartXAxis {
      AxisMarks {
        AxisValueLabel { if case .category(let name) = $0 { label(name) } else { "" } }
      }
    }
    .chartYAxis(.hidden).chartXAxisLabel(.hidden)
    let scene = try chart.scene(width: width, height: height).scene
    return scene.leaves.compactMap { leaf in
      guard case .glyphs(let run) = leaf.item, let ink = leaf.canvasBounds else { return nil }
      return (run.text, ink, leaf.transform.b != 0)
    }
  }

  private func overlaps(_ labels: [(text: String, ink: Rect, isTurned: Bool)]) -> Int {
    labels.indices.reduce(0) { count, i in
      count + labels.indices.filter { $0 > i && labels[$0].ink.intersects(labels[i].ink) }.count
    }
  }

  @Test("Short names stand level in one row")
  func level() throws {
    let labels = try labels(["one", "two", "three"], width: 400)
    #expect(labels.count == 3)
    #expect(Set(labels.map { $0.ink.maxY.rounded() }).count == 1)
  }

  @Test("Labels of text and of formulas stand on one baseline")
  func baseline() throws {
    // Both letters stand on the baseline, without overshoot.
    let labels = try labels(["H", "$H$", "HH", "$\\frac{1}{H}$"], width: 400) {
      Text(markup: $0)
    }
    let bottoms = labels.prefix(3).map(\.ink.maxY)
    #expect(bottoms.allSatisfy { abs($0 - bottoms[0]) < 0.3 })
    #expect(labels.allSatisfy { $0.ink.maxY <= 240 })
  }

  @Test("Names of several words break into two lines before anything else is done")
  func broken() throws {
    let labels = try labels(["north of town", "south of town", "east of town"], width: 240)
    #expect(labels.count == 6)
    #expect(labels.allSatisfy { !$0.isTurned })
    #expect(overlaps(labels) == 0)
  }

  @Test("Long words stand in two rows by turns")
  func staggered() throws {
    let names = ["Constantinople", "Thessaloniki", "Adrianople", "Philippopolis", "Naissus"]
    let labels = try labels(names, width: 400)
    #expect(labels.count == 5)
    #expect(labels.allSatisfy { !$0.isTurned })
    #expect(labels[1].ink.midY > labels[0].ink.maxY)
    #expect(overlaps(labels) == 0)
  }

  @Test("Values listed in any order have labels that keep clear of each other")
  func order() throws {
    let chart = Chart { PointMark(x: .value("x", 5), y: .value("y", 1)) }
      .chartXScale(domain: 0...100).chartYAxis(.hidden).chartXAxisLabel(.hidden)
      .chartXAxis {
        AxisMarks(values: [8, 90, 12]) {
          AxisValueLabel { datum in
            if case .number(let x) = datum { Text("the value \(Int(x))") } else { "" }
          }
        }
      }
    let labels = try chart.scene(width: 400, height: 240).scene.texts(below: "axis x")
    #expect(labels.map(\.text) == ["the value 8", "the value 12", "the value 90"])
    #expect(labels[1].ink.minY > labels[0].ink.maxY)
  }

  @Test("Where nothing else fits, names read upwards, within the canvas")
  func upright() throws {
    let names = (1...24).map { "Constantinople \($0)" }
    let labels = try labels(names, width: 560)
    #expect(labels.count == 24)
    #expect(labels.allSatisfy { $0.isTurned })
    #expect(overlaps(labels) == 0)
    #expect(labels.allSatisfy { $0.ink.maxY <= 240 && $0.ink.minX >= 0 && $0.ink.maxX <= 560 })
  }

  @Test("Of more names than can be read, every n-th is shown, and the chart says so")
  func tooMany() throws {
    let names = (1...60).map { "第\($0)个类别" }
    let labels = try labels(names, width: 400)
    #expect((3..<20).contains(labels.count))
    #expect(overlaps(labels) == 0)
    let chart = Chart { for name in names { BarMark(x: .value("", name), y: .value("", 1)) } }
    let notes = try chart.scene(width: 400, height: 240).diagnostics.map(\.message)
    #expect(
      notes == [
        "\(labels.count) of 60 labels of the x axis are shown; there is no room for more"
      ])
  }

  @Test("One name alone breaks and is shortened, however long it is", arguments: [20, 2000])
  func single(_ count: Int) throws {
    let labels = try labels([String(repeating: "long ", count: count)], width: 400)
    #expect(labels.count >= 2)
    #expect(labels.allSatisfy { $0.ink.minX >= 0 && $0.ink.maxX <= 400 && !$0.isTurned })
  }

  @Test(
    "A chart that is drawn at one height is drawn at any greater one",
    arguments: [
      "Rate", "A title of such a length that it needs two lines on a chart of this width",
    ])
  func heights(title: String) throws {
    let names = [
      "Baden-Württemberg", "Bayern", "Berlin", "Brandenburg", "Bremen", "Hamburg", "Hessen",
      "Mecklenburg-Vorpommern", "Niedersachsen", "Nordrhein-Westfalen", "Saarland", "Sachsen",
    ]
    let chart = Chart(names, id: \.self) {
      BarMark(x: .value("Land", $0), y: .value("Rate", 3 + $0.count % 7))
    }.chartTitle(Text(verbatim: title))
    var isDrawn = false
    for height in stride(from: 120.0, through: 460, by: 10) {
      do {
        _ = try chart.scene(width: 420, height: height)
        isDrawn = true
      } catch {
        #expect(!isDrawn, "\(height): \(error)")
      }
    }
    #expect(isDrawn)
  }

  @Test("Of many long names every n-th is read upwards, for their ends tell them apart")
  func tooManyLong() throws {
    let names = (1...60).map { "Country number \($0)" }
    let labels = try labels(names, width: 480, height: 300)
    #expect(labels.filter { $0.text.hasPrefix("Country") }.count >= 8)
    #expect(labels.allSatisfy { $0.isTurned })
    #expect(!labels.contains { $0.text.contains("…") })
    #expect(overlaps(labels) == 0)
  }

  @Test("Names longer than their bands break, then end in an ellipsis, within the canvas")
  func long() throws {
    let names = ["first", "second"].map {
      "The \($0) of two categories whose names are by far too long for any axis of the world"
    }
    let labels = try labels(names, width: 400)
    // Three lines each; an ellipsis may be a run of its own.
    #expect(labels.count >= 6)
    #expect(overlaps(labels) == 0)
    #expect(labels.allSatisfy { $0.ink.minX >= 0 && $0.ink.maxX <= 400 })
    let chart = Chart { for name in names { BarMark(x: .value("", 1), y: .value("", name)) } }
    let (scene, notes) = try chart.scene(width: 400, height: 130)
    #expect(scene.texts().contains { $0.text.hasSuffix("…") })
    #expect(
      notes.map(\.message) == [
        "2 of 2 labels of the y axis are shortened; make the chart larger or the names shorter"
      ])
  }

  @Test("A label that was given for a number keeps clear of its neighbour too")
  func givenNumbers() throws {
    let chart = Chart { LineMark(x: .value("x", 0), y: .value("y", 0)) }
      .chartXScale(domain: 0...1)
      .chartXAxis {
        AxisMarks(values: [0.4, 0.45]) {
          AxisValueLabel { _ in "a long label" }
        }
      }
    let scene = try chart.scene(width: 400, height: 240).scene
    let tops = scene.leaves.compactMap { leaf -> Double? in
      guard case .glyphs(let run) = leaf.item, run.text == "a long label" else { return nil }
      return leaf.canvasBounds?.minY
    }
    #expect(tops.count == 2)
    #expect(Set(tops).count == 2)
  }

  @Test("Labels in two rows have their room also where a bar of colours narrows the plot")
  func roomOfTwoRows() throws {
    let chart = Chart {
      for hour in 0..<24 {
        for day in ["Mon", "Tue", "Wed"] {
          RectangleMark(x: .value("hour", "\(hour)"), y: .value("day", day))
            .foregroundStyle(by: .value("load", hour * day.utf8.count % 17))
        }
      }
    }
    let (scene, notes) = try chart.scene(width: 460, height: 300)
    #expect(notes.isEmpty, "\(notes)")
    let title = try #require(scene.texts().first { $0.text == "hour" }).ink
    #expect(title.maxY < 300 - 20)
    let rows = Set(
      scene.texts(below: "axis x").filter { Int($0.text) != nil }.map { $0.ink.midY.rounded() })
    #expect(rows.count == 2)
  }

  @Test("Powers of ten are set in the face of the other labels")
  func faceOfPowers() throws {
    func faces(_ top: Double) throws -> Set<String> {
      let chart = Chart {
        PointMark(x: .value("x", 0), y: .value("y", 0))
        PointMark(x: .value("x", 5), y: .value("y", top))
      }
      let scene = try chart.scene(width: 400, height: 240).scene
      return Set(
        scene.leaves.compactMap { leaf in
          guard case .glyphs(let run) = leaf.item,
            leaf.trail.contains(where: { $0.hasPrefix("tick") })
          else { return nil }
          return run.font.postScriptName
        })
    }
    #expect(try faces(1.2e9) == faces(12))
    #expect(try faces(3e-9) == faces(12))
  }

  @Test("A narrow axis of whole years labels each of six, where two ends told little")
  func narrowYears() throws {
    let chart = Chart {
      for year in 2020...2025 { LineMark(x: .value("year", year), y: .value("y", year % 7)) }
    }.chartXScale(domain: 2020...2025)
    let texts = try chart.scene(width: 300, height: 240).scene.texts(below: "axis x").map(\.text)
    #expect(texts.filter { $0.hasPrefix("20") } == (2020...2025).map(String.init))
  }
}
