import BurinRaster
import BurinScene
import TestSupport

/// Writes an opaque picture as PNG in ways that Burin does not: another program's file.
struct OtherEncoder: CustomStringConvertible {
  /// 2 for RGB, 6 for RGBA, 3 for a palette.
  var colorType: UInt8 = 2
  /// 8 or 16.
  var bitDepth: UInt8 = 8
  /// The filter of all rows, 0 to 4.
  var filter: UInt8 = 0
  var isInterlaced = false
  /// The bytes of one IDAT chunk at most.
  var chunk = Int.max
  /// Chunks that do not change the pixels: colour space, gamma, time, text.
  var hasExtras = false

  var description: String {
    let color = [2: "RGB", 6: "RGBA", 3: "palette"][colorType] ?? ""
    return "\(color), \(bitDepth) bits, filter \(filter)" + (isInterlaced ? ", interlaced" : "")
      + (chunk == Int.max ? "" : ", chunks of \(chunk)") + (hasExtras ? ", other chunks" : "")
  }

  /// The ways that are tried; a palette is only for pictures of few colours.
  static let all: [OtherEncoder] =
    (0...4).map { OtherEncoder(filter: $0) }
    + (0...4).map { OtherEncoder(colorType: 6, bitDepth: 16, filter: $0, isInterlaced: true) } + [
      OtherEncoder(colorType: 6), OtherEncoder(bitDepth: 16),
      OtherEncoder(isInterlaced: true), OtherEncoder(chunk: 1000), OtherEncoder(hasExtras: true),
      OtherEncoder(colorType: 3), OtherEncoder(colorType: 3, isInterlaced: true),
    ]

  func encode(_ bitmap: Bitmap) throws -> [UInt8] {
    var palette: [RGBColor] = []
    var indices: [RGBColor: UInt8] = [:]
    if colorType == 3 {
      for y in 0..<bitmap.height {
        for x in 0..<bitmap.width where indices[bitmap[x, y]] == nil {
          guard palette.count < 256 else { throw TooManyColours() }
          indices[bitmap[x, y]] = UInt8(palette.count)
          palette.append(bitmap[x, y])
        }
      }
    }
    func samples(_ color: RGBColor) -> [UInt8] {
      let channels = [color.red, color.green, color.blue] + (colorType == 6 ? [color.alpha] : [])
      if colorType == 3 { return [indices[color] ?? 0] }
      // 257 times an 8-bit value is the same share of 16 bits.
      return bitDepth == 16 ? channels.flatMap { [$0, $0] } : channels
    }
    var data: [UInt8] = []
    for (x0, y0, dx, dy) in isInterlaced ? Self.adam7 : [(0, 0, 1, 1)] {
      let columns = Array(stride(from: x0, to: bitmap.width, by: dx))
      if columns.isEmpty { continue }
      var above: [UInt8]?
      for y in stride(from: y0, to: bitmap.height, by: dy) {
        let row = columns.flatMap { samples(bitmap[$0, y]) }
        data += filtered(row, above ?? [UInt8](repeating: 0, count: row.count))
        above = row
      }
    }
    var file = PNGFile(
      PNGFile.Header(
        width: bitmap.width, height: bitmap.height, bitDepth: bitDepth, colorType: colorType,
        interlace: isInterlaced ? 1 : 0))
    if hasExtras {
      file.append("gAMA", PNGFile.bigEndian(45_455))
      file.append("sRGB", [0])
      file.append("tEXt", Array("Software\0another program".utf8))
      file.append("tIME", [7, 0xEA, 1, 2, 3, 4, 5])
    }
    if colorType == 3 { file.append("PLTE", palette.flatMap { [$0.red, $0.green, $0.blue] }) }
    let stream = PNGFile.stored(data)
    for start in stride(from: 0, to: stream.count, by: min(chunk, stream.count)) {
      file.append(
        "IDAT", Array(stream[start..<min(start + min(chunk, stream.count), stream.count)]))
    }
    file.append("IEND", [])
    return file.bytes
  }

  struct TooManyColours: Error {}

  /// The passes of PNG 3rd edition, 8.2: first column, first row, and the steps between.
  private static let adam7 = [
    (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
    (0, 1, 1, 2),
  ]

  /// The row with its filter byte (PNG 3rd edition, 9.2).
  private func filtered(_ row: [UInt8], _ above: [UInt8]) -> [UInt8] {
    let stride = max(1, (colorType == 6 ? 4 : colorType == 2 ? 3 : 1) * Int(bitDepth) / 8)
    return [filter]
      + row.indices.map { index in
        let a = index >= stride ? Int(row[index - stride]) : 0
        let b = Int(above[index])
        let c = index >= stride ? Int(above[index - stride]) : 0
        let prediction: Int
        switch filter {
        case 1: prediction = a
        case 2: prediction = b
        case 3: prediction = (a + b) / 2
        case 4:
          let p = a + b - c
          let (pa, pb, pc) = (abs(p - a), abs(p - b), abs(p - c))
          prediction = pa <= pb && pa <= pc ? a : pb <= pc ? b : c
        default: prediction = 0
        }
        return UInt8(truncatingIfNeeded: Int(row[index]) - prediction)
      }
  }
}
