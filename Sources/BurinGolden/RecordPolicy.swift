/// Which goldens a run may write.
///
/// ```swift
/// let policy = try RecordPolicy(environment: ["BURIN_RECORD": "missing"])
/// policy.records(.missing)    // true
/// policy.records(.different)  // false
/// ```
public enum RecordPolicy: String, Sendable, Hashable, CaseIterable {
  /// None: a missing golden fails.
  case never
  /// Those that do not exist.
  case missing
  /// Those that do not exist and those that differ.
  case failed
  /// All, even those that are equal.
  case all

  /// The policy that a run's environment asks for.
  ///
  /// With `CI` set to anything but the empty string it is `never`, so that a test that is tried
  /// again there cannot pass by what the first try wrote. Otherwise `BURIN_RECORD` decides, and
  /// without it the fallback.
  public init(
    environment: [String: String], otherwise fallback: RecordPolicy = .never
  ) throws(GoldenError) {
    if let value = environment["CI"], !value.isEmpty {
      self = .never
    } else if let word = environment["BURIN_RECORD"], !word.isEmpty {
      guard let policy = RecordPolicy(rawValue: word) else { throw .unknownRecordPolicy(word) }
      self = policy
    } else {
      self = fallback
    }
  }

  /// How a golden stands to a fresh image.
  public enum State: Sendable, Hashable {
    /// There is no golden.
    case missing
    /// The golden differs from the fresh image.
    case different
    /// Both are equal.
    case equal
    /// The golden's files cannot be read.
    case damaged
  }

  /// Whether a golden in this state may be written.
  public func records(_ state: State) -> Bool {
    switch (self, state) {
    case (.all, _), (.failed, .missing), (.failed, .different), (.failed, .damaged),
      (.missing, .missing):
      true
    case (.never, _), (.missing, _), (.failed, .equal): false
    }
  }
}
