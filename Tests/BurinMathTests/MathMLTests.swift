import BurinMath
import BurinScene
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("MathML")
struct MathMLTests {
  @Test("Formulas become the elements of MathML Core")
  func elements() throws {
    let open = #"<math xmlns="http://www.w3.org/1998/Math/MathML">"#
    for (tex, markup) in [
      (#"\frac12"#, "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
      ("x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
      ("12.5x", "<mn>12.5</mn><mi>x</mi>"),
      (#"\sqrt[3]{x}"#, "<mroot><mi>x</mi><mn>3</mn></mroot>"),
      ("a<b", "<mi>a</mi><mo>&lt;</mo><mi>b</mi>"),
      (#"\sum_{i}^{n}"#, "<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover>"),
      (#"\int_0"#, "<msub><mo>∫</mo><mn>0</mn></msub>"),
      (#"\mathrm{KL}"#, "<mi>KL</mi>"), (#"\mathrm d"#, #"<mi mathvariant="normal">d</mi>"#),
      (#"\mathbf x"#, "<mi>𝐱</mi>"), (#"\text{a b}"#, "<mtext>a b</mtext>"),
      (
        #"\binom nk"#,
        #"<mrow intent="binomial($n,$k)"><mo stretchy="true">(</mo><mfrac linethickness="0"><mi arg="n">n</mi><mi arg="k">k</mi></mfrac><mo stretchy="true">)</mo></mrow>"#
      ),
      (
        #"\begin{matrix}a&b\end{matrix}"#,
        "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable>"
      ),
    ] {
      #expect(try FormulaMathML().markup(tex) == open + markup + "</math>", "\(tex)")
    }
    #expect(try FormulaMathML(isBlock: true).markup("x").contains(#" display="block""#))
  }

  @Test("Colours are written, or left out where the theme that names them is unknown")
  func colors() throws {
    #expect(
      try FormulaMathML().markup(#"\textcolor{red}{x}"#).contains(##"mathcolor="#ff0000""##))
    let plain = try FormulaMathML(includesColors: false).markup(#"\textcolor{mine}{x}"#)
    #expect(!plain.contains("mathcolor") && plain.contains("<mi>x</mi>"))
    #expect(throws: FormulaError.self) { try FormulaMathML().markup(#"\textcolor{mine}{x}"#) }
  }

  @Test("All formulas of the corpus and the tutorial are valid")
  func valid() throws {
    let sources = try TeXReference.entries().map(\.tex) + TutorialFormulas.all.map(\.tex)
    #expect(sources.count > 300)
    for tex in sources {
      for isBlock in [false, true] {
        let markup = try FormulaMathML(isBlock: isBlock).markup(
          tex)
        let faults = MathMLChecker.faults(of: markup)
        #expect(faults.isEmpty, "\(tex): \(faults) in \(markup)")
      }
    }
  }

  @Test("The checker finds what is wrong")
  func checker() {
    for markup in [
      "<mrow/>", "<math><mfrac><mi>x</mi></mfrac></math>", "<math><mtr/></math>",
      "<math><mi>x<mi>y</mi></mi></math>", "<math><mfenced/></math>", "<math>x</math>",
      #"<math><mi colour="red">x</mi></math>"#, "<math><mi></mi></math>", "<math><mi>x</math>",
    ] {
      #expect(!MathMLChecker.faults(of: markup).isEmpty, "\(markup)")
    }
  }
}

/// Checks markup by the rules of MathML Core (W3C, 2024): elements, numbers of children, attributes.
private final class MathMLChecker: NSObject, XMLParserDelegate {
  static func faults(of markup: String) -> [String] {
    let checker = MathMLChecker()
    let parser = XMLParser(data: Data(markup.utf8))
    parser.delegate = checker
    if !parser.parse() || !checker.open.isEmpty { checker.faults.append("not well-formed") }
    return checker.faults
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    faults.append("not well-formed")
  }

  private var faults: [String] = []
  private var open: [(name: String, children: Int, text: String)] = []

  private static let tokens: Set = ["mi", "mn", "mo", "mtext"]
  private static let counts = [
    "mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "munder": 2, "mover": 2, "msubsup": 3,
    "munderover": 3, "mspace": 0, "mprescripts": 0, "mmultiscripts": 6,
  ]
  private static let rows: Set = [
    "math", "mrow", "msqrt", "mstyle", "mpadded", "mphantom", "mtd",
  ]
  private static let common: Set = ["mathcolor", "mathbackground", "mathsize", "intent", "arg"]
  private static let attributes: [String: Set<String>] = [
    "math": ["display", "xmlns"], "mi": ["mathvariant"],
    "mo": ["stretchy", "movablelimits", "minsize", "maxsize"],
    "mfrac": ["linethickness"], "mspace": ["width", "height", "depth"],
    "mpadded": ["width", "height", "depth", "voffset"],
    "mstyle": ["displaystyle", "scriptlevel"], "mtable": ["displaystyle"],
    "mover": ["accent"], "munder": ["accentunder"],
  ]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if open.isEmpty, name != "math" { faults.append("the root is \(name)") }
    if let parent = open.last {
      if Self.tokens.contains(parent.name) { faults.append("\(name) in \(parent.name)") }
      let needs = ["mtr": "mtable", "mtd": "mtr", "mprescripts": "mmultiscripts"][name]
      if let needs, parent.name != needs { faults.append("\(name) in \(parent.name)") }
      if parent.name == "mtable", name != "mtr" { faults.append("\(name) in mtable") }
      if parent.name == "mtr", name != "mtd" { faults.append("\(name) in mtr") }
      open[open.count - 1].children += 1
    }
    let isKnown =
      Self.tokens.contains(name) || Self.rows.contains(name) || Self.counts[name] != nil
      || ["mtable", "mtr"].contains(name)
    if !isKnown { faults.append("unknown element \(name)") }
    for attribute in attributes.keys
    where !Self.common.contains(attribute)
      && !(Self.attributes[name]?.contains(attribute) ?? false)
    {
      faults.append("\(attribute) on \(name)")
    }
    open.append((name, 0, ""))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if !open.isEmpty { open[open.count - 1].text += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard let element = open.popLast() else { return }
    if let count = Self.counts[name], count != element.children {
      faults.append("\(name) has \(element.children) children")
    }
    let isToken = Self.tokens.contains(name)
    if isToken, element.text.isEmpty, name != "mtext" { faults.append("an empty \(name)") }
    if !isToken, !element.text.isEmpty { faults.append("text in \(name)") }
  }
}
