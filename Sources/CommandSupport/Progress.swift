#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A progress line on the terminal; silent if standard error is not a terminal.
package struct Progress {
  package let total: Int
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var done = 0

  package init(total: Int) { self.total = total }

  package mutating func advance(_ name: String) {
    done += 1
    guard isTerminal else { return }
    StandardError.write("\r\u{1B}[K[\(done)/\(total)] \(name)")
  }

  package func finish() {
    if isTerminal, done > 0 { StandardError.write("\r\u{1B}[K") }
  }
}
