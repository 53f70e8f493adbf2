import BurinScales

/// A chart's marks made ready: lines joined, bars stacked, colours and domains found.
struct ChartModel {
  var marks: [any Mark]
  var domains: DomainCollector
  var seriesColors: [String: ThemeColor] = [:]
  var legend: [(key: String, color: ThemeColor)] = []
  var positionKeys: [String] = []
  var stackBase: [Int: Double] = [:]
  /// The least distance between bars that stand at numbers of x, and of y.
  var barStep: (x: Double?, y: Double?)

  init(_ chart: Chart) throws {
    marks = Self.joined(chart.content.marks).map { $0.prepared() }
    domains = DomainCollector()
    for mark in marks { try mark.contribute(to: &domains) }
    stack()
    stackAreas()
    try spaceBars(chart.configuration)
    try resolveFunctions(chart.configuration)
    resolveSeries(chart.configuration)
  }

  /// Tells how many values have no place.
  func noteOmissions(in context: LayoutContext) {
    let omitted = domains.x.notFinite + domains.y.notFinite
    guard omitted > 0 else { return }
    context.note(
      Diagnostic(
        omitted == 1
          ? "a value that is not finite was left out of the chart"
          : "\(omitted) values that are not finite were left out of the chart"))
  }

  /// Joins single points of a line or area into one mark for each series.
  private static func joined(_ marks: [any Mark]) -> [any Mark] {
    var result: [any Mark] = []
    // Lines and areas grow outside of the result, so that no point is copied twice.
    var lines: [(slot: Int, mark: LineMark)] = []
    var areas: [(slot: Int, mark: AreaMark)] = []
    for mark in marks {
      if var line = mark as? LineMark {
        let label = line.pointLabel()
        if let index = lines.lastIndex(where: { $0.mark.continues(line) }) {
          lines[index].mark.points += line.points
          // A label of the whole line, given with each of its points, is the last one's.
          lines[index].mark.options.annotations.removeAll { old in
            old.isOfWholeLine && line.options.annotations.contains { $0.position == old.position }
          }
          lines[index].mark.options.annotations += line.options.annotations
        } else {
          lines.append((result.count, line))
          result.append(line)
        }
        if let label { result.append(label) }
      } else if let area = mark as? AreaMark {
        if let index = areas.lastIndex(where: { $0.mark.options.series == area.options.series }) {
          areas[index].mark.points += area.points
        } else {
          areas.append((result.count, area))
          result.append(area)
        }
      } else {
        result.append(mark)
      }
    }
    for (slot, line) in lines { result[slot] = line }
    for (slot, area) in areas { result[slot] = area }
    return result
  }

  /// Puts bars of one place on top of each other, rising and falling ones apart.
  private mutating func stack() {
    struct Place: Hashable {
      var datum: Datum
      var key: String?
      var rises: Bool
    }
    var sums: [Place: Double] = [:]
    for (index, mark) in marks.enumerated() {
      guard let bar = mark as? BarMark, bar.start == nil, let length = bar.length,
        length.isFinite
      else { continue }
      let place = Place(
        datum: bar.place.datum, key: bar.options.position?.key, rises: length >= 0)
      let base = sums[place, default: 0]
      stackBase[index] = base
      sums[place] = base + length
      let end = PlottableValue.value("", base + length)
      // The place was added before, so that this cannot mix kinds.
      if bar.isLevel {
        try? domains.x.add(end, mark: bar.kind)
      } else {
        try? domains.y.add(end, mark: bar.kind)
      }
    }
  }

  /// Puts areas of several series on top of each other, where they have the same x.
  private mutating func stackAreas() {
    let stacked = marks.indices.filter { index in
      guard let area = marks[index] as? AreaMark, area.options.series != nil else { return false }
      return area.points.allSatisfy { $0.low == nil }
    }
    guard stacked.count > 1 else { return }
    var sums: [Datum: Double] = [:]
    for index in stacked {
      guard var area = marks[index] as? AreaMark else { continue }
      for (point, value) in area.points.enumerated() {
        guard case .number(let height) = value.high.datum, height.isFinite else { continue }
        let base = sums[value.x.datum, default: 0]
        let end = PlottableValue.value(value.high.label, base + height)
        sums[value.x.datum] = base + height
        area.points[point].low = .value(value.high.label, base)
        area.points[point].high = end
        // The axis has numbers already, so that this cannot mix kinds.
        try? domains.y.add(end, mark: area.kind)
      }
      marks[index] = area
    }
  }

  /// Finds the distance between bars at numbers, and room for the outer halves of the outer ones.
  private mutating func spaceBars(_ configuration: ChartConfiguration) throws {
    func places(isLevel: Bool) -> [Double] {
      let numbers = marks.compactMap { mark -> Double? in
        guard let bar = mark as? BarMark, bar.isLevel == isLevel,
          case .number(let number) = bar.place.datum, number.isFinite
        else { return nil }
        return number
      }
      return Set(numbers).sorted()
    }
    func step(_ places: [Double]) -> Double? { zip(places.dropFirst(), places).map(-).min() }
    func widen(_ axis: inout DomainCollector.Axis, _ places: [Double], _ type: ScaleType) throws {
      guard let step = step(places), let first = places.first, let last = places.last else {
        return
      }
      // On a logarithmic axis the outer half of the first bar may have no place.
      if !type.canShow(first - step / 2) { return }
      try axis.add(first - step / 2, mark: "bar")
      try axis.add(last + step / 2, mark: "bar")
    }
    let (upright, level) = (places(isLevel: false), places(isLevel: true))
    barStep = (step(upright), step(level))
    try widen(&domains.x, upright, configuration.x.type)
    try widen(&domains.y, level, configuration.y.type)
  }

  private mutating func resolveFunctions(_ configuration: ChartConfiguration) throws {
    let x = configuration.x.domain ?? domains.x.numbers
    guard let x else { return }
    for mark in marks { try mark.contributeFunctions(to: &domains, x: x) }
  }

  private mutating func resolveSeries(_ configuration: ChartConfiguration) {
    var keys = configuration.seriesColors.map(\.0)
    for (key, color) in configuration.seriesColors { seriesColors[key] = color }
    for mark in marks {
      if let key = mark.options.series?.key, !keys.contains(key) { keys.append(key) }
      if let key = mark.options.position?.key, !positionKeys.contains(key) {
        positionKeys.append(key)
      }
    }
    for (index, key) in keys.enumerated() where seriesColors[key] == nil {
      seriesColors[key] = .series(index)
    }
    legend = keys.map { ($0, seriesColors[$0] ?? .accent) }
  }
}
