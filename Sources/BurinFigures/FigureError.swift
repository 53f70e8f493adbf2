/// A mistake in how a figure is declared or used.
public enum FigureError: Error, Hashable, Sendable {
  /// A fact that the figure doesn't have.
  case unknownFact(String, known: [String])
  /// A stored property that isn't a ``Parameter``.
  case storedProperty
}

extension FigureError: CustomStringConvertible {
  /// One line that says what is wrong and what would be right.
  public var description: String {
    switch self {
    case .unknownFact(let name, let known):
      "there is no fact “\(name)”; there are \(known.joined(separator: ", "))"
    case .storedProperty:
      "a figure stores nothing but its parameters; compute everything else"
    }
  }
}
