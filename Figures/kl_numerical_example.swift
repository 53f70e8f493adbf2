import BurinFigures
import InformationTheory

/// The second worked example (section 8.5) and its pitfall: log₂ gives bits, ln gives nats.
struct KLNumericalExample: Figure {
  static let id = "kl_numerical_example"

  @Parameter(count: 2...6) var P = [0.5, 0.3, 0.2]
  @Parameter(count: 2...6) var Q = [0.4, 0.4, 0.2]

  struct Numbers: Sendable {
    var P: Distribution
    var Q: Distribution
    var terms: [Information]
    var forward: Information
    var reverse: Information

    /// A, B, C and so on.
    var outcomes: [String] {
      Array("ABCDEF").prefix(P.count).map { String($0) }
    }
  }

  func compute() throws -> Numbers {
    let (P, Q) = try Distribution.parameters(P: P, Q: Q)
    return Numbers(
      P: P, Q: Q, terms: try P.divergenceTerms(from: Q), forward: try P.divergence(from: Q),
      reverse: try Q.divergence(from: P))
  }

  func facts(_ n: Numbers) -> Facts {
    let bits = total(n, in: .bits, name: "kl.forward")
    return Facts(
      zip(n.outcomes, n.terms).map { Fact("term.\($0)", $1, decimals: bits.decimals) } + [
        bits, total(n, in: .nats, name: "kl.forward_nats"),
        Fact("kl.reverse", n.reverse, showing: 3, decimals: 3),
      ]
    ).distinguished()
  }

  /// Returns the divergence; its terms have as many decimals.
  private func total(
    _ n: Numbers, in unit: InformationUnit, name: String = ""
  ) -> Fact {
    Fact(name, n.forward, in: unit, showing: 3, decimals: 3)
  }

  func title(_ n: Numbers, _ say: Language) -> Text {
    sentence("title", n, say) ?? ""
  }

  func subtitle(_ n: Numbers, _ say: Language) -> Text? {
    sentence("subtitle", n, say)
  }

  func statements(_ n: Numbers) -> [Statement] {
    let facts = self.facts(n)
    let (bits, nats) = (facts("kl.forward"), facts("kl.forward_nats"))
    let sign = PrintedEquation(
      .conversion, [PrintedValue(bits)], result: PrintedValue(nats)
    ).sign
    let isOrdinary = n.forward.bits > 0 && n.forward.isFinite
    let short = (1 - Information.bits(1).nats).percent()
    return [
      Statement(
        "title.rulers", if: "the divergence is above 0 and finite", isOrdinary,
        "同一个散度，两把尺子：\(bits.text) \(sign) \(nats.text)",
        en: "One divergence, two rulers: \(bits.text) \(sign) \(nats.text)"),
      Statement(
        "title.zero", if: "P = Q, or the divergence is too small to compute", n.forward.bits == 0,
        "散度是 0，用哪把尺子都是 0", en: "No divergence: 0 by any ruler"),
      Statement(
        "title.infinite", if: "the divergence is infinite", !n.forward.isFinite,
        "散度是 ∞，用哪把尺子都量不完", en: "An infinite divergence: ∞ by any ruler"),
      Statement(
        "subtitle.differ", if: "the divergence is above 0 and finite", isOrdinary,
        "取 $\\log_2$ 得 bits，取 $\\ln$ 得 nats；数字不同，意思相同，单位不能写错",
        en: "$\\log_2$ gives bits, $\\ln$ gives nats: other numbers, same meaning, so mind the unit"
      ),
      Statement(
        "subtitle.agree", if: "the divergence is 0 or infinite", !isOrdinary,
        "取 $\\log_2$ 得 bits，取 $\\ln$ 得 nats；这一对碰巧看不出差别",
        en: "$\\log_2$ gives bits, $\\ln$ gives nats: this pair does not show the difference"),
      Statement(
        "pitfall.short", if: "the divergence is above 0 and finite", isOrdinary,
        "np.log 是 $\\ln$，结果的单位是 nats。写成 bits，就少报了 \(short)。",
        en: "np.log is $\\ln$: its results are nats. Called bits, they are \(short) short."),
      Statement(
        "pitfall.unit", if: "the divergence is 0 or infinite", !isOrdinary,
        "np.log 是 $\\ln$，结果的单位是 nats，不是 bits。",
        en: "np.log is $\\ln$: its results are nats, not bits."),
      Statement(
        "ruler.marks", if: "the divergence is above 0 and finite", isOrdinary,
        "换把尺子：刻度变了，长度没变", en: "Another ruler: other marks, same length"),
      Statement(
        "ruler.ends", if: "the divergence is 0 or infinite", !isOrdinary,
        "换把尺子，长度不变", en: "Another ruler, the same length"),
    ]
  }

  func altText(_ n: Numbers, _ say: Language) -> String {
    let facts = self.facts(n)
    let (bits, nats, back) = (
      facts("kl.forward").text, facts("kl.forward_nats").text, facts("kl.reverse").text
    )
    let terms = n.outcomes.map { "\($0) \(facts("term.\($0)").signed)" }
    return say(
      "条形图比较 P 与 Q 在 \(n.outcomes.joined(separator: "、")) 上的概率，表格逐项列出以 2 为底和自然对数的贡献，以 2 为底的是 \(terms.joined(separator: "、"))。合计 \(bits)，即 \(nats)；反向的散度是 \(back)。",
      en:
        "Bars compare P and Q over \(n.outcomes.joined(separator: ", ")); a table lists each contribution with the binary and with the natural logarithm; with the binary one they are \(terms.joined(separator: ", ")). The sum is \(bits), which is \(nats); the reverse divergence is \(back)."
    )
  }

  func body(_ n: Numbers, _ say: Language) throws -> [AnyContent] {
    try body(n, say, in: FigureSpace(width: Self.width))
  }

  func body(_ n: Numbers, _ say: Language, in space: FigureSpace) throws -> [AnyContent] {
    let facts = self.facts(n)
    space.row(spacing: 34) {
      bars(n, isNarrow: space.isNarrow, say).frame(height: 236).layoutWeight(1)
      table(n, facts, isNarrow: space.isNarrow, say)
    }
    if space.isNarrow {
      try rulers(n, facts, isNarrow: true, say)
      pitfall(n, say).card(.waste.tint(0.92))
    } else {
      try HStack(alignment: .center, spacing: 28) {
        try rulers(n, facts, isNarrow: false, say).layoutWeight(1)
        pitfall(n, say).frame(width: 226).card(.waste.tint(0.92))
      }
    }
  }

  /// Returns one length, measured in two units: the rulers' numbers are at the same positions.
  private func rulers(
    _ n: Numbers, _ facts: Facts, isNarrow: Bool, _ say: Language
  ) throws -> some FigureContent {
    let length = n.forward.bits
    // With space for both amounts: a label beyond a ruler would make it shorter than the other.
    let label = [facts("kl.forward").text, facts("kl.forward_nats").text].map(\.count).max() ?? 0
    let room = min(0.6, (7 * Double(label) + 14) / (isNarrow ? 250 : 400))
    let end = length.isFinite && length > 0 ? max(1.32 * length, length / (1 - room)) : 1
    let nat = Information.bits(1).nats
    return try VStack(spacing: 4) {
      (sentence("ruler", n, say) ?? "").font(.headline)
      try ruler(facts["kl.forward"], "log₂", tex: "\\log_2", length, end)
      try ruler(facts["kl.forward_nats"], "ln", tex: "\\ln", length * nat, end * nat)
    }
  }

  private func ruler(
    _ fact: Fact, _ logarithm: String, tex: String, _ length: Double, _ end: Double
  ) -> some FigureContent {
    // No length is a thin bar at 0.
    let shown = length == 0 ? 0.004 * end : length.isFinite ? length : end
    return Chart {
      BarMark(x: .value(fact.unit, shown), y: .value("", logarithm), height: 26)
        .foregroundStyle(.waste).cornerRadius(0)
      RuleMark(x: .value(fact.unit, shown)).foregroundStyle(.waste)
        .lineStyle(width: 1.2, dash: [4, 3])
      LabelMark(
        x: .value(fact.unit, shown), position: length.isFinite ? .trailing : .leading, spacing: 8
      ) {
        Text(fact.text).bold().foregroundStyle(length.isFinite ? .waste : .canvas)
      }
    }
    .chartXScale(domain: 0...end)
    .chartXAxis { AxisMarks(values: .automatic(desiredCount: 5)) }
    .chartYAxis { AxisMarks { AxisValueLabel { _ in Text(tex: tex) } } }
    .frame(height: 70)
  }

  private func pitfall(_ n: Numbers, _ say: Language) -> some FigureContent {
    let factor = Information.nats(1).bits
    return VStack(spacing: 7) {
      say("易错：单位跟着对数走", en: "The unit follows the logarithm").bold()
        .foregroundStyle(.waste)
      (sentence("pitfall", n, say) ?? "").font(.label)
      Text("1 nat ≈ \(factor.rounded(4)) bits").font(.label).foregroundStyle(.secondary)
    }
  }

  private func bars(_ n: Numbers, isNarrow: Bool, _ say: Language) -> Chart {
    // More bars are narrower than their numbers, which are in the table as well.
    let numbers = zip(n.P.probabilities, n.Q.probabilities).flatMap {
      [$0.short(besides: $1), $1.short(besides: $0)]
    }
    let isNumbered =
      n.outcomes.count <= 3
      && numbers.allSatisfy { $0.count <= (isNarrow ? 4 : 6) && !$0.contains("×") }
    let chart = Chart {
      for (name, distribution, color) in [
        ("P", n.P, Color.truth), ("Q", n.Q, Color.model),
      ] {
        for (index, outcome) in n.outcomes.enumerated() {
          let bar = BarMark(x: .value("x", outcome), y: .value("p", distribution[index]))
            .position(by: .value("", name)).foregroundStyle(color)
          // The first pair has the names of the distributions.
          let (isFirst, number) = (
            index == 0, isNumbered ? numbers[2 * index + (name == "P" ? 0 : 1)] : ""
          )
          if isFirst || isNumbered {
            bar.annotation(position: .top) {
              (isFirst ? isNumbered ? "$\(tex: name)$\n\(number)" : Text(tex: name) : Text(number))
                .foregroundStyle(color)
            }
          } else {
            bar
          }
        }
      }
    }
    .chartTitle(say.text("两个分布", en: "Two distributions"))
    return isNumbered ? chart.chartYAxis(.hidden) : chart
  }

  private func table(
    _ n: Numbers, _ facts: Facts, isNarrow: Bool, _ say: Language
  ) -> some FigureContent {
    let (bits, nats) = (facts("kl.forward"), facts("kl.forward_nats"))
    let ratios = zip(n.P.probabilities, n.Q.probabilities).map { $0 / $1 }
    // A telephone has no space for the quotients, and beside long numbers none for nats.
    let probabilities = zip(n.P.probabilities, n.Q.probabilities).map {
      max($0.short(besides: $1).count, $1.short(besides: $0).count)
    }
    let longest = probabilities.max() ?? 0
    let isLong = longest > 6 || 2 * longest + bits.text.count + nats.text.count > 35
    let hidden = !isNarrow ? [] : isLong ? [3, 5] : [3]
    func cells(_ all: [Text]) -> [Text] {
      all.enumerated().filter { !hidden.contains($0.offset) }.map(\.element)
    }
    let heads: [Text] = [
      say("取值", en: "value"), "$\\textcolor{P}{P}$", "$\\textcolor{Q}{Q}$", "$P/Q$",
      "$P\\log_2\\frac{P}{Q}$", "$P\\ln\\frac{P}{Q}$",
    ]
    let columns = cells(heads).enumerated().map {
      Table.Column($0.element, alignment: $0.offset == 0 ? .leading : .trailing)
    }
    return Table(
      columns: columns, role: isNarrow ? .tick : .body, rowPadding: 13.8,
      columnSpacing: isNarrow ? 8 : 20, fillsWidth: isNarrow
    ) {
      for (index, outcome) in n.outcomes.enumerated() {
        let (p, q) = (n.P[index], n.Q[index])
        TableRow(
          cells: cells([
            Text(outcome), Text(p.short(besides: q)).foregroundStyle(.truth),
            Text(q.short(besides: p)).foregroundStyle(.model),
            Text(p == 0 && q == 0 ? "–" : ratios.aligned(index)),
            Text(facts("term.\(outcome)").signed),
            Text(n.terms[index].nats.signed(nats.decimals)),
          ]))
      }
      TableRow(
        cells: cells([
          say("合计", en: "total"), Text(1.0.short), Text(1.0.short), "",
          Text(bits.text).foregroundStyle(.waste), Text(nats.text).foregroundStyle(.waste),
        ])
      ).total().background(.surface)
    }
  }
}
