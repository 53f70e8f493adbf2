import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Shapes as views")
struct ShapeTests {
  private struct Diamond: Shape {
    func path(in rect: Rect) -> Path {
      .polyline(
        [
          Point(rect.midX, rect.minY), Point(rect.maxX, rect.midY), Point(rect.midX, rect.maxY),
          Point(rect.minX, rect.midY),
        ], closed: true)
    }
  }

  private func items(_ content: some View) throws -> [PathItem] {
    try content.scene().scene.leaves.compactMap {
      if case .path(let item) = $0.item { item } else { nil }
    }
  }

  @Test("A shape has the foreground's style, its fill and its line")
  func paints() throws {
    let colors = Theme.standard.colors
    #expect(try items(Circle()).first?.fill == .color(colors.primary))
    #expect(try items(Diamond().foregroundStyle(.bad)).first?.fill == .color(colors.bad))
    let both = try items(
      Diamond().fill(.good).stroke(.bad, lineWidth: 3).frame(width: 9, height: 9))
    #expect(both.map(\.fill) == [.color(colors.good), nil])
    #expect(both.last?.stroke == Stroke(colors.bad, width: 3))
    let gradient = LinearGradient(
      colors: [.good, .bad], startPoint: .top, endPoint: .bottom)
    guard case .linearGradient? = try items(gradient.frame(height: 20)).first?.fill else {
      Issue.record("a gradient is painted as one")
      return
    }
  }

  @Test("A border lies within the shape, a line on its outline")
  func borders() throws {
    let frame = Rect(x: 28, y: 28, width: 40, height: 30)
    func outline(_ view: ShapeView) throws -> Rect? {
      try items(view.frame(width: 40, height: 30)).first?.path.bounds
    }
    #expect(try outline(Diamond().stroke(.bad, lineWidth: 4)) == frame)
    #expect(try outline(Diamond().strokeBorder(.bad, lineWidth: 4)) == frame.inset(by: 2))
  }

  /// A rectangle that becomes smaller along x only.
  private struct Slot: InsettableShape {
    var margin: Float = 0
    func path(in rect: Rect) -> Path {
      let margin = Double(margin)
      return .rect(rect.inset(by: Insets(top: 0, leading: margin, bottom: 0, trailing: margin)))
    }
    func inset(by amount: Float) -> some InsettableShape { Slot(margin: margin + amount) }
  }

  @Test("A shape that says how it becomes smaller has its border there")
  func insettable() throws {
    let frame = Rect(x: 28, y: 28, width: 40, height: 30)
    func outline(_ view: some View) throws -> Rect? {
      try items(view.frame(width: 40, height: 30)).first?.path.bounds
    }
    let narrow = frame.inset(by: Insets(top: 0, leading: 2, bottom: 0, trailing: 2))
    #expect(try outline(Slot().strokeBorder(.bad, lineWidth: 4)) == narrow)
    #expect(try outline(Slot().inset(by: 2).fill(.bad)) == narrow)
    #expect(try outline(Slot().stroke(.bad, lineWidth: 4)) == frame)
    let round: some InsettableShape = Circle().inset(by: 3)
    #expect(
      try outline(round.strokeBorder(.bad, lineWidth: 4))
        == outline(Circle().inset(by: 5).fill(.bad)))
  }

  @Test("A shape over content covers its rectangle")
  func overlays() throws {
    let both = try items(
      Rectangle().fill(.bad).frame(width: 40, height: 30).overlay(.good, in: Circle()))
    #expect(
      both.map(\.fill) == [.color(Theme.standard.colors.bad), .color(Theme.standard.colors.good)])
    #expect(both.last?.path.bounds == Rect(x: 33, y: 28, width: 30, height: 30))
  }

  @Test("Images are cells in their rectangle")
  func images() throws {
    let image = Image(columns: 2, cells: [.black, .white, .white, .black, .black])
    let scene = try image.resizable().frame(width: 40, height: 40).scene().scene
    guard case .image(let item)? = scene.leaves.first?.item else {
      Issue.record("there is no image")
      return
    }
    #expect(item.rect == Rect(x: 28, y: 28, width: 40, height: 40))
    #expect((item.columns, item.rows) == (2, 2))
    #expect(try Image(columns: 0, cells: []).scene().scene.leaves.isEmpty)
  }

  @Test("A description is the label of its group")
  func described() throws {
    func label(_ content: some View) throws -> String? {
      var found: String?
      try content.scene().scene.items.walk { visit in
        if case .group(let group) = visit.item { found = group.label ?? found }
        return .inward
      }
      return found
    }
    #expect(try label(Circle().accessibilityLabel("a disc")) == "a disc")
    #expect(try label(Circle().accessibilityHidden(true)) == "")
    #expect(try label(Circle()) == nil)
  }
}
