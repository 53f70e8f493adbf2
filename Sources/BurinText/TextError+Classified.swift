public import BurinScene

extension TextError: ClassifiedError {
  /// The machine where a font is missing or broken, the data where a character has no glyph.
  public var category: ErrorCategory {
    switch self {
    case .missingFamily, .familyNotGiven, .unreadableFont, .configuration: .machine
    case .missingCharacter: .data
    case .unknownFace, .invalidSize: .options
    case .stopped(let error): error.category
    }
  }

  /// A name such as `font.missing-family`.
  public var code: String {
    switch self {
    case .missingFamily, .familyNotGiven: "font.missing-family"
    case .unreadableFont: "font.unreadable"
    case .configuration: "font.configuration"
    case .unknownFace: "font.unknown-face"
    case .missingCharacter: "text.missing-character"
    case .invalidSize: "text.size"
    case .stopped(let error): error.code
    }
  }

  /// Why the rendering was stopped, where that is the error.
  public var cause: any Error {
    if case .stopped(let error) = self { error } else { self }
  }
}
