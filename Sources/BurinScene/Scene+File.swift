extension Scene {
  /// The scene's text form as a file, whose second line is the number of lines that follow.
  ///
  /// ```
  /// scene 800×450 #ffffff en
  /// lines 213
  /// title "Rainfall"
  /// ```
  ///
  /// Every line has its end, so that a file that was cut anywhere is refused by ``init(text:)``,
  /// which also reads text without such a line.
  public var fileText: String {
    let bytes = Array(text.utf8)
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return text }
    let rest = bytes[(end + 1)...]
    let count = rest.count { $0 == UInt8(ascii: "\n") }
    return String(decoding: bytes[...end], as: UTF8.self) + "lines \(count)\n"
      + String(decoding: rest, as: UTF8.self)
  }
}
