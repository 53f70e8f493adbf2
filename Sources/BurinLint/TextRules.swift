import BurinGeometry
import BurinScene

extension InkSurvey {
  /// Texts on texts.
  func overlaps(_ rule: LintRule, _ tolerance: Double) -> [Finding] {
    var findings: [Finding] = []
    for (index, text) in texts.enumerated() {
      for other in texts[(index + 1)...] {
        guard let common = text.ink.bounds.intersection(other.ink.bounds) else { continue }
        if let formula = text.ink.formula, formula == other.ink.formula { continue }
        if continues(text, other) || continues(other, text) { continue }
        if let clip = text.ink.clip, !clip.intersects(common) { continue }
        if let clip = other.ink.clip, !clip.intersects(common) { continue }
        let depth = text.quad.overlap(other.quad)
        guard depth > tolerance else { continue }
        findings.append(
          Finding(
            rule: rule, node: other.ink.node,
            message: "\(other.name) overlaps \(text.name) of \(place(text.ink)) by \(tenths(depth))"
              + " pt (limit \(tenths(tolerance))): move one of them or shorten it",
            bounds: common))
      }
    }
    return findings
  }

  /// Whether a run starts on the same line where another ends; italics then overlap a little.
  private func continues(_ first: Text, _ second: Text) -> Bool {
    guard let start = first.run.glyphs.first?.position,
      let next = second.run.glyphs.first?.position,
      first.ink.transform == second.ink.transform
    else { return false }
    let size = min(first.run.size, second.run.size)
    return abs(start.y - next.y) < 0.01 * size
      && abs(start.x + first.run.advance - next.x) < 0.2 * size
  }

  /// Texts that are too small.
  func smallText(_ rule: LintRule, _ minimum: Double, _ scripts: Double) -> [Finding] {
    func size(_ text: Text) -> Double { text.run.size * text.ink.scale }
    var findings: [Finding] = []
    func report(_ text: Text, _ limit: Double) {
      findings.append(
        Finding(
          rule: rule, node: text.ink.node,
          message: "\(text.name) is \(tenths(size(text))) pt (limit \(tenths(limit))):"
            + " give it a larger font size", bounds: text.ink.bounds))
    }
    // The largest run of each formula stands for its size.
    var largest: [Int: Double] = [:]
    for text in texts {
      if let formula = text.ink.formula {
        largest[formula] = max(largest[formula] ?? 0, size(text))
      }
    }
    var reported: Set<Int> = []
    for text in texts {
      if let formula = text.ink.formula {
        if (largest[formula] ?? 0) < minimum - 0.005 {
          if reported.insert(formula).inserted { report(text, minimum) }
        } else if size(text) < scripts - 0.005 {
          report(text, scripts)
        }
      } else if size(text) < minimum - 0.005 {
        report(text, minimum)
      }
    }
    return findings
  }

  /// Characters that their font lacks.
  func missingGlyphs(_ rule: LintRule) -> [Finding] {
    inks.compactMap { ink in
      guard case .glyphs(let run) = ink.item, let glyph = run.glyphs.first(where: { $0.id == 0 })
      else { return nil }
      let bytes = Array(run.text.utf8)
      let rest = bytes.indices.contains(glyph.cluster) ? bytes[glyph.cluster...] : []
      let character = String(decoding: rest, as: UTF8.self).first.map(String.init) ?? run.text
      let codes = character.unicodeScalars.map { "U+" + hexadecimal($0.value) }
      return Finding(
        rule: rule, node: ink.node,
        message: "\(run.font.postScriptName) has no glyph for \"\(character)\""
          + " (\(codes.joined(separator: " "))): add a font that has it to the theme",
        bounds: ink.bounds)
    }
  }

  private func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  func place(_ ink: Ink) -> String { ink.node.isEmpty ? "the scene" : ink.node }
}
