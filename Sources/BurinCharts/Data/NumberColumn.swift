/// The numbers of rows: an array, or a property of the elements of a caller's array, which is read
/// where it lies.
///
/// A column that is changed becomes an array of its own.
struct NumberColumn: Sendable {
  /// What is known of the least and the greatest number.
  private enum Extent {
    case unknown
    case finite(ClosedRange<Double>)
    case notFinite
  }

  private var values: [Double]
  private var lent: LentNumbers?
  /// Of all numbers, where it was asked for when the column was made.
  private var extent = Extent.unknown

  /// Makes a column of an array.
  init(_ values: [Double] = []) { self.values = values }

  /// Makes a column of numbers that lie in a caller's array.
  init(_ lent: LentNumbers) {
    values = []
    self.lent = lent
  }

  /// Finds the least and the greatest number, which later calls of `finiteRange` return.
  mutating func findExtent() {
    extent = finiteRange(0..<count).map { .finite($0) } ?? .notFinite
  }

  /// The numbers as an array, which may be a copy.
  var array: [Double] { lent.map { $0.values(in: 0..<$0.count) } ?? values }

  /// The numbers of neighbours.
  func values(in rows: Range<Int>) -> [Double] {
    if let lent { return lent.values(in: rows) }
    return rows == values.indices ? values : Array(values[rows])
  }

  /// Whether both columns are the same numbers at the same place in memory.
  func isIdentical(to other: NumberColumn) -> Bool {
    if lent != nil || other.lent != nil { return lent === other.lent }
    return values.count == other.values.count
      && values.withUnsafeBufferPointer { own in
        other.values.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress }
      }
  }

  /// The least and greatest of some numbers; nil where one is not finite.
  func finiteRange(_ rows: Range<Int>) -> ClosedRange<Double>? {
    guard !rows.isEmpty else { return nil }
    if rows == 0..<count {
      switch extent {
      case .unknown: break
      case .finite(let range): return range
      case .notFinite: return nil
      }
    }
    if let lent { return lent.finiteRange(rows) }
    return values[rows].withUnsafeBytes { bytes in
      bytes.baseAddress.flatMap {
        LentNumbers.finiteRange($0, rows.count, MemoryLayout<Double>.stride)
      }
    }
  }

  private mutating func makeOwn() {
    extent = .unknown
    guard lent != nil else { return }
    values = array
    lent = nil
  }

  /// Adds a number.
  mutating func append(_ value: Double) {
    makeOwn()
    values.append(value)
  }

  /// Adds numbers.
  mutating func append(contentsOf more: some Sequence<Double>) {
    makeOwn()
    values.append(contentsOf: more)
  }
}

extension NumberColumn: RandomAccessCollection {
  /// The first row.
  var startIndex: Int { 0 }
  /// The number of rows.
  var endIndex: Int { lent?.count ?? values.count }

  /// The number of a row.
  subscript(row: Int) -> Double {
    get { lent.map { $0[row] } ?? values[row] }
    set {
      makeOwn()
      values[row] = newValue
    }
  }
}

extension NumberColumn: Equatable {
  /// Whether both columns have the same numbers; NaN is like no number.
  static func == (a: NumberColumn, b: NumberColumn) -> Bool {
    a.count == b.count && (a.isIdentical(to: b) || a.elementsEqual(b))
  }
}
