/// The errors of creating a Gaussian or a mixture of Gaussians.
///
/// Descriptions are one line and name what to change: `weights: the values sum to 1.1; they must
/// sum to 1`.
public enum GaussianError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A mean is not a number or too large; positions count from 1, and there is none for a single
  /// Gaussian.
  case invalidMean(position: Int?, value: Double)
  /// A standard deviation is not positive, or extremely small or large.
  case invalidSigma(position: Int?, value: Double)
  /// A standard deviation is so small beside the means that a `Double` can't distinguish points.
  case unresolvedSigma(position: Int?, value: Double, mean: Double)
  /// The weights are not a distribution.
  case invalidWeights(DistributionError)
  /// The numbers of weights, means and standard deviations differ.
  case differentCounts(weights: Int, means: Int, sigmas: Int)

  /// One line that describes what is wrong and what to do.
  public var description: String {
    switch self {
    case .invalidMean(let position, let value):
      Self.subject("mean", position, value) + "; means must be numbers from −1e30 to 1e30"
    case .invalidSigma(let position, let value):
      Self.subject("sigma", position, value)
        + "; standard deviations must be greater than 0, from 1e-30 to 1e30"
    case .unresolvedSigma(let position, let value, let mean):
      Self.subject("sigma", position, value)
        + "; with a mean of \(mean.messageText) it must be at least "
        + (Gaussian.leastRelativeSigma * mean.magnitude).messageText
    case .invalidWeights(let error):
      "weights: \(error)"
    case .differentCounts(let weights, let means, let sigmas):
      "there are \(weights) weights, \(means) means and \(sigmas) sigmas; "
        + "their numbers must be equal"
    }
  }

  private static func subject(_ name: String, _ position: Int?, _ value: Double) -> String {
    let number = value.messageText
    return position.map { "\(name)s: value \($0) is \(number)" } ?? "\(name) is \(number)"
  }
}
