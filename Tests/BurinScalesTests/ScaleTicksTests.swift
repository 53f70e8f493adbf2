import BurinScales
import Testing

@Suite("Ticks of scales that are not linear")
struct ScaleTicksTests {
  @Test("A logarithmic axis is labelled at powers, with minors between")
  func decades() {
    let ticks = LogTicks(targetCount: 6).ticks(0.5, 200)
    #expect(ticks.major == [1, 10, 100])
    #expect(ticks.minor.first == 0.5)
    #expect(ticks.minor.last == 200)
    #expect(ticks.minor.count == 5 + 8 + 8 + 1)
    #expect(ticks.labels.map(\.text) == ["1", "10", "100"])
    // Nobody counts many zeros.
    #expect(LogTicks(targetCount: 6).ticks(1, 1e6).labels.first?.tex == "10^{0}")
    #expect(
      LogTicks(targetCount: 6).ticks(0.01, 10).labels.map(\.text) == ["0.01", "0.1", "1", "10"])
  }

  @Test("Many decades are thinned, and the skipped ones become minors")
  func thinned() {
    let ticks = LogTicks(targetCount: 4).ticks(1e-6, 1)
    #expect(ticks.major == [1e-6, 1e-4, 1e-2, 1])
    #expect(ticks.minor == [1e-5, 1e-3, 1e-1])
    let wide = LogTicks(targetCount: 5).ticks(leastDouble, 1e308)
    #expect(wide.major.count <= 5 && wide.major.count >= 3)
    #expect(wide.minor.allSatisfy { $0 > 0 })
    // By round numbers of decades: 200, not 121.
    #expect(LogTicks(targetCount: 5).ticks(1e-300, 1e300).major == [1e-200, 1, 1e200])
    #expect(LogTicks(targetCount: 8).ticks(1e-12, 1e12).major == [1e-10, 1e-5, 1, 1e5, 1e10])
  }

  @Test("A base near one is thinned as well")
  func smallBase() {
    let ticks = LogTicks(base: 1.000_001, targetCount: 5).ticks(1, 1000)
    #expect(ticks.major.count <= 6)
    #expect(ticks.minor.isEmpty)
    #expect(LogTicks(base: 1.0.nextUp).ticks(1e-300, 1e300).major.count >= 2)
  }

  @Test("Base two and natural bases have their own powers")
  func otherBases() {
    #expect(LogTicks(base: 2).ticks(0.125, 4).major == [0.125, 0.25, 0.5, 1, 2, 4])
    #expect(LogTicks(base: 2).ticks(0.125, 4).labels.first?.text == "0.125")
    #expect(LogTicks(base: 2).ticks(1, 1_048_576).labels.last?.tex == "2^{20}")
  }

  @Test("A domain of less than a decade still has ticks")
  func narrow() {
    #expect(LogTicks().ticks(2, 30).major == [2, 5, 10, 20])
    #expect(LogTicks().ticks(1.1, 1.9).major.count >= 3)
    #expect(LogTicks().ticks(0, 1).major.isEmpty)
    #expect(LogTicks().ticks(-1, -2).major.isEmpty)
  }

  @Test("Labels that overlap are thinned")
  func legibility() {
    let ticks = LogTicks(targetCount: 10).ticks(1e-8, 1) { $0.count > 5 ? -.infinity : 1 }
    #expect(ticks.major == [1e-8, 1e-6, 1e-4, 1e-2, 1])
    #expect(!LogTicks().ticks(1e-8, 1) { _ in -.infinity }.isLegible)
  }

  @Test("As many powers are labelled as the target asks for, a part of one counting as one")
  func target() {
    #expect(LogTicks(targetCount: 3.6).ticks(1, 1000).major == [1, 10, 100, 1000])
    #expect(LogTicks(targetCount: 3).ticks(1, 1000).major == [1, 100])
  }

  @Test("A symlog axis shows zero and powers to both sides")
  func symlog() throws {
    let scale = try ContinuousScale(.symlog(constant: 1), domain: -1000...1000, range: (0, 400))
    #expect(scale.ticks(targetCount: 5).major == [-1000, -10, 0, 10, 1000])
    let high = try ContinuousScale(.symlog(constant: 1), domain: -1e6...1e6, range: (0, 200))
    let ticks = high.ticks(targetCount: 4)
    #expect(ticks.major == [-1e6, -100, 0, 100, 1e6])
    #expect(ticks.labels.map(\.text) == ["−10⁶", "−10²", "0", "10²", "10⁶"])
    let small = try ContinuousScale(.symlog(constant: 1), domain: -1...1, range: (0, 400))
    #expect(small.ticks(targetCount: 5).major == [-1, -0.5, 0, 0.5, 1])
  }

  @Test("Every scale's ticks lie within its domain")
  func inside() throws {
    let max = Double.greatestFiniteMagnitude
    for type: ScaleType in [.linear, .log(), .log(base: 2), .sqrt, .symlog(constant: 1e-3)] {
      for domain in [0.3...77, 1e-9...1e9, denormal...1e-300, 1e-300...max, 5...5.001] {
        let scale = try ContinuousScale(type, domain: domain, range: (0, 300))
        for count in [2.0, 5, 10] {
          let ticks = scale.ticks(targetCount: count)
          #expect(!ticks.major.isEmpty)
          for tick in ticks.major + ticks.minor {
            let position = scale.position(tick)
            #expect(position > -1e-6 && position < 300 + 1e-6, "\(type) \(domain) \(tick)")
          }
        }
      }
    }
  }

  @Test("A nice domain ends on ticks")
  func nice() throws {
    let linear = try ContinuousScale(.linear, domain: 0.13...9.6, range: (0, 400))
    #expect(linear.niced().domain == 0...10)
    let reversed = try ContinuousScale(.linear, domain: (9.6, 0.13), range: (0, 400))
    #expect(reversed.niced().domainStart == 10)
    let log = try ContinuousScale(.log(), domain: 0.003...45, range: (0, 400))
    #expect(log.niced().domain == 0.001...100)
    let exact = try ContinuousScale(.log(), domain: 0.001...1000, range: (0, 400))
    #expect(exact.niced().domain == 0.001...1000)
    let max = Double.greatestFiniteMagnitude
    let huge = try ContinuousScale(.linear, domain: -max...max, range: (0, 400))
    #expect(huge.niced().domain == -max...max)
  }

  // datetime(2024, 2, 29, 12, 34, 56, tzinfo=utc).timestamp() and others, Python 3.
  @Test(
    "Civil times agree with a reference calendar",
    arguments: [
      (0.0, 1970, 1, 1, 0), (1_709_210_096, 2024, 2, 29, 45_296), (951_782_400, 2000, 2, 29, 0),
      (-2_203_891_200, 1900, 3, 1, 0), (-1, 1969, 12, 31, 86_399),
      (253_402_300_799, 9999, 12, 31, 86_399),
    ])
  func calendar(seconds: Double, year: Int, month: Int, day: Int, second: Int) {
    let time = CivilTime(secondsSince1970: seconds)
    #expect(time == CivilTime(year: year, month: month, day: day, second: second))
    #expect(time?.secondsSince1970 == seconds)
  }

  @Test("Time ticks stand on round calendar times")
  func time() {
    func texts(_ target: Double, _ low: Double, _ high: Double) -> [String] {
      let ticks = TimeTicks(targetCount: target).ticks(low, high)
      return ticks.map(TimeFormat.automatic(for: ticks).text)
    }
    #expect(
      texts(4, 0, 86_400) == ["1970-01-01", "06:00", "12:00", "18:00", "1970-01-02"])
    let year = CivilTime(year: 2024).secondsSince1970
    #expect(
      texts(4, year, year + 366 * 86_400)
        == ["2024-01", "2024-04", "2024-07", "2024-10", "2025-01"])
    #expect(
      texts(5, -2_203_891_200, year) == ["1920", "1940", "1960", "1980", "2000", "2020"])
    #expect(texts(3, 0, 60).last == "00:01:00")
    #expect(TimeTicks().ticks(.nan, 1).isEmpty)
    #expect(TimeTicks().ticks(0, 1e300).isEmpty)
    #expect(TimeTicks().ticks(-1e13, 1e13).count >= 3)
  }

  @Test("An axis of times of day tells its day once")
  func dated() {
    let noon = CivilTime(year: 2024, month: 2, day: 29, second: 43_200).secondsSince1970
    let times = [noon, noon + 3600, noon + 7200]
    #expect(
      times.map(TimeFormat.automatic(for: times).text) == ["12:00\n2024-02-29", "13:00", "14:00"])
    let format = TimeFormat.automatic(for: [noon, noon + 30])
    #expect(format.precision == .second)
    #expect(format.text(noon + 30) == "12:00:30")
    #expect(format.text(.infinity) == "inf")
    #expect(TimeFormat.automatic(for: []).text(0) == "1970-01-01")
  }

  @Test("Fewer times are marked where as many as wished cannot be read")
  func legibleTimes() throws {
    let scale = try ContinuousScale(.time, domain: 0...(10 * 86_400), range: (0, 100))
    let wished = scale.ticks(targetCount: 10)
    #expect(wished.major.count >= 8)
    let fewer = scale.ticks(targetCount: 10) { $0.count > 4 ? -.infinity : 1 }
    #expect((2...4).contains(fewer.major.count))
    #expect(fewer.isLegible)
    #expect(scale.niced() == scale)
  }

  @Test("A domain is extended in plain steps, no more than there is room for")
  func plainSteps() throws {
    func nice(_ high: Double, most: Double = .infinity) throws -> Double {
      try ContinuousScale(.linear, domain: 0...high, range: (0, 1))
        .niced(targetCount: 4, maximumCount: most).domain.upperBound
    }
    #expect(try nice(22) == 25)
    #expect(try nice(22, most: 4) == 30)
    #expect(try nice(31) == 35)
    #expect(try nice(12) == 12)
    #expect(try nice(1.2) == 1.2)
    let scale = try ContinuousScale(.linear, domain: -5...25, range: (0, 1))
    #expect(scale.ticks(targetCount: 7, extent: .exact).major == [-5, 0, 5, 10, 15, 20, 25])
    #expect(scale.ticks(targetCount: 2, extent: .exact).major.contains(0))
    let odd = try ContinuousScale(.linear, domain: 0.3...7.9, range: (0, 1))
    #expect(odd.ticks(extent: .exact).major.isEmpty)
  }
}
