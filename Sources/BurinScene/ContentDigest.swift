/// A short name of content that is equal for equal content, on every run and every machine.
///
/// It tells versions of a picture apart, as in an HTTP entity tag; it is no protection against
/// somebody who looks for two contents with one digest.
public struct ContentDigest: Hashable, Sendable, CustomStringConvertible {
  private let high: UInt64
  private let low: UInt64

  /// Creates the digest of texts, each with its end.
  public init(_ parts: [String]) {
    var (a, b): (UInt64, UInt64) = (0xcbf2_9ce4_8422_2325, 0x9e37_79b9_7f4a_7c15)
    func add(_ byte: UInt64) {
      // FNV-1a, and beside it a multiplicative hash with another multiplier.
      a = (a ^ byte) &* 0x100_0000_01b3
      b = (b &+ byte &+ 1) &* 0xd6e8_feb8_6659_fd93
      b ^= b >> 32
    }
    for part in parts {
      for byte in part.utf8 { add(UInt64(byte)) }
      add(0xFF)  // no byte of UTF-8
    }
    high = Self.finished(a ^ b)
    low = Self.finished(a &+ b)
  }

  /// Spreads late bytes over all bits (MurmurHash3's finish).
  private static func finished(_ value: UInt64) -> UInt64 {
    var hash = value
    hash = (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
    hash = (hash ^ hash >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return hash ^ hash >> 33
  }

  /// Thirty-two hexadecimal digits.
  public var description: String {
    [high, low].map { number in
      let digits = String(number, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// The digest between quotation marks, as the ETag header of HTTP has it (RFC 9110, 8.8.3).
  public var entityTag: String { "\"\(description)\"" }
}
