import BurinFigures
import InformationTheory

/// The kite string of section 7.1: how far a reward pulls a model away from its base.
struct RLHF: Figure {
  static let id = "11_rlhf"

  @Parameter(count: 2...8) var base = [0.30, 0.25, 0.20, 0.15, 0.07, 0.03]
  @Parameter(range: -100...100, count: 2...8) var reward = [0.2, 0.5, 0.6, 0.4, 0.8, 1.0]
  @Parameter(positive: true, count: 1...5) var betas = [10, 1, 0.3, 0.1]
  /// The names of the replies, the flattering one last.
  @Parameter var replies = Words()

  /// A policy with its reward and its divergence from the base.
  struct Policy: Sendable {
    /// The temperature: infinite for the base itself, 0 for the limit of only the best replies.
    var beta: Double
    var probabilities: Distribution
    var reward: Double
    var divergence: Information
  }

  struct Numbers: Sendable {
    var rewards: [Double]
    var base: Policy
    /// The policies from the tightest string to the loosest.
    var policies: [Policy]
    /// The policies from the base to the limit as β falls to 0.
    var frontier: [Policy]

    /// The position of the flattering reply.
    var flattery: Int { rewards.count - 1 }
    var loosest: Policy { policies.last ?? base }
    var limit: Policy { frontier.last ?? base }
    /// Whether the reward distinguishes between the possible replies.
    var moves: Bool { limit.divergence.bits > 0 }
    /// Whether the loosest string lets the model do little but flatter.
    var collapses: Bool {
      loosest.probabilities[flattery] > max(0.5, base.probabilities[flattery])
    }
    /// The possible replies with the largest reward.
    var best: [Int] {
      rewards.indices.filter { limit.probabilities[$0] > 0 }
    }
  }

  func compute() throws -> Numbers {
    let distribution = try Distribution.parameter("base", base)
    guard reward.count == base.count else {
      throw ParameterError(
        "reward", "has \(reward.count) values where base has \(base.count); give both as many")
    }
    try replies.check(count: base.count, parameter: "replies")
    for (index, beta) in betas.enumerated() {
      if let earlier = betas[..<index].firstIndex(of: beta) {
        throw ParameterError("betas", "value \(index + 1) repeats value \(earlier + 1)")
      }
    }
    let tilting = Tilting(base: distribution, rewards: reward)
    return Numbers(
      rewards: reward, base: try tilting.start,
      policies: try betas.sorted(by: >).map { try tilting.policy($0) },
      frontier: try tilting.frontier())
  }

  func facts(_ n: Numbers) -> Facts {
    let policies = n.policies.flatMap { policy in
      let beta = NumberFormat.shortest.string(policy.beta)
      return [
        Fact("reward.beta_\(beta)", policy.reward),
        Fact("kl.beta_\(beta)", policy.divergence, showing: 3, decimals: 3),
        Fact("kl_nats.beta_\(beta)", policy.divergence, in: .nats, showing: 3, decimals: 3),
      ]
    }
    let limit = [
      Fact("reward.limit", n.limit.reward), Fact("kl.limit", n.limit.divergence),
      Fact("kl_nats.limit", n.limit.divergence, in: .nats),
    ]
    // A limit that is nearly reached would take all numbers many digits to tell apart.
    let distance = (n.limit.divergence - n.loosest.divergence).nats.magnitude
    return Facts(
      Facts(policies).distinguished().all + (distance > 0.01 || distance < 1e-9 ? limit : []))
  }

  /// Returns the printed divergence of a policy.
  private func nats(_ policy: Policy, _ facts: Facts) -> String {
    policy.divergence.nats == 0
      ? "0 nats" : facts("kl_nats.beta_\(NumberFormat.shortest.string(policy.beta))").text
  }

  func statements(_ n: Numbers) -> [Statement] {
    let share = n.loosest.probabilities[n.flattery]
    let isTop = n.best == [n.flattery]
    let beta = n.loosest.beta.shortTeX
    let (zh, en) = (gist(.zh), gist(.en))
    // A long name has no space at the end of the curve.
    let isShort = replies.areOwn || (replies.strings.last?.columns ?? 0) <= 16
    return [
      Statement(
        "title.still", if: "all possible replies have one reward", !n.moves,
        "奖励分不出高下，$\\beta$ 再小，模型也不动",
        en: "Where reward tells nothing apart, no $\\beta$ moves the model"),
      Statement(
        "title.only",
        if: "at the smallest β flattery, the best reply, has 95% or more, and more than before",
        n.moves && isTop && n.collapses && share >= 0.95,
        "风筝线放得太松：$\\beta=\(tex: beta)$ 的模型\(zh.only)",
        en: "With the string too slack ($\\beta=\(tex: beta)$), the model \(en.only)"),
      Statement(
        "title.mostly", if: "at the smallest β flattery has more than half, and more than before",
        n.moves && n.collapses && !(isTop && share >= 0.95),
        "风筝线放得太松：$\\beta=\(tex: beta)$ 的模型\(zh.mostly)",
        en: "With the string too slack ($\\beta=\(tex: beta)$), the model \(en.mostly)"),
      Statement(
        "title.farther",
        if: "rewards differ, and flattery has at most half, or no more than before",
        n.moves && !n.collapses,
        "风筝线越松，模型为了奖励飞得越远",
        en: "The slacker the string, the farther the model flies for reward"),
      Statement(
        "subtitle.best", if: "one possible reply has the largest reward, others less",
        n.moves && n.best.count == 1,
        "$\\beta$ 大，新模型贴着旧模型；$\\beta$ 趋于 0，概率全涌向得分最高的回复",
        en:
          "A large $\\beta$ holds the new model to the old one; as $\\beta$ falls to 0, the highest-scoring reply takes all"
      ),
      Statement(
        "subtitle.several", if: "several replies share the largest reward, others have less",
        n.moves && n.best.count > 1,
        "$\\beta$ 大，新模型贴着旧模型；$\\beta$ 趋于 0，概率全涌向并列最高分的 \(n.best.count) 条",
        en:
          "A large $\\beta$ holds the new model to the old one; as $\\beta$ falls to 0, the \(n.best.count) top replies share all"
      ),
      Statement(
        "subtitle.equal", if: "all possible replies have one reward", !n.moves,
        "每条可能的回复得分都一样，新模型就是旧模型",
        en: "Every possible reply scores the same, so the new model is the old one"),
      Statement(
        "frontier.slope",
        if: "rewards differ: the slope dE[r]/dD is β, which falls along the curve",
        n.moves,
        "离旧模型越远，每 1 nat 换来的奖励越少：切线的斜率就是 $\\beta$",
        en: "The farther out, the less reward a nat buys: the tangent’s slope is $\\beta$"),
      Statement(
        "limit.flattery", if: "flattery alone has the largest reward", n.moves && isTop,
        isShort
          ? "$\\beta\\to 0$：只剩\(flattery(.zh))" : "$\\beta\\to 0$：只剩它",
        en: isShort
          ? "$\\beta\\to 0$: nothing but \(flattery(.en))" : "$\\beta\\to 0$: nothing else"),
      Statement(
        "limit.other", if: "another reply has as much or more", n.moves && !isTop,
        "$\\beta\\to 0$", en: "$\\beta\\to 0$"),
    ]
  }

  /// Returns the name of the last reply as sentences take it: another than the figure's own in
  /// quotes, so that it needs no other form.
  private func flattery(_ say: Language) -> String {
    replies.names.last.map { "“\($0)”" } ?? say("拍马屁", en: "flattery")
  }

  /// Returns what a model does that gives the last reply almost always, or mostly.
  private func gist(_ say: Language) -> (only: String, mostly: String) {
    replies.areOwn
      ? (say("只会拍马屁", en: "only flatters"), say("多半在拍马屁", en: "mostly flatters"))
      : (
        say("几乎只给\(flattery(say))", en: "gives little but \(flattery(say))"),
        say("多半给\(flattery(say))", en: "mostly gives \(flattery(say))")
      )
  }

  func title(_ n: Numbers, _ say: Language) -> Text { sentence("title", n, say) ?? "" }

  func subtitle(_ n: Numbers, _ say: Language) -> Text? { sentence("subtitle", n, say) }

  func altText(_ n: Numbers, _ say: Language) -> String {
    let (flattery, name) = (n.flattery, flattery(say))
    let facts = self.facts(n)
    let list = n.policies.map { policy in
      let bits = facts("kl.beta_\(NumberFormat.shortest.string(policy.beta))").text
      let (reward, divergence) = (
        policy.reward.rounded(3),
        say("\(nats(policy, facts))，即 \(bits)", en: "\(nats(policy, facts)) or \(bits)")
      )
      let share = whole(policy.probabilities[flattery])
      return say(
        "β = \(policy.beta.short) 时期望奖励 \(reward)，D_KL \(divergence)，\(name)占 \(share)",
        en:
          "at β = \(policy.beta.short) the expected reward is \(reward), D_KL \(divergence), \(name) \(share)"
      )
    }.joined(separator: say("；", en: "; "))
    let limit =
      facts.contains { $0.name == "kl.limit" }
      ? say(
        "β 趋于 0 时奖励趋于 \(facts("reward.limit").number)，D_KL 趋于 \(facts("kl_nats.limit").text)，即 \(facts("kl.limit").text)。",
        en:
          " As β falls to 0 the reward tends to \(facts("reward.limit").number) and D_KL to \(facts("kl_nats.limit").text) or \(facts("kl.limit").text)."
      ) : ""
    return say(
      "目标函数 E[r] − β·D_KL(π‖π_old)。小图画出 \(n.rewards.count) 条候选回复的概率：旧模型里\(name)占 \(whole(n.base.probabilities[flattery]))；\(list)。下图是期望奖励随 D_KL 上升的前沿，各个 β 标在上面，各点的切线斜率是 β；\(limit)",
      en:
        "The objective E[r] − β·D_KL(π‖π_old). Small bar charts give the probabilities of \(n.rewards.count) candidate replies: \(name) has \(whole(n.base.probabilities[flattery])) in the old model; \(list). Below, the frontier of expected reward over D_KL with these policies on it, where the tangent’s slope is β.\(limit)"
    )
  }

  func body(_ n: Numbers, _ say: Language) throws -> [AnyContent] {
    try body(n, say, in: FigureSpace(width: Self.width))
  }

  func body(_ n: Numbers, _ say: Language, in space: FigureSpace) throws -> [AnyContent] {
    headline(space, say)
    replies(n, space, say)
    if n.moves {
      // Long names of replies leave the charts below each other no common edge.
      if space.isNarrow {
        frontier(n, isNarrow: true, say).independentPlots()
      } else {
        frontier(n, isNarrow: false, say)
      }
    }
  }
}

/// Policies of one base and one reward at any temperature.
private struct Tilting {
  let base: Distribution
  let rewards: [Double]

  /// The base itself.
  var start: RLHF.Policy { get throws { try policy(of: base, .infinity) } }

  /// The base restricted to the replies of the largest reward.
  var limit: RLHF.Policy {
    get throws {
      let possible = rewards.indices.filter { base[$0] > 0 }
      let best = possible.map { rewards[$0] }.max() ?? 0
      let counts = rewards.indices.map { rewards[$0] == best ? base[$0] : 0 }
      return try policy(of: Distribution(counts: counts), 0)
    }
  }

  func policy(_ beta: Double) throws -> RLHF.Policy {
    try policy(of: base.tilted(by: rewards, temperature: beta), beta)
  }

  private func policy(of probabilities: Distribution, _ beta: Double) throws -> RLHF.Policy {
    RLHF.Policy(
      beta: beta, probabilities: probabilities,
      reward: zip(probabilities.probabilities, rewards).map { $0 * $1 }.reduce(0, +),
      divergence: try probabilities.divergence(from: base))
  }

  /// Returns policies from the base to the limit, close enough together to be drawn as a smooth
  /// line.
  func frontier() throws -> [RLHF.Policy] {
    let (start, limit) = (try start, try limit)
    let (width, height) = (limit.divergence.bits, limit.reward - start.reward)
    guard width > 0, height > 0 else { return [start, limit] }
    func distance(_ a: RLHF.Policy, _ b: RLHF.Policy) -> Double {
      (b.divergence.bits - a.divergence.bits).magnitude / width
        + (b.reward - a.reward).magnitude / height
    }
    // Temperatures at which almost nothing has happened, and almost nothing is left to happen.
    var (hot, cold) = (height, height)
    while distance(start, try policy(hot)) > 0.01 { hot *= 2 }
    while distance(try policy(cold), limit) > 0.01, cold > 1e-12 * height { cold /= 2 }
    func between(_ a: RLHF.Policy, _ b: RLHF.Policy, depth: Int) throws -> [RLHF.Policy] {
      guard depth > 0, distance(a, b) > 0.02 else { return [b] }
      let middle = try policy((a.beta * b.beta).squareRoot())
      return try between(a, middle, depth: depth - 1) + between(middle, b, depth: depth - 1)
    }
    let (first, last) = (try policy(hot), try policy(cold))
    return [start, first] + (try between(first, last, depth: 10)) + [limit]
  }
}

extension RLHF {
  /// Returns the objective, and the policy that it leads to.
  private func headline(_ space: FigureSpace, _ say: Language) -> AnyContent {
    let size = space.isNarrow ? 17.5 : 24
    let (new, old) = (#"\textcolor{Q}{\pi}"#, #"\textcolor{P}{\pi_{\mathrm{old}}}"#)
    let objective = AnnotatedFormula(
      #"\max_{\#(new)}\;\cssId{reward}{\textcolor{good}{\mathbb{E}_{\#(new)}[r]\mathstrut}}\;-\;"#
        + #"\cssId{beta}{\beta\mathstrut}\;"#
        + #"\cssId{kl}{\textcolor{waste}{D_{\mathrm{KL}}(\#(new)\,\|\,\#(old))\mathstrut}}"#,
      size: size, noteWidth: space.isNarrow ? 100 : 200, distance: 20
    ) {
      note("reward", .good, say("奖励：飞得高", en: "reward: fly high"))
      note("beta", .secondary, say("拉多紧", en: "how tight"))
      note("kl", .waste, say("风筝线：离旧模型多少 nats", en: "string: nats from home"))
    }
    let optimum = AnnotatedFormula(
      #"\vphantom{\max_{\#(new)}}\Longrightarrow\quad\cssId{best}{\textcolor{Q}{\pi_\beta}\mathstrut}\;\propto\;\#(old)\cdot e^{\,\textcolor{good}{r}/\beta}"#,
      size: size, noteWidth: 200, distance: 20
    ) {
      note("best", .model, say("最优的新模型", en: "the best new model"))
    }
    if space.isNarrow {
      return AnyContent(
        VStack(spacing: 14) {
          objective.frame(width: space.width - 88)
          optimum.frame(width: space.width - 88)
        }
        .card(padding: 16))
    }
    return AnyContent(
      HStack(alignment: .firstBaseline, spacing: 0) {
        objective.frame(width: 392)
        Spacer()
        optimum.frame(width: 262)
      }
      .card(padding: 16))
  }

  private func note(_ part: String, _ color: Color, _ meaning: String) -> FormulaNote {
    FormulaNote(part, .bottom, color: color) {
      Text(meaning).font(.label).foregroundStyle(color)
    }
  }

  private func names(_ n: Numbers, _ say: Language) -> [String] {
    guard replies.areOwn else { return replies.names }
    return n.rewards.indices.map {
      $0 == n.flattery ? say("拍马屁", en: "flattery") : "\(Self.letters[$0])"
    }
  }

  private static let letters = Array("ABCDEFG")

  /// Returns the rewards, then the probabilities under each policy.
  private func replies(_ n: Numbers, _ space: FigureSpace, _ say: Language) -> AnyContent {
    let names = names(n, say)
    let shares = ([n.base] + n.policies).flatMap(\.probabilities.probabilities)
    let longest = (shares.max() ?? 1) * 1.6
    let isLong = hasLongHeadings(n)
    if space.isNarrow {
      return AnyContent(
        Grid(columns: 2, horizontalSpacing: 16, verticalSpacing: 16) {
          rewards(n, names, lines: 2, say).frame(height: 242)
          for policy in [n.base] + n.policies {
            probabilities(policy, n, names, longest: longest, isNarrow: true, say)
              .frame(height: 242)
          }
        })
    }
    return AnyContent(
      HStack(spacing: n.policies.count > 4 ? 11 : 16) {
        rewards(n, names, lines: isLong ? 2 : 1, say).layoutWeight(1.5)
        for policy in [n.base] + n.policies {
          probabilities(policy, n, names, longest: longest, isNarrow: false, say).layoutWeight(1)
        }
      }
      .frame(height: isLong ? 242 : 226))
  }

  /// Returns whether divergences need a line of their own in the headings.
  private func hasLongHeadings(_ n: Numbers) -> Bool {
    let facts = facts(n)
    return n.policies.count > 4 || n.policies.contains { nats($0, facts).count > 12 }
  }

  private func rewards(_ n: Numbers, _ names: [String], lines: Int, _ say: Language) -> Chart {
    // With the same decimals, unless that makes them long.
    let aligned = n.rewards.map(NumberFormat.automatic(for: n.rewards).string)
    let written = aligned.allSatisfy { $0.count <= 4 } ? aligned : n.rewards.map(\.short)
    return Chart {
      for (index, name) in names.enumerated() {
        BarMark(x: .value("r", n.rewards[index]), y: .value("", name))
          .foregroundStyle(.good.tint(0.45))
          .annotation(position: n.rewards[index] < 0 ? .leading : .trailing) {
            Text(written[index]).font(n.policies.count > 4 ? .tick : .label)
          }
      }
    }
    .chartYAxis {
      AxisMarks {
        AxisValueLabel { datum in
          guard case .category(let name) = datum else { return "" }
          return name == names.last ? Text(name).bold().foregroundStyle(.bad) : Text(name)
        }
      }
    }
    .chartTitle(say.text("奖励 $r$", en: "Reward $r$"))
    .chartSubtitle(
      say.text(
        "\(names.count) 条候选回复\(lines > 1 ? "\n" : "")",
        en: "of \(names.count) replies\(lines > 1 ? "\n" : "")"
      ).font(.tick)
    )
    .chartXAxis(.hidden)
  }

  private func probabilities(
    _ policy: Policy, _ n: Numbers, _ names: [String], longest: Double, isNarrow: Bool,
    _ say: Language
  ) -> Chart {
    let isBase = policy.beta.isInfinite
    let reward: Text =
      "\n$\\mathbb{E}[r]=$ " + Text(policy.reward.rounded(3)).foregroundStyle(.good)
    return Chart {
      for (index, name) in names.enumerated() {
        let share = policy.probabilities[index]
        BarMark(x: .value("π", share), y: .value("", name))
          .foregroundStyle(
            index == n.flattery ? .bad : isBase ? .truth.tint(0.45) : .model.tint(0.5)
          )
          .annotation(position: .trailing) {
            index == n.flattery
              ? Text(whole(share)).bold().foregroundStyle(.bad)
              : Text(whole(share)).foregroundStyle(.secondary)
          }
      }
    }
    .chartTitle(
      isBase
        ? (say("旧模型 ", en: "Old ") + "$\\pi_{\\mathrm{old}}$").foregroundStyle(.truth)
        : Text("$\\beta$ = \(written(policy.beta))")
    )
    // In narrow charts the number has a line of its own, in all of them.
    .chartSubtitle(
      (Text("$D_{\\mathrm{KL}}$")
        + Text((!isNarrow && hasLongHeadings(n) ? "\n" : " ") + nats(policy, facts(n)))
        + (isNarrow ? reward : "")).font(.tick)
    )
    .chartXScale(domain: 0...longest)
    .chartXAxis(.hidden).chartYAxis(isNarrow ? .automatic : .hidden)
  }

  /// Returns a temperature for a text.
  private func written(_ beta: Double) -> Text {
    let tex = beta.shortTeX
    return tex.contains("^") ? Text(tex: tex) : Text(tex)
  }

  /// Returns a probability in whole percent.
  fileprivate func whole(_ share: Double) -> String {
    share > 0 && share < 0.005 ? "<1%" : share < 1 && share > 0.995 ? ">99%" : share.percent()
  }

  /// Returns the chart of expected reward over divergence, with the policies on it and the tangents
  /// there.
  private func frontier(_ n: Numbers, isNarrow: Bool, _ say: Language) -> some FigureContent {
    // The limit is labelled only if no policy is close to it.
    let isApart = n.loosest.divergence.bits < 0.96 * n.limit.divergence.bits
    let (width, height) = (n.limit.divergence.nats, n.limit.reward - n.base.reward)
    let domain = (n.base.reward - 0.06 * height)...(n.limit.reward + 0.08 * height)
    // Dots that would hide another have one label.
    let dots = n.policies.reversed().reduce(into: [Policy]()) { kept, policy in
      let isFree = kept.allSatisfy { other in
        let x = (other.divergence.nats - policy.divergence.nats) / width
        let y = (other.reward - policy.reward) / height
        return (x * x + y * y * 0.16).squareRoot() > 0.014
      }
      if isFree { kept.append(policy) }
    }
    return Chart {
      for policy in n.policies {
        if let (from, to) = Self.tangent(policy, width: width, within: domain) {
          ChordMark(from: from, to: to, showsEnds: false).foregroundStyle(.model.tint(0.35))
            .lineStyle(width: 1.3, dash: [5, 3])
        }
      }
      for point in n.frontier {
        LineMark(x: .value("KL", point.divergence.nats), y: .value("reward", point.reward))
          .foregroundStyle(.primary).lineStyle(width: 2.4)
      }
      for policy in n.policies {
        let label = PointMark(
          x: .value("KL", policy.divergence.nats), y: .value("reward", policy.reward)
        )
        .foregroundStyle(.model).symbolDiameter(10)
        if dots.contains(where: { $0.beta == policy.beta }) {
          // Before the label of the limit there is half the space to the right.
          let isCrowded =
            isApart && policy.beta == n.loosest.beta
            && n.limit.divergence.nats - policy.divergence.nats < 0.3 * width
          label.annotation(
            position: isCrowded ? .bottom : .bottomTrailing, spacing: isCrowded ? 14 : 6
          ) {
            // On a telephone the rewards stand above, with the policies.
            isNarrow
              ? Text("$\\beta=\(tex: policy.beta.shortTeX)$")
              : Text("$\\beta=\(tex: policy.beta.shortTeX)$:  $\\mathbb{E}[r]=$ ")
                + Text(policy.reward.rounded(3)).foregroundStyle(.good)
          }
        } else {
          label
        }
      }
      if isApart {
        PointMark(
          x: .value("KL", n.limit.divergence.nats), y: .value("reward", n.limit.reward)
        )
        .foregroundStyle(.bad).symbol(.ring).symbolDiameter(11)
        .annotation(position: .bottom, spacing: 10) {
          (sentence("limit", n, say) ?? "").foregroundStyle(.bad)
        }
      }
    }
    .chartTitle(sentence("frontier", n, say) ?? "")
    .chartXAxisLabel(
      say.text(
        "偏离 $D_{\\mathrm{KL}}(\\pi_\\beta\\,\\|\\,\\pi_{\\mathrm{old}})$（nats）",
        en: "Divergence $D_{\\mathrm{KL}}(\\pi_\\beta\\,\\|\\,\\pi_{\\mathrm{old}})$ (nats)")
    )
    .chartYAxisLabel(say.text("期望奖励 $\\mathbb{E}[r]$", en: "Expected reward $\\mathbb{E}[r]$"))
    .chartXScale(domain: 0...(1.12 * width)).chartYScale(domain: domain)
    // The dots' labels say the rewards: grid lines would run through them.
    .chartYAxis {
      AxisMarks(values: .automatic(desiredCount: 5)) {
        AxisTick(); AxisValueLabel()
      }
    }
    .frame(height: 300)
  }

  /// Returns a piece of the tangent at a policy: up to a third of the width to either side, within
  /// a range of rewards.
  ///
  /// Along the frontier a nat buys β of reward.
  private static func tangent(
    _ policy: Policy, width: Double, within domain: ClosedRange<Double>
  ) -> (from: (Double, Double), to: (Double, Double))? {
    let (x, y, slope) = (policy.divergence.nats, policy.reward, policy.beta)
    let reach = 0.33 * width
    let left = min(reach, x, (y - domain.lowerBound) / slope)
    let right = min(reach, (domain.upperBound - y) / slope, 1.1 * width - x)
    guard left + right > 0 else { return nil }
    return ((x - left, y - left * slope), (x + right, y + right * slope))
  }
}
