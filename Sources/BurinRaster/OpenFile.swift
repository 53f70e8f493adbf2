#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file descriptor that is closed when the last reference goes.
final class OpenFile {
  private(set) var descriptor: Int32

  enum Failure: Error {
    case tooLarge
    case system(Int32)
  }

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    _ = close()
  }

  /// Returns 0 or the value of `errno`.
  func close() -> Int32 {
    guard descriptor >= 0 else { return 0 }
    #if canImport(Glibc)
      let status = Glibc.close(descriptor)
    #elseif canImport(Musl)
      let status = Musl.close(descriptor)
    #elseif canImport(Darwin)
      let status = Darwin.close(descriptor)
    #endif
    descriptor = -1
    return status == 0 ? 0 : errno
  }

  /// Writes all bytes; returns 0 or the value of `errno`.
  func write(_ bytes: [UInt8]) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        #if canImport(Glibc)
          let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        #elseif canImport(Musl)
          let count = Musl.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        #elseif canImport(Darwin)
          let count = Darwin.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        #endif
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        rest = rest.dropFirst(count)
      }
      return 0
    }
  }
}
