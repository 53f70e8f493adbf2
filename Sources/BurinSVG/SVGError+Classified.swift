public import BurinScene
import BurinText

extension SVGError: ClassifiedError {
  /// The data where a coordinate is at fault, otherwise the options.
  public var category: ErrorCategory {
    switch self {
    case .notFinite: .data
    case .idPrefix, .maxWidth: .options
    case .font(let error): error.category
    case .stopped(let error): error.category
    }
  }

  /// A name such as `svg.id-prefix`.
  public var code: String {
    switch self {
    case .notFinite: "svg.not-finite"
    case .idPrefix: "svg.id-prefix"
    case .maxWidth: "svg.max-width"
    case .font(let error): error.code
    case .stopped(let error): error.code
    }
  }

  /// The error of the fonts, or why the rendering was stopped, where that is the error.
  public var cause: any Error {
    switch self {
    case .font(let error): error.cause
    case .stopped(let error): error
    default: self
    }
  }
}
