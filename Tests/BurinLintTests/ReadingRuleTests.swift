import BurinGeometry
import BurinLint
import BurinScene
import Testing

@Suite("Checks of what a reader can tell")
struct ReadingRuleTests {
  private let blue = RGBColor(hex: 0x1F6FB2)

  // MARK: Tick labels

  private func axis(_ labels: [String], role: Role = .axis, size: Double = 12) -> Scene {
    let ticks = labels.enumerated().map { index, label in
      group(
        .tick, "\(index + 1)",
        text(label, box(5 + Double(index) * 40, 60, 20, 9), size: size))
    }
    return scene(.group(SceneGroup(role, "x", items: ticks)))
  }

  @Test("Neighbouring ticks with one text are found once for an axis")
  func equalTicks() {
    let findings = axis(["0%", "0%", "0%", "1%"]).lint([.tickLabels])
    #expect(findings.map(\.problem) == ["neighbouring ticks all show \"0%\""])
    #expect(findings.map(\.measure) == [Measure(3, "equal labels")])
    #expect(findings.map(\.node) == ["axis x › tick 1"])
    #expect(axis(["0", "1", "0", "1"]).lint([.tickLabels]) == [])
    #expect(axis(["0"]).lint([.tickLabels]) == [])
    #expect(axis([]).lint([.tickLabels]) == [])
  }

  @Test("Ticks of a low axis are neighbours from top to bottom, however long their labels are")
  func lowAxis() {
    let labels = ["12:00", "2024-01-01", "12:00"].enumerated().map { index, label in
      let width = 6 * Double(label.count)
      return group(
        .tick, "\(index + 1)",
        text(label, box(80 - width, 50 - Double(index) * 15, width, 9)))
    }
    #expect(scene(.group(SceneGroup(.axis, "y", items: labels))).lint([.tickLabels]) == [])
  }

  @Test("Ticks of a colour bar are looked at, other axes are others")
  func otherGuides() {
    #expect(axis(["1", "1"], role: .legend).lint([.tickLabels]).count == 1)
    let apart = scene(
      group(.axis, "x", group(.tick, "1", text("0", box(5, 60, 9, 9)))),
      group(.axis, "y", group(.tick, "1", text("0", box(5, 40, 9, 9)))))
    #expect(apart.lint([.tickLabels]) == [])
  }

  @Test("Ticks differ by the size of their parts: 10² is not 102")
  func powers() {
    let power = group(
      .tick, "1", text("10", box(5, 60, 12, 9)), text("2", box(17, 56, 4, 5), size: 8))
    let number = group(
      .tick, "2", text("10", box(45, 60, 12, 9)), text("2", box(57, 60, 6, 9)))
    #expect(scene(group(.axis, "x", power, number)).lint([.tickLabels]) == [])
    #expect(scene(group(.axis, "x", power, power)).lint([.tickLabels]).count == 1)
  }

  // MARK: Legends

  private func legend(_ swatches: (SceneItem, String)...) -> [Finding] {
    scene(
      .group(
        SceneGroup(
          .legend,
          items: swatches.enumerated().flatMap { index, swatch -> [SceneItem] in
            [
              swatch.0.offset(by: Vector(0, 15 * Double(index))),
              group(.label, "", text(swatch.1, box(30, 10 + 15 * Double(index)))),
            ]
          }))
    ).lint([.seriesColors()])
  }

  private func square(_ color: RGBColor) -> SceneItem { .fill(.rect(box(10, 10, 11, 11)), color) }

  @Test("Series of one colour, or nearly one, are found in their legend")
  func equalSwatches() {
    let findings = legend((square(blue), "A"), (square(.black), "B"), (square(blue), "C"))
    #expect(findings.map(\.problem) == ["\"C\" looks like \"A\" in the legend"])
    #expect(findings.map(\.measure) == [Measure(0, "in OKLab")])
    #expect(
      legend((square(RGBColor(hex: 0x111418)), "A"), (square(RGBColor(hex: 0x0B1013)), "B")).count
        == 1)
    #expect(legend((square(blue), "A"), (square(RGBColor(hex: 0xB75000)), "B")) == [])
  }

  @Test("Swatches that differ in form tell series of one colour apart")
  func forms() {
    func stroke(_ dash: [Double]) -> SceneItem {
      .stroke(.segment(Point(10, 15), Point(24, 15)), Stroke(blue, width: 2, dash: dash))
    }
    #expect(legend((square(blue), "A"), (stroke([]), "B"), (stroke([4, 3]), "C")) == [])
    #expect(legend((stroke([4, 3]), "A"), (stroke([4, 3]), "B")).count == 1)
  }

  @Test("A colour bar is no legend of series")
  func colorBar() {
    let bar = SceneItem.image(
      ImageItem(rect: box(10, 10, 8, 60), columns: 1, rows: 2, cells: [.black, .white]))
    let ticks = (0..<2).map { index in
      group(
        .tick, "\(index)", line(Point(18, 10 + 30 * Double(index)), Point(21, 10)),
        text("\(index)", box(25, 10 + 30 * Double(index), 8, 8)))
    }
    #expect(
      scene(.group(SceneGroup(.legend, "color bar", items: [bar] + ticks))).lint([.seriesColors()])
        == [])
  }

  // MARK: Margin

  @Test("Text in the page's margin is found, once for an axis; lines may run there")
  func margin() {
    func page(_ margin: Double, _ items: SceneItem...) -> [Finding] {
      var page = Scene(size: Size(200, 100), margin: margin, items: items)
      page.margin = margin
      return page.lint([.margin(), .cutOff()])
    }
    let labels = group(
      .axis, "y", group(.tick, "1", text("10", box(11, 30, 10, 8))),
      group(.tick, "2", text("100", box(9, 50, 12, 8))))
    let findings = page(20, labels)
    #expect(findings.map(\.measure) == [Measure(11, "pt")])
    #expect(findings.map(\.node) == ["axis y › tick 2"])
    #expect(page(0, labels) == [])
    #expect(page(8, labels) == [])
    #expect(page(20, line(Point(2, 2), Point(190, 90))) == [])
    #expect(page(20, group(.title, "", text("f leans out", box(17.2, 30)))) == [])
    // What leaves the canvas is one fault.
    #expect(page(20, text("out", box(-9, 30))).map(\.rule.name) == ["cut off"])
  }

  // MARK: Data ink

  private func chart(_ marks: SceneItem...) -> [Finding] {
    scene(.group(SceneGroup(.chart, "c", items: [.group(SceneGroup(.plot, items: marks))]))).lint([
      .dataInk()
    ])
  }

  private func point(_ color: RGBColor, rim: RGBColor? = nil, at x: Double = 50) -> SceneItem {
    group(
      .mark, "point",
      .path(
        PathItem(
          .circle(Point(x, 50), radius: 5), fill: .color(color),
          stroke: rim.map { Stroke($0, width: 12) })))
  }

  @Test("Marks in the colour of the page are no data ink")
  func pageColoured() {
    #expect(chart(point(.white)).map(\.problem) == ["the marks of the chart cannot be seen"])
    #expect(chart(point(blue)) == [])
    #expect(chart(point(.white, rim: blue)) == [])
    #expect(
      chart(group(.mark, "curve", line(Point(0, 0), Point(90, 90), color: .white))).count == 1)
    #expect(chart(group(.mark, "curve", line(Point(0, 0), Point(90, 90)))) == [])
    // White on a dark ground is seen; the ground is a mark as well.
    #expect(
      chart(group(.mark, "area", .fill(.rect(box(0, 0, 200, 100)), blue)), point(.white)) == [])
  }

  @Test("Marks that rims in the page's colour erase are no data ink")
  func erased() {
    let pale = blue.opacity(0.2)
    let points = (0..<40).map { point(pale, rim: .white, at: 50 + Double($0) * 0.1) }
    let scene = scene(
      .group(SceneGroup(.chart, "c", items: [.group(SceneGroup(.plot, items: points))])))
    #expect(scene.lint([.dataInk()]).count == 1)
    let bare = (0..<40).map { point(pale, at: 50 + Double($0) * 0.1) }
    #expect(
      BurinScene.Scene(
        size: Size(200, 100), items: [.group(SceneGroup(.chart, "c", items: bare))]
      ).lint([.dataInk()]) == [])
  }

  @Test("A page on which nothing is drawn is found")
  func blank() {
    let title = group(.title, "", text("title", box(10, 10)))
    let findings = scene(title, group(.figure)).lint([.dataInk()])
    #expect(findings.map(\.problem) == ["the page shows nothing"])
    #expect(scene(title, group(.figure, "", text("words", box(10, 40)))).lint([.dataInk()]) == [])
  }
}
