import BurinFigures
import Figures
import Foundation

/// What a picture of the catalog says in another way than all the others do.
///
/// The same symbol has the same colour, a concept the same name, an amount of information the same unit
/// and as many decimals over all seventeen figures.
struct OneLanguage: Sendable {
  var id: String
  var language: Language
  var rendering: FigureRendering

  /// A formula, or the text of a run outside of formulas, with the colour of every character.
  struct Phrase {
    var isFormula: Bool
    var characters: [Character] = []
    var colors: [RGBColor] = []

    var text: String { String(characters) }
    /// The one colour that all of it has.
    var color: RGBColor? { Set(colors).count == 1 ? colors.first : nil }
  }

  private var scene: Scene { rendering.scene }

  /// One sentence for each.
  var faults: [String] {
    (symbolFaults + letterFaults + nameFaults + unitFaults + decimalFaults + factFaults + hueFaults)
      .map { "\(id).\(language.code): \($0)" }
  }

  // MARK: Colours

  /// The meaning of a colour of text: nil for the colours that any text may have.
  static func meaning(_ color: RGBColor) -> String? {
    let theme = Theme.tutorial.colors
    let plain = ["primary", "secondary", "canvas", "muted", "axis"]
    if plain.contains(where: { theme[$0] == color }) { return nil }
    return ["P", "Q", "entropy", "waste", "bad"].first { theme[$0] == color } ?? "\(color)"
  }

  /// Symbols in the order in which they are looked for, with the meaning that their colour has.
  ///
  /// The model's own policy in the figure about fine-tuning is a Q, the old one its P.
  private static let symbols: [(pattern: String, meaning: String)] = [
    (#"DKL\([^)]*\)"#, "waste"), ("DKL", "waste"), (#"H\(P,Q\)"#, "Q"), (#"H\([Pp]\)"#, "entropy"),
    ("H", "entropy"), ("πold", "P"), ("π", "Q"), ("P", "P"), ("Q", "Q"),
  ]

  /// Symbols in a colour that means something else.
  private var symbolFaults: [String] {
    phrases.flatMap { phrase -> [String] in
      guard phrase.isFormula else { return wordFaults(phrase) }
      var symbols = self.symbols(phrase)
      // A formula in one colour has the colour of what it names, its first symbol.
      if phrase.color != nil { symbols = Array(symbols.prefix(1)) }
      return symbols.compactMap { symbol in
        guard let actual = Self.meaning(phrase.colors[symbol.start]), actual != symbol.meaning,
          actual != directionMeaning(symbol.text)
        else { return nil }
        return
          "\(symbol.text) in \(phrase.text) has the colour of \(actual), not of \(symbol.meaning)"
      }
    }
  }

  /// The symbols of a formula in reading order.
  ///
  /// What stands in a symbol's brackets is part of it where it has its colour.
  private func symbols(_ phrase: Phrase) -> [(start: Int, text: String, meaning: String)] {
    let text = phrase.text
    var taken: Set<Int> = []
    var symbols: [(start: Int, text: String, meaning: String)] = []
    for (pattern, meaning) in Self.symbols {
      guard let regex = try? Regex(pattern) else { continue }
      for range in text.ranges(of: regex) {
        let start = text.distance(from: text.startIndex, to: range.lowerBound)
        let places = start..<start + text.distance(from: range.lowerBound, to: range.upperBound)
        guard !taken.contains(start) else { continue }
        taken.formUnion(places.filter { phrase.colors[$0] == phrase.colors[start] })
        symbols.append((start, String(text[range]), meaning))
      }
    }
    return symbols.sorted { $0.start < $1.start }
  }

  /// Where both directions are compared, each has the colour of the distribution that weighs.
  private func directionMeaning(_ symbol: String) -> String? {
    guard id == "10_asymmetry" else { return nil }
    return [
      "DKL(P‖Q)": "P", "DKL(p‖q)": "P", "DKL(Q‖P)": "Q", "DKL(q‖p)": "Q",
    ][symbol]
  }

  /// Names of concepts in a colour that means something else.
  private func wordFaults(_ phrase: Phrase) -> [String] {
    guard let color = phrase.color, let actual = Self.meaning(color) else { return [] }
    let text = phrase.text.trimmingCharacters(in: .whitespaces).lowercased()
    guard let concept = Concept.all.first(where: { text == $0.name(language).lowercased() }),
      let meaning = concept.meaning, meaning != actual
    else { return [] }
    return ["“\(phrase.text)” has the colour of \(actual), not of \(meaning)"]
  }

  /// Texts and marks in colours that are none of the theme's.
  private var hueFaults: [String] {
    let texts = phrases.flatMap { phrase in
      Set(phrase.colors).compactMap(Self.meaning).filter { $0.hasPrefix("#") }.map {
        "“\(phrase.text)” has \($0), which is no colour of the theme"
      }
    }
    let hues = ["P", "Q", "entropy", "waste", "bad"].compactMap { Theme.tutorial.colors[$0]?.hue }
    let marks = Set(
      scene.leaves.flatMap { leaf -> [RGBColor] in
        guard case .path(let path) = leaf.item, leaf.trail.contains(where: { $0.hasPrefix("mark") })
        else { return [] }
        return [path.fill, path.stroke?.paint].compactMap {
          if case .color(let color)? = $0, color.alpha > 0 { color } else { nil }
        }
      })
    return texts
      + marks.compactMap { color in
        guard let hue = color.hue else { return nil }
        let nearest = hues.map { abs(remainder($0 - hue, 360)) }.min() ?? 0
        return nearest > 14 ? "a mark has \(color), which is no tint of the theme’s colours" : nil
      }
  }

  // MARK: Names

  /// What the figures speak of, by the one name it has.
  struct Concept {
    var zh: String
    var en: String
    /// The colour that the name has where it has one.
    var meaning: String?
    /// Other names for the same.
    var others: [String]

    func name(_ language: Language) -> String { language == .zh ? zh : en }

    static let all: [Concept] = [
      Concept(
        zh: "KL 散度", en: "KL divergence", meaning: "waste",
        others: [
          "KL散度", "相对熵", "信息增益", "KL-divergence", "relative entropy", "Kullback",
        ]),
      Concept(
        zh: "交叉熵", en: "cross-entropy", meaning: "Q", others: ["cross entropy", "互熵"]),
      Concept(zh: "熵", en: "entropy", meaning: "entropy", others: ["信息熵", "香农熵", "Shannon"]),
      Concept(zh: "信息量", en: "information", others: ["自信息", "self-information", "surprisal"]),
      Concept(zh: "前向", en: "forward", others: ["正向"]),
      Concept(zh: "反向", en: "reverse", others: ["逆向", "backward"]),
      Concept(zh: "总变差", en: "total variation", others: ["全变差", "总变分", "TV distance"]),
      Concept(zh: "bits", en: "bits", others: ["比特", "位元", "shannons"]),
      Concept(zh: "nats", en: "nats", others: ["奈特", "纳特"]),
    ]
  }

  /// Everything that is read or heard.
  var texts: [String] { lines + [scene.title, scene.altText] }

  private var nameFaults: [String] {
    texts.flatMap { text in
      Concept.all.flatMap { concept in
        concept.others.filter { text.localizedCaseInsensitiveContains($0) }.map {
          "says “\($0)” for \(concept.name(language)): \(text)"
        }
      }
    }
  }

  /// Distributions are symbols and are set as such; in the figure about letters, P and Q are letters.
  private var letterFaults: [String] {
    guard id != "07_cross_entropy" else { return [] }
    return phrases.filter { !$0.isFormula && $0.text.contains(/\b[PQ]\b/) }.map {
      "“\($0.text)” has a symbol outside of a formula"
    }
  }

  // MARK: Numbers

  /// Three decimals, or as many as show three digits.
  static func decimals(_ value: Double) -> Int {
    guard value.isFinite, value != 0 else { return 3 }
    return max(3, 2 - Int(log10(abs(value)).rounded(.down)))
  }

  /// The words that follow numbers.
  static let units = ["bit", "bits", "nat", "nats"]

  /// The numbers with a unit in a text.
  private func amounts(
    _ text: String
  ) -> [(text: String, number: String, space: String, unit: String)] {
    text.matches(of: /([0-9]+(?:\.[0-9]+)?)(\s?)(bits?|nats?|Bits?|Nats?|比特|奈特)(?![a-z])/).map {
      (String($0.output.0), String($0.output.1), String($0.output.2), String($0.output.3))
    }
  }

  private var unitFaults: [String] {
    texts.flatMap { text in
      amounts(text).compactMap { amount in
        let units = amount.number == "1" ? ["bit", "nat"] : ["bits", "nats"]
        return amount.space == " " && units.contains(amount.unit)
          ? nil : "writes “\(amount.text)”: \(text)"
      }
    }
  }

  /// Amounts printed with another number of decimals than amounts have.
  private var decimalFaults: [String] {
    // Information gained has two digits at least; more decimals tell amounts apart.
    let declared = rendering.facts.filter {
      $0.name.contains(/^(gain|log_ratio)\./) || $0.decimals > Self.decimals($0.value)
    }.map(\.number)
    guard id != "01_why_information" else { return [] }
    return texts.filter { !$0.contains("1 nat ≈") }.flatMap { text in
      amounts(text).compactMap { amount in
        guard let point = amount.number.firstIndex(of: "."), let value = Double(amount.number)
        else { return nil }
        let count = amount.number[point...].count - 1
        return declared.contains(amount.number) || count == Self.decimals(value)
          ? nil : "prints \(amount.text) with \(count) decimals: \(text)"
      }
    }
  }

  private var factFaults: [String] {
    let totals = rendering.facts.filter {
      $0.name.hasPrefix("kl.") || $0.name.hasPrefix("entropy.")
    }
    return rendering.facts.compactMap { fact in
      let name = fact.name
      let first = String(name.prefix { $0 != "." && $0 != "_" })
      let (unit, decimals) =
        if id.hasPrefix("exercise_") {
          // Losses, bounds and divergences of machine learning are in nats.
          (first == "reward" || first == "gradient" ? "" : "nats", fact.decimals)
        } else if first == "gain" {
          ("bits", max(3, 1 - Int(log10(abs(fact.value)).rounded(.down))))
        } else if name.hasPrefix("log_ratio") || name == "kl.limit" {
          ("bits", fact.unit == "bits" ? fact.decimals : 3)
        } else if name == "kl_nats.limit" {
          ("nats", fact.decimals)
        } else if first == "term" {
          ("bits", Self.decimals(totals.first?.value ?? 0))
        } else if name.hasSuffix("nats") || name.hasPrefix("kl_nats") {
          ("nats", Self.decimals(fact.value))
        } else if Self.amounts.contains(first) || name == "mean.log_ratio" || name.contains(".at_")
        {
          ("bits", Self.decimals(fact.value))
        } else {
          (
            "",
            Self.others[name] ?? Self.others[String(name.split(separator: ".").last ?? "")]
              ?? Self.others[first] ?? -1
          )
        }
      if decimals < 0 { return "the fact \(fact.name) is of no known kind" }
      // Amounts that would print alike have more decimals.
      if fact.unit == unit,
        fact.decimals == decimals || !unit.isEmpty && fact.decimals > decimals
      {
        return nil
      }
      return "the fact \(fact.name) has \(fact.decimals) decimals of “\(fact.unit)”,"
        + " not \(decimals) of “\(unit)”"
    }
  }

  private static let amounts = ["entropy", "information", "cross", "kl", "huffman", "bernoulli"]

  /// The decimals of plain numbers by their whole name, its last or its first word.
  private static let others = [
    "mean.ratio": 2, "ratio": 3, "concave.mean": 3, "convex.mean": 3, "mean": 2, "sigma": 2,
    "total_variation": 2, "total": 0, "reward": 3, "concave": 3, "convex": 3, "additivity_error": 3,
  ]
}

// MARK: - Reading scenes

extension OneLanguage {
  /// All formulas and runs; the names in legends have the colours of their swatches.
  var phrases: [Phrase] {
    func collect(_ items: [SceneItem], into phrase: inout Phrase) {
      for item in items {
        switch item {
        case .glyphs(let run):
          phrase.characters += Array(run.text)
          phrase.colors += run.text.map { _ in run.color }
        case .group(let group): collect(group.items, into: &phrase)
        case .path, .image, .points, .rects, .sectors: break
        }
      }
    }
    func visit(_ items: [SceneItem], _ isLegend: Bool) -> [Phrase] {
      var swatch: RGBColor?
      return items.flatMap { item -> [Phrase] in
        var phrases: [Phrase]
        switch item {
        case .glyphs:
          var phrase = Phrase(isFormula: false)
          collect([item], into: &phrase)
          phrases = [phrase]
        case .group(let group) where group.role == .formula:
          var phrase = Phrase(isFormula: true)
          collect(group.items, into: &phrase)
          phrases = [phrase]
        case .group(let group): phrases = visit(group.items, group.role == .legend)
        case .path(let path):
          if isLegend, case .color(let color)? = path.fill { swatch = color }
          return []
        case .image, .points, .rects, .sectors: return []
        }
        if let swatch {
          for index in phrases.indices {
            phrases[index].colors = phrases[index].colors.map { _ in swatch }
          }
        }
        return phrases
      }
    }
    return visit(scene.items, false)
  }

  /// The texts of groups, formulas within them included.
  private var lines: [String] {
    func text(_ item: SceneItem) -> String {
      switch item {
      case .glyphs(let run): run.text
      case .group(let group) where group.role == .formula: group.items.map(text).joined()
      case .group, .path, .image, .points, .rects, .sectors: ""
      }
    }
    func visit(_ items: [SceneItem]) -> [String] {
      [items.map(text).joined()]
        + items.flatMap { item -> [String] in
          guard case .group(let group) = item, group.role != .formula else { return [] }
          return visit(group.items)
        }
    }
    return visit(scene.items).filter { !$0.isEmpty }
  }
}

extension RGBColor {
  /// The angle of the hue in OKLab, in degrees; nil for greys.
  fileprivate var hue: Double? {
    let lab = OKLab(self)
    return hypot(lab.a, lab.b) > 0.03 ? atan2(lab.b, lab.a) * 180 / .pi : nil
  }
}
