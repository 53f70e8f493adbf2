import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Masks of views")
struct MaskTests {
  private func drawn(_ content: some View) throws -> (leaf: SceneLeaf, notes: [String]) {
    let (scene, diagnostics) = try content.scene()
    return (try #require(scene.leaves.first), diagnostics.map(\.message))
  }

  @Test("Content is seen within the shapes of its mask, which are aligned in it")
  func shapes() throws {
    let (leaf, notes) = try drawn(
      Color.red.frame(width: 100, height: 40)
        .mask(alignment: .trailing) { Circle().frame(width: 20, height: 20) })
    let margin = Theme.standard.margin
    let whole = Rect(x: margin, y: margin, width: 100, height: 40)
    #expect(leaf.item.inkBounds == whole)
    let circle = Rect(center: Point(whole.maxX - 10, whole.midY), size: Size(20, 20))
    #expect(leaf.setting.clips == [Path.ellipse(in: circle)])
    #expect(notes.isEmpty)
  }

  @Test("Letters are a mask, at their places")
  func letters() throws {
    let text = try #require(
      try Text("Ho").font(.largeTitle).scene().scene.leaves.first?.canvasBounds)
    let (leaf, notes) = try drawn(
      LinearGradient(colors: [.blue, .pink], startPoint: .leading, endPoint: .trailing)
        .frame(width: 100, height: 60)
        .mask(alignment: .topLeading) { Text("Ho").font(.largeTitle) })
    let outline = try #require(leaf.setting.clips.first?.bounds)
    #expect(abs(outline.minX - text.minX) < 0.1 && abs(outline.maxX - text.maxX) < 0.1)
    #expect(abs(outline.minY - text.minY) < 0.1 && abs(outline.maxY - text.maxY) < 0.1)
    #expect(notes.isEmpty)
  }

  @Test("A turned mask is turned, a clipped one clipped, and an empty one shows nothing")
  func effects() throws {
    let square = Color.red.frame(width: 40, height: 40)
    let turned = try drawn(
      square.mask(Rectangle().frame(width: 30, height: 10).rotationEffect(.degrees(90)))
    ).leaf
    let bounds = try #require(turned.setting.clips.first?.bounds)
    #expect(abs(bounds.width - 10) < 1e-9 && abs(bounds.height - 30) < 1e-9)
    let clipped = try drawn(square.mask(Rectangle().clipShape(Circle()))).leaf
    #expect(clipped.setting.clips.count == 2)
    let none = try drawn(square.mask { EmptyView() }).leaf
    #expect(none.setting.clips == [Path()])
    #expect(none.setting.clip?.size == .zero)
  }

  @Test("A mask that hides everything gets a diagnostic")
  func hidden() throws {
    let square = Color.red.frame(width: 40, height: 40)
    let note = ["a mask hides all of its content: it is empty or lies elsewhere"]
    #expect(try drawn(square.mask { EmptyView() }).notes == note)
    #expect(
      try drawn(square.mask(Circle().frame(width: 20, height: 20).offset(x: 90))).notes == note)
    #expect(try drawn(Color.clear.frame(width: 40, height: 40).mask { EmptyView() }).notes == [])
  }

  @Test("What a scene can't cut by gets a diagnostic")
  func notes() throws {
    let square = Color.red.frame(width: 40, height: 40)
    #expect(
      try drawn(square.mask(Circle().fill(.black.opacity(0.5)))).notes.contains {
        $0.contains("translucent")
      })
    #expect(
      try drawn(square.mask(Circle().stroke(lineWidth: 3))).notes.contains { $0.contains("line") })
    #expect(
      try drawn(
        square.mask {
          Circle()
          Rectangle().clipShape(Circle())
        }
      ).notes.contains { $0.contains("clip") })
  }

  @Test("A clip's even-odd fill gets a diagnostic")
  func evenOdd() throws {
    let square = Color.red.frame(width: 40, height: 40)
    #expect(try drawn(square.clipShape(Circle(), style: FillStyle(eoFill: true))).notes.count == 1)
    #expect(try drawn(square.clipShape(Circle())).notes.isEmpty)
  }
}
