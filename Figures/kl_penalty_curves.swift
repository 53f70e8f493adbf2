import BurinFigures
import InformationTheory

/// The zones where each direction of the divergence explodes, and where it costs nothing (section
/// 6.4.3).
struct KLPenaltyCurves: Figure {
  static let id = "kl_penalty_curves"

  /// The truth's probabilities, fixed while the model's falls to 0.
  @Parameter(range: 0.001...1, count: 1...4) var P = [0.9, 0.5, 0.1]
  /// The model's probabilities, fixed while the truth's falls to 0.
  @Parameter(range: 0.001...1, count: 1...4) var Q = [0.9, 0.5, 0.1]
  /// The small probability at which the middle curve is evaluated.
  @Parameter(range: 0.001...0.1) var small = 0.01

  struct Numbers: Sendable {
    var forward: Direction
    var reverse: Direction
    var small: Double
  }

  /// One direction of the divergence, by its term for a single outcome.
  struct Direction: Sendable {
    /// The symbol of the probability in front, which decides, and of the other.
    var weight: String
    var other: String
    /// The probabilities in front that are drawn.
    var weights: [Double]
    /// The fixed probabilities on the harmless side.
    var others: [Double]
    /// The term for the middle weight at the small other probability.
    var example: Information

    var middle: Double { weights[weights.count / 2] }
  }

  func compute() throws -> Numbers {
    func direction(
      _ weight: String, _ weights: [Double], _ other: String, _ others: [Double]
    ) -> Direction {
      Direction(
        weight: weight, other: other, weights: weights, others: others,
        example: Distribution.divergenceTerm(weights[weights.count / 2], small))
    }
    return Numbers(
      forward: direction("P", P, "Q", Q), reverse: direction("Q", Q, "P", P), small: small)
  }

  func facts(_ n: Numbers) -> Facts {
    Facts([
      Fact(
        "forward.at_q_\(NumberFormat.shortest.string(n.small))", n.forward.example, showing: 3,
        decimals: 3),
      Fact(
        "reverse.at_p_\(NumberFormat.shortest.string(n.small))", n.reverse.example, showing: 3,
        decimals: 3),
    ]).distinguished()
  }

  func statements(_ n: Numbers) -> [Statement] {
    [
      Statement(
        "title.opposite",
        if: "always: p log(p/q) → ∞ as q → 0, and → 0 as p → 0", true,
        "前向怕漏掉，反向怕编造：会爆炸的一边正好相反",
        en: "Forward KL punishes omission, reverse KL invention"),
      Statement(
        "subtitle.term", if: "always", true,
        "一个结果在散度里的那一项：一个概率趋于 0，另一个不动，要付多少 bits",
        en:
          "What one outcome costs, in bits, as one of its probabilities falls to 0 and the other stays"
      ),
    ]
  }

  func title(_ n: Numbers, _ say: Language) -> Text { sentence("title", n, say) ?? "" }

  func subtitle(_ n: Numbers, _ say: Language) -> Text? { sentence("subtitle", n, say) }

  func altText(_ n: Numbers, _ say: Language) -> String {
    func sentence(_ d: Direction, _ name: String) -> String {
      let example = self.example(d, n)
      let list = d.weights.map(\.short).joined(separator: say("、", en: ", "))
      return say(
        "\(name)的一项 \(d.weight)·log₂(\(d.weight)/\(d.other))：\(d.weight) 为 \(list) 时，\(d.other) 趋于 0 就趋于无穷大，\(d.weight) = \(d.middle.short)、\(d.other) = \(n.small.short) 时是 \(example.text)；\(d.weight) 趋于 0 时趋于 0，没有代价。",
        en:
          "The \(name) term \(d.weight)·log₂(\(d.weight)/\(d.other)), for \(d.weight) of \(list), grows without bound as \(d.other) falls to 0 and is \(example.text) at \(d.weight) = \(d.middle.short), \(d.other) = \(n.small.short); as \(d.weight) falls to 0 it falls to 0 too and costs nothing."
      )
    }
    return sentence(n.forward, say("前向", en: "forward"))
      + say("", en: " ") + sentence(n.reverse, say("反向", en: "reverse"))
  }

  func body(_ n: Numbers, _ say: Language) throws -> [AnyContent] {
    try body(n, say, in: FigureSpace(width: Self.width))
  }

  func body(_ n: Numbers, _ say: Language, in space: FigureSpace) throws -> [AnyContent] {
    row(
      say("前向 KL", en: "Forward KL"), n.forward,
      say("由真相 $P$ 加权", en: "weighted by the truth $P$"), n, space, say,
      [
        explosion(n.forward, n, space, say("真相里有，模型漏掉", en: "True, but left out"), say),
        harmless(n.forward, n, say("真相里没有，不追究", en: "Not in the truth: costs nothing"), say),
      ])
    row(
      say("反向 KL", en: "Reverse KL"), n.reverse,
      say("由模型 $Q$ 加权", en: "weighted by the model $Q$"), n, space, say,
      [
        harmless(n.reverse, n, say("模型不提，不追究", en: "Not in the model: costs nothing"), say),
        explosion(n.reverse, n, space, say("真相里没有，模型编造", en: "Claimed, but untrue"), say),
      ])
  }

  private func row(
    _ name: String, _ d: Direction, _ meaning: Text, _ n: Numbers, _ space: FigureSpace,
    _ say: Language,
    _ charts: [Chart]
  ) -> VStack {
    let (weight, other) = (colored(d.weight), colored(d.other))
    return VStack(spacing: 10) {
      Text("\(name)  ").font(.headline)
        + Text(tex: "\(weight)\\,\\log_2(\(weight)/\(other))").font(.headline).regular()
        + Text("   \(meaning)").font(.label).foregroundStyle(.secondary)
      space.row(spacing: 36, height: 280, narrowHeight: 290) {
        for chart in charts { chart }
      }
    }
  }

  private func colored(_ symbol: String) -> String { "\\textcolor{\(symbol)}{\(symbol)}" }

  private func color(_ symbol: String) -> Color { symbol == "P" ? .truth : .model }

  /// The largest probability shown, which is also the width of the zones at 0.
  private static let window = 0.4
  /// The width of the zones, in which the example lies.
  private static func zone(_ n: Numbers) -> Double { max(0.035, 1.25 * n.small) }

  /// Returns the fact of a direction's example.
  private func example(_ d: Direction, _ n: Numbers) -> Fact {
    let all = facts(n).all
    return d.weight == "P" ? all[0] : all[1]
  }

  private func top(_ n: Numbers) -> Double {
    // The curves of the harmless sides end within the window, so that each has its label there.
    let ends = (n.forward.others + n.reverse.others).map {
      Distribution.divergenceTerm(Self.window, $0).bits
    }
    return max(
      3.2, max(n.forward.example.bits, n.reverse.example.bits) * 1.17, (ends.max() ?? 0) * 1.05)
  }

  /// Returns the side where the other probability falls to 0.
  private func explosion(
    _ d: Direction, _ n: Numbers, _ space: FigureSpace, _ meaning: String, _ say: Language
  ) -> Chart {
    let value = example(d, n)
    let remark: Text = say(
      "，即阴影部分；渐近线 $\(tex: d.other)=0$，$\\to+\\infty$",
      en: ", shaded: asymptote $\(tex: d.other)=0$, $\\to+\\infty$")
    // On a telephone the band between the curves has no space for the label.
    let place = Text(
      "\n$\(tex: d.weight)=\(tex: d.middle.shortTeX)$, $\(tex: d.other)=\(tex: n.small.shortTeX)$: "
    )
    let cost = Text(value.text).bold().foregroundStyle(.bad)
    let zone = (
      say("危险区", en: "Danger zone"), space.isNarrow ? remark + place + cost : remark
    )
    return panel(d.other, n, .bad, meaning, zone: zone) {
      for weight in d.weights {
        LinePlot(x: d.other, y: "bits") { Distribution.divergenceTerm(weight, $0).bits }
          .foregroundStyle(color(d.weight))
          .directLabel(Text("$\(tex: d.weight)=\(tex: weight.shortTeX)$"))
      }
      let label =
        Text(
          "$\(tex: d.weight)=\(tex: d.middle.shortTeX)$\n$\(tex: d.other)=\(tex: n.small.shortTeX)$\n"
        )
        + cost
      let dot = PointMark(x: .value("", n.small), y: .value("", value.value))
        .foregroundStyle(.bad).symbolDiameter(9)
      // Below and right of the dot, the band between the curves is as wide as the label.
      let hasBand =
        (0.005..<0.03).contains(n.small) && (0.4...0.6).contains(d.middle)
      if space.isNarrow {
        dot
      } else if hasBand {
        dot
        TextMark(
          x: .value("", n.small + 0.03), y: .value("", value.value), position: .bottomTrailing,
          spacing: 8
        ) { label }
      } else {
        dot.annotation(position: n.small < 0.03 ? .bottomTrailing : .trailing, spacing: 8) { label }
      }
    }
  }

  /// Returns the side where the probability in front falls to 0.
  private func harmless(
    _ d: Direction, _ n: Numbers, _ meaning: String, _ say: Language
  ) -> Chart {
    let remark: Text = say(
      "，即阴影部分；$\(tex: d.weight)\\to 0$ 时代价也 $\\to 0$",
      en: ", shaded: $\\to 0$ as $\(tex: d.weight)\\to 0$")
    let zone = (say("无害区", en: "Harmless zone"), remark)
    return panel(d.weight, n, .good, meaning, zone: zone) {
      for other in d.others {
        LinePlot(x: d.weight, y: "bits") { Distribution.divergenceTerm($0, other).bits }
          .foregroundStyle(color(d.other))
          .directLabel(Text("$\(tex: d.other)=\(tex: other.shortTeX)$"))
      }
      PointMark(x: .value("", 0), y: .value("", 0)).foregroundStyle(.good).symbolDiameter(9)
    }
  }

  private func panel(
    _ symbol: String, _ n: Numbers, _ verdict: Color, _ title: String,
    zone: (name: String, remark: Text), @ChartContentBuilder marks: () -> some ChartContent
  ) -> Chart {
    Chart {
      RectangleMark(xStart: .value("", 0), xEnd: .value("", Self.zone(n)))
        .foregroundStyle(verdict.tint(0.86))
      RuleMark(y: .value("", 0)).foregroundStyle(.axis).lineStyle(width: 1.1)
      marks()
      RuleMark(x: .value("", 0)).foregroundStyle(verdict)
        .lineStyle(width: 1.6, dash: verdict == .bad ? [4, 3] : [])
    }
    .chartTitle(Text(title).foregroundStyle(verdict))
    .chartSubtitle(
      Text(zone.name).bold().foregroundStyle(verdict) + zone.remark
    )
    .chartXScale(domain: 0...Self.window).chartXAxisLine(.hidden)
    .chartYScale(domain: -0.62...top(n))
    .chartXAxis { AxisMarks(values: .automatic(desiredCount: 5)) }
    .chartXAxisLabel(Text(tex: colored(symbol)))
  }
}
