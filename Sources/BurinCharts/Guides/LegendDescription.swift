import BurinInk
import BurinScales
import BurinScene

/// What a legend tells: the keys of the scales of style, each with how it looks.
struct LegendDescription: Sendable {
  /// A key with its looks.
  struct Entry: Sendable {
    var name: String
    var color: Color?
    /// Whether the colour is the theme's, and not the author's choice.
    var isAutomatic = false
    var swatch: LegendSwatch
    var symbol: ChartSymbol?
    var dash: [Double] = []
    /// Whether the symbol lies on a swatch that is a line.
    var showsSymbol = false
    /// The diameter of a point, in points.
    var diameter: Double?
    /// How much of the canvas is mixed into the colour.
    var tint = 0.0
  }

  /// The keys of one quantity.
  struct Section: Sendable {
    /// The name of the quantity, where another section makes it needed.
    var title: String?
    /// The name of the quantity.
    var label = ""
    var entries: [Entry]
  }

  private(set) var sections: [Section] = []
  /// The number of keys.
  var count: Int { sections.reduce(0) { $0 + $1.entries.count } }

  /// Describes the scales of style; keys of one name in several scales are one entry.
  init(_ data: ChartData, _ styles: StyleScales, _ context: LayoutContext) {
    let (theme, region) = (context.theme, context.region)
    func label(_ channel: Channel) -> String? { data.labels(channel).first }
    func names(_ scale: KeyScale) -> [String] {
      let isNumber = scale.kind == .number || scale.kind == .integer
      return scale.keys.map { isNumber ? region.localized($0.name) : $0.name }
    }
    if case .keys(let scale, let colors) = styles.color {
      let swatches = Self.swatches(of: .color, scale.keys.map(\.value), data)
      let entries = names(scale).enumerated().map { index, name in
        let swatch = swatches[index]
        let round = ColorScale.round(index, colors, theme)
        return Entry(
          name: name, color: ColorScale.color(index, colors),
          isAutomatic: index >= colors.count || colors[index] == nil, swatch: swatch,
          symbol: ChartSymbol.ordered(round),
          dash: swatch == .line ? DashPatterns.pattern(round) : [],
          tint: swatch == .square ? ColorScale.tint(round: round) : 0)
      }
      sections.append(Section(title: label(.color), entries: entries))
    }
    if let symbols = styles.symbols {
      add(names(symbols.scale), label(.symbol), swatch: .point) { $0.symbol = symbols[$1] }
    }
    if let dashes = styles.dashes {
      add(names(dashes.scale), label(.dash), swatch: .line) { $0.dash = dashes[$1].shiftedDash }
    }
    if case .keys(let sizes) = styles.sizes {
      add(names(sizes.scale), label(.size), swatch: .point) {
        $0.diameter = ChartSymbol.diameter(area: sizes[$1])
      }
    }
    if case .continuous(let size) = styles.sizes {
      func diameter(_ value: Double) -> Double {
        ChartSymbol.diameter(area: size.position(value))
      }
      let ticks = size.ticks(
        targetCount: 3, integersOnly: data.kind(.size) == .integer
      ) { candidate in
        // Three sizes say how areas grow; neighbours must be told apart.
        candidate.count <= 3
          && zip(candidate, candidate.dropFirst()).allSatisfy {
            InkLimits.areApart(diameter($0), diameter($1))
          } ? 1 : -.infinity
      }.major
      let format = size.format(for: ticks).grouped(by: .thinSpace)
      sections.append(
        Section(
          title: label(.size),
          entries: ticks.map { value in
            Entry(
              name: region.localized(format.string(value)), swatch: .point,
              diameter: diameter(value))
          }))
    }
    for index in sections.indices { sections[index].label = sections[index].title ?? "" }
    // Words need no name: the title of the chart says what the keys are. Numbers alone say nothing.
    let namesSizes =
      styles.sizes?.isContinuous == true && theme.namesQuantities
      && data.labels(.size).count == 1
    if sections.count == 1, !namesSizes { sections[0].title = nil }
  }

  /// Notes keys that nobody can tell apart.
  ///
  /// - Parameters:
  ///   - places: the categories of the axes, which tell their keys apart by themselves.
  ///   - isHidden: whether the author hides the legend, so that labels or a caption name the keys.
  func note(
    _ theme: Theme, places: [[String]], isHidden: Bool, in context: LayoutContext
  ) throws {
    struct Look: Hashable {
      var color: RGBColor?
      var tint: Double
      var symbol: ChartSymbol?
      var dash: [Double]
      var diameter: Double?
    }
    for section in sections {
      var looks: Set<Look> = []
      var count = 0
      for entry in section.entries {
        let look = Look(
          color: try entry.color.map(theme.resolve), tint: entry.tint,
          symbol: entry.swatch == .point ? entry.symbol : nil,
          dash: entry.swatch == .line ? entry.dash : [], diameter: entry.diameter)
        if !looks.insert(look).inserted { count += 1 }
      }
      let name = section.label.isEmpty ? "the legend" : "“\(section.label)”"
      if count > 0 {
        context.note(
          Diagnostic(
            "\(count) of \(section.entries.count) keys of \(name) look the same as another; give them colours, symbols or dashes of their own, or show fewer"
          ))
      } else if !isHidden,
        !places.contains(where: { Set(section.entries.map(\.name)).isSubset(of: $0) }),
        let alike = try Self.alike(section.entries, theme)
      {
        context.note(
          Diagnostic(
            "the keys “\(alike.first)” and “\(alike.second)” of \(name) look alike\(alike.how); tell them apart by symbols, dashes or labels as well"
          ))
      }
    }
  }

  /// Returns the first two keys that differ in colour alone, by less than some readers see, though
  /// nobody chose their colours.
  private static func alike(
    _ entries: [Entry], _ theme: Theme
  ) throws -> (first: String, second: String, how: String)? {
    // A few dozen keys are as many as anybody reads.
    let colored = try entries.prefix(40).compactMap { entry in
      try entry.color.map { (entry, try theme.resolve($0)) }
    }
    for (index, (entry, color)) in colored.enumerated() {
      for (other, otherColor) in colored[..<index]
      where entry.isAutomatic && other.isAutomatic && entry.symbol == other.symbol
        && entry.dash == other.dash && color != otherColor
      {
        let (how, distance) = color.leastDistance(to: otherColor)
        if distance < InkLimits.keyDistance { return (other.name, entry.name, how) }
      }
    }
    return nil
  }

  /// Adds keys to the section of the same names, or as a section of their own.
  private mutating func add(
    _ names: [String], _ title: String?, swatch: LegendSwatch,
    _ change: (inout Entry, Int) -> Void
  ) {
    let same = sections.firstIndex { section in
      let own = Set(section.entries.map(\.name))
      // Marks of one type may have symbols for keys that colour marks of several types.
      let isSameQuantity = title != nil && section.title == title
      return own == Set(names) || isSameQuantity && own.isSuperset(of: names)
    }
    if let same {
      for (index, name) in names.enumerated() {
        guard let entry = sections[same].entries.firstIndex(where: { $0.name == name }) else {
          continue
        }
        change(&sections[same].entries[entry], index)
        if swatch == .point { sections[same].entries[entry].showsSymbol = true }
        if sections[same].entries[entry].swatch == .square {
          sections[same].entries[entry].swatch = swatch
        }
      }
      return
    }
    let entries = names.enumerated().map { index, name in
      var entry = Entry(name: name, swatch: swatch)
      change(&entry, index)
      return entry
    }
    sections.append(Section(title: title, entries: entries))
  }

  /// The swatch of the first marks of each key whose looks a channel decides on.
  private static func swatches(
    of channel: Channel, _ keys: [Double], _ data: ChartData
  ) -> [LegendSwatch] {
    let layers = data.layers.filter { $0.fields[channel] != nil }
    let first = layers.first?.mark.swatch ?? .square
    guard layers.contains(where: { $0.mark.swatch != first }) else {
      return keys.map { _ in first }
    }
    let own = layers.map { (swatch: $0.mark.swatch, keys: Set($0.fields[channel]?.values ?? [])) }
    return keys.map { key in own.first { $0.keys.contains(key) }?.swatch ?? first }
  }
}
