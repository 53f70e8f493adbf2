import BurinRaster
import BurinScene
import CLibPNG
import TestSupport
import Testing

/// Every image is read twice: by the decoder of this package, which unpacks by libdeflate, and by
/// libpng, which unpacks by zlib.
@Suite("Packing of PNGs")
struct PNGPackingTests {
  /// Kinds of images that are packed in different ways, or are difficult for one of them.
  enum Kind: CaseIterable {
    case chart, dense, noise, fewColors, gradient, translucent, runs, repeats
  }

  @Test("Any image comes back by libdeflate and by zlib", arguments: Kind.allCases)
  func anyImage(kind: Kind) throws {
    var random = SplitMix64(seed: UInt64(Kind.allCases.firstIndex(of: kind) ?? 0))
    let sides = [1, 2, 3, 5, 16, 17, 85, 86, 87, 120, 258, 333]
    for _ in 0..<30 {
      let width = sides[random.whole(0...sides.count - 1)]
      let height = sides[random.whole(0...sides.count - 3)]
      try check(Self.image(kind, width: width, height: height, &random))
    }
  }

  @Test("Every small size comes back")
  func smallSizes() throws {
    var random = SplitMix64(seed: 7)
    for width in 1...20 {
      for height in 1...6 {
        try check(Self.image(.chart, width: width, height: height, &random))
      }
    }
  }

  @Test(
    "Rows around the 32,768 bytes that deflate looks back come back",
    // 10,922 × 3 bytes and a filter are 32,767.
    arguments: [10_921, 10_922, 10_923, 10_924, 16_000])
  func wideRows(width: Int) throws {
    var random = SplitMix64(seed: UInt64(width))
    try check(Self.image(.chart, width: width, height: 9, &random))
    try check(Self.image(.repeats, width: width, height: 9, &random))
  }

  @Test("Files of several pieces of image data come back")
  func largeFiles() throws {
    var random = SplitMix64(seed: 11)
    for kind in [Kind.dense, .chart, .translucent] {
      let bitmap = try Self.image(kind, width: 1500, height: 700, &random)
      try check(bitmap)
    }
    let dense = try Self.image(.dense, width: 1500, height: 700, colors: 2000, &random)
    #expect(try PNGEncoder().encode(dense).count > 128 << 10)
  }

  @Test("A distance between rows beyond the limit of packing by whole pixels is no error")
  func beyondTheLimit() throws {
    let row = [UInt8](repeating: 200, count: 400)
    let bytes = try row.withUnsafeBytes {
      try PNGEncoder().encode(rows: $0, width: 100, height: 1, bytesPerRow: 1 << 33)
    }
    #expect(try PNGDecoder.decode(bytes).bitmap.pixels.count == 400)
    #expect(try Self.readByLibPNG(bytes).count == 400)
  }

  @Test("A row that repeats takes eight bytes at most")
  func repeatedRows() throws {
    func size(_ height: Int) throws -> Int {
      var bitmap = try #require(
        Bitmap(width: 1280, height: height, fill: RGBColor(red: 250, green: 251, blue: 252)))
      for y in 0..<height {
        for x in stride(from: 0, to: 1280, by: 40) {
          bitmap[x, y] = .init(red: 9, green: 9, blue: 9)
        }
      }
      return try PNGEncoder().encode(bitmap).count
    }
    #expect(try size(1100) - size(100) <= 8 * 1000)
  }

  @Test("Smooth fields take at most a tenth more than libpng's own files")
  func smoothFields() throws {
    for size in [(640, 400), (300, 900)] {
      let field = try #require(
        Bitmap(width: size.0, height: size.1) { bytes in
          for y in 0..<size.1 {
            for x in 0..<size.0 {
              let pixel = (y * size.0 + x) * 4
              bytes[pixel] = UInt8((x * 255 / size.0 + y * 128 / size.1) / 2)
              bytes[pixel + 1] = UInt8(y * 255 / size.1)
              bytes[pixel + 2] = UInt8(x * 255 / size.0)
              bytes[pixel + 3] = 255
            }
          }
        })
      let ours = try PNGEncoder().encode(field).count
      #expect(Double(ours) <= 1.1 * Double(try Self.sizeByLibPNG(field)))
    }
  }

  @Test("A smooth field of few colours gets a palette")
  func smoothPalette() throws {
    // A grey for each step of a diagonal: unlike its neighbours, and near them.
    let field = try #require(
      Bitmap(width: 256, height: 128) { bytes in
        for y in 0..<128 {
          for x in 0..<256 {
            let grey = UInt8((x + y * 2) % 256)
            let pixel = (y * 256 + x) * 4
            for channel in 0..<3 { bytes[pixel + channel] = grey }
            bytes[pixel + 3] = 255
          }
        }
      })
    // Byte 25 is IHDR's colour type: 3 is a palette.
    #expect(try PNGEncoder().encode(field)[25] == 3)
    try check(field)
  }

  private func check(
    _ bitmap: Bitmap, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for preset in [PNGEncoder.Preset.standard, .fast] {
      let bytes = try PNGEncoder(preset: preset).encode(bitmap)
      #expect(
        try PNGDecoder.decode(bytes).bitmap == bitmap, "\(bitmap.width) × \(bitmap.height)",
        sourceLocation: sourceLocation)
      let found = try Self.readByLibPNG(bytes)
      #expect(
        found == Self.unpremultiplied(bitmap), "\(bitmap.width) × \(bitmap.height), zlib",
        sourceLocation: sourceLocation)
    }
  }

  private static func image(
    _ kind: Kind, width: Int, height: Int, colors colorCount: Int? = nil,
    _ random: inout SplitMix64
  ) throws -> Bitmap {
    let count = colorCount ?? [3, 12, 2000][random.whole(0...2)]
    let colors = (0..<count).map { _ in UInt32(truncatingIfNeeded: random.next()) | 0xFF00_0000 }
    var pixels = [UInt32](repeating: colors[0], count: width * height)
    func fill(_ columns: Range<Int>, _ rows: Range<Int>, _ color: UInt32) {
      for y in rows { for x in columns { pixels[y * width + x] = color } }
    }
    switch kind {
    case .noise:
      for i in pixels.indices {
        pixels[i] = UInt32(truncatingIfNeeded: random.next()) | 0xFF00_0000
      }
    case .fewColors:
      for i in pixels.indices { pixels[i] = colors[random.whole(0...count - 1)] }
    case .gradient:
      for i in pixels.indices {
        pixels[i] = 0xFF00_0000 | UInt32(i % width % 256) | UInt32(i / width % 256) << 8
      }
    case .runs:
      // Lengths around those of deflate's longest match and of what is taken for a long run.
      var i = 0
      while i < pixels.count {
        let length = [1, 2, 85, 86, 87, 119, 120, 121, 172, 300][random.whole(0...9)]
        let color = colors[random.whole(0...count - 1)]
        for j in i..<min(i + length, pixels.count) { pixels[j] = color }
        i += length
      }
    case .chart, .dense, .translucent, .repeats:
      for _ in 0..<random.whole(0...40) {
        let (x, y) = (random.whole(0...width - 1), random.whole(0...height - 1))
        let right = random.whole(0...3) == 0 ? x + 1 : random.whole(x + 1...width)
        let bottom = random.whole(0...3) == 0 ? y + 1 : random.whole(y + 1...height)
        fill(x..<right, y..<bottom, colors[random.whole(0...count - 1)])
      }
      let dots = kind == .dense ? 12 : kind == .repeats ? 400 : 1000
      for _ in 0..<pixels.count / dots {
        pixels[random.whole(0...pixels.count - 1)] = colors[random.whole(0...count - 1)]
      }
    }
    if kind == .repeats {
      // Groups of equal rows, and rows that stood some rows above.
      for y in 1..<max(height, 2) where y < height && random.whole(0...2) > 0 {
        let source = max(0, y - random.whole(1...6))
        for x in 0..<width { pixels[y * width + x] = pixels[source * width + x] }
      }
    }
    let isTranslucent = kind == .translucent
    return try #require(
      Bitmap(width: width, height: height) { bytes in
        for (i, pixel) in pixels.enumerated() {
          let alpha = isTranslucent ? UInt32(pixel >> 7 & 255) : 255
          for channel in 0..<3 {
            bytes[4 * i + channel] = UInt8((pixel >> (8 * UInt32(channel)) & 255) * alpha / 255)
          }
          bytes[4 * i + 3] = UInt8(alpha)
        }
      })
  }

  /// What PNG stores: blue, green, red, alpha, with colours that are not multiplied by alpha.
  private static func unpremultiplied(_ bitmap: Bitmap) -> [UInt8] {
    var result = bitmap.pixels
    for i in stride(from: 0, to: result.count, by: 4) {
      let alpha = Int(result[i + 3])
      guard alpha < 255 else { continue }
      for channel in i..<i + 3 {
        let value = Int(result[channel])
        result[channel] = alpha == 0 ? 0 : UInt8(min(255, (value * 255 + alpha / 2) / alpha))
      }
    }
    return result
  }

  /// PNG_FORMAT_BGRA, which is a macro of others.
  private static let formatBGRA = UInt32(
    PNG_FORMAT_FLAG_ALPHA | PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_BGR)

  private static func readByLibPNG(_ bytes: [UInt8]) throws -> [UInt8] {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    defer { png_image_free(&image) }
    try #require(png_image_begin_read_from_memory(&image, bytes, bytes.count) != 0)
    image.format = formatBGRA
    var pixels = [UInt8](repeating: 0, count: Int(image.width) * Int(image.height) * 4)
    try #require(png_image_finish_read(&image, nil, &pixels, 0, nil) != 0)
    // Warnings are counted as well, such as that of a wrong checksum.
    try #require(image.warning_or_error == 0)
    return pixels
  }

  /// The size of an opaque bitmap's file with libpng's filters and zlib's usual level.
  private static func sizeByLibPNG(_ bitmap: Bitmap) throws -> Int {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    image.width = UInt32(bitmap.width)
    image.height = UInt32(bitmap.height)
    image.format = UInt32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_BGR)
    var pixels: [UInt8] = []
    pixels.reserveCapacity(bitmap.width * bitmap.height * 3)
    for i in stride(from: 0, to: bitmap.pixels.count, by: 4) {
      pixels += bitmap.pixels[i..<i + 3]
    }
    var size = 0
    try #require(png_image_write_to_memory(&image, nil, &size, 0, pixels, 0, nil) != 0)
    return size
  }
}
