import BurinFigures
import InformationTheory

/// The rarer an event, the more surprising it is (section 2.1).
struct Surprise: Figure {
  static let id = "02_surprise"

  @Parameter(range: 1e-300...1) var sunrise = 0.9999
  @Parameter(range: 1e-300...1) var weekday = 1.0 / 7
  @Parameter(range: 1e-300...1) var lottery = 0.000001

  struct Event: Sendable {
    var key: String
    var probability: Double
    var information: Information
  }

  func compute() -> [Event] {
    [("sunrise", sunrise), ("weekday", weekday), ("lottery", lottery)].map {
      Event(key: $0, probability: $1, information: .surprisal(of: $1))
    }
  }

  func facts(_ events: [Event]) -> Facts {
    Facts(
      events.map { Fact("information.\($0.key)", $0.information, showing: 3, decimals: 3) }
    ).distinguished()
  }

  func statements(_ events: [Event]) -> [Statement] {
    let dots = halvings(of: events).count
    return [
      Statement(
        "title.halving", if: "always: −log₂(p/2) = −log₂ p + 1", true,
        "越罕见，越惊讶：概率每减半，多 1 bit",
        en: "The rarer, the more surprising: half as likely, one bit more"),
      Statement(
        "subtitle.dots", if: "the line has two dots or more", dots >= 2,
        "概率轴是对数的，信息量 $I=-\\log_2 p$ 就成了直线；每过一个小点，概率再减半",
        en: "On a logarithmic axis $I=-\\log_2 p$ is a straight line; $p$ halves from dot to dot"),
      Statement(
        "subtitle.line", if: "the line has one dot or none", dots < 2,
        "概率轴是对数的，信息量 $I=-\\log_2 p$ 就成了直线",
        en: "On a logarithmic axis, $I=-\\log_2 p$ is a straight line"),
    ]
      + events.flatMap { event -> [Statement] in
        let bits = event.information.bits
        return [
          Statement(
            "verdict_\(event.key).none", if: "the information is below 0.1 bits", bits < 0.1,
            "几乎不惊讶", en: "hardly a surprise"),
          Statement(
            "verdict_\(event.key).little", if: "it is from 0.1 to below 1.5 bits",
            (0.1..<1.5).contains(bits), "有点惊讶", en: "a slight surprise"),
          Statement(
            "verdict_\(event.key).some", if: "it is from 1.5 to below 7 bits",
            (1.5..<7).contains(bits), "比较惊讶", en: "a fair surprise"),
          Statement(
            "verdict_\(event.key).great", if: "it is 7 bits or more", bits >= 7, "非常惊讶",
            en: "a huge surprise"),
        ]
      }
  }

  func title(_ events: [Event], _ say: Language) -> Text { sentence("title", events, say) ?? "" }

  func subtitle(_ events: [Event], _ say: Language) -> Text? { sentence("subtitle", events, say) }

  /// The whole decades of the axis.
  private func decades(_ events: [Event]) -> Double {
    max(1, ((events.map(\.information.hartleys).max() ?? 0) - 1e-9).rounded(.up))
  }

  /// Returns the dots of the halvings, except those that an event's dot would half hide.
  private func halvings(of events: [Event]) -> [Information] {
    let top = Information.hartleys(decades(events)).bits
    return (1...60).map { Information.bits(Double($0)) }.filter { halving in
      halving.bits < top && top < 60
        && events.allSatisfy { ($0.information.bits - halving.bits).magnitude > 0.02 * top }
    }
  }

  private func name(_ key: String, _ say: Language) -> String {
    switch key {
    case "sunrise": say("太阳从东边升起", en: "The sun rises in the east")
    case "weekday": say("猜中今天星期几", en: "Guessing the day of the week")
    default: say("中了彩票头奖", en: "Winning the lottery")
    }
  }

  func altText(_ events: [Event], _ say: Language) -> String {
    let list = zip(events, facts(events)).map { event, fact in
      "\(name(event.key, say)) p = \(event.probability.fractionAndChance), \(fact.text)"
    }.joined(separator: say("；", en: "; "))
    return say(
      "信息量随概率变小而变大的曲线，横轴是对数刻度的概率，标出三个事件：\(list)。",
      en:
        "A curve of information rising as probability falls, over a logarithmic axis, with three events: \(list)."
    )
  }

  func body(_ events: [Event], _ say: Language) throws -> [AnyContent] {
    try body(events, say, in: FigureSpace(width: Self.width))
  }

  func body(_ events: [Event], _ say: Language, in space: FigureSpace) throws -> [AnyContent] {
    // Whole decades, and a little more on both sides, so that no point sits on the frame.
    let decades = decades(events)
    let margin = Information.hartleys(decades * 0.02)
    let domain =
      (Information.hartleys(decades) + margin).probability...(1 / margin.probability)
    let top = Information.hartleys(decades).bits
    let halvings = halvings(of: events)
    // One notation for the whole axis.
    let hasPowers = decades > 8
    let chart = Chart {
      LinePlot(x: "p", y: "I", domain: domain.lowerBound...1) {
        Information.surprisal(of: $0).bits
      }
      .foregroundStyle(.muted).lineStyle(width: 2.5)
      if let step = Self.exemplaryStep(events, top: top) { halving(from: step, say) }
      for halving in halvings {
        PointMark(
          x: .value("p", halving.probability), y: .value("I", halving.bits)
        )
        .foregroundStyle(.axis).symbolDiameter(5)
      }
      RuleMark(y: .value("I", 0)).foregroundStyle(.axis).lineStyle(width: 1.1)
      for event in events {
        let (p, bits) = (event.probability, event.information.bits)
        if bits > 0.03 * top {
          RuleMark(x: .value("p", p), yStart: .value("I", 0), yEnd: .value("I", bits))
            .foregroundStyle(.entropy.tint(0.3)).lineStyle(width: 2)
        }
        PointMark(x: .value("p", p), y: .value("I", bits))
          .foregroundStyle(.entropy).symbolDiameter(12)
      }
      for near in Self.clusters(events, within: Self.nearness(top, space) * top) {
        let last = near[near.count - 1]
        CalloutMark(
          x: .value("p", last.probability), y: .value("I", last.information.bits), distance: 14
        ) {
          // On a telephone a number stands for the label, which is below the chart.
          if space.isNarrow { return numbers(of: near, among: events) }
          let isOne = near.count == 1
          return near.dropFirst().reduce(label(near[0], events, top, isOne, space, say)) {
            $0 + Text("\n") + label($1, events, top, isOne, space, say)
          }
        }
      }
    }
    .chartXScale(domain: domain, type: .log).chartXReversed()
    .chartYScale(domain: 0...top * 1.1)
    .chartXAxis {
      // A single decade has too few whole powers for an axis.
      AxisMarks(values: decades > 1 ? .automatic : .listed([1, 0.5, 0.2, 0.1])) {
        AxisTick()
        AxisValueLabel { datum in
          guard case .number(let p) = datum else { return "" }
          return Text(
            hasPowers && p < 1 ? NumberFormat(.power(base: 10)).string(p) : p.chance)
        }
      }
    }
    .chartXAxisLine(.hidden)
    .chartYAxis {
      AxisMarks(values: .automatic(desiredCount: 5)) {
        AxisTick()
        AxisValueLabel()
      }
    }
    .chartXAxisLabel(say.text("概率 $p$：向右越来越罕见", en: "Probability $p$: rarer to the right"))
    .chartYAxisLabel(
      say.text(
        "信息量 $I$（bits）相当于连续猜对几次抛硬币",
        en: space.isNarrow
          ? "Information $I$ (bits)"
          : "Information $I$ (bits): as surprising as correctly calling that many coin tosses in a row"
      )
    )
    if space.isNarrow {
      chart.frame(height: 400)
      VStack(spacing: 12) {
        for event in events {
          numbers(of: [event], among: events) + Text("  ")
            + label(event, events, top, true, space, say)
        }
      }
    } else {
      chart.frame(height: 400)
    }
  }

  /// Returns the places of events in the list, such as `1, 2`.
  private func numbers(of some: [Event], among events: [Event]) -> Text {
    let places = events.indices.filter { index in some.contains { $0.key == events[index].key } }
    return Text(places.map { "\($0 + 1)" }.joined(separator: ", ")).bold()
      .foregroundStyle(.entropy)
  }

  /// Returns the name of an event, how surprising it is if it has its label for itself, and its
  /// numbers.
  private func label(
    _ event: Event, _ events: [Event], _ top: Double, _ isOne: Bool, _ space: FigureSpace,
    _ say: Language
  ) -> Text {
    // In the corner above the foot of the line lines have less space the lower they are.
    let isBroken = !space.isNarrow && event.information.bits < 0.1 * top
    let verdict =
      (isBroken ? say.text("：\n", en: ":\n") : say.text("：", en: ": "))
      + (statements(events).shown(at: "verdict_\(event.key)")?.text(say) ?? "")
    return Text(name(event.key, say)).bold() + (isOne ? verdict : "")
      + Text("\n$p$ = \(event.probability.fractionAndChance)\(isBroken && isOne ? "\n" : "   ")")
      .foregroundStyle(.secondary)
      + Text(facts(events)("information.\(event.key)").text).bold().foregroundStyle(.entropy)
  }

  /// Returns the part of the axis within which dots leave no space between their labels.
  private static func nearness(_ top: Double, _ space: FigureSpace) -> Double {
    // Over a single decade all dots are at the foot of the line.
    space.isNarrow ? top < 5 ? 0.25 : 0.085 : 0.04
  }

  /// Returns the events in the order of their information, those together that share a label because
  /// their dots leave no space between their labels.
  private static func clusters(_ events: [Event], within distance: Double) -> [[Event]] {
    let sorted = events.enumerated().sorted {
      ($0.element.information.bits, $0.offset) < ($1.element.information.bits, $1.offset)
    }.map(\.element)
    return sorted.reduce(into: []) { clusters, event in
      if let last = clusters.last?.last,
        event.information.bits - last.information.bits < distance
      {
        clusters[clusters.count - 1].append(event)
      } else {
        clusters.append([event])
      }
    }
  }

  /// Returns the whole bits from which one step up the line is shown: beyond half way, clear of the
  /// events.
  ///
  /// The result is nil if a step would be too small to see.
  private static func exemplaryStep(_ events: [Event], top: Double) -> Int? {
    guard top <= 28, top >= 4 else { return nil }
    return (1..<Int(top) - 1).filter { bits in
      events.allSatisfy { ($0.information.bits - Double(bits) - 0.5).magnitude > 0.2 * top }
    }.min { (Double($0) - 0.6 * top).magnitude < (Double($1) - 0.6 * top).magnitude }
  }

  /// Returns a step of the line: half the probability to the right, one bit up.
  @ChartContentBuilder
  private func halving(from bits: Int, _ say: Language) -> some ChartContent {
    let before = Information.bits(Double(bits)).probability
    let after = Information.bits(Double(bits + 1)).probability
    RuleMark(xStart: .value("p", before), xEnd: .value("p", after), y: .value("I", bits))
      .foregroundStyle(.entropy).lineStyle(width: 2)
      .annotation(position: .bottom, spacing: 5) {
        say("$p$ 减半", en: "$p$ halved").foregroundStyle(.secondary)
      }
    RuleMark(
      x: .value("p", after), yStart: .value("I", bits), yEnd: .value("I", bits + 1)
    )
    .foregroundStyle(.entropy).lineStyle(width: 2)
    .annotation(position: .trailing, spacing: 6) {
      Text("+1 bit").bold().foregroundStyle(.entropy)
    }
  }
}
