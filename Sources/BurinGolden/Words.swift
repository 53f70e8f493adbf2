import BurinGeometry

/// Values in the words of messages.
enum Words {
  /// Two long texts cut to where they differ, with a few characters around; short ones whole.
  ///
  /// Texts that look alike are told apart by the numbers of their characters.
  static func changedPart(of before: String, and after: String) -> [String] {
    let (context, limit) = (16, 60)
    // Scalars, since characters are equal that are written by other scalars.
    let (old, new) = (Array(before.unicodeScalars), Array(after.unicodeScalars))
    let part = ChangedPart(old, new)
    let texts = [old, new].map { text -> String in
      guard max(old.count, new.count) > limit else { return Self.text(text[...]) }
      let start = max(0, part.head - context)
      let end = min(text.count, text.count - part.tail + context)
      let shown = text[start..<end].prefix(limit)
      return (start > 0 ? "…" : "") + Self.text(shown)
        + (end < text.count || end - start > limit ? "…" : "")
    }
    guard let notes = part.notes(old, new) else { return texts }
    return zip(texts, notes).map { "\($0) (\($1))" }
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  /// Two values of a change; where their words are the same, this is said.
  static func distinct(_ before: String, _ after: String) -> [String] {
    before == after && !before.isEmpty ? [before, "\(after), after rounding"] : [before, after]
  }

  /// A length with at most three digits after the point, as scenes are written.
  static func length(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "\(value)" }
    let thousandths = Int((value * 1000).rounded())
    let (whole, fraction) = (abs(thousandths) / 1000, abs(thousandths) % 1000)
    let sign = thousandths < 0 ? "-" : ""
    if fraction == 0 { return "\(sign)\(whole)" }
    var digits = String("\(1000 + fraction)".dropFirst())
    while digits.last == "0" { digits.removeLast() }
    return "\(sign)\(whole).\(digits)"
  }

  /// A way in words, such as `5.5 pt right and 1 pt up`.
  static func way(_ way: Vector) -> String {
    let parts = [
      abs(way.dx) < 0.0005 ? nil : "\(length(abs(way.dx))) pt \(way.dx > 0 ? "right" : "left")",
      abs(way.dy) < 0.0005 ? nil : "\(length(abs(way.dy))) pt \(way.dy > 0 ? "down" : "up")",
    ].compactMap { $0 }
    return parts.isEmpty ? "less than 0.001 pt" : parts.joined(separator: " and ")
  }

  /// A place on the canvas.
  static func place(_ point: Point) -> String { "(\(length(point.x)), \(length(point.y)))" }
}

/// The part in which two texts differ.
private struct ChangedPart {
  /// How many scalars are the same at the beginning.
  let head: Int
  /// How many are the same at the end.
  let tail: Int

  init(_ old: [Unicode.Scalar], _ new: [Unicode.Scalar]) {
    let shorter = min(old.count, new.count)
    let head = (0..<shorter).first { old[$0] != new[$0] } ?? shorter
    self.head = head
    tail =
      (0..<shorter - head).first { old[old.count - 1 - $0] != new[new.count - 1 - $0] }
      ?? shorter - head
  }

  /// What differs by the numbers of the characters, such as `U+2212` and `U+002D`; nil where the
  /// texts do not look alike.
  func notes(_ old: [Unicode.Scalar], _ new: [Unicode.Scalar]) -> [String]? {
    let parts = [old, new].map { $0[head..<($0.count - tail)] }
    guard parts.contains(where: { !$0.isEmpty }),
      Self.skeleton(parts[0]) == Self.skeleton(parts[1]) || Self.isCanonical(old, new)
    else { return nil }
    return parts.map { part in
      let numbers = part.prefix(4).map { scalar in
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      }
      return numbers.isEmpty
        ? "nothing" : numbers.joined(separator: " ") + (part.count > 4 ? " …" : "")
    }
  }

  /// Whether the texts are one and the same to Swift, by canonical equivalence.
  private static func isCanonical(_ old: [Unicode.Scalar], _ new: [Unicode.Scalar]) -> Bool {
    String(String.UnicodeScalarView(old)) == String(String.UnicodeScalarView(new))
  }

  /// What a reader sees of some characters: spaces are alike, marks that show nothing are nothing,
  /// and letters and signs that look alike are one.
  private static func skeleton(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var result = String.UnicodeScalarView()
    for scalar in scalars {
      let properties = scalar.properties
      if properties.isWhitespace {
        result.append(" ")
      } else if properties.generalCategory == .control || properties.generalCategory == .format
        || properties.isDefaultIgnorableCodePoint
      {
        continue
      } else {
        result.append(lookalikes[scalar] ?? scalar)
      }
    }
    return String(result)
  }

  /// Characters with the ASCII character that they are taken for.
  private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = {
    let groups: [(Unicode.Scalar, String)] = [
      ("-", "−‐‑‒–—―﹣-"), ("'", "’‘ʼ′´`"), ("\"", "“”″„"), ("/", "∕⁄"), ("*", "∗∙"),
      (".", "․"), (":", "∶"), ("~", "∼˜"), ("|", "∣ǀ"), ("A", "ΑА"), ("B", "ΒВ"), ("C", "СϹ"),
      ("E", "ΕЕ"), ("H", "ΗН"), ("I", "ΙІ"), ("K", "ΚКK"), ("M", "ΜМ"), ("N", "Ν"), ("O", "ΟО"),
      ("P", "ΡР"), ("S", "Ѕ"), ("T", "ΤТ"), ("X", "ΧХ"), ("Y", "ΥҮ"), ("Z", "Ζ"), ("a", "а"),
      ("c", "с"), ("e", "е"), ("i", "і"), ("j", "ј"), ("o", "οо"), ("p", "р"), ("s", "ѕ"),
      ("x", "х"), ("y", "у"), ("μ", "µ"), ("Ω", "Ω"), ("·", "⋅•‧"), ("×", "✕"), ("Σ", "∑"),
      ("Δ", "∆"),
    ]
    var result: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (plain, others) in groups {
      for scalar in others.unicodeScalars { result[scalar] = plain }
    }
    // Fullwidth forms.
    for value: UInt32 in 0xFF01...0xFF5E {
      if let wide = Unicode.Scalar(value), let plain = Unicode.Scalar(value - 0xFEE0) {
        result[wide] = plain
      }
    }
    return result
  }()
}
