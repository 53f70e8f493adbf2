import BurinFigures
import InformationTheory

/// Two distributions: a fair die beside the sum of two (section 3.1).
struct DistributionFigure: Figure {
  static let id = "04_distribution"

  @Parameter(range: 2...10) var sides = 6

  struct Numbers: Sendable {
    var die: Distribution
    var sum: Distribution

    /// The number of faces of a die.
    var sides: Int { die.count }
    /// The number of throws of two dice, all equally likely.
    var throwCount: Int { sides * sides }

    /// Returns the throws with a sum: the first die, then the second.
    func throwsMaking(_ sum: Int) -> [(first: Int, second: Int)] {
      (1...sides).map { ($0, sum - $0) }.filter { (1...sides).contains($0.1) }
    }
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
    let peak = "\(n.sides)/\(n.throwCount)"
    return say(
      "左边是公平的 \(n.sides) 面骰子：每面概率 1/\(n.sides)，熵 \(one)。右边是两颗骰子之和，每种掷法是一块：\(n.sides + 1) 点最可能，为 \(peak)，熵 \(two)。两张图的概率都加到 1。",
      en:
        "Left, a fair die with \(n.sides) sides: each has probability 1/\(n.sides), entropy \(one). Right, the sum of two dice, a tile for every throw: \(n.sides + 1) is likeliest at \(peak), entropy \(two). In both, the probabilities sum to 1."
    )
  }

  func body(_ n: Numbers, _ say: Language) throws -> [AnyContent] {
    let facts = self.facts(n)
    let ways = (2...2 * n.sides).map { n.throwsMaking($0).count }
    let sum =
      n.sides <= Self.mostSidesWithLabels
      ? "(" + ways.map(String.init).joined(separator: "+") + ")" : "\(ways.reduce(0, +))"
    try HStack(spacing: 36) {
      try VStack(spacing: 14) {
        die(n, say).frame(height: 320)
        try summary(
          "\(n.sides) $\\times$ 1/\(n.sides) = \(facts["total.die"].number)", facts["entropy.die"],
          say)
      }.layoutWeight(1)
      try VStack(spacing: 14) {
        twoDice(n, say).frame(height: 320)
        try summary(
          "\(sum) / \(n.throwCount) = \(facts["total.two_dice"].number)",
          facts["entropy.two_dice"], say)
      }.layoutWeight(1.5)
    }
  }

  /// The largest number of faces for which the throws of two dice are labelled.
  private static let mostSidesWithLabels = 7

  private func die(_ n: Numbers, _ say: Language) -> Chart {
    Chart {
      for (face, p) in zip(1..., n.die.probabilities) {
        BarMark(x: .value("x", "\(face)"), y: .value("p", p)).foregroundStyle(.truth.tint(0.4))
          .annotation(position: .top) { Text("1/\(n.sides)").font(.tick) }
      }
    }
    .chartYScale(domain: 0...top(n)).chartYAxis(.hidden)
    .chartTitle(say("一颗骰子：均匀", en: "One die: uniform"))
    .chartSubtitle(say("每一面都一样，谁也猜不准", en: "Every face alike: no guess is better"))
  }

  /// Returns the chart of every throw of two dice as a tile in the column of its sum.
  private func twoDice(_ n: Numbers, _ say: Language) -> Chart {
    let part = 1 / Double(n.throwCount)
    let isLabelled = n.sides <= Self.mostSidesWithLabels
    return Chart {
      for (sum, p) in zip(2..., n.sum.probabilities) {
        let column = PlottableValue<String>.value("x", "\(sum)")
        let isPeak = sum == n.sides + 1
        let tiles = n.throwsMaking(sum)
        for (index, tile) in tiles.enumerated() {
          RectangleMark(
            xStart: column, xEnd: column, yStart: .value("p", (Double(index) + 0.03) * part),
            yEnd: .value("p", (Double(index) + 0.97) * part)
          )
          .foregroundStyle(isPeak ? .truth : .truth.tint(isLabelled ? 0.8 : 0.4))
          .cornerRadius(2)
          if isLabelled {
            TextMark(x: column, y: .value("p", (Double(index) + 0.5) * part)) {
              Text("\(tile.first)+\(tile.second)").font(.tick)
                .foregroundStyle(isPeak ? .canvas : .truth)
            }
          }
        }
        if isLabelled || isPeak {
          TextMark(x: column, y: .value("p", p), position: .top, spacing: 4) {
            Text("\(tiles.count)/\(n.throwCount)").font(.tick)
          }
        }
      }
    }
    .chartYScale(domain: 0...top(n)).chartYAxis(.hidden).chartBandPadding(0.08)
    .chartTitle(say("两颗之和：中间高", en: "Two dice: the middle wins"))
    .chartSubtitle(
      say(
        "\(n.throwCount) 种掷法一样可能，其中 \(n.sides) 种得 \(n.sides + 1) 点",
        en: "\(n.throwCount) equally likely throws; \(n.sides) of them make \(n.sides + 1)"))
  }

  /// Returns the end of the vertical axis: either chart's highest bar is one face's probability.
  private func top(_ n: Numbers) -> Double {
    max(n.die.probabilities.max() ?? 0, n.sum.probabilities.max() ?? 0)
  }

  private func summary(_ total: Text, _ entropy: Fact, _ say: Language) -> some FigureContent {
    HStack(alignment: .firstBaseline, spacing: 4) {
      say("总和 ", en: "Total ").foregroundStyle(.secondary) + total.font(.label)
      Spacer()
      say("熵 $H=$ ", en: "Entropy $H=$ ")
        + Text(entropy.text).bold().foregroundStyle(.entropy)
    }.card(padding: 11)
  }
}
