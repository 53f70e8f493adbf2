public import BurinGeometry

/// A fault that a rule found in a scene.
public struct Finding: Hashable, Sendable {
  /// The rule that found it.
  public var rule: LintRule
  /// The path to the item, such as `chart › x axis › tick 4`; empty for the scene as a whole.
  public var node: String
  /// The problem, without the numbers: `"0.5" overlaps "0.6" of axis x › tick 3`.
  public var problem: String
  /// The measured value.
  public var measure: Measure
  /// The limit that the value violates.
  public var limit: Measure
  /// The suggested remedy.
  public var fix: String
  /// The location of the fault, in points on the canvas.
  public var bounds: Rect

  /// Creates a finding.
  public init(
    rule: LintRule, node: String, problem: String, measure: Measure, limit: Measure, fix: String,
    bounds: Rect
  ) {
    self.rule = rule
    self.node = node
    self.problem = problem
    self.measure = measure
    self.limit = limit
    self.fix = fix
    self.bounds = bounds
  }
}

/// A number with its unit, as in findings.
public struct Measure: Hashable, Sendable, CustomStringConvertible {
  /// The number.
  public var value: Double
  /// The unit, such as `pt` or `:1`; empty for a plain number.
  public var unit: String

  /// Creates a measure.
  public init(_ value: Double, _ unit: String = "") {
    self.value = value
    self.unit = unit
  }

  /// The number with at most two decimals and its unit, such as `4 pt` or `2.57:1`.
  public var description: String {
    let rounded = (value * 100).rounded() / 100
    let number =
      rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
    return number + (unit.isEmpty || unit.hasPrefix(":") ? unit : " " + unit)
  }
}

extension Finding: CustomStringConvertible {
  /// One line: rule, item, problem, measure and limit, and remedy.
  public var description: String {
    "\(rule.name): \(node.isEmpty ? "scene" : node): \(problem): \(measure) (limit \(limit)): \(fix)"
  }
}
