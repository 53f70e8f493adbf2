import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Modifiers of views")
struct ModifierTests {
  private static let margin = Theme.standard.margin

  /// The rectangles of what is filled or stroked, from the page's margin.
  private func rects(_ content: some View, width: Double = 456) throws -> [Rect] {
    try content.scene(width: width).scene.leaves.compactMap { leaf in
      guard case .path(let item) = leaf.item, let bounds = item.path.bounds else { return nil }
      return bounds.offset(by: Vector(-Self.margin, -Self.margin))
    }
  }

  private var square: some View { Rectangle().fill(.accent).frame(width: 20, height: 20) }

  private func isNear(_ a: Rect?, _ b: Rect) -> Bool {
    guard let a else { return false }
    return abs(a.minX - b.minX) + abs(a.minY - b.minY) + abs(a.maxX - b.maxX) + abs(a.maxY - b.maxY)
      < 1e-6
  }

  @Test("Padding of all, some and unequal sides")
  func padding() throws {
    func place(_ content: some View) throws -> Rect? {
      try rects(
        HStack(spacing: 0) {
          content; square
        }
      ).last
    }
    #expect(isNear(try place(square.padding()), Rect(x: 52, y: 0, width: 20, height: 20)))
    #expect(isNear(try place(square.padding(4)), Rect(x: 28, y: 0, width: 20, height: 20)))
    #expect(
      isNear(try place(square.padding(.leading, 7)), Rect(x: 27, y: 0, width: 20, height: 20)))
    #expect(
      isNear(
        try place(square.padding([.top, .trailing], 3)), Rect(x: 23, y: 0, width: 20, height: 20))
    )
    let insets = EdgeInsets(top: 1, leading: 2, bottom: 3, trailing: 4)
    #expect(
      isNear(try rects(square.padding(insets)).first, Rect(x: 2, y: 1, width: 20, height: 20)))
  }

  @Test("Frames place content by their alignment")
  func frames() throws {
    func place(_ alignment: Alignment?) throws -> Rect? {
      try rects(square.frame(width: 100, height: 60, alignment: alignment)).first
    }
    #expect(isNear(try place(nil), Rect(x: 0, y: 0, width: 20, height: 20)))
    #expect(isNear(try place(.center), Rect(x: 40, y: 20, width: 20, height: 20)))
    #expect(isNear(try place(.bottomTrailing), Rect(x: 80, y: 40, width: 20, height: 20)))
    #expect(isNear(try place(.leading), Rect(x: 0, y: 20, width: 20, height: 20)))
  }

  @Test("A frame without a limit takes what is offered")
  func infinite() throws {
    let row = HStack(spacing: 0) {
      square.frame(maxWidth: .infinity, alignment: .trailing)
      square
    }
    // 400 pt are offered: the last square takes 20 of them.
    #expect(isNear(try rects(row).first, Rect(x: 360, y: 0, width: 20, height: 20)))
    let limited = Rectangle().fill(.accent).frame(maxWidth: 50).frame(height: 10)
    #expect(isNear(try rects(limited).first, Rect(x: 0, y: 0, width: 50, height: 10)))
    let least = square.frame(minWidth: 80, alignment: .trailing)
    #expect(isNear(try rects(least).first, Rect(x: 60, y: 0, width: 20, height: 20)))
  }

  @Test("An aspect is kept within the width")
  func aspect() throws {
    let shape = Rectangle().fill(.accent).aspectRatio(4, contentMode: .fit)
    #expect(isNear(try rects(shape).first, Rect(x: 0, y: 0, width: 400, height: 100)))
  }

  @Test("Backgrounds are behind, overlays before, both of the content's size")
  func layers() throws {
    let content = square.background(.surface, in: Capsule())
      .overlay(alignment: .topTrailing) { Circle().fill(.bad).frame(width: 6, height: 6) }
    let all = try rects(content)
    #expect(all.count == 3)
    #expect(isNear(all.first, Rect(x: 0, y: 0, width: 20, height: 20)))
    #expect(isNear(all.last, Rect(x: 14, y: 0, width: 6, height: 6)))
  }

  @Test("What is moved, turned or hidden keeps its space")
  func effects() throws {
    let row = HStack(spacing: 0) {
      square.offset(x: 5, y: -3)
      square.hidden()
      square.rotationEffect(.degrees(45))
      square
    }
    let places = try rects(row)
    #expect(places.count == 3)
    #expect(isNear(places.first, Rect(x: 5, y: -3, width: 20, height: 20)))
    #expect(isNear(places.last, Rect(x: 60, y: 0, width: 20, height: 20)))
    // A square on its corner is √2 wide.
    let turned = try square.rotationEffect(.degrees(45)).scene().scene.leaves
      .compactMap(\.canvasBounds).first
    #expect(abs((turned?.width ?? 0) - 20 * 2.0.squareRoot()) < 0.1)
  }

  @Test("Depth, spacers and dividers follow their stack")
  func stacks() throws {
    let pile = ZStack(alignment: .bottomLeading) {
      Rectangle().fill(.surface).frame(width: 50, height: 40)
      square
    }
    #expect(isNear(try rects(pile).last, Rect(x: 0, y: 20, width: 20, height: 20)))
    let row = HStack(spacing: 0) {
      square; Spacer(minLength: 5); square
    }
    #expect(isNear(try rects(row).last, Rect(x: 380, y: 0, width: 20, height: 20)))
    let column = VStack(spacing: 0) {
      square; Spacer(); square
    }.frame(height: 200)
    #expect(isNear(try rects(column).last, Rect(x: 0, y: 180, width: 20, height: 20)))
    let divided = try rects(
      HStack(spacing: 10) {
        square; Divider(); square
      })
    #expect(isNear(divided[1], Rect(x: 30.5, y: 0, width: 0, height: 20)))
  }

  @Test("Numbers that are no lengths are errors that name the modifier")
  func malformed() {
    func message(_ content: some View) -> String {
      do {
        _ = try content.scene()
        return ""
      } catch { return "\(error)" }
    }
    #expect(message(square.padding(.nan)).contains("padding"))
    #expect(message(square.frame(width: .nan)).contains("frame(width:)"))
    #expect(message(square.frame(width: 1e9)).contains("frame(width:)"))
    #expect(message(square.frame(minWidth: -1)).contains("frame(minWidth:)"))
    #expect(message(square.frame(minWidth: 9, maxWidth: 8)).contains("more than"))
    #expect(message(square.offset(x: .infinity)).contains("offset(x:)"))
    #expect(message(square.opacity(2)).contains("opacity"))
    #expect(message(square.rotationEffect(.degrees(.nan))).contains("rotationEffect"))
    #expect(message(square.scaleEffect(.nan)).contains("scaleEffect"))
    #expect(message(square.aspectRatio(0, contentMode: .fit)).contains("aspectRatio"))
    #expect(message(Circle().stroke(.bad, lineWidth: .nan)).contains("line"))
    #expect(message(Text("a").lineLimit(0)).contains("lineLimit"))
    #expect(message(Spacer(minLength: .nan)).contains("spacer"))
    // Radii that are no numbers are square corners.
    #expect(message(RoundedRectangle(cornerRadius: .nan).fill(.bad)).isEmpty)
  }

  @Test("What cannot be drawn is a diagnostic")
  func noted() throws {
    func notes(_ content: some View) throws -> [String] {
      try content.scene().diagnostics.map(\.message)
    }
    #expect(try notes(square.shadow(radius: 3)).first?.contains("shadow") == true)
    #expect(try notes(Text("a").italic()).first?.contains("italic") == true)
    #expect(try notes(Text("a").fontWeight(.light)).first?.contains("regular") == true)
    #expect(
      try notes(Text("a").font(.custom("Avenir", size: 12))).first?.contains("family") == true)
    #expect(try notes(Text("a").underline()).first?.contains("underline") == true)
    #expect(try notes(HStack { Text("a") }.italic()).first?.contains("italic") == true)
    // The digits of the standard family have one width.
    #expect(try notes(Text("1").monospacedDigit()).isEmpty)
    #expect(try notes(Text("1").fontWeight(.semibold).bold()).isEmpty)
  }
}
