import BurinGolden
import BurinRaster
import BurinScene

/// Reads changed copies of files: `Readers png|scene|manifest FIRST COUNT FILE…`.
///
/// Every reader must answer with a value or an error; a trap ends the program. What is read must be
/// the same as itself, and as what is written from it and read again. Input n is the same in every
/// run, so that `fuzz_readers.py` finds the one that failed.
@main
enum Readers {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 5, let first = Int(arguments[2]), let count = Int(arguments[3])
    else { throw Usage() }
    let seeds = try arguments[4...].map { try AtomicFile.read($0, limit: 1 << 26) }
    var accepted = 0
    for number in first..<first + count {
      var numbers = Numbers(seed: UInt64(number))
      let input = changed(seeds, arguments[1], &numbers)
      if try read(input, as: arguments[1]) { accepted += 1 }
    }
    print("\(count) inputs, \(accepted) of them valid")
  }

  /// A changed copy of a seed: seven of eight by what the format is like, the others byte by byte.
  private static func changed(
    _ seeds: [[UInt8]], _ kind: String, _ numbers: inout Numbers
  ) -> [UInt8] {
    let seed = numbers.one(of: seeds)
    let isBlind = numbers.below(8) == 0
    if kind == "png" {
      return isBlind
        ? PNGChanges.sound(ByteChanges.apply(to: seed, seeds, &numbers))
        : PNGChanges.apply(to: seed, seeds, &numbers)
    }
    return isBlind
      ? ByteChanges.apply(to: seed, seeds, &numbers)
      : TextChanges.apply(to: seed, seeds, &numbers)
  }

  private static func read(_ input: [UInt8], as kind: String) throws -> Bool {
    switch kind {
    case "png":
      // Small limits, so that the time goes into reading.
      let limits = PNGLimits(maxSide: 4096, maxPixels: 1 << 18, maxMetadataBytes: 1 << 16)
      guard let rendition = try? Rendition(png: input, limits: limits) else { return false }
      let verdict = Verdict(expected: rendition, actual: rendition)
      guard verdict.passes else { throw Failure("a picture differs from itself: \(verdict)") }
      let again = try PNGDecoder.decode(PNGEncoder().encode(rendition.bitmap)).bitmap
      guard again == rendition.bitmap else { throw Failure("written and read, it is another") }
      return true
    case "scene":
      guard let scene = try? Scene(text: String(decoding: input, as: UTF8.self)) else {
        return false
      }
      let own = SceneDifference(expected: scene, actual: scene, scale: 2)
      guard own.isEmpty else { throw Failure("a scene differs from itself: \(own)") }
      let (text, again) = (scene.text, try Scene(text: scene.fileText).text)
      // Glyphs have no distance from a run that begins at no place.
      guard
        again == text || text.contains("at inf") || text.contains(",inf") || text.contains("nan")
      else {
        let lines = zip(text.split(separator: "\n"), again.split(separator: "\n"))
        let changed = lines.first { $0 != $1 }.map { "\($0) → \($1)" } ?? ""
        throw Failure("written and read, the scene is another: \(changed)")
      }
      return true
    case "manifest":
      guard let manifest = try? GoldenManifest(text: String(decoding: input, as: UTF8.self)) else {
        return false
      }
      guard try GoldenManifest(text: manifest.text).text == manifest.text else {
        throw Failure("written and read, the manifest is another")
      }
      return true
    default: throw Usage()
    }
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }

  struct Usage: Error, CustomStringConvertible {
    let description = "usage: Readers png|scene|manifest FIRST COUNT FILE…"
  }
}
