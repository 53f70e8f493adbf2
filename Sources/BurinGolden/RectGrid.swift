import BurinGeometry

/// Rectangles by place, so that those near another are found without looking at all.
struct RectGrid {
  private let rects: [Rect?]
  private let side: Double
  private var cells: [Cell: [Int]] = [:]
  /// Those that reach over many cells.
  private var large: [Int] = []

  private struct Cell: Hashable {
    var x: Int
    var y: Int
  }

  /// A rectangle over more cells than this counts as large.
  private static let cellLimit = 64

  /// Sorts rectangles into square cells; nil stands for nothing.
  init(_ rects: [Rect?], side: Double) {
    self.rects = rects
    self.side = side
    for (index, rect) in rects.enumerated() {
      guard let rect else { continue }
      if let cells = Self.cells(of: rect, side) {
        for cell in cells { self.cells[cell, default: []].append(index) }
      } else {
        large.append(index)
      }
    }
  }

  /// The cells that a rectangle touches; nil for too many.
  private static func cells(of rect: Rect, _ side: Double) -> [Cell]? {
    let edges = [rect.minX, rect.minY, rect.maxX, rect.maxY].map { ($0 / side).rounded(.down) }
    guard edges.allSatisfy({ $0.isFinite && abs($0) < 1e9 }) else { return nil }
    let (minX, minY, maxX, maxY) = (Int(edges[0]), Int(edges[1]), Int(edges[2]), Int(edges[3]))
    guard maxX >= minX, maxY >= minY, (maxX - minX + 1) * (maxY - minY + 1) <= cellLimit
    else { return nil }
    return (minY...maxY).flatMap { y in (minX...maxX).map { Cell(x: $0, y: y) } }
  }

  /// Calls a closure with the rectangles that may touch another, some of them twice, as long as it
  /// returns true.
  func forEach(near rect: Rect, _ body: (Int) -> Bool) {
    for index in large where !body(index) { return }
    guard let near = Self.cells(of: rect, side) else {
      for index in rects.indices where rects[index] != nil && !body(index) { return }
      return
    }
    for cell in near {
      for index in cells[cell] ?? [] where !body(index) { return }
    }
  }
}
