import BurinGeometry
import BurinScene

/// Shapes in columns, on the canvas, as goldens compare them.
protocol ComparedColumns {
  /// What a row is, in a word.
  static var noun: String { get }
  /// The number of rows.
  var count: Int { get }
  /// Whether a row lies where that of another item does.
  func isInPlace(_ row: Int, _ other: Self, _ comparison: NodeComparison) -> Bool
  /// Whether the forms and sizes of all rows are those of another item.
  func hasForms(_ other: Self, _ comparison: NodeComparison) -> Bool
  /// Whether a row has the form and size of that of another item.
  func hasForm(_ row: Int, _ other: Self, _ comparison: NodeComparison) -> Bool
  /// The colours.
  var color: SceneColumn<RGBColor> { get }
  /// Returns what a kind of change is about in a row, in words.
  func words(_ row: Int, _ kind: SceneChange.Kind) -> String
}

/// Points for comparison.
struct PointColumns: ComparedColumns {
  static let noun = "point"
  private let item: PointsItem
  private let transform: AffineTransform
  /// What lengths are multiplied by on the canvas.
  private let unit: Double
  let count: Int

  init(_ item: PointsItem, _ node: SceneNode) {
    (self.item, transform, unit) = (item, node.transform, node.transform.unit)
    count = item.count
  }

  var color: SceneColumn<RGBColor> { item.color }

  private func place(_ row: Int) -> Point {
    let point = Point(item.x[row], item.y[row])
    return transform == .identity ? point : transform.apply(point)
  }

  func isInPlace(_ row: Int, _ other: PointColumns, _ comparison: NodeComparison) -> Bool {
    comparison.areClose(place(row), other.place(row))
  }

  func hasForms(_ other: PointColumns, _ comparison: NodeComparison) -> Bool {
    unit == other.unit && item.symbol == other.item.symbol && item.diameter == other.item.diameter
  }

  func hasForm(_ row: Int, _ other: PointColumns, _ comparison: NodeComparison) -> Bool {
    comparison.isSame(item.diameter[row] * unit, other.item.diameter[row] * other.unit)
      && comparison.isSame(item.symbol[row], other.item.symbol[row], unit, other.unit)
  }

  func words(_ row: Int, _ kind: SceneChange.Kind) -> String {
    switch kind {
    case .recoloured: return "\(item.color[row])"
    case .reshaped: return "\(item.symbol[row].word) \(Words.length(item.diameter[row] * unit)) pt"
    default: return Words.place(place(row))
    }
  }
}

/// Rectangles for comparison.
struct RectColumns: ComparedColumns {
  static let noun = "rectangle"
  private let item: RectsItem
  private let transform: AffineTransform
  /// What lengths are multiplied by on the canvas.
  private let unit: Double
  let count: Int

  init(_ item: RectsItem, _ node: SceneNode) {
    (self.item, transform, unit) = (item, node.transform, node.transform.unit)
    count = item.count
  }

  var color: SceneColumn<RGBColor> { item.color }

  private func place(_ row: Int) -> Rect {
    let rect = item.rect(row)
    return transform == .identity ? rect : transform.apply(rect)
  }

  func isInPlace(_ row: Int, _ other: RectColumns, _ comparison: NodeComparison) -> Bool {
    let (a, b) = (place(row), other.place(row))
    return comparison.areClose(Point(a.minX, a.minY), Point(b.minX, b.minY))
      && comparison.areClose(Point(a.maxX, a.maxY), Point(b.maxX, b.maxY))
  }

  func hasForms(_ other: RectColumns, _ comparison: NodeComparison) -> Bool {
    comparison.isSame(item.cornerRadius * unit, other.item.cornerRadius * other.unit)
      && (item.cornerRadius == 0 || item.corners == other.item.corners)
  }

  func hasForm(_ row: Int, _ other: RectColumns, _ comparison: NodeComparison) -> Bool {
    comparison.isSame(item.cornerRadius * unit, other.item.cornerRadius * other.unit)
      && (item.cornerRadius == 0 || item.corners[row] == other.item.corners[row])
  }

  func words(_ row: Int, _ kind: SceneChange.Kind) -> String {
    switch kind {
    case .recoloured: return "\(item.color[row])"
    case .reshaped:
      return "radius \(Words.length(item.cornerRadius * unit)) pt at \(item.corners[row].words)"
    default:
      let rect = place(row)
      return
        "\(Words.length(rect.width)) × \(Words.length(rect.height)) pt at \(Words.place(rect.origin))"
    }
  }
}

/// Sectors for comparison.
struct SectorColumns: ComparedColumns {
  static let noun = "sector"
  private let item: SectorsItem
  private let transform: AffineTransform
  /// What lengths are multiplied by on the canvas.
  private let unit: Double
  let count: Int

  init(_ item: SectorsItem, _ node: SceneNode) {
    (self.item, transform, unit) = (item, node.transform, node.transform.unit)
    count = item.count
  }

  var color: SceneColumn<RGBColor> { item.color }

  private func place(_ point: Point) -> Point {
    transform == .identity ? point : transform.apply(point)
  }

  /// The angle of a row, in degrees.
  private func sweep(_ row: Int) -> Double { item.end[row] - item.start[row] }

  /// Whether a row turns by less than half a turn more or less.
  private func hasTurn(_ row: Int, _ other: SectorColumns) -> Bool {
    let (own, others) = (sweep(row), other.sweep(row))
    return own == others || abs(own - others) < 180 || own.isNaN && others.isNaN
  }

  /// The outer ends of a row.
  private func ends(_ row: Int) -> (Point, Point) {
    let distance = item.outer[row]
    return (
      place(item.point(item.start[row], distance)), place(item.point(item.end[row], distance))
    )
  }

  func isInPlace(_ row: Int, _ other: SectorColumns, _ comparison: NodeComparison) -> Bool {
    let (a, b) = (ends(row), other.ends(row))
    return comparison.areClose(a.0, b.0) && comparison.areClose(a.1, b.1)
      && comparison.areClose(place(item.center), other.place(other.item.center))
      // Turns that begin and end alike: a full one and none, a large one and a small one back.
      && hasTurn(row, other)
  }

  func hasForms(_ other: SectorColumns, _ comparison: NodeComparison) -> Bool {
    unit == other.unit && item.inner == other.item.inner && item.outer == other.item.outer
      && hasCorners(other, comparison)
  }

  func hasForm(_ row: Int, _ other: SectorColumns, _ comparison: NodeComparison) -> Bool {
    comparison.isSame(item.inner[row] * unit, other.item.inner[row] * other.unit)
      && comparison.isSame(item.outer[row] * unit, other.item.outer[row] * other.unit)
      && hasCorners(other, comparison)
  }

  private func hasCorners(_ other: SectorColumns, _ comparison: NodeComparison) -> Bool {
    comparison.isSame(item.cornerRadius * unit, other.item.cornerRadius * other.unit)
      && comparison.isSame(item.inset * unit, other.item.inset * other.unit)
  }

  func words(_ row: Int, _ kind: SceneChange.Kind) -> String {
    switch kind {
    case .recoloured: return "\(item.color[row])"
    case .reshaped:
      return
        "\(Words.length(item.inner[row])) to \(Words.length(item.outer[row])) pt, inset \(Words.length(item.inset)) pt, radius \(Words.length(item.cornerRadius)) pt"
    default:
      return
        "\(Words.length(item.start[row]))° to \(Words.length(item.end[row]))° around \(Words.place(place(item.center)))"
    }
  }
}

extension NodeComparison {
  /// How many rows changed in a way, and the first of them.
  struct ChangedRows {
    var count = 0
    var first = 0

    fileprivate mutating func add(_ row: Int) {
      if count == 0 { first = row }
      count += 1
    }
  }

  /// Whether all rows look the same.
  ///
  /// - Complexity: O(rows).
  func areSame<Columns: ComparedColumns>(_ a: Columns, _ b: Columns) -> Bool {
    guard a.count == b.count, hasColors(a, b) else { return false }
    let hasForms = a.hasForms(b, self)
    return (0..<a.count).allSatisfy { row in
      a.isInPlace(row, b, self) && (hasForms || a.hasForm(row, b, self))
    }
  }

  /// A column may be written as one value or as equal ones.
  private func hasColors<Columns: ComparedColumns>(_ a: Columns, _ b: Columns) -> Bool {
    a.color == b.color || (0..<a.count).allSatisfy { a.color[$0] == b.color[$0] }
  }

  /// The rows that changed, by the way in which they did; the counts of rows are equal.
  func changedRows<Columns: ComparedColumns>(
    _ a: Columns, _ b: Columns
  ) -> [(kind: SceneChange.Kind, rows: ChangedRows)] {
    var (moved, reshaped, recoloured) = (ChangedRows(), ChangedRows(), ChangedRows())
    for row in 0..<min(a.count, b.count) {
      if !a.isInPlace(row, b, self) { moved.add(row) }
      if !a.hasForm(row, b, self) { reshaped.add(row) }
      if a.color[row] != b.color[row] { recoloured.add(row) }
    }
    let kinds: [(kind: SceneChange.Kind, rows: ChangedRows)] = [
      (.recoloured, recoloured), (.reshaped, reshaped), (.moved, moved),
    ]
    return kinds.filter { $0.rows.count > 0 }
  }

  /// Whether two symbols are drawn alike, where lengths are multiplied by the units.
  func isSame(_ a: PointSymbol, _ b: PointSymbol, _ unit: Double, _ otherUnit: Double) -> Bool {
    if case (.ring(let width, let ground), .ring(let other, let otherGround)) = (a, b) {
      return isSame(width * unit, other * otherUnit) && ground == otherGround
    }
    return a == b
  }
}

extension Path.Corners {
  /// Such as `top left and bottom right`.
  fileprivate var words: String {
    if self == .all { return "all corners" }
    let names: [(Path.Corners, String)] = [
      (.topLeading, "top left"), (.topTrailing, "top right"), (.bottomTrailing, "bottom right"),
      (.bottomLeading, "bottom left"),
    ]
    let found = names.filter { contains($0.0) }.map(\.1)
    return found.isEmpty ? "no corner" : found.joined(separator: ", ")
  }
}

extension PointSymbol {
  fileprivate var word: String {
    switch self {
    case .circle: "circle"
    case .square: "square"
    case .diamond: "diamond"
    case .triangle: "triangle"
    case .cross: "cross"
    case .ring: "ring"
    }
  }
}
