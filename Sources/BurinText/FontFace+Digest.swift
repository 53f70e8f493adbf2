import CHarfBuzz

extension FontFace {
  /// A digest of the face: 16 hexadecimal digits that change when any of its tables does.
  ///
  /// It is computed from the table directory, which contains a checksum of every table (OpenType
  /// 1.9.1, "Organization of an OpenType Font"), so that a font of many megabytes needn't be read.
  public var digest: String {
    guard let face = hb_font_get_face(hbFont), let blob = hb_face_reference_blob(face) else {
      return "unknown"
    }
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let start = hb_blob_get_data(blob, &length) else { return "unknown" }
    let bytes = UnsafeRawBufferPointer(start: start, count: Int(length))
    return FontTableDirectory(bytes, index: index)?.digest ?? "unknown"
  }
}

/// The list of tables at the beginning of a font file.
package struct FontTableDirectory {
  /// The records of 16 bytes: tag, checksum, offset, length.
  private let records: [[UInt8]]

  /// Reads the directory of one face; nil if the bytes aren't a font.
  package init?(_ bytes: UnsafeRawBufferPointer, index: Int) {
    func number(_ offset: Int, bytes count: Int) -> Int? {
      guard offset >= 0, offset <= bytes.count - count else { return nil }
      return bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
    }
    var start = 0
    if number(0, bytes: 4) == 0x7474_6366 {  // "ttcf", a collection
      guard let count = number(8, bytes: 4), index >= 0, index < count,
        let offset = number(12 + 4 * index, bytes: 4)
      else { return nil }
      start = offset
    }
    guard let count = number(start + 4, bytes: 2), count > 0,
      start + 12 + 16 * count <= bytes.count
    else { return nil }
    records = (0..<count).map { Array(bytes[(start + 12 + 16 * $0)..<(start + 28 + 16 * $0)]) }
  }

  /// FNV-1a with 64 bits over each table's tag, checksum and length.
  ///
  /// Offsets are left out, because the same face in a collection lies elsewhere.
  package var digest: String {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for record in records {
      for byte in record[0..<8] + record[12..<16] {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
      }
    }
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
