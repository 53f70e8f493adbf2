import BurinFigures
import InformationTheory

/// The map from the surprise of one event to the divergence (section 8.1), on the weather example.
struct Summary: Figure {
  static let id = "12_summary"

  @Parameter(count: 2...5) var P = [0.6, 0.3, 0.1]
  @Parameter(count: 2...5) var Q = [0.2, 0.5, 0.3]
  /// The names of the outcomes.
  @Parameter var outcomes = Words()

  struct Numbers: Sendable {
    var P: Distribution
    var surprisals: [Information]
    /// P(x) times the code length by P, and by Q.
    var ownLengths: [Information]
    var foreignLengths: [Information]
    var entropy: Information
    var crossEntropy: Information
    var divergence: Information
  }

  func compute() throws -> Numbers {
    let (P, Q) = try Distribution.parameters(P: P, Q: Q, outcomes: outcomes)
    func lengths(_ code: Distribution) -> [Information] {
      (0..<P.count).map {
        P[$0] == 0 ? .bits(0) : P[$0] * Information.surprisal(of: code[$0])
      }
    }
    return Numbers(
      P: P, surprisals: P.probabilities.map { .surprisal(of: $0) }, ownLengths: lengths(P),
      foreignLengths: lengths(Q), entropy: P.entropy(),
      crossEntropy: try P.crossEntropy(relativeTo: Q), divergence: try P.divergence(from: Q))
  }

  func facts(_ n: Numbers) -> Facts {
    let keys = Outcomes.weatherKeys(n.P.count)
    return Facts(
      zip(keys, n.surprisals).map { Fact("information.\($0)", $1) } + [
        Fact("entropy.P", n.entropy), Fact("cross_entropy", n.crossEntropy),
        Fact("kl.forward", n.divergence, showing: 3, decimals: 3),
      ]
    ).distinguished()
  }

  func statements(_ n: Numbers) -> [Statement] {
    let isInfinite = !n.crossEntropy.isFinite || n.surprisals.contains { !$0.isFinite }
    return [
      Statement(
        "title.steps", if: "always", true,
        "从一次惊讶到 KL 散度，只要三步", en: "From one surprise to KL divergence in three steps"),
      Statement(
        "subtitle.ruler", if: "all amounts are finite", !isInfinite,
        outcomes.areOwn
          ? "天气预报的例子；横条共用一把尺子，单位是 bits" : "横条共用一把尺子，单位是 bits",
        en: outcomes.areOwn
          ? "The weather forecast again; all bars share one ruler, in bits"
          : "All bars share one ruler, in bits"),
      Statement(
        "subtitle.break", if: "an amount is infinite", isInfinite,
        outcomes.areOwn
          ? "天气预报的例子；横条共用一把尺子，单位是 bits，断开的横条没有尽头"
          : "横条共用一把尺子，单位是 bits，断开的横条没有尽头",
        en: outcomes.areOwn
          ? "The weather forecast again; the bars share one ruler, in bits; broken ones never end"
          : "All bars share one ruler, in bits; broken ones never end"),
    ]
  }

  func title(_ n: Numbers, _ say: Language) -> Text { sentence("title", n, say) ?? "" }

  func subtitle(_ n: Numbers, _ say: Language) -> Text? { sentence("subtitle", n, say) }

  func altText(_ n: Numbers, _ say: Language) -> String {
    let facts = self.facts(n)
    let (h, cross, kl) = (
      facts("entropy.P").text, facts("cross_entropy").text, facts("kl.forward").text
    )
    let keys = Outcomes.weatherKeys(n.P.count)
    let surprisals = zip(Outcomes.weather(n.P.count, say, outcomes), keys)
      .map { "\($0) \(facts("information.\($1)").number)" }
      .joined(separator: say("、", en: ", "))
    return say(
      "四步路线图：信息量 I(x)（\(surprisals)）按 P 求平均得到熵 \(h)；换用 Q 的编码得到交叉熵 \(cross)；两者之差是 KL 散度 \(kl)。下面列出六句口诀的要点。",
      en:
        "A map in four steps: the information I(x) (\(surprisals)), averaged over P, is the entropy, \(h); with the code of Q it becomes the cross-entropy, \(cross); the difference is the KL divergence, \(kl). Below are six sentences to remember."
    )
  }

  func body(_ n: Numbers, _ say: Language) throws -> [AnyContent] {
    try body(n, say, in: FigureSpace(width: Self.width))
  }

  func body(_ n: Numbers, _ say: Language, in space: FigureSpace) throws -> [AnyContent] {
    let facts = self.facts(n)
    let ruler = Self.ruler(n, facts, space)
    try Diagram {
      try Grid(columns: space.isNarrow ? 1 : 2, horizontalSpacing: 26, verticalSpacing: 34) {
        node(
          "I", .primary, say("信息量", en: "Information"), #"I(x)=-\log_2 \textcolor{P}{P(x)}"#,
          say("一件事有多让人惊讶", en: "How surprising one event is"), space)
        surprisals(n, facts, ruler, say)
        node(
          "H", .entropy, say("熵", en: "Entropy"),
          #"\textcolor{entropy}{H(P)}=-\sum_x \textcolor{P}{P(x)}\log_2 \textcolor{P}{P(x)}"#,
          say("平均惊讶，也是平均码长的下限", en: "Average surprise; no code is shorter"), space)
        bar(n.ownLengths, .entropy, try facts["entropy.P"], ruler, mark: nil, say)
        node(
          "HPQ", .model, say("交叉熵", en: "Cross-entropy"),
          #"\textcolor{Q}{H(P,Q)}=-\sum_x \textcolor{P}{P(x)}\log_2 \textcolor{Q}{Q(x)}"#,
          say("拿 $Q$ 的编码发 $P$ 的消息，平均多长", en: "Messages of $P$ in the code of $Q$"), space)
        bar(n.foreignLengths, .model, try facts["cross_entropy"], ruler, mark: n.entropy, say)
        node(
          "D", .waste, say("KL 散度", en: "KL divergence"),
          #"\begin{aligned}\textcolor{waste}{D_{\mathrm{KL}}(P\,\|\,Q)}&=\textcolor{Q}{H(P,Q)}-\textcolor{entropy}{H(P)}\\&=\sum_x \textcolor{P}{P(x)}\log_2\frac{\textcolor{P}{P(x)}}{\textcolor{Q}{Q(x)}}\end{aligned}"#,
          say("多花的 bits", en: "The bits that are wasted"), space, height: 98)
        difference(n, facts, ruler)
      }
    } connectors: {
      if !space.isNarrow {
        step("I", "H", say("按 $P$ 求平均", en: "average over $P$"))
        step("H", "HPQ", say("编码换成 $Q$ 的", en: "switch to the code of $Q$"))
        step("HPQ", "D", say("减去 $H(P)$", en: "subtract $H(P)$"))
      }
    }
    mnemonics(space, say)
  }

  /// Returns the end of the common ruler, with space for the numbers beside the bars.
  ///
  /// A label beyond the ruler would make its chart narrower than the others, whose bars then have
  /// another scale.
  private static func ruler(_ n: Numbers, _ facts: Facts, _ space: FigureSpace) -> Double {
    let (cross, entropy) = (facts("cross_entropy"), facts("entropy.P"))
    var bars: [(bits: Double, label: String)] = [
      (n.entropy.bits, entropy.text), (n.crossEntropy.bits, cross.text),
      (n.crossEntropy.bits, "= \(cross.number) − \(entropy.number)"),
    ]
    for (surprisal, key) in zip(n.surprisals, Outcomes.weatherKeys(n.P.count)) {
      bars.append((surprisal.bits, facts("information.\(key)").number))
    }
    let finite = bars.filter { $0.bits.isFinite }
    let longest = max(finite.map { $0.bits }.max() ?? 1, 0.5)
    let least = longest * (finite.count < bars.count ? 1.5 : 1.25)
    let width = space.isNarrow ? 220.0 : 300
    let ends = finite.map { bar -> Double in
      let room = min(0.6, (6.6 * Double(bar.label.count) + 8) / width)
      return bar.bits / (1 - room)
    }
    return max(least, ends.max() ?? 0)
  }

  /// Returns the end of an infinite bar: beyond all others, with space for its number.
  private static func infinity(_ ruler: Double) -> Double { ruler * 0.7 }

  private func node(
    _ name: String, _ color: Color, _ title: Text, _ formula: String, _ meaning: Text,
    _ space: FigureSpace, height: Double = 62
  ) -> some FigureContent {
    HStack(alignment: .center, spacing: 0) {
      VStack(spacing: 5) {
        title.font(.headline).foregroundStyle(color)
          + Text("\(space.isNarrow ? "\n" : "  ")\(meaning)").font(.label)
          .foregroundStyle(.secondary)
        Formula(formula, size: space.isNarrow ? 15 : 17.5)
      }
    }
    .frame(
      width: space.isNarrow ? space.width - 80 : 335, height: space.isNarrow ? height + 18 : height
    )
    .card(padding: 12).anchor(name)
  }

  private func step(_ start: String, _ end: String, _ label: Text) -> Connector {
    Connector(from: start, to: end, label: label).sides(.bottom, .top)
  }

  private func surprisals(
    _ n: Numbers, _ facts: Facts, _ ruler: Double, _ say: Language
  ) -> some FigureContent {
    let keys = Outcomes.weatherKeys(n.P.count)
    return Chart {
      let tints = Self.tints(n.P.count)
      for (index, name) in Outcomes.weather(n.P.count, say, outcomes).enumerated() {
        let bits = n.surprisals[index].bits
        // An infinite one is broken, with space for its sign.
        for piece in bits.isFinite ? [(from: 0, to: bits)] : Self.pieces(ruler) {
          BarMark(
            xStart: .value("bits", piece.from), xEnd: .value("bits", piece.to),
            y: .value("", name)
          )
          // The sign of an infinite bar stands too far from its pieces to tell a faint one.
          .foregroundStyle(
            .entropy.tint(
              bits.isFinite ? tints[index % tints.count] : min(0.3, tints[index % tints.count])))
        }
        LabelMark(
          x: .value("bits", bits.isFinite ? bits : Self.infinity(ruler)), y: .value("", name),
          position: .trailing, spacing: 5
        ) { Text(facts("information.\(keys[index])").number) }
      }
    }
    .chartXScale(domain: 0...ruler).chartXAxis { Self.gridLines }.chartXAxisLine(.hidden)
    .frame(height: n.P.count > 4 ? 100 : 86)
  }

  /// The lines of the common ruler, whose numbers stand below the last chart.
  private static var gridLines: AxisMarks {
    AxisMarks(values: .automatic(desiredCount: 5)) { AxisGridLine() }
  }

  /// Returns the shades of outcomes, the same in all charts.
  ///
  /// They fade, or alternate if fading would end too faint.
  private static func tints(_ count: Int) -> [Double] {
    count <= 3 ? [0, 0.25, 0.45] : [0, 0.1, 0.19, 0.27, 0.34]
  }

  /// Returns the two pieces of an infinite bar, with a break before its end.
  private static func pieces(_ ruler: Double) -> [(from: Double, to: Double)] {
    let end = infinity(ruler)
    return [(0, end * 0.9), (end * 0.925, end)]
  }

  private func bar(
    _ parts: [Information], _ color: Color, _ total: Fact, _ ruler: Double,
    mark: Information?, _ say: Language
  ) -> some FigureContent {
    let tints = Self.tints(parts.count)
    return Chart {
      if total.value.isFinite {
        for (index, part) in parts.enumerated() where part.bits > 0 {
          BarMark(x: .value("bits", part.bits), y: .value("", ""), height: 26)
            .foregroundStyle(color.tint(tints[index % tints.count])).cornerRadius(0)
        }
      } else {
        for piece in Self.pieces(ruler) {
          BarMark(
            xStart: .value("bits", piece.from), xEnd: .value("bits", piece.to),
            y: .value("", ""), height: 26
          )
          .foregroundStyle(color).cornerRadius(0)
        }
      }
      LabelMark(
        x: .value("bits", total.value.isFinite ? total.value : Self.infinity(ruler)),
        position: .trailing, spacing: 6
      ) {
        Text(total.text).bold().foregroundStyle(color)
      }
      if let mark { entropyMark(mark) }
    }
    .chartXScale(domain: 0...ruler).chartXAxis { Self.gridLines }.chartXAxisLine(.hidden)
    .frame(height: 86)
  }

  private func difference(
    _ n: Numbers, _ facts: Facts, _ ruler: Double
  ) -> some FigureContent {
    let (cross, entropy, total) = (
      facts("cross_entropy"), facts("entropy.P"), facts("kl.forward")
    )
    let sign = PrintedEquation(
      .sum, [PrintedValue(cross), PrintedValue(-entropy.value, "\u{2212}" + entropy.number)],
      result: PrintedValue(total)
    ).sign
    let end = n.crossEntropy.bits.isFinite ? n.crossEntropy.bits : Self.infinity(ruler)
    // At least a hairline, and broken where it has no end.
    let start = n.entropy.bits
    let pieces =
      n.crossEntropy.isFinite
      ? [(from: start, to: max(end, start + (total.value > 0 ? 0.003 * ruler : 0)))]
      : Self.pieces(ruler).map { (from: max($0.from, start), to: max($0.to, start)) }
        .filter { $0.to > $0.from }
    return Chart {
      entropyMark(n.entropy)
      for piece in pieces where piece.to > piece.from {
        BarMark(
          xStart: .value("bits", piece.from), xEnd: .value("bits", piece.to), y: .value("", ""),
          height: 26
        )
        .foregroundStyle(.waste).cornerRadius(0)
      }
      LabelMark(x: .value("bits", end), position: .trailing, spacing: 6) {
        // The numbers of the bars above make this one.
        Text(total.text).bold().foregroundStyle(.waste)
          + Text("\n\(sign) \(cross.number) − \(entropy.number)").foregroundStyle(.secondary)
      }
    }
    .chartXScale(domain: 0...ruler)
    .chartXAxis {
      AxisMarks(values: .automatic(desiredCount: 5)) {
        AxisGridLine(); AxisTick(); AxisValueLabel()
      }
    }
    .frame(height: 122)
  }

  /// Returns a mark at the end of the shortest code.
  private func entropyMark(_ entropy: Information) -> some ChartContent {
    RuleMark(x: .value("bits", entropy.bits)).foregroundStyle(.entropy)
      .lineStyle(width: 1.4, dash: [4, 3])
  }

  /// Returns the gist of the six sentences of section 8.2.
  private func mnemonics(_ space: FigureSpace, _ say: Language) -> some FigureContent {
    let sentences: [Text] = [
      say("不是距离，是浪费的信息", en: "Not a distance: wasted information"),
      say("永远 ≥ 0，只有 $P=Q$ 时等于 0", en: "Never below 0; 0 only if $P=Q$"),
      say("不对称，方向很重要", en: "Not symmetric: direction matters"),
      say("前向：不遗漏", en: "Forward: leaves nothing out"),
      say("反向：不出错", en: "Reverse: avoids mistakes"),
      say("作正则项，防止忘本", en: "A penalty against drifting off"),
    ]
    return Grid(columns: space.isNarrow ? 1 : 3, horizontalSpacing: 14, verticalSpacing: 9) {
      for (index, sentence) in sentences.enumerated() {
        Text("\(index + 1)  ").bold().foregroundStyle(.waste).font(.label)
          + sentence.font(.label)
      }
    }
    .card(padding: 14)
  }
}
