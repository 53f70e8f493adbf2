/// FNV-1a with 64 bits: a digest that is the same on every machine and in every run.
///
/// It tells accidents apart, not attacks. Source: Fowler, Noll and Vo, RFC 9923.
struct StableDigest {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Adds a text and a mark that ends it.
  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0xFF)  // no byte of UTF-8
  }

  private mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// The digest as 16 digits.
  var hexadecimal: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
