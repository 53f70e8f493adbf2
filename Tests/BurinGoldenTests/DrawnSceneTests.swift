import BurinGeometry
import BurinGolden
import BurinRaster
import BurinScene
import TestSupport
import Testing

/// What is compared is what is drawn: after transforms, clips, opacities and gradients.
@Suite("Scenes as they are drawn")
struct DrawnSceneTests {
  typealias F = SceneFixtures

  private func changes(_ old: [SceneItem], _ new: [SceneItem]) -> [SceneChange] {
    SceneDifference(expected: F.scene(old), actual: F.scene(new), scale: 2).changes
  }

  private func kinds(_ old: SceneItem, _ new: SceneItem) -> [SceneChange.Kind] {
    changes([old], [new]).map(\.kind)
  }

  private func scaled(
    _ factor: Double, opacity: Double = 1, _ items: SceneItem...
  ) -> SceneItem {
    .group(SceneGroup(.plot, transform: .scale(factor, factor), opacity: opacity, items: items))
  }

  private func line(_ size: Double, width: Double, dash: [Double] = []) -> SceneItem {
    .stroke(.segment(.zero, Point(20 * size, 10 * size)), Stroke(.black, width: width, dash: dash))
  }

  @Test("A line's width and dash count after the group's scale")
  func strokes() {
    #expect(kinds(line(2, width: 2), scaled(2, line(1, width: 1))).isEmpty)
    #expect(kinds(line(2, width: 1), scaled(2, line(1, width: 1))) == [.restyled])
    #expect(
      kinds(line(2, width: 2, dash: [4, 2]), scaled(2, line(1, width: 1, dash: [2, 1]))).isEmpty)
    #expect(
      kinds(line(2, width: 2, dash: [4, 2]), scaled(2, line(1, width: 1, dash: [4, 2])))
        == [.restyled])
    // A pen that becomes an ellipse is another one.
    let flat = SceneItem.group(
      SceneGroup(.plot, transform: .scale(2, 1), items: [line(1, width: 1)]))
    let same = SceneItem.stroke(
      .segment(.zero, Point(40, 10)), Stroke(.black, width: 2.squareRoot()))
    #expect(kinds(same, flat) == [.restyled])
    #expect(kinds(flat, flat).isEmpty)
  }

  @Test("Letters, points and rectangles count after the group's scale")
  func sizes() {
    func text(_ size: Double, factor: Double) -> SceneItem {
      .glyphs(F.run("a", at: Point(10 / factor, 20 / factor), size: size))
    }
    #expect(kinds(text(12, factor: 1), scaled(2, text(6, factor: 2))).isEmpty)
    #expect(kinds(text(12, factor: 1), scaled(2, text(12, factor: 2))) == [.restyled])
    func points(_ diameter: Double, factor: Double) -> SceneItem {
      .points(
        PointsItem(
          x: [10 / factor, 30 / factor], y: [20 / factor, 5 / factor], symbol: .constant(.circle),
          diameter: .constant(diameter), color: .constant(.black)))
    }
    #expect(kinds(points(4, factor: 1), scaled(2, points(2, factor: 2))).isEmpty)
    #expect(kinds(points(4, factor: 1), scaled(2, points(4, factor: 2))) == [.reshaped])
  }

  private func ramp(_ to: Point, size: Double = 20) -> SceneItem {
    .path(
      PathItem(
        .rect(Rect(x: 0, y: 0, width: size, height: size)),
        fill: .linearGradient(
          from: .zero, to: to, stops: [GradientStop(0, .black), GradientStop(1, .white)])))
  }

  @Test("A gradient counts after the transform around it")
  func gradients() {
    #expect(kinds(ramp(Point(20, 0)), scaled(2, ramp(Point(10, 0), size: 10))).isEmpty)
    #expect(
      kinds(ramp(Point(20, 0)), scaled(2, ramp(Point(20, 0), size: 10))) == [.recoloured])
    // Lines of one colour lean where a slanted way is stretched, although its ends are the same.
    let stretched = SceneItem.group(
      SceneGroup(
        .plot, transform: .scale(2, 1),
        items: [
          .path(
            PathItem(
              .rect(Rect(x: 0, y: 0, width: 10, height: 20)),
              fill: .linearGradient(
                from: .zero, to: Point(10, 20),
                stops: [GradientStop(0, .black), GradientStop(1, .white)])))
        ]))
    #expect(kinds(ramp(Point(20, 20)), stretched) == [.recoloured])
    func radial(_ radii: Size, center: Point) -> SceneItem {
      .path(
        PathItem(
          .rect(Rect(x: 0, y: 0, width: 2 * center.x, height: 2 * center.y)),
          fill: .radialGradient(
            center: center, radii: radii, stops: [GradientStop(0, .black), GradientStop(1, .white)])
        ))
    }
    let one = radial(Size(10, 10), center: Point(10, 10))
    #expect(kinds(one, scaled(2, radial(Size(5, 5), center: Point(5, 5)))).isEmpty)
    #expect(kinds(one, scaled(2, radial(Size(5, 4), center: Point(5, 5)))) == [.recoloured])
  }

  @Test("A picture that lies on its side is another one")
  func images() {
    func image(_ transform: AffineTransform) -> SceneItem {
      .group(
        SceneGroup(
          .plot, transform: transform,
          items: [
            .image(
              ImageItem(
                rect: Rect(x: 0, y: 0, width: 20, height: 20), columns: 2, rows: 2,
                cells: [.black, .white, .white, .white]))
          ]))
    }
    let transposed = AffineTransform(a: 0, b: 1, c: 1, d: 0, tx: 0, ty: 0)
    let turned = AffineTransform(a: -1, b: 0, c: 0, d: -1, tx: 20, ty: 20)
    #expect(!kinds(image(.identity), image(transposed)).isEmpty)
    #expect(!kinds(image(.identity), image(turned)).isEmpty)
    #expect(kinds(image(turned), image(turned)).isEmpty)
  }

  private func bar(_ x: Double) -> SceneItem {
    .fill(.rect(Rect(x: x, y: 10, width: 20, height: 30)), F.blue)
  }

  private func translucent(_ items: SceneItem...) -> SceneItem {
    .group(SceneGroup(.plot, opacity: 0.5, items: items))
  }

  @Test("An opacity counts within one that all items have in common")
  func nestedOpacities() {
    func bar(_ x: Double) -> SceneItem { F.bar("b", x: x, height: 30, F.blue) }
    func group(_ opacity: Double, _ items: SceneItem...) -> SceneItem {
      .group(SceneGroup(.plot, opacity: opacity, items: items))
    }
    let one = group(0.5, group(0.5, bar(10), bar(20)))
    let apart = group(0.5, group(0.5, bar(10)), group(0.5, bar(20)))
    #expect(kinds(one, apart) == [.restyled])
    #expect(kinds(apart, one) == [.restyled])
    #expect(kinds(one, one).isEmpty && kinds(apart, apart).isEmpty)
    // The same opacity in one group or in two around the same items.
    #expect(kinds(one, group(0.25, bar(10), bar(20))).isEmpty)
    #expect(kinds(group(0.25, bar(10), bar(20)), one).isEmpty)
    // Without an overlap nothing shines through.
    #expect(
      kinds(
        group(0.5, group(0.5, bar(10), bar(60))),
        group(0.5, group(0.5, bar(10)), group(0.5, bar(60)))
      ).isEmpty)
  }

  @Test("A full turn is another one than none, and a long way round than a short way back")
  func turns() {
    func sectors(_ start: Double, _ end: Double) -> SceneItem {
      .sectors(
        SectorsItem(
          center: Point(50, 50), start: [start], end: [end], inner: .constant(0),
          outer: .constant(20), color: .constant(.black)))
    }
    #expect(kinds(sectors(0, 360), sectors(0, 0)) == [.moved])
    #expect(kinds(sectors(0, 200), sectors(0, -160)) == [.moved])
    #expect(kinds(sectors(0, 10), sectors(0, 370)) == [.moved])
    #expect(kinds(sectors(0, 360), sectors(0, 360)).isEmpty)
    #expect(kinds(sectors(0, 90), sectors(360, 450)).isEmpty)
  }

  @Test("A ring's width counts after the group's scale")
  func rings() {
    func points(_ factor: Double, width: Double) -> SceneItem {
      .points(
        PointsItem(
          x: [10 / factor], y: [20 / factor], symbol: .constant(.ring(width: width, ground: nil)),
          diameter: .constant(8 / factor), color: .constant(.black)))
    }
    #expect(kinds(points(1, width: 2), scaled(2, points(2, width: 1))).isEmpty)
    #expect(kinds(points(1, width: 2), scaled(2, points(2, width: 2))) == [.reshaped])
  }

  @Test("What changed is in the message, not only that something did")
  func messages() {
    func words(_ old: SceneItem, _ new: SceneItem) -> [String] {
      changes([old], [new]).map(\.description)
    }
    func gradient(_ offset: Double, to end: Double) -> SceneItem {
      .path(
        PathItem(
          .rect(Rect(x: 0, y: 0, width: 20, height: 20)),
          fill: .linearGradient(
            from: .zero, to: Point(end, 0),
            stops: [GradientStop(offset, .black), GradientStop(1, .white)])))
    }
    #expect(
      words(gradient(0, to: 20), gradient(0, to: 22)) == [
        "area: recoloured, gradient 0:#000000 1:#ffffff from (0, 0) to (20, 0)"
          + " → gradient 0:#000000 1:#ffffff from (0, 0) to (22, 0)"
      ])
    #expect(
      words(gradient(0, to: 20), gradient(0.25, to: 20)).first?.contains("gradient 0.25:#000000")
        == true)
    func rects(_ corners: Path.Corners) -> SceneItem {
      .rects(
        RectsItem(
          minX: [0], minY: [0], maxX: [9], maxY: [9], color: .constant(.black), cornerRadius: 2,
          corners: .constant(corners)))
    }
    #expect(
      words(rects([.topLeading, .topTrailing]), rects([.topLeading])) == [
        "rectangles, rectangle 1: reshaped, radius 2 pt at top left, top right"
          + " → radius 2 pt at top left"
      ])
    // A glyph that moved within its line.
    var run = F.run("abc", at: Point(10, 20))
    let before = SceneItem.glyphs(run)
    run.glyphs[1].position.x += 2
    #expect(
      words(before, .glyphs(run)) == ["text, glyph 2: reshaped, (16, 20) → (18, 20)"])
  }

  @Test("One opacity around items that overlap is another than one each")
  func opacities() {
    let together = [translucent(bar(10), bar(20))]
    let apart = [translucent(bar(10)), translucent(bar(20))]
    #expect(changes(together, apart).map(\.kind) == [.restyled])
    #expect(changes(apart, together).map(\.kind) == [.restyled])
    #expect(
      changes(together, apart).first?.description
        == "plot: restyled, one opacity around 2 items → opacities of their own")
    // Without an overlap nothing is to be seen, and opacities multiply.
    #expect(
      changes([translucent(bar(10), bar(60))], [translucent(bar(10)), translucent(bar(60))])
        .isEmpty)
    let quarter = SceneItem.group(SceneGroup(.plot, opacity: 0.25, items: [bar(10)]))
    #expect(kinds(translucent(translucent(bar(10))), quarter).isEmpty)
  }

  private func verdict(_ old: [SceneItem], _ new: [SceneItem], grey: UInt8 = 255) throws -> Verdict
  {
    let page = try #require(Bitmap(width: 400, height: 200, fill: .white))
    var other = page
    if grey < 255 { other[3, 3] = RGBColor(red: grey, green: grey, blue: grey) }
    return Verdict(
      expected: Rendition(page, scene: F.scene(old)), actual: Rendition(other, scene: F.scene(new)))
  }

  @Test("Another painting order is harmless where nothing overlaps and the pixels are equal")
  func orders() throws {
    let marks = (0..<60).map { F.bar("m\($0)", x: 3 * Double($0), height: 9, F.blue) }
    let apart = stride(from: 0, to: 180, by: 30).map {
      F.bar("m\($0)", x: Double($0), height: 9, F.blue)
    }
    let harmless = try verdict(apart, apart.reversed())
    #expect(harmless.passes)
    #expect(harmless.notes == ["5 items are painted in another order, without an overlap"])
    #expect(try !verdict(apart, apart.reversed(), grey: 254).passes)
    let visible = try verdict(marks, marks.reversed())
    #expect(!visible.passes)
    #expect(visible.scene?.changes.allSatisfy { $0.kind == .reordered } == true)
  }

  @Test("Two rectangles that were swapped are reordered, not recoloured")
  func swapped() {
    let (a, b) = (
      SceneItem.fill(.rect(Rect(x: 10, y: 10, width: 20, height: 20)), F.blue),
      SceneItem.fill(.rect(Rect(x: 20, y: 10, width: 20, height: 20)), F.orange)
    )
    #expect(changes([a, b], [b, a]).map(\.kind) == [.reordered])
    #expect(changes([a, b], [b, a]).map(\.isHarmless) == [false])
  }

  @Test("Texts that look alike are told apart by the numbers of their characters")
  func lookalikes() {
    func words(_ a: String, _ b: String) -> String {
      let old = SceneItem.glyphs(F.run(a, glyphs: [1], at: Point(10, 10)))
      let new = SceneItem.glyphs(F.run(b, glyphs: [1], at: Point(10, 10)))
      return changes([old], [new]).first?.description ?? "the same"
    }
    #expect(words("a b", "a\u{A0}b") == "text: \"a b\" (U+0020) → \"a\u{A0}b\" (U+00A0)")
    #expect(words("\u{E9}", "e\u{301}").hasSuffix("(U+0065 U+0301)"))
    #expect(words("−1", "-1") == "text: \"−1\" (U+2212) → \"-1\" (U+002D)")
    #expect(words("A", "\u{410}").contains("U+0410"))
    #expect(words("a", "a\u{200B}").contains("(nothing) → "))
    #expect(words("6", "8") == "text: \"6\" → \"8\"")
  }

  @Test("A length is told with the digits in which it differs")
  func digits() {
    let change = changes([line(1, width: 3)], [line(1, width: 3.002)]).first
    #expect(change?.description == "line: restyled, line 3 pt → line 3.002 pt")
  }
}

@Suite("Time of comparing scenes")
struct SceneTimeTests {
  typealias F = SceneFixtures

  private func time(_ old: Scene, _ new: Scene) -> (Duration, SceneDifference) {
    var difference = SceneDifference(changes: [])
    let time = processorTime {
      difference = SceneDifference(expected: old, actual: new, scale: 2)
      _ = difference.lines(limit: 24)
    }
    return (time, difference)
  }

  /// Debug tests take their time; what is quadratic takes minutes.
  private let limit = Duration.seconds(12)

  @Test("Twenty thousand renamed marks in reverse order")
  func renamed() {
    func marks(_ name: String) -> [SceneItem] {
      (0..<20_000).map {
        F.bar("\(name)\($0)", x: Double($0 % 400) * 30, height: Double($0 / 400), F.blue)
      }
    }
    let (time, difference) = time(F.scene(marks("a")), F.scene(marks("b").reversed()))
    #expect(difference.changes.count == 19_999)
    #expect(time < limit)
  }

  @Test("A thousand changed lines of a hundred points")
  func lines() {
    func lines(_ shift: Double) -> [SceneItem] {
      (0..<1000).map { index in
        let points = (0..<100).map { Point(Double($0), Double(index) + shift * Double($0 % 7)) }
        return .stroke(.polyline(points), Stroke(.black))
      }
    }
    let (time, difference) = time(F.scene(lines(0)), F.scene(lines(1)))
    #expect(difference.changes.count == 1000)
    #expect(time < limit)
  }

  @Test("Three thousand points, each elsewhere")
  func points() {
    func points(_ shift: Double) -> [SceneItem] {
      (0..<3000).map { F.bar("p", x: Double($0 % 60) + shift, height: Double($0 / 60), F.blue) }
    }
    let (time, difference) = time(F.scene(points(0)), F.scene(points(0.7)))
    #expect(difference.changes.count == 3000)
    #expect(time < .seconds(4))
  }
}
