import ArgumentParser
import CommandSupport

/// How a pair of pictures stands.
enum ComparisonStatus: String, Sendable, CaseIterable {
  /// The same, as far as the rule asks.
  case same
  /// Different.
  case different
  /// A picture without its golden, or a file that does not exist.
  case missing
  /// A golden without its picture.
  case orphaned
  /// A file that is no picture, is damaged, or is beyond the limits.
  case unreadable
  /// The same, but drawn by other libraries, which `--strict` does not let pass.
  case otherEnvironment = "other environment"

  /// The exit status of a run in which this is the gravest that happened.
  var exitCode: ExitCode {
    switch self {
    case .same: .success
    case .different: ExitStatus.different
    case .unreadable: ExitStatus.unreadable
    case .missing: ExitStatus.missing
    case .orphaned: ExitStatus.stale
    case .otherEnvironment: ExitStatus.otherEnvironment
    }
  }

  /// The gravest first: what could not be judged, what is wrong, what is not there.
  static let byGravity: [ComparisonStatus] = [
    .unreadable, .different, .missing, .orphaned, .otherEnvironment, .same,
  ]
}
