#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A line on the terminal that counts what is done; silent where standard error is no terminal.
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
