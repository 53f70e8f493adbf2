#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A line on the terminal that counts what is done; silent where standard error is no terminal.
struct Progress {
  let total: Int
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var done = 0

  init(total: Int) { self.total = total }

  mutating func advance(_ name: String) {
    done += 1
    guard isTerminal else { return }
    StandardError.write("\r\u{1B}[K[\(done)/\(total)] \(name)")
  }

  func finish() {
    if isTerminal, done > 0 { StandardError.write("\r\u{1B}[K") }
  }
}

/// Standard error, unbuffered.
enum StandardError {
  /// Writes a line.
  static func print(_ line: String) { write(line + "\n") }

  /// Writes text.
  static func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      #if canImport(Darwin)
        let count = bytes.withUnsafeBytes { Darwin.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      #elseif canImport(Musl)
        let count = bytes.withUnsafeBytes { Musl.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      #else
        let count = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      #endif
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
