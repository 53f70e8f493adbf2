import BurinFigures
import InformationTheory

/// The evidence lower bound (exercise 5): reconstruction minus divergence, and its gap.
struct VAEElbo: Figure {
  static let id = "exercise_vae_elbo"

  @Parameter(range: -10...10) var w = 1.0
  @Parameter(range: 0.05...5) var s = 0.5
  @Parameter(range: -10...10) var x = 1.5
  @Parameter(range: -10...10) var q_mean = 0.4
  @Parameter(range: 0.05...3) var q_sd = 0.8
  @Parameter(range: 0.001...1000, count: 1...6) var betas = [0.1, 0.5, 1, 2, 5, 20]

  /// The best approximation at a weight of the divergence.
  struct Optimum: Sendable {
    var beta: Double
    var q: Gaussian
    var reconstruction: Information
    var divergence: Information
  }

  struct Numbers: Sendable {
    var model: LinearGaussianModel
    var q: Gaussian
    var elbo: Information
    var gap: Information
    /// The optima by rising β.
    var optima: [Optimum]
  }

  func compute() throws -> Numbers {
    for (index, beta) in betas.enumerated() {
      if let earlier = betas[..<index].firstIndex(of: beta) {
        throw ParameterError("betas", "value \(index + 1) repeats value \(earlier + 1)")
      }
    }
    let (model, q): (LinearGaussianModel, Gaussian)
    do {
      model = try LinearGaussianModel(slope: w, noise: s, observed: x)
      q = try Gaussian(mean: q_mean, sigma: q_sd)
    } catch {
      throw ParameterError("s", "\(error)")
    }
    return Numbers(
      model: model, q: q, elbo: model.elbo(q), gap: model.gap(q),
      optima: betas.sorted().map { beta in
        let best = model.best(beta: beta)
        return Optimum(
          beta: beta, q: best, reconstruction: model.reconstruction(best),
          divergence: model.divergence(best))
      })
  }

  func facts(_ n: Numbers) -> Facts {
    let optima = n.optima.flatMap { optimum in
      let beta = NumberFormat.shortest.string(optimum.beta)
      return [
        Fact("reconstruction.beta_\(beta)", optimum.reconstruction, in: .nats),
        Fact("kl.beta_\(beta)", optimum.divergence, in: .nats, showing: 3, decimals: 3),
      ]
    }
    return Facts(
      [
        Fact("log_evidence", n.model.logEvidence, in: .nats),
        Fact("elbo", n.elbo, in: .nats),
        Fact("gap", n.gap.withoutDust, in: .nats, showing: 3, decimals: 3),
      ] + optima
    ).distinguished()
  }

  func statements(_ n: Numbers) -> [Statement] {
    let facts = self.facts(n)
    let gap = facts("gap")
    let isExact = n.gap.withoutDust.value == 0
    let last = n.optima[n.optima.count - 1]
    let left = facts("kl.beta_\(NumberFormat.shortest.string(last.beta))")
    let beta = last.beta.shortTeX
    let isCollapsed = last.divergence.nats < 0.1
    let equation = PrintedEquation(
      .sum,
      [PrintedValue(facts("log_evidence")), PrintedValue(-gap.value, "\u{2212}" + gap.number)],
      result: PrintedValue(facts("elbo")))
    let evidence = facts("log_evidence").number
    return [
      Statement(
        "title.gap", if: "q is not the posterior", !isExact,
        "ELBO 比证据低 \(gap.text)：正是 $q$ 到后验的反向 KL",
        en: "The ELBO falls \(gap.text) short: the KL from $q$ to the posterior"),
      Statement(
        "title.tight", if: "q is the posterior", isExact,
        "$q$ 就是后验时，ELBO 等于证据，没有差距",
        en: "Where $q$ is the posterior, the ELBO equals the evidence"),
      Statement(
        "subtitle.elbo", if: "always", true,
        "ELBO = 重构 $\\mathbb{E}_q[\\ln p(x|z)]$ − $D_{\\mathrm{KL}}(q\\,\\|\\,p(z))$，都以 nats 计；$\\beta$ 给后一项加权",
        en:
          "ELBO = reconstruction $\\mathbb{E}_q[\\ln p(x|z)]$ − $D_{\\mathrm{KL}}(q\\,\\|\\,p(z))$, in nats; $\\beta$ weights the latter"
      ),
      Statement(
        "bound.equation", if: "always: ELBO = ln p(x) − D(q‖posterior)", true,
        "$\\ln p(x)$ − 差距：\(evidence) − \(gap.number) \(equation.sign) \(facts("elbo").number)",
        en:
          "$\\ln p(x)$ − gap: \(evidence) − \(gap.number) \(equation.sign) \(facts("elbo").number)"),
      Statement(
        "weight.collapse", if: "w ≠ 0 and at the largest β the divergence is below 0.1 nats",
        isCollapsed && n.model.slope != 0,
        "$\\beta=\(tex: beta)$ 时 KL 只剩 \(left.text)：$q$ 缩回先验，快忘了 $x$",
        en:
          "At $\\beta=\(tex: beta)$ only \(left.text) of KL are left: $q$ is back at the prior, $x$ all but forgotten"
      ),
      Statement(
        "weight.kept", if: "w ≠ 0 and at the largest β it is 0.1 nats or more",
        !isCollapsed && n.model.slope != 0,
        "$\\beta=\(tex: beta)$ 时 KL 还有 \(left.text)：$q$ 还记得 $x$",
        en: "At $\\beta=\(tex: beta)$ there are still \(left.text) of KL: $q$ remembers $x$"),
      Statement(
        "weight.none", if: "the observation doesn’t depend on z (w = 0)", n.model.slope == 0,
        "KL 处处是 0：$q$ 没有可记住的", en: "The KL is 0 at every $\\beta$: there is nothing to remember"),
      Statement(
        "trade.falls", if: "the observation depends on z (w ≠ 0)", n.model.slope != 0,
        "$\\beta$ 越大，最好的 $q$ 越靠近先验", en: "The larger $\\beta$, the nearer the best $q$ to the prior"
      ),
      Statement(
        "trade.none", if: "it doesn’t (w = 0)", n.model.slope == 0,
        "$x$ 与 $z$ 无关：最好的 $q$ 总是先验", en: "As $x$ tells nothing of $z$, the best $q$ is the prior"),
    ]
  }

  func title(_ n: Numbers, _ say: Language) -> Text { sentence("title", n, say) ?? "" }

  func subtitle(_ n: Numbers, _ say: Language) -> Text? { sentence("subtitle", n, say) }

  func altText(_ n: Numbers, _ say: Language) -> String {
    let facts = self.facts(n)
    let posterior = n.model.posterior
    let list = n.optima.map { optimum in
      let beta = NumberFormat.shortest.string(optimum.beta)
      let (r, d) = (facts("reconstruction.beta_\(beta)").text, facts("kl.beta_\(beta)").text)
      return say(
        "β = \(optimum.beta.short) 时重构 \(r)，KL \(d)",
        en: "at β = \(optimum.beta.short) reconstruction \(r), KL \(d)")
    }.joined(separator: say("；", en: "; "))
    let (evidence, elbo, gap) = (
      facts("log_evidence").text, facts("elbo").text, facts("gap").text
    )
    return say(
      "模型：z ~ N(0, 1)，x 在给定 z 时 ~ N(\(w.short) z, \(s.short)²)，看到 x = \(x.short)。第一幅图是先验、后验（均值 \(posterior.mean.rounded(2))，标准差 \(posterior.sigma.rounded(2))）和 q（均值 \(q_mean.short)，标准差 \(q_sd.short)）的密度；第二幅是 ELBO 在 (m, sd) 上的等高线图，最大值在后验处；对数证据 \(evidence)，这个 q 的 ELBO 是 \(elbo)，差 \(gap)。第三幅是各个 β 的最优 q：\(list)。",
      en:
        "The model: z ~ N(0, 1), x given z ~ N(\(w.short) z, \(s.short)²), observed x = \(x.short). The first chart has the densities of the prior, the posterior (mean \(posterior.mean.rounded(2)), standard deviation \(posterior.sigma.rounded(2))) and q (mean \(q_mean.short), standard deviation \(q_sd.short)). The second has the ELBO over (m, sd) as a contour map with its maximum at the posterior; the log evidence is \(evidence), the ELBO of this q is \(elbo), a gap of \(gap). The third has the best q for each β: \(list)."
    )
  }

  func body(_ n: Numbers, _ say: Language) throws -> [AnyContent] {
    try body(n, say, in: FigureSpace(width: Self.width))
  }

  func body(_ n: Numbers, _ say: Language, in space: FigureSpace) throws -> [AnyContent] {
    space.row(spacing: 34) {
      densities(n, say).frame(height: 290).layoutWeight(1)
      map(n, say).frame(height: 290).layoutWeight(1)
    }
    .independentPlots()
    weights(n, space, say).frame(height: 290).independentPlots()
  }
}

extension VAEElbo {
  private func densities(_ n: Numbers, _ say: Language) -> Chart {
    let (prior, posterior, q) = (n.model.prior, n.model.posterior, n.q)
    let all = [prior, posterior, q]
    let left = all.map { $0.mean - 3.2 * $0.sigma }.min() ?? -3
    let right = all.map { $0.mean + 3.2 * $0.sigma }.max() ?? 3
    let top = all.map { $0.density(at: $0.mean) }.max() ?? 1
    let mean = w == 0 ? "0" : (w == 1 ? "" : w.shortTeX + "\\,") + "z"
    let curves: [(Gaussian, Color, Text)] = [
      (prior, .entropy, say("先验 $p(z)$", en: "prior $p(z)$")),
      (posterior, .truth, say("后验 $p(z|x)$", en: "posterior $p(z|x)$")),
      (q, .model, "$q(z)$"),
    ]
    return Chart {
      for (gaussian, color, _) in curves {
        AreaPlot(x: "z", y: "density") { gaussian.density(at: $0) }
          .foregroundStyle(color.opacity(0.13))
      }
      for (gaussian, color, name) in curves {
        // The prior is dashed, for readers to whom the hues look alike.
        LinePlot(x: "z", y: "density") { gaussian.density(at: $0) }
          .foregroundStyle(color).lineStyle(width: 2.2, dash: color == .entropy ? [7, 3] : [])
        let place = Self.shoulder(of: gaussian, among: all)
        LabelMark(
          x: .value("z", place), y: .value("density", gaussian.density(at: place)),
          position: place == gaussian.mean
            ? .top : place < gaussian.mean ? .topLeading : .topTrailing,
          spacing: 6
        ) { name.foregroundStyle(color) }
      }
    }
    .chartTitle(say.text("先验、后验和一个 $q$", en: "Prior, posterior and a $q$"))
    .chartSubtitle(
      say.text(
        "$x=\(tex: x.shortTeX)$，$p(x|z)$ 的均值 $\(tex: mean)$，标准差 \(s.short)",
        en:
          "$x=\(tex: x.shortTeX)$; $p(x|z)$ has mean $\(tex: mean)$ and standard deviation \(s.short)"
      )
    )
    .chartXScale(domain: left...right).chartYScale(domain: 0...(top * 1.22))
    .chartYAxis(.hidden)
    .chartXAxis {
      AxisMarks {
        AxisTick(); AxisValueLabel()
      }
    }
    .chartXAxisLabel("$z$")
  }

  /// Returns where a density stands out above the others: at its mean, or else beside it.
  private static func shoulder(of gaussian: Gaussian, among all: [Gaussian]) -> Double {
    [0, -0.9, 0.9, -1.3, 1.3, -1.7, 1.7].map { gaussian.mean + $0 * gaussian.sigma }.first { z in
      all.allSatisfy { $0.density(at: z) <= gaussian.density(at: z) }
    } ?? gaussian.mean
  }

  private func map(_ n: Numbers, _ say: Language) -> Chart {
    let facts = self.facts(n)
    let (model, posterior, q) = (n.model, n.model.posterior, n.q)
    let spread = max((posterior.mean - q.mean).magnitude, 1.2)
    let leftmost = min(posterior.mean, q.mean, 0) - 0.5 * spread
    let rightmost = max(posterior.mean, q.mean, 0) + 0.5 * spread
    let means = leftmost...rightmost
    let widest = max(q.sigma, posterior.sigma, 1) * 1.3
    let widths = (0.35 * min(q.sigma, posterior.sigma))...widest
    let isOne = facts("gap").value == 0
    // A shift of the mean costs half its square in units of the posterior's deviation: rings too
    // small to hold the posterior's name are left out.
    let ring = max(0.16 * (rightmost - leftmost), 0.24 * widest)
    let least = 0.5 * (ring / posterior.sigma) * (ring / posterior.sigma)
    let all = [0.1, 0.5, 2, 10, 50, 200, 1000, 5000, 20_000, 100_000]
    let last = all.first { $0 >= max(n.gap.nats, 10) } ?? 100_000
    let kept = all.filter { $0 >= least && $0 <= last }
    let levels = kept.isEmpty ? [last] : kept
    return Chart {
      ContourMark(
        x: means, y: widths, columns: 96, rows: 72, levels: levels,
        fill: (near: .canvas, far: .wasteFar),
        label: { Text("−" + $0.trimmed(2)).foregroundStyle(.primary) }
      ) { mean, sigma in
        (try? Gaussian(mean: mean, sigma: sigma)).map { model.gap($0).nats } ?? .infinity
      }
      .foregroundStyle(.waste.tint(0.5)).lineStyle(width: 0.8)
      if !isOne {
        ChordMark(
          from: (posterior.mean, posterior.sigma), to: (q.mean, q.sigma), showsEnds: false
        )
        .foregroundStyle(.waste).lineStyle(width: 1.4, dash: [4, 3])
      }
      PointMark(x: .value("m", posterior.mean), y: .value("sd", posterior.sigma))
        .foregroundStyle(.truth).symbolDiameter(10)
        .annotation(position: .callout(distance: 12)) {
          say("后验：差 0", en: "posterior: gap 0")
        }
      if !isOne {
        PointMark(x: .value("m", q.mean), y: .value("sd", q.sigma))
          .foregroundStyle(.model).symbolDiameter(10)
          .annotation(position: .callout(distance: 12)) {
            say("$q$：差 ", en: "$q$: gap ")
              + Text(facts("gap").text).bold()
          }
      }
    }
    .chartTitle(say.text("ELBO 比 $\\ln p(x)$ 低多少", en: "How far the ELBO is below $\\ln p(x)$"))
    .chartSubtitle(sentence("bound", n, say) ?? "")
    .chartXScale(domain: means).chartYScale(domain: widths)
    .chartYAxis { AxisMarks(values: .automatic(desiredCount: 6)) { AxisValueLabel() } }
    .chartXAxisLabel(say.text("$q$ 的均值 $m$", en: "Mean $m$ of $q$"))
    .chartYAxisLabel(say.text("$q$ 的标准差", en: "Standard deviation of $q$"))
  }

  /// Returns the chart of both terms of the best q over β, under the ceiling of the evidence.
  private func weights(_ n: Numbers, _ space: FigureSpace, _ say: Language) -> Chart {
    let facts = self.facts(n)
    let model = n.model
    let low = (n.optima.first?.beta ?? 1) / 1.5
    let high = (n.optima.last?.beta ?? 1) * 1.5
    let evidence = facts("log_evidence")
    func number(_ beta: Double) -> String {
      facts("kl.beta_\(NumberFormat.shortest.string(beta))").number
    }
    // Returns the β whose texts do not touch each other's, from the largest.
    let length = space.isNarrow ? 180.0 : 590
    func apart(_ text: (Double) -> String) -> [Double] {
      func width(_ beta: Double) -> Double { 6.6 * Double(text(beta).count) + 10 }
      return n.optima.map(\.beta).reversed().reduce(into: []) { kept, beta in
        let isClear = kept.allSatisfy {
          let part =
            InformationUnit.bits.logarithm($0 / beta) / InformationUnit.bits.logarithm(high / low)
          return part * length >= (width($0) + width(beta)) / 2
        }
        if isClear { kept.append(beta) }
      }
    }
    let (ticks, numbered) = (apart(\.short), apart(number))
    let ends = [low, high].map { model.best(beta: $0) }
    let values: [Double] =
      ends.flatMap { q -> [Double] in
        [model.reconstruction(q).nats, model.divergence(q).nats, model.elbo(q).nats]
      } + [evidence.value, 0]
    let (bottom, top) = (values.min() ?? -1, values.max() ?? 1)
    let room = max(0.12 * (top - bottom), 0.1)
    let lines: [(key: String, name: Text, color: Color, function: @Sendable (Double) -> Double)] = [
      (
        "kl", space.isNarrow ? "KL" : "$D_{\\mathrm{KL}}(q\\,\\|\\,p(z))$", .waste,
        { model.divergence(model.best(beta: $0)).nats }
      ),
      (
        "reconstruction", say("重构", en: space.isNarrow ? "recon." : "reconstruction"), .primary,
        { model.reconstruction(model.best(beta: $0)).nats }
      ),
      ("elbo", "ELBO", .model, { model.elbo(model.best(beta: $0)).nats }),
    ]
    return Chart {
      RuleMark(y: .value("nats", evidence.value)).foregroundStyle(.truth)
        .lineStyle(width: 1.5, dash: [6, 4])
        .directLabel(
          // On a telephone long names would take the width from the curves.
          (say("上限", en: "ceiling")
            + (space.isNarrow ? "\n\(evidence.number)" : " $\\ln p(x)$ = \(evidence.number)"))
            .foregroundStyle(.truth))
      RuleMark(y: .value("nats", 0)).foregroundStyle(.axis).lineStyle(width: 1.1)
      for line in lines {
        LinePlot(x: "β", y: "nats", domain: low...high, function: line.function)
          .foregroundStyle(line.color).lineStyle(width: 2.3)
          .directLabel(line.name.foregroundStyle(line.color))
      }
      for optimum in n.optima {
        let divergence = optimum.divergence.nats
        let point = PointMark(x: .value("β", optimum.beta), y: .value("nats", divergence))
          .foregroundStyle(.waste).symbolDiameter(8)
        if numbered.contains(optimum.beta) {
          point.annotation(position: .top, spacing: 5) {
            Text(number(optimum.beta)).foregroundStyle(.waste)
          }
        } else {
          point
        }
        PointMark(x: .value("β", optimum.beta), y: .value("nats", optimum.reconstruction.nats))
          .foregroundStyle(.primary).symbol(.square).symbolDiameter(8)
      }
    }
    .chartTitle(sentence("trade", n, say) ?? "")
    .chartSubtitle(sentence("weight", n, say) ?? "")
    .chartXScale(domain: low...high, type: .log)
    .chartYScale(domain: (bottom - room)...(top + room))
    .chartXAxis {
      AxisMarks(values: ticks) {
        AxisTick()
        AxisValueLabel { datum in
          if case .number(let beta) = datum { Text(beta.short) } else { "" }
        }
      }
    }
    .chartXAxisLine(.hidden)
    .chartYAxis {
      AxisMarks(values: .automatic(desiredCount: 6)) {
        AxisTick(); AxisValueLabel()
      }
    }
    .chartXAxisLabel("$\\beta$")
    .chartYAxisLabel("nats")
  }
}
