import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// The length from which on a name is a description.
  private static let longestName = 150

  /// Returns findings for alt text that is missing, too short, in another language or stale, that
  /// leaves out printed facts or names marks by their colours, and for names that are too long.
  func altText(_ rule: LintRule, minimumLength: Int, _ context: LintContext?) -> [Finding] {
    let page = Rect(origin: .zero, size: scene.size)
    func finding(_ problem: String, _ measure: Measure, _ limit: Measure, _ fix: String) -> Finding
    {
      Finding(
        rule: rule, node: "alt text", problem: problem, measure: measure, limit: limit, fix: fix,
        bounds: page)
    }
    func others(_ count: Int, _ kind: String) -> String {
      count > 0 ? " and \(count) more \(kind)" : ""
    }
    let text = scene.altText
    // An ideograph conveys about as much as two and a half letters.
    let ideographs = text.unicodeScalars.count { (0x4E00...0x9FFF).contains($0.value) }
    let length = text.count + ideographs * 3 / 2
    guard length >= minimumLength else {
      return [
        finding(
          text.isEmpty ? "there is no alt text" : "the alt text is too short",
          Measure(Double(length), "characters"), Measure(Double(minimumLength), "characters"),
          "describe what the picture shows")
      ]
    }
    var findings: [Finding] = []
    let isChinese = scene.language.hasPrefix("zh")
    let letters = text.count { $0.isASCII && $0.isLetter }
    if isChinese && ideographs == 0 || scene.language.hasPrefix("en") && ideographs > letters {
      findings.append(
        finding(
          "the alt text is not in the picture's language \(scene.language)",
          Measure(Double(ideographs), "ideographs"), Measure(isChinese ? 1 : 0, "ideographs"),
          "write it in the language of the picture"))
    }
    if scene.title.count > Self.longestName {
      findings.append(
        finding(
          "the picture's name is too long to be one",
          Measure(Double(scene.title.count), "characters"),
          Measure(Double(Self.longestName), "characters"),
          "shorten the title; the alt text has room for more"))
    }
    for (place, words) in [("alt text", text), ("picture's name", scene.title)] {
      guard let named = ColorWords.first(in: words) else { continue }
      findings.append(
        finding(
          "the \(place) names something by its colour: \"\(named)\"",
          Measure(1, "colour words"), Measure(0, "colour words"), "say what it is or means"))
    }
    guard let context else { return findings }
    let shown = textLines().flatMap { PrintedNumber.all(in: $0.text) }.map(\.magnitude)
    let told = PrintedNumber.all(in: text).map(\.magnitude)
    let known = context.facts.map(\.value) + context.inputs
    // A text may add a number; if most are unknown, it describes another picture.
    let telling = told.filter(\.isTelling)
    let unknown = telling.filter { number in
      !shown.contains { $0.value == number.value } && !known.contains(where: number.tells)
    }
    if let number = unknown.first, unknown.count * 2 > telling.count {
      findings.append(
        finding(
          "the alt text is stale: neither picture nor facts contain \(number.digits)"
            + others(unknown.count - 1, "of its numbers"),
          Measure(Double(unknown.count), "unknown numbers"),
          Measure(Double(telling.count / 2), "unknown numbers"), "take the numbers from the facts"))
    }
    // Likewise it may leave a number out; if most are, their readers learn less than others. A text in
    // another language or of another picture leaves out all of them.
    guard findings.isEmpty else { return findings }
    let printing = shown.filter { $0.isTelling && $0.value > 0 }
    let printed = Set(context.facts.map { abs($0.value) }).filter { value in
      printing.contains { $0.tells(value) }
    }
    let untold = printed.filter { value in
      !told.contains { $0.isTelling ? $0.tells(value) : $0.value == value }
    }.sorted()
    if untold.count * 2 > printed.count,
      let number = printing.first(where: { number in untold.first.map(number.tells) ?? false })
    {
      findings.append(
        finding(
          "the alt text leaves out \(number.digits)"
            + others(untold.count - 1, "of the printed facts"),
          Measure(Double(untold.count), "untold facts"),
          Measure(Double(printed.count / 2), "untold facts"), "say what the picture says"))
    }
    return findings
  }
}

extension PrintedNumber {
  /// The number without its sign.
  fileprivate var magnitude: PrintedNumber {
    PrintedNumber(digits: digits, value: abs(value), decimals: decimals, unit: unit)
  }

  /// Whether the number has so many digits that it is no count or label.
  fileprivate var isTelling: Bool { decimals > 0 || significantDigits > 2 }

  /// Whether a number without a sign is printed of a value, as a percentage too.
  fileprivate func tells(_ value: Double) -> Bool {
    prints(abs(value)) || unit == "%" && prints(abs(value) * 100)
  }
}
