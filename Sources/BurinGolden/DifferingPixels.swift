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
  private let expected: Bitmap
  private let actual: Bitmap

  /// Bitmaps of one size.
  init(_ expected: Bitmap, _ actual: Bitmap) {
    self.expected = expected
    self.actual = actual
  }

  /// Visits them row by row from the top, each with its two values.
  ///
  /// - Complexity: O(pixels); equal rows take the time of `memcmp`.
  @inline(__always)
  func forEach(_ body: (_ x: Int, _ y: Int, _ before: UInt32, _ after: UInt32) -> Void) {
    let bytesPerRow = expected.bytesPerRow
    expected.pixels.withUnsafeBytes { first in
      actual.pixels.withUnsafeBytes { second in
        guard let a = first.baseAddress, let b = second.baseAddress else { return }
        for y in 0..<expected.height {
          let (before, after) = (a + y * bytesPerRow, b + y * bytesPerRow)
          if memcmp(before, after, bytesPerRow) == 0 { continue }
          var offset = 0
          while offset < bytesPerRow {
            // Equal pixels are passed in pairs, since most of a row that differs is equal too.
            if offset + 8 <= bytesPerRow,
              before.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                == after.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            {
              offset += 8
              continue
            }
            let pixel = before.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
            let other = after.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
            if pixel != other { body(offset / 4, y, pixel, other) }
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
