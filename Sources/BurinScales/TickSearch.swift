#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The search for the best tick positions of an axis.
///
/// ```swift
/// TickSearch(targetCount: 4).ticks(8.1, 14.1).major  // [8, 10, 12, 14]
/// ```
///
/// Every candidate is a run of multiples of a nice step. It is scored by simplicity, coverage of
/// the domain, density and legibility; branches that cannot beat the best are pruned.
///
/// Source: J. Talbot, S. Lin, P. Hanrahan, "An Extension of Wilkinson's Algorithm for Positioning
/// Tick Labels on Axes", IEEE InfoVis 2010. Departure: ticks are exact decimal multiples, rounded
/// once, and all loops are bounded.
public struct TickSearch: Sendable {
  /// The weight of each criterion.
  public struct Weights: Hashable, Sendable {
    /// The weight of nice steps and a zero.
    public var simplicity: Double
    /// The weight of ticks that reach just to the ends of the domain.
    public var coverage: Double
    /// The weight of a number of ticks near the preferred one.
    public var density: Double
    /// The weight of legible labels.
    public var legibility: Double

    /// Creates weights; the defaults are those of the paper.
    public init(
      simplicity: Double = 0.25, coverage: Double = 0.2, density: Double = 0.5,
      legibility: Double = 0.05
    ) {
      self.simplicity = simplicity
      self.coverage = coverage
      self.density = density
      self.legibility = legibility
    }
  }

  /// The allowed range of the outermost ticks.
  public enum Extent: Hashable, Sendable {
    /// A little within or beyond the ends of the domain, whichever scores better.
    case free
    /// Never beyond the ends of the domain, and at multiples of a nice step where enough of them fit.
    case within
    /// At or beyond both ends, so that the domain can be extended to them.
    case loose
    /// Multiples of the step at both ends of the domain, as in one that was extended to ticks.
    case exact
  }

  /// The preferred number of ticks, at least 2; the result may have fewer or more.
  public var targetCount: Double
  /// The allowed range of the outermost ticks.
  public var extent: Extent
  /// Whether all ticks must be whole numbers, as for counts.
  public var integersOnly: Bool
  /// The weight of each criterion.
  public var weights: Weights

  /// Creates a search.
  public init(
    targetCount: Double = 5, extent: Extent = .free, integersOnly: Bool = false,
    weights: Weights = Weights()
  ) {
    self.targetCount = targetCount
    self.extent = extent
    self.integersOnly = integersOnly
    self.weights = weights
  }

  /// The nice numbers, best first, in tenths: steps are one of them times a power of ten.
  private static let niceTenths: [Double] = [10, 50, 20, 25, 40, 30]

  /// The largest number of ticks where only plain steps are tried: 1, 2 and 5 times powers of ten,
  /// and quarters of the next power; nil where all are.
  private var mostPlain: Double?

  /// Whether a nice number and a multiple of it may be a step.
  fileprivate func allows(_ tenths: Double, skip: Int) -> Bool {
    mostPlain == nil || skip == 1 && [10, 20, 25, 50].contains(tenths)
  }

  /// The largest number of ticks for a preferred one.
  fileprivate func largestCount(_ target: Double, of tenths: Double) -> Int {
    let most = mostPlain.map { tenths == 25 ? min($0, 5) : $0 }
    return max(2, Int(min(target * 8, most ?? .infinity)))
  }

  /// The maximum number of candidates that one search scores and judges for legibility.
  private static let candidateLimit = 50_000
  private static let legibilityLimit = 2_000

  /// Returns the best ticks for the domain between two numbers, in either order.
  ///
  /// The closure returns how legible the labels of a candidate are: 1 for labels that fit with room
  /// to spare, less for crowded ones, −∞ for labels that overlap. It is called only for candidates
  /// that could become the best. If it rejects every candidate, the result has few ticks and its
  /// `isLegible` is false.
  ///
  /// A domain that is not finite has no ticks. One that is empty, or too narrow for a Double to
  /// represent numbers between its ends, has its ends as ticks. With `integersOnly`, a domain that
  /// contains no whole number has no ticks, and one that contains a single whole number has that
  /// one.
  public func ticks(
    _ start: Double, _ end: Double, legibility: (_ candidate: [Double]) -> Double = { _ in 1 }
  ) -> Ticks {
    guard start.isFinite, end.isFinite else { return Ticks(major: []) }
    // `+ 0` turns a negative zero into a positive one.
    let (low, high) = (min(start, end) + 0, max(start, end) + 0)
    let magnitude = max(abs(low), abs(high))
    // Too narrow compared with its distance from zero: no decimal step is exact there.
    let isNarrow = !(high / magnitude - low / magnitude > 1e-13 && magnitude > 1e-300)
    if integersOnly {
      let (first, last) = wholeEnds(low, high)
      if isNarrow || last - first < 1.5 { return few(first, last, legibility) }
    }
    if low == high { return Ticks(major: [low]) }
    if isNarrow { return Ticks(major: [low, high]) }
    var search = Candidates(self, low, high)
    search.run(legibility)
    if extent == .within, let best = search.best, best.skip > 1 {
      // 10, 40, 70 and 100 reach far in 5…105, but 20, 40, 60 and so on are read with ease.
      var plain = Candidates(self, low, high, largestSkip: 1)
      plain.run(legibility)
      if let found = plain.best, found.count >= min(3, best.count) { search = plain }
    }
    if let best = search.best {
      return Ticks(major: best.values(search.shift), step: best.step(search.shift))
    }
    guard let fallback = search.fallback else {
      return Ticks(major: extent == .loose ? [low, high] : [], isLegible: false)
    }
    return Ticks(
      major: fallback.values(search.shift), step: fallback.step(search.shift), isLegible: false)
  }

  /// Returns the best ticks for a domain.
  public func ticks(
    _ domain: ClosedRange<Double>, legibility: (_ candidate: [Double]) -> Double = { _ in 1 }
  ) -> Ticks {
    ticks(domain.lowerBound, domain.upperBound, legibility: legibility)
  }

  /// Returns the best ticks for a domain, without those that lie beyond an end because of rounding.
  ///
  /// A transform can magnify such an error, as a square root does near zero.
  func ticks(
    strictlyWithin domain: ClosedRange<Double>, legibility: (_ candidate: [Double]) -> Double
  ) -> Ticks {
    var search = self
    for _ in 0..<4 {
      var ticks = search.ticks(domain, legibility: legibility)
      let count = ticks.major.count
      ticks.major.removeAll { !domain.contains($0) }
      if ticks.major.count > 1 || ticks.major.count == count { return ticks }
      // Of two ticks one was removed, so twice as many leave two.
      search.targetCount = 2 * (search.targetCount.isFinite ? max(2, search.targetCount) : 5)
    }
    let ends = [domain.lowerBound, domain.upperBound].filter { !integersOnly || $0 == $0.rounded() }
    return Ticks(major: ends, isLegible: legibility(ends) > -.infinity)
  }

  /// Returns a domain extended to the outermost ticks of a loose search, by plain steps where they
  /// reach: a little more room is better than an axis of 0, 8, 16 and 24.
  ///
  /// - Parameter maximumCount: the number of ticks for which there is room.
  func niceDomain(_ domain: ClosedRange<Double>, maximumCount: Double) -> ClosedRange<Double> {
    var plain = self
    plain.mostPlain = maximumCount
    let found = plain.ticks(domain)
    let ticks = (found.isLegible ? found : ticks(domain)).major
    let low = min(domain.lowerBound, ticks.first ?? domain.lowerBound)
    let high = max(domain.upperBound, ticks.last ?? domain.upperBound)
    return low...high
  }

  /// Returns the outermost whole numbers that the extent allows; the first may exceed the last.
  fileprivate func wholeEnds(_ low: Double, _ high: Double) -> (Double, Double) {
    extent == .loose
      ? (low.rounded(.down) + 0, high.rounded(.up) + 0)
      : (low.rounded(.up) + 0, high.rounded(.down) + 0)
  }

  /// Returns one or two whole numbers as ticks; none if the first exceeds the last.
  private func few(
    _ first: Double, _ last: Double, _ legibility: ([Double]) -> Double
  ) -> Ticks {
    if first > last { return Ticks(major: []) }
    if first == last { return Ticks(major: [first]) }
    let major = [first, last]
    return Ticks(major: major, step: last - first, isLegible: legibility(major) > -.infinity)
  }

  /// A run of ticks: (first + i·skip) · tenths · 10^(exponent − 1) for i in 0..<count.
  fileprivate struct Candidate {
    var first: Double
    var skip: Double
    var tenths: Double
    var exponent: Int
    var count: Int

    func values(_ shift: Int) -> [Double] {
      (0..<count).map {
        decimal((first + Double($0) * skip) * tenths, exponent - 1 + shift)
      }
    }

    func step(_ shift: Int) -> Double { decimal(skip * tenths, exponent - 1 + shift) }
  }

  /// The state of one search.
  fileprivate struct Candidates {
    let search: TickSearch
    let low: Double
    let high: Double
    /// The domain was divided by this power of ten, so that squares and products stay finite.
    let shift: Int
    /// The largest multiple of a nice number that may be a step.
    private let largestSkip: Int
    private let wholeCount: Double
    var best: Candidate?
    var fallback: Candidate?
    private var bestScore = -2.0
    private var fallbackScore = -Double.infinity
    private var scored = 0
    private var judged = 0

    init(_ search: TickSearch, _ low: Double, _ high: Double, largestSkip: Int = 20) {
      self.search = search
      self.largestSkip = largestSkip
      let size = log10(max(abs(low), abs(high)))
      shift = abs(size) > 100 ? Int(size.rounded(.down)) : 0
      self.low = scaledDown(low, shift)
      self.high = scaledDown(high, shift)
      let (first, last) = search.wholeEnds(low, high)
      wholeCount = min(last - first + 1, 1e6)
    }

    mutating func run(_ legibility: ([Double]) -> Double) {
      let weights = search.weights
      var target = search.targetCount.isFinite ? min(max(search.targetCount, 2), 1000) : 5
      if search.integersOnly {
        // At most as many ticks as there are whole numbers; any subset of those is fine.
        target = min(target, max(2, wholeCount))
        bestScore = -.infinity
      }
      let range = high - low
      let slack = 1e-10 * range
      let largest = scaledDown(.greatestFiniteMagnitude, shift)
      let niceCount = Double(TickSearch.niceTenths.count)
      for skip in 1...largestSkip {
        for (rank, tenths) in TickSearch.niceTenths.enumerated() {
          if !search.allows(tenths, skip: skip) { continue }
          let simplicityBound = 2 - Double(rank) / (niceCount - 1) - Double(skip)
          func bound(_ coverage: Double, _ density: Double) -> Double {
            weights.simplicity * simplicityBound + weights.coverage * coverage
              + weights.density * density + weights.legibility
          }
          if bound(1, 1) < bestScore { return }
          for count in 2...search.largestCount(target, of: tenths) {
            let k = Double(count)
            let densityBound = k >= target ? 2 - (k - 1) / (target - 1) : 1
            if bound(1, densityBound) < bestScore { break }
            let delta = range / (k + 1) / Double(skip) / (tenths / 10)
            let exponent = Int(log10(delta).rounded(.up))
            for z in exponent...exponent + 20 {
              let unit = tenths / 10 * pow(10, Double(z))
              let step = unit * Double(skip)
              if search.integersOnly, !isWhole(Double(skip) * tenths, z - 1) { continue }
              let span = step * (k - 1)
              let coverageBound = span > range ? 1 - half(span - range, range) : 1
              if bound(coverageBound, densityBound) < bestScore { break }
              let least = (high / step).rounded(.down) * Double(skip) - (k - 1) * Double(skip)
              let most = (low / step).rounded(.up) * Double(skip)
              guard least <= most, abs(least) < 1e15, abs(most) < 1e15 else { continue }
              for first in stride(from: least, through: most, by: 1) {
                if search.integersOnly, !isWhole(first * tenths, z - 1) { continue }
                scored += 1
                if scored > TickSearch.candidateLimit || judged > TickSearch.legibilityLimit {
                  return
                }
                let (bottom, top) = (first * unit, first * unit + span)
                if abs(bottom) > largest || abs(top) > largest { continue }
                switch search.extent {
                case .free: break
                case .within: if bottom < low - slack || top > high + slack { continue }
                case .loose: if bottom > low + slack || top < high - slack { continue }
                case .exact:
                  // Multiples of the step, so that zero is among them.
                  if first.truncatingRemainder(dividingBy: Double(skip)) != 0
                    || abs(bottom - low) > slack || abs(top - high) > slack
                  {
                    continue
                  }
                }
                let hasZero =
                  first.truncatingRemainder(dividingBy: Double(skip)) == 0 && first <= 0
                  && first + (k - 1) * Double(skip) >= 0
                let simplicity = simplicityBound - (hasZero ? 0 : 1)
                let (above, below) = (high - top, low - bottom)
                let coverage =
                  1 - 0.5 * (above * above + below * below) / ((0.1 * range) * (0.1 * range))
                let density = closeness(k, target, bottom, top)
                let score =
                  weights.simplicity * simplicity + weights.coverage * coverage
                  + weights.density * density
                let candidate = Candidate(
                  first: first, skip: Double(skip), tenths: tenths, exponent: z, count: count)
                if count == 2, score > fallbackScore {
                  fallbackScore = score
                  fallback = candidate
                }
                guard score + weights.legibility > bestScore else { continue }
                judged += 1
                let legible = min(legibility(candidate.values(shift)), 1)
                // A rejected or unmeasurable (NaN) candidate never becomes the best.
                if score + weights.legibility * legible > bestScore, legible > -.infinity {
                  bestScore = score + weights.legibility * legible
                  best = candidate
                }
              }
            }
          }
        }
      }
    }

    /// Returns whether an integer times a power of ten is whole once the domain's division is
    /// undone.
    private func isWhole(_ integer: Double, _ exponent: Int) -> Bool {
      let exponent = exponent + shift
      if exponent >= 0 { return true }
      return integer.truncatingRemainder(dividingBy: pow(10, Double(-exponent))) == 0
    }

    /// Returns the coverage lost by an overhang that is shared by both ends.
    private func half(_ overhang: Double, _ range: Double) -> Double {
      let half = overhang / 2
      return half * half / ((0.1 * range) * (0.1 * range))
    }

    private func closeness(_ k: Double, _ target: Double, _ bottom: Double, _ top: Double)
      -> Double
    {
      let actual = (k - 1) / (top - bottom)
      let preferred = (target - 1) / (max(top, high) - min(low, bottom))
      return 2 - max(actual / preferred, preferred / actual)
    }
  }
}

/// Returns an integer times a power of ten, rounded once.
func decimal(_ integer: Double, _ exponent: Int) -> Double {
  if integer == 0 { return 0 }
  // Both factors are exact, so the quotient or product is the nearest Double.
  if abs(integer) < 9e15, abs(exponent) <= 22 {
    let power = pow(10, Double(abs(exponent))).rounded()
    return exponent < 0 ? integer / power : integer * power
  }
  guard abs(integer) < 9e15 else { return integer * pow(10, Double(exponent)) }
  let value = Double("\(Int(integer))e\(exponent)") ?? 0
  return min(max(value, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
}

/// Returns a number divided by a power of ten, in two steps so that neither overflows.
private func scaledDown(_ value: Double, _ exponent: Int) -> Double {
  exponent == 0
    ? value : value / pow(10, Double(exponent / 2)) / pow(10, Double(exponent - exponent / 2))
}
