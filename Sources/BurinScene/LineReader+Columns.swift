import BurinGeometry

/// Reads items of columns.
extension LineReader {
  mutating func points() throws(SceneTextError) -> PointsItem {
    let count = try rowCount(columns: 2)
    let symbol = try column(count, "a symbol such as circle") {
      (reader, part, before) throws(SceneTextError) in try reader.symbol(part, before: before)
    }
    try expect("size")
    let diameter = try column(count, "a diameter") {
      (reader, part, before) throws(SceneTextError) in
      try reader.number(part, before: before, "a diameter")
    }
    try expect("color")
    let color = try colors(count)
    let x = try coordinates("x", count)
    let y = try coordinates("y", count)
    try end()
    return PointsItem(x: x, y: y, symbol: symbol, diameter: diameter, color: color)
  }

  mutating func rects() throws(SceneTextError) -> RectsItem {
    let count = try rowCount(columns: 4)
    var (radius, corners) = (0.0, SceneColumn<Path.Corners>.constant(.all))
    if try take("radius") {
      radius = try number("a radius")
      try expect("corners")
      corners = try column(count, "corners from 0 to 15") {
        (reader, part, before) throws(SceneTextError) in
        guard let bits = Int(String(decoding: part, as: UTF8.self)), (0...15).contains(bits) else {
          throw reader.error("corners from 0 to 15 are needed", before: before)
        }
        return Path.Corners(rawValue: bits)
      }
    }
    try expect("color")
    let color = try colors(count)
    let left = try coordinates("left", count)
    let top = try coordinates("top", count)
    let right = try coordinates("right", count)
    let bottom = try coordinates("bottom", count)
    try end()
    return RectsItem(
      minX: left, minY: top, maxX: right, maxY: bottom, color: color, cornerRadius: radius,
      corners: corners)
  }

  mutating func sectors() throws(SceneTextError) -> SectorsItem {
    let count = try rowCount(columns: 2)
    try expect("at")
    let center = try point()
    func lengths(_ name: String) throws(SceneTextError) -> SceneColumn<Double> {
      try expect(name)
      return try column(count, "a distance") {
        (reader, part, before) throws(SceneTextError) in
        try reader.number(part, before: before, "a distance")
      }
    }
    let inner = try lengths("inner")
    let outer = try lengths("outer")
    let inset = try take("inset") ? try number("an inset") : 0
    let radius = try take("radius") ? try number("a radius") : 0
    try expect("color")
    let color = try colors(count)
    let from = try coordinates("start", count)
    let to = try coordinates("end", count)
    try end()
    return SectorsItem(
      center: center, start: from, end: to, inner: inner, outer: outer, color: color,
      inset: inset, cornerRadius: radius)
  }

  /// The number of rows, which can be no more than the line has room to write the coordinates of.
  private mutating func rowCount(columns: Int) throws(SceneTextError) -> Int {
    let place = position
    let word = try word("a number of rows")
    guard let count = Int(word), count >= 0, String(count) == word else {
      throw error("a number of rows is needed", before: position - place)
    }
    // A digit and a comma or space for each.
    guard count <= remaining / (2 * columns) else {
      throw error("the line is too short for \(count) rows", before: position - place)
    }
    return count
  }

  private mutating func colors(_ count: Int) throws(SceneTextError) -> SceneColumn<RGBColor> {
    try column(count, "a colour such as #1f6fb2") { (reader, part, before) throws(SceneTextError) in
      try reader.color(part, before: before)
    }
  }

  /// A value for all rows, or values with their counts that come to the number of rows.
  private mutating func column<Value>(
    _ count: Int, _ wanted: String,
    _ read: (LineReader, ArraySlice<UInt8>, Int) throws(SceneTextError) -> Value
  ) throws(SceneTextError) -> SceneColumn<Value> {
    let start = position
    let word = try token(wanted)
    let before = position - start
    let isConstant = !word.contains(UInt8(ascii: ",")) && Self.cross(in: word) == nil
    if count == 0, word.elementsEqual("-".utf8) { return .values([]) }
    if isConstant { return .constant(try read(self, word, before)) }
    var values: [Value] = []
    values.reserveCapacity(count)
    var rest = word
    while !rest.isEmpty {
      let part = rest.prefix { $0 != UInt8(ascii: ",") }
      rest = rest[part.endIndex...].dropFirst()
      if rest.isEmpty, part.endIndex < word.endIndex {
        throw error("\(wanted) is needed", before: before)
      }
      var (value, times) = (part, 1)
      if let cross = Self.cross(in: part) {
        value = part[..<cross]
        guard let number = Int(String(decoding: part[(cross + 2)...], as: UTF8.self)), number > 0
        else { throw error("a number of rows is needed", before: before) }
        times = number
      }
      guard times <= count - values.count else {
        throw error("there are more values than rows, of which there are \(count)", before: before)
      }
      values.append(contentsOf: repeatElement(try read(self, value, before), count: times))
    }
    guard values.count == count else {
      throw error("there are \(values.count) values for \(count) rows", before: before)
    }
    return .values(values)
  }

  /// Where a multiplication sign, U+00D7 in UTF-8, stands.
  private static func cross(in word: ArraySlice<UInt8>) -> Int? {
    word.firstIndex(of: 0xC3).flatMap { index in
      index + 1 < word.endIndex && word[index + 1] == 0x97 ? index : nil
    }
  }

  private func symbol(
    _ part: ArraySlice<UInt8>, before: Int
  ) throws(SceneTextError) -> PointSymbol {
    let parts = part.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let name = String(decoding: parts[0], as: UTF8.self)
    let isRing = name == "ring"
    guard parts.count == 1 || isRing, parts.count <= 3 else {
      throw error("“\(name)” has no numbers", before: before)
    }
    switch name {
    case "circle": return .circle
    case "square": return .square
    case "diamond": return .diamond
    case "triangle": return .triangle
    case "cross": return .cross
    case "ring" where parts.count > 1:
      return .ring(
        width: try number(parts[1], before: before, "a ring such as ring:2"),
        ground: parts.count == 3 ? try color(parts[2], before: before) : nil)
    default:
      throw error(
        "a symbol is circle, square, diamond, triangle, cross or ring:width", before: before)
    }
  }

  private mutating func coordinates(
    _ name: String, _ count: Int
  ) throws(SceneTextError) -> [Double] {
    try expect(name)
    let start = position
    let word = try token("coordinates")
    let before = position - start
    if count == 0 {
      guard word.elementsEqual("-".utf8) else {
        throw error("“-” is needed where there are no rows", before: before)
      }
      return []
    }
    var values: [Double] = []
    values.reserveCapacity(count)
    var index = word.startIndex
    while true {
      let first = index
      while index < word.endIndex, word[index] != UInt8(ascii: ",") { index += 1 }
      guard values.count < count else {
        throw error("\(name) has more than \(count) values", before: before)
      }
      if let value = Self.plain(word[first..<index]) {
        values.append(value)
      } else {
        values.append(try number(word[first..<index], before: before, "a coordinate"))
      }
      if index == word.endIndex { break }
      index += 1
    }
    guard values.count == count else {
      throw error("\(name) has \(values.count) values for \(count) rows", before: before)
    }
    return values
  }

  /// The number that a few digits with a point write; nil for another form.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> Double? {
    var (value, decimals, digits) = (0, -1, 0)
    var index = bytes.startIndex
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { index += 1 }
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "."), decimals < 0 {
        decimals = 0
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), digits < 15 else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      digits += 1
      if decimals >= 0 { decimals += 1 }
    }
    guard digits > 0, decimals != 0 else { return nil }
    // Whole numbers and powers of ten this small are exact, and so their quotient is rounded once.
    var power = 1
    for _ in 0..<max(decimals, 0) { power *= 10 }
    let magnitude = Double(value) / Double(power)
    return isNegative ? -magnitude : magnitude
  }
}
