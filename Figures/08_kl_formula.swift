import BurinFigures
import InformationTheory

/// The formula taken apart (section 6.2): seven parts, each with the numbers of one outcome.
struct KLFormula: Figure {
  static let id = "08_kl_formula"

  @Parameter(count: 2...6) var P = [0.6, 0.3, 0.1]
  @Parameter(count: 2...6) var Q = [0.2, 0.5, 0.3]
  /// The names of the outcomes.
  @Parameter var outcomes = Words()

  struct Numbers: Sendable {
    var P: Distribution
    var Q: Distribution
    var terms: [Information]
    var divergence: Information
    /// P/Q of the first outcome; infinite where the model excludes it.
    var ratio: Double
    /// log₂ of it.
    var logarithm: Information
  }

  func compute() throws -> Numbers {
    let (P, Q) = try Distribution.parameters(P: P, Q: Q, outcomes: outcomes)
    guard P[0] > 0 else {
      throw ParameterError("P", "value 1 is 0; the example needs an outcome that happens")
    }
    return Numbers(
      P: P, Q: Q, terms: try P.divergenceTerms(from: Q), divergence: try P.divergence(from: Q),
      ratio: P[0] / Q[0], logarithm: .bits(InformationUnit.bits.logarithm(of: P[0], over: Q[0])))
  }

  func facts(_ n: Numbers) -> Facts {
    let keys = Outcomes.weatherKeys(n.P.count)
    // As many decimals as the ratio is printed with.
    let digits = n.ratio.ratio.split(separator: ".").dropFirst().first?.count ?? 0
    return Facts(
      [
        Fact(
          "ratio.sunny", n.ratio,
          decimals: n.ratio.ratio.contains("×") ? 3 : max(3, digits)),
        Fact("log_ratio.sunny", n.logarithm, showing: 3, decimals: 3),
      ]
        + zip(keys, n.terms).map { Fact("term.\($0)", $1) }
        + [Fact("kl.forward", n.divergence, showing: 3, decimals: 3)]
    ).distinguished()
  }

  func statements(_ n: Numbers) -> [Statement] {
    let ratio = n.ratio.ratio
    return [
      Statement(
        "title.weighted", if: "always", true,
        "KL 散度：用真实概率加权的“看走眼”", en: "KL divergence: misjudgement, weighted by the truth"),
      Statement(
        "subtitle.parts", if: "the outcomes have the figure's names", outcomes.areOwn,
        "七个零件，从里往外读；数字取自天气预报里的“晴”",
        en: "Seven parts, read from the inside out; the numbers are those of a sunny day"),
      Statement(
        "subtitle.named", if: "the outcomes have other names", !outcomes.areOwn,
        "七个零件，从里往外读；数字取自“\(first(.zh))”",
        en: "Seven parts, read from the inside out; the numbers are those of “\(first(.en))”"),
      Statement(
        "misjudged.never", if: "Q(sunny) = 0 < P(sunny)", n.ratio == .infinity,
        "猜测认为不可能", en: "the guess rules it out"),
      Statement(
        "misjudged.low", if: "0 < Q(sunny) < P(sunny)", n.ratio > 1 && n.ratio.isFinite,
        "猜低了：真实是猜测的 \(ratio) 倍", en: "guessed too low"),
      Statement(
        "misjudged.high", if: "Q(sunny) > P(sunny)", n.ratio < 1,
        "猜高了", en: "guessed too high"),
      Statement(
        "misjudged.right", if: "Q(sunny) = P(sunny)", n.ratio == 1, "猜得正好",
        en: "exactly right"),
    ]
  }

  func title(_ n: Numbers, _ say: Language) -> Text { sentence("title", n, say) ?? "" }

  func subtitle(_ n: Numbers, _ say: Language) -> Text? { sentence("subtitle", n, say) }

  /// The name of the outcome whose numbers are shown.
  private func first(_ say: Language) -> String { Outcomes.weather(1, say, outcomes)[0] }

  func altText(_ n: Numbers, _ say: Language) -> String {
    let facts = self.facts(n)
    let (p, q) = (n.P[0].short(besides: n.Q[0]), n.Q[0].short(besides: n.P[0]))
    let sum = Outcomes.weatherKeys(n.P.count).map { facts("term.\($0)").signed }
      .joined(separator: " ")
    let (log, term, total) = (
      facts("log_ratio.sunny").text, facts("term.sunny").text, facts("kl.forward").text
    )
    return say(
      "公式 D_KL(P‖Q) = Σ P(x) log₂ P(x)/Q(x) 的七个部分各有说明。以\(first(say))为例：P = \(p)，Q = \(q)，比值 \(n.ratio.ratio)，对数 \(log)，加权后 \(term)；全部相加 \(sum)，得 \(total)。",
      en:
        "The formula D_KL(P‖Q) = Σ P(x) log₂ P(x)/Q(x) with its seven parts explained. For \(first(say)): P = \(p), Q = \(q), ratio \(n.ratio.ratio), logarithm \(log), weighted \(term); all terms \(sum) sum to \(total)."
    )
  }

  private static let tex =
    #"D_{\mathrm{KL}}(\textcolor{P}{P}\,\|\,\textcolor{Q}{Q})=\cssId{sum}{\sum}_{\cssId{x}{x}}\;"#
    + #"\cssId{term}{\cssId{P}{\textcolor{P}{P(x)}}\,\cssId{log}{\log_2"#
    + #"\cssId{ratio}{\frac{\textcolor{P}{P(x)}}{\cssId{Q}{\textcolor{Q}{Q(x)}}}}}}"#

  func body(_ n: Numbers, _ say: Language) throws -> [AnyContent] {
    try body(n, say, in: FigureSpace(width: Self.width))
  }

  func body(_ n: Numbers, _ say: Language, in space: FigureSpace) throws -> [AnyContent] {
    HStack(spacing: 0) {
      Spacer()
      AnnotatedFormula(
        Self.tex, size: space.isNarrow ? 17 : 44, noteWidth: space.isNarrow ? 24 : 40,
        distance: space.isNarrow ? 16 : 22
      ) {
        number("sum", 7, .top, .secondary)
        number("P", 2, .top, .truth)
        number("x", 1, .bottom, .secondary)
        number("Q", 3, .trailing, .model)
        number("ratio", 4, .under, .secondary)
        number("log", 5, .under, .entropy)
        number("term", 6, .under, .waste)
      }
      .frame(width: space.isNarrow ? space.width - 56 : 744)
      Spacer()
    }
    parts(n, space, say)
  }

  /// Returns a part's number, by which its explanation is found below.
  private func number(
    _ part: String, _ number: Int, _ side: FormulaNote.Side, _ color: Color
  ) -> FormulaNote {
    FormulaNote(part, side, color: color) {
      Text("\(number)").font(.headline).foregroundStyle(color)
    }
  }

  /// Returns the explanations in the order of the numbers, the last with the sum of all terms.
  private func parts(_ n: Numbers, _ space: FigureSpace, _ say: Language) -> some FigureContent {
    let facts = self.facts(n)
    let (p, q) = (n.P[0].shortTeX(besides: n.Q[0]), n.Q[0].shortTeX(besides: n.P[0]))
    let weather = Outcomes.weather(n.P.count, say, outcomes)
    let sunny = weather[0]
    let ratio = n.ratio.ratioTeX
    let argument = ratio.contains("\\times") ? "(\(ratio))" : ratio
    let (logarithm, term) = (facts("log_ratio.sunny"), facts("term.sunny"))
    let shown = PrintedValue(n.P[0], n.P[0].short(besides: n.Q[0]))
    let quotient = PrintedEquation(
      .quotient, [shown, PrintedValue(n.Q[0], n.Q[0].short(besides: n.P[0]))],
      result: PrintedValue(n.ratio, n.ratio.ratio))
    let information = PrintedEquation(
      .logarithm(base: 2), [quotient.result], result: PrintedValue(logarithm))
    let weighted = PrintedEquation(
      .product, [shown, PrintedValue(logarithm)], result: PrintedValue(term))
    let factor = logarithm.value < 0 ? "(\(logarithm.number))" : logarithm.number
    let misjudged = sentence("misjudged", n, say) ?? ""
    return VStack(spacing: 14) {
      Grid(columns: space.isNarrow ? 1 : 3, horizontalSpacing: 20, verticalSpacing: 14) {
        part(
          1, .secondary, say("每一种可能的结果", en: "Every possible outcome"),
          Text(weather.joined(separator: say("、", en: ", "))))
        part(
          2, .truth, say("真实的概率：权重", en: "The true probability: the weight"),
          "$P(\\text{\(sunny)})=\(tex: p)$")
        part(
          3, .model, say("你猜的概率", en: "Your guess"), "$Q(\\text{\(sunny)})=\(tex: q)$")
        part(
          4, .secondary, say("真实除以猜测", en: "Truth divided by guess"),
          "$\(tex: p)/\(tex: q)\(tex: quotient.relation)\(tex: ratio)$" + say("，", en: ", ")
            + misjudged)
        part(
          5, .entropy, say("换算成信息量", en: "Turned into information"),
          "$\\log_2 \(tex: argument)\(tex: information.relation)$ \(logarithm.text)")
        part(
          6, .waste, say("乘以它发生的概率", en: "Weighted by its probability"),
          "\(shown.text) × \(factor) \(weighted.sign) \(term.text)")
      }
      sum(n, weather, facts, space, say)
    }
  }

  /// Returns the explanation of a part: its number, what it means, the live numbers.
  private func part(
    _ number: Int, _ color: Color, _ meaning: Text, _ numbers: Text
  ) -> some FigureContent {
    VStack(spacing: 4) {
      Text("\(number)  ").foregroundStyle(color).bold() + meaning.bold()
      numbers.foregroundStyle(.secondary)
    }
  }

  /// Returns the last step: all terms side by side and their sum.
  private func sum(
    _ n: Numbers, _ weather: [String], _ facts: Facts, _ space: FigureSpace, _ say: Language
  ) -> AnyContent {
    let terms = Outcomes.weatherKeys(n.P.count).map { facts("term.\($0)") }
    let total = facts("kl.forward")
    var line: Text =
      Text("7  ").bold().foregroundStyle(.waste)
      + say.text(
        "把所有结果加起来，得到平均多花的 bits\n", en: "All outcomes added up: the bits wasted on average\n"
      )
      .bold()
    for (index, name) in weather.enumerated() {
      let term = terms[index]
      let isNegative = term.value < 0
      let digits = isNegative && index > 0 ? String(term.number.dropFirst()) : term.number
      line =
        line + Text(index == 0 ? "" : isNegative ? " − " : " + ") + Text(digits).bold()
        + Text(" (\(name))").foregroundStyle(.secondary)
    }
    let sign = terms.map(PrintedValue.init).sign(of: PrintedValue(total))
    let result =
      Text("\(sign)  ")
      + Text(total.number).font(.display).foregroundStyle(.waste)
      + Text(" \(total.unit)").bold().foregroundStyle(.waste)
    return space.isNarrow
      ? AnyContent(
        VStack(spacing: 8) {
          line
          result
        }
        .card(.waste.tint(0.92), padding: 12))
      : AnyContent(
        HStack(alignment: .center, spacing: 16) {
          line.layoutWeight(1)
          result
        }
        .card(.waste.tint(0.92), padding: 12))
  }
}
