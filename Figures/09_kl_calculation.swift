import BurinFigures
import InformationTheory

/// The worked example of section 6.3: a table of the terms beside the waterfall that adds them up.
struct KLCalculation: Figure {
  static let id = "09_kl_calculation"

  @Parameter(count: 2...6) var P = [0.6, 0.3, 0.1]
  @Parameter(count: 2...6) var Q = [0.2, 0.5, 0.3]
  /// The names of the outcomes.
  @Parameter var outcomes = Words()

  struct Numbers: Sendable {
    var P: Distribution
    var Q: Distribution
    var terms: [Information]
    var divergence: Information

    /// log₂ P/Q of an outcome.
    func logarithm(_ index: Int) -> Information {
      .bits(InformationUnit.bits.logarithm(of: P[index], over: Q[index]))
    }
  }

  func compute() throws -> Numbers {
    let (P, Q) = try Distribution.parameters(P: P, Q: Q, outcomes: outcomes)
    return Numbers(
      P: P, Q: Q, terms: try P.divergenceTerms(from: Q), divergence: try P.divergence(from: Q))
  }

  func facts(_ numbers: Numbers) -> Facts {
    let keys = Outcomes.weatherKeys(numbers.P.count)
    let logarithms = keys.indices.filter { numbers.P[$0] > 0 }.map {
      Fact("log_ratio.\(keys[$0])", numbers.logarithm($0), decimals: 3)
    }
    let total = Fact("kl.forward", numbers.divergence, showing: 3, decimals: 3)
    // The terms have the decimals of their sum.
    let terms = zip(keys, numbers.terms).map { Fact("term.\($0)", $1, decimals: total.decimals) }
    return Facts(logarithms + terms + [total]).distinguished()
  }

  func statements(_ n: Numbers) -> [Statement] {
    let total = facts(n)("kl.forward")
    let isEqual = n.P == n.Q
    let terms = n.terms.map(\.bits)
    let most = terms.max() ?? 0
    let costly = terms.indices.filter {
      terms[$0] > 0 && (terms[$0] == most || most - terms[$0] < 1e-12)
    }
    let negative = terms.indices.filter { terms[$0] < 0 }
    let first = costly.first ?? 0
    let (p, q) = (
      n.P[first].short(besides: n.Q[first]), n.Q[first].short(besides: n.P[first])
    )
    func names(_ indices: [Int], _ say: Language) -> String {
      let names = Outcomes.weather(n.P.count, say, outcomes)
      let chosen = indices.map { names[$0] }
      let list =
        say == .zh || chosen.count < 2
        ? chosen.joined(separator: "、")
        : chosen.dropLast().joined(separator: ", ") + " and \(chosen[chosen.count - 1])"
      // A name of the author's stays as it was given.
      return outcomes.areOwn ? list.prefix(1).uppercased() + list.dropFirst() : list
    }
    // Between a Latin letter or a digit and Chinese there is a space.
    func gap(_ indices: [Int]) -> String {
      names(indices, .zh).last.map { $0.isASCII && ($0.isLetter || $0.isNumber) } == true ? " " : ""
    }
    return [
      Statement(
        "title.equal", if: "P = Q", isEqual,
        "$Q$ 和 $P$ 处处相同，一点也不多花", en: "Where $Q$ equals $P$, nothing is wasted"),
      Statement(
        "title.waste", if: "P ≠ Q", !isEqual,
        "用 $Q$ 代替 $P$，平均每次多花 \(total.text)",
        en: "Using $Q$ in place of $P$ wastes \(total.text) on average"),
      Statement(
        "subtitle.equal", if: "P = Q", isEqual,
        "\(each)的贡献 $P\\log_2(P/Q)$ 都是 0，加起来的 $D_{\\mathrm{KL}}$ 也是 0",
        en:
          "Each outcome adds $P\\log_2(P/Q)$, which is 0 for all of them, and so is $D_{\\mathrm{KL}}$"
      ),
      Statement(
        "subtitle.signs", if: "some term is negative", !negative.isEmpty,
        "\(each)的贡献是 $P\\log_2(P/Q)$，有正有负，加起来就是 $D_{\\mathrm{KL}}$",
        en: "Each outcome adds $P\\log_2(P/Q)$, some of it negative; the sum is $D_{\\mathrm{KL}}$"),
      Statement(
        "subtitle.positive", if: "P ≠ Q and no term is negative", !isEqual && negative.isEmpty,
        "\(each)的贡献是 $P\\log_2(P/Q)$，加起来就是 $D_{\\mathrm{KL}}$",
        en: "Each outcome adds $P\\log_2(P/Q)$; the sum is $D_{\\mathrm{KL}}$"),
      Statement(
        "costly.one", if: "one term is positive and larger than all others", costly.count == 1,
        "**\(names(costly, .zh))**\(gap(costly))的代价最大：真实是 \(p)，却只猜了 \(q)。",
        en: "**\(names(costly, .en))** costs most: it is \(p), the guess was only \(q)."),
      Statement(
        "costly.tied", if: "several positive terms are equal and larger than all others",
        costly.count > 1,
        "**\(names(costly, .zh))**\(gap(costly))的代价并列最大：都猜得比真实低。",
        en: "**\(names(costly, .en))** cost most, all equally: each was guessed too low."),
      Statement(
        "negative.one", if: "one term is negative", negative.count == 1,
        "**\(names(negative, .zh))**\(gap(negative))是负的：猜得比真实高，这里反而省，但补不回来。",
        en:
          "**\(names(negative, .en))** comes out negative: guessed too high, it saves a little, never enough."
      ),
      Statement(
        "negative.several", if: "several terms are negative", negative.count > 1,
        "**\(names(negative, .zh))**\(gap(negative))是负的：猜得比真实高，这里反而省，但补不回来。",
        en:
          "**\(names(negative, .en))** come out negative: guessed too high, they save a little, never enough."
      ),
    ]
  }

  /// What each term is of, in Chinese.
  private var each: String { outcomes.areOwn ? "每种天气" : "每个结果" }

  func title(_ n: Numbers, _ say: Language) -> Text { sentence("title", n, say) ?? "" }

  func subtitle(_ n: Numbers, _ say: Language) -> Text? { sentence("subtitle", n, say) }

  func altText(_ numbers: Numbers, _ say: Language) -> String {
    let names = Outcomes.weather(numbers.P.count, say, outcomes)
    let facts = self.facts(numbers)
    let terms = zip(names, Outcomes.weatherKeys(names.count)).map {
      "\($0) \(facts("term.\($1)").signed)"
    }
    let total = facts("kl.forward").text
    return say(
      "表格列出\(each)的 P、Q、比值、对数和贡献；瀑布图把贡献逐项相加：\(terms.joined(separator: "，"))，合计 \(total)。",
      en:
        "A table lists P, Q, their ratio, its logarithm and the contribution of each outcome; a waterfall adds the contributions: \(terms.joined(separator: ", ")), \(total) in total."
    )
  }

  func body(_ numbers: Numbers, _ say: Language) throws -> [AnyContent] {
    try body(numbers, say, in: FigureSpace(width: Self.width))
  }

  func body(_ numbers: Numbers, _ say: Language, in space: FigureSpace) throws -> [AnyContent] {
    space.row(spacing: 34) {
      VStack(spacing: 20) {
        table(numbers, isNarrow: space.isNarrow, say)
        if numbers.P != numbers.Q { reading(numbers, say) }
      }.layoutWeight(1)
      // Terms that are all 0 leave nothing to draw.
      if numbers.P != numbers.Q { waterfall(numbers, say).frame(height: 290).layoutWeight(0.95) }
    }
  }

  private func table(_ numbers: Numbers, isNarrow: Bool, _ say: Language) -> Table {
    let names = Outcomes.weather(numbers.P.count, say, outcomes)
    let (facts, keys) = (facts(numbers), Outcomes.weatherKeys(names.count))
    let ratios = zip(numbers.P.probabilities, numbers.Q.probabilities).map { $0 / $1 }
    // A telephone has no space for the quotients, which the next column has the logarithms of, and
    // between long numbers none for those either.
    let longest = [
      names,
      zip(numbers.P.probabilities, numbers.Q.probabilities).map { $0.short(besides: $1) },
      zip(numbers.Q.probabilities, numbers.P.probabilities).map { $0.short(besides: $1) },
      keys.map { facts("log_ratio.\($0)").number },
      keys.map { facts("term.\($0)").signed } + [facts("kl.forward").text],
    ].map { column in column.map(\.columns).max() ?? 0 }
    let hidden = !isNarrow ? [] : longest.reduce(0, +) > 33 ? [3, 4] : [3]
    func cells(_ all: [Text]) -> [Text] {
      all.enumerated().filter { !hidden.contains($0.offset) }.map(\.element)
    }
    let heads: [Text] = [
      "$\\textcolor{P}{P}$", "$\\textcolor{Q}{Q}$", "$P/Q$", "$\\log_2\\frac{P}{Q}$",
      "$P\\log_2\\frac{P}{Q}$",
    ]
    let first = outcomes.areOwn ? say("天气", en: "weather") : say("结果", en: "outcome")
    let columns = cells(["\(first)"] + heads).enumerated().map {
      Table.Column($0.element, alignment: $0.offset == 0 ? .leading : .trailing)
    }
    return Table(
      columns: columns, role: isNarrow ? .tick : .body, rowPadding: 11.5,
      columnSpacing: isNarrow ? 7 : 22, fillsWidth: true
    ) {
      for (index, name) in names.enumerated() {
        let (p, q) = (numbers.P[index], numbers.Q[index])
        TableRow(
          cells: cells([
            Text(name), Text(p.short(besides: q)).foregroundStyle(.truth),
            Text(q.short(besides: p)).foregroundStyle(.model),
            Text(p == 0 && q == 0 ? "–" : ratios.aligned(index)),
            Text(p == 0 ? "–" : facts("log_ratio.\(keys[index])").number),
            Text(facts("term.\(keys[index])").signed).bold(),
          ]))
      }
      TableRow(
        cells: cells([
          say("合计", en: "total"), Text(1.0.short), Text(1.0.short), "", "",
          Text(facts("kl.forward").text).foregroundStyle(.waste),
        ])
      ).total().background(.waste.tint(0.9))
    }
  }

  /// Returns the interpretation of the terms: which outcome costs most, which is overestimated.
  private func reading(_ numbers: Numbers, _ say: Language) -> VStack {
    VStack(spacing: 8) {
      for place in ["costly", "negative"] {
        if let sentence = sentence(place, numbers, say) { sentence }
      }
    }
  }

  private func waterfall(_ numbers: Numbers, _ say: Language) -> Chart {
    let names = Outcomes.weather(numbers.P.count, say, outcomes)
    let (facts, keys) = (facts(numbers), Outcomes.weatherKeys(names.count))
    let total = Outcomes.name("D_KL", "D", "KL", "D(P‖Q)", besides: names)
    let steps = Self.steps(numbers.terms.map(\.bits))
    let top = steps.map(\.to).max() ?? 0
    let sum = numbers.divergence.bits
    let least = min(0, steps.map(\.to).min() ?? 0)
    let thin = 0.007 * (top - least)
    return Chart {
      for (index, step) in steps.enumerated() {
        RuleMark(
          xStart: .value("", names[index]),
          xEnd: .value("", index + 1 < names.count ? names[index + 1] : total),
          y: .value("bits", step.to), span: .gap
        ).foregroundStyle(.muted).lineStyle(width: 1)
        // A term of 0 is a thin bar at the level that it leaves.
        BarMark(
          x: .value("", names[index]),
          yStart: .value("", step.term == 0 ? step.from - thin : step.from),
          yEnd: .value("", step.to)
        )
        .foregroundStyle(
          step.term == 0
            ? .muted.tint(0.45) : step.term < 0 ? .entropy.tint(0.55) : .waste.tint(0.25)
        )
        .annotation(position: step.term < 0 ? .bottom : .top) {
          Text(facts("term.\(keys[index])").signed)
        }
      }
      BarMark(
        x: .value("", total), yStart: .value("", 0), yEnd: .value("", sum.isFinite ? sum : top)
      )
      .foregroundStyle(.waste)
      .annotation(position: .top) {
        Text(facts("kl.forward").number).bold().foregroundStyle(.waste)
      }
    }
    .chartTitle(say.text("逐项相加（bits）", en: "Adding the terms (bits)"))
    .chartXAxis {
      AxisMarks {
        AxisValueLabel { datum in
          guard case .category(let name) = datum else { return "" }
          return name == total ? "$D_{\\mathrm{KL}}$" : Text(name)
        }
      }
    }
    .chartYScale(domain: (least - thin)...top)
    .chartYAxis(.hidden)
  }

  /// Returns the beginning and end of each term's bar.
  ///
  /// An infinite term ends above all finite ones, and later terms continue from there.
  private static func steps(_ terms: [Double]) -> [(term: Double, from: Double, to: Double)] {
    var sums = [0.0]
    for term in terms where term.isFinite { sums.append((sums.last ?? 0) + term) }
    let ceiling = max(sums.max() ?? 0, 0.5) * 1.4
    var level = 0.0
    return terms.map { term in
      let start = level
      level = term.isFinite ? level + term : max(level, ceiling)
      return (term, start, level)
    }
  }
}
