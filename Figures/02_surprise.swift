import Burin
import InformationTheory

/// The rarer an event, the more it surprises (section 2.1).
struct Surprise: Figure {
  static let id = "02_surprise"

  @Parameter(range: 1e-9...1) var sunrise = 0.9999
  @Parameter(range: 1e-9...1) var weekday = 1.0 / 7
  @Parameter(range: 1e-9...1) var lottery = 0.000001

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
      events.map { event in
        let bits = event.information.bits
        return Fact(
          "information.\(event.key)", event.information, decimals: bits > 0 && bits < 0.01 ? 5 : 2)
      })
  }

  func title(_ events: [Event], _ say: Language) -> Text {
    say("越罕见，越惊讶：概率每减半，多 1 bit", en: "The rarer, the more surprising: half as likely, one bit more")
  }

  func subtitle(_ events: [Event], _ say: Language) -> Text? {
    say(
      "概率轴是对数的，所以信息量 $I=-\\log_2 p$ 成了一条直线",
      en: "On a logarithmic axis, $I=-\\log_2 p$ is a straight line")
  }

  private func name(_ key: String, _ say: Language) -> String {
    switch key {
    case "sunrise": say("太阳从东边升起", en: "The sun rises in the east")
    case "weekday": say("猜中今天星期几", en: "Guessing the day of the week")
    default: say("中了彩票头奖", en: "Winning the lottery")
    }
  }

  /// The probability as a reader would say it.
  private func chance(_ p: Double) -> String {
    p >= 0.01
      ? "\((p * 100).rounded(p > 0.99 && p < 1 ? 2 : 1))%"
      : NumberFormat.shortest.string(p * 100) + "%"
  }

  func altText(_ events: [Event], _ say: Language) -> String {
    let list = zip(events, facts(events)).map { event, fact in
      "\(name(event.key, say)) p = \(chance(event.probability)), \(fact.text)"
    }.joined(separator: say("；", en: "; "))
    return say(
      "信息量随概率变小而变大的曲线，横轴是对数刻度的概率，标出三个事件：\(list)。",
      en:
        "A curve of information rising as probability falls, over a logarithmic axis, with three events: \(list)."
    )
  }

  func body(_ events: [Event], _ say: Language) throws -> [AnyContent] {
    let facts = self.facts(events)
    let smallest = min(events.map(\.probability).min() ?? 1, 0.5)
    let decades = InformationUnit.hartleys.logarithm(smallest).rounded(.down)
    let low = NumberFormat.powerOfTen(decades)
    Chart {
      LinePlot(x: "p", y: "I") { -InformationUnit.bits.logarithm($0) }
        .foregroundStyle(.muted).lineStyle(width: 2.5)
      for (event, fact) in zip(events, facts) {
        RuleMark(
          x: .value("p", event.probability), yStart: .value("I", 0),
          yEnd: .value("I", event.information.bits)
        ).foregroundStyle(.waste.opacity(0.35)).lineStyle(width: 1.5, dash: [3, 3])
        PointMark(x: .value("p", event.probability), y: .value("I", event.information.bits))
          .foregroundStyle(.waste).symbolSize(11)
        CalloutMark(
          x: .value("p", event.probability), y: .value("I", event.information.bits), distance: 18
        ) {
          Text(name(event.key, say)).bold()
            + Text("\n$p=$ \(chance(event.probability))  ")
            .foregroundStyle(.secondary)
            + Text(fact.text).bold().foregroundStyle(.waste)
        }
      }
    }
    .chartXScale(domain: low...1, type: .log()).chartXReversed()
    .chartYScale(domain: 0...(max(4, -InformationUnit.bits.logarithm(low)) * 1.12))
    .chartXAxisLabel(Text(say("概率 $p$：向右越来越罕见", en: "Probability $p$: rarer to the right")))
    .chartYAxisLabel(Text(say("信息量 $I$（bits）", en: "Information $I$ (bits)")))
    .frame(height: 380)
  }
}

extension NumberFormat {
  /// Ten to a whole power, exactly as written in decimals.
  static func powerOfTen(_ exponent: Double) -> Double {
    Double("1e\(Int(exponent))") ?? 1
  }
}
