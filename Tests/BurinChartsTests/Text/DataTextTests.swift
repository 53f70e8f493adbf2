import BurinCharts
import BurinGeometry
import BurinScene
import TestSupport
import Testing

/// The characters that a text shows, in reading order.
private func shown(_ text: Text) throws -> String {
  try text.scene(width: 4000).scene.texts().map(\.text).joined()
}

/// The sources of the formulas that a text shows.
private func formulas(_ text: Text) throws -> [String] {
  try text.scene(width: 4000).scene.leaves.reduce(into: []) { sources, leaf in
    for step in leaf.trail where step.hasPrefix("formula ") {
      let source = String(step.dropFirst("formula ".count))
      if sources.last != source { sources.append(source) }
    }
  }
}

@Suite("Strings that are data")
struct DataTextTests {
  static let hostile = [
    "$5", "2**3", "{$gt: 1}", "A$AP", "Ba$$in", "US$ 5 and US$ 7", "$5 and $6", "Under $25",
    "echo $PATH:$HOME", "2**10 = 1024**1", "**kwargs", "a_b", "\\alpha", "$\\alpha$", "<b>", "x^2",
    "50% off", "#1 & #2", "~/.config", "it's `so'", "a--b---c", "two  spaces", "\\$", "\\*\\*",
    "f(x) = {x}", "$x$", "**bold**", "]]", "\\",
  ]

  @Test("A variable's string is shown letter by letter", arguments: hostile)
  func variable(_ data: String) throws {
    #expect(try shown(Text(data)) == data)
    #expect(try shown(Text(verbatim: data)) == data)
    #expect(try shown(Text(data.dropFirst(0))) == data)
    #expect(Text(data).plain == data)
  }

  @Test(
    "A value in a literal is shown letter by letter, whatever stands around it", arguments: hostile)
  func value(_ data: String) throws {
    #expect(try shown("\(data)") == data)
    #expect(try shown(Text("\(data)")) == data)
    #expect(try shown("a \(data) z") == "a \(data) z")
    #expect(try shown("**\(data)** is $x$") == "\(data) is x")
    #expect(try shown("$x$ is \(data), $y$ not") == "x is \(data), y not")
    #expect(try shown("costs $\(data) or $\(data)") == "costs $\(data) or $\(data)")
    #expect(try shown("costs $\(data)/$\(data)") == "costs $\(data)/$\(data)")
  }

  @Test(
    "A value in a formula is shown letter by letter, in mathematics and in text", arguments: hostile
  )
  func valueInFormula(_ data: String) throws {
    #expect(try shown("$x=\(data)$") == "x=\(data)")
    #expect(try shown("$P(\\text{\(data)})$") == "P(\(data))")
    #expect(try shown("$\\text{if $\(data)$}$") == "if \(data)")
    #expect(try shown("$x_\(data)^{\(data)}$") == "x^{\(data)}\(data)" || data.count < 3)
  }

  @Test("Values and the letters around them don’t become commands or dashes")
  func joints() throws {
    #expect(try shown("$\\text{\("\\")alpha}$") == "\\alpha")
    #expect(try shown("$\\text{-\("-a-")-}$") == "--a--")
    #expect(try shown("$\\text{\\ldots\("sunny")}$") == "…sunny")
    #expect(try shown("$\\alpha\("beta")$") == "αbeta")
    #expect(try shown("$D_{\\mathrm{\("K_L")}}$") == "DK_L")
    #expect(try shown("$\\operatorname{\("soft_max")}(x)$") == "soft_max(x)")
  }

  @Test("Random strings of signs that mean something elsewhere are shown as they are")
  func random() throws {
    let signs = Array("$$$**\\{}_^~#%&<>\"'`-–[]()|/a5 .,:;=+!?@晴αé²")
    var random = SplitMix64(seed: 9)
    for _ in 0..<400 {
      let letters = (0..<Int.random(in: 1...12, using: &random)).compactMap { _ in
        signs.randomElement(using: &random)
      }
      // Spaces at the ends of a line are not drawn.
      let data = "(\(String(letters))."
      #expect(try shown(Text(data)) == data)
      #expect(try shown("**x** \(data) $y$") == "x \(data) y")
      let formula = try shown("$\\text{\(data)}=\(data)$").replacing("\u{2212}", with: "-")
      #expect(formula == "\(data)=\(data)")
    }
  }

  @Test("Numbers in a formula are mathematics, other values text")
  func numbers() throws {
    #expect(try formulas("$p = \(0.5)$") == ["p = 0.5"])
    #expect(try formulas("$p=\(-3)$") == ["p=-3"])
    #expect(try formulas("$p=\("96.5%")$") == ["p=96.5\\%"])
    #expect(try formulas("$p=\("1,024")$") == ["p=1{,}024"])
    #expect(try formulas("$p=\("4.00×10³⁰")$") == ["p=4.00×10^{30}"])
    #expect(try formulas("$p=\("5×10⁻⁷")$") == ["p=5×10^{\u{2212}7}"])
    #expect(try formulas("$p=\("−∞")$") == ["p=−∞"])
    #expect(try formulas("$2^\(10)=\(1024)$") == ["2^{10}=1024"])
    #expect(try formulas("$\\frac\(1)\("1/7")$") == ["\\frac1{1/7}"])
    #expect(try formulas("$n=\("2024-01-01")$") == ["n=\\text{2024-01-01}"])
    #expect(try formulas("$P(\\text{\("晴")})=\(0.6)$") == ["P(\\text{晴})=0.6"])
    #expect(try formulas("$P(\("sunny"))$") == ["P(\\text{sunny})"])
  }

  @Test("A text in a literal keeps its looks")
  func text() throws {
    let name = Text("A$AP").foregroundStyle(.good)
    let runs = try Text("by \(name), **and \(name)** $x$").scene(width: 400).scene.leaves
      .compactMap { leaf -> GlyphRun? in
        if case .glyphs(let run) = leaf.item { run } else { nil }
      }
    #expect(runs.map(\.text) == ["by ", "A$AP", ", ", "and ", "A$AP", " ", "x"])
    let blue = Theme.standard.colors.good
    #expect(runs.map { $0.color == blue } == [false, true, false, false, true, false, false])
    #expect(
      runs.map { $0.font.postScriptName.hasSuffix("Bold") }
        == [false, false, false, true, true, false, false])
  }

  @Test("A piece of TeX is set as TeX where it is named so")
  func tex() throws {
    let half = #"\frac{1}{2}"#
    #expect(try formulas("$p=\(tex: half)$ and \(tex: half)") == ["p=\(half)", half])
    #expect(try formulas(Text(tex: half)) == [half])
    #expect(try formulas(Text(markup: "**one** $\(half)$")) == [half])
  }

  @Test("Categories, series, legends and panels show their names", arguments: hostile)
  func chart(_ data: String) throws {
    let chart = Chart {
      BarMark(x: .value("x", data), y: .value("y", 1)).foregroundStyle(by: .value("series", data))
      BarMark(x: .value("x", "other"), y: .value("y", 2))
        .foregroundStyle(by: .value("series", "other"))
    }
    let scene = try chart.chartTitle(Text(data)).scene(width: 480, height: 300).scene
    for place in ["tick", "legend", "title"] {
      let texts = scene.texts(below: place).map(\.text)
      #expect(texts.contains(data), "\(place): \(texts)")
    }
  }

  @Test("A long name breaks into lines and loses no letter")
  func wrapped() throws {
    let names = ["US$ 5 and US$ 7", "$5 to $9 each", "2**3 or 3**2"]
    let chart = Chart {
      for name in names { BarMark(x: .value("x", name), y: .value("y", 1)) }
    }
    let texts = try chart.scene(width: 230, height: 300).scene.texts(below: "tick").map(\.text)
    let all = texts.joined().filter { $0 != " " }
    for name in names { #expect(all.contains(name.filter { $0 != " " }), "\(texts)") }
    #expect(texts.count > names.count)
  }

  @Test("A label with a formula breaks around it, never in it")
  func wrappedFormula() throws {
    let chart = Chart {
      for index in 0..<5 {
        BarMark(x: .value("x", "\(index)"), y: .value("y", 1), width: 20)
      }
    }
    .chartXAxis {
      AxisMarks { AxisValueLabel { _ in "level $\\alpha = 0.1$" } }
    }
    let scene = try chart.scene(width: 300, height: 300).scene
    let shown = scene.leaves.filter { leaf in
      leaf.trail.contains("formula \\alpha = 0.1") && leaf.trail.contains { $0.hasPrefix("tick") }
    }
    #expect(!shown.isEmpty)
  }
}

@Suite("Markup in literals")
struct TextMarkupTests {
  /// A text as it was written, its formulas, and the characters it shows.
  struct Reading: Sendable, CustomTestStringConvertible {
    var text: Text
    var formulas: [String]
    var shown: String
    var testDescription: String { text.plain }

    init(_ text: Text, _ formulas: [String], _ shown: String) {
      (self.text, self.formulas, self.shown) = (text, formulas, shown)
    }
  }

  static let readings = [
    Reading("$5 to $9", [], "$5 to $9"),
    Reading("a lone $ sign", [], "a lone $ sign"),
    Reading("20$", [], "20$"),
    Reading("$x$", ["x"], "x"),
    Reading("costs $5 or $x$", ["x"], "costs $5 or x"),
    Reading("$x$ and $y$", ["x", "y"], "x and y"),
    Reading("$a$5", [], "$a$5"),
    Reading("$ a$", [], "$ a$"),
    Reading("$a $", [], "$a $"),
    Reading("\\$x\\$ and \\*\\*", [], "$x$ and **"),
    Reading("$a\\$b$", ["a\\$b"], "a$b"),
    Reading("$\\text{if $x$}$", ["\\text{if $x$}"], "if x"),
    Reading("$x\n\ny$", [], "$xy$"),
    Reading("2**3", [], "2**3"),
    Reading("2 ** 3 ** 4", [], "2 ** 3 ** 4"),
    Reading("****", [], "****"),
    Reading("a * b", [], "a * b"),
    Reading("**$x$** or **y", ["x"], "x or **y"),
  ]

  @Test(
    "Dollar signs follow pandoc's rule; signs without their counterpart are shown",
    arguments: readings)
  func rule(_ reading: Reading) throws {
    #expect(try formulas(reading.text) == reading.formulas)
    #expect(try shown(reading.text) == reading.shown)
  }

  @Test("Bold words are bold, and nothing else is")
  func bold() throws {
    func bold(_ text: Text) throws -> [String] {
      try text.scene(width: 800).scene.leaves.compactMap { leaf in
        guard case .glyphs(let run) = leaf.item, run.font.postScriptName.hasSuffix("Bold") else {
          return nil
        }
        return run.text
      }
    }
    #expect(try bold("a **b** c") == ["b"])
    #expect(try bold("2**3 and **b**") == ["b"])
    #expect(try bold("**a **b**") == ["b"])
    #expect(try bold("**10⁻⁷**") == ["10", "⁻⁷"])
    #expect(try bold("** a ** b") == [])
  }

  @Test("A literal is markup wherever it stands, a string is data")
  func overloads() throws {
    let variable = "$x$"
    let flag = variable.hasPrefix("$")
    let literal: Text = "$x$ is \(1)"
    #expect(try formulas(literal) == ["x"])
    #expect(try formulas(Text("$x$")) == ["x"])
    #expect(try formulas(Text("$x$ is \(variable)")) == ["x"])
    #expect(try formulas(Text(flag ? "$x$" : "none")) == ["x"])
    #expect(try formulas(Text("$x$" + " and so on")) == ["x"])
    #expect(try formulas(Text(markup: variable)) == ["x"])
    #expect(try formulas(Text(variable)) == [])
    #expect(try formulas(Text(String("$x$"))) == [])
    #expect(try formulas(Text("is " + variable)) == [])
    #expect(try formulas(Text(flag ? variable : "$y$")) == [])
    #expect(try formulas(Text(variable[...])) == [])
    #expect(try formulas(Text([variable].joined())) == [])
  }

  @Test("Indices that few text fonts have are lowered")
  func indices() throws {
    for text: Text in ["CO₂ and SO₄²⁻", Text(verbatim: "CO₂ and SO₄²⁻"), "\("CO₂ and SO₄²⁻")"] {
      let runs = try text.scene(width: 400).scene.leaves.compactMap { leaf -> GlyphRun? in
        if case .glyphs(let run) = leaf.item { run } else { nil }
      }
      #expect(runs.map(\.text).joined() == "CO₂ and SO²⁻₄")
      let size = try #require(runs.first?.size)
      let baseline = try #require(runs.first?.glyphs.first?.position.y)
      let scripts = runs.filter { $0.size < size }
      #expect(scripts.map(\.text) == ["₂", "²⁻", "₄"])
      let heights = try scripts.map { try #require($0.glyphs.first?.position.y) - baseline }
      #expect(heights[0] > 1 && heights[1] < -2 && heights[2] > 1)
    }
    #expect(Text("CO₂").plain == "CO₂")
  }
}
