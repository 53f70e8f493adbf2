import BurinFigures
import InformationTheory

/// Why the divergence is never negative (section 6.4.2): the proof beside its picture.
struct KLNonnegativeProof: Figure {
  static let id = "kl_nonnegative_proof"

  @Parameter(count: 2...6) var P = [0.6, 0.3, 0.1]
  @Parameter(count: 2...6) var Q = [0.2, 0.5, 0.3]
  /// The names of the outcomes.
  @Parameter var outcomes = Words()

  struct Numbers: Sendable {
    var P: Distribution
    var Q: Distribution
    var isEqual: Bool { P == Q }
    /// Whether the outcomes that P allows have all of Q.
    var isWhole: Bool { P.probabilities.indices.allSatisfy { P[$0] > 0 || Q[$0] == 0 } }
    /// The mean of Q/P over P: 1, or less if the model allows impossible outcomes.
    var meanRatio: Double
    var divergence: Information
  }

  func compute() throws -> Numbers {
    let (P, Q) = try Distribution.parameters(P: P, Q: Q, outcomes: outcomes)
    let support = P.probabilities.indices.filter { P[$0] > 0 }
    return Numbers(
      P: P, Q: Q, meanRatio: support.map { Q[$0] }.reduce(0, +),
      divergence: try P.divergence(from: Q))
  }

  func facts(_ n: Numbers) -> Facts {
    [
      Fact("mean.ratio", n.meanRatio, decimals: 2),
      Fact("mean.log_ratio", -n.divergence, showing: 3, decimals: 3),
      Fact("kl.forward", n.divergence, showing: 3, decimals: 3),
    ]
  }

  func statements(_ n: Numbers) -> [Statement] {
    let isWhole = n.isWhole
    return [
      Statement(
        "title.concave", if: "always: log₂ is concave", true,
        "KL 散度不会是负的，因为对数曲线是凹的",
        en: "KL divergence is never negative, because logarithms bend down"),
      Statement(
        "subtitle.equal", if: "P = Q", n.isEqual,
        "$P$ 和 $Q$ 处处相同：所有的点都在 $(1,0)$，没有落差，$D_{\\mathrm{KL}}=0$",
        en:
          "Where $P$ equals $Q$, all points are at $(1,0)$: there is no drop, and $D_{\\mathrm{KL}}=0$"
      ),
      Statement(
        "subtitle.infinite", if: "Q excludes an outcome that P allows", !n.divergence.isFinite,
        "把 $P$ 当作重量放在曲线上：$Q$ 认为不可能的结果把重心拉到无穷远，$D_{\\mathrm{KL}}=\\infty$",
        en:
          "Hang $P$ as weights on the curve: an outcome that $Q$ excludes pulls the centroid down without end"
      ),
      Statement(
        "subtitle.drop", if: "P ≠ Q, and the divergence is finite",
        !n.isEqual && n.divergence.isFinite,
        "把 $P$ 当作重量放在曲线上，重心总落在曲线下方；它离 $(1,0)$ 的落差就是 $D_{\\mathrm{KL}}$",
        en:
          "Hang $P$ as weights on the curve: the centroid lies below it, and its drop from $(1,0)$ is $D_{\\mathrm{KL}}$"
      ),
      Statement(
        "reason.one", if: "the outcomes that P allows have all of Q", isWhole,
        "概率之和是 1", en: "probabilities sum to 1"),
      Statement(
        "reason.most", if: "Q gives a part to outcomes that P excludes", !isWhole,
        "概率之和至多是 1", en: "probabilities sum to 1 at most"),
    ]
  }

  func title(_ n: Numbers, _ say: Language) -> Text { sentence("title", n, say) ?? "" }

  func subtitle(_ n: Numbers, _ say: Language) -> Text? { sentence("subtitle", n, say) }

  func altText(_ n: Numbers, _ say: Language) -> String {
    let points = Point.all(n, names(n, say)).map {
      say(
        "\($0.name) r = \($0.ratio.ratio)，权重 \($0.probability.short)",
        en: "\($0.name) r = \($0.ratio.ratio), weight \($0.probability.short)")
    }.joined(separator: say("；", en: "; "))
    let (mean, height) = (
      n.meanRatio.trimmed(2), Fact("", -n.divergence, showing: 3, decimals: 3).number
    )
    let total = Fact("", n.divergence, showing: 3, decimals: 3).text
    return say(
      "证明：−D_KL(P‖Q) = Σ P log₂ Q/P = Σ P log₂ r ≤ log₂ Σ P r = log₂ Σ Q ≤ 0，所以 D_KL ≥ 0。图是曲线 log₂ r 上的点（\(points)），点的面积与 P 成正比，它们围成的弦多边形在曲线下方；重心在 (\(mean), \(height))，从 (1, 0) 到重心高度的落差是 D_KL = \(total)。",
      en:
        "The proof: −D_KL(P‖Q) = Σ P log₂ Q/P = Σ P log₂ r ≤ log₂ Σ P r = log₂ Σ Q ≤ 0, so D_KL ≥ 0. The picture has points on the curve log₂ r (\(points)), dot areas in proportion to P; the polygon of their chords lies below the curve, with its centroid at (\(mean), \(height)); the drop from (1, 0) to the centroid's height is D_KL = \(total)."
    )
  }

  func body(_ n: Numbers, _ say: Language) throws -> [AnyContent] {
    try body(n, say, in: FigureSpace(width: Self.width))
  }

  func body(_ n: Numbers, _ say: Language, in space: FigureSpace) throws -> [AnyContent] {
    try space.row(spacing: 36, height: 420, narrowHeight: 500) {
      proof(n, say)
      try picture(n, say)
    }
  }
}

extension KLNonnegativeProof {
  /// Returns the chain of equations, one step to a row, each with its reason.
  private func proof(_ n: Numbers, _ say: Language) -> VStack {
    // If the model allows impossible outcomes, Q sums to less than 1 over the possible ones.
    let isWhole = n.isWhole
    return VStack(spacing: 16) {
      Formula(#"-D_{\mathrm{KL}}(\textcolor{P}{P}\,\|\,\textcolor{Q}{Q})"#, size: 17)
      step(
        1, #"=\;\sum_i \textcolor{P}{P_i}\log_2\frac{\textcolor{Q}{Q_i}}{\textcolor{P}{P_i}}"#,
        say("定义，把分数倒过来", en: "the definition, inverted"))
      step(
        2, #"=\;\sum_i \textcolor{P}{P_i}\log_2 r_i"#,
        say("记 $r_i=Q_i/P_i$", en: "writing $r_i=Q_i/P_i$"))
      step(
        3, #"\mathrel{\textcolor{waste}{\le}}\;\log_2\sum_i \textcolor{P}{P_i}\,r_i"#,
        say("Jensen：$\\log_2$ 是凹函数", en: "Jensen: $\\log_2$ is concave"))
      step(
        4, #"=\;\log_2\sum_i \textcolor{Q}{Q_i}"#, say("约去 $P_i$", en: "$P_i$ cancels"))
      step(
        5, isWhole ? #"=\;\log_2 1\;=\;0"# : #"\le\;\log_2 1\;=\;0"#,
        sentence("reason", n, say) ?? "")
      VStack(spacing: 6) {
        Formula(
          #"\Longrightarrow\quad D_{\mathrm{KL}}(\textcolor{P}{P}\,\|\,\textcolor{Q}{Q})\;\ge\;0"#,
          size: 18)
        say("只有 $P=Q$ 时才等于 0", en: "and 0 only where $P=Q$").font(.label)
          .foregroundStyle(.secondary)
      }
      .frame(width: 266).card(.waste.tint(0.92))
    }
  }

  private func step(_ number: Int, _ formula: String, _ reason: Text) -> HStack {
    // As high as the highest formula, so that all steps have the same height.
    let strut = #"\vphantom{\sum_i\frac{Q_i}{P_i}}"#
    return HStack(alignment: .firstBaseline, spacing: 0) {
      Text("\(number)").bold().foregroundStyle(.secondary).frame(width: 20)
      Formula(formula + strut, size: 16.5).frame(width: 136)
      reason.font(.label).foregroundStyle(.secondary).frame(width: 138)
    }
  }
}

extension KLNonnegativeProof {
  /// A possible outcome, as a point on the curve of the logarithm.
  struct Point: Sendable {
    var name: String
    var probability: Double
    /// Q/P.
    var ratio: Double
    /// The logarithm of the ratio: minus infinity if the model excludes the outcome.
    var height: Double { InformationUnit.bits.logarithm(ratio) }

    /// Returns all possible outcomes, by their ratios.
    static func all(_ n: Numbers, _ names: [String]) -> [Point] {
      names.indices.filter { n.P[$0] > 0 }
        .map { Point(name: names[$0], probability: n.P[$0], ratio: n.Q[$0] / n.P[$0]) }
        .sorted { $0.ratio < $1.ratio }
    }
  }

  private func names(_ n: Numbers, _ say: Language) -> [String] {
    Outcomes.weather(n.P.count, say, outcomes)
  }

  private func picture(_ n: Numbers, _ say: Language) throws -> Chart {
    let (points, excluded) = (
      Point.all(n, names(n, say)).filter(\.height.isFinite),
      Point.all(n, names(n, say)).filter { $0.ratio == 0 }
    )
    let isFinite = n.divergence.isFinite
    let drop = n.divergence.bits
    let right = max(1.6, points.last?.ratio ?? 1)
    let top = InformationUnit.bits.logarithm(right)
    let lowest = min(points.first?.height ?? 0, isFinite ? -drop : -1.5, -0.6)
    let bottom = lowest - (top - lowest) * (isFinite ? 0.12 : 0.3)
    let chords = points + points.prefix(1)
    // Three or more points at the left edge leave no space for a label each.
    let left = points.filter { $0.ratio < 0.02 * right }
    let close = left.count > 2 ? left : []
    // Two points, or points nearly on one chord, have nothing between them to shade.
    let isShaded =
      !isFinite
      || points.contains {
        $0.height - lowerEdge(at: $0.ratio, points) > 0.005 * (top - bottom)
      }
    return Chart {
      if isShaded {
        for point in points {
          AreaMark(
            x: .value("r", point.ratio),
            yStart: .value("log r", isFinite ? lowerEdge(at: point.ratio, points) : bottom),
            yEnd: .value("log r", point.height)
          )
          .foregroundStyle(.waste.tint(0.88))
        }
      }
      RuleMark(y: .value("log r", 0)).foregroundStyle(.axis).lineStyle(width: 1.1)
      if isFinite {
        for chord in chords {
          LineMark(x: .value("r", chord.ratio), y: .value("log r", chord.height))
            .foregroundStyle(.wasteLine).lineStyle(width: 1.2)
        }
      }
      LinePlot(x: "r", y: "log r") { InformationUnit.bits.logarithm($0) }
        .foregroundStyle(.primary).lineStyle(width: 2.4)
      if isFinite, n.meanRatio < 1 {
        RuleMark(xStart: .value("r", n.meanRatio), xEnd: .value("r", 1), y: .value("log r", -drop))
          .foregroundStyle(.waste).lineStyle(width: 1.2, dash: [4, 3])
      }
      if !n.isEqual {
        ArrowMark(from: (1.0, 0.0), to: (1.0, isFinite ? -drop : bottom), trim: 5)
          .foregroundStyle(.waste).lineStyle(width: 2.4)
      }
      if !n.isEqual {
        PointMark(x: .value("r", 1), y: .value("log r", 0)).foregroundStyle(.primary)
          .symbolDiameter(8)
          .annotation(position: .topLeading) {
            Text("$\\log_2\\sum_i P_i\\,r_i=0$")
          }
      }
      // Outcomes that the model excludes lie infinitely far down.
      for point in excluded {
        ArrowMark(from: (0.0, bottom * 0.8), to: (0.0, bottom))
          .foregroundStyle(.truth).lineStyle(width: 1.6)
          .annotation(position: .trailing, spacing: 6) {
            Text(point.name).bold() + Text("  $r=0$\n")
              + Text("$P=\(tex: point.probability.shortTeX)$").foregroundStyle(.truth)
          }
      }
      if n.isEqual {
        PointMark(x: .value("r", 1), y: .value("log r", 0)).foregroundStyle(.truth)
          .symbolDiameter(30)
          .annotation(position: .callout(distance: 14)) {
            say("所有结果和重心\n", en: "all outcomes and the centroid\n").bold()
              + say("都在 $(1,\\,0)$，落差 ", en: "are at $(1,\\,0)$, drop ")
              + Text("$D_{\\mathrm{KL}}$ = 0").bold().foregroundStyle(.waste)
          }
      }
      for point in points where !n.isEqual {
        let mark = PointMark(x: .value("r", point.ratio), y: .value("log r", point.height))
          .foregroundStyle(.truth).symbolDiameter(max(4, 30 * point.probability.squareRoot()))
        if let last = close.last, point.ratio == last.ratio {
          // Points on top of each other have one label.
          mark.annotation(position: .callout(distance: 12)) {
            Text(Self.listed(close.map(\.name), say)).bold()
              + Text("\n$r\\le \(tex: last.ratio.ratioTeX)$\n")
              + (say("合计 ", en: "together ")
              + "$P=\(tex: close.map(\.probability).reduce(0, +).shortTeX)$")
              .foregroundStyle(.truth)
          }
        } else if close.contains(where: { $0.ratio == point.ratio }) {
          mark
        } else {
          mark.annotation(position: .callout(distance: 12)) {
            Text(point.name).bold() + Text("  $r=\(tex: point.ratio.ratioTeX)$\n")
              + Text("$P=\(tex: point.probability.shortTeX)$").foregroundStyle(.truth)
          }
        }
      }
      if n.isEqual {
      } else if points.count == 1 || !isFinite {
        // The centroid of a single outcome is that outcome.
        CalloutMark(
          x: .value("r", 1), y: .value("log r", (isFinite ? -drop : bottom) / 2), distance: 20
        ) {
          (say("落差 ", en: "drop ")
            + "$D_{\\mathrm{KL}}$ = \(Fact("", n.divergence, showing: 3, decimals: 3).text)")
            .bold().foregroundStyle(.waste)
        }
      } else {
        // Another shape than the outcomes', some of which may share a label.
        PointMark(x: .value("r", n.meanRatio), y: .value("log r", -drop))
          .foregroundStyle(.waste).symbol(.diamond).symbolDiameter(10)
          .annotation(position: .callout(distance: 24)) {
            say("重心", en: "centroid").bold()
              + Text(
                " $(\(n.meanRatio.trimmed(2)),\\,\(Fact("", -n.divergence, showing: 3, decimals: 3).number))$\n"
              )
              + (say("落差 ", en: "drop ")
              + "$D_{\\mathrm{KL}}$ = \(Fact("", n.divergence, showing: 3, decimals: 3).text)")
              .bold().foregroundStyle(.waste)
          }
      }
    }
    .chartXScale(domain: 0...(right * 1.06)).chartXAxisLine(.hidden)
    .chartYScale(domain: bottom...(top + (top - bottom) * 0.12))
    .chartXAxisLabel(
      say.text("$r=Q/P$（点的面积 ∝ $P$）", en: "$r=Q/P$ (dot areas ∝ $P$)")
    )
    // Grid lines would run through the labels, which say the heights that matter.
    .chartYAxis {
      AxisMarks(values: .automatic(desiredCount: 7)) {
        AxisTick(); AxisValueLabel()
      }
    }
    .chartYAxisLabel("$\\log_2 r$")
  }

  /// Returns the names of outcomes, or their number where the names would take more than a line.
  private static func listed(_ names: [String], _ say: Language) -> String {
    let list = names.joined(separator: say("、", en: ", "))
    return list.columns <= 24 ? list : say("\(names.count) 个结果", en: "\(names.count) outcomes")
  }

  /// Returns the height of the chord from the first to the last point at a ratio.
  private func lowerEdge(at ratio: Double, _ points: [Point]) -> Double {
    guard let first = points.first, let last = points.last, last.ratio > first.ratio else {
      return points.first?.height ?? 0
    }
    return ChordMark(from: (first.ratio, first.height), to: (last.ratio, last.height)).value(
      at: ratio)
  }
}
