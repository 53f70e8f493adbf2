import BurinScales

/// A computed number with a name, a unit and the rounding in which it is printed.
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
  /// How many digits follow the point where the fact is printed.
  public var decimals: Int

  /// Makes a fact.
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

  /// The number rounded otherwise, without its unit.
  public func number(decimals: Int) -> String { NumberFormat.fixed(decimals).string(value) }
}

/// The facts of a figure, in order, each with a name of its own.
public struct Facts: Sendable, Hashable, ExpressibleByArrayLiteral, Sequence {
  /// The facts in order.
  public private(set) var all: [Fact]

  /// Makes facts from a list.
  public init(_ facts: [Fact]) { all = facts }
  /// Makes facts from a list.
  public init(arrayLiteral elements: Fact...) { all = elements }

  /// Iterates in order.
  public func makeIterator() -> IndexingIterator<[Fact]> { all.makeIterator() }

  /// Adds a fact at the end.
  public mutating func append(_ fact: Fact) { all.append(fact) }

  /// The fact of a name.
  ///
  /// - Throws: ``FigureError/unknownFact(_:known:)``, which lists the names there are.
  public subscript(name: String) -> Fact {
    get throws {
      guard let fact = all.first(where: { $0.name == name }) else {
        throw FigureError.unknownFact(name, known: all.map(\.name))
      }
      return fact
    }
  }
}
