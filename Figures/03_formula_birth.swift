import BurinFigures
import InformationTheory

/// Why information is a logarithm: only it meets all three requirements (section 2.2).
struct FormulaBirth: Figure {
  static let id = "03_formula_birth"

  @Parameter(range: 0.01...0.99) var a = 0.5
  @Parameter(range: 0.01...0.99) var b = 0.25

  /// A formula that might measure surprise, with its trials.
  struct Candidate: Sendable {
    var key: String
    var tex: String
    var function: @Sendable (Double) -> Double
    /// The values at `a`, `b` and at both together.
    var first: Double
    var second: Double
    var both: Double

    init(
      _ key: String, _ tex: String, _ a: Double, _ b: Double,
      _ function: @escaping @Sendable (Double) -> Double
    ) {
      (self.key, self.tex, self.function) = (key, tex, function)
      (first, second, both) = (function(a), function(b), function(a * b))
    }

    var sum: Double { first + second }
    /// The difference between the whole and the sum.
    var error: Double { both - sum }

    /// Returns the number with enough decimals to distinguish the whole from the sum, and each
    /// number from the nearest whole one.
    func text(_ value: Double) -> String {
      let distances =
        (isAdditive ? [] : [error]) + [first, second, both, sum].map { $0 - $0.rounded() }
      let least = distances.map(\.magnitude).filter { $0 > 1e-12 }.min() ?? 1
      let exponent = InformationUnit.hartleys.logarithm(least).rounded(.down)
      return value.trimmed(min(9, max(3, -Int(exponent))))
    }

    /// The printed parts and their printed sum.
    var equation: PrintedEquation {
      PrintedEquation(
        .sum, [PrintedValue(first, text(first)), PrintedValue(second, text(second))],
        result: PrintedValue(both, text(both)))
    }

    var isZeroAtCertainty: Bool { function(1) == 0 }
    /// Whether the formula falls, tried in steps of a hundredth.
    var isFalling: Bool {
      (1..<100).allSatisfy { function(Double($0) / 100) > function(Double($0 + 1) / 100) }
    }
    var isAdditive: Bool { error.magnitude <= 1e-12 * max(1, both.magnitude) }
    var meetsAll: Bool { isZeroAtCertainty && isFalling && isAdditive }
  }

  struct Numbers: Sendable {
    var a: Double
    var b: Double
    var candidates: [Candidate]
  }

  func compute() -> Numbers {
    Numbers(
      a: a, b: b,
      candidates: [
        Candidate("linear", "1-p", a, b) { 1 - $0 },
        Candidate("reciprocal", #"\tfrac{1}{p}-1"#, a, b) { 1 / $0 - 1 },
        Candidate("log", #"-\log_2 p"#, a, b) { Information.surprisal(of: $0).bits },
      ])
  }

  func facts(_ n: Numbers) -> Facts {
    Facts(
      n.candidates.map { Fact("\($0.key).additivity_error", $0.isAdditive ? 0 : $0.error) })
  }

  func statements(_ n: Numbers) -> [Statement] {
    let names = names(n)
    let passing = n.candidates.filter(\.meetsAll).map(\.key)
    return [
      Statement(
        "title.logarithm", if: "of the candidates the logarithm alone passes all three tests",
        passing == ["log"],
        "三个要求，只有对数全都满足", en: "Only the logarithm meets all three demands"),
      Statement(
        "title.trial", if: "another set of candidates passes", passing != ["log"],
        "三个要求，哪条公式全都满足？", en: "Which formula meets all three demands?"),
      Statement(
        "subtitle.trial", if: "always", true,
        "惊讶 $\\,f(p)$ 只看概率；拿独立的两件事检验：$a=$ \(names.a)，$b=$ \(names.b)，一起发生的概率是 $ab=$ \(names.both)",
        en:
          "Surprise $\\,f(p)$, tried on two independent events: $a=$ \(names.a), $b=$ \(names.b), together $ab=$ \(names.both)"
      ),
    ]
  }

  func title(_ n: Numbers, _ say: Language) -> Text { sentence("title", n, say) ?? "" }

  func subtitle(_ n: Numbers, _ say: Language) -> Text? { sentence("subtitle", n, say) }

  func altText(_ n: Numbers, _ say: Language) -> String {
    let names = ["linear": "1−p", "reciprocal": "1/p−1", "log": "−log₂p"]
    let list = n.candidates.map {
      let name = names[$0.key] ?? $0.key
      let difference = facts(n)("\($0.key).additivity_error").number
      return say(
        "\(name) 的 f(ab) = \($0.text($0.both))，f(a)+f(b) = \($0.text($0.sum))，相差 \(difference)，\($0.meetsAll ? "全部满足" : "不满足相加")",
        en:
          "\(name) has f(ab) = \($0.text($0.both)) and f(a)+f(b) = \($0.text($0.sum)), \(difference) apart: \($0.meetsAll ? "it meets all" : "it does not add")"
      )
    }.joined(separator: say("；", en: "; "))
    let (a, b, _) = self.names(n)
    return say(
      "三条候选曲线和一张检验表，要求是 f(1)=0、随概率递减、对独立事件相加，检验用 a = \(a)、b = \(b)：\(list)。",
      en:
        "Three candidate curves and a table of trials: f(1)=0, falling in p, additive over independent events, tried at a = \(a), b = \(b): \(list)."
    )
  }

  /// Returns the probabilities in one notation: as unit fractions if all three are.
  private func names(_ n: Numbers) -> (a: String, b: String, both: String) {
    let values = [n.a, n.b, n.a * n.b]
    let fractions = values.compactMap(\.unitFraction)
    // As many decimals as the product of the two printed ones has.
    let texts = fractions.count == 3 ? fractions : values.map { $0.trimmed(8) }
    return (texts[0], texts[1], texts[2])
  }

  private func color(_ candidate: Candidate) -> Color {
    candidate.key == "log" ? .entropy : .secondary
  }

  /// Returns the colour of a candidate's bars: those of the logarithm are darker, also in grey.
  private func bar(_ candidate: Candidate, tint: Double) -> Color {
    candidate.key == "log" ? .entropy.tint(0.4 * tint) : .muted.tint(tint)
  }

  func body(_ n: Numbers, _ say: Language) throws -> [AnyContent] {
    try body(n, say, in: FigureSpace(width: Self.width))
  }

  func body(_ n: Numbers, _ say: Language, in space: FigureSpace) throws -> [AnyContent] {
    space.row(spacing: 14) {
      demand(1, say("必然的事，不惊讶", en: "Certainty is no surprise"), "$\\,f(1)=0$")
      demand(
        2, say("越罕见，越惊讶", en: "The rarer, the more surprising"),
        say("$p$ 变小，$\\,f(p)$ 变大", en: "$\\,f(p)$ grows as $p$ falls"))
      demand(
        3, say("独立的事，惊讶相加", en: "Independent surprises add"), "$\\,f(ab)=f(a)+f(b)$")
    }
    space.row(spacing: 36, height: 366, narrowHeight: 366) {
      curves(n, say).layoutWeight(1)
      VStack(spacing: 20) {
        table(n, isNarrow: space.isNarrow, say)
        bars(n, isNarrow: space.isNarrow, say)
      }
      .frame(width: space.isNarrow ? nil : 344).independentPlots()
    }
  }

  /// Returns a requirement's number in a circle, which can't be confused with a value.
  private static func number(_ index: Int) -> String {
    ["①", "②", "③"][index - 1]
  }

  private func demand(_ index: Int, _ sentence: Text, _ formula: Text) -> some FigureContent {
    VStack(spacing: 6) {
      Text("\(Self.number(index))  ").bold().foregroundStyle(.entropy) + sentence.bold()
      formula.foregroundStyle(.secondary)
    }
    .frame(minHeight: 37).layoutWeight(1).card(padding: 12)
  }

  /// Returns the chart of the candidates, with the trial's three values on the logarithm.
  private func curves(_ n: Numbers, _ say: Language) -> Chart {
    let log = n.candidates[n.candidates.count - 1]
    let top = max(4.2, log.both * 1.25)
    let trials =
      [(n.a * n.b, log.both), (n.b, log.second)] + (n.a == n.b ? [] : [(n.a, log.first)])
    let names = names(n)
    let tickNames = [(n.a, names.a), (n.b, names.b), (n.a * n.b, names.both)]
    // A label too close to another is left out; the subtitle has all three.
    let ticks = ([1] + trials.map(\.0)).reduce(into: [Double]()) { kept, p in
      if kept.allSatisfy({ ($0 - p).magnitude > 0.045 }) { kept.append(p) }
    }
    return Chart {
      for (p, value) in trials {
        RuleMark(x: .value("p", p), yStart: .value("f", 0), yEnd: .value("f", value))
          .foregroundStyle(.entropy.tint(0.3)).lineStyle(width: 1.2, dash: [3, 3])
      }
      // The curves are labelled where they are farthest apart.
      for candidate in n.candidates {
        let (place, side) = Self.place(of: candidate, top: top)
        LinePlot(x: "p", y: "f", function: candidate.function)
          .foregroundStyle(candidate.key == "log" ? .entropy : .axis)
          .lineStyle(width: candidate.key == "log" ? 3 : 2)
        LabelMark(
          x: .value("p", place), y: .value("f", candidate.function(place)), position: side,
          spacing: 3
        ) { Text(tex: candidate.tex).foregroundStyle(color(candidate)) }
      }
      for (p, value) in trials {
        PointMark(x: .value("p", p), y: .value("f", value))
          .foregroundStyle(.entropy).symbolDiameter(10)
          .annotation(position: p < 0.1 ? .trailing : .bottomLeading, spacing: 3) {
            Text(log.text(value)).bold().foregroundStyle(.entropy)
          }
      }
    }
    .chartXScale(domain: 0...1).chartYScale(domain: 0...top)
    .chartXAxis {
      AxisMarks(values: ticks.sorted()) {
        AxisTick()
        AxisValueLabel { datum in
          guard case .number(let p) = datum else { return "" }
          return Text(tickNames.first { $0.0 == p }?.1 ?? p.trimmed(4))
        }
      }
    }
    .chartYAxis { AxisMarks(values: .automatic(desiredCount: 5)) }
    .chartXAxisLabel(say.text("概率 $p$", en: "Probability $p$"))
    .chartYAxisLabel(say.text("惊讶 $\\,f(p)$", en: "Surprise $\\,f(p)$"))
  }

  /// The places of the curves' labels: each on the outer side of a stretch where no other curve is
  /// between it and the free space.
  private static func place(
    of candidate: Candidate, top: Double
  ) -> (p: Double, side: AnnotationPosition) {
    switch candidate.key {
    // Above all others for improbable events, and steep.
    case "reciprocal": (1 / (1 + 0.86 * top), .trailing)
    // Above all others for probable events.
    case "log": (0.7, .topTrailing)
    // Below all others; where the axis is long, it is flat and has room only above its left end.
    default: top < 6 ? (0.3, .bottomLeading) : (0.14, .top)
    }
  }

  private func table(_ n: Numbers, isNarrow: Bool, _ say: Language) -> Table {
    func head(_ index: Int) -> Text { Text(Self.number(index)).foregroundStyle(.entropy) }
    return Table(
      columns: [
        .init("$f(p)$"), .init(head(1), alignment: .center), .init(head(2), alignment: .center),
        .init(head(3), alignment: .center),
      ], rowPadding: 6.5, columnSpacing: isNarrow ? 24 : 40, fillsWidth: true
    ) {
      for candidate in n.candidates {
        let row = TableRow(
          Text(tex: candidate.tex).foregroundStyle(color(candidate)),
          verdict(candidate.isZeroAtCertainty), verdict(candidate.isFalling),
          verdict(candidate.isAdditive))
        if candidate.meetsAll { row.background(.entropy.tint(0.88)) } else { row }
      }
    }
  }

  private func verdict(_ passes: Bool) -> Text {
    Text(passes ? "✓" : "×").bold().foregroundStyle(passes ? .good : .bad)
  }

  /// Returns the parts, and whether they add up to the whole.
  private func trial(_ candidate: Candidate) -> Text {
    let passes = candidate.isAdditive
    let (first, second) = (candidate.text(candidate.first), candidate.text(candidate.second))
    return Text("\(first) + \(second) ")
      + Text(passes ? candidate.equation.sign : "≠").bold().foregroundStyle(passes ? .good : .bad)
      + Text(" \(candidate.text(candidate.both))")
  }

  /// Returns bars of the whole above the sum of its parts, which are equally long only if surprises
  /// add.
  private func bars(_ n: Numbers, isNarrow: Bool, _ say: Language) -> Chart {
    let chart = Chart {
      for candidate in n.candidates {
        let name = candidate.key
        let end = Text(candidate.text(candidate.both))
        // Each row has a scale of its own, so that the two bars of a row can be compared.
        let longest = max(candidate.both, candidate.sum)
        BarMark(x: .value("f", candidate.both / longest), y: .value("", name))
          .position(by: .value("", "both")).foregroundStyle(bar(candidate, tint: 0))
          .annotation(position: .trailing) { candidate.meetsAll ? end.bold() : end }
        for (index, part) in [candidate.first, candidate.second].enumerated() {
          BarMark(x: .value("f", part / longest), y: .value("", name))
            .position(by: .value("", "sum"))
            // The parts meet where their tints do.
            .foregroundStyle(bar(candidate, tint: index == 0 ? 0 : 0.3))
            .annotation(position: .trailing) {
              index == 0 ? "" : trial(candidate)
            }
        }
      }
    }
    .chartTitle(say.text("一起的惊讶，等于两份之和吗？", en: "Is the whole the sum of its parts?"))
    .chartSubtitle(
      say.text(
        "上面一条 $\\,f(ab)$，下面一条 $\\,f(a)+f(b)$", en: "Above, $\\,f(ab)$; below, $\\,f(a)+f(b)$")
    )
    .chartXAxis(.hidden)
    .chartYAxis {
      AxisMarks {
        AxisValueLabel { datum in
          guard let candidate = n.candidates.first(where: { .category($0.key) == datum }) else {
            return ""
          }
          return Text(tex: candidate.tex)
            .foregroundStyle(candidate.meetsAll ? .entropy : .secondary)
        }
      }
    }
    // On a telephone the sums stay in one line only beside short bars.
    return isNarrow ? chart.chartXScale(domain: 0...2.2) : chart
  }
}
