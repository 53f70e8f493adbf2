/// Why a golden could not be checked.
public enum GoldenError: Error, Hashable, Sendable {
  /// `BURIN_RECORD` holds a word that is no policy.
  case unknownRecordPolicy(String)
}

extension GoldenError: CustomStringConvertible {
  /// One line that says what was wrong and what would be right.
  public var description: String {
    switch self {
    case .unknownRecordPolicy(let word):
      "BURIN_RECORD is \"\(word)\": use "
        + RecordPolicy.allCases.map(\.rawValue).joined(separator: ", ")
    }
  }
}
