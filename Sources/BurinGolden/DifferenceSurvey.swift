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
  /// Whether the sizes are the same.
  var isComparable: Bool { if case .sizes = outcome { false } else { true } }
  /// Pixels that differ by more than the rule allows.
  private(set) var beyondLimit = 0
  /// Pixels of flat areas that changed their colour within the limit.
  private(set) var flat = 0
  /// The largest difference of one channel.
  private(set) var largest = 0
  /// The largest difference of one channel that the rule let pass.
  private(set) var largestHidden = 0
  /// From top to bottom, then from left to right.
  private(set) var regions: [Cluster] = []

  /// The number of pixels that break the rule.
  var failing: Int { beyondLimit + flat }

  /// The side of the cells in which pixels are gathered: about the gap between letters at the
  /// scale of a golden.
  private static let cellSide = 8
  /// Where there are more regions, such as in noise, they are joined over longer gaps.
  private static let mostRegions = 512

  init(
    expected: Bitmap, actual: Bitmap, rule: PixelRule,
    files: (expected: PNGDetail?, actual: PNGDetail?) = (nil, nil)
  ) {
    let sizes = (PixelSize(expected), PixelSize(actual))
    guard sizes.0 == sizes.1 else {
      outcome = .sizes(expected: sizes.0, actual: sizes.1)
      return
    }
    let pixels = DifferingPixels(expected, actual)
    guard let difference = PixelDifference(pixels) else {
      outcome = .equal
      return
    }
    outcome = .pixels(difference)
    largest = difference.largestChannelDifference
    let bounds = difference.bounds
    let flatPixels: FlatAreas? =
      rule == .rasterizer ? FlatAreas(expected, actual, in: bounds) : nil
    let perceptual = PerceptualDifference(expected, actual, rule, files: files)
    var grid = CellGrid(bounds: bounds, side: Self.cellSide)
    let limit = rule.channelLimit
    var (beyondLimit, flat, largestHidden) = (0, 0, 0)
    pixels.forEach { x, y, before, after in
      let step = DifferingPixels.largestStep(before, after)
      let isBeyond = perceptual?.differs(x, y) ?? (step > limit)
      let isFlat = !isBeyond && flatPixels?.contains(x, y) == true
      if isBeyond {
        beyondLimit += 1
      } else if isFlat {
        flat += 1
      } else {
        largestHidden = max(largestHidden, step)
      }
      grid.add(x, y, step: step, fails: isBeyond || isFlat)
    }
    self.beyondLimit = beyondLimit
    self.flat = flat
    self.largestHidden = largestHidden
    regions = grid.clusters
    while regions.count > Self.mostRegions {
      grid = grid.coarser
      regions = grid.clusters
    }
  }
}

/// Counts of differing pixels in square cells, joined to clusters where cells touch.
private struct CellGrid {
  private let bounds: PixelRect
  private let side: Int
  private let columns: Int
  private let rows: Int
  private var cells: [Cell]

  /// Numbers of half the size, since a large picture has a million cells.
  private struct Cell {
    var count: Int32 = 0
    var failing: Int32 = 0
    var largest: Int32 = 0
    var minX = Int32.max
    var minY = Int32.max
    var maxX = Int32.min
    var maxY = Int32.min

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
    let (x, y) = (Int32(clamping: x), Int32(clamping: y))
    cells[index].join(
      Cell(
        count: 1, failing: fails ? 1 : 0, largest: Int32(clamping: step), minX: x, minY: y,
        maxX: x, maxY: y))
  }

  /// The same pixels in cells of twice the side.
  var coarser: CellGrid {
    var result = CellGrid(bounds: bounds, side: side * 2)
    for row in 0..<rows {
      for column in 0..<columns {
        result.cells[row / 2 * result.columns + column / 2].join(cells[row * columns + column])
      }
    }
    return result
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
            x: Int(sum.minX), y: Int(sum.minY), width: Int(sum.maxX - sum.minX) + 1,
            height: Int(sum.maxY - sum.minY) + 1),
          count: Int(sum.count), failing: Int(sum.failing), largest: Int(sum.largest)))
    }
    return result.sorted { ($0.bounds.y, $0.bounds.x) < ($1.bounds.y, $1.bounds.x) }
  }
}
