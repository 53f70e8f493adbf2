import BurinGolden
import BurinRaster

/// Times the comparison in an embedding program: from two files in memory to a verdict.
///
/// `InProcess EXPECTED.png ACTUAL.png [RUNS]` prints the milliseconds of each run, decoding one
/// after the other and both at the same time.
@main
enum InProcess {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { throw Usage() }
    let expected = try AtomicFile.read(arguments[1], limit: 1 << 30)
    let actual = try AtomicFile.read(arguments[2], limit: 1 << 30)
    let runs = arguments.count > 3 ? Int(arguments[3]) ?? 1 : 20
    let clock = ContinuousClock()
    for _ in 0..<runs {
      let start = clock.now
      let verdict = try verdict(PNGDecoder.decode(expected), PNGDecoder.decode(actual))
      let serial = clock.now - start
      let second = clock.now
      async let other = PNGDecoder.decode(actual)
      let both = try await self.verdict(PNGDecoder.decode(expected), other)
      let concurrent = clock.now - second
      guard verdict == both else { throw Usage() }
      print(milliseconds(serial), milliseconds(concurrent), verdict.pixels?.count ?? 0)
    }
  }

  private static func verdict(_ expected: DecodedPNG, _ actual: DecodedPNG) -> Verdict {
    Verdict(expected: Rendition(expected.bitmap), actual: Rendition(actual.bitmap))
  }

  private static func milliseconds(_ duration: Duration) -> Double { duration / .milliseconds(1) }

  struct Usage: Error, CustomStringConvertible {
    let description = "usage: InProcess EXPECTED.png ACTUAL.png [RUNS]"
  }
}
