import BurinFigures
import InformationTheory

/// The formula taken apart (section 6.2): seven parts, each with the numbers of one outcome.
struct KLFormula: Figure {
  static let id = "08_kl_formula"

  @Parameter(count: 2...6) var P = [0.6, 0.3, 0.1]
  @Parameter(count: 2...6) var Q = [0.2, 0.5, 0.3]

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
    let (P, Q) = try Distribution.parameters(P: P, Q: Q)
    guard P[0] > 0 else {
      throw ParameterError("P", "value 1 is 0; the example needs an outcome that happens")
    }
    return Numbers(
      P: P, Q: Q, terms: try P.divergenceTerms(from: Q), divergence: try P.divergence(from: Q),
      ratio: P[0] / Q[0], logarithm: .bits(InformationUnit.bits.logarithm(of: P[0], over: Q[0])))
  }

  func facts(_ n: Numbers) -> Facts {
    [
      Fact("ratio.sunny", n.ratio, decimals: 2),
      Fact("log_ratio.sunny", n.logarithm, decimals: 2),
      Fact("term.sunny", n.terms[0]),
      Fact("kl.forward", n.divergence),
    ]
  }

  func title(_ n: Numbers, _ say: Language) -> Text {
    say("KL 散度：用真实概率加权的「看走眼」", en: "KL divergence: misjudgement, weighted by the truth")
  }

  func subtitle(_ n: Numbers, _ say: Language) -> Text? {
    say(
      "七个零件，从里往外读；数字取自天气预报里的「晴」",
      en: "Seven parts, read from the inside out; the numbers are those of a sunny day")
  }

  func altText(_ n: Numbers, _ say: Language) -> String {
    let (p, q) = (n.P[0].short, n.Q[0].short)
    let sum = n.terms.map { $0.bits.signed(3) }.joined(separator: " ")
    let total = Fact("", n.divergence).text
    return say(
      "公式 D_KL(P‖Q) = Σ P(x) log₂ P(x)/Q(x) 的七个部分各有说明。以晴为例：P = \(p)，Q = \(q)，比值 \(n.ratio.ratio)，对数 \(n.logarithm.bits.rounded(2)) bits，加权后 \(n.terms[0].bits.rounded(3)) bits；全部相加 \(sum)，得 \(total)。",
      en:
        "The formula D_KL(P‖Q) = Σ P(x) log₂ P(x)/Q(x) with its seven parts explained. For sunny: P = \(p), Q = \(q), ratio \(n.ratio.ratio), logarithm \(n.logarithm.bits.rounded(2)) bits, weighted \(n.terms[0].bits.rounded(3)) bits; all terms \(sum) sum to \(total)."
    )
  }

  private static let tex =
    #"D_{\mathrm{KL}}(\textcolor{P}{P}\,\|\,\textcolor{Q}{Q})=\cssId{sum}{\sum}_{\cssId{x}{x}}\;"#
    + #"\cssId{term}{\cssId{P}{\textcolor{P}{P(x)}}\,\cssId{log}{\log_2"#
    + #"\cssId{ratio}{\frac{\textcolor{P}{P(x)}}{\cssId{Q}{\textcolor{Q}{Q(x)}}}}}}"#

  func body(_ n: Numbers, _ say: Language) throws -> [AnyContent] {
    let facts = self.facts(n)
    let (p, q) = (n.P[0].shortTeX, n.Q[0].shortTeX)
    let weather = Outcomes.weather(n.P.count, say)
    let sunny = weather[0]
    let ratio = n.ratio.ratioTeX
    let argument = ratio.contains("\\times") ? "(\(ratio))" : ratio
    let logarithm = try facts["log_ratio.sunny"]
    let term = try facts["term.sunny"]
    let total = try facts["kl.forward"]
    let misjudged: Text =
      n.ratio > 1
      ? say("低估了 $\(tex: ratio)$ 倍", en: "guessed too low")
      : n.ratio < 1
        ? say("高估了", en: "guessed too high") : say("猜得正好", en: "exactly right")
    AnnotatedFormula(Self.tex, size: 35, noteWidth: 190, distance: 30) {
      note("sum", 7, .top, .secondary, say) {
        (
          say("把所有结果加起来", en: "Add up all outcomes"),
          say("得到平均多花的 bits", en: "for the bits wasted on average")
        )
      }
      note("P", 2, .top, .truth, say) {
        (
          say("真实的概率：权重", en: "The true probability"),
          "$P(\\text{\(sunny)})=\(tex: p)$"
        )
      }
      note("x", 1, .bottom, .secondary, say) {
        (
          say("每一种可能的结果", en: "Every possible outcome"),
          Text(weather.joined(separator: say("、", en: ", ")))
        )
      }
      note("Q", 3, .trailing, .model, say) {
        (say("你猜的概率", en: "Your guess"), "$Q(\\text{\(sunny)})=\(tex: q)$")
      }
      note("ratio", 4, .under, .secondary, say) {
        (
          say("真实是猜测的几倍", en: "How many times the guess"),
          "$\(tex: p)/\(tex: q)=\(tex: ratio)$" + "\(say("，", en: ", "))\(misjudged)"
        )
      }
      note("log", 5, .under, .entropy, say) {
        (
          say("换算成信息量", en: "Turned into information"),
          "$\\log_2 \(tex: argument)=\(logarithm.number)$ \(logarithm.unit)"
        )
      }
      note("term", 6, .under, .waste, say) {
        (
          say("乘上它发生的机会", en: "Weighted by frequency"),
          "$\(tex: p)\\times \(logarithm.number)=\(term.number)$ \(term.unit)"
        )
      }
    }
    .corner { sum(n, weather, total, say) }
    .padding(Insets(top: 6, bottom: 4))
  }

  /// Returns a note: its number in the order of the text, what the part means, the live numbers.
  private func note(
    _ part: String, _ number: Int, _ side: FormulaNote.Side, _ color: Color, _ say: Language,
    _ texts: () -> (meaning: Text, numbers: Text)
  ) -> FormulaNote {
    let (meaning, numbers) = texts()
    return FormulaNote(part, side, color: color) {
      Text("\(number)  ").foregroundStyle(color).bold() + meaning.bold()
      numbers.foregroundStyle(.secondary)
    }
  }

  /// Returns the last step: all terms side by side and their sum.
  private func sum(
    _ n: Numbers, _ weather: [String], _ total: Fact, _ say: Language
  ) -> some FigureContent {
    var line: Text = say(
      "三步走完每种天气，再相加：\n", en: "The same steps for every outcome, then the sum:\n")
    for (index, name) in weather.enumerated() {
      let value = n.terms[index].bits
      line =
        line + Text(index == 0 ? "" : value < 0 ? " − " : " + ")
        + Text(value < 0 && index > 0 ? (-value).rounded(3) : value.rounded(3)).bold()
        + Text(" (\(name))").foregroundStyle(.secondary)
    }
    let equality = n.terms.map(\.bits).equality(with: total.value, decimals: 3)
    return HStack(alignment: .center, spacing: 16) {
      line.layoutWeight(1)
      Text("\(equality)  ")
        + Text(total.number).font(.display).foregroundStyle(.waste)
        + Text(" \(total.unit)").bold().foregroundStyle(.waste)
    }
    .card(.waste.tint(0.92), padding: 12)
  }
}
