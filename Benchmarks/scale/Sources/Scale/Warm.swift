import Burin

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A chart of 30 points that one process draws many times, as a server does.
enum Warm {
  /// Prints the mean processor times of the layout and of the whole, and the bytes of the file.
  static func run(_ times: Int) throws {
    let options = RenderOptions(width: 640, height: 400)
    let samples = (0..<30).map { Sample(x: Double($0), y: Double($0 * $0 % 37)) }
    func chart() -> some FigureContent {
      Chart { PointPlot(samples, x: .value("x", \.x), y: .value("y", \.y)) }
    }
    var bytes = 0
    func milliseconds(_ work: () throws -> Void) rethrows -> Double {
      try work()
      let start = clock()
      for _ in 0..<max(times, 1) { try work() }
      return Double(clock() - start) * 1_000 / Double(CLOCKS_PER_SEC) / Double(max(times, 1))
    }
    let layout = try milliseconds { _ = try chart().scene(options) }
    let whole = try milliseconds { bytes = try chart().render(.png(scale: 2), options).bytes.count }
    print("30 points: laid out \(layout) ms, PNG of 1280 × 800 \(whole) ms, \(bytes) bytes")
  }
}
