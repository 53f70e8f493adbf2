import BurinFigures
import InformationTheory

/// The weight of the penalty in policy optimization (exercise 6): speed against stability.
struct PPOBeta: Figure {
  static let id = "exercise_ppo_beta"

  @Parameter(range: -10...10, count: 2...8) var rewards = [0.2, 0.5, 0.6, 0.4, 0.8, 1.0]
  @Parameter(range: 0...10) var noise = 1.0
  @Parameter(range: 5...100) var updates = 40
  @Parameter(range: 2...100) var samples = 30
  @Parameter(range: 0.001...100, count: 2...3) var betas = [0.01, 0.1, 1]
  /// The divergence in nats that the adaptive rule aims at for each update.
  @Parameter(range: 0.0001...1) var target = 0.02

  /// The number of trainings with each rule.
  static let seedCount = 40
  /// The values of β in the chart of final rewards.
  static let grid = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30]

  /// All trainings with one rule.
  struct Course: Sendable {
    /// The quartiles of the expected reward after each update.
    var low: [Double]
    var median: [Double]
    var high: [Double]
    /// The median divergence of each update.
    var divergence: [Double]
    /// The mean divergence of all updates.
    var meanDivergence: Information

    init(_ bandit: SoftmaxBandit, _ penalty: SoftmaxBandit.Penalty) {
      let trainings = (1...PPOBeta.seedCount).map { bandit.train(penalty, seed: UInt64($0)) }
      func quartiles(_ part: Double) -> [Double] {
        (0..<bandit.updates).map { update in
          trainings.map { $0.rewards[update] }.quantile(part) ?? .nan
        }
      }
      (low, median, high) = (quartiles(0.25), quartiles(0.5), quartiles(0.75))
      divergence = (0..<bandit.updates).map { update in
        trainings.map { $0.divergences[update].nats }.quantile(0.5) ?? .nan
      }
      let all = trainings.flatMap { $0.divergences.map(\.nats) }
      meanDivergence = .nats(all.reduce(0, +) / Double(all.count))
    }

    var final: (low: Double, median: Double, high: Double) {
      (low[low.count - 1], median[median.count - 1], high[high.count - 1])
    }
    /// How far apart the middle half of the trainings ends.
    var spread: Double { final.high - final.low }
  }

  struct Numbers: Sendable {
    var rewards: [Double]
    /// The courses of the listed β, from the smallest.
    var courses: [(beta: Double, course: Course)]
    var adaptive: Course
    /// The courses of the grid and of the listed β.
    var all: [(beta: Double, course: Course)]

    /// The range of the rewards.
    var range: Double { (rewards.max() ?? 1) - (rewards.min() ?? 0) }
    /// The largest final lower quartile.
    var bestLow: Double { all.map(\.course.final.low).max() ?? 0 }
    /// The β whose final lower quartile is within a twentieth of the rewards' range of the largest.
    var good: [Double] {
      all.filter { $0.course.final.low >= bestLow - 0.05 * range }.map(\.beta)
    }
    /// The β with the largest lower quartile.
    var best: (beta: Double, course: Course)? {
      all.max { $0.course.final.low < $1.course.final.low }
    }
    /// Whether the smallest β ends with twice the spread of the best one and a twentieth more.
    var gambles: Bool {
      guard let best, let first = all.first else { return false }
      return first.course.spread > 2 * best.course.spread + 0.05 * range
    }
    /// Whether the largest β ends a tenth of the range below the best one.
    var stalls: Bool {
      guard let best, let last = all.last else { return false }
      return last.course.final.median < best.course.final.median - 0.1 * range
    }
  }

  func compute() throws -> Numbers {
    for (index, beta) in betas.enumerated() {
      if let earlier = betas[..<index].firstIndex(of: beta) {
        throw ParameterError("betas", "value \(index + 1) repeats value \(earlier + 1)")
      }
    }
    guard Set(rewards).count > 1 else {
      throw ParameterError("rewards", "are all \(rewards[0].short); nothing could be learnt")
    }
    let bandit = SoftmaxBandit(
      rewards: rewards, noise: noise, updates: updates, samples: samples)
    let all = Set(betas + Self.grid).sorted().map {
      (beta: $0, course: Course(bandit, .fixed($0)))
    }
    return Numbers(
      rewards: rewards, courses: all.filter { betas.contains($0.beta) },
      adaptive: Course(bandit, .adaptive(start: 1, target: target)), all: all)
  }

  func facts(_ n: Numbers) -> Facts {
    Facts(
      n.courses.flatMap { beta, course in
        let name = NumberFormat.shortest.string(beta)
        return [
          Fact("reward_median.beta_\(name)", course.final.median),
          Fact("reward_spread.beta_\(name)", course.spread),
          Fact("kl_mean.beta_\(name)", course.meanDivergence, in: .nats, showing: 3, decimals: 3),
        ]
      } + [
        Fact("reward_median.adaptive", n.adaptive.final.median),
        Fact("reward_spread.adaptive", n.adaptive.spread),
        Fact("kl_mean.adaptive", n.adaptive.meanDivergence, in: .nats, showing: 3, decimals: 3),
      ])
  }

  func statements(_ n: Numbers) -> [Statement] {
    let (first, last) = (n.good.first ?? 0, n.good.last ?? 0)
    let range = first == last ? first.short : "\(first.short)–\(last.short)"
    return [
      Statement(
        "title.both",
        if: "the smallest β ends with over twice the spread of the best, the largest well below it",
        n.gambles && n.stalls,
        "$\\beta$ 太小是在赌，太大又不动：要的是中间",
        en: "Too small a $\\beta$ gambles, too large a one stands still"),
      Statement(
        "title.gambles", if: "the smallest β gambles so, but the largest doesn’t lag",
        n.gambles && !n.stalls,
        "$\\beta$ 太小是在赌：同样的训练，结果差得远",
        en: "Too small a $\\beta$ gambles: equal trainings end far apart"),
      Statement(
        "title.stalls", if: "the largest β lags so, but the smallest doesn’t gamble",
        !n.gambles && n.stalls,
        "$\\beta$ 太大，策略几乎不动", en: "Too large a $\\beta$, and the policy hardly moves"),
      Statement(
        "title.neither", if: "neither", !n.gambles && !n.stalls,
        "$\\beta$ 决定每次更新能走多远", en: "How far each update may go is up to $\\beta$"),
      Statement(
        "subtitle.setting", if: "always", true,
        "\(n.rewards.count) 个动作、奖励带噪声（标准差 \(noise.short)）的老虎机：每次更新抽 \(samples) 次，罚 $\\beta\\,D_{\\mathrm{KL}}(\\pi_{\\mathrm{old}}\\,\\|\\,\\pi)$；\(Self.seedCount) 次训练的中位数和中间一半",
        en:
          "A bandit with \(n.rewards.count) arms and noise \(noise.short); \(samples) draws per update, penalty $\\beta\\,D_{\\mathrm{KL}}(\\pi_{\\mathrm{old}}\\,\\|\\,\\pi)$; median and middle half of \(Self.seedCount) trainings"
      ),
      Statement(
        "range.good",
        if:
          "always: these β end with a lower quartile within a twentieth of the rewards’ range of the best",
        true,
        "色块：下四分位最高的一段，$\\beta=$ \(range)",
        en: "Shaded: the best lower quartiles, $\\beta=$ \(range)"),
      Statement(
        "small.gambles", if: "the smallest β ends with over twice the spread of the best",
        n.gambles,
        "在赌", en: "a gamble"),
      Statement(
        "large.stalls", if: "the largest β ends well below the best", n.stalls,
        "不动", en: "stands still"),
    ]
  }

  func title(_ n: Numbers, _ say: Language) -> Text { sentence("title", n, say) ?? "" }

  func subtitle(_ n: Numbers, _ say: Language) -> Text? { sentence("subtitle", n, say) }

  func altText(_ n: Numbers, _ say: Language) -> String {
    let facts = self.facts(n)
    func told(_ key: String, _ name: String) -> String {
      let (median, spread, divergence) = (
        facts("reward_median.\(key)").number, facts("reward_spread.\(key)").number,
        facts("kl_mean.\(key)").text
      )
      return say(
        "\(name) 时最终期望奖励的中位数是 \(median)，四分位距 \(spread)，每次更新平均 KL \(divergence)",
        en:
          "\(name): median final reward \(median), interquartile range \(spread), mean KL per update \(divergence)"
      )
    }
    let list =
      (n.courses.map {
        told("beta_\(NumberFormat.shortest.string($0.beta))", "β = \($0.beta.short)")
      } + [told("adaptive", say("自适应", en: "adaptive"))]).joined(separator: say("；", en: "; "))
    let good = n.good.map(\.short).joined(separator: say("、", en: ", "))
    return say(
      "老虎机有 \(n.rewards.count) 个动作，奖励 \(n.rewards.map(\.short).joined(separator: "、"))，噪声 \(noise.short)；softmax 策略更新 \(updates) 次，每次抽 \(samples) 次，自适应规则的目标以 nats 计是 \(target.short)。上面是期望奖励和每次更新的 KL 随更新变化，中线是中位数，色带是四分位之间：\(list)。下面是最终奖励随 β 变化，最好的一段是 β = \(good)。",
      en:
        "A bandit of \(n.rewards.count) actions with rewards \(n.rewards.map(\.short).joined(separator: ", ")) and noise \(noise.short); a softmax policy with \(updates) updates of \(samples) draws each; the adaptive rule aims, in nats, at \(target.short). Above, expected reward and KL per update over time, the median as a line and the quartiles as a band: \(list). Below, the final reward against β, best for β = \(good)."
    )
  }

  func body(_ n: Numbers, _ say: Language) throws -> [AnyContent] {
    try body(n, say, in: FigureSpace(width: Self.width))
  }

  func body(_ n: Numbers, _ say: Language, in space: FigureSpace) throws -> [AnyContent] {
    let panels =
      n.courses.map { (name: Text("$\\beta$ = \($0.beta.short)"), course: $0.course) }
      + [(name: say.text("自适应 $\\beta$", en: "Adaptive $\\beta$"), course: n.adaptive)]
    if space.isNarrow {
      Grid(columns: 2, horizontalSpacing: 14, verticalSpacing: 16) {
        for (index, panel) in panels.enumerated() {
          VStack(spacing: 6) {
            reward(panel.course, panel.name, n, isFirst: index % 2 == 0, isNarrow: true, say)
              .frame(height: 180)
            divergence(panel.course, panels.map(\.course), isFirst: index % 2 == 0, say)
              .frame(height: 140)
          }
        }
      }
    } else {
      courses(panels, n, say)
    }
    final(n, space, say).frame(height: 270).independentPlots()
  }

  /// Returns all trainings side by side, rewards above divergences.
  @FigureContentBuilder private func courses(
    _ panels: [(name: Text, course: Course)], _ n: Numbers, _ say: Language
  ) -> [AnyContent] {
    HStack(alignment: .top, spacing: 18) {
      for (index, panel) in panels.enumerated() {
        reward(panel.course, panel.name, n, isFirst: index == 0, isNarrow: false, say)
          .layoutWeight(1)
      }
    }
    .frame(height: 190).independentPlots()
    HStack(alignment: .top, spacing: 18) {
      for (index, panel) in panels.enumerated() {
        divergence(panel.course, panels.map(\.course), isFirst: index == 0, say).layoutWeight(1)
      }
    }
    .frame(height: 150).independentPlots()
  }
}

extension PPOBeta {
  /// The vertical range of expected rewards.
  private func domain(_ n: Numbers) -> ClosedRange<Double> {
    let (low, high) = (n.rewards.min() ?? 0, n.rewards.max() ?? 1)
    return (low - 0.04 * (high - low))...(high + 0.1 * (high - low))
  }

  /// The updates that the axes name: four at most.
  private var ticks: [Double] {
    let step = [1, 2, 5, 10, 20].first { updates / $0 < 5 } ?? 25
    return stride(from: step, through: updates, by: step).map(Double.init)
  }

  private func reward(
    _ course: Course, _ name: Text, _ n: Numbers, isFirst: Bool, isNarrow: Bool, _ say: Language
  ) -> Chart {
    Chart {
      if isSeen(zip(course.low, course.high).map { $1 - $0 }, n) {
        for (index, low) in course.low.enumerated() {
          AreaMark(
            x: .value("update", index + 1), yStart: .value("reward", low),
            yEnd: .value("reward", course.high[index])
          )
          .foregroundStyle(.model.tint(0.7))
        }
      }
      RuleMark(y: .value("reward", n.rewards.max() ?? 1)).foregroundStyle(.good)
        .lineStyle(width: 1.2, dash: [5, 3])
      for (index, value) in course.median.enumerated() {
        LineMark(x: .value("update", index + 1), y: .value("reward", value))
          .foregroundStyle(.model).lineStyle(width: 2.4)
      }
    }
    .chartTitle(name)
    .chartSubtitle(
      (say("终点 ", en: "ends at ") + Text(course.final.median.rounded(3)).bold()
        + say(isNarrow ? "\n四分位距 " : "，四分位距 ", en: isNarrow ? "\nspread " : ", spread ")
        + Text(course.spread.rounded(3))).font(.tick)
    )
    .chartXScale(domain: 1...Double(updates)).chartYScale(domain: domain(n))
    .chartXAxis { AxisMarks(values: .listed(ticks)) { AxisTick() } }
    .chartYAxis {
      AxisMarks(values: .automatic(desiredCount: 5)) {
        AxisGridLine(); AxisValueLabel()
      }
    }
    .chartYAxisLabel(isFirst ? say.text("期望奖励", en: "Expected reward") : " ")
  }

  private func divergence(
    _ course: Course, _ all: [Course], isFirst: Bool, _ say: Language
  ) -> Chart {
    // What is below a hundred-thousandth of a nat is drawn at the foot.
    let floor = 1e-5
    let top = max(all.flatMap(\.divergence).max() ?? 1, 10 * floor) * 2
    let isCut = all.contains { $0.divergence.contains { $0 < floor } }
    return Chart {
      for (index, value) in course.divergence.enumerated() {
        LineMark(x: .value("update", index + 1), y: .value("KL", max(value, floor)))
          .foregroundStyle(.waste).lineStyle(width: 2)
      }
    }
    .chartXScale(domain: 1...Double(updates)).chartYScale(domain: floor...top, type: .log)
    .chartXAxis {
      AxisMarks(values: .listed(ticks)) {
        AxisTick(); AxisValueLabel()
      }
    }
    .chartYAxis {
      AxisMarks(values: .listed([floor] + [1e-3, 0.1, 10].filter { $0 <= top })) {
        AxisGridLine()
        AxisValueLabel { datum in
          guard case .number(let value) = datum else { return "" }
          let power = NumberFormat(.power(base: 10)).string(value)
          return Text(value == floor && isCut ? "≤" + power : power)
        }
      }
    }
    .chartXAxisLabel(isFirst ? say.text("第几次更新", en: "Update") : " ")
    .chartYAxisLabel(isFirst ? say.text("每次更新的 KL（nats）", en: "KL per update (nats)") : " ")
  }

  /// Returns whether a band of these widths is wide enough to be seen on average.
  private func isSeen(_ widths: [Double], _ n: Numbers) -> Bool {
    widths.reduce(0, +) > 0.006 * n.range * Double(widths.count)
  }

  /// A word below a part of the last chart.
  private struct Zone {
    var beta: Double
    var word: Text
    var color: Color
  }

  private func range(_ ends: (Double, Double), _ say: Language) -> String {
    ends.0 == ends.1
      ? ends.0.short
      : say("\(ends.0.short) 到 \(ends.1.short)", en: "\(ends.0.short) to \(ends.1.short)")
  }

  private func steadiest(_ say: Language) -> String { say("最稳", en: "steadiest") }

  /// Returns the words for too small and too large β, if they have space beside the one for good
  /// ones.
  private func zones(
    _ n: Numbers, within range: ClosedRange<Double>, width: Double, _ say: Language
  ) -> [Zone] {
    let length = Information.surprisal(of: range.lowerBound / range.upperBound)
    func position(_ beta: Double) -> Double {
      width * (Information.surprisal(of: range.lowerBound / beta) / length)
    }
    func beta(_ position: Double) -> Double {
      range.lowerBound / (position / width * length).probability
    }
    let (first, last) = (n.good.first ?? 1, n.good.last ?? 1)
    let middle = (first * last).squareRoot()
    let half = 3.4 * Double(steadiest(say).columns)
    var zones: [Zone] = []
    let left = min(position(first), position(middle) - half) - 16
    let right = max(position(last), position(middle) + half) + 16
    for (place, start, end) in [("small", 0, left), ("large", right, width)] {
      guard let text = sentence(place, n, say) else { continue }
      let isHeld = Double(text.plain.columns) * 6.8 < end - start
      if isHeld {
        zones.append(Zone(beta: beta((start + end) / 2), word: text, color: .secondary))
      }
    }
    return zones
  }

  private func final(_ n: Numbers, _ space: FigureSpace, _ say: Language) -> Chart {
    let betas = n.all.map(\.beta)
    let (low, high) = ((betas.first ?? 0.01) / 1.6, (betas.last ?? 30) * 1.6)
    let good = (n.good.first ?? 1, n.good.last ?? 1)
    let rewards = domain(n)
    // Below the rewards there is space for words.
    let foot = rewards.lowerBound - 0.26 * n.range
    return Chart {
      RectangleMark(
        xStart: .value("β", good.0 / 1.3), xEnd: .value("β", good.1 * 1.3),
        yStart: .value("reward", rewards.lowerBound), yEnd: .value("reward", rewards.upperBound),
        border: .good.tint(0.2)
      )
      .foregroundStyle(.good.tint(0.88))
      .annotation(position: .bottom, spacing: 7) {
        Text(steadiest(say)).foregroundStyle(.good)
      }
      // Read aloud with the values that it holds, not with its edges.
      .accessibilityLabel(
        say(
          "\(steadiest(say))：β = \(range(good, say))",
          en: "\(steadiest(say)): β = \(range(good, say))"))
      for zone in zones(n, within: low...high, width: space.isNarrow ? 215 : 610, say) {
        TextMark(
          x: .value("β", zone.beta), y: .value("reward", rewards.lowerBound), position: .bottom,
          spacing: 7
        ) { zone.word.foregroundStyle(zone.color) }
      }
      if isSeen(n.all.map(\.course.spread), n) {
        for (beta, course) in n.all {
          AreaMark(
            x: .value("β", beta), yStart: .value("reward", course.final.low),
            yEnd: .value("reward", course.final.high)
          )
          .foregroundStyle(.model.tint(0.7))
        }
      }
      for (beta, course) in n.all {
        LineMark(x: .value("β", beta), y: .value("reward", course.final.median))
          .foregroundStyle(.model).lineStyle(width: 2.4)
      }
      for (beta, course) in n.all {
        PointMark(x: .value("β", beta), y: .value("reward", course.final.median))
          .foregroundStyle(.model).symbolDiameter(8)
      }
      RuleMark(y: .value("reward", n.adaptive.final.median)).foregroundStyle(.primary)
        .lineStyle(width: 1.3, dash: [2, 3])
        .directLabel(
          say("自适应", en: "adaptive")
            + Text(
              (space.isNarrow ? "\n" : " ") + n.adaptive.final.median.rounded(3)))
    }
    .chartTitle(say.text("训练结束时的期望奖励", en: "Expected reward at the end"))
    .chartSubtitle(sentence("range", n, say) ?? "")
    .chartXScale(domain: low...high, type: .log)
    .chartYScale(domain: foot...rewards.upperBound)
    .chartXAxis {
      AxisMarks(values: Self.grid) {
        AxisTick()
        AxisValueLabel { datum in
          if case .number(let beta) = datum { Text(beta.short) } else { "" }
        }
      }
    }
    .chartXAxisLine(.edge)
    .chartYAxis {
      AxisMarks(values: .automatic(desiredCount: 5)) { value in
        // The words stand below all rewards.
        if value.as(Double.self).map({ $0 >= rewards.lowerBound }) == true {
          AxisGridLine(); AxisValueLabel()
        }
      }
    }
    .chartXAxisLabel("$\\beta$")
  }
}
