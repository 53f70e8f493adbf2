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
  }

  func compute() throws -> Numbers {
    if x1 == x2 { throw ParameterError("x2", "is \(x2.short) as x1 is; a chord needs two points") }
    if u1 == u2 { throw ParameterError("u2", "is \(u2.short) as u1 is; a chord needs two points") }
    return Numbers(
      weight: weight,
      concave: Panel(x1, x2, weight: weight) { InformationUnit.nats.logarithm($0) },
      convex: Panel(u1, u2, weight: weight) { $0 * $0 })
  }

  func facts(_ numbers: Numbers) -> Facts {
    [("concave", numbers.concave), ("convex", numbers.convex)].reduce(into: Facts([])) {
      $0.append(Fact("\($1.0).mean", $1.1.mean))
      $0.append(Fact("\($1.0).curve", $1.1.curve))
      $0.append(Fact("\($1.0).chord", $1.1.chord))
      $0.append(Fact("\($1.0).gap", $1.1.gap))
    }
  }

  func title(_ numbers: Numbers, _ say: Language) -> Text {
    say(
      "凹函数：先平均再变换，总不小于先变换再平均",
      en: "Concave: averaging first never gives less than averaging last")
  }

  func subtitle(_ numbers: Numbers, _ say: Language) -> Text? {
    say(
      "两点连一条弦，在平均值处比高低：曲线上的 $M$ 和弦上的 $M'$。$D_{\\mathrm{KL}}\\ge 0$ 由此而来",
      en:
        "At the mean of two points, compare $M$ on the curve with $M'$ on the chord; hence $D_{\\mathrm{KL}}\\ge 0$"
    )
  }

  func altText(_ numbers: Numbers, _ say: Language) -> String {
    let (concave, convex) = (numbers.concave, numbers.convex)
    return say(
      "左图：ln x 上 x 为 \(concave.a.short) 和 \(concave.b.short) 的两点连成弦，弦在曲线下方；平均值 \(concave.mean.rounded(3)) 处，曲线高 \(concave.curve.rounded(3))，弦高 \(concave.chord.rounded(3))，相差 \(concave.gap.rounded(3))。右图：x² 上从 \(convex.a.short) 到 \(convex.b.short) 的弦在曲线上方；平均值处曲线高 \(convex.curve.rounded(3))，弦高 \(convex.chord.rounded(3))，大小次序相反。",
      en:
        "Left: a chord joins the points of ln x at \(concave.a.short) and \(concave.b.short) and lies below the curve; at the mean \(concave.mean.rounded(3)) the curve is at \(concave.curve.rounded(3)), the chord at \(concave.chord.rounded(3)), a gap of \(concave.gap.rounded(3)). Right: the chord of x² from \(convex.a.short) to \(convex.b.short) lies above the curve; at the mean the curve is at \(convex.curve.rounded(3)), the chord at \(convex.chord.rounded(3)): the order is reversed."
    )
  }

  func body(_ numbers: Numbers, _ say: Language) throws -> [AnyContent] {
    HStack(spacing: 36) {
      chart(numbers.concave, isConcave: true, say)
        .chartTitle(say("凹函数 $\\ln x$：弦在曲线下方", en: "Concave $\\ln x$: chord below curve"))
        .chartSubtitle("$f\\left(\\sum_i p_i\\,x_i\\right)\\;\\ge\\;\\sum_i p_i\\,f(x_i)$")
        .layoutWeight(1.25)
      chart(numbers.convex, isConcave: false, say)
        .chartTitle(say("凸函数 $x^2$：弦在曲线上方", en: "Convex $x^2$: chord above curve"))
        .chartSubtitle("$f\\left(\\sum_i p_i\\,x_i\\right)\\;\\le\\;\\sum_i p_i\\,f(x_i)$")
        .layoutWeight(1)
    }
    .frame(height: 400)
  }

  private func chart(_ panel: Panel, isConcave: Bool, _ say: Language) -> Chart {
    let function = panel.function
    let (low, high) = (min(panel.a, panel.b), max(panel.a, panel.b))
    let chord = ChordMark(
      from: (panel.a, function(panel.a)), to: (panel.b, function(panel.b)), showsEnds: false)
    let span = high - low
    let start = isConcave ? max(low - span * 0.08, low * 0.7) : low - span * 0.16
    let domain = start...(high + span * (isConcave ? 0.1 : 0.12))
    let lowest = isConcave ? low : min(max(low, 0), high)
    let heights = [function(low), function(high), function(lowest)]
    let (bottom, top) = (heights.min() ?? 0, heights.max() ?? 1)
    let rise = top - bottom
    let yDomain = (bottom - rise * 0.2)...(top + rise * 0.16)
    // The free corners above and below a slope.
    let isRising = function(high) >= function(low)
    let edge = min(panel.mean - low, high - panel.mean) / span
    let isMonotone = isConcave || low >= 0 || high <= 0
    let isCentral = isMonotone || edge > 0.38
    let free = AnnotationPosition.callout(distance: 24)
    let above = isCentral ? isRising ? .topLeading : .topTrailing : free
    let below = isCentral ? isRising ? .bottomTrailing : .bottomLeading : free
    let isWide = panel.gap > rise * 0.18 && edge > 0.2
    let (lower, upper) = (min(panel.curve, panel.chord), max(panel.curve, panel.chord))

    let ends = [("x_1", panel.a), ("x_2", panel.b)]
    // Near an end, the mean's label would touch the end's.
    let ticks = (ends + (edge > 0.19 ? [("\\bar x", panel.mean)] : [])).map {
      (value: $1, label: Text("$\(tex: $0)$ = \(trimmed($1))"))
    }

    return Chart {
      BandMark(x: "x", between: function, and: { chord.value(at: $0) }, domain: low...high)
        .foregroundStyle(.waste.tint(0.88))
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
      ArrowMark(
        from: (panel.mean, panel.chord), to: (panel.mean, panel.curve), heads: .both, trim: 5
      )
      .foregroundStyle(.waste).lineStyle(width: 2)
      // The wedge beside the arrow is widest on the side of the rise.
      LabelMark(
        x: .value("x", panel.mean), yStart: .value("y", lower + panel.gap * 0.45),
        yEnd: .value("y", upper), position: isWide ? .trailing : .callout(distance: 30), spacing: 6
      ) {
        Text(panel.gap.rounded(3)).bold().foregroundStyle(.waste)
      }
      PointMark(x: .value("x", panel.mean), y: .value("y", panel.curve))
        .foregroundStyle(.primary).symbolDiameter(9)
        .annotation(position: isConcave ? above : below, spacing: 3) {
          label("M", say("先平均，再变换", en: "average, then bend"), panel.curve)
        }
      PointMark(x: .value("x", panel.mean), y: .value("y", panel.chord))
        .foregroundStyle(.secondary).symbolDiameter(9)
        .annotation(position: isConcave ? below : above, spacing: 3) {
          label("M'", say("先变换，再平均", en: "bend, then average"), panel.chord)
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

  private func label(_ name: String, _ meaning: String, _ value: Double) -> Text {
    Text("$\(tex: name)$ = **\(value.rounded(3))**\n\(meaning)")
  }
}
