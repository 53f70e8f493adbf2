/// An error in the declaration or use of a figure.
public enum FigureError: Error, Hashable, Sendable {
  /// A fact that the figure doesn't have.
  case unknownFact(String, known: [String])
  /// A stored property that isn't a ``Parameter``.
  case storedProperty
}

extension FigureError: CustomStringConvertible {
  /// One line that describes what is wrong and what to do.
  public var description: String {
    switch self {
    case .unknownFact(let name, let known):
      "there is no fact “\(name)”; the facts are \(known.joined(separator: ", "))"
    case .storedProperty:
      "a figure stores only its parameters; compute everything else"
    }
  }
}
