import Burin

/// A figure of one's own: a parameter, the numbers computed from it, and what is shown.
struct Coin: Figure {
  static let id = "coin"

  @Parameter(range: 0.001...0.999) var heads = 0.9

  func compute() -> [Double] { [heads, 1 - heads] }

  func facts(_ p: [Double]) -> Facts {
    [Fact("heads", p[0], decimals: 2), Fact("tails", p[1], decimals: 2)]
  }

  func title(_ p: [Double], _ say: Language) -> Text {
    say("这枚硬币偏了", en: "This coin is bent")
  }

  func altText(_ p: [Double], _ say: Language) -> String {
    say(
      "正面 \(Fact("", p[0], decimals: 2).text)，反面 \(Fact("", p[1], decimals: 2).text)。",
      en: "Heads \(Fact("", p[0], decimals: 2).text), tails \(Fact("", p[1], decimals: 2).text).")
  }

  func body(_ p: [Double], _ say: Language) throws -> [AnyContent] {
    let facts = self.facts(p)
    Chart {
      for (name, fact) in zip([say("正面", en: "heads"), say("反面", en: "tails")], facts) {
        BarMark(x: .value("side", name), y: .value("p", fact.value))
          .annotation(position: .top) { Text(fact.text) }
      }
    }
    .chartYScale(domain: 0...1)
    .frame(height: 240)
  }
}
