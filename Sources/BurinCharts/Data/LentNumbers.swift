/// The numbers that a stored property of an array's elements are.
final class LentNumbers: @unchecked Sendable {
  // Not checked, because the closure may keep anything. It keeps an array that nobody changes while
  // it is kept, of elements that are nothing but bits, which are read and given up on any thread.
  let count: Int
  private let read: ((UnsafeRawBufferPointer) -> Void) -> Void
  private let offset: Int
  private let stride: Int

  /// Fewer elements are sooner copied than read where they lie.
  private static let leastCount = 65_536

  /// Borrows numbers.
  ///
  /// - Parameters:
  ///   - elements: the elements.
  ///   - offset: where a number of type `Double` lies in an element, in bytes.
  /// - Returns: nil for few elements, and for elements that hold references.
  init?<Element>(_ elements: [Element], offset: Int) {
    guard elements.count >= Self.leastCount, _isPOD(Element.self) else { return nil }
    count = elements.count
    self.offset = offset
    stride = MemoryLayout<Element>.stride
    read = { elements.withUnsafeBytes($0) }
  }

  subscript(row: Int) -> Double {
    precondition(row >= 0 && row < count)
    var result = 0.0
    read { result = $0.load(fromByteOffset: row * stride + offset, as: Double.self) }
    return result
  }

  /// The least and greatest of neighbours; nil where one is not finite.
  func finiteRange(_ rows: Range<Int>) -> ClosedRange<Double>? {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= count)
    var result: ClosedRange<Double>?
    read { bytes in
      guard let first = bytes.baseAddress, !rows.isEmpty else { return }
      result = Self.finiteRange(first + offset + rows.lowerBound * stride, rows.count, stride)
    }
    return result
  }

  /// The least and greatest of numbers at equal distances; nil where one is not finite.
  static func finiteRange(
    _ first: UnsafeRawPointer, _ count: Int, _ stride: Int
  ) -> ClosedRange<Double>? {
    var (low, high, rest) = (Double.infinity, -Double.infinity, 0.0)
    var next = first
    for _ in 0..<count {
      let value = next.load(as: Double.self)
      if value < low { low = value }
      if value > high { high = value }
      // Zero for numbers, NaN for what is none.
      rest += value * 0
      next += stride
    }
    return rest == 0 && low <= high ? low...high : nil
  }

  /// The numbers of neighbours.
  func values(in rows: Range<Int>) -> [Double] {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= count)
    return [Double](unsafeUninitializedCapacity: rows.count) { buffer, count in
      read { bytes in
        guard var next = bytes.baseAddress else { return }
        next += offset + rows.lowerBound * stride
        for index in 0..<rows.count {
          buffer[index] = next.load(as: Double.self)
          next += stride
        }
      }
      count = rows.count
    }
  }
}
