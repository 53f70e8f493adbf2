import BurinFigures

/// A figure of one's own: a parameter, the numbers computed from it, and what is shown.
struct Coin: Figure {
  static let id = "coin"

  @Parameter(range: 0.001...0.999) var heads = 0.9

  func compute() -> [Double] { [heads, 1 - heads] }

  func facts(_ p: [Double]) -> Facts {
    [Fact("heads", p[0], decimals: 2), Fact("tails", p[1], decimals: 2)]
  }

  func title(_ p: [Double], _ language: Language) -> Text {
    language.localized("This coin is bent", ["zh": "这枚硬币偏了"])
  }

  func altText(_ p: [Double], _ language: Language) -> String {
    let (heads, tails) = (Fact("", p[0], decimals: 2).text, Fact("", p[1], decimals: 2).text)
    return language.localized(
      "Heads \(heads), tails \(tails).", ["zh": "正面 \(heads)，反面 \(tails)。"])
  }

  func body(_ p: [Double], _ language: Language) throws -> [AnyContent] {
    let facts = self.facts(p)
    let sides = language.localized(["heads", "tails"], ["zh": ["正面", "反面"]])
    Chart {
      for (name, fact) in zip(sides, facts) {
        BarMark(x: .value("side", name), y: .value("p", fact.value))
          .annotation(position: .top) { Text(fact.text) }
      }
    }
    .chartYScale(domain: 0...1)
    .frame(height: 240)
  }
}
