import BurinFigures
import InformationTheory

/// Cross-entropy as a loss (exercise 3): with a one-hot truth, one term is left.
struct CrossEntropyLoss: Figure {
  static let id = "exercise_cross_entropy_loss"

  /// The right class, counted from 1.
  @Parameter(range: 1...8) var true_class = 2
  @Parameter(count: 2...8) var Q = [0.1, 0.7, 0.1, 0.1]
  /// The probability of the right class in a worse prediction.
  @Parameter(range: 0.000001...1) var mistake = 0.01

  struct Numbers: Sendable {
    /// The index of the right class.
    var truth: Int
    var Q: Distribution
    var mistake: Double
    var loss: Information
    var mistakenLoss: Information

    /// The probability given to the right class.
    var hit: Double { Q[truth] }

    /// Returns the true probability of a class: 1 for the right one.
    func p(_ index: Int) -> Double { index == truth ? 1 : 0 }
    /// The derivative of the loss by each logit: softmax minus truth.
    var gradient: [Double] { (0..<Q.count).map { Q[$0] - p($0) } }
  }

  func compute() throws -> Numbers {
    let Q = try Distribution.parameter("Q", Q)
    guard true_class <= Q.count else {
      throw ParameterError("true_class", "is \(true_class); Q has \(Q.count) classes")
    }
    let truth = true_class - 1
    return Numbers(
      truth: truth, Q: Q, mistake: mistake,
      loss: Information.surprisal(of: min(1, Q[truth]), in: .nats),
      mistakenLoss: Information.surprisal(of: mistake, in: .nats))
  }

  func facts(_ n: Numbers) -> Facts {
    Facts(
      Facts([
        Fact("loss", n.loss, in: .nats, showing: 3, decimals: 3),
        Fact("loss.mistake", n.mistakenLoss, in: .nats, showing: 3, decimals: 3),
      ]).distinguished().all
        + n.gradient.enumerated().map { Fact("gradient.\($0 + 1)", $1, decimals: 3) })
  }

  func statements(_ n: Numbers) -> [Statement] {
    let loss = facts(n)("loss")
    let isConfident = n.mistake < min(n.hit, 0.2)
    return [
      Statement(
        "identity.certain", if: "always: a one-hot truth has no entropy", true,
        "真相没有不确定性，$H(P)=0$：交叉熵就是 $D_{\\mathrm{KL}}(P\\,\\|\\,Q)$",
        en:
          "The truth is certain, $H(P)=0$: the cross-entropy is $D_{\\mathrm{KL}}(P\\,\\|\\,Q)$ itself"
      ),
      Statement(
        "title.one", if: "the right class has a probability between 0 and 1",
        n.loss.value > 0 && n.loss.isFinite,
        "答案只有一个时，损失就是 $-\\ln \(tex: n.hit.shortTeX)\\approx$ \(loss.text)",
        en: "With one right answer, the loss is $-\\ln \(tex: n.hit.shortTeX)\\approx$ \(loss.text)"
      ),
      Statement(
        "title.certain", if: "the right class has probability 1", n.loss.value == 0,
        "把全部概率押给正确答案，损失就是 0",
        en: "All probability on the right answer: the loss is 0"),
      Statement(
        "title.excluded", if: "the right class has probability 0", !n.loss.isFinite,
        "认定正确答案不可能，损失就是 ∞", en: "Rule out the right answer, and the loss is ∞"),
      Statement(
        "subtitle.nats", if: "always", true,
        "交叉熵 $-\\sum_i P_i\\ln Q_i$，取自然对数，单位是 nats；真相 $P$ 只在第 \(n.truth + 1) 类是 1",
        en:
          "Cross-entropy $-\\sum_i P_i\\ln Q_i$ in nats; the truth $P$ is 1 for class \(n.truth + 1), else 0"
      ),
      Statement(
        "terms.left", if: "the loss is above 0", n.loss.value > 0,
        "\(n.Q.count) 项里只剩一项", en: "Of \(n.Q.count) terms, one is left"),
      Statement(
        "terms.none", if: "the loss is 0", n.loss.value == 0,
        "\(n.Q.count) 项都是 0", en: "All \(n.Q.count) terms are 0"),
      Statement(
        "mistake.confident",
        if: "the other prediction gives the right class less than this one, and less than 0.2",
        isConfident, "很有把握地猜错", en: "confidently wrong"),
      Statement(
        "mistake.other", if: "it doesn’t", !isConfident, "另一个预测", en: "another prediction"),
      Statement(
        "gradient.push", if: "the right class has less than 1", n.hit < 1,
        "学一步：负的往上推，正的往下压，合计 0",
        en: "Steps raise the negative, lower the positive; sum 0"),
      Statement(
        "gradient.still", if: "the right class has probability 1", n.hit >= 1,
        "处处是 0：没有可学的了", en: "0 everywhere: nothing left to learn"),
      Statement(
        "curve.steep", if: "always: −ln q → ∞ as q → 0", true,
        "给正确答案的 $q$ 越接近 0，损失越大", en: "The less $q$ on the right answer, the larger the loss"),
      Statement(
        "here.prediction", if: "always", true, "这个预测", en: "this prediction"),
    ]
  }

  func title(_ n: Numbers, _ say: Language) -> Text { sentence("title", n, say) ?? "" }

  func subtitle(_ n: Numbers, _ say: Language) -> Text? { sentence("subtitle", n, say) }

  func altText(_ n: Numbers, _ say: Language) -> String {
    let facts = self.facts(n)
    let gradient = n.gradient.indices.map {
      say("第 \($0 + 1) 类 \(signed($0, n))", en: "class \($0 + 1) \(signed($0, n))")
    }.joined(separator: say("，", en: ", "))
    let Q = n.Q.probabilities.map(\.short).joined(separator: say("、", en: ", "))
    return say(
      "表格列出 \(n.Q.count) 类的真相 P（只有第 \(n.truth + 1) 类是 1）、预测 Q（\(Q)）和每一项 −P ln Q，合计 \(facts("loss").text)。曲线是 −ln q：这个预测在 q = \(n.hit.short)，另一个在 q = \(n.mistake.short)，损失 \(facts("loss.mistake").text)。条形图是损失对 logit 的梯度 Q − P：\(gradient)，合计 0。",
      en:
        "A table lists for \(n.Q.count) classes the truth P (1 for class \(n.truth + 1) only), the prediction Q (\(Q)) and each term −P ln Q, \(facts("loss").text) in total. The curve is −ln q: this prediction is at q = \(n.hit.short), another at q = \(n.mistake.short) with a loss of \(facts("loss.mistake").text). Bars show the gradient by logit, Q − P: \(gradient), 0 in total."
    )
  }

  private func signed(_ index: Int, _ n: Numbers) -> String {
    let value = n.gradient[index]
    let text = value.trimmed(3)
    return value > 0 ? "+" + text : text
  }

  func body(_ n: Numbers, _ say: Language) throws -> [AnyContent] {
    try body(n, say, in: FigureSpace(width: Self.width))
  }

  func body(_ n: Numbers, _ say: Language, in space: FigureSpace) throws -> [AnyContent] {
    space.row(spacing: 30) {
      VStack(spacing: 14) {
        (sentence("terms", n, say) ?? "").font(.headline)
        table(n, isNarrow: space.isNarrow, say)
        // Beside the charts, longer tables leave no space for it.
        if space.isNarrow || n.Q.count <= 5 {
          (sentence("identity", n, say) ?? "").font(.label).card(.waste.tint(0.92), padding: 12)
        }
      }.layoutWeight(1.05)
      curve(n, say).frame(height: 330).layoutWeight(1.2)
      gradient(n, say).frame(height: 330).layoutWeight(1)
    }
  }

  private func table(_ n: Numbers, isNarrow: Bool, _ say: Language) -> Table {
    let loss = facts(n)("loss")
    return Table(
      columns: [
        .init(say("类", en: "class")),
        .init("$\\textcolor{P}{P_i}$", alignment: .trailing),
        .init("$\\textcolor{Q}{Q_i}$", alignment: .trailing),
        .init("$-P_i\\ln Q_i$", alignment: .trailing),
      ], rowPadding: 9, columnSpacing: isNarrow ? 12 : 14, fillsWidth: true
    ) {
      for index in 0..<n.Q.count {
        let isTrue = index == n.truth
        let row = TableRow(
          isTrue ? Text("\(index + 1)").bold() : Text("\(index + 1)"),
          Text(isTrue ? "1" : "0").foregroundStyle(.truth),
          Text(n.Q[index].short).foregroundStyle(.model),
          isTrue ? Text(loss.number).bold() : Text("0").foregroundStyle(.secondary))
        if isTrue { row.background(.surface) } else { row }
      }
      TableRow(
        say("合计", en: "total"), "1", "1", Text(loss.text).foregroundStyle(.waste)
      ).total().background(.waste.tint(0.9))
    }
  }

  private func curve(_ n: Numbers, _ say: Language) -> Chart {
    let facts = self.facts(n)
    let finite = [n.loss.value, n.mistakenLoss.value].filter(\.isFinite)
    let top = max(3, (finite.max() ?? 0) * 1.16)
    let isOne = n.hit == n.mistake
    // Dots on top of each other have one label.
    let isShared =
      !isOne && (n.hit - n.mistake).magnitude < 0.03
      && (n.loss.value - n.mistakenLoss.value).magnitude < 0.05 * top
    func name(_ place: String, _ q: Double, _ fact: Fact, _ color: Color) -> Text {
      (sentence(place, n, say) ?? "").bold()
        + Text("\n$q=\(tex: q.shortTeX)$\n").foregroundStyle(.secondary)
        + Text(fact.text).bold().foregroundStyle(color)
    }
    return Chart {
      LinePlot(x: "q", y: "loss") { Information.surprisal(of: $0, in: .nats).value }
        .foregroundStyle(.primary).lineStyle(width: 2.6)
      RuleMark(y: .value("loss", 0)).foregroundStyle(.axis).lineStyle(width: 1.1)
      for (q, fact, place, color) in [
        (n.mistake, facts("loss.mistake"), "mistake", Color.bad),
        (n.hit, facts("loss"), "here", Color.model),
      ] where fact.value.isFinite && !(isOne && place == "mistake") {
        let point = PointMark(x: .value("q", q), y: .value("loss", fact.value))
          .foregroundStyle(color).symbolDiameter(11)
        if !isShared {
          point.annotation(position: .topTrailing, spacing: 6) { name(place, q, fact, color) }
        } else if place == "here" {
          point.annotation(position: .topTrailing, spacing: 6) {
            name(place, q, fact, color) + Text("\n")
              + name("mistake", n.mistake, facts("loss.mistake"), .bad)
          }
        } else {
          point
        }
      }
    }
    .chartTitle("$-\\ln q$")
    .chartSubtitle(sentence("curve", n, say) ?? "")
    .chartXScale(domain: 0...1).chartYScale(domain: 0...top)
    .chartXAxisLine(.hidden)
    .chartXAxis { AxisMarks(values: .stride(by: 0.25, from: 0, through: 1)) }
    .chartYAxis {
      AxisMarks(values: .automatic(desiredCount: 5)) {
        AxisTick(); AxisValueLabel()
      }
    }
    .chartXAxisLabel("$q$")
    .chartYAxisLabel(say.text("损失（nats）", en: "Loss (nats)"))
  }

  private func gradient(_ n: Numbers, _ say: Language) -> Chart {
    let most = max(n.gradient.max() ?? 0, 0.05)
    let least = min(n.gradient.min() ?? 0, -0.05)
    let room = 0.3 * (most - least)
    return Chart {
      for (index, value) in n.gradient.enumerated() {
        let number = index == n.truth ? Text(signed(index, n)).bold() : Text(signed(index, n))
        let side: AnnotationPosition = value < 0 ? .leading : .trailing
        // A bar shorter than its axis is thick would not be seen.
        if value.magnitude > 0.002 * (most - least) {
          BarMark(x: .value("gradient", value), y: .value("class", "\(index + 1)"))
            .foregroundStyle(index == n.truth ? .truth : .model.tint(0.35))
            .annotation(position: side, spacing: 5) { number }
        } else {
          TextMark(
            x: .value("gradient", 0), y: .value("class", "\(index + 1)"), position: side,
            spacing: 5
          ) { number }
        }
      }
      RuleMark(x: .value("gradient", 0)).foregroundStyle(.axis).lineStyle(width: 1.1)
    }
    .chartTitle(say.text("对 logit 的梯度 $Q-P$", en: "Gradient by logit, $Q-P$"))
    .chartSubtitle(sentence("gradient", n, say) ?? "")
    .chartXScale(domain: (least - room)...(most + room))
    .chartXAxis(.hidden)
    .chartYAxisLabel(say.text("类", en: "class"))
  }
}
