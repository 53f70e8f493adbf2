public import BurinGeometry
import BurinScene

/// The outline of points.
///
/// ```swift
/// PointMark(…).symbol(.diamond)
/// LineMark(…).symbol(Circle().strokeBorder(lineWidth: 2))
/// ```
public protocol ChartSymbolShape: Shape {
  /// The rectangle that the outline seems to fill, in a square from (0, 0) to (1, 1).
  var perceptualUnitRect: Bounds { get }
}

extension ChartSymbolShape {
  /// Most outlines fill their rectangle.
  public var perceptualUnitRect: Bounds { Bounds(Rect(minX: 0, minY: 0, maxX: 1, maxY: 1)) }

  /// Returns the symbol as a line along the outline, within it.
  public func strokeBorder(lineWidth: Double = 1) -> BasicChartSymbolShape {
    var symbol = basic
    symbol.border = lineWidth.isFinite ? lineWidth.clamped(to: 0...1_000) : 1
    return symbol
  }

  /// Returns the symbol as a line along the outline, within it.
  ///
  /// The line is solid: where the style has dashes, a diagnostic says that they have no effect.
  public func strokeBorder(style: StrokeStyle) -> BasicChartSymbolShape {
    var symbol = strokeBorder(lineWidth: style.lineWidth)
    symbol.dropsDashes = !style.dash.isEmpty
    return symbol
  }

  /// The symbol without its type.
  var basic: BasicChartSymbolShape {
    if let basic = self as? BasicChartSymbolShape { return basic }
    if self is Circle { return .circle }
    let shape = self
    return BasicChartSymbolShape(form: .custom(AnyShape(shape), perceptualUnitRect.rect))
  }
}

extension Circle: ChartSymbolShape {}
extension Rectangle: ChartSymbolShape {}
extension RoundedRectangle: ChartSymbolShape {}
extension Capsule: ChartSymbolShape {}
extension Ellipse: ChartSymbolShape {}

/// A shape of any type; equal to another of an equal shape, or to itself.
public struct AnyShape: Shape, Hashable {
  private final class Box: Sendable {
    let shape: any Shape
    init(_ shape: any Shape) { self.shape = shape }
  }

  private let box: Box

  /// Creates a shape from one of any type.
  public init(_ shape: some Shape) { box = (shape as? AnyShape)?.box ?? Box(shape) }

  /// Returns the outline within a rectangle.
  public func path(in rect: Rect) -> Path { box.shape.outline(in: rect) }

  /// Whether both are equal, or the same.
  public static func == (a: AnyShape, b: AnyShape) -> Bool {
    if a.box === b.box { return true }
    guard let x = a.box.shape as? any Hashable, let y = b.box.shape as? any Hashable else {
      return false
    }
    return AnyHashable(x) == AnyHashable(y)
  }

  /// Hashes the shape, or nothing of one that cannot be hashed.
  public func hash(into hasher: inout Hasher) {
    if let shape = box.shape as? any Hashable { hasher.combine(AnyHashable(shape)) }
  }
}

/// One of the standard symbols, filled or as a line.
public struct BasicChartSymbolShape: ChartSymbolShape, Hashable {
  enum Form: Hashable, Sendable {
    case circle, square, triangle, diamond, pentagon, plus, cross, asterisk
    case custom(AnyShape, Rect)
  }

  let form: Form
  /// The width of the line along the outline, in points; nil for a filled symbol.
  var border: Double?
  /// Whether the canvas fills the line.
  var hasGround = false
  /// Whether dashes were asked for, which symbols don't have.
  var dropsDashes = false

  init(form: Form) { self.form = form }

  /// A disc.
  public static let circle = BasicChartSymbolShape(form: .circle)
  /// A square.
  public static let square = BasicChartSymbolShape(form: .square)
  /// A triangle that points up.
  public static let triangle = BasicChartSymbolShape(form: .triangle)
  /// A square on its corner.
  public static let diamond = BasicChartSymbolShape(form: .diamond)
  /// A pentagon that points up.
  public static let pentagon = BasicChartSymbolShape(form: .pentagon)
  /// An upright cross.
  public static let plus = BasicChartSymbolShape(form: .plus)
  /// A cross on its side.
  public static let cross = BasicChartSymbolShape(form: .cross)
  /// A star of three lines.
  public static let asterisk = BasicChartSymbolShape(form: .asterisk)
  /// A ring of canvas within a line of two points.
  public static let ring: BasicChartSymbolShape = {
    var ring = BasicChartSymbolShape.circle.strokeBorder(lineWidth: 2)
    ring.hasGround = true
    return ring
  }()

  /// The area of a point without a size, in square points.
  public static let standardArea = 38.484_510_006_474_97

  /// The diameter of a circle of an area, in points.
  static func diameter(area: Double) -> Double {
    area.isFinite && area > 0 ? 2 * (area / .pi).squareRoot() : 0
  }

  /// The symbols that keys get, in order; they start anew beyond the last.
  static func ordered(_ index: Int) -> BasicChartSymbolShape {
    let order: [BasicChartSymbolShape] = [.circle, .square, .triangle, .diamond, .plus, .ring]
    return order[index % order.count]
  }

  /// Returns the outline within the square around the disc of the symbol's size; that of a disc
  /// for a ring.
  public func path(in box: Rect) -> Path {
    if let filled = filled { return filled.path(in: box) }
    let (c, rx, ry) = (box.center, box.width / 2, box.height / 2)
    func closed(_ corners: [Point]) -> Path {
      .polyline(corners.map { Point(c.x + $0.x * rx, c.y + $0.y * ry) }, closed: true)
    }
    switch form {
    case .circle: return .ellipse(in: box)
    case .pentagon: return closed(Self.pentagonCorners)
    case .cross: return closed(Self.crossCorners)
    case .asterisk: return closed(Self.asteriskCorners)
    case .custom(let shape, let unit):
      guard unit.width > 0, unit.height > 0 else { return shape.path(in: box) }
      // What the outline seems to fill takes the box.
      let (w, h) = (box.width / unit.width, box.height / unit.height)
      let corner = Point(box.minX - unit.minX * w, box.minY - unit.minY * h)
      return shape.path(in: Rect(corner, Point(corner.x + w, corner.y + h)))
    case .square, .triangle, .diamond, .plus:
      return filled.map { closed($0.corners) } ?? .rect(box)
    }
  }

  /// The corners of a regular pentagon of the unit disc's area.
  private static let pentagonCorners: [Point] = [
    Point(0, -1.1495), Point(1.0933, -0.3552), Point(0.6757, 0.93), Point(-0.6757, 0.93),
    Point(-1.0933, -0.3552),
  ]

  /// An upright cross turned by half a right angle.
  private static let crossCorners: [Point] = {
    let half = 0.5.squareRoot()
    return PointSymbol.cross.corners.map { Point(($0.x - $0.y) * half, ($0.x + $0.y) * half) }
  }()

  /// Three bars through the middle, at angles of 60°, as one outline.
  private static let asteriskCorners: [Point] = {
    // Half the width of a bar, and where neighbouring bars meet.
    let (half, length) = (0.18, 1.08)
    let root = 3.0.squareRoot() / 2
    let turns = [(1.0, 0.0), (0.5, root), (-0.5, root), (-1.0, 0.0), (-0.5, -root), (0.5, -root)]
    return turns.flatMap { cosine, sine -> [Point] in
      func turned(_ x: Double, _ y: Double) -> Point {
        Point(x * cosine - y * sine, x * sine + y * cosine)
      }
      return [
        turned(-half, -length), turned(half, -length), turned(half, -half / root * 1.5),
      ]
    }
  }()

  /// Whether the symbol is made of thin bars, of which a rim would leave little.
  private var isThin: Bool {
    switch form {
    case .plus, .cross, .asterisk: true
    case .circle, .square, .triangle, .diamond, .pentagon, .custom: false
    }
  }

  /// The symbol of a scene's columns; nil where they have none.
  ///
  /// - Parameter ground: what is seen within a ring.
  func pointSymbol(ground: RGBColor?) -> PointSymbol? {
    guard let border else { return filled }
    guard form == .circle else { return nil }
    return .ring(width: border, ground: hasGround ? ground : nil)
  }

  /// The filled form among a scene's symbols.
  private var filled: PointSymbol? {
    switch form {
    case .circle: .circle
    case .square: .square
    case .diamond: .diamond
    case .triangle: .triangle
    case .plus: .cross
    case .pentagon, .cross, .asterisk, .custom: nil
    }
  }

  /// Returns the symbol as an item of its own.
  ///
  /// - Parameters:
  ///   - box: the rectangle around the symbol's disc.
  ///   - color: the colour, with its opacity.
  ///   - ground: what is seen within a ring; nil for what lies behind it.
  ///   - rim: a line around a filled symbol that is not thin.
  func item(in box: Rect, color: RGBColor, ground: RGBColor?, rim: Stroke? = nil) -> PathItem {
    guard let border else {
      let isRound = form == .circle && box.width != box.height
      return PathItem(
        isRound ? .ellipse(in: box) : path(in: box), fill: .color(color),
        stroke: isThin ? nil : rim)
    }
    let fill = hasGround ? ground.map(Paint.color) : nil
    if form == .circle, box.width == box.height {
      return PathItem(
        .circle(box.center, radius: max(box.width / 2 - border / 2, 0)), fill: fill,
        stroke: Stroke(color, width: border))
    }
    let inner = box.inset(by: min(border / 2, box.width / 2, box.height / 2))
    return PathItem(path(in: inner), fill: fill, stroke: Stroke(color, width: border))
  }
}

/// The symbols by their former name within the module.
typealias ChartSymbol = BasicChartSymbolShape

extension ChartSymbolShape where Self == BasicChartSymbolShape {
  /// A disc.
  public static var circle: BasicChartSymbolShape { BasicChartSymbolShape.circle }
  /// A square.
  public static var square: BasicChartSymbolShape { BasicChartSymbolShape.square }
  /// A triangle that points up.
  public static var triangle: BasicChartSymbolShape { BasicChartSymbolShape.triangle }
  /// A square on its corner.
  public static var diamond: BasicChartSymbolShape { BasicChartSymbolShape.diamond }
  /// A pentagon that points up.
  public static var pentagon: BasicChartSymbolShape { BasicChartSymbolShape.pentagon }
  /// An upright cross.
  public static var plus: BasicChartSymbolShape { BasicChartSymbolShape.plus }
  /// A cross on its side.
  public static var cross: BasicChartSymbolShape { BasicChartSymbolShape.cross }
  /// A star of three lines.
  public static var asterisk: BasicChartSymbolShape { BasicChartSymbolShape.asterisk }
  /// A ring of canvas within a line of two points.
  public static var ring: BasicChartSymbolShape { BasicChartSymbolShape.ring }
}
