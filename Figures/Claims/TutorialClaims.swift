public import BurinFigures
import InformationTheory

/// Everything that the tutorial prints and that can be wrong, in its order.
///
/// Numbers that only count or name are left out: dates, numbers of sections and of list items, the
/// faces of a die.
public enum TutorialClaims {
  /// All claims.
  public static var all: [Claim] {
    frontMatter + chapter1 + chapter2 + chapter3 + chapter4 + chapter5 + chapter6 + chapter6Jensen
      + chapter6Directions + chapter7 + chapter8 + exercises + numericalExample + changelog
  }
}

// Creating claims.
extension TutorialClaims {
  /// Returns the claims of one section.
  static func section(_ name: String, @ClaimListBuilder _ claims: () -> [Claim]) -> [Claim] {
    Claim.section(name, claims)
  }

  /// The units that follow the tutorial's numbers.
  static let units = InformationUnit.allCases.map(\.symbol)

  /// Returns the claim of a printed number, compared with a computed one.
  static func number(
    _ printed: String, _ place: Claim.Place, _ subject: String, note: String = "",
    _ value: @escaping @Sendable () throws -> Double
  ) -> Claim {
    .number(printed, place, subject, note: note, units: units) { Quantity(try value()) }
  }

  /// Returns the claim of a printed number, compared with a computed amount of information.
  static func amount(
    _ printed: String, _ place: Claim.Place, _ subject: String, note: String = "",
    _ value: @escaping @Sendable () throws -> Information
  ) -> Claim {
    .number(printed, place, subject, note: note, units: units) { Quantity(try value()) }
  }

  /// Returns the claim of an input of the tutorial, compared with the default of a figure's
  /// parameter.
  static func input(
    _ printed: String, _ place: Claim.Place, _ subject: String, _ figure: String,
    _ parameter: String, _ index: Int = 0
  ) -> Claim {
    number(printed, place, subject) {
      let values = try defaults(figure, parameter)
      guard values.indices.contains(index) else {
        throw ParameterError(parameter, "\(figure) has no value \(index + 1) by default")
      }
      return values[index]
    }
  }

  /// Returns the claim of a statement that a computation confirms or not.
  static func statement(
    _ printed: String, _ place: Claim.Place, _ subject: String, note: String = "",
    _ observe: @escaping @Sendable () throws -> Claim.Observation
  ) -> Claim {
    .statement(printed, place, subject, note: note, observe)
  }

  /// Returns a remark, which no computation decides.
  static func remark(
    _ printed: String, _ place: Claim.Place, _ subject: String, note: String
  ) -> Claim {
    .remark(printed, place, subject, note: note)
  }
}

// Computed values.
extension TutorialClaims {
  /// Returns the default of a figure's parameter, number by number.
  static func defaults(_ figure: String, _ parameter: String) throws -> [Double] {
    guard
      let description = Catalog.entry(figure)?.parameters.first(where: { $0.name == parameter })
    else { throw ParameterError(parameter, "the figure \(figure) has no such parameter") }
    return try [Double](parameterText: description.defaultText)
  }

  /// Returns the distribution that a figure's parameter has by default.
  static func distribution(_ figure: String, _ parameter: String) throws -> Distribution {
    try Distribution(defaults(figure, parameter))
  }

  /// Returns the value of a fact of a figure at its defaults.
  static func fact(_ figure: String, _ name: String) throws -> Double {
    guard let entry = Catalog.entry(figure) else {
      throw ChartError.invalid("there is no figure “\(figure)”")
    }
    return try entry.facts()[name].value
  }

  /// Truth and guess of the weather forecast in section 6.3.
  static func weather() throws -> (P: Distribution, Q: Distribution) {
    (try distribution("09_kl_calculation", "P"), try distribution("09_kl_calculation", "Q"))
  }

  /// Truth and model of section 8.5.
  static func example() throws -> (P: Distribution, Q: Distribution) {
    (try distribution("kl_numerical_example", "P"), try distribution("kl_numerical_example", "Q"))
  }

  /// Returns the letters of English (P) and of pinyin (Q).
  static func letters() throws -> (P: Distribution, Q: Distribution) {
    (
      try Distribution(counts: defaults("07_cross_entropy", "P")),
      try Distribution(counts: defaults("07_cross_entropy", "Q"))
    )
  }

  /// Returns an amount of information in words, with fewer decimals if it has fewer.
  static func text(_ amount: Information, decimals: Int = 3) -> String {
    let (rounded, exact) = (
      amount.value.rounded(decimals), NumberFormat.shortest.string(amount.value)
    )
    return "\(exact.count < rounded.count ? exact : rounded) \(amount.unit.symbol)"
  }
}

extension Quantity {
  /// Creates an amount of information, in each of its units.
  init(_ information: Information) {
    let others = InformationUnit.allCases.map { ($0.symbol, information.value(in: $0)) }
    self.init(
      information.value, unit: information.unit.symbol,
      others: Dictionary(others) { first, _ in first })
  }
}
