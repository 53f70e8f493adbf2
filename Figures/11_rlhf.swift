import BurinFigures
import InformationTheory

/// The kite string of section 7.1: how far a reward pulls a model away from its base.
struct RLHF: Figure {
  static let id = "11_rlhf"

  @Parameter(count: 2...8) var base = [0.30, 0.25, 0.20, 0.15, 0.07, 0.03]
  @Parameter(range: -100...100, count: 2...8) var reward = [0.2, 0.5, 0.6, 0.4, 0.8, 1.0]
  @Parameter(positive: true, count: 1...5) var betas = [10, 1, 0.3, 0.1]

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
  }

  func compute() throws -> Numbers {
    let distribution = try Distribution.parameter("base", base)
    guard reward.count == base.count else {
      throw ParameterError(
        "reward", "has \(reward.count) values where base has \(base.count); give both as many")
    }
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
      ]
    }
    return Facts(
      policies + [Fact("reward.limit", n.limit.reward), Fact("kl.limit", n.limit.divergence)])
  }

  func title(_ n: Numbers, _ say: Language) -> Text {
    if !n.moves {
      return say(
        "奖励分不出高下，$\\beta$ 放多松模型都不动",
        en: "Where reward tells nothing apart, no $\\beta$ moves the model")
    }
    return n.collapses
      ? say(
        "风筝线 $\\beta$ 放得太松，模型就只会拍马屁",
        en: "Let the string $\\beta$ go slack, and the model only flatters")
      : say(
        "风筝线 $\\beta$ 越松，模型为了奖励飞得越远",
        en: "The slacker the string $\\beta$, the farther the model flies for reward")
  }

  func subtitle(_ n: Numbers, _ say: Language) -> Text? {
    say(
      "$\\beta$ 大，新模型贴着旧模型；$\\beta$ 小，概率全涌向得分最高的回复",
      en:
        "A large $\\beta$ holds the new model to the old one; a small one lets the best-paid reply take all"
    )
  }

  func altText(_ n: Numbers, _ say: Language) -> String {
    let flattery = n.flattery
    let list = n.policies.map { policy in
      let (reward, divergence) = (
        policy.reward.rounded(3), Fact("", policy.divergence, showing: 3, decimals: 3).text
      )
      let share = policy.probabilities[flattery].percent()
      return say(
        "β = \(policy.beta.short) 时期望奖励 \(reward)，D_KL \(divergence)，拍马屁占 \(share)",
        en:
          "at β = \(policy.beta.short) the expected reward is \(reward), D_KL \(divergence), flattery \(share)"
      )
    }.joined(separator: say("；", en: "; "))
    return say(
      "目标函数 E[r] − β·D_KL(π‖π_old)。小图画出 \(n.rewards.count) 种候选回复的概率：旧模型里拍马屁占 \(n.base.probabilities[flattery].percent())；\(list)。下图是期望奖励随 D_KL 上升的前沿，各个 β 标在上面；β 趋于 0 时奖励趋于 \(n.limit.reward.rounded(3))，D_KL 趋于 \(Fact("", n.limit.divergence).text)。",
      en:
        "The objective E[r] − β·D_KL(π‖π_old). Small bar charts give the probabilities of \(n.rewards.count) candidate replies: flattery has \(n.base.probabilities[flattery].percent()) in the old model; \(list). Below, the frontier of expected reward over D_KL with these policies on it; as β falls to 0 the reward tends to \(n.limit.reward.rounded(3)) and D_KL to \(Fact("", n.limit.divergence).text)."
    )
  }

  func body(_ n: Numbers, _ say: Language) throws -> [AnyContent] {
    headline(say)
    replies(n, say)
    if n.moves { frontier(n, say) }
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
  private func headline(_ say: Language) -> some FigureContent {
    let (new, old) = (#"\textcolor{Q}{\pi}"#, #"\textcolor{P}{\pi_{\mathrm{old}}}"#)
    return HStack(alignment: .firstBaseline, spacing: 0) {
      AnnotatedFormula(
        #"\max_{\#(new)}\;\cssId{reward}{\textcolor{good}{\mathbb{E}_{\#(new)}[r]\mathstrut}}\;-\;"#
          + #"\cssId{beta}{\beta\mathstrut}\;"#
          + #"\cssId{kl}{\textcolor{waste}{D_{\mathrm{KL}}(\#(new)\,\|\,\#(old))\mathstrut}}"#,
        size: 24, noteWidth: 200, distance: 20
      ) {
        note("reward", .good, say("奖励：飞得高", en: "reward: fly high"))
        note("beta", .secondary, say("拉多紧", en: "how tight"))
        note("kl", .waste, say("风筝线：离旧模型多远", en: "string: how far from home"))
      }
      .frame(width: 368)
      Spacer()
      AnnotatedFormula(
        #"\vphantom{\max_{\#(new)}}\Longrightarrow\quad\cssId{best}{\textcolor{Q}{\pi_\beta}\mathstrut}\;\propto\;\#(old)\cdot e^{\,\textcolor{good}{r}/\beta}"#,
        size: 24, noteWidth: 200, distance: 20
      ) {
        note("best", .model, say("最优的新模型", en: "the best new model"))
      }
      .frame(width: 262)
    }
    .card(padding: 16)
  }

  private func note(_ part: String, _ color: Color, _ meaning: String) -> FormulaNote {
    FormulaNote(part, .bottom, color: color) {
      Text(meaning).font(.label).foregroundStyle(color)
    }
  }

  private func names(_ n: Numbers, _ say: Language) -> [String] {
    n.rewards.indices.map {
      $0 == n.flattery ? say("拍马屁", en: "flattery") : "\(Self.letters[$0])"
    }
  }

  private static let letters = Array("ABCDEFG")

  /// Returns the rewards, then the probabilities under each policy.
  private func replies(_ n: Numbers, _ say: Language) -> some FigureContent {
    let names = names(n, say)
    let shares = ([n.base] + n.policies).flatMap(\.probabilities.probabilities)
    let longest = (shares.max() ?? 1) * 1.6
    return HStack(spacing: n.policies.count > 4 ? 11 : 16) {
      rewards(n, names, say).layoutWeight(1.5)
      for policy in [n.base] + n.policies {
        probabilities(policy, n, names, longest: longest, say).layoutWeight(1)
      }
    }
    .frame(height: 226)
  }

  private func rewards(_ n: Numbers, _ names: [String], _ say: Language) -> Chart {
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
    .chartTitle(say("奖励 $r$", en: "Reward $r$"))
    .chartSubtitle(say("\(names.count) 种候选回复", en: "of \(names.count) replies").font(.tick))
    .chartXAxis(.hidden)
  }

  private func probabilities(
    _ policy: Policy, _ n: Numbers, _ names: [String], longest: Double, _ say: Language
  ) -> Chart {
    let isBase = policy.beta.isInfinite
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
    .chartSubtitle(Text("$D_{\\mathrm{KL}}$ \(divergence(policy))").font(.tick))
    .chartXScale(domain: 0...longest)
    .chartXAxis(.hidden).chartYAxis(.hidden)
  }

  /// Returns a temperature for a text.
  private func written(_ beta: Double) -> Text {
    let tex = beta.shortTeX
    return tex.contains("^") ? Text(tex: tex) : Text(tex)
  }

  /// Returns the divergence of a policy, with enough decimals to differ from 0.
  private func divergence(_ policy: Policy) -> String {
    let bits = policy.divergence.bits
    if bits < 0.00005 { return "\(bits == 0 ? "0" : "<0.0001") bits" }
    return Fact("", policy.divergence, showing: 3, decimals: 3).text
  }

  /// Returns a probability in whole percent.
  private func whole(_ share: Double) -> String {
    share > 0 && share < 0.005 ? "<1%" : share < 1 && share > 0.995 ? ">99%" : share.percent()
  }

  /// Returns the chart of expected reward over divergence, with the policies on it.
  private func frontier(_ n: Numbers, _ say: Language) -> some FigureContent {
    // The limit is labelled only if no policy is close to it.
    let isApart = n.loosest.divergence.bits < 0.96 * n.limit.divergence.bits
    return Chart {
      for point in n.frontier {
        LineMark(x: .value("KL", point.divergence.bits), y: .value("reward", point.reward))
          .foregroundStyle(.primary).lineStyle(width: 2.4)
      }
      for policy in n.policies {
        PointMark(
          x: .value("KL", policy.divergence.bits), y: .value("reward", policy.reward)
        )
        .foregroundStyle(.model).symbolDiameter(10)
        .annotation(position: .trailing, spacing: 6) {
          Text("$\\beta=\(tex: policy.beta.shortTeX)$  ")
            + Text("\(policy.reward.rounded(3))").foregroundStyle(.good)
        }
      }
      if isApart {
        PointMark(
          x: .value("KL", n.limit.divergence.bits), y: .value("reward", n.limit.reward)
        )
        .foregroundStyle(.bad).symbol(.ring).symbolDiameter(11)
        .annotation(position: .callout(distance: 14)) {
          (n.limit.probabilities[n.flattery] == 1
            ? say("$\\beta\\to 0$：只剩拍马屁", en: "$\\beta\\to 0$: nothing but flattery")
            : "$\\beta\\to 0$").foregroundStyle(.bad)
        }
      }
    }
    .chartTitle(
      say(
        "离旧模型越远，每 1 bit 换来的奖励越少", en: "The farther from the old model, the less reward a bit buys"
      )
    )
    .chartXAxisLabel(
      say(
        "偏离 $D_{\\mathrm{KL}}(\\pi_\\beta\\,\\|\\,\\pi_{\\mathrm{old}})$（bits）",
        en: "Divergence $D_{\\mathrm{KL}}(\\pi_\\beta\\,\\|\\,\\pi_{\\mathrm{old}})$ (bits)")
    )
    .chartYAxisLabel(say("期望奖励 $\\mathbb{E}[r]$", en: "Expected reward $\\mathbb{E}[r]$"))
    .chartYScale(domain: .automatic(includesZero: false))
    .frame(height: 300)
  }
}
