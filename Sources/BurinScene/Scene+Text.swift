import BurinGeometry

extension Scene {
  /// Reads the text form that ``text`` and ``fileText`` write; line ends may be CR LF.
  ///
  /// ```swift
  /// try Scene(text: scene.text).text == scene.text  // true
  /// ```
  ///
  /// The text form holds all that is drawn, in thousandths of a point. It holds no outline bounds
  /// of glyph runs, which are nil, and no clusters, which are 0.
  ///
  /// - Throws: ``SceneTextError`` with the line and what would be right.
  /// - Complexity: O(length of the text).
  public init(text: String) throws(SceneTextError) {
    var parser = SceneParser(text: text)
    self = try parser.scene()
  }
}

/// Reads a scene line by line; a line's indentation is its depth.
struct SceneParser {
  private var lines: [(number: Int, bytes: ArraySlice<UInt8>)] = []
  private var next = 0
  /// Whether the last line has its end.
  private let endsWithLine: Bool

  /// The deepest nesting of groups that is read.
  static let depthLimit = 200

  init(text: String) {
    let bytes = Array(text.utf8)
    var start = 0
    var number = 1
    while let index = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      // Texts hold no carriage return, so one before the line's end belongs to it.
      let hasReturn = index > start && bytes[index - 1] == UInt8(ascii: "\r")
      lines.append((number, bytes[start..<(hasReturn ? index - 1 : index)]))
      start = index + 1
      number += 1
    }
    endsWithLine = start == bytes.count
    if start < bytes.count { lines.append((number, bytes[start...])) }
  }

  /// Holds the text against the number of lines that a file has; text without it is as good.
  private mutating func checkLength() throws(SceneTextError) {
    guard next < lines.count else { return }
    var reader = LineReader(lines[next].bytes, line: lines[next].number)
    guard try reader.take("lines") else { return }
    next += 1
    let word = try reader.word("a number of lines")
    try reader.end()
    // A last line without its end was cut.
    let found = lines.count - next - (endsWithLine ? 0 : 1)
    guard word == "\(found)" else {
      throw SceneTextError(
        line: lines.count, column: 1,
        reason:
          "\(word) lines should follow the second one, and \(found) do; take the file from version control again, or record it again"
      )
    }
  }

  mutating func scene() throws(SceneTextError) -> Scene {
    var head = try line(beginning: "scene")
    let (width, height) = try head.size()
    let background = try head.color()
    let language = head.isAtEnd ? "" : try head.name()
    try head.end()
    try checkLength()
    var titleLine = try line(beginning: "title")
    let title = try titleLine.string()
    try titleLine.end()
    var altLine = try line(beginning: "alt")
    let altText = try altLine.string()
    try altLine.end()
    return Scene(
      size: Size(width, height), background: background, title: title, altText: altText,
      language: language, fontFamilies: try fontFamilies(), items: try items(depth: 0))
  }

  /// The families where a line names them, and the standard ones otherwise.
  private mutating func fontFamilies() throws(SceneTextError) -> FontFamilies {
    guard next < lines.count else { return .standard }
    var reader = LineReader(lines[next].bytes, line: lines[next].number)
    guard try reader.take("fonts") else { return .standard }
    next += 1
    var text: [String] = []
    while try !reader.take("math") {
      guard !reader.isAtEnd else { throw reader.error("“math” and a family are needed") }
      text.append(try reader.string())
    }
    let math = try reader.string()
    var fallbacks: [String] = []
    if try reader.take("fallbacks") {
      repeat { fallbacks.append(try reader.string()) } while !reader.isAtEnd
    }
    try reader.end()
    return FontFamilies(text: text, math: math, fallbacks: fallbacks)
  }

  private mutating func line(beginning word: String) throws(SceneTextError) -> LineReader {
    guard next < lines.count else {
      throw SceneTextError(
        line: lines.last.map { $0.number + 1 } ?? 1, column: 1,
        reason: "the text ends; a line that begins with “\(word)” is needed")
    }
    var reader = LineReader(lines[next].bytes, line: lines[next].number)
    next += 1
    try reader.expect(word)
    return reader
  }

  /// The items of one depth, up to a line of a lesser one.
  private mutating func items(depth: Int) throws(SceneTextError) -> [SceneItem] {
    var items: [SceneItem] = []
    while next < lines.count {
      var reader = LineReader(lines[next].bytes, line: lines[next].number)
      let indent = reader.indent
      if indent < 2 * depth { break }
      guard indent == 2 * depth else {
        throw reader.error("the line is indented by \(indent) spaces; here \(2 * depth) are needed")
      }
      guard depth < Self.depthLimit else {
        throw reader.error("groups are nested more than \(Self.depthLimit) deep")
      }
      reader.skipIndent()
      next += 1
      let word = try reader.word()
      switch word {
      case "path": items.append(.path(try reader.path()))
      case "run": items.append(.glyphs(try reader.run()))
      case "image": items.append(.image(try reader.image()))
      case "points": items.append(.points(try reader.points()))
      case "rects": items.append(.rects(try reader.rects()))
      case "sectors": items.append(.sectors(try reader.sectors()))
      default:
        guard let role = Role(rawValue: word) else {
          throw reader.error(
            "“\(word)” is neither a role nor path, run, image, points, rects or sectors",
            before: word.utf8.count)
        }
        var group = try reader.group(role)
        group.items = try self.items(depth: depth + 1)
        items.append(.group(group))
      }
    }
    return items
  }
}
