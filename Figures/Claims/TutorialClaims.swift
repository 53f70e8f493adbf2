public import BurinFigures
import InformationTheory

/// Everything that the tutorial prints and that can be wrong, in its order.
///
/// Left out are numbers that only count or name: dates, numbers of sections and of list items, the
/// faces of a die.
public enum TutorialClaims {
  /// All claims.
  public static var all: [Claim] {
    frontMatter + chapter1 + chapter2 + chapter3 + chapter4 + chapter5 + chapter6 + chapter6Jensen
      + chapter6Directions + chapter7 + chapter8 + exercises + numericalExample + changelog
  }
}

// How claims are written down.
extension TutorialClaims {
  /// The claims of one section.
  static func section(_ name: String, @ClaimListBuilder _ claims: () -> [Claim]) -> [Claim] {
    Claim.section(name, claims)
  }

  /// The units that stand behind the tutorial's numbers.
  static let units = InformationUnit.allCases.map(\.symbol)

  /// A printed number held against a computed one.
  static func number(
    _ printed: String, _ place: Claim.Place, _ subject: String, note: String = "",
    _ value: @escaping @Sendable () throws -> Double
  ) -> Claim {
    .number(printed, place, subject, note: note, units: units) { Quantity(try value()) }
  }

  /// A printed number held against a computed amount of information.
  static func amount(
    _ printed: String, _ place: Claim.Place, _ subject: String, note: String = "",
    _ value: @escaping @Sendable () throws -> Information
  ) -> Claim {
    .number(printed, place, subject, note: note, units: units) { Quantity(try value()) }
  }

  /// A number that the tutorial starts from, held against the default of a figure's parameter.
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

  /// A statement that a computation bears out or not.
  static func statement(
    _ printed: String, _ place: Claim.Place, _ subject: String, note: String = "",
    _ observe: @escaping @Sendable () throws -> Claim.Observation
  ) -> Claim {
    .statement(printed, place, subject, note: note, observe)
  }

  /// Something to know that no computation decides.
  static func remark(
    _ printed: String, _ place: Claim.Place, _ subject: String, note: String
  ) -> Claim {
    .remark(printed, place, subject, note: note)
  }
}

// Where the computed side comes from.
extension TutorialClaims {
  /// The default of a figure's parameter, number by number.
  static func defaults(_ figure: String, _ parameter: String) throws -> [Double] {
    guard
      let description = Catalog.entry(figure)?.parameters.first(where: { $0.name == parameter })
    else { throw ParameterError(parameter, "the figure \(figure) has no such parameter") }
    return try [Double](parameterText: description.defaultText)
  }

  /// The distribution that a figure's parameter has by default.
  static func distribution(_ figure: String, _ parameter: String) throws -> Distribution {
    try Distribution(defaults(figure, parameter))
  }

  /// The value of a fact of a figure at its defaults.
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

  /// The letters of English (P) and of pinyin (Q).
  static func letters() throws -> (P: Distribution, Q: Distribution) {
    (
      try Distribution(counts: defaults("07_cross_entropy", "P")),
      try Distribution(counts: defaults("07_cross_entropy", "Q"))
    )
  }

  /// An amount of information in words, with fewer decimals where it has no more.
  static func text(_ amount: Information, decimals: Int = 3) -> String {
    let (rounded, exact) = (
      amount.value.rounded(decimals), NumberFormat.shortest.string(amount.value)
    )
    return "\(exact.count < rounded.count ? exact : rounded) \(amount.unit.symbol)"
  }
}

extension Quantity {
  /// An amount of information, in each of its units.
  init(_ information: Information) {
    let others = InformationUnit.allCases.map { ($0.symbol, information.value(in: $0)) }
    self.init(
      information.value, unit: information.unit.symbol,
      others: Dictionary(others) { first, _ in first })
  }
}
