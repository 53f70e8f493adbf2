import BurinScales

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the values of one axis are, gathered from the layers of a chart.
struct AxisDomain: Sendable {
  /// The axis: x or y.
  let channel: Channel
  /// What the values are; nil before the first.
  var kind: ValueKind?
  /// The type of the scale.
  var type: ScaleType
  /// The smallest and largest finite number that the scale can show.
  private(set) var numbers: ClosedRange<Double>?
  /// The categories that occur, by their index in the chart.
  var categories: Set<Int> = []
  /// Whether bars or areas start at zero.
  var includesZero = false
  /// Whether the marks' automatic domain shows zero.
  var showsZero = false
  /// The first value that the scale cannot show.
  private(set) var firstUnshown: (mark: String, index: Int, value: Double)?
  /// The smallest value that may be widened to half a place beyond it.
  private(set) var places: [Double] = []
  /// The units of the calendar that marks span, such as days.
  private(set) var units = UnitIntervals()
  /// The least distance of places as a part of ``placeSpan``.
  private(set) var step: Double?

  init(_ channel: Channel, kind: ValueKind?, type: ScaleType) {
    self.channel = channel
    self.kind = kind
    self.type = type
  }

  /// Adds a number of a mark.
  mutating func add(_ number: Double, mark: String, index: Int) {
    guard number.isFinite else { return }
    guard type.canShow(number) else {
      if firstUnshown == nil { firstUnshown = (mark, index, number) }
      return
    }
    widen(number, number)
  }

  private mutating func widen(_ low: Double, _ high: Double) {
    numbers =
      numbers.map { min($0.lowerBound, low)...max($0.upperBound, high) } ?? min(low, high)...high
  }

  /// Adds the places of marks that are as wide as the distance between them.
  mutating func addPlaces(_ values: some Sequence<Double>) {
    places += values.lazy.filter { $0.isFinite && type.canShow($0) }
  }

  /// Adds an interval of times that a mark spans.
  mutating func addUnit(_ start: Double, _ end: Double, _ unit: CalendarUnit?) {
    units.add(start, end, unit)
  }

  /// Whether all marks with a length along the axis are parts of a whole; nil without any.
  private(set) var areParts: Bool?

  /// Whether the axis shows parts of a whole and nothing larger.
  var showsParts: Bool {
    areParts == true && numbers.map { $0.lowerBound >= -1.001 && $0.upperBound <= 1.001 } == true
  }

  /// Adds marks that have a length along the axis.
  mutating func addLengths(areParts: Bool) {
    self.areParts = (self.areParts ?? true) && areParts
  }

  /// Adds what another panel's axis shows.
  mutating func merge(_ other: AxisDomain) {
    if let theirs = other.areParts { addLengths(areParts: theirs) }
    kind = kind.map { a in other.kind.flatMap { a.union($0) } ?? a } ?? other.kind
    categories.formUnion(other.categories)
    if let theirs = other.numbers { widen(theirs.lowerBound, theirs.upperBound) }
    includesZero = includesZero || other.includesZero
    showsZero = showsZero || other.showsZero
    firstUnshown = firstUnshown ?? other.firstUnshown
    places += other.places
    units.merge(other.units)
  }

  /// Computes the distance between places, and adds room for the outer halves of the outer ones.
  mutating func spacePlaces() {
    let values = PlaceNumbers(places).representatives
    places = values
    // Places so near that no scale tells them apart are one place.
    guard values.count > 1, let first = values.first, let last = values.last,
      let scale = try? ContinuousScale(type, domain: first...last, range: (0, 1)),
      let step = Self.leastStep(values.map(scale.position))
    else { return }
    self.step = step
    let (low, high) = (scale.value(at: -step / 2), scale.value(at: 1 + step / 2))
    if low.isFinite, type.canShow(low) { widen(low, low) }
    if high.isFinite, type.canShow(high) { widen(high, high) }
  }

  /// The least distance between ascending positions that is no accident.
  ///
  /// A distance under a fiftieth of the median one is taken for two values that should be one, such
  /// as days of which one is a second late: the others keep their width.
  static func leastStep(_ positions: [Double]) -> Double? {
    let steps = zip(positions.dropFirst(), positions).map(-).filter { $0 > 0 }.sorted()
    guard !steps.isEmpty else { return nil }
    let median = steps[steps.count / 2]
    return steps.first { $0 >= median / 50 }
  }

  /// The distance between places on a scale, in points.
  func placeStep(on scale: ContinuousScale) -> Double? {
    guard let step, let first = places.first, let last = places.last else { return nil }
    let distance = abs(scale.position(last) - scale.position(first)) * step
    // Places far beyond a domain that was given may have no finite distance.
    return distance.isNaN ? nil : min(distance, AxisScale.farthest)
  }
}

extension AxisDomain {
  /// The axis' name, for messages.
  var name: String { channel.name }

  /// Whether there are values beyond a domain.
  func exceeds(_ domain: ClosedRange<Double>?) -> Bool {
    guard let domain, let numbers else { return false }
    return numbers.lowerBound < domain.lowerBound || numbers.upperBound > domain.upperBound
  }

  /// Whether no mark has a value on the axis.
  var isEmpty: Bool { kind == nil && numbers == nil && categories.isEmpty }

  /// Whether the axis shows categories.
  func isBand(_ configuration: ChartConfiguration.Scale) -> Bool {
    configuration.categories != nil || kind == .category
  }

  /// The values that an automatic domain shows, with zero where the marks or the author ask for it;
  /// nil without values.
  func shown(_ configuration: ChartConfiguration.Scale) -> ClosedRange<Double>? {
    guard let numbers, type.extendsToZero,
      includesZero || (configuration.includesZero ?? showsZero)
    else { return numbers }
    return min(0, numbers.lowerBound)...max(0, numbers.upperBound)
  }

  /// The part of an automatic domain under which values are said to be pressed together.
  private static let leastShare = 0.02

  /// What a reader cannot see because zero is shown, although nobody asked for it; nil where the
  /// values take enough of the axis.
  func squeezeNote(_ configuration: ChartConfiguration.Scale) -> Diagnostic? {
    guard configuration.domain == nil, configuration.includesZero == nil,
      configuration.modifyNumbers == nil, !includesZero, !isBand(configuration),
      let numbers, let shown = shown(configuration), shown != numbers,
      let scale = try? ContinuousScale(type, domain: shown, range: (0, 1))
    else { return nil }
    let share = abs(scale.position(numbers.upperBound) - scale.position(numbers.lowerBound))
    // What rounding tells apart is no range of values.
    guard share > 1e-9, share < Self.leastShare else { return nil }
    let (low, high) = (
      NumberFormat.shortest.string(numbers.lowerBound),
      NumberFormat.shortest.string(numbers.upperBound)
    )
    return Diagnostic(
      "the values of \(name), \(low) to \(high), take \(NumberFormat.significant(1).string(share * 100)) % of their axis, which shows zero; give chart\(name.uppercased())Scale(domain: .automatic(includesZero: false)) to see them apart"
    )
  }

  /// Whether the domain is extended to ticks: not one that was given, nor that of marks as wide as
  /// their places, which fill the axis from the first to the last.
  private func isExtended(_ configuration: ChartConfiguration.Scale) -> Bool {
    configuration.domain == nil && configuration.modifyNumbers == nil
      && (step == nil || includesZero)
  }

  /// The least distance of ticks whose labels stand one above the other, in points.
  private static let tickRoom = 20.0

  /// Returns the domain of numbers, nice where the author gave none.
  func domain(
    _ configuration: ChartConfiguration.Scale, targetCount: Double, length: Double
  ) throws -> ClosedRange<Double> {
    func checkShown() throws {
      guard let bad = firstUnshown else { return }
      throw ChartError.unscalable(
        axis: name, mark: bad.mark, index: bad.index, value: bad.value,
        reason: type.unshownReason)
    }
    if let domain = configuration.domain {
      for (verb, end) in [("begins", domain.lowerBound), ("ends", domain.upperBound)]
      where !type.canShow(end) {
        throw ChartError.scale(
          axis: name,
          reason:
            "the domain \(verb) at \(NumberFormat.shortest.string(end)), but \(type.unshownReason)")
      }
      try checkShown()
      guard domain.lowerBound == domain.upperBound else { return domain }
      return type.domain(covering: [domain.lowerBound]) ?? domain
    }
    // Also where nothing else is there to make a domain of.
    try checkShown()
    guard var range = shown(configuration) else { return type.canShow(0) ? 0...1 : 1...10 }
    if let modify = configuration.modifyNumbers {
      range = modify(range)
      return range.lowerBound < range.upperBound
        ? range : type.domain(covering: [range.lowerBound]) ?? range
    }
    if range.lowerBound == range.upperBound {
      range = type.domain(covering: [range.lowerBound]) ?? range
    }
    guard isExtended(configuration) else { return range }
    do throws(ScaleError) {
      let scale = try ContinuousScale(type, domain: range, range: (0, 1))
      // Labels of y are one line high; those of x are as wide as they are.
      let room = channel == .y ? max(3, length / Self.tickRoom + 1) : .infinity
      // Ticks that were asked for by their number are about as many.
      let most = configuration.desiredCount.map { min(room, max(3, Double($0) * 1.5)) } ?? room
      let nice = scale.niced(
        targetCount: targetCount, maximumCount: most, integersOnly: kind == .integer
      ).domain
      return configuration.rounded(range, nice: nice)
    } catch {
      throw ChartError.scale(axis: name, reason: error.description)
    }
  }

  /// Returns the scale over a range of points.
  ///
  /// - Parameters:
  ///   - start: the position of the smallest number or of the first category.
  ///   - end: the position of the largest number or of the last category.
  ///   - targetCount: the number of ticks for which the domain is made nice.
  ///   - names: the chart's categories by their index.
  ///   - memo: the rendering's scales of categories.
  func scale(
    _ configuration: ChartConfiguration.Scale, from start: Double, to end: Double,
    targetCount: Double, names: [String], memo: inout BandScaleMemo
  ) throws -> AxisScale {
    let range = configuration.reversed ? (end, start) : (start, end)
    if configuration.hasUnusableDomain {
      throw ChartError.scale(axis: name, reason: "the domain has an end that is no number (nan)")
    }
    do {
      if isBand(configuration) {
        let padding = min(max(configuration.bandPadding, 0), 0.95)
        // One array where all are found, which the memo compares in no time.
        let found =
          categories.count == names.count
          ? names : names.indices.filter { categories.contains($0) }.map { names[$0] }
        let shown =
          configuration.categories ?? configuration.modifyCategories.map { $0(found) } ?? found
        return try memo.scale(shown, names: names, padding: padding, range: range)
      }
      let domain = try domain(configuration, targetCount: targetCount, length: abs(end - start))
      let scale = try ContinuousScale(type, domain: domain, range: range)
      return AxisScale(
        form: .continuous(scale), placeStep: placeStep(on: scale),
        endsAtTicks: isExtended(configuration))
    } catch let error as ScaleError {
      throw ChartError.scale(axis: name, reason: error.description)
    }
  }
}

extension ChartConfiguration.Scale {
  /// Whether the author says nothing of what the axis shows.
  var isAutomatic: Bool {
    marks == nil && domain == nil && categories == nil && modifyNumbers == nil
      && modifyCategories == nil && secondary == nil
  }

  /// Returns a nice domain, or the ends of the values where the marks of the axis ask for them.
  func rounded(
    _ range: ClosedRange<Double>, nice: ClosedRange<Double>
  ) -> ClosedRange<Double> {
    let values = marks?.first?.values
    let low = values?.roundsLowerBound == false ? range.lowerBound : nice.lowerBound
    let high = values?.roundsUpperBound == false ? range.upperBound : nice.upperBound
    return low...high
  }
}
