public import BurinScene

/// The errors of finding fonts and laying out text.
public enum TextError: Error, Hashable, Sendable {
  /// A font family is not installed.
  case missingFamily(String)
  /// A font family is not among the files or folders that were given.
  case familyNotGiven(String, place: String)
  /// None of the families has a character.
  case missingCharacter(Unicode.Scalar, text: String, families: [String])
  /// A font file cannot be read.
  case unreadableFont(path: String)
  /// None of the listed families has a face with the requested name.
  case unknownFace(String)
  /// The font size is not a positive number.
  case invalidSize(Double)
  /// The fontconfig library refused the private configuration.
  case configuration(String)
  /// The rendering was stopped.
  case stopped(LimitError)
}

extension TextError: CustomStringConvertible {
  /// One line that describes what is wrong and what to do.
  public var description: String {
    switch self {
    case .missingFamily(let family):
      let remedy =
        FontFamilies.package(of: family).map { "install it (Debian package \($0))" }
        ?? "install it or choose another family"
      return "font family “\(family)” is not installed: \(remedy)"
    case .familyNotGiven(let family, let place):
      return "font family “\(family)” \(place): add its file, or choose another family"
    case .missingCharacter(let scalar, let text, let families):
      let shown = scalar.properties.generalCategory == .control ? "" : "“\(scalar)” "
      return
        "no glyph for \(shown)(\(scalar.codePoint)) in “\(Self.excerpt(of: text, at: scalar))”: "
        + Self.remedy(scalar, families)
    case .unreadableFont(let path):
      return "font file \(path) cannot be read as a font"
    case .unknownFace(let name):
      return "font face “\(name)” belongs to none of the listed families"
    case .invalidSize(let size):
      return "font size \(size) is not a positive number of points below 10,000"
    case .stopped(let error): return "\(error)"
    case .configuration(let reason):
      return "fontconfig refused the private configuration: \(reason)"
    }
  }
}

extension TextError {
  /// Returns the text around a character, short enough for one line, without control characters.
  private static func excerpt(of text: String, at scalar: Unicode.Scalar) -> String {
    let scalars = Array(text.unicodeScalars)
    let place = scalars.firstIndex(of: scalar) ?? 0
    let start = max(0, min(place - 20, scalars.count - 40))
    let part = scalars[start..<min(scalars.count, start + 40)].map { scalar in
      scalar.properties.generalCategory == .control ? "⍰" : Character(scalar)
    }
    return (start > 0 ? "…" : "") + String(part) + (start + 40 < scalars.count ? "…" : "")
  }

  private static func remedy(_ scalar: Unicode.Scalar, _ families: [String]) -> String {
    if let family = FontFamilies.family(for: scalar), !families.contains(family),
      let package = FontFamilies.package(of: family)
    {
      return "no font family has it; install \(family) (Debian package \(package))"
        + ((FontFamilies.standard.fallbacks + FontFamilies.standard.rareFallbacks).contains(family)
          ? ", and list it among the families if they are not the standard ones" : "")
    }
    let named = families.prefix(3).joined(separator: ", ")
    let others = families.count > 3 ? " and \(families.count - 3) others" : ""
    return "none of the font families \(named)\(others) has it; add a family that does, or let the"
      + " theme replace missing characters"
  }
}

extension Unicode.Scalar {
  /// The code point as code charts write it: `U+221E`.
  package var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension TextError {
  /// The error of a family that a source lacks.
  static func missing(_ family: String, _ source: FontSource) -> TextError {
    source == .installed
      ? .missingFamily(family) : .familyNotGiven(family, place: source.place)
  }
}
