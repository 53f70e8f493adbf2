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
      let code = String(scalar.value, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
      return "no glyph for “\(scalar)” (U+\(padded)) in “\(text)”: none of the font families "
        + families.joined(separator: ", ") + " has it; add a family that does"
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
  /// The error of a family that a source lacks.
  static func missing(_ family: String, _ source: FontSource) -> TextError {
    source == .installed
      ? .missingFamily(family) : .familyNotGiven(family, place: source.place)
  }
}
