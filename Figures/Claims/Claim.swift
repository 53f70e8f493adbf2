/// Something that the tutorial prints, with what it is held against.
///
/// ```swift
/// let claim = TutorialClaims.all.first { $0.printed == "0.64 bits" }
/// try claim?.check().verdict  // .differ: the entropy is 0.5412 bits
/// ```
public struct Claim: Sendable {
  /// The section of the tutorial: `6.3`, or the name of a part without a number.
  public internal(set) var section = ""
  /// The kind of place within the section.
  public let place: Place
  /// What the claim is about, in our own words.
  public let subject: String
  /// The number or formula as it is printed; a statement in short.
  public let printed: String
  /// What a reader should know beside the verdict; empty where there is nothing.
  public let note: String
  let evidence: Evidence

  /// Where in a section something is printed.
  public enum Place: String, Sendable {
    case text, table, formula, code, sketch, answer
  }

  /// What decides about a claim.
  enum Evidence: Sendable {
    /// The printed text is a number; the computed one must round to it.
    case number(@Sendable () throws -> Quantity)
    /// The printed text is a statement, which a computation bears out or not.
    case statement(@Sendable () throws -> Observation)
    /// Nothing to compute decides; the note says what there is to know.
    case remark
  }

  /// What a computation says about a statement.
  struct Observation: Sendable {
    var holds: Bool
    /// The numbers that show it.
    var seen: String

    init(_ holds: Bool, _ seen: String) {
      self.holds = holds
      self.seen = seen
    }
  }
}

extension Claim {
  /// How a claim and its computation go together.
  public enum Verdict: String, Sendable, CaseIterable {
    /// The printed number is a correct rounding, or the statement holds.
    case agree
    /// It is not, or does not.
    case differ
    /// It cannot be computed.
    case remark
  }

  /// A claim held against its computation.
  public struct Check: Sendable {
    /// The verdict.
    public let verdict: Verdict
    /// The computed number, in the unit and per cent of the printed one; nil for a statement.
    public let value: Double?
    /// The printed decimals that the verdict looked at; nil for a statement and for a fraction.
    public let decimals: Int?
    /// The unit of the numbers; empty for plain ones.
    public let unit: String
    /// The computed side in words.
    public let computed: String
  }

  /// Holds the claim against its computation.
  ///
  /// - Throws: ``ClaimError`` if the printed text is no number, and what the computation throws.
  public func check() throws -> Check {
    switch evidence {
    case .remark:
      return Check(verdict: .remark, value: nil, decimals: nil, unit: "", computed: "")
    case .statement(let observe):
      let observation = try observe()
      return Check(
        verdict: observation.holds ? .agree : .differ, value: nil, decimals: nil, unit: "",
        computed: observation.seen)
    case .number(let compute):
      guard let number = PrintedNumber(printed) else {
        throw ClaimError(section: section, subject: subject, printed: printed)
      }
      let value = number.comparable(try compute())
      return Check(
        verdict: number.isRounding(of: value) ? .agree : .differ, value: value,
        decimals: number.decimals, unit: number.unit, computed: number.text(of: value))
    }
  }
}

/// A claim that is to be a number, but whose printed text is none.
public struct ClaimError: Error, Hashable, Sendable, CustomStringConvertible {
  let section: String
  let subject: String
  let printed: String

  /// One line that names the claim.
  public var description: String {
    "claim \(section), \(subject): “\(printed)” is not a number such as 0.64 bits, 99.99% or 1/6"
  }
}
