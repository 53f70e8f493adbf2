public import BurinCharts

/// A sentence of a figure, with the condition under which it is true.
///
/// ```swift
/// func statements(_ n: Numbers) -> [Statement] {
///   [
///     Statement("title.equal", if: "P = Q", n.P == n.Q) { _ in "The guess is perfect" },
///     Statement("title.differ", if: "P ≠ Q", n.P != n.Q) { _ in "The guess misses" },
///   ]
/// }
/// ```
///
/// The part of the name before the first dot is the place where the sentence stands. The first
/// statement of a place that holds is shown there; where none holds, the place stays empty.
public struct Statement: Sendable {
  /// The name, such as `title.equal`.
  public var name: String
  /// The condition in words.
  public var condition: String
  /// Whether the condition holds.
  public var holds: Bool
  /// Returns the sentence in a language.
  public var text: @Sendable (Language) -> Text

  /// Creates a statement.
  ///
  /// - Parameters:
  ///   - name: the place and, after a dot, what distinguishes the sentence from others there.
  ///   - condition: the condition in words.
  ///   - holds: whether the condition holds.
  ///   - text: the sentence in a language.
  public init(
    _ name: String, if condition: String, _ holds: Bool,
    text: @escaping @Sendable (Language) -> Text
  ) {
    self.name = name
    self.condition = condition
    self.holds = holds
    self.text = text
  }

  /// The place where the sentence stands: `title` for `title.equal`.
  public var place: String { String(name.prefix { $0 != "." }) }
}

extension Sequence<Statement> {
  /// Returns the statement that is shown at a place: the first that holds; `nil` if none does.
  public func shown(at place: String) -> Statement? {
    first { $0.place == place && $0.holds }
  }
}

extension Figure {
  /// Returns no statements.
  public func statements(_ numbers: Numbers) -> [Statement] { [] }

  /// Returns the sentence at a place in a language; `nil` if no statement there holds.
  public func sentence(_ place: String, _ numbers: Numbers, _ language: Language) -> Text? {
    statements(numbers).shown(at: place)?.text(language)
  }

  /// Returns the computed statements.
  ///
  /// - Throws: ``ParameterError``.
  public func statements() throws -> [Statement] { statements(try checkedNumbers()) }
}
