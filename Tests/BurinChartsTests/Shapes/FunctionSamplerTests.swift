import BurinCharts
import BurinGeometry
import BurinScales
import BurinScene
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Sampled functions")
struct FunctionSamplerTests {
  /// A plot 400 points wide and 200 high.
  struct Plot {
    let x: ContinuousScale
    let y: ContinuousScale

    init(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>, type: ScaleType = .linear) throws {
      self.x = try ContinuousScale(.linear, domain: x, range: (40, 440))
      self.y = try ContinuousScale(type, domain: y, range: (220, 20))
    }

    func segments(_ function: (Double) -> Double) -> [[Point]] {
      FunctionSampler().segments(of: function, over: x.domain, x: x, y: y)
    }

    func screen(_ point: Point) -> Point { Point(x.position(point.x), y.position(point.y)) }

    /// How far the graph strays from its polylines where it is visible, in points.
    func error(_ function: (Double) -> Double, _ segments: [[Point]]) -> Double {
      var worst = 0.0
      for index in 0...1500 {
        let value = x.value(at: 40 + 400 * Double(index) / 1500)
        let point = screen(Point(value, function(value)))
        guard point.y > 20, point.y < 220 else { continue }
        let distances = segments.flatMap { segment in
          zip(segment, segment.dropFirst()).lazy.filter { $1.x >= value && $0.x <= value }.map {
            distance(point, screen($0), screen($1))
          }
        }
        worst = max(worst, distances.min() ?? .infinity)
      }
      return worst
    }

    func distance(_ p: Point, _ a: Point, _ b: Point) -> Double {
      let d = b - a
      let square = d.dx * d.dx + d.dy * d.dy
      let t = square > 0 ? ((p.x - a.x) * d.dx + (p.y - a.y) * d.dy) / square : 0
      return p.distance(to: a.interpolated(to: b, at: min(max(t, 0), 1)))
    }
  }

  @Test("A straight line needs two points")
  func line() throws {
    let plot = try Plot(0...10, 0...10)
    #expect(plot.segments { $0 } == [[Point(0, 0), Point(10, 10)]])
  }

  @Test(
    "Smooth curves are drawn within a tenth of a point, fast oscillations too",
    arguments: [1.0, 5, 50, 97])
  func smooth(frequency: Double) throws {
    let plot = try Plot(0...(2 * .pi), -1.1...1.1)
    let segments = plot.segments { sin(frequency * $0) }
    #expect(segments.count == 1)
    #expect(plot.error({ sin(frequency * $0) }, segments) < 0.1)
    #expect(segments[0].count < 100 + 80 * Int(frequency))
  }

  @Test("The tangent has one segment for each branch and none through a pole")
  func tangent() throws {
    let plot = try Plot(-6...6, -3...3)
    let segments = plot.segments { tan($0) }
    #expect(segments.count == 5)
    for segment in segments {
      #expect(zip(segment, segment.dropFirst()).allSatisfy { $0.y < $1.y })
      #expect(segment.allSatisfy { plot.screen($0).y > 7 && plot.screen($0).y < 233 })
    }
    // Inner branches leave the visible range at both ends.
    #expect(plot.screen(segments[1][0]).y > 230)
    #expect(plot.error({ tan($0) }, segments) < 0.1)
  }

  @Test("A hyperbola breaks at zero and is as symmetric as its function")
  func hyperbola() throws {
    let plot = try Plot(-4...4, -10...10)
    let segments = plot.segments { 1 / $0 }
    #expect(segments.count == 2)
    #expect(segments[0].map { Point(-$0.x, -$0.y) }.reversed() == segments[1])
    #expect(segments.flatMap { $0 }.allSatisfy { abs($0.y) < 12 })
  }

  @Test("An even function has mirrored samples")
  func even() throws {
    let plot = try Plot(-3...3, 0...1)
    let points = plot.segments { exp(-$0 * $0) }[0]
    #expect(points.map { -$0.x }.reversed() == points.map(\.x))
  }

  @Test("An even pole leaves through the edge on both sides")
  func evenPole() throws {
    let plot = try Plot(-1...2, 0...50)
    let segments = plot.segments { 1 / (($0 - 0.3) * ($0 - 0.3)) }
    #expect(segments.count == 2)
    #expect(segments.flatMap { $0 }.allSatisfy { $0.y < 54 })
    #expect(plot.error({ 1 / (($0 - 0.3) * ($0 - 0.3)) }, segments) < 0.1)
  }

  @Test("The logarithm leaves through the bottom edge, not at minus infinity")
  func logarithm() throws {
    let plot = try Plot(0...5, -3...2)
    let segments = plot.segments { log($0) }
    #expect(segments.count == 1)
    let first = try #require(segments.first?.first)
    #expect(first.x > 0)
    #expect(first.y < -3 && first.y > -3.4)
  }

  @Test("x log x reaches its limit at zero though it is undefined there")
  func removableEnd() throws {
    let plot = try Plot(0...1, -0.6...0.2)
    let segments = plot.segments { $0 * log($0) }
    #expect(segments.count == 1)
    let first = try #require(segments.first?.first)
    #expect(first.x < 1e-9 && abs(first.y) < 1e-7)
  }

  @Test("A gap without width is closed")
  func removableGap() throws {
    let plot = try Plot(-20...20, -0.5...1.2)
    #expect(plot.segments { sin($0) / $0 }.count == 1)
    #expect(plot.segments { $0 == 0 ? -.infinity : 1 }.count == 1)
  }

  @Test("Steps break where they jump")
  func steps() throws {
    let plot = try Plot(-2.5...2.5, -4...4)
    let segments = plot.segments { $0.rounded(.down) }
    #expect(segments.count == 6)
    for (index, segment) in segments.enumerated() {
      #expect(segment.count == 2)
      #expect(segment.allSatisfy { $0.y == Double(index - 3) })
      if index > 0 { #expect(abs(segment[0].x - Double(index - 3)) < 1e-9) }
    }
  }

  @Test("A steep but continuous curve does not break")
  func steep() throws {
    let plot = try Plot(-1...1, -2...2)
    #expect(plot.segments { tanh(1e6 * $0) }.count == 1)
    #expect(plot.segments { tanh(1e6 * ($0 - 0.1234)) }.count == 1)
    #expect(plot.segments { 1e7 * $0 }.count == 1)
    #expect(plot.segments { 1e7 * ($0 - 0.3) }.count == 1)
  }

  @Test("A curve ends where its function is no longer defined")
  func partial() throws {
    let plot = try Plot(0...1, 0...1)
    let segments = plot.segments { ($0 - 0.3).squareRoot() }
    #expect(segments.count == 1)
    #expect(abs(segments[0][0].x - 0.3) < 1e-9)
    #expect(abs(segments[0][0].y) < 1e-4)
  }

  @Test("Zero on a logarithmic axis is left out, not drawn as a spike")
  func logarithmicAxis() throws {
    let plot = try Plot(-1...1, 1e-4...1, type: .log())
    let segments = plot.segments { abs($0) }
    #expect(segments.count == 2)
    #expect(segments.flatMap { $0 }.allSatisfy { $0.y > 1e-5 })
  }

  @Test("What is nowhere defined or visible is not drawn")
  func nothing() throws {
    let plot = try Plot(0...1, 0...1)
    #expect(plot.segments { _ in .nan }.isEmpty)
    #expect(plot.segments { _ in .infinity }.isEmpty)
    #expect(plot.segments { _ in 1e300 }.isEmpty)
    #expect(plot.segments { _ in 5 }.isEmpty)
    #expect(
      FunctionSampler().segments(of: { $0 }, over: 3...4, x: plot.x, y: plot.y).isEmpty)
  }

  @Test("The number of calls is bounded, however wild the function")
  func bounded() throws {
    let plot = try Plot(0...1, -1...1)
    for limit in [50, 1000, 20_000] {
      var calls = 0
      let wild: (Double) -> Double = { x in
        calls += 1
        let hash = (x.bitPattern &* 0x9E37_79B9_7F4A_7C15) >> 40
        return hash % 7 == 0 ? .nan : Double(hash % 2001) / 1000 - 1
      }
      _ = FunctionSampler(evaluationLimit: limit)
        .segments(of: wild, over: 0...1, x: plot.x, y: plot.y)
      #expect(calls <= limit + 20)
    }
  }

  @Test("On a logarithmic x axis samples follow the screen")
  func logarithmicX() throws {
    let x = try ContinuousScale(.log(), domain: 1e-6...1, range: (0, 400))
    let y = try ContinuousScale(.linear, domain: 0...20, range: (200, 0))
    let segments = FunctionSampler().segments(of: { -log2($0) }, over: 0...1, x: x, y: y)
    #expect(segments.count == 1)
    #expect(segments[0].count == 2)
  }

  @Test("A function over a stretch too short to be seen is a dot at either end of the axis")
  func shortStretch() throws {
    let chart = Chart {
      LinePlot(x: "x", y: "y", domain: 0...1e-300) { _ in 0.5 }
    }
    .chartXScale(domain: 0...1e16).chartYScale(domain: 0...1)
    for chart in [chart, chart.chartXReversed()] {
      let scene = try chart.scene(width: 300, height: 200).scene
      #expect(scene.leaves.contains { $0.trail.contains("mark curve 1") })
    }
  }
}
