/// What becomes of the values of a matrix that has more cells than a picture has pixels.
public enum FieldReduction: Hashable, Sendable {
  /// Their mean by area; values that are not finite are left out.
  case area
  /// The greatest of them, so that no peak is lost.
  case maximum
  /// Nothing: the matrix was reduced elsewhere and is shown cell for cell.
  case none
}

/// A matrix of values over a rectangle of x and y.
///
/// ```swift
/// HeatmapMark(FieldMatrix(x: 0...1, y: 0...1, columns: 4_000, values: elevations), reduction: .area)
/// ```
///
/// Values are kept once, however often the matrix is copied.
public struct FieldMatrix: Hashable, Sendable {
  /// The stretch of the horizontal axis.
  public let x: ClosedRange<Double>
  /// The stretch of the vertical axis.
  public let y: ClosedRange<Double>
  /// The number of cells across.
  public let columns: Int
  /// The number of cells upwards.
  public var rows: Int { columns > 0 ? storage.values.count / columns : 0 }
  /// The values, row by row, the first row at the lower end of y; not finite for clear cells.
  public var values: [Double] { storage.values }
  private let storage: Storage

  /// The values, equal where they are the same ones: a million of them are not compared.
  private final class Storage: Hashable, Sendable {
    let values: [Double]
    init(_ values: [Double]) { self.values = values }
    static func == (a: Storage, b: Storage) -> Bool { a === b }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
  }

  /// Creates a matrix.
  ///
  /// - Parameters:
  ///   - x: the stretch of the horizontal axis.
  ///   - y: the stretch of the vertical axis.
  ///   - columns: the number of cells across.
  ///   - values: the values, row by row, the first row at the lower end of y. A chart throws where
  ///     they are no whole rows.
  public init(x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int, values: [Double]) {
    (self.x, self.y, self.columns) = (x, y, columns)
    storage = Storage(values)
  }

  /// Why the values make no matrix; nil where they do.
  var fault: String? {
    if columns < 1 { return "a matrix has \(columns) columns; it needs at least 1" }
    guard !values.isEmpty, values.count.isMultiple(of: columns) else {
      return "\(values.count) values are no whole rows of \(columns) columns"
    }
    return nil
  }

  /// The cells of a coarser matrix, row by row from the top.
  ///
  /// - Parameters:
  ///   - reduction: what becomes of the values of a cell.
  ///   - across: the bounds of the coarser columns, in columns of the matrix.
  ///   - up: the bounds of the coarser rows, in rows of the matrix, from the lower end of y.
  func cells(_ reduction: FieldReduction, across: [Double], up: [Double]) -> [Double] {
    let (width, height) = (across.count - 1, up.count - 1)
    let isMean = reduction != .maximum
    var sums = [Double](repeating: isMean ? 0 : -.infinity, count: width * height)
    var weights = [Double](repeating: 0, count: isMean ? width * height : 0)
    let spans = (0..<width).map { Self.cells(across[$0], across[$0 + 1], columns) }
    storage.values.withUnsafeBufferPointer { values in
      for row in 0..<height {
        let base = (height - 1 - row) * width
        for (line, share) in Self.cells(up[row], up[row + 1], rows) {
          let start = line * columns
          for column in 0..<width {
            var (sum, weight) = (isMean ? sums[base + column] : 0, 0.0)
            var greatest = isMean ? 0 : sums[base + column]
            for (cell, part) in spans[column] {
              let value = values[start + cell]
              guard value.isFinite else { continue }
              if isMean {
                sum += value * part * share
                weight += part * share
              } else if value > greatest {
                greatest = value
              }
            }
            sums[base + column] = isMean ? sum : greatest
            if isMean { weights[base + column] += weight }
          }
        }
      }
    }
    guard isMean else { return sums.map { $0 == -.infinity ? .nan : $0 } }
    return zip(sums, weights).map { $1 > 0 ? $0 / $1 : .nan }
  }

  /// The cells that a stretch covers, each with its share.
  private static func cells(_ a: Double, _ b: Double, _ count: Int) -> [(cell: Int, share: Double)]
  {
    let (low, high) = (max(0, min(a, b)), min(Double(count), max(a, b)))
    guard low < high else { return [] }
    return (Int(low)..<min(count, Int(high.rounded(.up)))).compactMap { cell in
      let share = min(high, Double(cell + 1)) - max(low, Double(cell))
      return share > 1e-9 ? (cell, share) : nil
    }
  }
}

/// How many points lie in each cell of a rectangle, counted one by one.
///
/// ```swift
/// var counts = PointCounts(x: -4...4, y: -4...4, columns: 400, rows: 400)
/// for point in points { counts.add(x: point.x, y: point.y) }   // any number of them
/// Chart { HeatmapMark(counts.matrix { log10($0) }, reduction: .none) }
/// ```
public struct PointCounts: Hashable, Sendable {
  /// The stretch of the horizontal axis.
  public let x: ClosedRange<Double>
  /// The stretch of the vertical axis.
  public let y: ClosedRange<Double>
  /// The number of cells across.
  public let columns: Int
  /// The number of cells upwards.
  public let rows: Int
  /// The counts, row by row, the first row at the lower end of y.
  public private(set) var counts: [Int]
  /// How many points lie beyond the rectangle, or are no points.
  public private(set) var outside = 0

  /// Creates counts of nothing.
  ///
  /// - Parameters:
  ///   - x: the stretch of the horizontal axis.
  ///   - y: the stretch of the vertical axis.
  ///   - columns: the number of cells across, 1…10,000.
  ///   - rows: the number of cells upwards, 1…10,000.
  public init(x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int, rows: Int) {
    (self.x, self.y) = (x, y)
    self.columns = min(max(1, columns), 10_000)
    self.rows = min(max(1, rows), 10_000)
    counts = Array(repeating: 0, count: self.columns * self.rows)
  }

  /// Counts a point; one at the upper end of a stretch belongs to the last cell.
  public mutating func add(x: Double, y: Double, count: Int = 1) {
    guard self.x.contains(x), self.y.contains(y),
      let column = Self.cell(x, self.x, columns), let row = Self.cell(y, self.y, rows)
    else {
      outside += count
      return
    }
    counts[row * columns + column] += count
  }

  /// Adds a count of a cell, such as a database gives; one beyond the cells counts as outside.
  public mutating func add(count: Int, column: Int, row: Int) {
    guard (0..<columns).contains(column), (0..<rows).contains(row) else {
      outside += count
      return
    }
    counts[row * columns + column] += count
  }

  private static func cell(_ value: Double, _ range: ClosedRange<Double>, _ count: Int) -> Int? {
    let span = range.upperBound - range.lowerBound
    guard span > 0, span.isFinite else { return nil }
    return min(count - 1, Int((value - range.lowerBound) / span * Double(count)))
  }

  /// Returns a function of the counts as a matrix; cells without points are clear.
  public func matrix(_ value: (Double) -> Double = { $0 }) -> FieldMatrix {
    FieldMatrix(
      x: x, y: y, columns: columns, values: counts.map { $0 == 0 ? .nan : value(Double($0)) })
  }
}
