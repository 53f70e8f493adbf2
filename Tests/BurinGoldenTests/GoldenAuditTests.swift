import BurinGeometry
import BurinGolden
import BurinRaster
import BurinScene
import Testing

@Suite("Auditing goldens")
struct GoldenAuditTests {
  typealias F = SceneFixtures

  /// Paints the bounds of every leaf in its colour: enough to tell scenes apart.
  private func draw(_ scene: Scene) throws -> Bitmap {
    var bitmap = try #require(
      Bitmap(
        width: Int(scene.size.width * 2), height: Int(scene.size.height * 2),
        fill: RGBColor(red: 255, green: 255, blue: scene.background.blue)))
    for leaf in scene.leaves {
      guard let bounds = leaf.canvasBounds else { continue }
      let color: RGBColor? =
        switch leaf.item {
        case .glyphs(let run): run.color
        case .path(let item):
          if case .color(let color)? = item.fill ?? item.stroke?.paint { color } else { nil }
        case .image, .group, .points, .rects, .sectors: nil
        }
      guard let color else { continue }
      for y in Int(bounds.minY * 2)..<max(Int(bounds.maxY * 2), Int(bounds.minY * 2) + 1) {
        for x in Int(bounds.minX * 2)..<max(Int(bounds.maxX * 2), Int(bounds.minX * 2) + 1)
        where (0..<bitmap.width).contains(x) && (0..<bitmap.height).contains(y) {
          bitmap[x, y] = RGBColor(red: color.red, green: color.green, blue: color.blue)
        }
      }
    }
    return bitmap
  }

  private var renderer: GoldenAudit.Renderer {
    GoldenAudit.Renderer(bitmap: draw, glyph: { _, scalar in scalar.value })
  }

  private func faults(_ scene: Scene, limit: Int = 1000) throws -> [SceneMutation] {
    try GoldenAudit.faults(in: scene, scale: 2, limit: limit, glyph: { _, scalar in scalar.value })
  }

  private func words(_ fault: SceneMutation.Fault, in scene: Scene = F.scene()) throws -> [String] {
    try faults(scene).filter { $0.fault == fault }.map(\.node)
  }

  @Test("Each sort of fault is put wherever the scene can have it")
  func sites() throws {
    #expect(
      try words(.digit) == [
        #"x axis, tick 1, "0" → "8""#, #"x axis, tick 2, "2" → "3""#, #"x axis, tick 3, "4" → "9""#,
        #"x axis, tick 4, "6" → "8""#,
      ])
    #expect(try words(.letter) == [#"title, "Waste" → "Xaste""#])
    #expect(
      try words(.group) == ["title", "grid", "mark P", "mark Q", "x axis"]
        + (1...4).map { "x axis, tick \($0)" })
    #expect(try words(.item).count == 10)
    #expect(try words(.move).count == 10)
    #expect(try words(.width).count == 3)
    #expect(
      try words(.swap) == (1...3).map { #"x axis, tick \#($0), "\#(2 * $0 - 2)" and "\#(2 * $0)""# }
    )
    #expect(try words(.blank) == ["page"])
    #expect(try words(.alt).isEmpty)
    #expect(try words(.colour).count == 11)
  }

  @Test("Signs are dropped, hyphens between letters are not")
  func signs() throws {
    func scene(_ text: String) -> Scene { F.scene([.glyphs(F.run(text, at: Point(5, 20)))]) }
    #expect(try words(.sign, in: scene("−0.5")) == [#"text, "−0.5" → "0.5""#])
    #expect(try words(.sign, in: scene("a + b")) == [#"text, "a + b" → "a  b""#])
    #expect(try words(.sign, in: scene("well-made")).isEmpty)
    #expect(try words(.sign, in: scene("x-−1")) == [#"text, "x-−1" → "x-1""#])
  }

  @Test("A text whose glyphs are not its characters is not given another character")
  func ligatures() throws {
    let run = F.run("fi 12", glyphs: [900, 32, 49, 50], at: Point(5, 20))
    let scene = F.scene([.glyphs(run)])
    #expect(try words(.digit, in: scene).isEmpty)
    #expect(try words(.letter, in: scene).isEmpty)
    #expect(try words(.item, in: scene).count == 1)
  }

  @Test("Every faulty scene differs from the right one, and none is made of what draws nothing")
  func allDiffer() throws {
    var items = F.items
    items.append(.group(SceneGroup(.legend, "empty", opacity: 0.5, items: [])))
    let scene = F.scene(items)
    for fault in try faults(scene) {
      #expect(
        !SceneDifference(expected: scene, actual: fault.scene, scale: 2).isEmpty, "\(fault)")
      #expect(!fault.node.contains("empty"))
    }
  }

  @Test("A limit takes faults that are spread over the scene")
  func limit() throws {
    let all = try faults(F.scene()).filter { $0.fault == .item }
    let some = try faults(F.scene(), limit: 3).filter { $0.fault == .item }
    #expect(some.count == 3)
    #expect(Set(some.map(\.node)).isSubset(of: Set(all.map(\.node))))
    #expect(some.last?.node == all.last?.node)
    #expect(try faults(F.scene(), limit: 0).isEmpty)
  }

  @Test("A golden with its scene fails for every fault")
  func full() throws {
    let scene = F.scene()
    let golden = Rendition(try draw(scene), scene: try Scene(text: scene.text))
    let audit = try GoldenAudit(scene, golden: golden, scale: 2, drawing: 1, renderer: renderer)
    #expect(audit.killRate == 1)
    #expect(audit.survivors.isEmpty)
    #expect(audit.total.total == (try faults(scene)).count)
    #expect(audit.tallies[.blank]?.seenByRasterRule == 1)
    #expect(audit.tallies.values.allSatisfy { $0.drawn == 1 })
  }

  @Test("A golden of pixels alone passes what they do not show, and the fault names itself")
  func pixelsAlone() throws {
    let scene = F.scene()
    let audit = try GoldenAudit(
      scene, golden: Rendition(try draw(scene)), scale: 2, renderer: renderer)
    // A digit has no other bounds than another digit.
    #expect(audit.tallies[.digit]?.killed == 0)
    #expect(audit.survivors.contains(#"digit: x axis, tick 4, "6" → "8""#))
    #expect(audit.tallies[.blank]?.killed == 1)
    #expect(audit.killRate < 1)
  }

  @Test("A golden of another scene guards nothing, which the survivors say")
  func wrongGolden() throws {
    // The scene beside the golden already has the fault.
    var ticks = F.ticks
    ticks[3] = F.tick(4, "8")
    let faulty = F.scene(
      chart: [
        F.grid, F.bar("P", x: 30, height: 40, F.blue), F.bar("Q", x: 60, height: 25, F.orange),
        .group(SceneGroup(.axis, "x", items: ticks)),
      ])
    let audit = try GoldenAudit(
      F.scene(), golden: Rendition(try draw(faulty), scene: faulty), scale: 2, renderer: renderer)
    #expect(audit.survivors == [#"digit: x axis, tick 4, "6" → "8""#])
  }

  @Test("The table has a line a picture, a line a sort of fault, and one for all")
  func table() throws {
    let scene = F.scene([.glyphs(F.run("12", at: Point(5, 20)))])
    let golden = Rendition(try draw(scene), scene: scene)
    var table = AuditTable()
    table.add(
      "one", try GoldenAudit(scene, golden: golden, scale: 2, drawing: 0, renderer: renderer))
    table.add(
      "two",
      try GoldenAudit(
        scene, golden: Rendition(golden.bitmap), scale: 2, drawing: 0, renderer: renderer))
    let lines = table.lines
    #expect(lines[0].hasPrefix("picture  faults  killed   rate"))
    #expect(lines[2] == "one           8       8  100 %      0             –               –")
    #expect(lines[3].hasPrefix("two           8       6   75 %      8"))
    #expect(lines.last?.hasPrefix("all") == true)
    #expect(table.survivors == ["two: size: text, \"12\"", #"two: digit: text, "12" → "72""#])
  }
}
