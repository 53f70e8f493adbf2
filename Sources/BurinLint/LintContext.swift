/// What a picture should say, against which its texts are checked.
public struct LintContext: Hashable, Sendable {
  /// A computed number with the unit and the rounding in which it is printed.
  public struct Number: Hashable, Sendable {
    /// The name, such as `kl.forward`.
    public var name: String
    /// The value.
    public var value: Double
    /// The unit; empty for a plain number.
    public var unit: String
    /// How many digits follow the point.
    public var decimals: Int

    /// Makes a number.
    public init(name: String, value: Double, unit: String, decimals: Int) {
      self.name = name
      self.value = value
      self.unit = unit
      self.decimals = decimals
    }
  }

  /// The facts that the picture prints.
  public var facts: [Number]
  /// Numbers that went into the picture, such as parameters; texts may quote them.
  public var inputs: [Double]

  /// Makes a context.
  public init(facts: [Number] = [], inputs: [Double] = []) {
    self.facts = facts
    self.inputs = inputs
  }
}
