import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Returns findings for alt text that is missing, too short, in another language, or about other
  /// numbers.
  func altText(_ rule: LintRule, minimumLength: Int, _ context: LintContext?) -> [Finding] {
    let page = Rect(origin: .zero, size: scene.size)
    func finding(_ problem: String, _ measure: Measure, _ limit: Measure, _ fix: String) -> Finding
    {
      Finding(
        rule: rule, node: "alt text", problem: problem, measure: measure, limit: limit, fix: fix,
        bounds: page)
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
    guard let context else { return findings }
    let shown = Set(textLines().flatMap { PrintedNumber.all(in: $0.text) }.map { abs($0.value) })
    let known = context.facts.map(\.value) + context.inputs
    // A text may add a number; if most are unknown, it describes another picture.
    var (unknown, count) = ([PrintedNumber](), 0)
    for number in PrintedNumber.all(in: text)
    where number.decimals > 0 || number.significantDigits > 2 {
      count += 1
      let scale = number.unit == "%" ? 100.0 : 1
      let magnitude = PrintedNumber(
        digits: number.digits, value: abs(number.value), decimals: number.decimals,
        unit: number.unit)
      let isKnown =
        shown.contains(magnitude.value)
        || known.contains { magnitude.prints(abs($0) * scale) || magnitude.prints(abs($0)) }
      if !isKnown { unknown.append(number) }
    }
    if let number = unknown.first, unknown.count * 2 > count {
      findings.append(
        finding(
          "the alt text is stale: neither picture nor facts contain \(number.digits)"
            + (unknown.count > 1 ? " and \(unknown.count - 1) more of its numbers" : ""),
          Measure(Double(unknown.count), "unknown numbers"),
          Measure(Double(count / 2), "unknown numbers"), "take the numbers from the facts"))
    }
    return findings
  }
}
