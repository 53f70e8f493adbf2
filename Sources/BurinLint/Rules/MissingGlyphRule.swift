import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Returns findings for characters that their font lacks.
  func missingGlyphs(_ rule: LintRule) -> [Finding] {
    inks.compactMap { ink in
      guard let run = ink.run, let glyph = run.glyphs.first(where: { $0.id == 0 })
      else { return nil }
      let bytes = Array(run.text.utf8)
      let rest = bytes.indices.contains(glyph.cluster) ? bytes[glyph.cluster...] : []
      let character = String(decoding: rest, as: UTF8.self).first.map(String.init) ?? run.text
      let codes = character.unicodeScalars.map { "U+" + hexadecimal($0.value) }
      return Finding(
        rule: rule, node: ink.node,
        problem: "\(run.font.postScriptName) has no glyph for \"\(character)\""
          + " (\(codes.joined(separator: " ")))",
        measure: Measure(Double(run.glyphs.count { $0.id == 0 }), "missing"),
        limit: Measure(0, "missing"), fix: "add a font that has it to the theme",
        bounds: ink.bounds)
    }
  }

  private func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
