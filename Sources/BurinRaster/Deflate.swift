import CPNG

/// Packs and unpacks bytes as zlib streams (RFC 1950).
package enum Deflate {
  /// Returns the bytes as a zlib stream.
  package static func packed(_ bytes: [UInt8]) -> [UInt8] {
    // Stored blocks are the worst case.
    let room = bytes.count + bytes.count / 1_000 + 1_024
    return [UInt8](unsafeUninitializedCapacity: room) { target, count in
      count = bytes.withUnsafeBufferPointer {
        cpng_deflate($0.baseAddress, $0.count, target.baseAddress, target.count)
      }
    }
  }

  /// Returns the bytes of a zlib stream; nil for a damaged one, or more than a limit.
  package static func unpacked(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
    var isUnpacked = false
    let result = [UInt8](unsafeUninitializedCapacity: limit) { target, count in
      var filled = 0
      isUnpacked = bytes.withUnsafeBufferPointer {
        cpng_inflate($0.baseAddress, $0.count, target.baseAddress, target.count, &filled)
      }
      count = isUnpacked ? filled : 0
    }
    return isUnpacked ? result : nil
  }
}
