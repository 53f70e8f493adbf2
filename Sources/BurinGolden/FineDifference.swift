import BurinRaster

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Pixels that are equal in eight bits of premultiplied colour, and not in the files.
///
/// Such are samples of 16 bits, and the colours of translucent pixels.
public struct FineDifference: Sendable, Hashable {
  /// The number of pixels.
  public var count = 0
  /// The largest difference of one channel, of 65,535.
  public var largest = 0
  /// The smallest rectangle that holds them; nil where there are none.
  public var bounds: PixelRect?
  /// The number of fully transparent pixels of another colour, which nobody sees.
  public var unseenCount = 0

  /// Compares the pixels of two files of one size.
  init(_ expected: DeepPixels, _ actual: DeepPixels, besides bitmaps: (Bitmap, Bitmap)) {
    guard expected.width == actual.width, expected.height == actual.height else { return }
    let (width, rowBytes) = (expected.width, expected.width * 8)
    var columns = (first: Int.max, last: -1)
    var rows = (first: Int.max, last: -1)
    expected.samples.withUnsafeBytes { first in
      actual.samples.withUnsafeBytes { second in
        guard let a = first.baseAddress, let b = second.baseAddress else { return }
        for y in 0..<expected.height where memcmp(a + y * rowBytes, b + y * rowBytes, rowBytes) != 0
        {
          for x in 0..<width {
            let offset = y * rowBytes + x * 8
            let before = first.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let after = second.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            if before == after || !Self.isEqual(bitmaps, at: (y * width + x) * 4) { continue }
            let step = Self.step(before, after)
            guard let step else {
              unseenCount += 1
              continue
            }
            count += 1
            largest = max(largest, step)
            columns = (min(columns.first, x), max(columns.last, x))
            rows = (min(rows.first, y), y)
          }
        }
      }
    }
    if count > 0 {
      bounds = PixelRect(
        x: columns.first, y: rows.first, width: columns.last - columns.first + 1,
        height: rows.last - rows.first + 1)
    }
  }

  private static func isEqual(_ bitmaps: (Bitmap, Bitmap), at offset: Int) -> Bool {
    (0..<4).allSatisfy { bitmaps.0.pixels[offset + $0] == bitmaps.1.pixels[offset + $0] }
  }

  /// The largest difference of a channel; nil where both pixels are fully transparent.
  private static func step(_ before: UInt64, _ after: UInt64) -> Int? {
    func channels(_ pixel: UInt64) -> [Int] {
      withUnsafeBytes(of: pixel) { bytes in
        (0..<4).map { Int(bytes.load(fromByteOffset: $0 * 2, as: UInt16.self)) }
      }
    }
    let (a, b) = (channels(before), channels(after))
    if a[3] == 0, b[3] == 0 { return nil }
    return zip(a, b).map { abs($0 - $1) }.max()
  }
}

extension FineDifference: CustomStringConvertible {
  /// One line with the count, the place and the largest difference.
  public var description: String {
    let pixels = Count(count, "pixel differs", "pixels differ")
    let place = bounds.map { ", in \($0)" } ?? ""
    return
      "\(pixels) by less than eight bits of premultiplied colour show\(place), by at most \(largest) of 65535"
  }
}
