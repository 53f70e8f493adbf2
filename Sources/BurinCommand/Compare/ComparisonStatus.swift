import ArgumentParser
import CommandSupport

/// The status of a pair of pictures.
enum ComparisonStatus: String, Sendable, CaseIterable {
  /// The same, according to the rule.
  case same
  /// Different.
  case different
  /// A picture without its golden, or a file that does not exist.
  case missing
  /// A golden without its picture.
  case orphaned
  /// A file that is not a picture, is damaged, or exceeds the limits.
  case unreadable
  /// The same, but drawn by other libraries, which `--strict` does not allow.
  case otherEnvironment = "other environment"

  /// The exit status of a run in which this is the most severe status.
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

  /// The statuses, the most severe first: what could not be compared, what differs, what is
  /// missing.
  static let byGravity: [ComparisonStatus] = [
    .unreadable, .different, .missing, .orphaned, .otherEnvironment, .same,
  ]
}
