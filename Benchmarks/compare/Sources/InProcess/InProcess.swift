import BurinGolden
import BurinRaster

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Times the comparison in an embedding program: from two files in memory to a verdict.
///
/// `InProcess EXPECTED.png ACTUAL.png [RUNS]` prints for each run the milliseconds on the clock,
/// decoding one after the other and both at the same time, and those of the processors.
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
      let (start, work) = (clock.now, processorTime)
      let verdict = try verdict(PNGDecoder.decode(expected), PNGDecoder.decode(actual))
      let serial = (clock.now - start, processorTime - work)
      let (second, other) = (clock.now, processorTime)
      async let decoded = PNGDecoder.decode(actual)
      let both = try await self.verdict(PNGDecoder.decode(expected), decoded)
      let concurrent = (clock.now - second, processorTime - other)
      guard verdict == both else { throw Usage() }
      print(
        milliseconds(serial.0), milliseconds(concurrent.0), milliseconds(serial.1),
        milliseconds(concurrent.1), verdict.pixels?.count ?? 0)
    }
  }

  /// What the processors worked for this process.
  private static var processorTime: Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  private static func verdict(_ expected: DecodedPNG, _ actual: DecodedPNG) -> Verdict {
    Verdict(expected: Rendition(expected.bitmap), actual: Rendition(actual.bitmap))
  }

  private static func milliseconds(_ duration: Duration) -> Double { duration / .milliseconds(1) }

  struct Usage: Error, CustomStringConvertible {
    let description = "usage: InProcess EXPECTED.png ACTUAL.png [RUNS]"
  }
}
