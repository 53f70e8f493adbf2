import BurinFigures
import InformationTheory

/// Entropy as average surprise (chapter 4): the weather of a desert beside that of mountains.
struct EntropyFigure: Figure {
  static let id = "06_entropy"

  @Parameter(count: 2...6) var desert = [0.90, 0.08, 0.02]
  @Parameter(count: 2...6) var mountain = [0.35, 0.33, 0.32]
  /// The names of the outcomes.
  @Parameter var outcomes = Words()

  struct Numbers: Sendable {
    var desert: Region
    var mountain: Region
    /// The entropy of equally likely weathers.
    var maximum: Information
  }

  /// The weather of one place.
  struct Region: Sendable, Equatable {
    var weather: Distribution
    var entropy: Information
    /// The outcomes, the likeliest first.
    var tiles: [Tile]

    init(_ weather: Distribution) {
      self.weather = weather
      entropy = weather.entropy()
      let order = weather.probabilities.indices.filter { weather[$0] > 0 }.sorted {
        (-weather[$0], $0) < (-weather[$1], $1)
      }
      var start = 0.0
      tiles = order.map { outcome in
        let tile = Tile(outcome: outcome, start: start, probability: weather[outcome])
        start = tile.end
        return tile
      }
    }
  }

  /// One outcome as a rectangle: as wide as it is likely, as high as it is surprising.
  struct Tile: Sendable, Equatable {
    var outcome: Int
    var start: Double
    var probability: Double

    var end: Double { min(1, start + probability) }
    var surprise: Information { .surprisal(of: min(1, probability)) }
    /// The area: the contribution of the outcome to the entropy.
    var contribution: Information { probability * surprise }
  }

  func compute() throws -> Numbers {
    try outcomes.check(count: self.desert.count, parameter: "outcomes")
    let desert = try Distribution.parameter("desert", desert)
    let mountain = try Distribution.parameter("mountain", mountain)
    guard desert.count == mountain.count else {
      throw ParameterError(
        "mountain",
        "has \(mountain.count) values where desert has \(desert.count); give both as many")
    }
    return Numbers(
      desert: Region(desert), mountain: Region(mountain),
      maximum: try Distribution.uniform(desert.count).entropy())
  }

  func facts(_ n: Numbers) -> Facts {
    let keys = Outcomes.climate(n.desert.weather.count, .en)
    let tiles = [("desert", n.desert), ("mountain", n.mountain)].flatMap { name, region in
      region.tiles.flatMap { tile in
        [
          Fact("information.\(name).\(keys[tile.outcome])", tile.surprise),
          Fact("term.\(name).\(keys[tile.outcome])", tile.contribution),
        ]
      }
    }
    return Facts(
      [
        Fact("entropy.desert", n.desert.entropy), Fact("entropy.mountain", n.mountain.entropy),
        Fact("entropy.maximum", n.maximum),
      ] + tiles
    ).distinguished()
  }

  func statements(_ n: Numbers) -> [Statement] {
    let facts = self.facts(n)
    let (desert, mountain) = (facts("entropy.desert").text, facts("entropy.mountain").text)
    return [
      Statement(
        "title.average", if: "always: H = Σ p · (−log₂ p)", true,
        "熵就是平均惊讶：沙漠 \(desert)，山区 \(mountain)",
        en: "Entropy is average surprise: desert \(desert), mountains \(mountain)"),
      Statement(
        "subtitle.tiles", if: "always: the widths sum to 1, the areas to H", true,
        "每块的宽是概率，高是惊讶，面积是两者之积；把面积摊平，高度就是熵 $H$",
        en:
          "Each tile is as wide as its outcome is likely, as high as it is surprising; levelled out, they reach $H$"
      ),
    ]
      + [("desert", n.desert), ("mountain", n.mountain)].map { key, region in
        let part = (region.entropy / n.maximum).share
        let (zh, en) = key == "desert" ? ("沙漠", "Desert") : ("山区", "Mountains")
        return Statement(
          "share_\(key).maximum", if: "always", true,
          "\(zh)：最大熵的 \(part)", en: "\(en): \(part) of the maximum")
      }
  }

  func title(_ n: Numbers, _ say: Language) -> Text { sentence("title", n, say) ?? "" }

  func subtitle(_ n: Numbers, _ say: Language) -> Text? { sentence("subtitle", n, say) }

  func altText(_ n: Numbers, _ say: Language) -> String {
    let facts = self.facts(n)
    func list(_ region: Region) -> String {
      let names = Outcomes.climate(n.desert.weather.count, say, outcomes)
      return region.tiles.map { tile in
        let product = Product(tile, key: region == n.desert ? "desert" : "mountain", facts)
        return "\(names[tile.outcome]) \(product.text)"
      }.joined(separator: say("，", en: ", "))
    }
    let (desert, mountain, maximum) = (
      facts("entropy.desert").text, facts("entropy.mountain").text, facts("entropy.maximum").text
    )
    return say(
      "两幅同尺度的方块图，每块宽为概率、高为惊讶、面积为对熵的贡献。沙漠：\(list(n.desert))，熵 \(desert)。山区：\(list(n.mountain))，熵 \(mountain)。旁边的竖条与最大值 \(maximum) 相比。",
      en:
        "Two charts of tiles on one scale; each tile is as wide as its probability and as high as its surprise, so that its area is what it adds to the entropy. Desert: \(list(n.desert)); entropy \(desert). Mountains: \(list(n.mountain)); entropy \(mountain). A bar beside each compares with the maximum, \(maximum)."
    )
  }

  func body(_ n: Numbers, _ say: Language) throws -> [AnyContent] {
    try body(n, say, in: FigureSpace(width: Self.width))
  }

  func body(_ n: Numbers, _ say: Language, in space: FigureSpace) throws -> [AnyContent] {
    let facts = self.facts(n)
    let isListed = isListed(n) || space.isNarrow
    if space.isNarrow {
      for (key, region) in [("desert", n.desert), ("mountain", n.mountain)] {
        chart(region, key, facts, n, isListed: true, say).frame(height: 300)
        table(region, key, facts, n, isNarrow: true, say)
      }
    } else {
      HStack(spacing: 24) {
        chart(n.desert, "desert", facts, n, isListed: isListed, say)
        chart(n.mountain, "mountain", facts, n, isListed: isListed, say)
      }
      .frame(height: isListed ? 300 : 376)
      if isListed {
        HStack(alignment: .top, spacing: 24) {
          table(n.desert, "desert", facts, n, isNarrow: false, say)
          table(n.mountain, "mountain", facts, n, isNarrow: false, say)
        }
      }
    }
  }

  /// A probability times a surprise, as printed.
  struct Product {
    var share: String
    var surprise: String
    var sign: String
    var area: String

    /// Creates the product of a tile from the facts of its region.
    init(_ tile: Tile, key: String, _ facts: Facts) {
      let name = Outcomes.climate(tile.outcome + 1, .en)[tile.outcome]
      let (information, term) = (facts("information.\(key).\(name)"), facts("term.\(key).\(name)"))
      (share, surprise, area) = (tile.probability.share, information.number, term.number)
      sign = [PrintedValue(tile.probability, share), PrintedValue(information)].sign(
        ofProduct: PrintedValue(term))
    }

    /// `40% × 1.322 ≈ 0.529`.
    var text: String { "\(share) × \(surprise) \(sign) \(area)" }
  }

  /// Returns whether the products are listed below the charts, because some tiles leave no space
  /// for them.
  private func isListed(_ n: Numbers) -> Bool {
    // Six letters or three Chinese characters fit into the narrowest tile that has its label inside.
    let isLong = outcomes.strings.contains { $0.columns > 6 }
    return isLong
      || [n.desert, n.mountain].contains { region in
        let narrow = region.tiles.filter { $0.probability <= 0.16 }
        let wide = region.tiles.filter { $0.probability > 0.16 }
        return region.weather.count > 3
          || wide.contains { $0.probability < ($0.probability.share.contains(".") ? 0.37 : 0.3) }
          || narrow.count == 1 && narrow[0].probability < 0.01
          || narrow.count > 1 && narrow.map(\.probability).reduce(0, +) < 0.06
      }
  }

  /// Returns the list of a region's products, numbered as its tiles.
  private func table(
    _ region: Region, _ key: String, _ facts: Facts, _ n: Numbers, isNarrow: Bool,
    _ say: Language
  ) -> some FigureContent {
    let names = Outcomes.climate(n.desert.weather.count, say, outcomes)
    return Table(
      columns: [
        .init("", alignment: .trailing),
        .init(outcomes.areOwn ? say("天气", en: "weather") : say("结果", en: "outcome")),
        .init("$p$", alignment: .trailing), .init(say("惊讶", en: "surprise"), alignment: .trailing),
        .init("", alignment: .center), .init(say("面积", en: "area"), alignment: .trailing),
      ], role: isNarrow ? .tick : .body, rowPadding: 6,
      columnSpacing: isNarrow ? 5 : 10, fillsWidth: true
    ) {
      for (index, tile) in region.tiles.enumerated() {
        let product = Product(tile, key: key, facts)
        TableRow(
          Text("\(index + 1)").bold().foregroundStyle(.entropy), Text(names[tile.outcome]),
          Text(product.share), Text("× \(product.surprise)"), Text(product.sign),
          Text(product.area).bold())
      }
    }
    .layoutWeight(1)
  }

  /// Returns the extent of the vertical axes in bits; tiles narrower than any pixel are cut off
  /// above.
  private static func height(_ n: Numbers, isListed: Bool) -> Double {
    let tallest = (n.desert.tiles + n.mountain.tiles).map(\.surprise.bits).max() ?? 0
    let height = max(min(tallest, 12), n.maximum.bits) * 1.08
    if isListed { return height * 1.08 }
    // Labels beside steps lower than a line of text need space above.
    let crowded = [n.desert, n.mountain].map { region in
      zip(region.tiles, region.tiles.dropFirst()).filter {
        $1.probability < 0.16 && ($1.surprise - $0.surprise).bits < height * lineHeight
      }.count
    }
    return height / (1 - Double(crowded.max() ?? 0) * lineHeight)
  }

  private func chart(
    _ region: Region, _ key: String, _ facts: Facts, _ n: Numbers, isListed: Bool,
    _ say: Language
  ) -> Chart {
    let names = Outcomes.climate(n.desert.weather.count, say, outcomes)
    let entropy = facts("entropy.\(key)")
    let height = Self.height(n, isListed: isListed)
    let (low, high) = (1.12, 1.24)
    let parts = region.tiles.map { tile in
      let name = Outcomes.climate(tile.outcome + 1, .en)[tile.outcome]
      return PrintedValue(facts("term.\(key).\(name)"))
    }
    let sum = parts.map(\.text).joined(separator: " + ")
    let sign = parts.sign(of: PrintedValue(entropy))
    let count = Double(n.desert.weather.count)
    let maximum = PrintedEquation(
      .logarithm(base: 2), [PrintedValue(count, "\(n.desert.weather.count)")],
      result: PrintedValue(facts("entropy.maximum")))
    return Chart {
      // Behind the tiles, so that it crosses none of their labels.
      RuleMark(xStart: .value("", 0), xEnd: .value("", low), y: .value("", entropy.value))
        .foregroundStyle(.entropy).lineStyle(width: 1.5, dash: [5, 3])
      for tile in region.tiles {
        let gap = Self.gap(tile)
        RectangleMark(
          xStart: .value("p", tile.start + gap), xEnd: .value("p", tile.end - gap),
          yStart: .value("bits", 0), yEnd: .value("bits", min(tile.surprise.bits, height))
        )
        .foregroundStyle(.entropy.tint(0.62))
      }
      for (index, tile) in region.tiles.enumerated() {
        if isListed {
          let edge = upperEdge(of: tile, at: min(tile.surprise.bits, height))
          let numbers = Self.numbers(at: index, in: region.tiles, height)
          numbers.isEmpty
            ? AnyChartContent(edge)
            : AnyChartContent(
              edge.annotation(position: .top, spacing: 4) {
                Text(numbers).bold()
              })
        } else {
          AnyChartContent(
            edge(tile, names[tile.outcome], Product(tile, key: key, facts), region, height))
        }
      }
      RectangleMark(
        xStart: .value("", low), xEnd: .value("", high), yStart: .value("", 0),
        yEnd: .value("", n.maximum.bits), border: .entropy
      )
      .foregroundStyle(.canvas)
      RectangleMark(
        xStart: .value("", low), xEnd: .value("", high), yStart: .value("", 0),
        yEnd: .value("", entropy.value)
      )
      .foregroundStyle(.entropy)
      RuleMark(xStart: .value("", 0), xEnd: .value("", 1), y: .value("", 0))
        .foregroundStyle(.axis).lineStyle(width: 1.1)
      TextMark(
        x: .value("", (low + high) / 2), y: .value("", n.maximum.bits), position: .top, spacing: 5
      ) {
        (say("最大 ", en: "max ")
          + "$\\log_2 \(n.desert.weather.count)$\n\(maximum.sign) \(maximum.result.text)")
          .foregroundStyle(.secondary)
      }
    }
    .chartXScale(domain: 0...1.36).chartYScale(domain: 0...height)
    .chartXAxisLine(.hidden)
    .chartXAxis {
      AxisMarks(values: [0, 0.5, 1, (low + high) / 2]) {
        AxisValueLabel { datum in
          guard case .number(let p) = datum, p <= 1 else {
            return "$H$"
          }
          return Text(p.percent()) + (p == 0.5 ? say("\n概率 $p$", en: "\nProbability $p$") : "")
        }
      }
    }
    .chartYAxis {
      AxisMarks {
        AxisTick(); AxisValueLabel()
      }
    }
    .chartTitle(sentence("share_\(key)", n, say) ?? "")
    .chartSubtitle(
      Text(isListed || parts.count < 2 ? "$H$ = " : "$H$ = \(sum) \(sign) ")
        + Text(entropy.text).bold().foregroundStyle(.entropy)
    )
    .chartYAxisLabel(say.text("惊讶 $-\\log_2 p$（bits）", en: "Surprise $-\\log_2 p$ (bits)"))
  }

  /// Returns the upper edge of a tile with its label: within the tile if there is space, above if
  /// it is flat, else beside its top, where the likelier and lower tiles leave space.
  @ChartContentBuilder
  private func edge(
    _ tile: Tile, _ name: String, _ product: Product, _ region: Region, _ height: Double
  ) -> some ChartContent {
    let (bits, entropy) = (min(tile.surprise.bits, height), region.entropy.bits)
    let (share, surprise, sign, area) = (
      product.share, product.surprise, product.sign, product.area
    )
    if Self.isLarge(tile, height) {
      // All labels within tiles share a baseline, in the middle of the lowest tile.
      let lowest = region.tiles.filter { Self.isLarge($0, height) }.map(\.surprise.bits).min() ?? 0
      upperEdge(of: tile, at: bits)
      TextMark(
        x: .value("p", (tile.start + tile.end) / 2), y: .value("bits", lowest / 2)
      ) {
        "**\(name)** \(share)\n× \(surprise)\n\(sign) **\(area)**"
      }
    } else {
      let rest: Text = "× \(surprise) \(sign) **\(area)**"
      let line: Text = "**\(name)** \(share) \(rest)"
      if tile.probability < 0.25 {
        // Near the vertical axis there is no space at the left.
        upperEdge(of: tile, at: bits).annotation(
          position: tile.start < 0.65 ? .automatic : .bottomLeading, spacing: 5
        ) {
          line
        }
      } else {
        let isWide = tile.probability > 0.65
        let text: Text = isWide ? line : "**\(name)** \(share)\n\(rest)"
        // If the line at H would cross the text, the text is placed on that line.
        let isCrossed = entropy >= bits && entropy < bits + height * Self.lineHeight
        upperEdge(of: tile, at: bits)
        LabelMark(
          xStart: .value("p", tile.start + Self.gap(tile)),
          xEnd: .value("p", tile.end - Self.gap(tile)),
          y: .value("bits", isCrossed ? entropy : bits), position: .top
        ) { text }
      }
    }
  }

  /// Returns the number of a tile, with those of the next ones where they leave no space for theirs;
  /// nothing for those.
  private static func numbers(at index: Int, in tiles: [Tile], _ height: Double) -> String {
    func shares(_ index: Int) -> Bool {
      guard index > 0, index < tiles.count else { return false }
      let (left, right) = (tiles[index - 1], tiles[index])
      let levels = [left, right].map { min($0.surprise.bits, height) }
      return (right.start + right.end - left.start - left.end) / 2 < 0.05
        && (levels[1] - levels[0]).magnitude < 2 * height * lineHeight
    }
    if shares(index) { return "" }
    let last = tiles.indices.dropFirst(index + 1).prefix { shares($0) }.last ?? index
    return (index...last).map { "\($0 + 1)" }.joined(separator: ", ")
  }

  /// Returns a line along the top of a tile, or over its whole width at another height.
  private func upperEdge(of tile: Tile, at bits: Double) -> some ChartContent {
    let gap = Self.gap(tile)
    return RuleMark(
      xStart: .value("p", tile.start + gap), xEnd: .value("p", tile.end - gap),
      y: .value("bits", bits)
    )
    .foregroundStyle(.entropy).lineStyle(width: 2)
  }

  /// The height of a line of text with the space around it, as a fraction of the plot's.
  private static let lineHeight = 0.085

  /// Returns the width of the gap at either side of a tile, which separates neighbours.
  private static func gap(_ tile: Tile) -> Double { min(0.0025, tile.probability / 4) }

  /// Returns whether a tile has space for a label of three lines.
  private static func isLarge(_ tile: Tile, _ height: Double) -> Bool {
    tile.probability > 0.16 && tile.surprise.bits > height * lineHeight * 2.6
  }
}
