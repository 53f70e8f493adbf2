import BurinFigures
import InformationTheory

/// Why the direction matters (section 6.4, property 2): both divergences of the worked example,
/// term by term, and of a coin.
struct Asymmetry: Figure {
  static let id = "10_asymmetry"

  @Parameter(count: 2...6) var P = [0.6, 0.3, 0.1]
  @Parameter(count: 2...6) var Q = [0.2, 0.5, 0.3]
  /// The names of the outcomes.
  @Parameter var outcomes = Words()
  @Parameter(range: 0.01...0.99) var p = 0.5
  @Parameter(range: 0...1) var q = 0.99

  struct Numbers: Sendable {
    var isEqual: Bool
    var forwardTerms: [Information]
    var reverseTerms: [Information]
    var forward: Fact
    var reverse: Fact
    var coin: Coin
  }

  /// The divergences of coins with heads p and q.
  struct Coin: Sendable {
    var p: Double
    var q: Double
    var forward: Fact
    var reverse: Fact

    /// The largest reverse divergence, which it reaches if q is 0 or 1.
    var reverseLimit: Fact

    /// The directions, the costlier one first.
    var ranked: (more: Fact, less: Fact) {
      reverse.value > forward.value ? (reverse, forward) : (forward, reverse)
    }

    static func divergence(_ p: Double, _ q: Double) -> Information {
      Distribution.divergenceTerm(p, q) + Distribution.divergenceTerm(1 - p, 1 - q)
    }
  }

  func compute() throws -> Numbers {
    let (P, Q) = try Distribution.parameters(P: P, Q: Q, outcomes: outcomes)
    let all = Facts([
      Fact("kl.forward", try P.divergence(from: Q), showing: 3, decimals: 3),
      Fact("kl.reverse", try Q.divergence(from: P), showing: 3, decimals: 3),
      Fact(
        "bernoulli.forward", Coin.divergence(p, q).withoutDust, showing: 3, decimals: 3),
      Fact(
        "bernoulli.reverse", Coin.divergence(q, p).withoutDust, showing: 3, decimals: 3),
      Fact("bernoulli.reverse_limit", .surprisal(of: min(p, 1 - p))),
    ]).distinguished()
    return Numbers(
      isEqual: P == Q,
      forwardTerms: try P.divergenceTerms(from: Q), reverseTerms: try Q.divergenceTerms(from: P),
      forward: all("kl.forward"), reverse: all("kl.reverse"),
      coin: Coin(
        p: p, q: q, forward: all("bernoulli.forward"), reverse: all("bernoulli.reverse"),
        reverseLimit: all("bernoulli.reverse_limit")))
  }

  func facts(_ n: Numbers) -> Facts {
    [n.forward, n.reverse, n.coin.forward, n.coin.reverse, n.coin.reverseLimit]
  }

  func statements(_ n: Numbers) -> [Statement] {
    let (more, less) = n.coin.ranked
    let ratio = less.value > 0 && more.value.isFinite ? more.value / less.value : 1
    let times = PrintedMultiple.text(of: more, over: less)
    let (forward, reverse) = (n.forward, n.reverse)
    let isPair =
      forward.value != reverse.value
      && !((forward.value - reverse.value).magnitude <= 1e-9)
    let isApart = ratio >= 1.5 && times != nil
    let isOnce = more.value == .infinity && less.value.isFinite
    return [
      Statement(
        "title.coin",
        if:
          "one direction of the coin is finite and at least 1.5 times the other, by the printed numbers too",
        isApart,
        "同一枚硬币，换个方向，代价是 \(times ?? "") 倍：\(more.number) 对 \(less.text)",
        en: "Swap the two, and the same coin costs \(times ?? "") times as much"
      ),
      Statement(
        "title.infinite", if: "one direction of the coin is infinite, the other finite",
        !isApart && isOnce,
        "同一枚硬币，换个方向就从 \(less.number) 变成 \(more.text)",
        en: "Swap the two, and the coin costs \(more.number), not \(less.text)"),
      Statement(
        "title.pair", if: "not so, but the directions of P and Q differ",
        !isApart && !isOnce && isPair,
        "方向一换，答案就变：\(forward.number) ≠ \(reverse.text)",
        en: "Swap $P$ and $Q$, and the answer changes: \(forward.number) ≠ \(reverse.text)"),
      Statement(
        "title.chance", if: "not so, but P ≠ Q: their directions agree",
        !isApart && !isOnce && !isPair && !n.isEqual,
        "这一对恰好一样：两个方向都是 \(forward.text)",
        en: "This pair happens to agree: \(forward.text) both ways"),
      Statement(
        "title.equal", if: "not so, and P = Q", !isApart && !isOnce && n.isEqual,
        "$P=Q$ 时，两个方向都是 0", en: "Where $P=Q$, both directions are 0"),
      Statement(
        "subtitle.weights", if: "always", true,
        "KL 散度不是距离：", en: "KL divergence is no distance: "),
    ]
  }

  func title(_ n: Numbers, _ say: Language) -> Text { sentence("title", n, say) ?? "" }

  func subtitle(_ n: Numbers, _ say: Language) -> Text? {
    (sentence("subtitle", n, say) ?? "")
      + Text("$D_{\\mathrm{KL}}(P\\,\\|\\,Q)$").foregroundStyle(.truth)
      + say(" 按 $P$ 求平均，", en: " averages over $P$, ")
      + Text("$D_{\\mathrm{KL}}(Q\\,\\|\\,P)$").foregroundStyle(.model)
      + say(" 按 $Q$ 求平均", en: " over $Q$")
  }

  /// The decimals of the terms: those of their sums.
  private func decimals(_ n: Numbers) -> Int { max(n.forward.decimals, n.reverse.decimals) }

  func altText(_ n: Numbers, _ say: Language) -> String {
    let decimals = decimals(n)
    let terms = zip(
      Outcomes.weather(n.forwardTerms.count, say, outcomes), zip(n.forwardTerms, n.reverseTerms)
    ).map {
      "\($0) \($1.0.bits.signed(decimals)) \(say("对", en: "against")) \($1.1.bits.signed(decimals))"
    }
    .joined(separator: say("，", en: ", "))
    let coin = n.coin
    return say(
      "同一对 P 和 Q，两个方向逐项比较：\(terms)；合计 D(P‖Q) = \(n.forward.text)，D(Q‖P) = \(n.reverse.text)。另一幅图：p = \(coin.p.short) 的硬币，两个方向随 q 变化的曲线；q 趋于 0 或 1 时 D(p‖q) 趋于无穷大，D(q‖p) 最多 \(coin.reverseLimit.text)；q = \(coin.q.short) 处分别是 \(coin.forward.text) 和 \(coin.reverse.text)。",
      en:
        "Both directions for the same P and Q, term by term: \(terms); in total D(P‖Q) = \(n.forward.text) and D(Q‖P) = \(n.reverse.text). Another chart has both directions for a coin with p = \(coin.p.short) as curves over q: as q approaches 0 or 1, D(p‖q) grows without bound while D(q‖p) is \(coin.reverseLimit.text) at most; at q = \(coin.q.short) they are \(coin.forward.text) and \(coin.reverse.text)."
    )
  }

  func body(_ n: Numbers, _ say: Language) throws -> [AnyContent] {
    try body(n, say, in: FigureSpace(width: Self.width))
  }

  func body(_ n: Numbers, _ say: Language, in space: FigureSpace) throws -> [AnyContent] {
    space.row(spacing: 38, height: 400, narrowHeight: 360) {
      coin(n.coin, isNarrow: space.isNarrow, say).layoutWeight(1.1)
      // Terms that are all 0 leave nothing to draw.
      if !n.isEqual {
        // Below the other chart, long names would make that one narrow.
        if space.isNarrow {
          terms(n, say).independentPlots()
        } else {
          terms(n, say).layoutWeight(1)
        }
      }
    }
  }

  /// Returns the chart of both directions' terms side by side, and their sums.
  private func terms(_ n: Numbers, _ say: Language) -> Chart {
    let names = Outcomes.weather(n.forwardTerms.count, say, outcomes)
    let total = Outcomes.name(
      say("合计", en: "total"), say("总和", en: "sum"), "Σ", "∑ = ", besides: names)
    let decimals = decimals(n)
    let rows = zip(
      names + [total],
      zip(
        n.forwardTerms.map(\.bits) + [n.forward.value],
        n.reverseTerms.map(\.bits) + [n.reverse.value])
    ).map { (name: $0, values: [("P", $1.0, Color.truth), ("Q", $1.1, Color.model)]) }
    let finite = rows.flatMap { $0.values.map(\.1) }.filter(\.isFinite)
    // An infinite bar reaches beyond all finite ones.
    let end = max(finite.max() ?? 0, 0.2) * 1.25
    // Space between the names of the rows and the labels of bars to the left of zero.
    let least = min(0, finite.min() ?? 0)
    let start = least - (least < 0 ? 0.25 * (end - least) : 0)
    return Chart {
      for row in rows {
        for (weight, value, color) in row.values {
          let isTotal = row.name == total
          BarMark(
            x: .value("bits", value.isFinite ? value : end), y: .value("", row.name)
          )
          .position(by: .value("", weight))
          // One is pale, for readers to whom the hues look alike.
          .foregroundStyle(isTotal || weight == "P" ? color : color.tint(0.45))
          .annotation(position: value < 0 ? .leading : .trailing, spacing: 5) {
            let text = Text(
              isTotal
                ? weight == "P" ? n.forward.number : n.reverse.number : value.signed(decimals)
            ).foregroundStyle(color)
            isTotal ? text.bold() : text
          }
        }
      }
    }
    .chartTitle(say.text("同一对 $P$ 和 $Q$，逐项相加", en: "The same $P$ and $Q$, term by term"))
    .chartSubtitle(
      Text("$P\\log_2\\frac{P}{Q}$").foregroundStyle(.truth)
        + say(" 由 $P$ 加权    ", en: " weighted by $P$    ").foregroundStyle(.truth)
        + Text("$Q\\log_2\\frac{Q}{P}$").foregroundStyle(.model)
        + say(" 由 $Q$ 加权", en: " weighted by $Q$").foregroundStyle(.model)
    )
    .chartXScale(
      domain: start...(finite.count < 2 * rows.count ? end : max(finite.max() ?? 0, 0.2))
    )
    .chartXAxis(.hidden)
    .chartBandPadding(0.34)
  }

  /// Returns the chart of both directions over the second coin.
  private func coin(_ coin: Coin, isNarrow: Bool, _ say: Language) -> Chart {
    let p = coin.p
    // A dot that would flatten everything else is moved to the upper edge.
    let floor = max(2.4, coin.reverseLimit.value * (isNarrow ? 1.6 : 1.45))
    let isShown = coin.forward.value * 1.18 <= floor * 3
    let top = isShown ? max(floor, coin.forward.value * 1.18) : floor
    return Chart {
      for edge in [0.0, 1] {
        RuleMark(x: .value("q", edge)).foregroundStyle(.truth).lineStyle(width: 1.4, dash: [4, 4])
      }
      RuleMark(
        xStart: .value("q", 0), xEnd: .value("q", 1), y: .value("bits", coin.reverseLimit.value)
      )
      .foregroundStyle(.model).lineStyle(width: 1.4, dash: [4, 4])
      LinePlot(x: "q", y: "bits") { Coin.divergence(p, $0).bits }
        .foregroundStyle(.truth).lineStyle(width: 2.6)
      LinePlot(x: "q", y: "bits") { Coin.divergence($0, p).bits }
        .foregroundStyle(.model).lineStyle(width: 2.6)
      TextMark(x: .value("q", 0.5), y: .value("bits", top), position: .bottom, spacing: 6) {
        say(
          "$q$ 趋于 0 或 1：\n$D_{\\mathrm{KL}}(p\\,\\|\\,q)\\to+\\infty$",
          en: "As $q$ nears 0 or 1,\n$D_{\\mathrm{KL}}(p\\,\\|\\,q)\\to+\\infty$"
        ).foregroundStyle(.truth)
      }
      TextMark(
        x: .value("q", 0.5), y: .value("bits", coin.reverseLimit.value), position: .top, spacing: 5
      ) {
        say(
          "$D_{\\mathrm{KL}}(q\\,\\|\\,p)$ 最多 \(coin.reverseLimit.text)",
          en: "$D_{\\mathrm{KL}}(q\\,\\|\\,p)$ is \(coin.reverseLimit.text) at most"
        ).foregroundStyle(.model)
      }
      RuleMark(xStart: .value("q", 0), xEnd: .value("q", 1), y: .value("bits", 0))
        .foregroundStyle(.axis).lineStyle(width: 1.1)
      PointMark(x: .value("q", p), y: .value("bits", 0))
        .foregroundStyle(.primary).symbolDiameter(8)
        .annotation(position: .top, spacing: 6) {
          say("$q=p$：都是 0", en: "$q=p$: both 0")
        }
      // Dots without space for a line between them have one label.
      let isShared = (min(coin.forward.value, top) - coin.reverse.value).magnitude < 0.06 * top
      for (fact, other, color) in [
        (coin.forward, coin.reverse, Color.truth), (coin.reverse, coin.forward, .model),
      ] {
        let point = PointMark(x: .value("q", coin.q), y: .value("bits", min(fact.value, top)))
          .foregroundStyle(color).symbolDiameter(10)
        let name = Text(fact.value > top && fact.value.isFinite ? "\(fact.text) ↑" : fact.text)
          .bold().foregroundStyle(color)
        if !isShared {
          point.annotation(position: .trailing, spacing: 5) { name }
        } else if color == .truth {
          point
        } else {
          // The upper line is for the upper dot.
          point.annotation(position: .trailing, spacing: 5) {
            let upper = Text(other.text).bold().foregroundStyle(.truth)
            other.value >= fact.value ? upper + Text("\n") + name : name + Text("\n") + upper
          }
        }
      }
    }
    .chartTitle(
      say.text("硬币：$p=\(p.short)$ 不动，$q$ 从 0 到 1", en: "A coin: $p=\(p.short)$ stays, $q$ varies")
    )
    .chartSubtitle(
      say.text(
        "圆点：$q=$ \(coin.q.short)。反面其实有 \((1 - p).chance)，模型给 \((1 - coin.q).chance)",
        en:
          "Dots: $q=$ \(coin.q.short). Tails come \((1 - p).chance) of the time; the model gives \((1 - coin.q).chance)"
      )
    )
    .chartXScale(domain: 0...1).chartYScale(domain: 0...top)
    .chartXAxis { AxisMarks(values: .stride(by: 0.25, from: 0, through: 1)) }
    .chartXAxisLine(.hidden)
    .chartYAxis { AxisMarks { AxisValueLabel() } }
    .chartXAxisLabel(Text("$q$"))
    .chartYAxisLabel("bits")
  }
}
