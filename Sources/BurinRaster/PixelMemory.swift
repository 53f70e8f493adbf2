import CPNG

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The pixels of one picture on its way into a file, all zero at first.
///
/// They come from the system and go back to it at once, because a heap keeps blocks of many
/// megabytes after they are freed. Where the system has large pages, most of the memory lies in
/// them, which saves the first touch of thousands of small ones.
package final class PixelMemory {
  package let width: Int
  package let height: Int
  /// The pixels: blue, green, red, alpha; rows from top to bottom, tightly packed.
  package let bytes: UnsafeMutableRawBufferPointer
  private let start: UnsafeMutableRawPointer
  private let length: Int

  /// The size of x86-64's and arm64's large pages.
  private static let largePage = 2 << 20

  /// Allocates the memory; nil if there isn't enough or a side isn't positive.
  package init?(width: Int, height: Int) {
    guard let count = Bitmap.byteCount(width: width, height: height),
      count <= Int.max - Self.largePage
    else { return nil }
    // One large page more, so that the pixels begin with one.
    let length = count < Self.largePage ? count : count + Self.largePage
    guard
      let start = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0),
      start != MAP_FAILED
    else { return nil }
    var first = start
    if length > count {
      let address = Int(bitPattern: start)
      first += (Self.largePage - address % Self.largePage) % Self.largePage
      #if os(Linux)
        // Only an advice: without large pages, small ones do.
        _ = madvise(first, count / Self.largePage * Self.largePage, MADV_HUGEPAGE)
      #endif
    }
    self.width = width
    self.height = height
    self.start = start
    self.length = length
    bytes = UnsafeMutableRawBufferPointer(start: first, count: count)
  }

  deinit { munmap(start, length) }

  package var bytesPerRow: Int { width * 4 }

  /// Whether every pixel's alpha is 255.
  package var isOpaque: Bool {
    guard let base = bytes.baseAddress else { return true }
    return cpng_is_opaque(
      base.assumingMemoryBound(to: UInt8.self), width, height, bytesPerRow)
  }
}
