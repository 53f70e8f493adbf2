public import BurinScene

extension FormulaError: ClassifiedError {
  /// The data where the formula has a fault, the machine where its font cannot be used.
  public var category: ErrorCategory {
    switch self {
    case .unknownCommand, .unknownEnvironment, .unknownColor, .syntax, .duplicatePart,
      .missingGlyph, .text:
      .data
    case .limit: .limit
    case .invalidSize: .options
    case .font: .machine
    case .stopped(let error): error.category
    }
  }

  /// A name such as `formula.syntax`.
  public var code: String {
    switch self {
    case .unknownCommand: "formula.unknown-command"
    case .unknownEnvironment: "formula.unknown-environment"
    case .unknownColor: "formula.unknown-color"
    case .syntax: "formula.syntax"
    case .duplicatePart: "formula.duplicate-part"
    case .missingGlyph: "formula.missing-glyph"
    case .text: "formula.text"
    case .limit: "formula.limit"
    case .invalidSize: "formula.size"
    case .font: "formula.font"
    case .stopped(let error): error.code
    }
  }

  /// The offset in the source.
  public var place: ErrorPlace { ErrorPlace(index: position?.utf8Offset) }

  /// Why the rendering was stopped, where that is the error.
  public var cause: any Error {
    if case .stopped(let error) = self { error } else { self }
  }
}
