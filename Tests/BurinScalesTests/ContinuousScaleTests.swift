import BurinScales
import Testing

@Suite("Continuous scales")
struct ContinuousScaleTests {
  static let kinds: [ScaleType] = [
    .linear, .log(), .log(base: 2), .sqrt, .time, .symlog(constant: 0.5),
  ]

  @Test("A linear scale spreads values evenly, forwards and backwards")
  func linear() throws {
    let x = try ContinuousScale(.linear, domain: 0...10, range: (40, 440))
    #expect(x.position(2.5) == 140)
    #expect(x.value(at: 140) == 2.5)
    #expect(x.position(-1) == 0)
    let y = try ContinuousScale(.linear, domain: (10, 0), range: (0, 200))
    #expect(y.position(10) == 0)
    #expect(y.position(2.5) == 150)
    #expect(!y.isAscending)
  }

  @Test("A logarithmic scale takes the same length for the same ratio")
  func logarithmic() throws {
    let x = try ContinuousScale(.log(), domain: 1e-6...1, range: (0, 600))
    #expect(abs(x.position(1e-3) - 300) < 1e-9)
    // math.log10(1/7) = -0.845098040014257 (Python 3)
    #expect(abs(x.position(1.0 / 7) - (600 - 84.5098040014257)) < 1e-9)
    #expect(abs(x.value(at: 300) / 1e-3 - 1) < 1e-12)
    #expect(x.position(0) == -.infinity)
    #expect(x.position(-1).isNaN)
  }

  @Test("Square root and symlog scales mirror negative values")
  func symmetric() throws {
    let root = try ContinuousScale(.sqrt, domain: -4...9, range: (0, 50))
    #expect(root.position(0) == 20)
    #expect(abs(root.value(at: 10) - -1) < 1e-12)
    let symlog = try ContinuousScale(.symlog(constant: 1), domain: -100...100, range: (-1, 1))
    // math.log1p(10) / math.log1p(100) = 0.5195737064824407 (Python 3)
    #expect(abs(symlog.position(10) - 0.5195737064824407) < 1e-12)
    #expect(abs(symlog.position(-10) + 0.5195737064824407) < 1e-12)
  }

  @Test("Positions lead back to their values", arguments: kinds)
  func roundTrip(kind: ScaleType) throws {
    let scale = try ContinuousScale(kind, domain: 0.25...512, range: (300, 20))
    for value in [0.25, 0.3, 1, 7.5, 100, 512] {
      #expect(abs(scale.value(at: scale.position(value)) / value - 1) < 1e-12)
    }
    #expect(scale.position(0.25) == 300)
    #expect(scale.position(512) == 20)
  }

  @Test("A clamping scale keeps outsiders at its ends")
  func clamping() throws {
    let scale = try ContinuousScale(.log(), domain: 1...100, range: (0, 10), clamp: true)
    #expect(scale.position(1e9) == 10)
    #expect(scale.position(0) == 0)
    #expect(scale.position(-3) == 0)
    #expect(scale.position(.infinity) == 10)
    #expect(scale.value(at: 50) == 100)
    #expect(scale.position(.nan).isNaN)
  }

  @Test("Infinities lie infinitely far in the right direction")
  func infinities() throws {
    let y = try ContinuousScale(.linear, domain: 0...1, range: (200, 0))
    #expect(y.position(.infinity) == -.infinity)
    #expect(y.position(-.infinity) == .infinity)
    #expect(y.position(1e308) == -.infinity || y.position(1e308) < -1e300)
    #expect(y.value(at: .nan).isNaN)
  }

  @Test("Extreme domains give finite positions in order", arguments: kinds)
  func extremes(kind: ScaleType) throws {
    let max = Double.greatestFiniteMagnitude
    var domains = [
      (denormal, 1e300), (1e299, 1e300), (leastDouble, 2 * leastDouble), (1, 1.0 + 1e-12),
      (1e-300, max),
    ]
    if kind.canShow(0) {
      domains += [(-max, max), (-1e300, 1e300), (-denormal, denormal)]
    }
    for domain in domains {
      let scale = try ContinuousScale(kind, domain: domain, range: (0, 100))
      #expect(scale.position(domain.0) == 0)
      #expect(scale.position(domain.1) == 100)
      let middle = scale.value(at: 50)
      #expect(middle.isFinite && middle >= domain.0 && middle <= domain.1)
      let position = scale.position(middle)
      #expect(position >= 0 && position <= 100)
    }
    if kind == .linear {
      let whole = try ContinuousScale(kind, domain: -max...max, range: (0, 100))
      #expect(whole.position(0) == 50)
    }
  }

  @Test("Impossible domains are errors that say what would be right")
  func errors() {
    func failure(_ type: ScaleType, _ domain: (Double, Double)) -> ScaleError? {
      do {
        _ = try ContinuousScale(type, domain: domain, range: (0, 1))
        return nil
      } catch { return error }
    }
    let positive = "a logarithmic scale shows only values above 0"
    #expect(failure(.linear, (3, 3)) == .domainEmpty(3, 3))
    #expect(failure(.linear, (0, .infinity)) == .domainNotFinite(0, .infinity))
    #expect(failure(.linear, (.nan, 1)) != nil)
    #expect(failure(.log(), (0, 1)) == .domainUnshown(0, 1, reason: positive))
    #expect(failure(.log(), (-1, 1)) == .domainUnshown(-1, 1, reason: positive))
    #expect(
      failure(.log(base: 1), (1, 2))
        == .parameter("logarithm base", 1, needs: "a finite number above 1"))
    #expect(failure(.log(base: .nan), (1, 2)) != nil)
    #expect(
      failure(.symlog(constant: 0), (1, 2))?.description
        == "symmetric log constant (1 / slope at zero) 0.0 is not usable: use a finite number above 0"
    )
    #expect(failure(.symmetricLog(slopeAtZero: 0), (1, 2)) != nil)
    // Too close for their logarithms to differ.
    #expect(failure(.log(), (1e300, (1e300).nextUp)) == .domainEmpty(1e300, (1e300).nextUp))
    #expect(
      failure(.log, (0, 1))?.description
        == "scale domain 0.0 to 1.0 can't be shown: a logarithmic scale shows only values above 0")
  }

  @Test("The domain of data leaves out what the scale cannot show")
  func covering() {
    #expect(ScaleType.linear.domain(covering: [3, .nan, -1, .infinity]) == -1...3)
    #expect(ScaleType.log().domain(covering: [0, 0.1, 100, -5]) == 0.1...100)
    #expect(ScaleType.linear.domain(covering: [5]) == 2.5...7.5)
    #expect(ScaleType.linear.domain(covering: [0, 0]) == 0...1)
    #expect(ScaleType.linear.domain(covering: [.nan]) == nil)
    #expect(ScaleType.log().domain(covering: [0]) == nil)
    for value in [leastDouble, 1e308, Double.greatestFiniteMagnitude] {
      for type in Self.kinds { #expect(type.domain(covering: [value])?.contains(value) == true) }
    }
  }
}
