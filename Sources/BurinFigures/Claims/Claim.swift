/// Something that a text prints, with the computation that decides about it.
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
  /// What the claim is about.
  public let subject: String
  /// The number or formula as it is printed; a statement in short.
  public let printed: String
  /// What a reader should know beside the verdict; empty where there is nothing.
  public let note: String
  /// What decides about the claim.
  public let evidence: Evidence

  /// Where in a section something is printed.
  public enum Place: String, Sendable {
    case text, table, formula, code, sketch, answer
  }

  /// What decides about a claim.
  public enum Evidence: Sendable {
    /// The printed text is a number, in one of the units; the computed one must round to it.
    case number(units: [String], @Sendable () throws -> Quantity)
    /// The printed text is a statement, which a computation bears out or not.
    case statement(@Sendable () throws -> Observation)
    /// Nothing to compute decides; the note says what there is to know.
    case remark
  }

  /// What a computation says about a statement.
  public struct Observation: Sendable {
    /// Whether the statement holds.
    public var holds: Bool
    /// The numbers that show it.
    public var seen: String

    /// Makes an observation.
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

// How claims are written down.
extension Claim {
  /// Returns a printed number with its computation.
  ///
  /// - Parameters:
  ///   - printed: the number as it is printed, such as `0.67`, `99.99%`, `1/6` or `0.64 bits`.
  ///   - place: the kind of place within the section.
  ///   - subject: what the number is.
  ///   - note: what a reader should know beside the verdict.
  ///   - units: the units that may be printed behind the number.
  ///   - compute: the computed number.
  public static func number(
    _ printed: String, _ place: Place, _ subject: String, note: String = "", units: [String] = [],
    _ compute: @escaping @Sendable () throws -> Quantity
  ) -> Claim {
    Claim(printed, place, subject, note: note, evidence: .number(units: units, compute))
  }

  /// Returns a statement with the computation that bears it out or not.
  public static func statement(
    _ printed: String, _ place: Place, _ subject: String, note: String = "",
    _ observe: @escaping @Sendable () throws -> Observation
  ) -> Claim {
    Claim(printed, place, subject, note: note, evidence: .statement(observe))
  }

  /// Returns something to know that no computation decides.
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
  /// How a claim and its computation go together.
  public enum Verdict: String, Sendable, CaseIterable {
    /// The printed number is a correct rounding, or the statement holds.
    case agree
    /// It is not, or does not.
    case differ
    /// It cannot be computed.
    case remark
  }

  /// A claim compared with its computation.
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

  /// Compares the claim with its computation.
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

/// A claim that is to be a number, but whose printed text is none, or has another unit.
public struct ClaimError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with the printed text.
  public enum Problem: Hashable, Sendable {
    /// It isn't a number in one of the units.
    case noNumber
    /// The computed number has no value in the printed unit.
    case unit(String)
  }

  /// The section of the claim.
  public let section: String
  /// What the claim is about.
  public let subject: String
  /// The printed text.
  public let printed: String
  /// What is wrong with it.
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

/// Lists claims one after the other.
@resultBuilder
public enum ClaimListBuilder {
  /// Takes one claim.
  public static func buildExpression(_ claim: Claim) -> [Claim] { [claim] }
  /// Takes several claims.
  public static func buildExpression(_ claims: [Claim]) -> [Claim] { claims }
  /// Joins what stands one below the other.
  public static func buildBlock(_ parts: [Claim]...) -> [Claim] { parts.flatMap { $0 } }
  /// Joins what a loop lists.
  public static func buildArray(_ parts: [[Claim]]) -> [Claim] { parts.flatMap { $0 } }
}
