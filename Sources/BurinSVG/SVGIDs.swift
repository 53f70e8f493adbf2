/// The ids of one document, which are unique in a page of many: ids of a page are those of all its
/// inlined documents together, and the first of equal ones gets all references.
enum SVGIDs {
  /// Stands for the prefix until the content is known.
  ///
  /// ``XML/text(_:)`` lets it pass nowhere else.
  private static let placeholder = UInt8(ascii: "\u{1}")

  /// Returns an id, or a reference's, whose prefix is still open.
  ///
  /// - Parameter name: letters and digits: the last hyphen ends the prefix, so that an id of one
  ///   prefix never equals that of another.
  static func id(_ name: String) -> String { "\u{1}-\(name)" }

  /// Returns the document's bytes with its prefix, which is made from them where none is given.
  static func resolve(_ document: [UInt8], prefix: String?) -> [UInt8] {
    let prefix = Array((prefix ?? digest(document)).utf8)
    var result: [UInt8] = []
    result.reserveCapacity(document.count + document.count / 4)
    var rest = document[...]
    while let index = rest.firstIndex(of: placeholder) {
      result += rest[..<index]
      result += prefix
      rest = rest[(index + 1)...]
    }
    return result + rest
  }

  /// Returns a letter and nine digits of base 36 from bytes: one of 2.6 · 10¹⁵ names, so that even
  /// of a thousand pictures two share one with a chance of two in ten thousand million.
  static func digest(_ bytes: [UInt8]) -> String {
    // FNV-1a, and MurmurHash3's finish, which spreads late bytes over all bits.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
    hash = (hash ^ hash >> 33) &* 0xc4ce_b9fe_1a85_ec53
    hash ^= hash >> 33
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    var text = ""
    var base: UInt64 = 26
    for _ in 0..<10 {
      text.append(letters[Int(hash % base)])
      hash /= base
      base = 36
    }
    return text
  }

  /// Whether a string may begin ids: a name by XML 1.0 without a colon, which namespaces take.
  static func isName(_ string: String) -> Bool {
    guard let first = string.unicodeScalars.first, isStart(first) else { return false }
    return string.unicodeScalars.dropFirst().allSatisfy { isStart($0) || isLater($0) }
  }

  // XML 1.0, productions [4] and [4a].
  private static func isStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
      0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
      0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }

  private static func isLater(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: false
    }
  }
}
