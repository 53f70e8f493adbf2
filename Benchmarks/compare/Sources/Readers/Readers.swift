import BurinGolden
import BurinRaster
import BurinScene

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads changed copies of files: `Readers png|scene|manifest FIRST COUNT FILE…`.
///
/// Every reader must answer with a value or an error; a trap ends the program. Input n is the same
/// in every run, so that `fuzz_readers.py` finds the one that trapped.
@main
enum Readers {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 5, let first = Int(arguments[2]), let count = Int(arguments[3])
    else { throw Usage() }
    let seeds = try arguments[4...].map { try AtomicFile.read($0, limit: 1 << 26) }
    var accepted = 0
    for number in first..<first + count {
      var generator = Numbers(seed: UInt64(number))
      let input = change(seeds[generator.below(seeds.count)], seeds, &generator)
      if try read(input, as: arguments[1]) { accepted += 1 }
    }
    print("\(count) inputs, \(accepted) of them valid")
  }

  private static func read(_ input: [UInt8], as kind: String) throws -> Bool {
    switch kind {
    case "png":
      // Small limits, so that the time goes into reading.
      let limits = PNGLimits(maxSide: 4096, maxPixels: 1 << 18, maxMetadataBytes: 1 << 16)
      guard let rendition = try? Rendition(png: sound(input), limits: limits) else { return false }
      _ = Verdict(expected: rendition, actual: rendition)
      return true
    case "scene":
      guard let scene = try? Scene(text: String(decoding: input, as: UTF8.self)) else {
        return false
      }
      _ = SceneDifference(expected: scene, actual: scene, scale: 2)
      return true
    case "manifest":
      guard let manifest = try? GoldenManifest(text: String(decoding: input, as: UTF8.self)) else {
        return false
      }
      return manifest.text.isEmpty == false
    default: throw Usage()
    }
  }

  /// A copy with some bytes changed, removed, doubled or taken from another file.
  private static func change(
    _ seed: [UInt8], _ seeds: [[UInt8]], _ numbers: inout Numbers
  ) -> [UInt8] {
    var bytes = seed
    for _ in 0...numbers.below(6) {
      guard !bytes.isEmpty else { break }
      let place = numbers.below(bytes.count)
      let length = min(1 + numbers.below(24), bytes.count - place)
      switch numbers.below(7) {
      case 0: bytes[place] ^= 1 << UInt8(numbers.below(8))
      case 1: bytes[place] = UInt8(numbers.below(256))
      case 2: bytes.removeSubrange(place..<place + length)
      case 3:
        bytes.insert(contentsOf: bytes[place..<place + length], at: numbers.below(bytes.count))
      case 4:
        let other = seeds[numbers.below(seeds.count)]
        guard !other.isEmpty else { break }
        let start = numbers.below(other.count)
        bytes.insert(contentsOf: other[start..<min(other.count, start + length)], at: place)
      case 5:
        let digits = ["0", "-1", "1e308", "nan", "inf", "4294967296", "3037000500", "9e99"]
        bytes.insert(contentsOf: digits[numbers.below(digits.count)].utf8, at: place)
      default: bytes.removeSubrange(place...)
      }
    }
    return bytes
  }

  /// A PNG whose chunks have right checksums, so that what is behind them is reached.
  private static func sound(_ input: [UInt8]) -> [UInt8] {
    var bytes = input
    var place = 8
    while place + 12 <= bytes.count {
      let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      let end = place + 8 + length
      guard length < 1 << 24, end + 4 <= bytes.count else { break }
      var crc = ~UInt32(0)
      for byte in bytes[place + 4..<end] { crc = crc >> 8 ^ table[Int(crc & 255) ^ Int(byte)] }
      for (index, shift) in [24, 16, 8, 0].enumerated() {
        bytes[end + index] = UInt8(truncatingIfNeeded: ~crc >> UInt32(shift))
      }
      place = end + 4
    }
    return bytes
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0)
    }
  }

  struct Usage: Error, CustomStringConvertible {
    let description = "usage: Readers png|scene|manifest FIRST COUNT FILE…"
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014).
private struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(max(1, limit)))
  }
}
