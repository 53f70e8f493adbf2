#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard output, unbuffered.
package enum StandardOutput {
  /// Writes a line.
  ///
  /// - Throws: ``CommandFailure`` if the line cannot be written, as on a full disk.
  package static func print(_ line: String) throws {
    let number = writeAll(line + "\n", to: STDOUT_FILENO)
    guard number == 0 else {
      throw CommandFailure(
        "standard output cannot be written: \(String(cString: strerror(number)))")
    }
  }
}

/// Standard error, unbuffered.
package enum StandardError {
  /// Writes a line.
  package static func print(_ line: String) { write(line + "\n") }

  /// Writes text; failures are ignored, because there is nowhere to report them.
  package static func write(_ text: String) { _ = writeAll(text, to: STDERR_FILENO) }
}

/// Writes a text as a whole; returns 0 or the value of `errno`.
private func writeAll(_ text: String, to descriptor: Int32) -> Int32 {
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 {
      if errno == EINTR { continue }
      return errno
    }
    bytes = bytes.dropFirst(count)
  }
  return 0
}
