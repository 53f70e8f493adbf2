import BurinScales
import Testing

@Suite("Every type of scale")
struct ScaleTypeTests {
  static let types: [ScaleType] = [
    .linear, .log, .log(base: 2), .log(base: 1.5), .squareRoot, .symmetricLog,
    .symlog(constant: 1e-3), .symmetricLog(slopeAtZero: 0.01), .date,
  ]

  @Test("Transforms increase and lead back, ticks and nice ends fit the domain", arguments: types)
  func relations(type: ScaleType) throws { try Relations(type).check() }

  @Test("Types are equal where their transforms are")
  func equality() {
    #expect(ScaleType.time == .date)
    #expect(ScaleType.log() == .log)
    #expect(ScaleType.log(base: 2) != .log)
    #expect(ScaleType.linear != .date)
    #expect(Set(Self.types + Self.types).count == Self.types.count)
    #expect(ScaleType.symmetricLog(slopeAtZero: 2) == .symlog(constant: 0.5))
    #expect(ScaleType.sqrt == .squareRoot)
  }

  @Test("A type says what it can show and whether it has a zero")
  func properties() {
    #expect(ScaleType.linear.extendsToZero && ScaleType.symmetricLog.extendsToZero)
    #expect(!ScaleType.log.extendsToZero && !ScaleType.date.extendsToZero)
    #expect(!ScaleType.log.canShow(0) && !ScaleType.log.canShow(.infinity))
    #expect(ScaleType.date.isTime && !ScaleType.linear.isTime)
    #expect(ScaleType.log.unshownReason == "a logarithmic scale shows only values above 0")
  }

  @Test("A transform of another package makes a scale by its two functions")
  func ownTransform() throws {
    struct Reciprocal: ScaleTransform {
      func transform(_ value: Double) -> Double { value > 0 ? -1 / value : .nan }
      func inverse(_ transformed: Double) -> Double { -1 / transformed }
      func canShow(_ value: Double) -> Bool { value > 0 && value.isFinite }
      var unshownReason: String { "a reciprocal scale shows only values above 0" }
    }
    let type = ScaleType(Reciprocal())
    let scale = try ContinuousScale(type, domain: 1...4, range: (0, 300))
    #expect(abs(scale.position(2) - 200) < 1e-9)
    #expect(abs(scale.value(at: 200) - 2) < 1e-9)
    #expect(scale.ticks(targetCount: 4).major == [1, 2, 3, 4])
    #expect(scale.niced() == scale)
    let near = try ContinuousScale(type, domain: 0.3...3.7, range: (0, 300))
    #expect(near.niced().domain == 0.2...5)
    #expect(scale.position(-3).isNaN)
    #expect(type == ScaleType(Reciprocal()) && type != .linear)
    #expect(throws: ScaleError.domainUnshown(0, 1, reason: type.unshownReason)) {
      try ContinuousScale(type, domain: 0...1, range: (0, 1))
    }
  }

  @Test("Values that differ by rounding have the domain of one value")
  func rounding() throws {
    #expect(ScaleType.linear.domain(covering: [0.1 + 0.2, 0.3])?.lowerBound == 0.15)
    #expect(ScaleType.log.domain(covering: [1e300, (1e300).nextUp])?.lowerBound == 5e299)
    #expect(ScaleType.linear.domain(covering: [0.3, 0.300_000_1]) == 0.3...0.300_000_1)
    #expect(ScaleType.linear.domain(covering: [0, 1e-300]) == 0...1e-300)
    for type in Self.types {
      for a in Relations.hard {
        for b in Relations.hard + [a.nextUp] {
          guard let domain = type.domain(covering: [a, b]) else { continue }
          #expect(domain.lowerBound < domain.upperBound)
          #expect(!type.canShow(a) || domain.contains(a))
          #expect(!type.canShow(b) || domain.contains(b))
          _ = try ContinuousScale(type, domain: domain, range: (0, 1))
        }
      }
    }
  }

  @Test(
    "A single value has a domain of its own size",
    arguments: [3e-9, -3e-9, 1, 5e7, -1e300, 1e-300])
  func single(value: Double) throws {
    for type in Self.types where type.canShow(value) && !type.isTime {
      let domain = try #require(type.domain(covering: [value, value]))
      #expect(domain.contains(value))
      #expect(domain.upperBound - domain.lowerBound <= 2 * abs(value))
      let scale = try ContinuousScale(type, domain: domain, range: (0, 300)).niced()
      #expect(scale.domain.upperBound - scale.domain.lowerBound <= 5 * abs(value))
      #expect(scale.ticks().major.count >= 2)
    }
  }

  @Test(
    "Data of less than a decade fill a logarithmic axis",
    arguments: [
      (0.45, 0.46), (0.9, 11), (2.1, 3), (99, 101), (3e-9, 3.1e-9), (0.5, 1.5), (1, 1000),
    ])
  func narrowLog(low: Double, high: Double) throws {
    for base in [2, 2.718281828, 10] {
      let scale = try ContinuousScale(.log(base: base), domain: low...high, range: (0, 1)).niced()
      #expect(scale.position(high) - scale.position(low) >= 0.5, "\(base) \(scale.domain)")
    }
  }

  @Test("A logarithmic domain ends on powers where they are near, else on 1, 2 or 5 times one")
  func niceLog() throws {
    func nice(_ domain: ClosedRange<Double>) throws -> ClosedRange<Double> {
      try ContinuousScale(.log, domain: domain, range: (0, 1)).niced().domain
    }
    #expect(try nice(0.003...45) == 0.001...100)
    #expect(try nice(0.9...11) == 0.5...20)
    #expect(try nice(0.45...0.46) == 0.45...0.46)
  }
}
