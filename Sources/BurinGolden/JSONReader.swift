/// Reads a JSON text (RFC 8259).
package struct JSONReader {
  /// Why a text is not JSON, and where.
  package struct Problem: Error, Hashable, CustomStringConvertible {
    /// From 1.
    package var line: Int
    package var reason: String
    package var description: String { "line \(line): \(reason)" }
  }

  private let bytes: [UInt8]
  private var position = 0

  /// The deepest nesting that is read.
  static let depthLimit = 32

  private init(_ text: String) { bytes = Array(text.utf8) }

  package static func value(of text: String) throws(Problem) -> JSONValue {
    var reader = JSONReader(text)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.position == reader.bytes.count else {
      throw reader.problem("the text should end here")
    }
    return value
  }

  private func problem(_ reason: String) -> Problem {
    let before = bytes.prefix(position)
    return Problem(line: before.count { $0 == UInt8(ascii: "\n") } + 1, reason: reason)
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private mutating func take(_ text: String) -> Bool {
    guard bytes[position...].starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }

  private mutating func value(depth: Int) throws(Problem) -> JSONValue {
    guard depth <= Self.depthLimit else {
      throw problem("values are nested more than \(Self.depthLimit) deep")
    }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return .object(try members(depth: depth))
    case UInt8(ascii: "["): return .array(try elements(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case .some(let byte) where Self.beginsNumber(byte): return .number(try number())
    default:
      if take("true") { return .bool(true) }
      if take("false") { return .bool(false) }
      if take("null") { return .null }
      throw problem(next == nil ? "the text ends; a value is needed" : "a value is needed")
    }
  }

  private static func beginsNumber(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func members(depth: Int) throws(Problem) -> [JSONValue.Member] {
    position += 1
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    skipSpace()
    if take("}") { return [] }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw problem("a name in quotation marks is needed") }
      let name = try string()
      guard names.insert(name).inserted else { throw problem("“\(name)” stands here twice") }
      skipSpace()
      guard take(":") else { throw problem("a colon is needed") }
      members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
      skipSpace()
      if take("}") { return members }
      guard take(",") else { throw problem("a comma or } is needed") }
    }
  }

  private mutating func elements(depth: Int) throws(Problem) -> [JSONValue] {
    position += 1
    var elements: [JSONValue] = []
    skipSpace()
    if take("]") { return [] }
    while true {
      elements.append(try value(depth: depth + 1))
      skipSpace()
      if take("]") { return elements }
      guard take(",") else { throw problem("a comma or ] is needed") }
    }
  }

  private mutating func number() throws(Problem) -> Double {
    let start = position
    while let byte = next,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || "+-.eE".utf8.contains(byte)
    {
      position += 1
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    // RFC 8259, section 6: no leading zeros, digits on both sides of the point.
    guard text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil,
      let value = Double(text)
    else { throw problem("“\(text)” is not a number") }
    return value
  }

  private mutating func string() throws(Problem) -> String {
    position += 1
    var result: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        return String(decoding: result, as: UTF8.self)
      case UInt8(ascii: "\\"): result += Array(String(try escape()).utf8)
      case 0..<0x20:
        position -= 1
        throw problem("a text has no line ends or control characters")
      default: result.append(byte)
      }
    }
    throw problem("a text lacks its closing quotation mark")
  }

  private mutating func escape() throws(Problem) -> Character {
    guard let byte = next else { throw problem("a text lacks its closing quotation mark") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      var value = try unit()
      if (0xD800..<0xDC00).contains(value), take("\\u") {
        let low = try unit()
        guard (0xDC00..<0xE000).contains(low) else { throw problem("half a pair of \\u escapes") }
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(value) else { throw problem("half a pair of \\u escapes") }
      return Character(scalar)
    default: throw problem("there is no such escape in JSON")
    }
  }

  /// Four hexadecimal digits.
  private mutating func unit() throws(Problem) -> UInt32 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw problem("\\u needs four hexadecimal digits") }
    position += 4
    return value
  }
}
