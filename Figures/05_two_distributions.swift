import BurinFigures
import InformationTheory

/// The teacher's true distribution beside the student's guess (section 3.2).
struct TwoDistributions: Figure {
  static let id = "05_two_distributions"

  @Parameter(count: 2...8) var P = [0.05, 0.10, 0.70, 0.10, 0.05]
  @Parameter(count: 2...8) var Q = [0.30, 0.25, 0.15, 0.20, 0.10]
  /// The names of the chapters, or of what else is guessed.
  @Parameter var chapters = Words()

  struct Numbers: Sendable {
    var P: Distribution
    var Q: Distribution
    var entropy: Information
    var crossEntropy: Information
    var divergence: Information
    var totalVariation: Double

    /// The excess of the student's probability of each chapter over the teacher's.
    var gaps: [Double] { zip(P.probabilities, Q.probabilities).map { $1 - $0 } }
  }

  func compute() throws -> Numbers {
    try chapters.check(count: P.count, parameter: "chapters")
    let (P, Q) = try Distribution.parameters(P: P, Q: Q)
    return Numbers(
      P: P, Q: Q, entropy: P.entropy(), crossEntropy: try P.crossEntropy(relativeTo: Q),
      divergence: try P.divergence(from: Q), totalVariation: try P.totalVariation(Q))
  }

  func facts(_ n: Numbers) -> Facts {
    Facts([
      Fact("entropy.P", n.entropy), Fact("cross_entropy", n.crossEntropy),
      Fact("kl.forward", n.divergence, showing: 3, decimals: 3),
      Fact(
        "total_variation", n.totalVariation,
        decimals: n.totalVariation == 0 ? 0 : n.totalVariation < 0.095 ? 4 : 2),
    ]).distinguished()
  }

  func statements(_ n: Numbers) -> [Statement] {
    let isEqual = n.P == n.Q
    let share = n.totalVariation.share
    let excess = (n.gaps.filter { $0 > 0 }.reduce(0, +) * 100).trimmed(1)
    return [
      Statement(
        "title.equal", if: "P = Q", isEqual,
        "学生猜得分毫不差：两个分布完全相同", en: "The student guessed perfectly: both distributions agree"),
      Statement(
        "title.misplaced", if: "P ≠ Q", !isEqual,
        "学生把 \(share) 的力气押错了\(chapters.areOwn ? "章节" : "地方")",
        en:
          "The student put \(share) of the effort into the wrong \(chapters.areOwn ? "chapters" : "places")"
      ),
      Statement(
        "half.points", if: "P ≠ Q: what is too much equals what is too little", !isEqual,
        "多押的共 \(excess)，少押的也共 \(excess)，所以取一半",
        en: "\(excess) points too many, \(excess) too few: hence the half"),
      Statement(
        "question.cost", if: "P ≠ Q", !isEqual,
        "漏掉重点和多看冷门，\n代价一样吗？", en: "Do gaps of the same size all cost the same?"),
      Statement(
        "question.none", if: "P = Q", isEqual, "没有差距，也就没有代价", en: "No gap, and so no cost"),
      Statement(
        "gaps.signs", if: "P ≠ Q", !isEqual,
        "$Q-P$，单位是百分点：+ 是多押，− 是少押",
        en: "$Q-P$ in points: + too much, − too little"),
      Statement(
        "gaps.none", if: "P = Q", isEqual, chapters.areOwn ? "每一章都是 0" : "处处是 0",
        en: chapters.areOwn ? "0 in every chapter" : "0 everywhere"),
    ]
  }

  func title(_ n: Numbers, _ say: Language) -> Text { sentence("title", n, say) ?? "" }

  func subtitle(_ n: Numbers, _ say: Language) -> Text? {
    say("老师的 $P$ ", en: "Teacher’s $P$ ").bold().foregroundStyle(.truth)
      + say("是出题的真实规律，", en: "sets the exam, ")
      + say("学生的 $Q$ ", en: "student’s $Q$ ").bold().foregroundStyle(.model)
      + say("是猜的重点；", en: "is the guess; ")
      + say("阴影", en: "shaded").bold().foregroundStyle(.waste)
      + say(chapters.areOwn ? "是每章的差距 " : "是差距 ", en: " gaps: ") + (sentence("gaps", n, say) ?? "")
  }

  func altText(_ n: Numbers, _ say: Language) -> String {
    let list = zip(
      names(n, FigureSpace(width: Self.width), say), zip(n.P.probabilities, n.Q.probabilities)
    ).map {
      "\($0): P \($1.0.share), Q \($1.1.share)"
    }.joined(separator: say("；", en: "; "))
    let facts = self.facts(n)
    let (variation, divergence) = (facts("total_variation").text, facts("kl.forward").text)
    return say(
      "成对的条形比较老师出题的真实分布 P 与学生猜测的分布 Q：\(list)。\(chapters.areOwn ? "每章的" : "")差距涂成阴影，总变差 \(variation)。还没回答的问题是 D_KL(P‖Q) 等于多少，答案小字写着 \(divergence)。",
      en:
        "Paired bars compare the teacher’s true distribution P with the student’s guess Q: \(list). The gap of each \(chapters.areOwn ? "chapter" : "pair") is shaded; the total variation is \(variation). The open question is what D_KL(P‖Q) is; the answer in small print is \(divergence)."
    )
  }

  private func names(_ n: Numbers, _ space: FigureSpace, _ say: Language) -> [String] {
    // Beside the names of the rows there is space for numbers only.
    if space.isNarrow { return (1...n.P.count).map(String.init) }
    if !chapters.areOwn { return chapters.names }
    return (1...n.P.count).map {
      say("第 \($0) 章", en: n.P.count > 6 ? "Ch. \($0)" : "Chapter \($0)")
    }
  }

  /// Returns a difference of probabilities in percentage points, with its sign.
  private func points(_ gap: Double) -> String {
    // As the shares below, which are printed with one decimal.
    guard gap == 0 || gap.magnitude >= 0.0005 else { return "≈0" }
    let text = (gap * 100).trimmed(1)
    return gap > 0 ? "+" + text : text
  }

  func body(_ n: Numbers, _ say: Language) throws -> [AnyContent] {
    try body(n, say, in: FigureSpace(width: Self.width))
  }

  func body(_ n: Numbers, _ say: Language, in space: FigureSpace) throws -> [AnyContent] {
    let facts = self.facts(n)
    try space.row(spacing: 28, height: 384) {
      VStack(spacing: 4) {
        bars(n, space, say)
        // More chapters leave no space for their numbers below the bars.
        if space.isNarrow, n.P.count > 5 || !chapters.areOwn {
          list(n, say)
        } else {
          rows(n, space, say).frame(height: 52)
        }
      }
      .frame(
        height: space.isNarrow
          ? n.P.count > 5 || !chapters.areOwn ? 330 + 30 * Double(n.P.count) : 330 : nil
      )
      .layoutWeight(2.5)
      try VStack(spacing: 14) {
        try variation(n, facts["total_variation"], say)
        try question(n, facts, say)
      }
      .layoutWeight(1)
    }
  }

  /// Returns the chart of both bars of each chapter, with the difference shaded and labelled.
  private func bars(_ n: Numbers, _ space: FigureSpace, _ say: Language) -> Chart {
    let chart = Chart {
      for (index, chapter) in names(n, space, say).enumerated() {
        let (p, q) = (n.P[index], n.Q[index])
        BarMark(x: .value("", chapter), y: .value("P", p))
          .position(by: .value("", "P")).foregroundStyle(.truth)
        BarMark(x: .value("", chapter), y: .value("Q", q))
          .position(by: .value("", "Q")).foregroundStyle(.model)
        BarMark(x: .value("", chapter), yStart: .value("", min(p, q)), yEnd: .value("", max(p, q)))
          .position(by: .value("", p < q ? "P" : "Q")).foregroundStyle(.waste.tint(0.78))
          .cornerRadius(0)
        TextMark(x: .value("", chapter), y: .value("", max(p, q)), position: .top, spacing: 5) {
          Text(points(n.gaps[index])).bold().foregroundStyle(.waste)
        }
      }
    }
    .chartYAxis(.hidden)
    return space.isNarrow && chapters.areOwn
      ? chart.chartXAxisLabel(say.text("章", en: "Chapter")) : chart
  }

  /// Returns the numbers of the bars, below them: one row for the teacher, one for the student.
  private func rows(_ n: Numbers, _ space: FigureSpace, _ say: Language) -> Chart {
    let rows: [(key: String, name: Text, distribution: Distribution, color: Color)] = [
      ("P", say("老师 $P$", en: "Teacher $P$"), n.P, .truth),
      ("Q", say("学生 $Q$", en: "Student $Q$"), n.Q, .model),
    ]
    return Chart {
      for row in rows {
        for (index, chapter) in names(n, space, say).enumerated() {
          TextMark(x: .value("", chapter), y: .value("", row.key)) {
            Text(row.distribution[index].share).foregroundStyle(row.color)
          }
        }
      }
    }
    .chartXAxis(.hidden).chartYAxisLine(.hidden)
    .chartYAxis {
      AxisMarks {
        AxisValueLabel { datum in
          let row = rows.first { .category($0.key) == datum }
          return (row?.name ?? "").bold().foregroundStyle(row?.color ?? .primary)
        }
      }
    }
  }

  /// Returns the numbers of the bars, a row for each chapter.
  private func list(_ n: Numbers, _ say: Language) -> Table {
    Table(
      columns: [
        .init(chapters.areOwn ? say("章", en: "Chapter") : ""),
        .init(
          say("老师 $\\textcolor{P}{P}$", en: "Teacher $\\textcolor{P}{P}$"), alignment: .trailing),
        .init(
          say("学生 $\\textcolor{Q}{Q}$", en: "Student $\\textcolor{Q}{Q}$"), alignment: .trailing),
      ], rowPadding: 5, fillsWidth: true
    ) {
      for index in 0..<n.P.count {
        TableRow(
          Text("\(index + 1)" + (chapters.areOwn ? "" : "  \(chapters.names[index])")),
          Text(n.P[index].share).foregroundStyle(.truth),
          Text(n.Q[index].share).foregroundStyle(.model))
      }
    }
  }

  /// Returns the total difference, and why it is half the sum of the gaps.
  private func variation(_ n: Numbers, _ total: Fact, _ say: Language) -> some FigureContent {
    VStack(spacing: 7) {
      say("总变差", en: "Total variation").bold()
      Text(total.number).font(.display).foregroundStyle(.waste)
      Text("$=\\tfrac12\\sum_x\\left|P(x)-Q(x)\\right|$")
      (sentence("half", n, say) ?? "").font(.label).foregroundStyle(.secondary)
    }
    .layoutWeight(1).card()
  }

  /// Returns the question that total variation leaves open, and the number that answers it.
  private func question(
    _ n: Numbers, _ facts: Facts, _ say: Language
  ) throws -> some FigureContent {
    let (entropy, cross, divergence) = (
      try facts["entropy.P"], try facts["cross_entropy"], try facts["kl.forward"]
    )
    let equation = PrintedEquation(
      .sum, [PrintedValue(cross), PrintedValue(-entropy.value, "−\(entropy.number)")],
      result: PrintedValue(divergence))
    return VStack(spacing: 11) {
      sentence("question", n, say) ?? ""
      Formula(
        #"D_{\mathrm{KL}}(\textcolor{P}{P}\,\|\,\textcolor{Q}{Q})=\;\textcolor{waste}{\text{?}}"#,
        size: 22)
      VStack(spacing: 3) {
        say("答案在第六章：", en: "Chapter 6 has the answer:")
          .font(.caption).foregroundStyle(.secondary)
        Text("$H(P,Q)-H(P)$").font(.caption).foregroundStyle(.secondary)
        Text("= \(cross.number) − \(entropy.number) \(equation.sign) **\(divergence.text)**")
          .font(.caption).foregroundStyle(.secondary)
      }
    }
    .layoutWeight(1).card(.waste.tint(0.92))
  }
}
