import BurinFigures
import InformationTheory

/// The worth of information: how far it moves a belief (sections 1.1 and 1.2).
struct WhyInformation: Figure {
  static let id = "01_why_information"

  @Parameter(range: 0...1) var prior = 0.5
  @Parameter(range: 0...1) var rain = 0.9
  @Parameter(range: 0...1) var stock = 0.6
  @Parameter(range: 0...1) var exam = 0.7

  /// A question, with the belief after a message.
  struct Decision: Sendable {
    var key: String
    var belief: Double
    var entropy: Information
    var gain: Fact

    /// Returns how far the message moved the belief.
    func move(from prior: Double) -> Double { (belief - prior).magnitude }
  }

  struct Numbers: Sendable {
    var prior: Double
    var uncertainty: Information
    /// The decisions in the order of the parameters.
    var decisions: [Decision]
    /// The uncertainty before and after each message, as it is printed.
    var amounts: Facts

    /// The decisions, the most valuable message first.
    var ranked: [Decision] {
      decisions.enumerated().sorted {
        ($1.element.gain.value, $0.offset) < ($0.element.gain.value, $1.offset)
      }.map(\.element)
    }

    /// Whether a larger move of the belief was always worth more, and an equal one as much.
    var isFartherBetter: Bool {
      let pairs = decisions.flatMap { a in decisions.map { (a, $0) } }
      return decisions.allSatisfy { $0.gain.value >= 0 }
        && pairs.allSatisfy { a, b in
          let (near, far) = (a.move(from: prior), b.move(from: prior))
          let gained = b.gain.value - a.gain.value
          return (far - near).magnitude < 1e-12
            ? gained.magnitude < 1e-12 : far < near || gained > 1e-12
        }
    }

    /// Whether no message moves the belief.
    var isUnmoved: Bool { decisions.allSatisfy { $0.move(from: prior) < 1e-12 } }

    /// Whether all messages remove the same amount of uncertainty.
    var isLevel: Bool {
      let gains = decisions.map(\.gain.value)
      return (gains.max() ?? 0) - (gains.min() ?? 0) < 1e-12
    }

    /// Whether the belief starts undecided, so that every message removes uncertainty.
    var isUndecided: Bool { prior == 0.5 }
  }

  func compute() -> Numbers {
    let uncertainty = Information.binaryEntropy(prior)
    var decisions = [("rain", rain), ("stock", stock), ("exam", exam)].map {
      let entropy = Information.binaryEntropy($1)
      return Decision(
        key: $0, belief: $1, entropy: entropy,
        gain: Fact("gain.\($0)", (uncertainty - entropy).withoutDust, showing: 2, decimals: 3))
    }
    for (index, gain) in Facts(decisions.map(\.gain)).distinguished().enumerated() {
      decisions[index].gain = gain
    }
    let amounts = Facts(
      [Fact("entropy.prior", uncertainty)]
        + decisions.map { Fact("entropy.\($0.key)", $0.entropy) }
    ).distinguished()
    return Numbers(
      prior: prior, uncertainty: uncertainty, decisions: decisions, amounts: amounts)
  }

  func facts(_ n: Numbers) -> Facts {
    Facts(
      n.amounts.all
        + n.decisions.map(\.gain)
        + [comparison(n)].compactMap { $0 }.map { gain("gain.last_step", of: $0.far) })
  }

  func statements(_ n: Numbers) -> [Statement] {
    let (most, least) = (n.ranked.first ?? n.decisions[0], n.ranked.last ?? n.decisions[0])
    let start = n.prior.share
    return [
      Statement(
        "title.unmoved", if: "no message moves the belief", n.isUnmoved,
        "信念没有动，就没有得到信息", en: "Where no belief moves, there is no information"),
      Statement(
        "title.farther",
        if: "of any two moves the longer one removes more, equal ones as much, none less than 0",
        n.isFartherBetter && !n.isLevel,
        "信息消除不确定性：信念推得越远，消除得越多",
        en: "The farther information moves a belief, the more it is worth"),
      Statement(
        "title.level", if: "all messages remove the same amount", n.isLevel,
        "三条消息消除的不确定性一样多", en: "Three messages that remove equally much uncertainty"),
      Statement(
        "title.place",
        if: "what the messages remove does not follow from how far they move the belief",
        !n.isLevel && !n.isFartherBetter,
        "消息消除多少不确定性，要看它把信念推到哪里",
        en: "What a message is worth depends on where it moves a belief"),
      Statement(
        "subtitle.level", if: "all messages remove the same amount", n.isLevel,
        "从 \(start) 出发：三条消息各\(change(most, .zh))",
        en: "From \(start), each of the three messages \(change(most, .en))"),
      Statement(
        "subtitle.range", if: "one message removes more than another", !n.isLevel,
        "从 \(start) 出发：推到 \(least.belief.share) \(change(least, .zh))，推到 \(most.belief.share) \(change(most, .zh))",
        en:
          "From \(start): moving to \(least.belief.share) \(change(least, .en)), to \(most.belief.share) \(change(most, .en))"
      ),
      Statement(
        "gains.information",
        if: "the belief starts at 50%, where a message can only remove uncertainty",
        n.isUndecided, "得到的信息", en: "Information gained"),
      Statement(
        "gains.change", if: "the belief starts elsewhere", !n.isUndecided,
        "消除的不确定性", en: "Uncertainty removed"),
      Statement(
        "outline.whole", if: "there is uncertainty to remove", n.uncertainty.bits > 0,
        "框：出发时的 \(n.amounts("entropy.prior").text)",
        en: "Outlined: the \(n.amounts("entropy.prior").text) at the start"),
    ] + reading(n)
  }

  /// Returns what a message does to the uncertainty.
  private func change(_ decision: Decision, _ say: Language) -> Text {
    let value = decision.gain.value
    let amount = Text(
      Fact("", value.magnitude, unit: "bits", decimals: decision.gain.decimals).text
    )
    .bold().foregroundStyle(value < 0 ? .bad : .entropy)
    if value == 0 { return say.text("不增不减", en: "changes nothing") }
    if value < 0 {
      return say.text("反而增加 ", en: "adds ") + amount
        + say.text(" 不确定性", en: " of uncertainty")
    }
    let removes: Text =
      value < 0.1 ? say("只消除 ", en: "removes only ") : say("消除 ", en: "removes ")
    return removes + amount
  }

  /// Returns the sentences about the least valuable message.
  private func reading(_ n: Numbers) -> [Statement] {
    let steps = comparison(n)
    let times = steps.flatMap {
      PrintedMultiple.text(of: gain(of: $0.far), over: gain(of: $0.near))
    }
    let near = steps?.near.end.share ?? ""
    let points = ((steps?.near.length ?? 0) * 100).trimmed(1)
    return [
      Statement(
        "question.cheap",
        if:
          "the least valuable message removes something, and an equally long step nearer to certainty at least 1.5 times as much",
        steps != nil, "为什么 \(near) 这么便宜？", en: "Why is \(near) so cheap?"),
      Statement(
        "question.arrows", if: "there is no such step", steps == nil,
        "看箭头的长短", en: "Look at the arrows"),
      Statement(
        "slope.steps", if: "there is such a step", steps != nil,
        "曲线顶上平，两边陡。同样挪 \(points) 个百分点：",
        en: "The curve is flat at the top, steep at the ends. \(points) points each:"),
      Statement(
        "slope.curve", if: "there is no such step", steps == nil,
        "曲线顶上平，两边陡：离 50% 越远，每再挪一步，消除的不确定性越多。",
        en:
          "The curve is flat at 50% and steep at its ends: far out, each further step removes more."
      ),
      Statement(
        "times.multiple",
        if: "the exact and the printed amounts give the same multiple", times != nil,
        "越接近确定，每一步越值钱：这里是 **\(times ?? "") 倍**。",
        en: "Close to certainty a step is worth more: here **\(times ?? "") times** as much."),
      Statement(
        "times.more", if: "there is such a step, but no such multiple",
        steps != nil && times == nil,
        "越接近确定，每一步越值钱。", en: "Close to certainty a step is worth more."),
      Statement(
        "backwards.nearer", if: "a message moves the belief nearer to 50% than it was",
        n.decisions.contains { ($0.belief - 0.5).magnitude < (n.prior - 0.5).magnitude - 1e-12 },
        "被推向 50% 的信念比原来更没底：不确定性变多，消除的是**负数**。",
        en:
          "A belief pushed towards 50% is less certain than before: what it removes is **negative**."
      ),
    ]
  }

  func title(_ n: Numbers, _ say: Language) -> Text { sentence("title", n, say) ?? "" }

  func subtitle(_ n: Numbers, _ say: Language) -> Text? { sentence("subtitle", n, say) }

  func altText(_ n: Numbers, _ say: Language) -> String {
    let list = n.decisions.map {
      let words = words($0, n, say)
      return say(
        "\(words.question)从 \(n.prior.share) 到 \($0.belief.share)，\(words.action)，消除 \($0.gain.text)",
        en:
          "\(words.question) From \(n.prior.share) to \($0.belief.share), \(words.action), \($0.gain.text) removed"
      )
    }.joined(separator: say("；", en: "; "))
    let start = n.amounts("entropy.prior").text
    return say(
      "三个决定，各有收到消息前后的信念：\(list)。下方的曲线是二元熵 H(p)：出发点的不确定性是 \(start)，箭头从那里指到收到消息之后的不确定性，长度就是它变了多少。",
      en:
        "Three decisions with the belief before and after a message: \(list). Below, the curve of binary entropy H(p): at the start the uncertainty is \(start); arrows lead from there to what is left after each message, as long as the change."
    )
  }

  /// Returns the question, its short name, and what to do about it.
  private func words(
    _ decision: Decision, _ n: Numbers, _ say: Language
  ) -> (question: String, name: String, action: String) {
    let isLikely = decision.belief > 0.5
    let undecided = say("还是拿不准", en: "still undecided")
    func action(_ yes: String, _ no: String) -> String {
      decision.belief == 0.5 ? undecided : isLikely ? yes : no
    }
    return switch decision.key {
    case "rain":
      (
        say("明天会下雨吗？", en: "Will it rain?"), say("下雨", en: "rain"),
        action(say("带伞", en: "take an umbrella"), say("不带伞", en: "leave the umbrella"))
      )
    case "stock":
      (
        say("股票会涨吗？", en: "Will the stock rise?"), say("股票", en: "stock"),
        action(say("考虑投资", en: "consider buying"), say("不投资", en: "don’t buy"))
      )
    default:
      (
        say("会考第 3 章吗？", en: "Is chapter 3 in the exam?"), say("考试", en: "exam"),
        action(say("重点复习", en: "revise it"), say("先放一放", en: "leave it for later"))
      )
    }
  }

  func body(_ n: Numbers, _ say: Language) throws -> [AnyContent] {
    try body(n, say, in: FigureSpace(width: Self.width))
  }

  func body(_ n: Numbers, _ say: Language, in space: FigureSpace) throws -> [AnyContent] {
    if space.isNarrow {
      narrow(n, say)
    } else {
      wide(n, say)
    }
  }

  /// Returns the content on a telephone: the questions as a list, so that the arrows have the width.
  private func narrow(_ n: Numbers, _ say: Language) -> VStack {
    VStack(spacing: 18) {
      VStack(spacing: 4) {
        for decision in n.ranked {
          let words = words(decision, n, say)
          Text("\(words.question) ")
            + Text("→ \(words.action)").bold().foregroundStyle(.truth)
        }
      }
      VStack(spacing: 2) {
        beliefs(n, isNarrow: true, say).frame(height: 178)
        curve(n, isNarrow: true, say).frame(height: 250)
      }
      gains(n, say).frame(height: 178)
      reading(n, say)
    }
  }

  private func wide(_ n: Numbers, _ say: Language) -> HStack {
    HStack(alignment: .top, spacing: 26) {
      // The guides continue from the arrows to the curve.
      VStack(spacing: 0) {
        beliefs(n, isNarrow: false, say).frame(height: 178)
        curve(n, isNarrow: false, say).frame(height: 250)
      }
      .layoutWeight(2.55)
      VStack(spacing: 16) {
        gains(n, say).frame(height: 178)
        reading(n, say)
      }
      .layoutWeight(1)
    }
  }

  /// Returns the three questions, each with an arrow from the belief before to the belief after.
  private func beliefs(_ n: Numbers, isNarrow: Bool, _ say: Language) -> Chart {
    let rows = n.ranked.enumerated().map {
      (y: Double($0) + 0.62, decision: $1, words: words($1, n, say))
    }
    let first = rows.first?.y ?? 0
    // The longest arrow has space for both its labels.
    let longest = rows.max { $0.decision.move(from: n.prior) < $1.decision.move(from: n.prior) }
    let side = Self.corner(
      at: n.prior, reach: 0.25,
      prefersLeading: longest.map { $0.decision.belief >= n.prior } ?? true)
    // Whether the label of the belief before is above its own arrow.
    func sharesArrow(_ y: Double, _ decision: Decision) -> Bool {
      y == longest?.y && (side == .topLeading) == (decision.belief < n.prior)
    }
    return Chart {
      for (y, decision, _) in rows {
        // From the seam with the chart below, where the dashes of both begin.
        RuleMark(
          x: .value("p", decision.belief), yStart: .value("", Double(rows.count)),
          yEnd: .value("", y)
        )
        .foregroundStyle(.truth.tint(0.55)).lineStyle(width: 1.2, dash: [2, 3])
      }
      RuleMark(
        x: .value("p", n.prior), yStart: .value("", Double(rows.count)), yEnd: .value("", first)
      )
      .foregroundStyle(.axis).lineStyle(width: 1.2, dash: [4, 3])
      if let longest {
        TextMark(
          x: .value("p", n.prior), y: .value("", longest.y),
          position: side, spacing: 8
        ) {
          let isTight =
            sharesArrow(longest.y, longest.decision)
            && longest.decision.move(from: n.prior) < (isNarrow ? 0.5 : 0.36)
          return Text(
            isTight ? n.prior.share : say("之前 \(n.prior.share)", en: "before: \(n.prior.share)")
          )
          .foregroundStyle(.secondary)
        }
      }
      for (y, decision, _) in rows {
        ArrowMark(from: (n.prior, y), to: (decision.belief, y))
          .foregroundStyle(.truth).lineStyle(width: 5)
        TextMark(
          x: .value("p", decision.belief), y: .value("", y),
          position: decision.move(from: n.prior)
            > (sharesArrow(y, decision) ? 0.2 : 0.06) * (isNarrow ? 1.7 : 1)
            && (0.04...0.96).contains(decision.belief)
            ? .top
            : Self.corner(
              at: decision.belief, reach: 0.12, prefersLeading: decision.belief < n.prior),
          spacing: 8
        ) {
          Text(decision.belief.share).bold().foregroundStyle(.truth)
        }
      }
    }
    .chartTitle(say.text("信念：之前 → 之后", en: "Belief: before → after"))
    .chartXScale(domain: 0...1).chartXAxis(.hidden)
    .chartYScale(domain: 0...Double(rows.count)).chartYReversed()
    .chartYAxis {
      AxisMarks(values: rows.map(\.y)) {
        AxisGridLine()
        AxisValueLabel(alignment: .leading) { datum in
          guard let row = rows.first(where: { .number($0.y) == datum }) else { return "" }
          if isNarrow { return Text(row.words.name).font(.label) }
          return Text(row.words.question).font(.label).foregroundStyle(.primary)
            + Text("\n→ \(row.words.action)").font(.label).bold().foregroundStyle(.truth)
        }
      }
    }
  }

  /// Returns the upper corner for a label that takes a part of the width, so that it stays on the
  /// chart.
  ///
  /// Labels that reach out of a chart make it narrower than the one below, whose scale is the same.
  private static func corner(
    at belief: Double, reach: Double, prefersLeading: Bool
  ) -> AnnotationPosition {
    belief < reach || (!prefersLeading && belief <= 1 - reach) ? .topTrailing : .topLeading
  }

  /// Returns the chart of the worth of each message, within the outline of all uncertainty.
  private func gains(_ n: Numbers, _ say: Language) -> Chart {
    let values = n.decisions.map(\.gain.value)
    let whole = n.uncertainty.bits
    let (least, most) = (min(0, values.min() ?? 0), max(whole, values.max() ?? 0, 0.2))
    return Chart {
      for (index, decision) in n.ranked.enumerated() {
        let isGain = decision.gain.value >= 0
        let (top, bottom) = (Double(index) + 0.42, Double(index) + 0.82)
        if whole > 0 {
          RectangleMark(
            xStart: .value("bits", 0), xEnd: .value("bits", whole), yStart: .value("", top),
            yEnd: .value("", bottom), border: .entropy.tint(0.3)
          )
          .foregroundStyle(.canvas).cornerRadius(2)
        }
        RectangleMark(
          xStart: .value("bits", 0), xEnd: .value("bits", decision.gain.value),
          yStart: .value("", top), yEnd: .value("", bottom)
        )
        // Losses are lighter, for readers to whom the hues look alike.
        .foregroundStyle(isGain ? .entropy : .bad.tint(0.4)).cornerRadius(2)
        TextMark(
          x: .value("bits", most), y: .value("", (top + bottom) / 2), position: .trailing,
          spacing: 8
        ) {
          Text(decision.gain.number).bold().foregroundStyle(isGain ? .entropy : .bad)
        }
      }
      RuleMark(x: .value("bits", 0)).foregroundStyle(.axis).lineStyle(width: 1.1)
    }
    .chartTitle((sentence("gains", n, say) ?? "") + say("（bits）", en: " (bits)"))
    .chartSubtitle((sentence("outline", n, say) ?? "").font(.tick))
    .chartXScale(domain: least...most)
    .chartYScale(domain: 0...Double(n.decisions.count)).chartYReversed()
    .chartXAxis(.hidden)
    .chartYAxis {
      AxisMarks(values: n.ranked.indices.map { Double($0) + 0.62 }) {
        AxisValueLabel(alignment: .leading) { datum in
          let decision = n.ranked.indices.first { .number(Double($0) + 0.62) == datum }
          return Text(decision.map { words(n.ranked[$0], n, say).name } ?? "").font(.label)
        }
      }
    }
  }

  /// Returns the chart of uncertainty over belief, with what each message removes.
  private func curve(_ n: Numbers, isNarrow: Bool, _ say: Language) -> Chart {
    let start = n.uncertainty.bits
    let beliefs = n.decisions.map(\.belief) + [n.prior]
    // Below the top labels of neighbours keep a line's height apart.
    let flat = n.decisions.filter { (0.28...0.72).contains($0.belief) }
      .sorted { $0.gain.value < $1.gain.value }.map(\.key)
    return Chart {
      AreaPlot(x: "p", y: "H") { Information.binaryEntropy($0).bits }
        .foregroundStyle(.entropy.tint(0.94))
      for decision in n.decisions {
        RuleMark(
          x: .value("p", decision.belief),
          yStart: .value("H", 1.2), yEnd: .value("H", max(start, decision.entropy.bits))
        )
        .foregroundStyle(.truth.tint(0.55)).lineStyle(width: 1.2, dash: [2, 3])
      }
      RuleMark(x: .value("p", n.prior), yStart: .value("H", 1.2), yEnd: .value("H", start))
        .foregroundStyle(.axis).lineStyle(width: 1.2, dash: [4, 3])
      RuleMark(
        xStart: .value("p", beliefs.min() ?? 0), xEnd: .value("p", beliefs.max() ?? 1),
        y: .value("H", start)
      )
      .foregroundStyle(.axis).lineStyle(width: 1.2, dash: [4, 3])
      LinePlot(x: "p", y: "H") { Information.binaryEntropy($0).bits }
        .foregroundStyle(.entropy.tint(0.3)).lineStyle(width: 2.5)
      for decision in n.decisions {
        let isGain = decision.gain.value >= 0
        let place = flat.firstIndex(of: decision.key)
        // An arrow shorter than its head is drawn as a bar.
        let isShort = decision.gain.value.magnitude < 0.06
        AnyChartContent(
          drop(at: decision.belief, from: start, to: decision.entropy.bits, isShort: isShort)
            .foregroundStyle(isGain ? .entropy : .bad).lineStyle(width: isGain ? 3.5 : 2.2)
            .annotation(
              position: isGain
                ? place.map { .callout(distance: 14 + 10 * Double($0)) }
                  ?? (decision.belief < 0.5 ? .bottomTrailing : .bottomLeading)
                  // Below the arrow's start; above the curve there are the guides.
                : decision.belief < 0.2 || decision.belief > 0.8
                  ? .automatic : decision.belief > n.prior ? .bottomTrailing : .bottomLeading,
              spacing: 4
            ) {
              Text("\(words(decision, n, say).name) ")
                + Text(decision.gain.number).bold().foregroundStyle(isGain ? .entropy : .bad)
            })
      }
      PointMark(x: .value("p", n.prior), y: .value("H", start))
        .foregroundStyle(.primary).symbolDiameter(9)
      let free = Self.freePlace(n, nameWidth: isNarrow ? 0.66 : 0.5)
      TextMark(x: .value("p", free.belief), y: .value("H", free.height)) {
        // Between arrows there may be space for a part of the name only.
        (free.isNarrow
          ? say("还剩 $H(p)$", en: "$H(p)$ left")
          : say("还剩的不确定性 $H(p)$（bits）", en: "Uncertainty left, $H(p)$ (bits)"))
          .foregroundStyle(.secondary)
      }
    }
    .chartXScale(domain: 0...1).chartYScale(domain: 0...1.2)
    .chartXAxis {
      AxisMarks(values: .stride(by: 0.25, from: 0, through: 1)) {
        AxisTick()
        AxisValueLabel(format: .percent())
      }
    }
    .chartYAxis {
      AxisMarks(values: .stride(by: 0.5, from: 0, through: 1)) {
        AxisGridLine()
        AxisValueLabel()
      }
    }
    .chartXAxisLabel(say.text("信念 $p$", en: "Belief $p$"))
  }

  /// Returns the drop from the uncertainty at the start to what is left.
  private func drop(
    at belief: Double, from start: Double, to end: Double, isShort: Bool
  ) -> AnyChartContent {
    isShort
      ? AnyChartContent(
        RuleMark(x: .value("p", belief), yStart: .value("H", start), yEnd: .value("H", end)))
      : AnyChartContent(ArrowMark(from: (belief, start), to: (belief, end)))
  }

  /// Returns a place below the curve for its name: away from the belief before and from the
  /// arrows.
  ///
  /// - Parameter nameWidth: the part of the width that the name takes.
  private static func freePlace(
    _ n: Numbers, nameWidth: Double
  ) -> (belief: Double, height: Double, isNarrow: Bool) {
    let places = [0.25, 0.12, 0.4, 0.55].filter { (n.uncertainty.bits - $0).magnitude >= 0.13 }
      .map { height in
        let stretch = freeStretch(n, at: height)
        return (
          belief: (stretch.lowerBound + stretch.upperBound) / 2, height: height,
          width: stretch.upperBound - stretch.lowerBound
        )
      }
    let best = places.first { $0.width > nameWidth } ?? places.max { $0.width < $1.width }
    return best.map { ($0.belief, $0.height, $0.width < nameWidth) } ?? (0.5, 0.25, true)
  }

  /// Returns the widest stretch below the curve that no arrow crosses at a height.
  private static func freeStretch(_ n: Numbers, at height: Double) -> ClosedRange<Double> {
    let band = (height - 0.1)...(height + 0.1)
    let arrows = n.decisions.filter { decision in
      let ends = [n.uncertainty.bits, decision.entropy.bits]
      return (ends.min() ?? 0) < band.upperBound && (ends.max() ?? 0) > band.lowerBound
    }.map(\.belief)
    // About the width that the curve itself leaves there.
    let edge = 0.04 + 0.17 * height
    let bounds = edge...(1 - edge)
    let stops = (arrows.filter(bounds.contains) + [edge, 1 - edge]).sorted()
    let widest = zip(stops, stops.dropFirst()).max { $0.1 - $0.0 < $1.1 - $1.0 }
    return widest.map { $0.0...$0.1 } ?? bounds
  }

  /// Returns why the smallest gain is so small: a step of the same length, near the top and near
  /// certainty.
  private func reading(_ n: Numbers, _ say: Language) -> some FigureContent {
    let statements = statements(n)
    func shown(_ place: String) -> Text { statements.shown(at: place)?.text(say) ?? "" }
    return VStack(spacing: 10) {
      shown("question").bold()
      shown("slope")
      if let (near, far) = comparison(n) {
        for step in [near, far] {
          HStack(alignment: .firstBaseline, spacing: 4) {
            Text("\(step.start.share) → \(step.end.share)").foregroundStyle(.truth)
            Spacer()
            Text(gain(of: step).text).bold().foregroundStyle(.entropy)
          }
        }
        shown("times")
      } else {
        shown("backwards")
      }
    }
    .layoutWeight(1).card()
  }

  /// A part of a belief's move.
  private struct Step {
    var start: Double
    var end: Double
    var length: Double { (end - start).magnitude }
    var gain: Information { .binaryEntropy(start) - .binaryEntropy(end) }
  }

  /// Returns the whole move of the least valuable message, and the equally long last part of the
  /// most valuable one's.
  ///
  /// The result is nil if they do not show that steps near certainty are worth more.
  private func comparison(_ n: Numbers) -> (near: Step, far: Step)? {
    let near = Step(start: n.prior, end: n.ranked.last?.belief ?? n.prior)
    let end = n.ranked.first?.belief ?? n.prior
    let far = Step(start: end < n.prior ? end + near.length : end - near.length, end: end)
    func doubt(_ belief: Double) -> Double { min(belief, 1 - belief) }
    guard near.length >= 0.005, near.gain.bits >= 0.001, (0...1).contains(far.start),
      doubt(far.end) < doubt(near.end), (1.5..<1000).contains(far.gain / near.gain)
    else { return nil }
    return (near, far)
  }

  private func gain(_ name: String = "", of step: Step) -> Fact {
    Fact(name, step.gain, showing: 2, decimals: 3)
  }
}
