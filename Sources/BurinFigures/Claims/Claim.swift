/// A claim that a text prints, with the computation that decides it.
///
/// ```swift
/// let claim = Claim.number("0.67", .table, "share of heads") { Quantity(2.0 / 3) }
/// try claim.check().verdict  // .agree
/// ```
public struct Claim: Sendable {
  /// The section of the text: `6.3`, or the name of a part without a number.
  public var section = ""
  /// The kind of place within the section.
  public let place: Place
  /// The subject of the claim.
  public let subject: String
  /// The number or formula as printed, or a short form of a statement.
  public let printed: String
  /// A remark on the verdict for readers; empty if there is none.
  public let note: String
  /// The evidence that decides the claim.
  public let evidence: Evidence

  /// The kind of place where something is printed.
  public enum Place: String, Sendable {
    case text, table, formula, code, sketch, answer
  }

  /// The evidence that decides a claim.
  public enum Evidence: Sendable {
    /// The printed text is a number in one of the units; the computed number must round to it.
    case number(units: [String], @Sendable () throws -> Quantity)
    /// The printed text is a statement, which a computation confirms or not.
    case statement(@Sendable () throws -> Observation)
    /// No computation decides; the note is a remark.
    case remark
  }

  /// The result of a computation about a statement.
  public struct Observation: Sendable {
    /// Whether the statement holds.
    public var holds: Bool
    /// The numbers that show it.
    public var seen: String

    /// Creates an observation.
    public init(_ holds: Bool, _ seen: String) {
      self.holds = holds
      self.seen = seen
    }
  }

  private init(
    _ printed: String, _ place: Place, _ subject: String, note: String, evidence: Evidence
  ) {
    self.place = place
    self.subject = subject
    self.printed = printed
    self.note = note
    self.evidence = evidence
  }
}

// Creating claims.
extension Claim {
  /// Returns a claim of a printed number.
  ///
  /// - Parameters:
  ///   - printed: the number as printed, such as `0.67`, `99.99%`, `1/6` or `0.64 bits`.
  ///   - place: the kind of place within the section.
  ///   - subject: what the number is.
  ///   - note: a remark on the verdict for readers.
  ///   - units: the units that may follow the number.
  ///   - compute: returns the computed number.
  public static func number(
    _ printed: String, _ place: Place, _ subject: String, note: String = "", units: [String] = [],
    _ compute: @escaping @Sendable () throws -> Quantity
  ) -> Claim {
    Claim(printed, place, subject, note: note, evidence: .number(units: units, compute))
  }

  /// Returns a claim of a statement that a computation confirms or not.
  public static func statement(
    _ printed: String, _ place: Place, _ subject: String, note: String = "",
    _ observe: @escaping @Sendable () throws -> Observation
  ) -> Claim {
    Claim(printed, place, subject, note: note, evidence: .statement(observe))
  }

  /// Returns a remark, which no computation decides.
  public static func remark(
    _ printed: String, _ place: Place, _ subject: String, note: String
  ) -> Claim {
    Claim(printed, place, subject, note: note, evidence: .remark)
  }

  /// Returns the claims of one section.
  public static func section(
    _ name: String, @ClaimListBuilder _ claims: () -> [Claim]
  ) -> [Claim] {
    claims().map {
      var claim = $0
      claim.section = name
      return claim
    }
  }
}

extension Claim {
  /// The relation of a claim to its computation.
  public enum Verdict: String, Sendable, CaseIterable {
    /// The printed number is a correct rounding, or the statement holds.
    case agree
    /// The number is not a correct rounding, or the statement doesn't hold.
    case differ
    /// It cannot be computed.
    case remark
  }

  /// A claim compared with its computation.
  public struct Check: Sendable {
    /// The verdict.
    public let verdict: Verdict
    /// The computed number, in the unit and percentage of the printed one; nil for a statement.
    public let value: Double?
    /// The printed decimals that the verdict considers; nil for a statement and for a fraction.
    public let decimals: Int?
    /// The unit of the numbers; empty for plain ones.
    public let unit: String
    /// The computed side in words.
    public let computed: String
  }

  /// Compares the claim with its computation.
  ///
  /// - Throws: ``ClaimError`` if the printed text is not a number, and errors of the computation.
  public func check() throws -> Check {
    switch evidence {
    case .remark:
      return Check(verdict: .remark, value: nil, decimals: nil, unit: "", computed: "")
    case .statement(let observe):
      let observation = try observe()
      return Check(
        verdict: observation.holds ? .agree : .differ, value: nil, decimals: nil, unit: "",
        computed: observation.seen)
    case .number(let units, let compute):
      guard let number = PrintedNumber(printed, units: units) else {
        throw ClaimError(section: section, subject: subject, printed: printed, problem: .noNumber)
      }
      guard let value = number.comparable(try compute()) else {
        throw ClaimError(
          section: section, subject: subject, printed: printed, problem: .unit(number.unit))
      }
      return Check(
        verdict: number.isRounding(of: value) ? .agree : .differ, value: value,
        decimals: number.decimals, unit: number.unit, computed: number.text(of: value))
    }
  }
}

/// The error of a number claim whose printed text is not a number, or has another unit.
public struct ClaimError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The problem with the printed text.
  public enum Problem: Hashable, Sendable {
    /// It isn't a number in one of the units.
    case noNumber
    /// The computed number has no value in the printed unit.
    case unit(String)
  }

  /// The section of the claim.
  public let section: String
  /// The subject of the claim.
  public let subject: String
  /// The printed text.
  public let printed: String
  /// The problem with the text.
  public let problem: Problem

  /// One line that names the claim.
  public var description: String {
    let reason =
      switch problem {
      case .noNumber: "“\(printed)” is not a number such as 0.64, 99.99% or 1/6 with a known unit"
      case .unit(let unit): "“\(printed)” is in \(unit), which the computed number is not"
      }
    return "claim \(section), \(subject): \(reason)"
  }
}

/// A result builder of lists of claims.
@resultBuilder
public enum ClaimListBuilder {
  /// Returns a list of one claim.
  public static func buildExpression(_ claim: Claim) -> [Claim] { [claim] }
  /// Returns a list of claims unchanged.
  public static func buildExpression(_ claims: [Claim]) -> [Claim] { claims }
  /// Joins the lists of a block.
  public static func buildBlock(_ parts: [Claim]...) -> [Claim] { parts.flatMap { $0 } }
  /// Joins the lists of a loop.
  public static func buildArray(_ parts: [[Claim]]) -> [Claim] { parts.flatMap { $0 } }
}
