public import BurinRaster
public import BurinScene

/// Why a golden could not be checked or recorded.
public enum GoldenError: Error, Hashable, Sendable {
  /// `BURIN_RECORD` holds a word that is no policy.
  case unknownRecordPolicy(String)
  /// The name cannot be a file's.
  case invalidName(String)
  /// A file of the folder cannot be read or written.
  case file(FileError)
  /// A golden's picture is damaged.
  case picture(path: String, PNGError)
  /// A golden's scene is damaged.
  case scene(path: String, SceneTextError)
  /// The text of a file is not UTF-8.
  case encoding(path: String)
  /// The folder's manifest is damaged.
  case manifest(path: String, GoldenManifest.Problem)
  /// A recording was cut off after it had happened, and cannot be finished.
  case unfinished(folder: String, FileError.Reason)
  /// The golden was drawn by other libraries than those here.
  case otherEnvironment(golden: String, [Fingerprint.Change])
}

extension GoldenError: CustomStringConvertible {
  /// One line that says what was wrong and what would be right.
  public var description: String {
    switch self {
    case .unknownRecordPolicy(let word):
      "BURIN_RECORD is \"\(word)\": use "
        + RecordPolicy.allCases.map(\.rawValue).joined(separator: ", ")
    case .invalidName(let name):
      "“\(name)” cannot name a golden: use letters, digits, dots, hyphens and underscores, and no dot first"
    case .file(let error): "\(error)"
    case .picture(let path, let error): "\(path): \(error)"
    case .scene(let path, let error): "\(path): \(error)"
    case .encoding(let path): "\(path): the text is not UTF-8"
    case .manifest(let path, let problem):
      "\(path): \(problem); take it from version control again"
    case .unfinished(let folder, let reason):
      "\(folder): a recording was cut off, and its rest in \(FileTransaction.stagingName) cannot be put in place: \(reason); allow writing the folder and try again"
    case .otherEnvironment(let golden, let changes):
      "\(golden) was drawn by other libraries (\(changes.map(\.description).joined(separator: ", "))): "
        + "record it where it was recorded, or say that the environment may change"
    }
  }
}
