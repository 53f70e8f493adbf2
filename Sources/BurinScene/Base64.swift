/// Bytes as text (RFC 4648, section 4).
package enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The text of some bytes, with its padding.
  package static func text(_ bytes: [UInt8]) -> String {
    let count = (bytes.count + 2) / 3 * 4
    return String(unsafeUninitializedCapacity: count) { output in
      var place = 0
      for start in stride(from: 0, to: bytes.count, by: 3) {
        let rest = min(3, bytes.count - start)
        var group = UInt32(bytes[start]) << 16
        if rest > 1 { group |= UInt32(bytes[start + 1]) << 8 }
        if rest > 2 { group |= UInt32(bytes[start + 2]) }
        for digit in 0..<4 {
          output[place + digit] =
            digit <= rest
            ? alphabet[Int(group >> UInt32(18 - 6 * digit) & 63)] : UInt8(ascii: "=")
        }
        place += 4
      }
      return place
    }
  }
}
