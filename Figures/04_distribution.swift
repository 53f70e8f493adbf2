import Burin
import InformationTheory

/// What a distribution is: a fair die beside the sum of two (section 3.1).
struct DistributionFigure: Figure {
  static let id = "04_distribution"

  @Parameter(range: 2...10) var sides = 6

  struct Numbers: Sendable {
    var die: Distribution
    var sum: Distribution
  }

  func compute() throws -> Numbers {
    let die = try Distribution.uniform(sides)
    return Numbers(die: die, sum: die.convolved(with: die))
  }

  func facts(_ n: Numbers) -> Facts {
    [
      Fact("entropy.die", n.die.entropy()), Fact("entropy.two_dice", n.sum.entropy()),
      Fact("total.die", n.die.probabilities.reduce(0, +), decimals: 0),
      Fact("total.two_dice", n.sum.probabilities.reduce(0, +), decimals: 0),
    ]
  }

  func title(_ n: Numbers, _ say: Language) -> Text {
    say("分布就是清单：每种结果，各有多大可能", en: "A distribution lists every outcome with its probability")
  }

  func subtitle(_ n: Numbers, _ say: Language) -> Text? {
    say("清单必须完整：所有概率加起来正好是 1", en: "The list is complete: all probabilities sum to exactly 1")
  }

  func altText(_ n: Numbers, _ say: Language) -> String {
    let (one, two) = (Fact("", n.die.entropy()).text, Fact("", n.sum.entropy()).text)
    let peak = n.sum.probabilities.max() ?? 0
    return say(
      "左边是公平的 \(n.die.count) 面骰子：每面概率 1/\(n.die.count)，熵 \(one)。右边是两颗骰子之和：中间最可能，为 \(peak.percent(1))，熵 \(two)。两张图的概率都加到 1。",
      en:
        "Left, a fair die with \(n.die.count) sides: each has probability 1/\(n.die.count), entropy \(one). Right, the sum of two dice: the middle is likeliest at \(peak.percent(1)), entropy \(two). In both, the probabilities sum to 1."
    )
  }

  func body(_ n: Numbers, _ say: Language) throws -> [AnyContent] {
    let facts = self.facts(n)
    let top = max(n.die.probabilities.max() ?? 0, n.sum.probabilities.max() ?? 0) * 1.15
    try HStack(spacing: 36) {
      try VStack(spacing: 12) {
        chart(
          n.die, first: 1, top: top, title: say("一颗骰子：均匀", en: "One die: uniform"),
          subtitle: say("每一面都一样，谁也猜不准", en: "Every side alike: no guess is better"),
          peak: n.die.count == 0,
          label: "1/\(n.die.count)", ways: nil
        ).frame(height: 300)
        summary(try facts["total.die"], try facts["entropy.die"], say)
      }.layoutWeight(1)
      try VStack(spacing: 12) {
        chart(
          n.sum, first: 2, top: top, title: say("两颗之和：中间高", en: "Two dice: the middle wins"),
          subtitle: say(
            "\(n.die.count + 1) 点有 \(n.die.count) 种掷法，两端各只有一种",
            en: "\(n.die.count + 1) can be thrown in \(n.die.count) ways, each end in one"),
          peak: true,
          label: nil, ways: n.die.count
        ).frame(height: 300)
        summary(try facts["total.two_dice"], try facts["entropy.two_dice"], say)
      }.layoutWeight(1.35)
    }
  }

  private func chart(
    _ distribution: Distribution, first: Int, top: Double, title: String, subtitle: String,
    peak: Bool, label: String?, ways: Int?
  ) -> Chart {
    let largest = distribution.probabilities.max() ?? 0
    return Chart {
      for (index, p) in distribution.probabilities.enumerated() {
        let isPeak = peak && p > largest * (1 - 1e-9)
        BarMark(x: .value("x", "\(first + index)"), y: .value("p", p))
          .foregroundStyle(peak && !isPeak ? .truth.tint(0.4) : .truth)
          .annotation(position: .top) {
            Text(
              label
                ?? (isPeak || index == 0 || index == distribution.count - 1
                  ? p.percent(1) : "")
            ).font(.tick)
          }
      }
    }
    .chartYScale(domain: 0...top)
    .chartYAxis {
      AxisMarks(values: .automatic(desiredCount: 4)) {
        AxisGridLine(); AxisValueLabel(format: .percent())
      }
    }
    .chartTitle(Text(title)).chartSubtitle(Text(subtitle))
  }

  private func summary(_ total: Fact, _ entropy: Fact, _ say: Language) -> some FigureContent {
    HStack(alignment: .firstBaseline, spacing: 0) {
      Text(say("概率之和 ", en: "Sum ")) + Text("$\\sum_x P(x)=\(total.number)$")
      Spacer()
      Text(say("熵 ", en: "Entropy ")) + Text("$H=$ ")
        + Text(entropy.text).bold().foregroundStyle(.entropy)
    }.card(padding: 11)
  }
}
