import BurinGeometry

/// Reads the words of one line of a scene's text form.
struct LineReader {
  private let bytes: ArraySlice<UInt8>
  private let line: Int
  private(set) var position: Int

  init(_ bytes: ArraySlice<UInt8>, line: Int) {
    self.bytes = bytes
    self.line = line
    position = bytes.startIndex
  }

  /// An error at the place reached, or so many bytes before it.
  func error(_ reason: String, before count: Int = 0) -> SceneTextError {
    SceneTextError(line: line, column: position - count - bytes.startIndex + 1, reason: reason)
  }

  /// The number of spaces that the line begins with.
  var indent: Int { bytes.prefix { $0 == UInt8(ascii: " ") }.count }
  mutating func skipIndent() { position = bytes.startIndex + indent }

  var isAtEnd: Bool { position == bytes.endIndex }
  /// The number of bytes that are left.
  var remaining: Int { bytes.endIndex - position }

  func end() throws(SceneTextError) {
    guard isAtEnd else { throw error("the line should end here") }
  }
}

// Words
extension LineReader {
  /// The bytes up to the next space, which is passed over with one space behind it.
  mutating func token(_ wanted: String) throws(SceneTextError) -> ArraySlice<UInt8> {
    let word = bytes[position...].prefix { $0 != UInt8(ascii: " ") }
    guard !word.isEmpty else {
      throw error(isAtEnd ? "the line ends; \(wanted) is needed" : "\(wanted) is needed")
    }
    position = word.endIndex
    try passSpace()
    return word
  }

  /// Words are parted by one space, and none stands at the end.
  private mutating func passSpace() throws(SceneTextError) {
    guard !isAtEnd else { return }
    guard bytes[position] == UInt8(ascii: " "), position + 1 < bytes.endIndex else {
      throw error("a space and a word, or the end of the line, is needed")
    }
    position += 1
  }

  private func peek() -> ArraySlice<UInt8> {
    bytes[position...].prefix { $0 != UInt8(ascii: " ") }
  }

  mutating func word(_ wanted: String = "a word") throws(SceneTextError) -> String {
    String(decoding: try token(wanted), as: UTF8.self)
  }

  /// Passes over a given word if it comes next.
  mutating func take(_ word: String) throws(SceneTextError) -> Bool {
    guard peek().elementsEqual(word.utf8) else { return false }
    _ = try token(word)
    return true
  }

  mutating func expect(_ word: String) throws(SceneTextError) {
    guard try take(word) else { throw error("“\(word)” is needed") }
  }

  /// A name in quotation marks or without.
  mutating func name() throws(SceneTextError) -> String {
    peek().first == UInt8(ascii: "\"") ? try string() : try word("a name")
  }

  /// A text in quotation marks.
  mutating func string() throws(SceneTextError) -> String {
    guard peek().first == UInt8(ascii: "\"") else {
      throw error("a text in quotation marks is needed")
    }
    position += 1
    var result: [UInt8] = []
    while true {
      guard !isAtEnd else { throw error("the text lacks its closing quotation mark") }
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        try passSpace()
        guard let text = String(validating: result, as: UTF8.self) else {
          throw error("the text is not UTF-8")
        }
        return text
      case UInt8(ascii: "\\"): result += try escape()
      default: result.append(byte)
      }
    }
  }

  /// What stands behind a backslash: `"`, `\`, `n` or `u{…}`.
  private mutating func escape() throws(SceneTextError) -> [UInt8] {
    guard !isAtEnd else { throw error("the text lacks its closing quotation mark") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return [byte]
    case UInt8(ascii: "n"): return [UInt8(ascii: "\n")]
    case UInt8(ascii: "u"):
      let digits = bytes[position...].dropFirst().prefix { $0 != UInt8(ascii: "}") }.prefix(7)
      let close = digits.endIndex
      guard !isAtEnd, bytes[position] == UInt8(ascii: "{"), close < bytes.endIndex,
        bytes[close] == UInt8(ascii: "}"),
        let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      else { throw error("\\u needs the number of a character, as in \\u{9}") }
      position = close + 1
      return Array(String(Character(scalar)).utf8)
    default: throw error("only \\\", \\\\, \\n and \\u{…} are escapes", before: 1)
    }
  }
}

// Numbers and colours
extension LineReader {
  func number(
    _ text: some Sequence<UInt8>, before count: Int, _ wanted: String
  ) throws(SceneTextError) -> Double {
    let string = String(decoding: Array(text), as: UTF8.self)
    // What Swift prints for a number; hexadecimal numbers and long names are left out.
    let isPlain = string.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "+"), UInt8(ascii: "e"):
        true
      default: false
      }
    }
    guard isPlain || ["nan", "-nan", "inf", "-inf"].contains(string), let value = Double(string)
    else { throw error("“\(string)” is not a number; \(wanted) is needed", before: count) }
    return value
  }

  mutating func number(_ wanted: String = "a number") throws(SceneTextError) -> Double {
    let start = position
    let word = try token(wanted)
    return try number(word, before: position - start, wanted)
  }

  /// Numbers parted by commas.
  private mutating func numbers(_ wanted: String) throws(SceneTextError) -> [Double] {
    let start = position
    let word = try token(wanted)
    var values: [Double] = []
    for part in word.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      values.append(try number(part, before: position - start, wanted))
    }
    return values
  }

  mutating func point(
    _ wanted: String = "a point such as 10,20"
  ) throws(SceneTextError) -> Point {
    let start = position
    return try point(of: try token(wanted), before: position - start, wanted)
  }

  private func point(
    of word: ArraySlice<UInt8>, before count: Int, _ wanted: String = "a point such as 10,20"
  ) throws(SceneTextError) -> Point {
    let parts = word.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw error("\(wanted) is needed", before: count) }
    return Point(
      try number(parts[0], before: count, wanted), try number(parts[1], before: count, wanted))
  }

  /// Two numbers with a multiplication sign between them.
  mutating func size() throws(SceneTextError) -> (Double, Double) {
    let wanted = "a size such as 800×450"
    let start = position
    let word = try token(wanted)
    // U+00D7 in UTF-8
    guard let cross = word.firstIndex(of: 0xC3), cross + 1 < word.endIndex, word[cross + 1] == 0x97
    else { throw error("\(wanted) is needed", before: position - start) }
    return (
      try number(word[..<cross], before: position - start, wanted),
      try number(word[(cross + 2)...], before: position - start, wanted)
    )
  }

  mutating func color() throws(SceneTextError) -> RGBColor {
    let start = position
    let word = try token("a colour such as #1f6fb2")
    return try color(word, before: position - start)
  }

  func color(
    _ word: ArraySlice<UInt8>, before count: Int
  ) throws(SceneTextError) -> RGBColor {
    let digits = word.dropFirst()
    guard word.first == UInt8(ascii: "#"), digits.count == 6 || digits.count == 8,
      digits.allSatisfy({ Self.isHexDigit($0) }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw error("a colour such as #1f6fb2 or #1f6fb280 is needed", before: count) }
    guard digits.count == 8 else { return RGBColor(hex: value) }
    var color = RGBColor(hex: value >> 8)
    color.alpha = UInt8(truncatingIfNeeded: value)
    return color
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
    default: false
    }
  }
}

// Items
extension LineReader {
  mutating func group(_ role: Role) throws(SceneTextError) -> SceneGroup {
    var group = SceneGroup(role, items: [])
    if peek().first == UInt8(ascii: "\"") { group.name = try string() }
    if try take("transform") {
      let start = position
      let values = try numbers("six numbers a,b,c,d,tx,ty")
      guard values.count == 6 else {
        throw error("a transform has six numbers a,b,c,d,tx,ty", before: position - start)
      }
      group.transform = AffineTransform(
        a: values[0], b: values[1], c: values[2], d: values[3], tx: values[4], ty: values[5])
    }
    if try take("opacity") { group.opacity = try number() }
    if try take("blend") {
      let start = position
      guard let blend = BlendMode(rawValue: try word("a blend mode such as multiply")) else {
        throw error(
          "a blend mode is one of \(BlendMode.allCases.map(\.rawValue).joined(separator: ", "))",
          before: position - start)
      }
      group.blend = blend
    }
    if try take("label") { group.label = try string() }
    if try take("data") { group.dataLabel = try string() }
    if try take("clip") { group.clip = try steps() }
    try end()
    return group
  }

  mutating func path() throws(SceneTextError) -> PathItem {
    var item = PathItem(try steps())
    if try take("fill") { item.fill = try paint() }
    if try take("stroke") { item.stroke = try stroke() }
    try end()
    return item
  }

  mutating func run() throws(SceneTextError) -> GlyphRun {
    let text = try string()
    let font = FontID(try name())
    let size = try number("a font size")
    let color = try color()
    try expect("at")
    let start = try point()
    try expect("advance")
    let advance = try number("an advance")
    try expect("glyphs")
    var glyphs: [Glyph] = []
    while !isAtEnd { glyphs.append(try glyph(start)) }
    return GlyphRun(
      font: font, size: size, color: color, text: text, glyphs: glyphs, inkBounds: nil,
      advance: advance)
  }

  /// A glyph such as `17@6.7`, or `17@6.7/2.1` off the baseline.
  private mutating func glyph(_ start: Point) throws(SceneTextError) -> Glyph {
    let wanted = "a glyph such as 17@6.7"
    let place = position
    let word = try token(wanted)
    let parts = word.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    let digits = parts[0]
    guard parts.count == 2, !digits.isEmpty,
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let id = UInt32(String(decoding: digits, as: UTF8.self))
    else { throw error("\(wanted) is needed", before: position - place) }
    let offsets = parts[1].split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard offsets.count <= 2 else { throw error("\(wanted) is needed", before: position - place) }
    let dx = try number(offsets[0], before: position - place, wanted)
    let dy = offsets.count == 2 ? try number(offsets[1], before: position - place, wanted) : 0
    return Glyph(id: id, position: start + Vector(dx, dy), cluster: 0)
  }

  /// The most cells of an image, as many as a picture has pixels.
  private static let cellLimit = 1 << 26

  mutating func image() throws(SceneTextError) -> ImageItem {
    let place = position
    let (columns, rows) = try size()
    guard let columns = Int(exactly: columns), let rows = Int(exactly: rows), columns >= 0,
      rows >= 0
    else { throw error("columns and rows are whole numbers", before: position - place) }
    guard columns == 0 || rows <= Self.cellLimit / columns else {
      throw error(
        "an image has at most \(Self.cellLimit) cells", before: position - place)
    }
    try expect("at")
    let origin = try point()
    try expect("size")
    let (width, height) = try size()
    try expect("cells")
    var cells: [RGBColor] = []
    while !isAtEnd { cells.append(try color()) }
    return ImageItem(
      rect: Rect(x: origin.x, y: origin.y, width: width, height: height), columns: columns,
      rows: rows, cells: cells)
  }

  /// The steps of a path, up to another word.
  private mutating func steps() throws(SceneTextError) -> Path {
    var elements: [Path.Element] = []
    while let letter = peek().first {
      let isAlone = peek().count == 1
      switch letter {
      case UInt8(ascii: "M"): elements.append(.move(try stepPoint()))
      case UInt8(ascii: "L"): elements.append(.line(try stepPoint()))
      case UInt8(ascii: "C"):
        elements.append(.cubic(try stepPoint(), try point(), try point()))
      case UInt8(ascii: "Z") where isAlone:
        _ = try token("a step")
        elements.append(.close)
      default: return Path(elements: elements)
      }
    }
    return Path(elements: elements)
  }

  private mutating func stepPoint() throws(SceneTextError) -> Point {
    let place = position
    let word = try token("a step")
    return try point(of: word.dropFirst(), before: position - place)
  }

  private mutating func paint() throws(SceneTextError) -> Paint {
    if try take("gradient") {
      return .linearGradient(from: try point(), to: try point(), stops: try stops())
    }
    if try take("radial") {
      let center = try point()
      let (width, height) = try size()
      return .radialGradient(center: center, radii: Size(width, height), stops: try stops())
    }
    return .color(try color())
  }

  /// The stops of a gradient, up to another word.
  private mutating func stops() throws(SceneTextError) -> [GradientStop] {
    var stops: [GradientStop] = []
    while let colon = peek().firstIndex(of: UInt8(ascii: ":")) {
      let place = position
      let word = try token("a stop")
      stops.append(
        GradientStop(
          try number(word[..<colon], before: position - place, "a stop such as 0.5:#1f6fb2"),
          try color(word[(colon + 1)...], before: position - place)))
    }
    return stops
  }

  private mutating func stroke() throws(SceneTextError) -> Stroke {
    var stroke = Stroke(try paint(), width: try number("a line width"))
    if try take("cap") {
      guard let cap = Stroke.Cap(rawValue: try word()) else {
        throw error("a cap is butt, round or square")
      }
      stroke.cap = cap
    }
    if try take("join") {
      guard let join = Stroke.Join(rawValue: try word()) else {
        throw error("a join is miter, round or bevel")
      }
      stroke.join = join
    }
    if try take("dash") { stroke.dash = try numbers("lengths such as 4,3") }
    return stroke
  }
}
