extension Text {
  /// The beginning of the first line, for messages.
  var brief: String {
    let line = plain.prefix { !$0.isNewline }
    let limit = 40
    return line.count <= limit && line.count == plain.count
      ? String(line) : String(line.prefix(limit)) + "…"
  }
}
