import BurinGeometry
import BurinLint
import BurinScene
import Testing

@Suite("Checks of texts against facts")
struct TextFactTests {
  private let context = LintContext(
    facts: [
      .init(name: "kl.forward", value: 0.5713915721, unit: "bits", decimals: 3),
      .init(name: "kl.nats", value: 0.3960584, unit: "nats", decimals: 4),
      .init(name: "term.rainy", value: -0.2210897, unit: "bits", decimals: 3),
    ], inputs: [0.6, 0.123])

  private func findings(_ texts: String..., alt: String = "") -> [Finding] {
    var picture = scene()
    picture.altText = alt
    picture.items = texts.enumerated().map { index, string in
      group(.label, "\(index)", text(string, box(10, Double(index) * 20, 90, 10)))
    }
    return picture.lint([.factText], context: context)
  }

  @Test("Facts printed as declared are fine, signs apart and other numbers too")
  func right() {
    #expect(findings("0.571 bits", "D = 0.571", "0.3961 nats", "−0.221 bits", "− 0.221 bits") == [])
    #expect(findings("0.6 bits", "0.123 bits", "3 bits", "0.8 bits", "57%", "x1 = 2e3 bits") == [])
  }

  @Test("A rounded input is no fact in another rounding")
  func inputs() {
    // The ratio of the facts is 1/3 too, and is printed with two decimals.
    let context = LintContext(
      facts: [.init(name: "ratio", value: 1.0 / 3, unit: "", decimals: 2)], inputs: [1.0 / 3])
    func count(_ string: String, _ context: LintContext) -> Int {
      scene(group(.label, "", text(string, box(10, 10, 60, 10))))
        .lint([.factText], context: context).count
    }
    #expect(count("P = 0.3333", context) == 0)
    #expect(count("P = 0.3333", LintContext(facts: context.facts)) == 1)
  }

  @Test("Another rounding, another unit and a cut-off digit are found")
  func wrong() {
    #expect(
      findings("0.57 bits").map(\.description) == [
        "fact text: label 0: prints kl.forward as 0.57 bits: 2 decimals (limit 3 decimals):"
          + " print the fact's own text"
      ])
    #expect(findings("0.5714").map(\.problem) == ["prints kl.forward as 0.5714"])
    #expect(
      findings("0.571 nats").map(\.problem) == [
        "prints kl.forward, declared in bits, as 0.571 nats"
      ])
    #expect(findings("0.570 bits").map(\.fix) == ["round the value itself"])
    #expect(findings("多花 0.5714 比特").count == 1)
  }

  @Test("A fact printed as a power of ten is not read as the zero of another")
  func powers() {
    let context = LintContext(facts: [
      .init(name: "small", value: 6.3e-8, unit: "bits", decimals: 3),
      .init(name: "none", value: 0, unit: "bits", decimals: 3),
    ])
    func problems(_ texts: String...) -> [String] {
      var picture = scene()
      picture.items = texts.enumerated().map { index, string in
        group(.label, "\(index)", text(string, box(10, Double(index) * 20, 90, 10)))
      }
      return picture.lint([.factText], context: context).map(\.problem)
    }
    #expect(problems("+6.3×", "0.000") == [])
    #expect(problems("9.6×", "0.000").count == 1)
    #expect(
      problems("0.000", "0.000 bits") == [
        "prints small and none, which differ, as the same number"
      ])
  }

  @Test("The last factor of a product that begins elsewhere is no side of an equation")
  func factors() {
    func count(_ texts: (string: String, x: Double)...) -> Int {
      var picture = scene()
      picture.items = texts.enumerated().map { index, item in
        group(
          .cell, "\(index)", text(item.string, box(item.x, 10, 7 * Double(item.string.count), 10)))
      }
      return picture.lint([.printedArithmetic]).count
    }
    #expect(count(("25%", 10), ("× 2.000", 80), ("=", 140), ("0.500", 160)) == 0)
    #expect(count(("25% × 2.000 = 0.600", 10)) == 1)
  }

  @Test("A multiple that equals the first number of a printed quotient is proven by it alone")
  func quotients() {
    func count(_ texts: String...) -> Int {
      var picture = scene()
      picture.items = texts.enumerated().map { index, string in
        group(.label, "\(index)", text(string, box(10, Double(index) * 20, 90, 10)))
      }
      return picture.lint([.printedArithmetic]).count
    }
    #expect(count("0.997/0.999999999", "真实是猜测的 0.997 倍") == 0)
    #expect(count("0.997", "1", "真实是猜测的 0.997 倍") == 1)
    #expect(count("0.997/0.5", "真实是猜测的 0.997 倍") == 1)
  }

  @Test("Runs of one line are read together, scripts are not")
  func lines() {
    func count(_ gap: Double) -> Int {
      scene(
        group(
          .label, "l", text("0.57", box(10, 10, 24, 10)), text("bits", box(34 + gap, 10, 24, 10)))
      ).lint([.factText], context: context).count
    }
    #expect(count(3) == 1)
    #expect(count(40) == 0)
  }

  @Test("The alt text is held against the facts as well")
  func alt() {
    #expect(findings(alt: "The divergence is 0.571 bits.") == [])
    #expect(findings(alt: "The divergence is 0.57 bits.").map(\.node) == ["alt text"])
  }

  // MARK: Alt text

  private func altFindings(_ alt: String, language: String = "en") -> [Finding] {
    var picture = scene(group(.label, "", text("p = 0.25", box(10, 10, 60, 10))))
    picture.altText = alt
    picture.language = language
    return picture.lint([.altText()], context: context)
  }

  @Test("Alt text must be there, say something, and be in the figure's language")
  func altText() {
    #expect(altFindings("").map(\.problem) == ["there is no alt text"])
    #expect(altFindings("A bar chart.").map(\.problem) == ["the alt text is too short"])
    #expect(altFindings("天气预报的散度，真实分布与模型各三根柱子", language: "zh-Hans") == [])
    #expect(altFindings("天气预报的散度，真实分布与模型各三根柱子，共六根。").count == 1)
    #expect(
      altFindings("Three bars of the forecast and three of the model.", language: "zh-Hans").count
        == 1)
  }

  @Test(
    "Marks that are named by their colour are reported, other colours are not",
    arguments: [
      ("The red dots of the forecast lie above the others.", "red dots"),
      ("The forecast lies along a Grey line from the left.", "Grey line"),
      ("Both lie within boxes; the blue boxes are the larger.", "blue boxes"),
      ("Sales of green apples and of red wine, by month.", nil),
      ("The dots of the forecast are red and lie above the line.", nil),
      ("White noise in thirty points, black ink on a page.", nil),
    ])
  func colorWords(text: String, words: String?) {
    let expected = words.map { ["the alt text names something by its colour: \"\($0)\""] } ?? []
    #expect(altFindings(text).map(\.problem) == expected)
  }

  @Test(
    "So they are in Chinese",
    arguments: [
      ("预报的误差分布在两侧，红色的圆点是模型，其余是真实分布。", "红色的圆点"),
      ("预报的误差分布在两侧，蓝线是模型，其余是真实分布。", "蓝线"),
      ("预报的误差分布在两侧，绿色区域是模型，其余是真实分布。", "绿色区域"),
      ("粉条与白带鱼的销量，按月份排列，十二根柱子依次升高。", nil),
      ("红酒与绿茶的销量，按月份排列，十二根柱子依次升高。", nil),
    ])
  func chineseColorWords(text: String, words: String?) {
    let expected = words.map { ["the alt text names something by its colour: \"\($0)\""] } ?? []
    #expect(altFindings(text, language: "zh-Hans").map(\.problem) == expected)
  }

  @Test("Alt text that leaves out most of the printed facts is reported")
  func coverage() {
    func findings(_ alt: String) -> [String] {
      var picture = scene(group(.label, "", text("0.571 bits of 1.295 bits", box(10, 10, 60, 10))))
      picture.altText = alt
      picture.language = "en"
      let facts = LintContext(
        facts: [
          .init(name: "divergence", value: 0.57095, unit: "bits", decimals: 3),
          .init(name: "entropy", value: 1.29546, unit: "bits", decimals: 3),
        ])
      return picture.lint([.altText()], context: facts).map(\.problem)
    }
    #expect(findings("Forecast and model differ by 0.57 bits, as three bars show.") == [])
    #expect(findings("Forecast and model differ by a part of all, in 1.3 bits.") == [])
    #expect(
      findings("Forecast and model differ by a part, as three bars show.") == [
        "the alt text leaves out 0.571 and 1 more of the printed facts"
      ])
  }

  @Test("A name is at most 150 characters long")
  func longName() {
    var picture = scene(group(.label, "", text("p = 0.25", box(10, 10, 60, 10))))
    picture.altText = "Three bars of the forecast and three of the model."
    picture.title = String(repeating: "a", count: 150)
    #expect(picture.lint([.altText()], context: context) == [])
    picture.title += "a"
    #expect(
      picture.lint([.altText()], context: context).map(\.problem) == [
        "the picture's name is too long to be one"
      ])
  }

  @Test("A number that neither picture nor facts have is stale")
  func stale() {
    #expect(altFindings("Forecast and model differ by 0.571 bits; p is 0.25, or 60%.") == [])
    let findings = altFindings("Forecast and model differ by 0.468 bits, of 1.295 in all.")
    #expect(
      findings.map(\.problem) == [
        "the alt text is stale: neither picture nor facts contain 0.468 and 1 more of its numbers"
      ])
    // One number of its own among many is no sign of age.
    #expect(altFindings("Forecast and model differ by 0.571 bits at 0.25, of 1.295.") == [])
    #expect(altFindings("Forecast and model differ in 3 of 5 outcomes of chapter 6.") == [])
  }
}
