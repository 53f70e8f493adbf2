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
    /// The entropy of as many equally likely outcomes as two dice have sums.
    var maximum: Information { Information.surprisal(of: 1 / Double(sum.count)) }
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
      Fact("entropy.two_dice_maximum", n.maximum),
      Fact("total.die", n.die.probabilities.reduce(0, +), decimals: 0),
      Fact("total.two_dice", n.sum.probabilities.reduce(0, +), decimals: 0),
    ]
  }

  func statements(_ n: Numbers) -> [Statement] {
    let part = (n.sum.entropy() / n.maximum).share
    return [
      Statement(
        "title.list", if: "always", true,
        "分布就是清单：每种结果，各有多大可能", en: "A distribution lists every outcome with its probability"),
      Statement(
        "subtitle.complete", if: "always: n/n and n²/n² are 1", true,
        "清单必须完整：所有概率加起来正好是 1", en: "The list is complete: all probabilities sum to exactly 1"),
      Statement(
        "die.even", if: "always", true, "每一面都一样，谁也猜不准",
        en: "Every face alike: no guess beats another"),
      Statement(
        "dice.middle", if: "always: n of the n² throws make n + 1, fewer any other sum", true,
        "两颗骰子：中间的和最常见", en: "Two dice: middling sums are likeliest"),
      Statement(
        "share_die.maximum", if: "always: all faces are equally likely", true,
        "是 $\\log_2 \(n.sides)$ 的 100%", en: "100% of $\\log_2 \(n.sides)$"),
      Statement(
        "share_dice.maximum", if: "always", true,
        "是 $\\log_2 \(n.sum.count)$ 的 \(part)", en: "\(part) of $\\log_2 \(n.sum.count)$"),
    ]
  }

  func title(_ n: Numbers, _ say: Language) -> Text { sentence("title", n, say) ?? "" }

  func subtitle(_ n: Numbers, _ say: Language) -> Text? { sentence("subtitle", n, say) }

  func altText(_ n: Numbers, _ say: Language) -> String {
    let (one, two) = (Fact("", n.die.entropy()).text, Fact("", n.sum.entropy()).text)
    let peak = "\(n.sides)/\(n.throwCount)"
    let most = Fact("", n.maximum).text
    return say(
      "一幅图是公平的 \(n.sides) 面骰子：每面概率 1/\(n.sides)，熵 \(one)，是最大值。另一幅是两颗骰子之和，每种掷法是一块：\(n.sides + 1) 点最可能，为 \(peak)，熵 \(two)，而最多能有 \(most)。两张图的概率都加到 1。",
      en:
        "One chart has a fair die with \(n.sides) sides: each has probability 1/\(n.sides), entropy \(one), the most there can be. The other has the sum of two dice, a tile for every throw: \(n.sides + 1) is likeliest at \(peak), entropy \(two) where \(most) would be the most. In both, the probabilities sum to 1."
    )
  }

  func body(_ n: Numbers, _ say: Language) throws -> [AnyContent] {
    try body(n, say, in: FigureSpace(width: Self.width))
  }

  func body(_ n: Numbers, _ say: Language, in space: FigureSpace) throws -> [AnyContent] {
    let facts = self.facts(n)
    let ways = (2...2 * n.sides).map { n.throwsMaking($0).count }
    let sum =
      n.sides < Self.mostSidesWithLabels && !space.isNarrow
      ? "(" + ways.map(String.init).joined(separator: "+") + ")" : "\(ways.reduce(0, +))"
    try space.row(spacing: 36) {
      try VStack(spacing: 14) {
        die(n, space, say).frame(height: 320)
        try summary(
          "\(n.sides) $\\times$ 1/\(n.sides) = \(facts["total.die"].number)", facts["entropy.die"],
          sentence("share_die", n, say), say)
      }.layoutWeight(1)
      try VStack(spacing: 14) {
        twoDice(n, space, say).frame(height: 320)
        try summary(
          "\(sum) / \(n.throwCount) = \(facts["total.two_dice"].number)",
          facts["entropy.two_dice"], sentence("share_dice", n, say), say)
      }.layoutWeight(1.5)
    }
  }

  /// The largest number of faces for which the throws of two dice are labelled.
  private static let mostSidesWithLabels = 7

  private func die(_ n: Numbers, _ space: FigureSpace, _ say: Language) -> Chart {
    let most = space.isNarrow ? 5 : 8
    return Chart {
      for (face, p) in zip(1..., n.die.probabilities) {
        BarMark(x: .value("x", "\(face)"), y: .value("p", p)).foregroundStyle(.truth.tint(0.4))
        // Above narrow bars the numbers would run together.
        if n.sides <= most || face == (n.sides + 1) / 2 {
          TextMark(x: .value("x", "\(face)"), y: .value("p", p), position: .top, spacing: 4) {
            (n.sides <= most
              ? Text("1/\(n.sides)") : say.text("每面 1/\(n.sides)", en: "1/\(n.sides) each"))
              .font(.tick)
          }
        }
      }
    }
    .chartYScale(domain: 0...top(n)).chartYAxis(.hidden)
    .chartTitle(say.text("一颗骰子：均匀", en: "One die: uniform"))
    .chartSubtitle(sentence("die", n, say) ?? "")
    .chartXAxisLabel(say.text("点数", en: "Face"))
  }

  /// Returns the chart of every throw of two dice as a tile in the column of its sum.
  private func twoDice(_ n: Numbers, _ space: FigureSpace, _ say: Language) -> Chart {
    let part = 1 / Double(n.throwCount)
    let isLabelled = n.sides <= (space.isNarrow ? 3 : Self.mostSidesWithLabels)
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
        TextMark(x: column, y: .value("p", p), position: .top, spacing: 4) {
          Text(isLabelled ? "\(tiles.count)/\(n.throwCount)" : "\(tiles.count)").font(.tick)
        }
      }
    }
    .chartYScale(domain: 0...top(n)).chartYAxis(.hidden).chartBandPadding(0.08)
    .chartTitle(sentence("dice", n, say) ?? "")
    .chartSubtitle(
      say.text(
        "\(n.throwCount) 种掷法一样可能，其中 \(n.sides) 种得 \(n.sides + 1) 点",
        en: "\(n.throwCount) equally likely throws; \(n.sides) of them make \(n.sides + 1)")
        + (isLabelled
          ? ""
          : say(
            "；柱顶是掷法数，除以 \(n.throwCount) 就是概率",
            en: "; counts above, over \(n.throwCount)"))
    )
    .chartXAxisLabel(say.text("点数之和", en: "Sum of both faces"))
  }

  /// Returns the end of the vertical axis: either chart's highest bar is one face's probability.
  private func top(_ n: Numbers) -> Double {
    max(n.die.probabilities.max() ?? 0, n.sum.probabilities.max() ?? 0)
  }

  private func summary(
    _ total: Text, _ entropy: Fact, _ share: Text?, _ say: Language
  ) -> some FigureContent {
    VStack(spacing: 6) {
      say("合计 ", en: "Total ").foregroundStyle(.secondary) + total.font(.label)
      say("熵 $H=$ ", en: "Entropy $H=$ ")
        + Text(entropy.text).bold().foregroundStyle(.entropy)
        + (say("，", en: ", ") + (share ?? "")).foregroundStyle(.secondary)
    }.layoutWeight(1).card(padding: 11)
  }
}
