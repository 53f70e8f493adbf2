public import BurinScene
public import BurinText

/// The error of writing a scene as SVG.
public enum SVGError: Error, Hashable, Sendable {
  /// A coordinate is NaN or infinite.
  case notFinite(node: String)
  /// A font that the scene names cannot be used.
  case font(TextError)
  /// A prefix of ids is no XML name, or has a colon.
  case idPrefix(String)
  /// A width up to which a picture should grow is not above 0.
  case maxWidth(Double)
  /// The rendering was stopped.
  case stopped(LimitError)
}

extension SVGError: CustomStringConvertible {
  /// One line that describes what is wrong and where.
  public var description: String {
    switch self {
    case .notFinite(let node): "\(node) has a coordinate that is not a finite number"
    case .font(let error): "\(error)"
    case .idPrefix(let prefix):
      "idPrefix is “\(prefix)”; it must begin with a letter or _, and go on with letters, digits, -, _ and ."
    case .stopped(let error): "\(error)"
    case .maxWidth(let width): "maxWidth is \(width); it must be above 0, in CSS pixels"
    }
  }
}
