import BurinScales
import Testing

/// The relations that hold for every type of scale; a new type's test calls ``check()``.
struct Relations {
  var type: ScaleType

  init(_ type: ScaleType) { self.type = type }

  /// Numbers that break what was written for pleasant ones.
  static let hard: [Double] = [
    0, -0.0, 1, -1, leastDouble, -leastDouble, denormal, -denormal, 1e-300, 1e-9, 0.1, 0.3,
    7, 1e5, 1e9 + 0.001, 1e15, 1e22, 1e100, 1e300, -1e300, 1e308, -1e308, .greatestFiniteMagnitude,
    -.greatestFiniteMagnitude, .infinity, -.infinity, .nan, 1.0.nextUp, 1e13, -1e13, 1.7e9,
  ]

  /// Domains of many sizes, of which a type shows some.
  static let domains: [ClosedRange<Double>] = [
    0...1, 0.001...0.003, 0.45...0.46, 1...10, 0.3...77, 3...5000, -4...9, -1000...1000,
    1e-9...1e9, 1e8...1.2e8, 0...1.2e8, 1.7e9...1.7e9 + 1.5, 1.7e9...1.7e9 + 86_400 * 400,
    5...5.001,
    -2e-9...3e-9, 0.13...9.6, 1e-300...1e300, 1.7e9...1.7e9 + 1e-6, 2e10...3e11,
  ]

  /// The domains that the type shows, and whose ends its transform tells apart.
  private var domains: [ClosedRange<Double>] {
    Self.domains.filter {
      type.canShow($0.lowerBound)
        && transformedEnds($0)[0] < transformedEnds($0)[1]
    }
  }

  private func transformedEnds(_ domain: ClosedRange<Double>) -> [Double] {
    let factor = type.transform.prescale(for: domain)
    return [domain.lowerBound, domain.upperBound].map { type.transform.transform($0 * factor) }
  }

  func check() throws {
    try transforms()
    try roundTrips()
    try ticks()
    try niceEnds()
    hardValues()
  }

  /// A transform increases, and its inverse leads back.
  func transforms() throws {
    let values = [-1e6, -300, -1, -1e-3, 0, 1e-9, 1e-3, 0.5, 1, 2.5, 300, 1e6].filter(type.canShow)
    #expect(values.count > 5)
    let transformed = values.map(type.transform.transform)
    #expect(zip(transformed, transformed.dropFirst()).allSatisfy { $0 < $1 }, "\(type)")
    for (value, place) in zip(values, transformed) {
      let back = type.transform.inverse(place)
      #expect(abs(back - value) <= 1e-9 * max(abs(value), 1e-6), "\(type) \(value) \(back)")
    }
  }

  /// Positions increase with values, and values with positions; each leads back to the other.
  func roundTrips() throws {
    for domain in domains {
      for clamp in [false, true] {
        let scale = try ContinuousScale(type, domain: domain, range: (20, 320), clamp: clamp)
        #expect(scale.position(domain.lowerBound) == 20)
        #expect(scale.position(domain.upperBound) == 320)
        let positions = (0...30).map { 20 + Double($0) * 10 }
        let values = positions.map(scale.value)
        // The two products of an interpolation are rounded each, so that neighbours of a domain of a
        // few Doubles may change places by the last digit.
        let slack = 2 * max(abs(domain.lowerBound), abs(domain.upperBound)).ulp
        #expect(
          zip(values, values.dropFirst()).allSatisfy { $0 <= $1 + slack }, "\(type) \(domain)")
        // Positions are as exact as the transformed ends are against their distance, and values as
        // exact as the Doubles of the domain are close.
        let ends = transformedEnds(domain)
        let rounding = 2 * ends.map(\.magnitude).reduce(0, max).ulp / (ends[1] - ends[0])
        let spacing = slack / width(domain)
        for (position, value) in zip(positions, values) {
          #expect(
            abs(scale.position(value) - position) < 1e-6 + 300 * (rounding + spacing),
            "\(type) \(domain) \(position)")
        }
      }
    }
  }

  private func width(_ domain: ClosedRange<Double>) -> Double {
    min(domain.upperBound - domain.lowerBound, .greatestFiniteMagnitude)
  }

  /// Ticks lie within the domain, ascend, and have labels that differ.
  func ticks() throws {
    for domain in domains {
      let scale = try ContinuousScale(type, domain: domain, range: (0, 300))
      for count in [2.0, 5, 11, .nan, -3, 1e9] {
        for integersOnly in [false, true] {
          let ticks = scale.ticks(targetCount: count, integersOnly: integersOnly)
          let all = "\(type) \(domain) \(count) \(ticks.major.prefix(20))"
          for values in [ticks.major, ticks.minor] {
            #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 }, "\(all)")
            let slack = 1e-9 * width(domain)
            #expect(
              values.allSatisfy {
                $0 >= domain.lowerBound - slack && $0 <= domain.upperBound + slack
              }, "\(all)")
          }
          #expect(ticks.major.count < 9000)
          if integersOnly, !type.isTime {
            #expect((ticks.major + ticks.minor).allSatisfy { $0 == $0.rounded() }, "\(all)")
          } else {
            #expect(ticks.major.count >= 2, "\(all)")
          }
          let labels = ticks.labels.map(\.text)
          #expect(zip(labels, labels.dropFirst()).allSatisfy { $0 != $1 }, "\(all) \(labels)")
        }
      }
    }
  }

  /// Nice ends enclose the domain, which fills a good part of them.
  func niceEnds() throws {
    for domain in domains {
      for integersOnly in [false, true] {
        let scale = try ContinuousScale(type, domain: domain, range: (0, 300))
        let nice = scale.niced(integersOnly: integersOnly)
        #expect(nice.domain.lowerBound <= domain.lowerBound, "\(type) \(domain)")
        #expect(nice.domain.upperBound >= domain.upperBound, "\(type) \(domain)")
        guard !integersOnly else { continue }
        let length = nice.position(domain.upperBound) - nice.position(domain.lowerBound)
        #expect(length >= 0.4 * 300, "\(type) \(domain) \(nice.domain)")
      }
    }
  }

  /// No number traps, hangs or makes another number of itself.
  func hardValues() {
    for a in Self.hard {
      for b in Self.hard {
        let scale: ContinuousScale
        do throws(ScaleError) {
          scale = try ContinuousScale(type, domain: (a, b), range: (0, 100))
        } catch {
          #expect(!error.description.isEmpty && !error.description.contains("\n"))
          continue
        }
        #expect(a.isFinite && b.isFinite && a != b && type.canShow(a) && type.canShow(b))
        for value in Self.hard {
          let position = scale.position(value)
          #expect(!value.isNaN || position.isNaN)
          if scale.domain.contains(value) { #expect(position >= 0 && position <= 100) }
          _ = scale.value(at: value)
        }
        let ticks = scale.ticks()
        #expect(ticks.major.allSatisfy { $0.isFinite })
        #expect(
          zip(ticks.major, ticks.major.dropFirst()).allSatisfy { $0 < $1 }, "\(type) \(a) \(b)")
        let labels = ticks.labels.map(\.text)
        #expect(Set(labels).count == labels.count, "\(type) \(a) \(b) \(ticks.major) \(labels)")
        _ = scale.niced()
      }
      if let domain = type.domain(around: a) {
        #expect(domain.contains(a) && domain.lowerBound < domain.upperBound, "\(type) \(a)")
        #expect(type.canShow(domain.lowerBound) && type.canShow(domain.upperBound))
      } else {
        #expect(!type.canShow(a))
      }
    }
  }
}
