import BurinGeometry
import BurinGolden
import BurinScene
import TestSupport
import Testing

@Suite("Comparing scenes")
struct SceneDifferenceTests {
  typealias F = SceneFixtures

  private func difference(_ actual: Scene, scale: Double = 2) -> [String] {
    SceneDifference(expected: F.scene(), actual: actual, scale: scale).changes.map(\.description)
  }

  private func parts(
    grid: SceneItem = F.grid, p: SceneItem = F.bar("P", x: 30, height: 40, F.blue),
    q: SceneItem = F.bar("Q", x: 60, height: 25, F.orange), ticks: [SceneItem] = F.ticks
  ) -> [SceneItem] {
    [grid, p, q, .group(SceneGroup(.axis, "x", items: ticks))]
  }

  @Test("A scene is the same as itself")
  func same() {
    #expect(difference(F.scene()).isEmpty)
  }

  @Test("A changed digit is told by its axis and tick")
  func digit() {
    var ticks = F.ticks
    ticks[3] = F.tick(4, "8")
    #expect(difference(F.scene(chart: parts(ticks: ticks))) == [#"x axis, tick 4: "6" → "8""#])
  }

  @Test("Of long texts the part that changed is shown")
  func longTexts() {
    var scene = F.scene()
    let text = "A table lists P, Q, their ratio and its logarithm; a waterfall adds them: +0.951."
    scene.altText = text
    var other = scene
    other.altText = text.replacing("0.951", with: "0.954")
    let change = SceneDifference(expected: scene, actual: other, scale: 2).changes.first
    #expect(
      change?.description == #"alt text: …adds them: +0.951." → …adds them: +0.954.""#)
    #expect(change?.before == "\"\(text)\"")
    other.altText = "One " + text
    #expect(
      SceneDifference(expected: scene, actual: other, scale: 2).changes.first?.description
        == #"alt text: "A table lists P,… → "One A table lists P,…"#)
  }

  @Test("Another blend mode is a change, and so are items that blend apart")
  func blends() {
    let a = SceneItem.fill(.rect(Rect(x: 10, y: 10, width: 20, height: 20)), F.blue)
    let b = SceneItem.fill(.rect(Rect(x: 20, y: 20, width: 20, height: 20)), F.orange)
    func blended(_ blend: BlendMode?, _ items: SceneItem...) -> SceneItem {
      .group(SceneGroup(.mark, blend: blend, items: items))
    }
    func changes(_ before: [SceneItem], _ after: [SceneItem]) -> [String] {
      SceneDifference(expected: F.scene(before), actual: F.scene(after), scale: 2).changes
        .map(\.description)
    }
    let multiplied = [blended(.multiply, a, b)]
    #expect(changes(multiplied, multiplied).isEmpty)
    #expect(changes(multiplied, [blended(nil, blended(.multiply, a, b))]).isEmpty)
    for other in [[blended(.screen, a, b)], [blended(nil, a, b)]] {
      #expect(changes(multiplied, other).count == 2)
    }
    #expect(
      changes(multiplied, [blended(.screen, a, b)]).first?.contains(
        "blend multiply → blend screen") == true)
    #expect(
      changes(multiplied, [blended(.multiply, a), blended(.multiply, b)]).count == 1)
    // What it mixes with is bounded, or no longer.
    #expect(
      !changes([a, blended(.multiply, b)], [blended(.normal, a, blended(.multiply, b))]).isEmpty)
    // A layer without modes in it shows nothing.
    #expect(changes([a, b], [blended(.normal, a, b)]).isEmpty)
  }

  @Test("A lost minus sign is told")
  func sign() {
    let before = F.scene([.glyphs(F.run("−0.5", at: Point(10, 10)))])
    let after = F.scene([.glyphs(F.run("0.5", at: Point(10, 10)))])
    let changes = SceneDifference(expected: before, actual: after, scale: 2).changes
    #expect(changes.map(\.description) == [#"text: "−0.5" → "0.5""#])
  }

  @Test("Texts that look alike but are written by other scalars differ")
  func canonicalEquivalence() {
    let before = F.scene([.glyphs(F.run("\u{E9}", glyphs: [7], at: Point(10, 10)))])
    let after = F.scene([.glyphs(F.run("e\u{301}", glyphs: [7], at: Point(10, 10)))])
    #expect(SceneDifference(expected: before, actual: after, scale: 2).changes.count == 1)
  }

  @Test("Other glyphs for the same text are told")
  func glyphs() {
    var ticks = F.ticks
    ticks[1] = .group(
      SceneGroup(.tick, "2", items: [.glyphs(F.run("2", glyphs: [999], at: Point(80, 90)))]))
    #expect(
      difference(F.scene(chart: parts(ticks: ticks))) == ["x axis, tick 2: glyphs, 50 → 999"])
  }

  @Test("Half a pixel passes, more is a move", arguments: [(1.0, 0.5), (2.0, 0.25), (4.0, 0.125)])
  func tolerance(scale: Double, half: Double) {
    func scene(_ dx: Double) -> Scene {
      F.scene(
        chart: parts(
          p: F.bar("P", x: 30 + dx, height: 40, F.blue)))
    }
    #expect(difference(scene(half), scale: scale).isEmpty)
    #expect(difference(scene(-half), scale: scale).isEmpty)
    let moved = SceneDifference(expected: F.scene(), actual: scene(2 * half), scale: scale).changes
    #expect(moved.map(\.kind) == [.moved])
    #expect(moved.map(\.node) == ["mark P"])
  }

  @Test("A move says from where to where")
  func moved() {
    #expect(
      difference(F.scene(chart: parts(q: F.bar("Q", x: 65.5, height: 25, F.orange))))
        == ["mark Q: moved, (60, 55) → (65.5, 55)"])
  }

  @Test("A bar of another height is reshaped")
  func reshaped() {
    #expect(
      difference(F.scene(chart: parts(q: F.bar("Q", x: 60, height: 26, F.orange))))
        == ["mark Q: reshaped, 20 × 25 pt at (60, 55) → 20 × 26 pt at (60, 54)"])
  }

  @Test("One step of one channel is another colour")
  func recoloured() {
    #expect(
      difference(F.scene(chart: parts(p: F.bar("P", x: 30, height: 40, RGBColor(hex: 0x1F6FB3)))))
        == ["mark P: recoloured, #1f6fb2 → #1f6fb3"])
  }

  @Test(
    "A line's width, dash, cap and join are told",
    arguments: [
      Stroke(.black, width: 1.01), Stroke(.black, dash: [3, 1]), Stroke(.black, cap: .round),
      Stroke(.black, join: .bevel),
    ])
  func restyled(stroke: Stroke) {
    func scene(_ stroke: Stroke) -> Scene {
      F.scene([.stroke(.segment(Point(0, 0), Point(50, 50)), stroke)])
    }
    let changes = SceneDifference(
      expected: scene(Stroke(.black)), actual: scene(stroke), scale: 2
    ).changes
    #expect(changes.map(\.kind) == [.restyled])
  }

  @Test("A removed grid is one change")
  func grid() {
    let chart = Array(parts().dropFirst())
    #expect(difference(F.scene(chart: chart)) == ["grid: removed 3 items"])
  }

  @Test("A dropped mark and an added one are told by name")
  func dropped() {
    var chart = parts()
    chart.remove(at: 1)
    #expect(difference(F.scene(chart: chart)) == ["mark P: removed area"])
    chart.insert(F.bar("R", x: 90, height: 40, F.blue), at: 2)
    #expect(
      Set(difference(F.scene(chart: chart))) == ["mark P: removed area", "mark R: added area"])
  }

  @Test("A dropped tick leaves the others alone")
  func droppedTick() {
    var ticks = F.ticks
    ticks.remove(at: 1)
    #expect(
      difference(F.scene(chart: parts(ticks: ticks))) == [#"x axis, tick 2: removed "2""#])
  }

  @Test("Marks painted in another order are told once")
  func reordered() {
    let chart = [parts()[0], parts()[2], parts()[1], parts()[3]]
    let changes = SceneDifference(
      expected: F.scene(), actual: F.scene(chart: chart), scale: 2
    ).changes
    #expect(changes.map(\.kind) == [.reordered])
  }

  @Test("A blank page loses everything")
  func blank() {
    let changes = difference(F.scene([]))
    #expect(changes == ["title: removed \"Waste\"", "chart: removed 9 items"])
  }

  @Test("Grouping draws nothing, so other groups are no difference")
  func grouping() {
    let regrouped = F.scene([.group(SceneGroup(.panel, "left", items: F.items))])
    #expect(difference(regrouped).isEmpty)
  }

  @Test("A group's opacity, clip and transform count")
  func settings() {
    func scene(_ group: SceneGroup) -> Scene { F.scene([.group(group)]) }
    let bar = F.bar("P", x: 30, height: 40, F.blue)
    func kinds(_ group: SceneGroup) -> [SceneChange.Kind] {
      SceneDifference(
        expected: scene(SceneGroup(.plot, items: [bar])), actual: scene(group), scale: 2
      ).changes.map(\.kind)
    }
    #expect(kinds(SceneGroup(.plot, opacity: 0.99, items: [bar])) == [.restyled])
    #expect(
      kinds(SceneGroup(.plot, clip: .rect(Rect(x: 0, y: 0, width: 9, height: 9)), items: [bar]))
        == [.restyled])
    #expect(kinds(SceneGroup(.plot, transform: .translation(3, 0), items: [bar])) == [.moved])
    #expect(kinds(SceneGroup(.plot, transform: .scale(1.1, 1), items: [bar])) == [.reshaped])
    #expect(kinds(SceneGroup(.plot, transform: .identity, items: [bar])).isEmpty)
  }

  @Test("Gradients and cells of images are compared")
  func paintsAndImages() {
    func gradient(_ end: RGBColor, _ x: Double = 10) -> SceneItem {
      .path(
        PathItem(
          .rect(Rect(x: 0, y: 0, width: 10, height: 10)),
          fill: .linearGradient(
            from: Point(0, 0), to: Point(x, 0),
            stops: [GradientStop(0, .black), GradientStop(1, end)])))
    }
    func image(_ last: RGBColor, columns: Int = 2) -> SceneItem {
      .image(
        ImageItem(
          rect: Rect(x: 0, y: 0, width: 10, height: 10), columns: columns, rows: 4 / columns,
          cells: [.black, .white, .black, last]))
    }
    func kinds(_ old: SceneItem, _ new: SceneItem) -> [SceneChange.Kind] {
      SceneDifference(expected: F.scene([old]), actual: F.scene([new]), scale: 2).changes
        .map(\.kind)
    }
    #expect(kinds(gradient(.white), gradient(RGBColor(hex: 0xFFFFFE))) == [.recoloured])
    #expect(kinds(gradient(.white), gradient(.white, 12)) == [.recoloured])
    #expect(kinds(gradient(.white), gradient(.white)).isEmpty)
    func radial(_ radii: Size, _ end: RGBColor = .white) -> SceneItem {
      .path(
        PathItem(
          .rect(Rect(x: 0, y: 0, width: 10, height: 10)),
          fill: .radialGradient(
            center: Point(5, 5), radii: radii,
            stops: [GradientStop(0, .black), GradientStop(1, end)])))
    }
    #expect(kinds(radial(Size(5, 5)), radial(Size(5, 5))).isEmpty)
    #expect(kinds(radial(Size(5, 5)), radial(Size(5, 4))) == [.recoloured])
    #expect(kinds(radial(Size(5, 5)), radial(Size(5, 5), RGBColor(hex: 0xFFFFFE))) == [.recoloured])
    #expect(kinds(radial(Size(5, 5)), gradient(.white)) == [.recoloured])
    #expect(kinds(image(.white), image(RGBColor(hex: 0xFFFFFE))) == [.recoloured])
    #expect(kinds(image(.white), image(.white, columns: 4)) == [.reshaped])
    #expect(kinds(image(.white), image(.white)).isEmpty)
  }

  @Test("The canvas, the language and the words for readers count")
  func canvas() {
    var scene = F.scene()
    scene.size.width = 201
    scene.background = .clear
    scene.language = "zh-Hans"
    scene.title = "Waste!"
    scene.altText = "Three bars."
    #expect(
      difference(scene) == [
        "canvas size: 200 × 100 pt → 201 × 100 pt", "background: #ffffff → #00000000",
        "language: en → zh-Hans", #"title for readers: "Waste" → "Waste!""#,
        #"alt text: "Two bars." → "Three bars.""#,
      ])
  }

  @Test("What readers hear of each mark counts")
  func words() {
    func scene(_ first: String?, _ second: String? = nil) -> Scene {
      func mark(_ name: String, _ data: String?) -> SceneItem {
        .group(
          SceneGroup(
            .mark, name, dataLabel: data,
            items: [.fill(.rect(Rect(x: 0, y: 0, width: 9, height: 9)), .black)]))
      }
      return F.scene([mark("bar 1", first), mark("bar 2", second)])
    }
    func words(_ a: Scene, _ b: Scene) -> [String] {
      SceneDifference(expected: a, actual: b, scale: 2).changes.map(\.description)
    }
    #expect(words(scene("Tue, Visits 19", "Wed"), scene("Tue, Visits 19", "Wed")).isEmpty)
    #expect(
      words(scene("Tue, Visits 19", "Wed"), scene("Tue, Visits 18", "Wed")) == [
        #"bar 1, for readers: data "Tue, Visits 19" → data "Tue, Visits 18""#
      ])
    #expect(
      words(scene("Tue", "Wed"), scene("Tue")) == [
        #"bar 2, for readers: data "Wed" → nothing"#
      ])
    #expect(
      words(scene(nil), scene("Tue")) == [
        #"bar 1, for readers: nothing → data "Tue""#
      ])
  }

  @Test("What a group that speaks is counts too")
  func roles() {
    func scene(_ role: Role) -> Scene {
      F.scene([.group(SceneGroup(role, "b", dataLabel: "Tue 3", items: []))])
    }
    #expect(
      SceneDifference(expected: scene(.mark), actual: scene(.decoration), scale: 2).description
        == #"b, for readers: mark, data "Tue 3" → decoration, data "Tue 3""#)
  }

  /// A scene of marks that speak, and draw nothing.
  private func spoken(_ marks: [(name: String, words: String)]) -> Scene {
    F.scene(marks.map { .group(SceneGroup(.mark, $0.name, dataLabel: $0.words, items: [])) })
  }

  @Test("Every group that readers hear differently is reported, also where their numbers differ")
  func manyWords() {
    func words(_ a: [(String, String)], _ b: [(String, String)]) -> [String] {
      SceneDifference(expected: spoken(a), actual: spoken(b), scale: 2).changes.map(\.description)
    }
    let week = [("Mon", "1"), ("Tue", "2"), ("Wed", "3"), ("Thu", "4"), ("Fri", "5")]
    // One gone, two changed.
    #expect(
      words(week, [("Mon", "1"), ("Wed", "33"), ("Thu", "4"), ("Fri", "55")]) == [
        #"Tue, for readers: data "2" → nothing"#,
        #"Wed, for readers: data "3" → data "33""#,
        #"Fri, for readers: data "5" → data "55""#,
      ])
    // One new at the front and one gone at the end: the others are where they were.
    #expect(
      words(week, [("Sun", "0")] + week.dropLast()) == [
        #"Sun, for readers: nothing → data "0""#, #"Fri, for readers: data "5" → nothing"#,
      ])
    // Heard later.
    #expect(
      words(week, [week[1], week[2], week[0], week[3], week[4]]) == [
        #"Mon, for readers: data "1", as number 1 → as number 3"#
      ])
    // The same to Swift, and not the same.
    #expect(
      words([("Q", "e\u{301}")], [("Q", "é"), ("R", "1")]).count == 2)
    #expect(words([("Q", "1")], [("R", "1")]).isEmpty, "a name alone is not heard")
  }

  @Test("Differences in the words of a hundred thousand groups are reported in time")
  func hundredThousandWords() {
    let count = 100_000
    let old = spoken((0..<count).map { ("b\($0)", "\($0)") })
    let new = spoken((1..<count).reversed().map { ("b\($0)", "\($0 % 3 == 0 ? -$0 : $0)") })
    var difference = SceneDifference(changes: [])
    let time = processorTime {
      difference = SceneDifference(expected: old, actual: new, scale: 2)
    }
    // All but one stand elsewhere or say something else.
    #expect(difference.changes.count >= count - 2)
    #expect(difference.lines(limit: 20).count == 20)
    #expect(time < .seconds(20), "in a debug build")
  }

  @Test("A gradient of numbers without end, or of none, is the same as itself")
  func infinite() {
    let transform = AffineTransform(a: 1e308, b: 0, c: 0, d: 1e308, tx: 0, ty: 0)
    let stops = [GradientStop(0, .black), GradientStop(1, .white)]
    func scene(_ width: Double) -> Scene {
      let radial = Paint.radialGradient(center: Point(1e9, 2), radii: Size(width, 4), stops: stops)
      let linear = Paint.linearGradient(from: Point(0, 0), to: Point(width, 1e9), stops: stops)
      let rect = Path.rect(Rect(x: 0, y: 0, width: 9, height: 9))
      return F.scene([
        .group(
          SceneGroup(
            .chart, transform: transform,
            items: [.path(PathItem(rect, fill: radial)), .path(PathItem(rect, fill: linear))]))
      ])
    }
    func count(_ a: Double, _ b: Double) -> Int {
      SceneDifference(expected: scene(a), actual: scene(b), scale: 2).changes.count
    }
    #expect(count(3e9, 3e9) == 0)
    #expect(count(3e9, 4e9) > 0)
    #expect(count(.nan, .nan) == 0)
    #expect(count(3e9, .nan) > 0)
  }

  @Test("Coordinates that are no numbers are the same where they are the same")
  func notFinite() {
    func scene(_ x: Double) -> Scene {
      F.scene([.stroke(.segment(Point(x, 0), Point(50, 50)), Stroke(.black))])
    }
    func count(_ a: Double, _ b: Double) -> Int {
      SceneDifference(expected: scene(a), actual: scene(b), scale: 2).changes.count
    }
    #expect(count(.nan, .nan) == 0)
    #expect(count(.infinity, .infinity) == 0)
    #expect(count(.infinity, -.infinity) == 1)
    #expect(count(.nan, 0) == 1)
    #expect(count(0, .nan) == 1)
  }

  @Test("Scenes of thousands of changed items are matched by name")
  func many() {
    func scene(_ dx: Double, count: Int) -> Scene {
      F.scene((0..<count).map { F.bar("b\($0)", x: Double($0) + dx, height: 10, F.blue) })
    }
    let changes = SceneDifference(
      expected: scene(0, count: 1500), actual: scene(3, count: 1499), scale: 2
    ).changes
    #expect(changes.count { $0.kind == .moved } == 1499)
    #expect(changes.filter { $0.kind == .removed }.map(\.node) == ["mark b1499"])
  }

  @Test("Lines for a reader join what moved alike, and leave out no sort of change")
  func lines() {
    var items = F.items.map { $0.offset(by: Vector(0, 12)) }
    items[0] = .group(
      SceneGroup(.title, items: [.glyphs(F.run("Loss", at: Point(10, 12), size: 16))]))
    let difference = SceneDifference(expected: F.scene(), actual: F.scene(items), scale: 2)
    #expect(
      difference.lines(limit: 8) == [
        #"title: "Waste" → "Loss""#, "9 items moved by 12 pt down, from grid to x axis, tick 4",
      ])
    let texts = (1...6).map { index in
      SceneChange(.text, node: "text \(index)", before: "a", after: "b")
    }
    let many = SceneDifference(
      changes: texts + [
        SceneChange(.reshaped, node: "bar", before: "", after: ""),
        SceneChange(.added, node: "legend", after: "3 items"),
      ])
    #expect(
      many.lines(limit: 6) == [
        "text 1: a → b", "text 2: a → b", "text 3: a → b", "legend: added 3 items",
        "bar: reshaped", "… and 3 more changes",
      ])
    #expect(many.lines(limit: 1) == ["… and 8 more changes"])
    #expect(many.lines(limit: 0) == ["… and 8 more changes"])
    #expect(SceneDifference(changes: []).lines(limit: 3).isEmpty)
  }

  /// A parabola cut at so many places, with a bump at one of them.
  private func parabola(_ count: Int, bump: Double = 0, closed: Bool = false) -> Scene {
    let points = (0...count).map { index in
      let x = Double(index) / Double(count)
      let isBumped = index == count / 2
      return Point(100 * x, 80 * x * x + (isBumped ? bump : 0))
    }
    return F.scene([
      .stroke(.polyline(points, closed: closed), Stroke(.black)),
      .stroke(.segment(Point(0, 0), Point(9, 9)), Stroke(.black)),
    ])
  }

  @Test("A curve that is sampled at other places is the same curve", arguments: [true, false])
  func sampling(closed: Bool) {
    func count(_ a: Scene, _ b: Scene) -> Int {
      SceneDifference(expected: a, actual: b, scale: 2).changes.count
    }
    let curve = parabola(40, closed: closed)
    #expect(count(curve, parabola(41, closed: closed)) == 0)
    #expect(count(curve, parabola(97, closed: closed)) == 0)
    #expect(count(parabola(97, closed: closed), curve) == 0)
    // A point off the curve is seen from either side.
    #expect(count(curve, parabola(42, bump: 1, closed: closed)) == 1)
    #expect(count(parabola(42, bump: 1, closed: closed), curve) == 1)
    #expect(count(curve, parabola(41, closed: !closed)) == 1)
    // Too coarse to be the curve.
    #expect(count(curve, parabola(8, closed: closed)) == 1)
  }

  @Test("Outlines of few points are held to their points")
  func fewPoints() {
    func scene(_ points: [Point]) -> Scene { F.scene([.fill(.polyline(points), .black)]) }
    let triangle = [Point(0, 0), Point(10, 0), Point(0, 10)]
    let split = [Point(0, 0), Point(5, 0), Point(10, 0), Point(0, 10)]
    #expect(
      SceneDifference(expected: scene(triangle), actual: scene(split), scale: 2).changes.count == 1)
  }
}
