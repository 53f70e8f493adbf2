import BurinFoundation
import Testing

extension CGFloat {
  fileprivate static let small: CGFloat = 4
}

/// An arrow written with the types of Core Graphics.
private struct Arrow: ChartSymbolShape {
  func path(in rect: CGRect) -> Path {
    var path = Path()
    path.move(to: CGPoint(x: rect.midX, y: rect.minY))
    path.addLine(to: CGPoint(x: rect.maxX, y: rect.maxY))
    path.addLine(to: CGPoint(x: rect.minX, y: rect.maxY))
    path.closeSubpath()
    return path
  }
  var perceptualUnitRect: CGRect { CGRect(x: 0, y: 0, width: 1, height: 1) }
}

/// The same arrow written with Burin's types.
private struct PlainArrow: ChartSymbolShape {
  func path(in rect: Rect) -> Path {
    .polyline(
      [Point(rect.midX, rect.minY), Point(rect.maxX, rect.maxY), Point(rect.minX, rect.maxY)],
      closed: true)
  }
}

@Suite("Types of Core Graphics")
struct CoreGraphicsTests {
  private func bytes(_ content: some FigureContent) throws -> [UInt8] {
    try content.render(.svg, RenderOptions(width: 320, height: 240)).bytes
  }

  private let point = PointMark(x: .value("x", 1), y: .value("y", 2))

  @Test("A CGFloat is plotted as the number that it is")
  func values() throws {
    let length: CGFloat = 2.5
    let chart = Chart { BarMark(x: .value("x", "a"), y: .value("y", length)) }
    #expect(
      try bytes(chart) == bytes(Chart { BarMark(x: .value("x", "a"), y: .value("y", 2.5)) }))
  }

  @Test("Shapes and symbols may be written with CGRect and CGPoint")
  func shapes() throws {
    #expect(
      try bytes(Chart { point.symbol(Arrow()) }) == bytes(Chart { point.symbol(PlainArrow()) }))
    #expect(
      try bytes(Arrow().fill(.red).frame(width: 40, height: 30))
        == bytes(PlainArrow().fill(.red).frame(width: 40, height: 30)))
    #expect(
      try bytes(Text("a").clipShape(Arrow())) == bytes(Text("a").clipShape(PlainArrow())))
    let rect = CGRect(x: 1, y: 2, width: 3, height: 4)
    #expect(Circle().path(in: rect) == Circle().path(in: Rect(x: 1, y: 2, width: 3, height: 4)))
  }

  @Test("Arcs run as in SwiftUI: from the right, clockwise on the page unless asked otherwise")
  func arcs() {
    func end(_ clockwise: Bool, to angle: Double) -> (end: Point, segments: Int) {
      let path = Path {
        $0.addArc(
          center: CGPoint(x: 10, y: 10), radius: 5, startAngle: .zero, endAngle: .degrees(angle),
          clockwise: clockwise)
      }
      #expect(path.elements.first == .move(Point(15, 10)))
      return (path.currentPoint ?? .zero, path.elements.count - 1)
    }
    // A cubic for each quarter: down to the lower middle is one of them, the way round is three.
    #expect(end(false, to: 90).end.distance(to: Point(10, 15)) < 1e-9)
    #expect(end(false, to: 90).segments == 1)
    #expect(end(true, to: 90).end.distance(to: Point(10, 15)) < 1e-9)
    #expect(end(true, to: 90).segments == 3)
    #expect(end(false, to: -90).segments == 3)
    #expect(end(false, to: 720).segments == 4)
  }

  @Test("Paths are transformed in the order of their calls")
  func transforms() {
    let path = Path { $0.move(to: CGPoint(x: 1, y: 0)) }
    let turned = path.applying(.init(rotationAngle: .pi / 2)).applying(.init(scaleX: 3, y: 2))
      .applying(CGAffineTransform(translationX: 10, y: 20))
    // (1, 0) turns to (0, 1), which is (0, 2) scaled.
    #expect(turned.currentPoint.map { $0.distance(to: Point(10, 22)) < 1e-12 } == true)
    let once = CGAffineTransform(translationX: 10, y: 20).scaledBy(x: 3, y: 2).rotated(by: .pi / 2)
    #expect(path.applying(once).currentPoint.map { $0.distance(to: Point(10, 22)) < 1e-12 } == true)
  }

  @Test("Sizes, static lengths and optional lengths stand where numbers do")
  func arguments() throws {
    let height: CGFloat? = 40
    let none: CGFloat? = nil
    #expect(
      try bytes(
        Chart {
          point.symbolSize(CGSize(width: 6, height: 9)).offset(CGSize(width: 3, height: -4))
            .annotation(spacing: .small) { Text("a").padding(.small).frame(height: height) }
          BarMark(x: .value("x", 2), y: .value("y", 1), width: .fixed(.small))
            .cornerRadius(.small)
          RuleMark(y: .value("y", 1)).lineStyle(StrokeStyle(lineWidth: .small))
        }.chartXAxisLabel("name", spacing: .small).frame(width: none, height: 150)
      )
        == bytes(
          Chart {
            point.symbolSize(width: 6, height: 9).offset(x: 3, y: -4)
              .annotation(spacing: 4) { Text("a").padding(4).frame(height: 40) }
            BarMark(x: .value("x", 2), y: .value("y", 1), width: .fixed(4)).cornerRadius(4)
            RuleMark(y: .value("y", 1)).lineStyle(StrokeStyle(lineWidth: 4))
          }.chartXAxisLabel("name", spacing: 4).frame(height: 150)))
    #expect(
      try bytes(
        VStack(spacing: .small) {
          Text("a"); RoundedRectangle(cornerRadius: .small)
        })
        == bytes(
          VStack(spacing: 4) {
            Text("a"); RoundedRectangle(cornerRadius: 4)
          }))
  }
}
