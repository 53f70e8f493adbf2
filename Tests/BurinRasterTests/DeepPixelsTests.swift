import BurinRaster
import BurinScene
import TestSupport
import Testing

/// A form that PNG 3rd edition, table 8, allows.
struct PNGForm: Sendable, CustomTestStringConvertible {
  var color: UInt8
  var depth: UInt8
  var interlace: UInt8
  var testDescription: String { "colour type \(color), \(depth) bits, interlace \(interlace)" }

  static let all: [PNGForm] = [
    (0, [1, 2, 4, 8, 16]), (2, [8, 16]), (3, [1, 2, 4, 8]), (4, [8, 16]), (6, [8, 16]),
  ].flatMap { color, depths in
    (depths as [UInt8]).flatMap { depth in
      [0, 1].map { PNGForm(color: color, depth: depth, interlace: $0) }
    }
  }
}

@Suite("Pixels in full, as PNG files have them")
struct DeepPixelsTests {
  private static let (width, height) = (11, 9)

  /// A sample of the file, of as many bits as it has.
  private static func sample(_ x: Int, _ y: Int, _ channel: Int, _ form: PNGForm) -> Int {
    (x * 7919 + y * 104_729 + channel * 31 + x * y * 17) % (1 << Int(form.depth))
  }

  private static func row(_ places: [(x: Int, y: Int)], _ channels: Int, _ form: PNGForm) -> [UInt8]
  {
    var bytes: [UInt8] = [0]
    var (bits, count) = (0, 0)
    for place in places {
      for channel in 0..<channels {
        let value = sample(place.x, place.y, channel, form)
        if form.depth == 16 {
          bytes += [UInt8(value >> 8), UInt8(value & 255)]
          continue
        }
        bits = bits << Int(form.depth) | value
        count += Int(form.depth)
        if count == 8 {
          bytes.append(UInt8(bits))
          (bits, count) = (0, 0)
        }
      }
    }
    if count > 0 { bytes.append(UInt8(bits << (8 - count) & 255)) }
    return bytes
  }

  /// The passes of PNG 3rd edition, 8.1: the first column and row, and the steps.
  private static let passes = [
    (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
    (0, 1, 1, 2),
  ]

  private static func file(_ form: PNGForm) -> [UInt8] {
    let header = PNGFile.Header(
      width: width, height: height, bitDepth: form.depth, colorType: form.color,
      interlace: form.interlace)
    var rows: [UInt8] = []
    for (x0, y0, dx, dy) in form.interlace == 1 ? passes : [(0, 0, 1, 1)] {
      for y in stride(from: y0, to: height, by: dy) {
        let places = stride(from: x0, to: width, by: dx).map { (x: $0, y: y) }
        if !places.isEmpty { rows += row(places, header.channels, form) }
      }
    }
    var file = PNGFile(header)
    if form.color == 3 {
      file.append("PLTE", (0..<(1 << Int(form.depth))).flatMap { palette($0) })
    }
    file.append("IDAT", PNGFile.stored(rows))
    file.append("IEND")
    return file.bytes
  }

  private static func palette(_ index: Int) -> [UInt8] {
    [UInt8(index), UInt8(255 - index), UInt8(index * 37 % 256)]
  }

  @Test("Every form that the standard allows is read in full", arguments: PNGForm.all)
  func forms(form: PNGForm) throws {
    let bytes = Self.file(form)
    let deep = try DeepPixels(file: bytes)
    let bitmap = try PNGDecoder.decode(bytes).bitmap
    let most = (1 << Int(form.depth)) - 1
    for y in 0..<Self.height {
      for x in 0..<Self.width {
        func value(_ channel: Int) -> Int {
          Self.sample(x, y, channel, form) * 65_535 / most
        }
        let expected: [Int] =
          switch form.color {
          case 0: [value(0), value(0), value(0), 65_535]
          case 2: [value(0), value(1), value(2), 65_535]
          case 3: Self.palette(Self.sample(x, y, 0, form)).map { Int($0) * 257 } + [65_535]
          case 4: [value(0), value(0), value(0), value(1)]
          default: [value(0), value(1), value(2), value(3)]
          }
        let start = (y * Self.width + x) * 4
        let found = deep.samples[start..<start + 4].map(Int.init)
        #expect(found == expected, "\(form.testDescription) at \(x), \(y)")
        // Eight bits of the opaque ones are the same, rounded.
        if expected[3] == 65_535 {
          let color = bitmap[x, y]
          let rounded = [color.red, color.green, color.blue].map(Int.init)
          #expect(zip(rounded, expected).allSatisfy { abs($0 * 257 - $1) <= 129 })
        }
      }
    }
    let detail = try PNGDetail(file: bytes)
    #expect(detail.has16Bits == (form.depth == 16))
    #expect(detail.hasAlpha == (form.color >= 4))
    #expect(detail.animation == nil)
    #expect(detail.metadata.values.isEmpty)
  }
}
