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
  public var number: String { NumberFormat.fixed(decimals).string(value) }

  /// The rounded number with its unit.
  public var text: String { unit.isEmpty ? number : "\(number) \(unit)" }

  /// Returns the number rounded to other decimals, without its unit.
  public func number(decimals: Int) -> String { NumberFormat.fixed(decimals).string(value) }
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
