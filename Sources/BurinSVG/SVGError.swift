public import BurinText

/// The error of writing a scene as SVG.
public enum SVGError: Error, Hashable, Sendable {
  /// A coordinate is NaN or infinite.
  case notFinite(node: String)
  /// A font that the scene names cannot be used.
  case font(TextError)
}

extension SVGError: CustomStringConvertible {
  /// One line that describes what is wrong and where.
  public var description: String {
    switch self {
    case .notFinite(let node): "\(node) has a coordinate that is not a finite number"
    case .font(let error): "\(error)"
    }
  }
}
