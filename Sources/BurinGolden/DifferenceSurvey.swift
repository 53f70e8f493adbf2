import BurinRaster

/// Where two bitmaps of one size differ, in clusters, and which pixels break a rule.
struct DifferenceSurvey {
  /// Differing pixels that lie close together.
  struct Cluster: Hashable {
    var bounds: PixelRect
    var count: Int
    var failing: Int
    var largest: Int
  }

  let outcome: BitmapComparison.Outcome
  /// Pixels that differ by more than the rule allows.
  private(set) var beyondLimit = 0
  /// Pixels of flat areas that changed their colour within the limit.
  private(set) var flat = 0
  /// The largest difference of one channel.
  private(set) var largest = 0
  /// From top to bottom, then from left to right.
  private(set) var regions: [Cluster] = []

  /// The side of the cells in which pixels are gathered: about the gap between letters at the
  /// scale of a golden.
  private static let cellSide = 8

  init(expected: Bitmap, actual: Bitmap, rule: PixelRule) {
    outcome = BitmapComparison(expected: expected, actual: actual).outcome
    guard case .pixels(let difference) = outcome else { return }
    largest = difference.largestChannelDifference
    let bounds = difference.bounds
    let flatPixels: FlatAreas? =
      rule == .rasterizer ? FlatAreas(expected, actual, in: bounds) : nil
    var perceptual: PerceptualDifference?
    if case .perceptual(let threshold) = rule {
      perceptual = PerceptualDifference(expected, actual, threshold: threshold)
    }
    var grid = CellGrid(bounds: bounds, side: Self.cellSide)
    let limit = rule.channelLimit
    var (beyondLimit, flat) = (0, 0)
    DifferingPixels(expected, actual).forEach { x, y, before, after in
      let step = DifferingPixels.largestStep(before, after)
      let isBeyond = perceptual?.differs(x, y) ?? (step > limit)
      let isFlat = !isBeyond && flatPixels?.contains(x, y) == true
      if isBeyond { beyondLimit += 1 } else if isFlat { flat += 1 }
      grid.add(x, y, step: step, fails: isBeyond || isFlat)
    }
    self.beyondLimit = beyondLimit
    self.flat = flat
    regions = grid.clusters
  }
}

/// Counts of differing pixels in square cells, joined to clusters where cells touch.
private struct CellGrid {
  private let bounds: PixelRect
  private let side: Int
  private let columns: Int
  private let rows: Int
  private var cells: [Cell]

  private struct Cell {
    var count = 0
    var failing = 0
    var largest = 0
    var minX = Int.max
    var minY = Int.max
    var maxX = Int.min
    var maxY = Int.min

    mutating func join(_ other: Cell) {
      count += other.count
      failing += other.failing
      largest = max(largest, other.largest)
      (minX, minY) = (min(minX, other.minX), min(minY, other.minY))
      (maxX, maxY) = (max(maxX, other.maxX), max(maxY, other.maxY))
    }
  }

  init(bounds: PixelRect, side: Int) {
    self.bounds = bounds
    self.side = side
    columns = (bounds.width + side - 1) / side
    rows = (bounds.height + side - 1) / side
    cells = Array(repeating: Cell(), count: columns * rows)
  }

  mutating func add(_ x: Int, _ y: Int, step: Int, fails: Bool) {
    let index = (y - bounds.y) / side * columns + (x - bounds.x) / side
    cells[index].join(
      Cell(
        count: 1, failing: fails ? 1 : 0, largest: step, minX: x, minY: y, maxX: x, maxY: y))
  }

  /// Groups of occupied cells that touch, diagonally too.
  var clusters: [DifferenceSurvey.Cluster] {
    var isSeen = [Bool](repeating: false, count: cells.count)
    var result: [DifferenceSurvey.Cluster] = []
    for start in cells.indices where cells[start].count > 0 && !isSeen[start] {
      var sum = Cell()
      var waiting = [start]
      isSeen[start] = true
      while let index = waiting.popLast() {
        sum.join(cells[index])
        let (row, column) = (index / columns, index % columns)
        for y in max(0, row - 1)...min(rows - 1, row + 1) {
          for x in max(0, column - 1)...min(columns - 1, column + 1) {
            let next = y * columns + x
            if cells[next].count > 0, !isSeen[next] {
              isSeen[next] = true
              waiting.append(next)
            }
          }
        }
      }
      result.append(
        DifferenceSurvey.Cluster(
          bounds: PixelRect(
            x: sum.minX, y: sum.minY, width: sum.maxX - sum.minX + 1,
            height: sum.maxY - sum.minY + 1),
          count: sum.count, failing: sum.failing, largest: sum.largest))
    }
    return result.sorted { ($0.bounds.y, $0.bounds.x) < ($1.bounds.y, $1.bounds.x) }
  }
}
