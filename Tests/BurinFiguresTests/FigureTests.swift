import BurinFigures
import Testing

/// The smallest figure with a limited and a free parameter.
private struct Coin: Figure {
  static let id = "coin"
  @Parameter(range: 0...1) var heads = 0.5
  @Parameter(count: 2...3) var weights = [1.0, 2.0]

  func compute() throws -> Double {
    if weights.contains(0) { throw ParameterError("weights", "has a zero") }
    return heads
  }
  func facts(_ p: Double) -> Facts { [Fact("heads", p, decimals: 2)] }
  func title(_ p: Double, _ language: Language) -> Text {
    language.localized("Coin", ["zh": "硬币"])
  }
  func altText(_ p: Double, _ language: Language) -> String { "p = \(Fact("", p).number)" }
  func body(_ p: Double, _ language: Language) throws -> [AnyContent] {
    Text(try facts(p)["heads"].text)
  }
}

@Suite("Figures of one's own")
struct FigureTests {
  @Test("A figure renders in both languages with its parameters set as properties")
  func properties() throws {
    var coin = Coin()
    coin.heads = 0.25
    let english = try coin.rendering(language: .en)
    #expect(english.scene.title == "Coin")
    #expect(english.scene.altText == "p = 0.250")
    #expect(english.scene.text.contains("\"0.25\""))
    #expect(try coin.rendering().scene.title == "Coin")
    #expect(try coin.rendering(language: .zh).scene.title == "硬币")
  }

  @Test("A property outside of its limits is an error that names the parameter")
  func limits() {
    var coin = Coin()
    for value in [1.5, -0.1, .nan, .infinity] {
      coin.heads = value
      #expect { try coin.rendering() } throws: { "\($0)".hasPrefix("parameter heads: is ") }
      #expect { try coin.facts() } throws: { "\($0)".hasPrefix("parameter heads: is ") }
    }
    coin.heads = 1
    coin.weights = [1]
    #expect { try coin.facts() } throws: {
      "\($0)" == "parameter weights: has 1 values; 2 to 3 are needed"
    }
  }

  @Test(
    "A setting that cannot be read, is out of limits or unknown is one line that names it",
    arguments: [
      ("heads", "x", "“x” is not a finite number"), ("heads", "", "is empty; a number is needed"),
      ("heads", "1/0", "“1/0” is not a finite number"),
      ("heads", "nan", "“nan” is not a finite number"),
      ("heads", "2", "is 2; it must be from 0 to 1"),
      ("weights", "1,,2", "value 2: is empty; a number is needed"),
      ("weights", "1,2,3,4", "has 4 values; 2 to 3 are needed"), ("weights", "1,0", "has a zero"),
      ("tails", "1", "coin has no such parameter; it has heads, weights, title, subtitle"),
    ])
  func settings(name: String, value: String, reason: String) {
    let entry = FigureEntry(Coin.self)
    #expect { try entry.facts([.init(name: name, value: value)]) } throws: {
      "\($0)" == "parameter \(name): \(reason)"
    }
  }

  @Test("A setting may be a fraction, and spaces do not matter")
  func fractions() throws {
    let entry = FigureEntry(Coin.self)
    #expect(try entry.facts([.init(name: "heads", value: " 1 / 8 ")])["heads"].value == 0.125)
  }
}
