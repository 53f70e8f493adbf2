/// The errors of numerical methods.
public enum NumericalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The method reached its limit before its tolerance.
  case notConverged(method: String, limit: Int, error: Double)
  /// The function is infinite or not a number at a point where it must not be.
  case notFinite(at: Double)
  /// An end of the interval is not a number, or the ends do not bound an interval.
  case invalidInterval(Double, Double)
  /// The start of a search has no coordinates, or one that is infinite or not a number.
  case invalidStart

  /// One line that describes what happened.
  public var description: String {
    switch self {
    case .notConverged(let method, let limit, let error):
      "\(method) did not converge in \(limit) steps; the error is still \(error.messageText)"
    case .notFinite(let x):
      "the function has no finite value at \(x.messageText)"
    case .invalidInterval(let a, let b):
      "the ends \(a.messageText) and \(b.messageText) do not bound an interval"
    case .invalidStart:
      "the start of the search must have finite coordinates, at least one"
    }
  }
}
