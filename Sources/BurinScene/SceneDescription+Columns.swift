import BurinGeometry

// How columns are written: one line an item, numbers in thousandths, equal values that follow each
// other once with their count. Coordinates are written one by one, so that no text is much shorter
// than what it is read into.

extension PointsItem {
  /// Such as `points 3 circle size 4 color #1f6fb2 x 10,20.5,30 y 1,2,3`.
  var sceneLine: String {
    var bytes = Array("points \(count) ".utf8)
    symbol.write(count, into: &bytes) { symbol, bytes in bytes += Array(symbol.text.utf8) }
    bytes += Array(" size ".utf8)
    diameter.write(count, into: &bytes) { value, bytes in bytes.appendThousandths(value) }
    bytes += Array(" color ".utf8)
    color.write(count, into: &bytes) { color, bytes in bytes += Array(color.description.utf8) }
    bytes.append(" x ", x.prefix(count))
    bytes.append(" y ", y.prefix(count))
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension RectsItem {
  /// Such as `rects 2 color #1f6fb2 left 0,10 top 5,5 right 8,18 bottom 20,20`.
  var sceneLine: String {
    var bytes = Array("rects \(count)".utf8)
    if cornerRadius != 0 {
      bytes += Array(" radius ".utf8)
      bytes.appendThousandths(cornerRadius)
      bytes += Array(" corners ".utf8)
      corners.write(count, into: &bytes) { corners, bytes in
        bytes += Array("\(corners.rawValue)".utf8)
      }
    }
    bytes += Array(" color ".utf8)
    color.write(count, into: &bytes) { color, bytes in bytes += Array(color.description.utf8) }
    bytes.append(" left ", minX.prefix(count))
    bytes.append(" top ", minY.prefix(count))
    bytes.append(" right ", maxX.prefix(count))
    bytes.append(" bottom ", maxY.prefix(count))
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension SectorsItem {
  /// Such as `sectors 2 at 50,40 inner 0 outer 30 color #1f6fb2 start 0,90 end 90,360`; angles in
  /// degrees.
  var sceneLine: String {
    var bytes = Array("sectors \(count) at ".utf8)
    bytes.appendThousandths(center.x)
    bytes.append(UInt8(ascii: ","))
    bytes.appendThousandths(center.y)
    bytes += Array(" inner ".utf8)
    inner.write(count, into: &bytes) { value, bytes in bytes.appendThousandths(value) }
    bytes += Array(" outer ".utf8)
    outer.write(count, into: &bytes) { value, bytes in bytes.appendThousandths(value) }
    for (name, length) in [(" inset ", inset), (" radius ", cornerRadius)] where length != 0 {
      bytes += Array(name.utf8)
      bytes.appendThousandths(length)
    }
    bytes += Array(" color ".utf8)
    color.write(count, into: &bytes) { color, bytes in bytes += Array(color.description.utf8) }
    bytes.append(" start ", start.prefix(count))
    bytes.append(" end ", end.prefix(count))
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension PointSymbol {
  /// The name, with a ring's width and ground: `ring:2:#ffffff`.
  fileprivate var text: String {
    switch self {
    case .circle: return "circle"
    case .square: return "square"
    case .diamond: return "diamond"
    case .triangle: return "triangle"
    case .cross: return "cross"
    case .ring(let width, let ground):
      var bytes = Array("ring:".utf8)
      bytes.appendThousandths(width)
      return String(decoding: bytes, as: UTF8.self) + (ground.map { ":\($0)" } ?? "")
    }
  }
}

extension SceneColumn {
  /// Writes the values parted by commas, repeated ones as `value×count`; a constant alone.
  fileprivate func write(
    _ count: Int, into bytes: inout [UInt8], _ write: (Value, inout [UInt8]) -> Void
  ) {
    guard case .values(let values) = self else {
      if case .constant(let value) = self { write(value, &bytes) }
      return
    }
    // A column without rows is a word too.
    if count == 0 { bytes.append(UInt8(ascii: "-")) }
    var row = 0
    while row < count {
      var end = row + 1
      while end < count, values[end] == values[row] { end += 1 }
      if row > 0 { bytes.append(UInt8(ascii: ",")) }
      write(values[row], &bytes)
      // A column says how many rows it has, so that it is not taken for a constant.
      if end - row > 1 || count == 1 { bytes += Array("×\(end - row)".utf8) }
      row = end
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ word: String, _ values: ArraySlice<Double>) {
    self += Array(word.utf8)
    // A column without values is a word too.
    if values.isEmpty { append(UInt8(ascii: "-")) }
    for (index, value) in values.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      appendThousandths(value)
    }
  }

  /// Writes a length rounded to thousandths, without trailing zeros.
  mutating func appendThousandths(_ value: Double) {
    guard value.isFinite, abs(value) < 1e12 else {
      self += Array(value.description.utf8)
      return
    }
    let thousandths = Int64((value * 1000).rounded())
    if thousandths < 0 { append(UInt8(ascii: "-")) }
    let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
    appendDigits(whole)
    guard rest > 0 else { return }
    append(UInt8(ascii: "."))
    append(UInt8(ascii: "0") + UInt8(rest / 100))
    if rest % 100 > 0 { append(UInt8(ascii: "0") + UInt8(rest / 10 % 10)) }
    if rest % 10 > 0 { append(UInt8(ascii: "0") + UInt8(rest % 10)) }
  }

  private mutating func appendDigits(_ value: UInt64) {
    if value >= 10 { appendDigits(value / 10) }
    append(UInt8(ascii: "0") + UInt8(value % 10))
  }
}
