/// Marks of Chinese and Japanese that stand beside one another.
///
/// A full-width mark fills half of its square and leaves the other half blank. Two neighbours would
/// leave a gap of a whole square or more between what they mark; the rule is that of the W3C's
/// Requirements for Chinese Text Layout, section 3.1.6.2: of the blanks between them, one stays.
enum ChineseMarks {
  /// Returns which marks are set half as wide, in bytes.
  static func halved(in text: String, language: String) -> [Range<Int>] {
    let tag = language.lowercased()
    guard tag.hasPrefix("zh") || tag.hasPrefix("ja") else { return [] }
    // In the middle of their squares in Taiwan and Hong Kong, stops have no half to give.
    let isTraditional = ["hant", "-tw", "-hk", "-mo"].contains { tag.contains($0) }
    // Colons are in the middle in Japan.
    let closing = isTraditional ? brackets.closing : brackets.closing + stops
    let squeezed = tag.hasPrefix("zh") && !isTraditional ? closing + colons : closing
    var ranges: [Range<Int>] = []
    var offset = 0
    var previous: (scalar: Unicode.Scalar, range: Range<Int>)?
    for scalar in text.unicodeScalars {
      let range = offset..<offset + UTF8.width(scalar)
      offset = range.upperBound
      guard mayBeMark(scalar) else {
        previous = nil
        continue
      }
      if let (before, place) = previous {
        let opens = brackets.opening.contains(scalar)
        let closes =
          brackets.closing.contains(scalar) || stops.contains(scalar) || followers.contains(scalar)
        if squeezed.contains(before), opens || closes {
          ranges.append(place)
        } else if brackets.opening.contains(before), opens {
          ranges.append(range)
        }
      }
      previous = (scalar, range)
    }
    return ranges
  }

  /// Whether a character is in a block of the marks below; most characters are not.
  private static func mayBeMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2018...0x201D, 0x3001...0x3017, 0xFF00...0xFF1F: true
    default: false
    }
  }

  private static let brackets = (
    opening: Array("（「『“‘《〈【〔〖".unicodeScalars), closing: Array("）」』”’》〉】〕〗".unicodeScalars)
  )
  private static let stops = Array("，。、．".unicodeScalars)
  private static let colons = Array("：；".unicodeScalars)
  /// Marks that leave no blank before them, but keep their own.
  private static let followers = Array("：；！？".unicodeScalars)
}
