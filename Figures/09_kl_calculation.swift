import BurinFigures
import InformationTheory

/// The worked example of section 6.3: a table of the terms beside the waterfall that adds them up.
struct KLCalculation: Figure {
  static let id = "09_kl_calculation"

  @Parameter(count: 2...6) var P = [0.6, 0.3, 0.1]
  @Parameter(count: 2...6) var Q = [0.2, 0.5, 0.3]

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
    let (P, Q) = try Distribution.parameters(P: P, Q: Q)
    return Numbers(
      P: P, Q: Q, terms: try P.divergenceTerms(from: Q), divergence: try P.divergence(from: Q))
  }

  func facts(_ numbers: Numbers) -> Facts {
    let keys = Outcomes.weatherKeys(numbers.P.count)
    let logarithms = keys.indices.filter { numbers.P[$0] > 0 }.map {
      Fact("log_ratio.\(keys[$0])", numbers.logarithm($0), decimals: 2)
    }
    return Facts(
      logarithms + zip(keys, numbers.terms).map { Fact("term.\($0)", $1) }
        + [Fact("kl.forward", numbers.divergence)])
  }

  func title(_ numbers: Numbers, _ say: Language) -> Text {
    let cost = Fact("", numbers.divergence).text
    return say(
      "用 $Q$ 代替 $P$，平均每次多花 \(cost)", en: "Using $Q$ in place of $P$ wastes \(cost) on average")
  }

  func subtitle(_ numbers: Numbers, _ say: Language) -> Text? {
    say(
      "每种天气的贡献是 $P\\log_2(P/Q)$，有正有负，加起来就是 $D_{\\mathrm{KL}}$",
      en: "Each outcome adds $P\\log_2(P/Q)$, some of it negative; the sum is $D_{\\mathrm{KL}}$")
  }

  func altText(_ numbers: Numbers, _ say: Language) -> String {
    let names = Outcomes.weather(numbers.P.count, say)
    let terms = zip(names, numbers.terms).map { "\($0) \($1.bits.signed(3))" }
    let total = Fact("", numbers.divergence).text
    return say(
      "表格列出每种天气的 P、Q、比值、对数和贡献；瀑布图把贡献逐项相加：\(terms.joined(separator: "，"))，合计 \(total)。",
      en:
        "A table lists P, Q, their ratio, its logarithm and the contribution of each outcome; a waterfall adds the contributions: \(terms.joined(separator: ", ")), \(total) in total."
    )
  }

  func body(_ numbers: Numbers, _ say: Language) throws -> [AnyContent] {
    HStack(alignment: .top, spacing: 34) {
      VStack(spacing: 20) {
        table(numbers, say)
        reading(numbers, say)
      }.layoutWeight(1)
      waterfall(numbers, say).frame(height: 290).layoutWeight(0.95)
    }
  }

  private func table(_ numbers: Numbers, _ say: Language) -> Table {
    let names = Outcomes.weather(numbers.P.count, say)
    return Table(
      columns: [
        .init(say("天气", en: "weather")),
        .init("$\\textcolor{P}{P}$", alignment: .trailing),
        .init("$\\textcolor{Q}{Q}$", alignment: .trailing),
        .init("$P/Q$", alignment: .trailing),
        .init("$\\log_2\\frac{P}{Q}$", alignment: .trailing),
        .init("$P\\log_2\\frac{P}{Q}$", alignment: .trailing),
      ], rowPadding: 11.5, columnSpacing: 22, fillsWidth: true
    ) {
      for (index, name) in names.enumerated() {
        let (p, q) = (numbers.P[index], numbers.Q[index])
        TableRow(
          Text(name), Text(p.short).foregroundStyle(.truth), Text(q.short).foregroundStyle(.model),
          Text(p == 0 && q == 0 ? "–" : (p / q).ratio),
          Text(p == 0 ? "–" : numbers.logarithm(index).bits.rounded(2)),
          Text(numbers.terms[index].bits.signed(3)).bold())
      }
      TableRow(
        say("合计", en: "sum"), Text(1.0.short), Text(1.0.short), "", "",
        Text(Fact("", numbers.divergence).text).foregroundStyle(.waste)
      ).total().background(.waste.tint(0.9))
    }
  }

  /// Returns the interpretation of the terms: which outcome costs most, which is overestimated.
  private func reading(_ numbers: Numbers, _ say: Language) -> VStack {
    let names = Outcomes.weather(numbers.P.count, say)
    let largest = numbers.terms.indices.max { numbers.terms[$0] < numbers.terms[$1] } ?? 0
    let negative = numbers.terms.indices.filter { numbers.terms[$0].bits < 0 }
    return VStack(spacing: 8) {
      if numbers.terms[largest].bits > 0 {
        let (p, q) = (numbers.P[largest].short, numbers.Q[largest].short)
        say(
          "**\(names[largest])**付出最多：真实是 \(p)，却只猜了 \(q)。",
          en: "**\(names[largest])** costs most: it is \(p), the guess was only \(q).")
      }
      if !negative.isEmpty {
        let list = negative.map { names[$0] }.joined(separator: say("、", en: ", "))
        say(
          "**\(list)**是负的：猜得比真实高，这里反而省，但补不回来。",
          en: "**\(list)** come out negative: guessed too often, they save a little, never enough.")
      }
    }
  }

  private func waterfall(_ numbers: Numbers, _ say: Language) -> Chart {
    let names = Outcomes.weather(numbers.P.count, say)
    let total = "D_KL"
    let steps = Self.steps(numbers.terms.map(\.bits))
    let top = steps.map(\.to).max() ?? 0
    let sum = numbers.divergence.bits
    return Chart {
      for (index, step) in steps.enumerated() {
        RuleMark(
          xStart: .value("", names[index]),
          xEnd: .value("", index + 1 < names.count ? names[index + 1] : total),
          y: .value("bits", step.to), span: .gap
        ).foregroundStyle(.muted).lineStyle(width: 1)
        BarMark(
          x: .value("", names[index]), yStart: .value("", step.from), yEnd: .value("", step.to)
        )
        .foregroundStyle(step.term < 0 ? .entropy.tint(0.35) : .waste.tint(0.45))
        .annotation(position: step.term < 0 ? .bottom : .top) { Text(step.term.signed(3)) }
      }
      BarMark(
        x: .value("", total), yStart: .value("", 0), yEnd: .value("", sum.isFinite ? sum : top)
      )
      .foregroundStyle(.waste)
      .annotation(position: .top) {
        Text(Fact("", numbers.divergence).number).bold().foregroundStyle(.waste)
      }
    }
    .chartTitle(say("逐项相加（bits）", en: "Adding the terms (bits)"))
    .chartXAxis {
      AxisMarks {
        AxisValueLabel { datum in
          guard case .category(let name) = datum else { return "" }
          return name == total ? "$D_{\\mathrm{KL}}$" : Text(name)
        }
      }
    }
    .chartYScale(domain: min(0, steps.map(\.to).min() ?? 0)...max(top, 0.001))
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
