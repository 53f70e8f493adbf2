#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Text for a terminal.
package enum TerminalText {
  /// Returns the text without control characters of terminals, such as those in a file's name.
  package static func safe(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control
      // Overrides of direction would show a line in another order than it has.
      let isOverride =
        (0x202A...0x202E).contains(scalar.value)
        || (0x2066...0x2069).contains(scalar.value)
      result.unicodeScalars.append(isControl || isOverride ? "\u{FFFD}" : scalar)
    }
    return result
  }

  /// Whether standard output is a terminal that shows colours, and colours aren't disabled.
  package static var isColored: Bool {
    isatty(STDOUT_FILENO) == 1 && variable("NO_COLOR") == nil && variable("TERM") != "dumb"
  }

  /// Returns a variable of the environment; nil if it is empty.
  package static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
