import BurinRaster

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The pixels that are not the same in two bitmaps of one size.
struct DifferingPixels {
  let expected: Bitmap
  let actual: Bitmap
  /// The rows that hold such pixels, from the top.
  private let rows: [Int]

  /// Looks for rows that differ in bitmaps of one size.
  ///
  /// - Complexity: O(pixels), at the speed of `memcmp`.
  init(_ expected: Bitmap, _ actual: Bitmap) {
    self.expected = expected
    self.actual = actual
    let bytesPerRow = expected.bytesPerRow
    rows = expected.pixels.withUnsafeBytes { first in
      actual.pixels.withUnsafeBytes { second in
        guard let a = first.baseAddress, let b = second.baseAddress, a != b else { return [] }
        return (0..<expected.height).filter { y in
          memcmp(a + y * bytesPerRow, b + y * bytesPerRow, bytesPerRow) != 0
        }
      }
    }
  }

  /// Visits them row by row from the top, each with its two values.
  @inline(__always)
  func forEach(_ body: (_ x: Int, _ y: Int, _ before: UInt32, _ after: UInt32) -> Void) {
    let bytesPerRow = expected.bytesPerRow
    expected.pixels.withUnsafeBytes { first in
      actual.pixels.withUnsafeBytes { second in
        for y in rows {
          var offset = y * bytesPerRow
          let end = offset + bytesPerRow
          while offset < end {
            // Equal pixels are passed in pairs, since most of a row that differs is equal too.
            if offset + 8 <= end,
              first.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                == second.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            {
              offset += 8
              continue
            }
            let before = first.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
            let after = second.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
            if before != after { body((offset - y * bytesPerRow) / 4, y, before, after) }
            offset += 4
          }
        }
      }
    }
  }

  /// The largest difference of one channel between two pixels.
  @inline(__always)
  static func largestStep(_ before: UInt32, _ after: UInt32) -> Int {
    var step: UInt32 = 0
    for shift: UInt32 in [0, 8, 16, 24] {
      let (a, b) = (before >> shift & 255, after >> shift & 255)
      step = max(step, a > b ? a - b : b - a)
    }
    return Int(step)
  }
}
