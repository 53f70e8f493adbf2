import BurinScales

/// A computed number with a name, a unit and the precision with which it is printed.
///
/// ```swift
/// Fact("kl.forward", 0.5713915721, unit: "bits", decimals: 3).text  // "0.571 bits"
/// ```
public struct Fact: Hashable, Sendable {
  /// The name, such as `kl.forward`.
  public var name: String
  /// The value.
  public var value: Double
  /// The unit; empty for a plain number.
  public var unit: String
  /// The number of digits after the decimal point in print.
  public var decimals: Int

  /// Creates a fact.
  public init(_ name: String, _ value: Double, unit: String = "", decimals: Int = 3) {
    self.name = name
    self.value = value
    self.unit = unit
    self.decimals = decimals
  }

  /// The rounded number without its unit; `∞` for an infinity.
  ///
  /// A number that isn't zero is never printed as zero: below its last decimal it is written as a
  /// power of ten, such as `4.3×10⁻⁶`.
  public var number: String { number(decimals: decimals) }

  /// The rounded number with its unit.
  public var text: String { unit.isEmpty ? number : "\(number) \(unit)" }

  /// Returns the number rounded to other decimals, without its unit.
  public func number(decimals: Int) -> String { Self.number(value, decimals: decimals) }

  /// Returns a number rounded to decimals, or as a power of ten if it would be printed as zero
  /// without being zero.
  public static func number(_ value: Double, decimals: Int) -> String {
    let text = NumberFormat.fixed(decimals).string(value)
    let isZero = !text.contains { $0.isNumber && $0 != "0" || $0 == "∞" }
    return value != 0 && value.isFinite && isZero
      ? NumberFormat.scientific(1).string(value) : text
  }
}

/// The facts of a figure, in order, with unique names.
public struct Facts: Sendable, Hashable, ExpressibleByArrayLiteral, Sequence {
  /// The facts in order.
  public private(set) var all: [Fact]

  /// Creates facts from a list.
  public init(_ facts: [Fact]) { all = facts }
  /// Creates facts from a list.
  public init(arrayLiteral elements: Fact...) { all = elements }

  /// Iterates in order.
  public func makeIterator() -> IndexingIterator<[Fact]> { all.makeIterator() }

  /// Adds a fact at the end.
  public mutating func append(_ fact: Fact) { all.append(fact) }

  /// Returns the fact with a name.
  ///
  /// - Throws: ``FigureError/unknownFact(_:known:)``, which lists the known names.
  public subscript(name: String) -> Fact {
    get throws {
      guard let fact = all.first(where: { $0.name == name }) else {
        throw FigureError.unknownFact(name, known: all.map(\.name))
      }
      return fact
    }
  }
}

extension Facts {
  /// Returns the facts with as many decimals as it takes to tell unequal amounts of one unit apart.
  ///
  /// ```swift
  /// Facts([Fact("own", 1.29546, unit: "bits"), Fact("other", 1.29589, unit: "bits")])
  ///   .distinguished().map(\.text)  // ["1.2955 bits", "1.2959 bits"]
  /// ```
  ///
  /// Facts of one unit and as many decimals get more of them together, so that columns stay aligned.
  /// Equal amounts are printed equally: with the decimals of the one that has most. Amounts that
  /// differ by a billionth or less count as equal. Numbers without a unit keep their decimals.
  ///
  /// - Parameter most: the maximum number of decimals.
  public func distinguished(upTo most: Int = 9) -> Facts {
    var facts = all
    for unit in Set(facts.map(\.unit)) where !unit.isEmpty {
      let places = facts.indices.filter { facts[$0].unit == unit && facts[$0].value.isFinite }
        .sorted { facts[$0].value.magnitude < facts[$1].value.magnitude }
      var raised: Set<Int>
      repeat {
        raised = []
        var digits = places.reduce(into: [:]) { $0[$1] = Self.digits(facts[$1]) }
        let pairs = places.indices.flatMap { index in
          places[(index + 1)...].map { (places[index], $0) }
        }
        for (first, second) in pairs {
          let (a, b) = (facts[first], facts[second])
          let distance = (a.value.magnitude - b.value.magnitude).magnitude
          if distance <= 1e-9 * Swift.max(1, b.value.magnitude) {
            let decimals = Swift.max(a.decimals, b.decimals)
            if a.decimals != b.decimals, a.value == b.value, a.value != 0 {
              facts[first].decimals = decimals
              facts[second].decimals = decimals
              digits[first] = Self.digits(facts[first])
              digits[second] = Self.digits(facts[second])
            }
          } else if digits[first] == digits[second], a.decimals < most {
            raised.insert(a.decimals)
          }
        }
        for place in places where raised.contains(facts[place].decimals) {
          facts[place].decimals += 1
        }
      } while !raised.isEmpty
    }
    return Facts(facts)
  }

  /// The printed number without its sign, which is often written separately.
  private static func digits(_ fact: Fact) -> String {
    var digits = fact.number
    digits.unicodeScalars.removeAll { $0 == "\u{2212}" }
    return digits
  }
}
