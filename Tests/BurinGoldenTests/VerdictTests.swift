import BurinGeometry
import BurinGolden
import BurinRaster
import BurinScene
import TestSupport
import Testing

@Suite("Verdicts on pictures")
struct VerdictTests {
  private let white = RGBColor(red: 255, green: 255, blue: 255)
  private let black = RGBColor(red: 0, green: 0, blue: 0)
  private let here = Fingerprint(["architecture": "x86_64", "cairo": "1.16.0"])
  private let there = Fingerprint(["architecture": "arm64", "cairo": "1.18.0"])

  private func page(_ width: Int = 40, _ height: Int = 30, _ fill: RGBColor? = nil) throws -> Bitmap
  {
    try #require(Bitmap(width: width, height: height, fill: fill ?? white))
  }

  private func grey(_ value: UInt8) -> RGBColor { RGBColor(red: value, green: value, blue: value) }

  private func square(
    _ bitmap: Bitmap, x: Int, y: Int, side: Int, _ color: RGBColor
  ) -> Bitmap {
    var bitmap = bitmap
    for row in y..<y + side { for column in x..<x + side { bitmap[column, row] = color } }
    return bitmap
  }

  private func verdict(
    _ expected: Bitmap, _ actual: Bitmap, from recorded: Fingerprint? = nil, rule: PixelRule? = nil
  ) -> Verdict {
    // Where other libraries drew a picture, edges may differ only where its scene is known.
    let scene = recorded == there ? SceneFixtures.scene([]) : nil
    return Verdict(
      expected: Rendition(expected, scene: scene, fingerprint: recorded),
      actual: Rendition(actual, scene: scene, fingerprint: recorded == nil ? nil : here),
      rule: rule)
  }

  @Test("Equal pictures pass and say so")
  func equal() throws {
    let verdict = try verdict(page(), page())
    #expect(verdict.passes)
    #expect(verdict.description == "equal")
    #expect(verdict.pixels == nil)
    #expect(verdict.regions.isEmpty)
  }

  @Test("Drawn by the same libraries, one step of one channel fails")
  func exact() throws {
    var actual = try page()
    actual[3, 4].blue = 254
    for recorded in [nil, here] {
      let verdict = try verdict(page(), actual, from: recorded)
      #expect(!verdict.passes)
      #expect(verdict.rule == .exact)
      #expect(verdict.reasons == [.pixels(count: 1, largest: 1)])
    }
  }

  @Test("Drawn by other libraries, an edge may differ by 24 and not by 25")
  func rasterizer() throws {
    var actual = try page()
    actual[3, 4] = grey(231)
    let passing = try verdict(page(), actual, from: there)
    #expect(passing.passes)
    #expect(passing.rule == .rasterizer)
    #expect(passing.pixels?.count == 1)
    #expect(
      passing.why.hasPrefix(
        "drawn by other libraries (architecture arm64 → x86_64, cairo 1.18.0 → 1.16.0), so no channel"
      ))
    actual[3, 4] = grey(230)
    let failing = try verdict(page(), actual, from: there)
    #expect(failing.reasons == [.pixels(count: 1, largest: 25)])
  }

  @Test("A flat area of another colour fails by one step; a smaller one does not")
  func flatAreas() throws {
    let flat = try verdict(page(), square(page(), x: 5, y: 5, side: 5, grey(254)), from: there)
    #expect(flat.reasons == [.flatAreas(pixels: 25)])
    let small = try verdict(page(), square(page(), x: 5, y: 5, side: 4, grey(254)), from: there)
    #expect(small.passes)
  }

  @Test(
    "A flat area lies at every edge of the picture",
    arguments: [(0, 0), (35, 0), (0, 25), (35, 25)])
  func flatAtEdges(x: Int, y: Int) throws {
    let verdict = try verdict(page(), square(page(), x: x, y: y, side: 5, grey(254)), from: there)
    #expect(verdict.reasons == [.flatAreas(pixels: 25)])
  }

  @Test("An area that is not flat in both pictures is judged by its steps alone")
  func texture() throws {
    var actual = try square(page(), x: 5, y: 5, side: 5, grey(250))
    actual[7, 7] = grey(249)
    #expect(try verdict(page(), actual, from: there).passes)
    // Flat in each, but of two colours in the golden.
    var expected = try page()
    expected[7, 7] = grey(249)
    #expect(
      try verdict(expected, square(page(), x: 5, y: 5, side: 5, grey(248)), from: there).passes)
  }

  @Test("A flat area of any shape counts whole")
  func lShape() throws {
    var actual = try square(page(), x: 5, y: 5, side: 5, grey(254))
    actual = square(actual, x: 8, y: 9, side: 5, grey(254))
    // 25 + 25 − the 2 they share
    #expect(try verdict(page(), actual, from: there).reasons == [.flatAreas(pixels: 48)])
  }

  @Test("A tolerance hides what is within it, says so, and is stale where nothing needs it")
  func tolerance() throws {
    var actual = try page()
    actual[3, 4] = grey(245)
    let hidden = try verdict(page(), actual, rule: .channel(10))
    #expect(hidden.passes)
    #expect(!hidden.isToleranceStale)
    #expect(
      hidden.description
        == "passes, although 1 pixel differs, in 1 × 1 pixels at (3, 4), by at most 10 of 255: no channel may differ by more than 10 of 255 (a tolerance)"
    )
    #expect(try !verdict(page(), actual, rule: .channel(9)).passes)
    #expect(try verdict(page(), page(), rule: .channel(9)).isToleranceStale)
    #expect(try !verdict(page(), page()).isToleranceStale)
  }

  @Test("Tolerances beyond what a channel can differ are cut")
  func wildTolerance() {
    #expect(PixelRule.channel(-3).channelLimit == 0)
    #expect(PixelRule.channel(1000).channelLimit == 255)
  }

  @Test("Other sizes fail")
  func sizes() throws {
    let verdict = try verdict(page(), page(41, 30), from: there)
    #expect(
      verdict.reasons == [
        .size(
          expected: PixelSize(width: 40, height: 30), actual: PixelSize(width: 41, height: 30))
      ])
    #expect(verdict.description == "size is 41 × 30, not 40 × 30")
  }

  @Test("What is far apart makes regions of its own, from top to bottom")
  func regions() throws {
    var actual = square(try page(100, 60), x: 70, y: 5, side: 4, black)
    actual = square(actual, x: 76, y: 8, side: 3, black)
    actual = square(actual, x: 5, y: 40, side: 2, black)
    let verdict = try verdict(page(100, 60), actual)
    #expect(
      verdict.regions.map(\.bounds) == [
        PixelRect(x: 70, y: 5, width: 9, height: 6), PixelRect(x: 5, y: 40, width: 2, height: 2),
      ])
    #expect(verdict.regions.map(\.pixelCount) == [25, 4])
    #expect(verdict.regions.map(\.change) == [.added, .added])
  }

  @Test("Regions tell what came, went, moved and changed its colour")
  func changes() throws {
    let base = square(try page(), x: 8, y: 8, side: 6, black)
    func change(_ a: Bitmap, _ b: Bitmap) -> DifferenceRegion.Change? {
      verdict(a, b).regions.first?.change
    }
    #expect(change(try page(), base) == .added)
    #expect(change(base, try page()) == .removed)
    #expect(change(base, square(base, x: 8, y: 8, side: 6, grey(90))) == .recoloured)
    #expect(
      change(base, square(try page(), x: 10, y: 7, side: 6, black)) == .moved(dx: 2, dy: -1))
    var other = square(try page(), x: 8, y: 8, side: 6, grey(90))
    other[20, 10] = black
    other[8, 8] = white
    #expect(change(base, other) == .changed)
    #expect(
      DifferenceRegion.Change.moved(dx: 2, dy: -1).description == "moved by 2 px right and 1 px up")
    #expect(DifferenceRegion.Change.moved(dx: 0, dy: 3).description == "moved by 3 px down")
  }

  @Test("A changed scene fails by its text, and its region bears the node's name")
  func scenes() throws {
    typealias F = SceneFixtures
    let base = try page(400, 200)
    // Where the second tick's label stands, at scale 2.
    let actual = square(base, x: 162, y: 170, side: 8, black)
    var ticks = F.ticks
    ticks[1] = F.tick(2, "3")
    let scene = F.scene(
      chart: [
        F.grid, F.bar("P", x: 30, height: 40, F.blue), F.bar("Q", x: 60, height: 25, F.orange),
        .group(SceneGroup(.axis, "x", items: ticks)),
      ])
    let verdict = Verdict(
      expected: Rendition(base, scene: F.scene()), actual: Rendition(actual, scene: scene))
    #expect(verdict.reasons == [.scene(changes: 1), .pixels(count: 64, largest: 255)])
    #expect(verdict.scene?.changes.map(\.description) == [#"x axis, tick 2: "2" → "3""#])
    #expect(verdict.regions.first?.nodes.first == "x axis, tick 2")
  }

  @Test("A shift below half a pixel is no difference, but tells why equal pixels are not")
  func smallShift() throws {
    typealias F = SceneFixtures
    let base = try page(400, 200)
    let moved = F.scene(
      chart: [
        F.grid, F.bar("P", x: 30.1, height: 40, F.blue), F.bar("Q", x: 60, height: 25, F.orange),
        .group(SceneGroup(.axis, "x", items: F.ticks)),
      ])
    func verdict(_ actual: Bitmap, _ recorded: Fingerprint) -> Verdict {
      Verdict(
        expected: Rendition(base, scene: F.scene(), fingerprint: recorded),
        actual: Rendition(actual, scene: moved, fingerprint: here))
    }
    #expect(verdict(base, here).passes)
    var actual = base
    actual[62, 90] = grey(240)
    let failing = verdict(actual, here)
    #expect(failing.reasons == [.scene(changes: 1), .pixels(count: 1, largest: 15)])
    #expect(failing.scene?.changes.map(\.node) == ["mark P"])
    #expect(verdict(actual, there).passes)
  }

  @Test("A golden without a scene does not guard a picture that has one")
  func missingScene() throws {
    let verdict = try Verdict(
      expected: Rendition(page()), actual: Rendition(page(), scene: SceneFixtures.scene()))
    #expect(verdict.reasons == [.missingScene])
  }

  @Test("Flat areas and clusters of random changes are those found the slow way")
  func random() throws {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<40 {
      var (expected, actual) = try (page(23, 17), page(23, 17))
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let side = Int.random(in: 1...9, using: &generator)
        let x = Int.random(in: 0...(23 - side), using: &generator)
        let y = Int.random(in: 0...(17 - side), using: &generator)
        let color = grey(UInt8.random(in: 240...255, using: &generator))
        if Bool.random(using: &generator) {
          expected = square(expected, x: x, y: y, side: side, color)
        } else {
          actual = square(actual, x: x, y: y, side: side, color)
        }
      }
      let slow = slowFlatCount(expected, actual)
      let verdict = verdict(expected, actual, from: there)
      #expect(verdict.reasons == (slow == 0 ? [] : [.flatAreas(pixels: slow)]))
      let count = verdict.regions.reduce(0) { $0 + $1.pixelCount }
      #expect(count == (verdict.pixels?.count ?? 0))
    }
  }

  /// Pixels in any 5 × 5 window that is constant in both and differs, by looking at every window.
  private func slowFlatCount(_ a: Bitmap, _ b: Bitmap) -> Int {
    var pixels: Set<[Int]> = []
    for y in 0...a.height - 5 {
      for x in 0...a.width - 5 {
        let places = (0..<25).map { (x + $0 % 5, y + $0 / 5) }
        guard a[x, y] != b[x, y], places.allSatisfy({ a[$0.0, $0.1] == a[x, y] }),
          places.allSatisfy({ b[$0.0, $0.1] == b[x, y] })
        else { continue }
        for place in places { pixels.insert([place.0, place.1]) }
      }
    }
    return pixels.count
  }
}
