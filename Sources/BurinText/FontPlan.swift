import BurinScene
import CPango

/// Which family sets which part of a text.
///
/// The letters decide. A stretch of Latin, Greek and Cyrillic words, with the digits, signs and
/// spaces between them, is set in the first family that has all of its letters; where none has, each
/// word is; where none has a word, each character is. Chinese, Japanese and Korean characters are
/// asked for one by one, as their families have one design; other scripts are set in the family of
/// the script. Numbers follow Latin, Greek and Cyrillic letters beside them, and are set in the
/// first family everywhere else. Emoji come from a colour font where they are shown as pictures.
struct FontPlan {
  /// A stretch of the text, in bytes, and its family; nil for characters that no family has.
  struct Part: Hashable {
    var range: Range<Int>
    var family: String?
  }

  /// The stretches, which follow one another; neighbours differ.
  private(set) var parts: [Part] = []
  /// The characters that no family has, and the first scalar of each that is missing.
  private(set) var missing: [(range: Range<Int>, scalar: Unicode.Scalar)] = []

  private let families: [FamilyFace]
  private let math: FamilyFace?
  private let boxes: Set<Int>

  /// Plans a text.
  ///
  /// - Parameters:
  ///   - boxes: where the text holds something that is no text, in bytes.
  ///   - families: the families of text, then the fallbacks.
  ///   - math: the family for signs that none of them has.
  init(_ text: String, boxes: Set<Int>, families: [FamilyFace], math: FamilyFace?) {
    self.families = families
    self.math = math
    self.boxes = boxes
    let clusters = Self.clusters(of: text)
    var start = 0
    while start < clusters.count {
      var end = start
      var group = Group.common
      while end < clusters.count {
        let next = clusters[end].group
        if next != .common {
          if group != .common, next != group { break }
          group = next
        }
        end += 1
      }
      set(clusters[start..<end], group)
      start = end
    }
  }

  // MARK: Clusters

  /// Characters that share a family.
  fileprivate enum Group: Hashable {
    /// Digits, signs, spaces.
    case common
    /// Latin, Greek and Cyrillic.
    case alphabetic
    case eastAsian
    case emoji
    case script(GUnicodeScript.RawValue)
  }

  /// A character as readers see it, with what follows it as a part.
  fileprivate struct Cluster {
    var range: Range<Int>
    var character: Character
    var group: Group
    var isSpace: Bool
    /// A digit, or a sign between two digits.
    var isNumeric: Bool
  }

  private static func clusters(of text: String) -> [Cluster] {
    var clusters: [Cluster] = []
    var offset = 0
    for character in text {
      let length = character.utf8.count
      clusters.append(
        Cluster(
          range: offset..<offset + length, character: character, group: group(of: character),
          isSpace: character.isWhitespace, isNumeric: character.isASCII && character.isNumber))
      offset += length
    }
    // Only signs beside a digit: the others have not been changed when they are looked at.
    for index in clusters.indices.dropFirst().dropLast()
    where clusters[index].group == .common && !clusters[index].isSpace
      && clusters[index - 1].character.isNumber && clusters[index + 1].character.isNumber
    {
      clusters[index].isNumeric = true
    }
    return clusters
  }

  private static func group(of character: Character) -> Group {
    if character.isShownAsEmoji { return .emoji }
    for scalar in character.unicodeScalars {
      // Raised and lowered signs belong to what they stand on.
      if (0x2070...0x209F).contains(scalar.value) { return .alphabetic }
      let script = g_unichar_get_script(scalar.value)
      switch script {
      case G_UNICODE_SCRIPT_COMMON, G_UNICODE_SCRIPT_INHERITED, G_UNICODE_SCRIPT_UNKNOWN: continue
      case G_UNICODE_SCRIPT_LATIN, G_UNICODE_SCRIPT_GREEK, G_UNICODE_SCRIPT_CYRILLIC:
        return .alphabetic
      case G_UNICODE_SCRIPT_HAN, G_UNICODE_SCRIPT_HIRAGANA, G_UNICODE_SCRIPT_KATAKANA,
        G_UNICODE_SCRIPT_HANGUL, G_UNICODE_SCRIPT_BOPOMOFO:
        return .eastAsian
      default: return .script(script.rawValue)
      }
    }
    return .common
  }

  // MARK: Families

  private mutating func set(_ clusters: ArraySlice<Cluster>, _ group: Group) {
    switch group {
    case .alphabetic:
      if let family = family(forAll: clusters) {
        add(clusters, preferring: family)
      } else {
        for word in clusters.words { add(word, preferring: family(forAll: word)) }
      }
    case .script: add(clusters, preferring: family(forAll: clusters))
    case .common, .eastAsian, .emoji: add(clusters, preferring: nil)
    }
  }

  /// Returns the first family that has all letters, and all marks on them.
  private func family(forAll clusters: ArraySlice<Cluster>) -> FamilyFace? {
    families.first { family in
      clusters.allSatisfy { $0.group == .common || family.face.has($0.character) }
    }
  }

  private mutating func add(_ clusters: ArraySlice<Cluster>, preferring family: FamilyFace?) {
    let isAlphabetic = clusters.contains { $0.group == .alphabetic }
    for cluster in clusters {
      // European digits are those of the Latin letters, not those of another script's family.
      let preferred = cluster.isNumeric && !isAlphabetic ? nil : family
      if let preferred, preferred.face.has(cluster.character) {
        add(cluster.range, preferred.name)
      } else {
        add(cluster)
      }
    }
  }

  private mutating func add(_ cluster: Cluster) {
    let character = cluster.character
    guard !boxes.contains(cluster.range.lowerBound) else {
      return add(cluster.range, families.first?.name)
    }
    let candidates =
      cluster.group == .emoji
      ? families.filter(\.face.hasColorImages) + families : families
    if let family = candidates.first(where: { $0.face.has(character) }) {
      add(cluster.range, family.name)
    } else if let math, character.isSign, math.face.has(character) {
      add(cluster.range, math.name)
    } else {
      let lacking = character.unicodeScalars.first { scalar in
        !families.contains { $0.face.has(scalar) }
      }
      add(cluster.range, nil)
      let scalar = lacking ?? character.unicodeScalars.first ?? "\u{FFFD}"
      missing.append((cluster.range, scalar))
    }
  }

  private mutating func add(_ range: Range<Int>, _ family: String?) {
    if let last = parts.last, last.family == family {
      parts[parts.count - 1].range = last.range.lowerBound..<range.upperBound
    } else {
      parts.append(Part(range: range, family: family))
    }
  }
}

extension ArraySlice<FontPlan.Cluster> {
  /// The words, each with the spaces behind it.
  fileprivate var words: [ArraySlice<FontPlan.Cluster>] {
    var words: [ArraySlice<FontPlan.Cluster>] = []
    var start = startIndex
    for index in indices.dropFirst() where self[index - 1].isSpace && !self[index].isSpace {
      words.append(self[start..<index])
      start = index
    }
    if start < endIndex { words.append(self[start...]) }
    return words
  }
}

extension Character {
  /// Whether it is shown as a picture in colour: by itself, or by a variation selector.
  var isShownAsEmoji: Bool {
    let scalars = unicodeScalars
    guard let first = scalars.first else { return false }
    if scalars.contains("\u{FE0F}") {
      // Digits become key caps by U+20E3 alone.
      return first.properties.isEmoji && (!first.isASCII || scalars.contains("\u{20E3}"))
    }
    if scalars.contains("\u{FE0E}") { return false }
    return first.properties.isEmojiPresentation
      || (first.properties.isEmoji && scalars.contains { $0.properties.isEmojiModifier })
  }

  /// Whether it is a sign and no letter, digit or mark.
  fileprivate var isSign: Bool {
    guard let first = unicodeScalars.first else { return false }
    return switch first.properties.generalCategory {
    case .mathSymbol, .otherSymbol, .openPunctuation, .closePunctuation, .otherPunctuation: true
    default: false
    }
  }
}

extension FontFace {
  /// Whether the face has all parts of a character, in one of the forms of Unicode.
  func has(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    if scalars.allSatisfy(has) { return true }
    guard scalars.count > 1 else { return false }
    // HarfBuzz joins a letter and its mark where the face has them as one.
    let text = String(character)
    guard let joined = g_utf8_normalize(text, -1, G_NORMALIZE_NFC) else { return false }
    defer { g_free(joined) }
    return String(cString: joined).unicodeScalars.allSatisfy(has)
  }

  /// Whether the face has a character, or nothing is drawn for it.
  func has(_ scalar: Unicode.Scalar) -> Bool {
    if glyph(for: scalar) != nil { return true }
    if scalar.properties.isDefaultIgnorableCodePoint { return true }
    switch scalar {
    case "\n", "\r", "\t", "\u{2028}", "\u{2029}": return true
    default:
      // Spaces of other widths are made of the font's own.
      return scalar.properties.generalCategory == .spaceSeparator
    }
  }
}
