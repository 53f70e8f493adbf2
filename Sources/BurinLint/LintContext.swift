/// The expected content of a picture, with which its texts are compared.
public struct LintContext: Hashable, Sendable {
  /// A computed number with the unit and the precision with which it is printed.
  public struct Number: Hashable, Sendable {
    /// The name, such as `kl.forward`.
    public var name: String
    /// The value.
    public var value: Double
    /// The unit; empty for a plain number.
    public var unit: String
    /// The number of digits after the decimal point.
    public var decimals: Int

    /// Creates a number.
    public init(name: String, value: Double, unit: String, decimals: Int) {
      self.name = name
      self.value = value
      self.unit = unit
      self.decimals = decimals
    }
  }

  /// The facts that the picture prints.
  public var facts: [Number]
  /// Numbers used to make the picture, such as parameters; texts may quote them.
  public var inputs: [Double]

  /// Creates a context.
  public init(facts: [Number] = [], inputs: [Double] = []) {
    self.facts = facts
    self.inputs = inputs
  }
}
