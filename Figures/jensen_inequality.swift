import BurinFigures
import InformationTheory

/// Jensen's inequality of section 6.4.1: where the chord lies decides which order gives more.
struct JensenInequality: Figure {
  static let id = "jensen_inequality"

  @Parameter(range: 0.05...20) var x1 = 0.5
  @Parameter(range: 0.05...20) var x2 = 4.0
  @Parameter(range: -10...10) var u1 = -1.0
  @Parameter(range: -10...10) var u2 = 2.0
  @Parameter(range: 0.1...0.9) var weight = 0.5

  struct Numbers: Sendable {
    var weight: Double
    var concave: Panel
    var convex: Panel
  }

  /// A curve with a chord, and the mean of the chord's ends.
  struct Panel: Sendable {
    var function: @Sendable (Double) -> Double
    var a: Double
    var b: Double
    var mean: Double
    /// The transform of the average.
    var curve: Double
    /// The average of the transforms.
    var chord: Double

    init(
      _ a: Double, _ b: Double, weight: Double, _ function: @escaping @Sendable (Double) -> Double
    ) {
      self.function = function
      (self.a, self.b) = (a, b)
      mean = weight * a + (1 - weight) * b
      curve = function(mean)
      chord = weight * function(a) + (1 - weight) * function(b)
    }

    var gap: Double { (curve - chord).magnitude }

    /// The decimals of the heights: enough to tell curve and chord apart.
    var decimals: Int {
      (3...9).first { curve.rounded($0) != chord.rounded($0) && (gap * 1000 > 0.9 || $0 > 5) } ?? 9
    }
  }

  func compute() throws -> Numbers {
    if x1 == x2 { throw ParameterError("x2", "is \(x2.short) as x1 is; a chord needs two points") }
    if u1 == u2 { throw ParameterError("u2", "is \(u2.short) as u1 is; a chord needs two points") }
    return Numbers(
      weight: weight,
      concave: Panel(x1, x2, weight: weight) { InformationUnit.nats.logarithm($0) },
      convex: Panel(u1, u2, weight: weight) { $0 * $0 })
  }

  func statements(_ n: Numbers) -> [Statement] {
    let (p, q) = (n.weight.short, (1 - n.weight).trimmed(6))
    return [
      Statement(
        "title.concave", if: "always: ln is concave", true,
        "凹函数：先平均再变换，总不小于先变换再平均",
        en: "Concave: averaging first never gives less than averaging last"),
      Statement(
        "subtitle.weights", if: "always", true,
        "两点连一条弦，权重 $p_1=\(tex: p)$、$p_2=\(tex: q)$，在平均值处比高低；$D_{\\mathrm{KL}}\\ge 0$ 由此而来",
        en:
          "At the mean of two points (weights $p_1=\(tex: p)$, $p_2=\(tex: q)$) compare curve and chord; hence $D_{\\mathrm{KL}}\\ge 0$"
      ),
      Statement(
        "concave.above", if: "the curve of ln lies above its chord at the mean",
        n.concave.curve > n.concave.chord,
        "凹函数 $\\ln x$：弦在曲线下方", en: "Concave $\\ln x$: chord below curve"),
      Statement(
        "convex.below", if: "the curve of the square lies below its chord at the mean",
        n.convex.curve < n.convex.chord,
        "凸函数 $u^2$：弦在曲线上方", en: "Convex $u^2$: chord above curve"),
    ]
  }

  func facts(_ numbers: Numbers) -> Facts {
    [("concave", numbers.concave), ("convex", numbers.convex)].reduce(into: Facts([])) {
      let decimals = $1.1.decimals
      $0.append(Fact("\($1.0).mean", $1.1.mean))
      $0.append(Fact("\($1.0).curve", $1.1.curve, decimals: decimals))
      $0.append(Fact("\($1.0).chord", $1.1.chord, decimals: decimals))
      $0.append(Fact("\($1.0).gap", $1.1.gap, decimals: decimals))
    }
  }

  func title(_ numbers: Numbers, _ say: Language) -> Text {
    sentence("title", numbers, say) ?? ""
  }

  func subtitle(_ numbers: Numbers, _ say: Language) -> Text? {
    sentence("subtitle", numbers, say)
  }

  func altText(_ numbers: Numbers, _ say: Language) -> String {
    let (concave, convex) = (numbers.concave, numbers.convex)
    let weights = (numbers.weight.short, (1 - numbers.weight).trimmed(6))
    let heights = facts(numbers)
    func height(_ name: String) -> String { heights(name).number }
    return say(
      "两点的权重是 \(weights.0) 和 \(weights.1)。第一幅图：ln x 上 x 为 \(concave.a.short) 和 \(concave.b.short) 的两点连成弦，弦在曲线下方；平均值 \(height("concave.mean")) 处，曲线高 \(height("concave.curve"))，弦高 \(height("concave.chord"))，相差 \(height("concave.gap"))。第二幅图：u² 上从 \(convex.a.short) 到 \(convex.b.short) 的弦在曲线上方；平均值 \(height("convex.mean")) 处曲线高 \(height("convex.curve"))，弦高 \(height("convex.chord"))，相差 \(height("convex.gap"))，大小次序相反。",
      en:
        "The points have the weights \(weights.0) and \(weights.1). The first chart: a chord joins the points of ln x at \(concave.a.short) and \(concave.b.short) and lies below the curve; at the mean \(height("concave.mean")) the curve is at \(height("concave.curve")), the chord at \(height("concave.chord")), a gap of \(height("concave.gap")). The second: the chord of u² from \(convex.a.short) to \(convex.b.short) lies above the curve; at the mean \(height("convex.mean")) the curve is at \(height("convex.curve")), the chord at \(height("convex.chord")), a gap of \(height("convex.gap")): the order is reversed."
    )
  }

  func body(_ numbers: Numbers, _ say: Language) throws -> [AnyContent] {
    try body(numbers, say, in: FigureSpace(width: Self.width))
  }

  func body(_ numbers: Numbers, _ say: Language, in space: FigureSpace) throws -> [AnyContent] {
    // Both gaps are named in the same place.
    let namesArrow =
      hasWideWedge(numbers.concave, isConcave: true)
      && hasWideWedge(numbers.convex, isConcave: false)
    space.row(spacing: 36, height: 400, narrowHeight: 360) {
      chart(numbers.concave, isConcave: true, namesArrow: namesArrow, say)
        .chartTitle(sentence("concave", numbers, say) ?? "")
        .chartSubtitle("$f\\left(\\sum_i p_i\\,x_i\\right)\\;\\ge\\;\\sum_i p_i\\,f(x_i)$")
        .layoutWeight(1.25)
      chart(numbers.convex, isConcave: false, namesArrow: namesArrow, say)
        .chartTitle(sentence("convex", numbers, say) ?? "")
        .chartSubtitle("$f\\left(\\sum_i p_i\\,u_i\\right)\\;\\le\\;\\sum_i p_i\\,f(u_i)$")
        .layoutWeight(1)
    }
  }

  /// Returns the range of the horizontal axis.
  private func domain(_ panel: Panel, isConcave: Bool) -> ClosedRange<Double> {
    let (low, high) = (min(panel.a, panel.b), max(panel.a, panel.b))
    let span = high - low
    let start = isConcave ? max(low - span * 0.08, low * 0.7) : low - span * 0.16
    // The labels to the right of the mean need half the width.
    let right = max(
      high + span * (isConcave ? 0.1 : 0.12), panel.mean + span * (isConcave ? 0.4 : 0.55))
    return start...right
  }

  /// Returns the heights that curve and chord span.
  private func heights(_ panel: Panel, isConcave: Bool) -> (bottom: Double, top: Double) {
    let (low, high) = (min(panel.a, panel.b), max(panel.a, panel.b))
    let lowest = isConcave ? low : min(max(low, 0), high)
    let heights = [low, high, lowest].map(panel.function)
    return (heights.min() ?? 0, heights.max() ?? 1)
  }

  /// The height beside the arrow where the length of the gap may stand.
  private func besideArrow(_ panel: Panel) -> Double {
    let (lower, upper) = (min(panel.curve, panel.chord), max(panel.curve, panel.chord))
    return lower + 0.65 * (upper - lower)
  }

  /// Returns whether the wedge between curve and chord holds the length of the gap, to the right of
  /// the arrow and a little above its middle.
  private func hasWideWedge(_ panel: Panel, isConcave: Bool) -> Bool {
    let high = max(panel.a, panel.b)
    let chord = ChordMark(
      from: (panel.a, panel.function(panel.a)), to: (panel.b, panel.function(panel.b)),
      showsEnds: false)
    let middle = besideArrow(panel)
    let reach =
      stride(from: 0.0, through: 1, by: 0.01).map { panel.mean + $0 * (high - panel.mean) }
      .prefix { x in
        let ends = [panel.function(x), chord.value(at: x)]
        return (ends.min() ?? 0) <= middle && middle <= (ends.max() ?? 0)
      }.last ?? panel.mean
    let domain = domain(panel, isConcave: isConcave)
    let width = domain.upperBound - domain.lowerBound
    let (bottom, top) = heights(panel, isConcave: isConcave)
    return panel.gap > (top - bottom) * 0.18
      && reach - panel.mean > width * (isConcave ? 0.13 : 0.16)
  }

  private func chart(
    _ panel: Panel, isConcave: Bool, namesArrow: Bool, _ say: Language
  ) -> Chart {
    let function = panel.function
    let (low, high) = (min(panel.a, panel.b), max(panel.a, panel.b))
    let chord = ChordMark(
      from: (panel.a, function(panel.a)), to: (panel.b, function(panel.b)), showsEnds: false)
    let span = high - low
    let domain = domain(panel, isConcave: isConcave)
    let (bottom, top) = heights(panel, isConcave: isConcave)
    let rise = top - bottom
    let isLevel = (function(high) - function(low)).magnitude < 0.3 * rise
    let yDomain = (bottom - rise * 0.2)...(top + rise * (isLevel ? 0.28 : 0.16))
    // The free corners above and below a slope.
    let isRising = function(high) >= function(low)
    // On the outer side of the curve, by its own slope where the labels stand.
    let step = span * 1e-3
    let isRisingThere = function(panel.mean + step) >= function(panel.mean - step)
    let chordSide: AnnotationPosition =
      isConcave
      ? isRising ? .bottomTrailing : .bottomLeading : isRising ? .topLeading : .topTrailing
    let curveSide: AnnotationPosition =
      isConcave
      ? isRisingThere ? .topLeading : .topTrailing
      : isRisingThere ? .bottomTrailing : .bottomLeading
    let lower = min(panel.curve, panel.chord)
    let bulge = (function((low + high) / 2) - chord.value(at: (low + high) / 2)).magnitude
    let name = isConcave ? "x" : "u"
    let ends = [("\(name)_1", panel.a), ("\(name)_2", panel.b)]
    let ticks = (ends + [("\\bar \(name)", panel.mean)]).map { symbol, value in
      (value: value, label: Text("$\(tex: symbol)$ = \(trimmed(value))"))
    }
    let decimals = panel.decimals
    let gap = Text(panel.gap.rounded(decimals)).bold().foregroundStyle(.waste)

    return Chart {
      // Between points that nearly meet there is nothing to shade.
      if bulge > 0.006 * rise {
        BandMark(x: "x", between: function, and: { chord.value(at: $0) }, domain: low...high)
          .foregroundStyle(.waste.tint(0.88))
      }
      RuleMark(
        x: .value("x", panel.mean), yStart: .value("y", yDomain.lowerBound),
        yEnd: .value("y", lower)
      )
      .foregroundStyle(.muted).lineStyle(width: 1.2, dash: [4, 3])
      LinePlot(x: "x", y: "y", function: function).foregroundStyle(.primary).lineStyle(width: 2.4)
      chord.foregroundStyle(.secondary).lineStyle(width: 1.8)
      for (name, x) in [("A", panel.a), ("B", panel.b)] {
        AnyChartContent(
          end(
            name, at: x, function(x),
            isConcave ? x == low ? .bottomTrailing : .top : x == low ? .leading : .trailing))
      }
      // Between points that nearly meet an arrow would be all heads.
      if panel.gap > 0.03 * rise {
        ArrowMark(
          from: (panel.mean, panel.chord), to: (panel.mean, panel.curve), heads: .both, trim: 5
        )
        .foregroundStyle(.waste).lineStyle(width: 2)
      }
      // The wedge beside the arrow is widest on the side of the rise.
      if namesArrow {
        TextMark(
          x: .value("x", panel.mean), y: .value("y", besideArrow(panel)), position: .trailing,
          spacing: 7
        ) { gap }
      }
      PointMark(x: .value("x", panel.mean), y: .value("y", panel.curve))
        .foregroundStyle(.primary).symbolDiameter(9)
        .annotation(position: curveSide, spacing: 3) {
          label("M", say("先平均，再变换", en: "average, then bend"), panel.curve, decimals)
        }
      PointMark(x: .value("x", panel.mean), y: .value("y", panel.chord))
        .foregroundStyle(.secondary).symbolDiameter(9)
        .annotation(position: chordSide, spacing: 3) {
          // Where a wedge beside the arrow is too narrow, the gap’s length has a line of its own.
          label("M'", say("先变换，再平均", en: "bend, then average"), panel.chord, decimals)
            + (namesArrow ? "" : say.text("\n相差 ", en: "\napart by ") + gap)
        }
    }
    .chartXScale(domain: domain)
    .chartYScale(domain: yDomain)
    .chartXAxisLine(.edge)
    .chartXAxis {
      AxisMarks(values: ticks.map(\.value)) {
        AxisTick()
        AxisValueLabel { datum in
          ticks.first { .number($0.value) == datum }?.label ?? ""
        }
      }
    }
    .chartYAxis { AxisMarks { AxisValueLabel() } }
  }

  /// Returns the number with at most three decimals.
  private func trimmed(_ value: Double) -> String { ((value * 1000).rounded() / 1000).short }

  private func end(
    _ name: String, at x: Double, _ y: Double, _ position: AnnotationPosition
  ) -> some ChartContent {
    PointMark(x: .value("x", x), y: .value("y", y))
      .foregroundStyle(.primary).symbolDiameter(9)
      .annotation(position: position, spacing: 3) { Text(tex: name) }
  }

  private func label(
    _ name: String, _ meaning: String, _ value: Double, _ decimals: Int
  ) -> Text {
    Text("$\(tex: name)$ = **\(value.rounded(decimals))**\n\(meaning)")
  }
}
