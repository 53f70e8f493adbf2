import BurinFigures
import InformationTheory

/// One Gaussian for a mixture, fitted in both directions (section 6.4.3).
struct ForwardVersusReverse: Figure {
  static let id = "forward_vs_reverse_kl"

  @Parameter(range: 0...1, count: 1...4) var weights = [0.5, 0.5]
  @Parameter(range: -1000...1000, count: 1...4) var means = [-2.0, 2.0]
  @Parameter(range: 0.001...1000, count: 1...4) var sigmas = [0.7, 0.7]

  struct Numbers: Sendable {
    var mixture: GaussianMixture
    var map: DivergenceMap
    var forward: GaussianFit
    /// The local minima of the reverse divergence, the best first.
    var reverse: [GaussianFit]
    var best: GaussianFit
    var forwardAtReverse: Information
    var reverseAtForward: Information
    /// The range that is shown.
    var positions: ClosedRange<Double>
    var widths: ClosedRange<Double>
    /// The highest density.
    var peak: Double

    /// The places of P's peaks, from left to right.
    var modes: [Double]

    /// Returns how many peaks of P lie within two standard deviations of a Gaussian's mean.
    func covered(by q: Gaussian) -> Int {
      modes.count { ($0 - q.mean).magnitude <= 2 * q.sigma }
    }
    /// Whether the forward fit covers all peaks.
    var coversAll: Bool { covered(by: forward.gaussian) == modes.count }
    /// The number of peaks that the reverse fit covers.
    var picked: Int { covered(by: best.gaussian) }
    /// Whether the fits are nearly the same: means within a quarter of the width, widths within a
    /// fifth.
    var agrees: Bool {
      let (a, b) = (forward.gaussian, best.gaussian)
      return (a.mean - b.mean).magnitude < 0.25 * a.sigma && b.sigma > 0.8 * a.sigma
        && b.sigma < 1.25 * a.sigma
    }
  }

  func compute() throws -> Numbers {
    let mixture = try mixture()
    let parts = zip(mixture.weights.probabilities, mixture.components).filter { $0.0 > 0 }.map(\.1)
    let forward = try mixture.forwardFit()
    let reverse = try mixture.reverseFits()
    let best = reverse.first ?? forward
    let (mean, sigma) = (forward.gaussian.mean, forward.gaussian.sigma)
    let narrowest = reverse.map(\.gaussian.sigma).min() ?? sigma
    let widest = reverse.map(\.gaussian.sigma).max() ?? sigma
    let left = (parts.map { $0.mean - 3.3 * $0.sigma } + [mean - 2.5 * sigma]).min() ?? -1
    let right = (parts.map { $0.mean + 3.3 * $0.sigma } + [mean + 2.5 * sigma]).max() ?? 1
    // The text over the chosen peak needs space on both sides.
    let room = 0.24 * (right - left)
    let peaks =
      parts.map { mixture.density(at: $0.mean) }
      + ([forward] + reverse).map { $0.gaussian.density(at: $0.gaussian.mean) }
    return Numbers(
      mixture: mixture, map: try DivergenceMap(of: mixture), forward: forward, reverse: reverse,
      best: best, forwardAtReverse: try mixture.divergence(from: best.gaussian),
      reverseAtForward: try forward.gaussian.divergence(from: mixture),
      positions: min(left, best.gaussian.mean - room)...max(right, best.gaussian.mean + room),
      widths: (0.3 * narrowest)...max(1.36 * max(sigma, best.gaussian.sigma), 1.15 * widest),
      peak: peaks.max() ?? 1, modes: mixture.modes)
  }

  private func mixture() throws -> GaussianMixture {
    let mixture: GaussianMixture
    do {
      mixture = try GaussianMixture(weights: weights, means: means, sigmas: sigmas)
    } catch {
      switch error {
      case .invalidWeights(let reason): throw ParameterError("weights", "\(reason)")
      case .invalidMean: throw ParameterError("means", "\(error)")
      case .invalidSigma, .unresolvedSigma: throw ParameterError("sigmas", "\(error)")
      case .differentCounts(let weights, let means, _):
        throw ParameterError(
          means == weights ? "sigmas" : "means", "\(error)")
      }
    }
    // Narrower peaks would be thinner than the line that draws them.
    let parts = zip(mixture.weights.probabilities, mixture.components).filter { $0.0 > 0 }.map(\.1)
    let reach =
      (parts.map { $0.mean + 3.3 * $0.sigma }.max() ?? 1)
      - (parts.map { $0.mean - 3.3 * $0.sigma }.min() ?? 0)
    let least = max(mixture.variance.squareRoot() / 50, reach / 400)
    if let index = sigmas.indices.first(where: { weights[$0] > 0 && sigmas[$0] < least }) {
      throw ParameterError(
        "sigmas",
        "value \(index + 1) is \(sigmas[index].short); beside the spread of P it must be at least \(least.rounded(3))"
      )
    }
    return mixture
  }

  /// Returns the mean of a fit; what a search leaves of 0 is 0.
  private static func settled(_ gaussian: Gaussian) -> Double {
    gaussian.mean.magnitude < 1e-6 * gaussian.sigma ? 0 : gaussian.mean
  }

  /// Returns the decimals of a fit's mean and standard deviation: two, or what shows two digits of a
  /// small deviation.
  private static func decimals(_ gaussian: Gaussian) -> Int {
    max(2, 1 - Int(InformationUnit.hartleys.logarithm(gaussian.sigma).rounded(.down)))
  }

  func facts(_ n: Numbers) -> Facts {
    let (forward, reverse) = (n.forward.gaussian, n.best.gaussian)
    let best = [
      Fact("forward.mean", Self.settled(forward), decimals: Self.decimals(forward)),
      Fact("forward.sigma", forward.sigma, decimals: Self.decimals(forward)),
      Fact("forward.kl_nats", n.forward.divergence, in: .nats),
      Fact("reverse.mean", Self.settled(reverse), decimals: Self.decimals(reverse)),
      Fact("reverse.sigma", reverse.sigma, decimals: Self.decimals(reverse)),
      Fact("reverse.kl_nats", n.best.divergence, in: .nats),
      Fact("forward_kl_at_reverse_fit_nats", n.forwardAtReverse, in: .nats),
      Fact("reverse_kl_at_forward_fit_nats", n.reverseAtForward, in: .nats),
    ]
    // The other local minima of the reverse objective, the better ones first.
    let others = n.reverse.dropFirst().enumerated().flatMap { index, fit in
      [
        Fact(
          "reverse_\(index + 2).mean", Self.settled(fit.gaussian),
          decimals: Self.decimals(fit.gaussian)),
        Fact(
          "reverse_\(index + 2).sigma", fit.gaussian.sigma, decimals: Self.decimals(fit.gaussian)),
        Fact("reverse_\(index + 2).kl_nats", fit.divergence, in: .nats),
      ]
    }
    return Facts(best + others).distinguished()
  }

  /// Returns a divergence as its fact prints it, with the digits that tell it from the others.
  private func text(_ divergence: Information, _ n: Numbers) -> String {
    let fact = Fact("", divergence, in: .nats)
    return facts(n).all.first { $0.value == fact.value && $0.unit == fact.unit }?.text ?? fact.text
  }

  func statements(_ n: Numbers) -> [Statement] {
    let (peaks, picked, wells) = (n.modes.count, n.picked, n.reverse.count)
    let words = ["", "one valley", "two valleys", "three valleys", "four valleys"]
    let count = words.indices.contains(wells) ? words[wells] : "\(wells) valleys"
    let isNarrower = n.best.gaussian.sigma < 0.8 * n.forward.gaussian.sigma
    return [
      Statement(
        "title.one_agree", if: "P has one peak, and the fits are nearly the same",
        peaks == 1 && n.agrees,
        "$P$ 只有一个峰，前向和反向选出差不多的 $Q$",
        en: "With a single peak, both directions nearly agree on $Q$"),
      Statement(
        "title.one_differ", if: "P has one peak, and the fits differ", peaks == 1 && !n.agrees,
        "$P$ 只有一个峰，前向和反向选出的 $Q$ 仍不一样",
        en: "Even with a single peak, the two directions choose another $Q$"),
      Statement(
        "title.pick_one",
        if: "P has several peaks, the forward fit covers all, the reverse one",
        peaks > 1 && n.coversAll && picked == 1,
        "前向 KL 盖住每一个峰，反向 KL 只守一个峰",
        en: "Forward KL covers every peak, reverse KL settles on one"),
      Statement(
        "title.pick_some",
        if: "P has several peaks, the forward fit covers all, the reverse some but not one",
        peaks > 1 && n.coversAll && picked < peaks && picked != 1,
        "前向 KL 盖住每一个峰，反向 KL 只守一部分",
        en: "Forward KL covers every peak, reverse KL settles on some"),
      Statement(
        "title.span", if: "P has several peaks, and both fits cover all",
        peaks > 1 && n.coversAll && picked == peaks,
        "两个方向选出的 $Q$ 都盖住了每一个峰",
        en: "In either direction, $Q$ covers every peak"),
      Statement(
        "title.narrow",
        if: "P has several peaks, the forward fit misses some, and the reverse fit is narrower",
        peaks > 1 && !n.coversAll && isNarrower,
        "前向 KL 把 $Q$ 拉宽，反向 KL 守住大头",
        en: "Forward KL stretches $Q$, reverse KL keeps it narrow"),
      Statement(
        "title.miss",
        if: "P has several peaks, the forward fit misses some, and the reverse fit is no narrower",
        peaks > 1 && !n.coversAll && !isNarrower,
        "有的峰太小，两个方向都没有盖住",
        en: "Some peaks are too small for either direction to cover"),
      Statement(
        "forward.all", if: "the forward fit covers all of several peaks", peaks > 1 && n.coversAll,
        "：盖住全部", en: ": cover all"),
      Statement(
        "reverse.one", if: "P has several peaks, and the reverse fit covers one",
        peaks > 1 && picked == 1, "：只守一峰", en: ": pick one"),
      Statement(
        "reverse.some", if: "the reverse fit covers several peaks, but not all",
        peaks > 1 && picked > 1 && picked < peaks, "：只守一部分", en: ": pick some"),
      Statement(
        "valley.one", if: "always: D(P‖Q) is convex in the natural parameters of Q", true,
        "前向的目标：一个谷底", en: "Its objective: one valley"),
      Statement(
        "valleys.one", if: "the reverse objective has one local minimum", wells == 1,
        "反向的目标：一个谷底", en: "Its objective: one valley"),
      Statement(
        "valleys.several", if: "the reverse objective has several local minima", wells > 1,
        "反向的目标：\(["", "一", "两", "三", "四"][min(wells, 4)])个谷底",
        en: "Its objective: \(count)"),
    ]
  }

  func title(_ n: Numbers, _ say: Language) -> Text { sentence("title", n, say) ?? "" }

  func subtitle(_ n: Numbers, _ say: Language) -> Text? {
    say(
      "$Q$ 只能是单个高斯分布。下面是各自的目标函数：颜色越浓代价越大，等高线标出比最小值多几 nats",
      en:
        "$Q$ is one Gaussian. Below, the objectives: stronger colour costs more; lines are nats above the minimum"
    )
  }

  func altText(_ n: Numbers, _ say: Language) -> String {
    let (forward, best) = (n.forward.gaussian, n.best.gaussian)
    func nats(_ information: Information) -> String { text(information, n) }
    let list = n.reverse.dropFirst().map {
      "μ = \(Self.settled($0.gaussian).rounded(2)), σ = \($0.gaussian.sigma.rounded(2)), \(nats($0.divergence))"
    }.joined(separator: say("；", en: "; "))
    let others =
      list.isEmpty ? "" : say("其余局部极小：\(list)。", en: " Other local minima: \(list).")
    return say(
      "上排是密度图：P 是 \(means.count) 个高斯的混合。前向 KL 选出的 Q（μ = \(Self.settled(forward).rounded(2))，σ = \(forward.sigma.rounded(2))，D(P‖Q) = \(nats(n.forward.divergence))）\(n.coversAll ? "盖住全部 \(n.modes.count) 个峰" : "盖住 \(n.modes.count) 个峰中的 \(n.covered(by: forward)) 个")；反向 KL 选出的 Q（μ = \(Self.settled(best).rounded(2))，σ = \(best.sigma.rounded(2))，D(Q‖P) = \(nats(n.best.divergence))）。下排是两个目标函数在 (μ, σ) 上的等高线图，标出极小值。\(others)在反向的解处，D(P‖Q) 是 \(nats(n.forwardAtReverse))；在前向的解处，D(Q‖P) 是 \(nats(n.reverseAtForward))。",
      en:
        "Above, densities: P is a mixture of \(means.count) Gaussians. The Q of forward KL (μ = \(Self.settled(forward).rounded(2)), σ = \(forward.sigma.rounded(2)), D(P‖Q) = \(nats(n.forward.divergence))) covers \(n.covered(by: forward)) of its \(n.modes.count == 1 ? "1 peak" : "\(n.modes.count) peaks"); the Q of reverse KL has μ = \(Self.settled(best).rounded(2)), σ = \(best.sigma.rounded(2)), D(Q‖P) = \(nats(n.best.divergence)). Below, contour maps of both objectives over (μ, σ) with their minima.\(others) At the reverse fit D(P‖Q) is \(nats(n.forwardAtReverse)); at the forward fit D(Q‖P) is \(nats(n.reverseAtForward))."
    )
  }

  func body(_ n: Numbers, _ say: Language) throws -> [AnyContent] {
    try body(n, say, in: FigureSpace(width: Self.width))
  }

  func body(_ n: Numbers, _ say: Language, in space: FigureSpace) throws -> [AnyContent] {
    let parts = panels(n, say)
    if space.isNarrow {
      // The objective of each direction below its fit.
      VStack(spacing: 20) { for index in [0, 2, 1, 3] { parts[index] } }
    } else {
      Grid(columns: 2, horizontalSpacing: 34, verticalSpacing: 18) { parts }
    }
  }

  /// Returns the fits above, the objectives below: forward, then reverse.
  @FigureContentBuilder private func panels(_ n: Numbers, _ say: Language) -> [AnyContent] {
    densities(n, best: n.forward, others: [], say)
      .chartTitle(
        say("前向 $D_{\\mathrm{KL}}(P\\,\\|\\,Q)$", en: "Forward $D_{\\mathrm{KL}}(P\\,\\|\\,Q)$")
          + (sentence("forward", n, say) ?? "")
      )
      .chartSubtitle(
        say.text("$P$ 有概率的地方，$Q$ 都不敢接近 0", en: "Wherever $P$ has probability, $Q$ must have some")
      )
      .frame(height: 214)
    densities(n, best: n.best, others: Array(n.reverse.dropFirst()), say)
      .chartTitle(
        (say("反向 $D_{\\mathrm{KL}}(Q\\,\\|\\,P)$", en: "Reverse $D_{\\mathrm{KL}}(Q\\,\\|\\,P)$")
          + (sentence("reverse", n, say) ?? ""))
      )
      .chartSubtitle(
        say.text("$P$ 接近 0 的地方，$Q$ 都不敢有概率", en: "Wherever $P$ is near 0, $Q$ must be near 0 too")
      )
      .frame(height: 214)
    objective(
      n, of: n.map.forwardNats, minima: [n.forward],
      foreign: (
        n.best.gaussian, n.forwardAtReverse, say("反向的解", en: "reverse fit")
      ), say
    )
    .chartTitle(sentence("valley", n, say) ?? "")
    .frame(height: 310)
    objective(
      n, of: n.map.reverseNats, minima: n.reverse,
      foreign: (
        n.forward.gaussian, n.reverseAtForward, say("前向的解", en: "forward fit")
      ), say
    )
    .chartTitle(
      sentence("valleys", n, say) ?? ""
    )
    .frame(height: 310)
  }
}

extension ForwardVersusReverse {
  private func densities(
    _ n: Numbers, best: GaussianFit, others: [GaussianFit], _ say: Language
  ) -> Chart {
    let mixture = n.mixture
    let q = best.gaussian
    let decimals = Self.decimals(q)
    let peaks = zip(mixture.weights.probabilities, mixture.components).filter { $0.0 > 0 }.map(\.1)
    let left = peaks.min { $0.mean < $1.mean } ?? q
    // The name of Q is above everything within the width of its text.
    let reach = 0.22 * (n.positions.upperBound - n.positions.lowerBound)
    let middles = (mixture.components + ([best] + others).map(\.gaussian)).map(\.mean)
    // Include the middles: a peak can be narrower than a step.
    let near =
      Array(stride(from: q.mean - reach, through: q.mean + reach, by: reach / 40))
      + middles.filter { abs($0 - q.mean) <= reach }
    let crest =
      near.map { x in
        max(mixture.density(at: x), ([best] + others).map { $0.gaussian.density(at: x) }.max() ?? 0)
      }.max() ?? n.peak
    // Beside the middle of Q, if that is in the middle of the peak.
    let step = 0.03 * (n.positions.upperBound - n.positions.lowerBound)
    // Curves that are called alike have one name: that of the curve farthest from Q.
    let named = others.indices.filter { index in
      let name = name(of: index + 1, among: [best] + others, .en)
      return !others.indices.contains { other in
        self.name(of: other + 1, among: [best] + others, .en) == name
          && (others[other].gaussian.mean - q.mean).magnitude
            > (others[index].gaussian.mean - q.mean).magnitude
      }
    }
    let nameX =
      (left.mean - q.mean).magnitude < step ? left.mean - max(0.6 * left.sigma, step) : left.mean
    return Chart {
      AreaPlot(x: "x", y: "density") { mixture.density(at: $0) }
        .foregroundStyle(.truthArea)
      AreaPlot(x: "x", y: "density") { q.density(at: $0) }
        .foregroundStyle(.modelArea)
      for other in others {
        LinePlot(x: "x", y: "density") { other.gaussian.density(at: $0) }
          .foregroundStyle(.model.tint(0.45)).lineStyle(width: 1.6, dash: [5, 4])
      }
      RuleMark(x: .value("x", q.mean), yStart: .value("", 0), yEnd: .value("", crest))
        .foregroundStyle(.model).lineStyle(width: 1.2, dash: [3, 3])
      TextMark(x: .value("x", q.mean), y: .value("", crest), position: .top, spacing: 6) {
        Text(
          "$Q$:  $\\mu=\(Self.settled(q).trimmed(decimals)),\\;\\sigma=\(q.sigma.trimmed(decimals))$"
        )
        .foregroundStyle(.model)
      }
      LinePlot(x: "x", y: "density") { mixture.density(at: $0) }
        .foregroundStyle(.truth).lineStyle(width: 2.2)
      LinePlot(x: "x", y: "density") { q.density(at: $0) }
        .foregroundStyle(.model).lineStyle(width: 2.4)
      for index in named {
        let other = others[index]
        let mean = other.gaussian.mean
        let top = other.gaussian.density(at: mean)
        // Beside the name of Q, a line higher.
        let isBeside =
          (mean - q.mean).magnitude < 0.34 * (n.positions.upperBound - n.positions.lowerBound)
          && (top - crest).magnitude < 0.12 * n.peak
        LabelMark(
          x: .value("x", mean), yStart: .value("", 0.98 * top), yEnd: .value("", top),
          position: .top, spacing: isBeside ? 24 : 6
        ) {
          Text(name(of: index + 1, among: [best] + others, say)).foregroundStyle(.secondary)
        }
      }
      TextMark(x: .value("x", nameX), y: .value("", 0.6 * mixture.density(at: left.mean))) {
        Text("$P$").foregroundStyle(.truth)
      }
    }
    .chartXScale(domain: n.positions)
    .chartYScale(domain: 0...(n.peak * 1.24))
    .chartYAxis(.hidden)
    .chartXAxis { AxisMarks { AxisTick() } }
  }

  /// Returns the name of a minimum; the first is the best.
  private func name(of index: Int, among minima: [GaussianFit], _ say: Language) -> String {
    if index == 0 { return say("最好", en: "best") }
    return minima[index].divergence.nats - minima[0].divergence.nats < 1e-6
      ? say("一样好", en: "as good") : say("较差", en: "worse")
  }

  /// Returns where the label of a minimum stands: on the outer side of several.
  private func side(of fit: GaussianFit, among minima: [GaussianFit]) -> AnnotationPosition {
    let means = minima.map(\.gaussian.mean)
    guard minima.count > 2 else { return .callout(distance: 12) }
    return fit.gaussian.mean == means.min()
      ? .topLeading : fit.gaussian.mean == means.max() ? .topTrailing : .callout(distance: 12)
  }

  /// Returns whether two fits lie so close on the map that the label of either could be taken for
  /// the other's.
  private func isClose(_ a: Gaussian, _ b: Gaussian, _ n: Numbers) -> Bool {
    func part(_ distance: Double, of range: ClosedRange<Double>) -> Double {
      distance.magnitude / (range.upperBound - range.lowerBound)
    }
    return part(a.mean - b.mean, of: n.positions) < 0.2
      && part(a.sigma - b.sigma, of: n.widths) < 0.2
  }

  private func objective(
    _ n: Numbers, of function: @escaping @Sendable (Double, Double) -> Double,
    minima: [GaussianFit], foreign: (Gaussian, Information, String), _ say: Language
  ) -> Chart {
    let least = minima.first?.divergence.nats ?? 0
    let (other, cost, title) = foreign
    // Up to the other direction's fit.
    // Between several minima there is space for fewer lines.
    var excesses = minima.count > 1 ? [0.1, 1, 10] : [0.1, 0.5, 2, 10]
    for more in [50.0, 200, 1000] where (excesses.last ?? 0) < cost.nats - least {
      excesses.append(more)
    }
    let coincides = minima.contains {
      ($0.gaussian.mean - other.mean).magnitude + ($0.gaussian.sigma - other.sigma).magnitude
        < 1e-3 * other.sigma
    }
    return Chart {
      ContourMark(
        x: n.positions, y: n.widths, columns: 96, rows: 72,
        levels: excesses.map { least + $0 },
        fill: (near: .canvas, far: .waste.tint(0.68)),
        label: { Text("+" + ($0 - least).trimmed(2)).foregroundStyle(.primary) }
      ) { function($0, $1) }
      .foregroundStyle(.waste.tint(0.5)).lineStyle(width: 0.8)
      for (index, fit) in minima.enumerated() {
        let point = PointMark(
          x: .value("μ", fit.gaussian.mean), y: .value("σ", fit.gaussian.sigma)
        )
        .foregroundStyle(.model).symbol(index == 0 ? .circle : .ring).symbolDiameter(10)
        .annotation(position: side(of: fit, among: minima)) {
          // Among many the amounts alone tell which are worse.
          Text(
            minima.count > 3 && index > 0 ? "" : "\(name(of: index, among: minima, say))\n")
            + Text(text(fit.divergence, n)).bold()
        }
        // Close to the other direction's fit, a label stays on its own side.
        if !coincides, isClose(fit.gaussian, other, n) {
          point.placement(
            fit.gaussian.sigma < other.sigma ? .below("other fit") : .above("other fit"))
        } else {
          point
        }
      }
      if !coincides {
        PointMark(x: .value("μ", other.mean), y: .value("σ", other.sigma))
          .foregroundStyle(.primary).symbol(.diamond).symbolDiameter(10).named("other fit")
          .annotation(position: .callout(distance: 12)) {
            Text("\(title)\n") + Text(text(cost, n)).bold()
          }
      }
    }
    .chartXScale(domain: n.positions)
    .chartYScale(domain: n.widths)
    .chartYAxis { AxisMarks(values: .automatic(desiredCount: 6)) { AxisValueLabel() } }
    .chartXAxisLabel("$\\mu$")
    .chartYAxisLabel("$\\sigma$")
  }
}
