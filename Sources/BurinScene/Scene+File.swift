extension Scene {
  /// The scene's text form as a file, which begins with the number of its lines.
  ///
  /// ```
  /// lines 214
  /// scene 800×450 #ffffff en
  /// ```
  ///
  /// Every line has its end, so that a file that was cut anywhere is refused by ``init(text:)``,
  /// which also reads text without such a line.
  public var fileText: String {
    let text = text
    return "lines \(text.utf8.count { $0 == UInt8(ascii: "\n") })\n" + text
  }
}
