#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file descriptor that is closed when the last reference is released.
final class OpenFile {
  private(set) var descriptor: Int32

  enum ReadFailure: Error {
    case beyondLimit
    case system(Int32)
  }

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    _ = finish()
  }

  /// Closes the file; returns 0 or the value of `errno`.
  func finish() -> Int32 {
    guard descriptor >= 0 else { return 0 }
    let status = close(descriptor)
    descriptor = -1
    return status == 0 ? 0 : errno
  }

  /// Writes all bytes; returns 0 or the value of `errno`.
  func append(_ bytes: [UInt8]) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[offset...])
        let count = write(descriptor, rest.baseAddress, rest.count)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        offset += count
      }
      return 0
    }
  }

  /// Reads to the end of the file, which is expected to have `expected` bytes.
  func contents(expected: Int, limit: Int) throws(ReadFailure) -> [UInt8] {
    // One byte more than expected, so that the end is detected without another buffer.
    var bytes = try piece(upTo: expected + 1)
    while bytes.count > expected {
      if bytes.count > limit { throw .beyondLimit }
      let more = try piece(upTo: 64 * 1024)
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  /// Reads `capacity` bytes, or fewer at the end of the file.
  private func piece(upTo capacity: Int) throws(ReadFailure) -> [UInt8] {
    var number: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
      while filled < capacity {
        let rest = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
        let count = read(descriptor, rest.baseAddress, rest.count)
        if count < 0 {
          if errno == EINTR { continue }
          number = errno
          return
        }
        if count == 0 { return }
        filled += count
      }
    }
    if number != 0 { throw .system(number) }
    return bytes
  }
}
