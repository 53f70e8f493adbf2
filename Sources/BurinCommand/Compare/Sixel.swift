import BurinRaster

/// Pictures as DEC sixels (VT330/VT340 Programmer Reference Manual, volume 2, chapter 14).
enum Sixel {
  /// Levels of red, green and blue: 216 colours, which every terminal has registers for.
  private static let levels = 6

  /// Returns the characters that show a bitmap on white.
  static func text(_ bitmap: Bitmap) -> String {
    let indices = colorIndices(bitmap)
    var used = [Bool](repeating: false, count: levels * levels * levels)
    for index in indices { used[index] = true }
    // P2 = 1 leaves unset pixels unchanged; the raster attributes set square pixels and the size.
    var result = "\u{1B}P0;1q\"1;1;\(bitmap.width);\(bitmap.height)"
    for (index, isUsed) in used.enumerated() where isUsed {
      let parts = [index / (levels * levels), index / levels % levels, index % levels]
      let percents = parts.map { String($0 * 100 / (levels - 1)) }
      result += "#\(index);2;\(percents.joined(separator: ";"))"
    }
    for top in stride(from: 0, to: bitmap.height, by: 6) {
      result += band(indices, bitmap.width, rows: top..<min(top + 6, bitmap.height))
    }
    return result + "\u{1B}\\"
  }

  /// Returns six rows: each colour's pixels in sequence over the same place.
  private static func band(_ indices: [Int], _ width: Int, rows: Range<Int>) -> String {
    var masks: [Int: [UInt8]] = [:]
    for y in rows {
      for x in 0..<width {
        masks[indices[y * width + x], default: [UInt8](repeating: 0, count: width)][x] |=
          1 << UInt8(y - rows.lowerBound)
      }
    }
    let lines = masks.sorted { $0.key < $1.key }.map { "#\($0.key)" + runs($0.value) }
    return lines.joined(separator: "$") + "-"
  }

  /// Returns six pixels per character, with runs of equal ones shortened.
  private static func runs(_ masks: [UInt8]) -> String {
    var result = ""
    var start = 0
    while start < masks.count {
      var end = start
      while end < masks.count, masks[end] == masks[start] { end += 1 }
      let character = String(UnicodeScalar(63 + masks[start]))
      let count = end - start
      result += count > 3 ? "!\(count)\(character)" : String(repeating: character, count: count)
      start = end
    }
    return result
  }

  private static func colorIndices(_ bitmap: Bitmap) -> [Int] {
    bitmap.pixels.withUnsafeBufferPointer { pixels in
      (0..<bitmap.width * bitmap.height).map { pixel in
        let paper = 255 - Int(pixels[4 * pixel + 3])
        return [2, 1, 0].reduce(0) { sum, channel in
          let value = Int(pixels[4 * pixel + channel]) + paper
          return sum * levels + (value * (levels - 1) + 127) / 255
        }
      }
    }
  }
}
