public import BurinGeometry

/// A fault that a rule found in a scene.
public struct Finding: Hashable, Sendable {
  /// The rule that found it.
  public var rule: LintRule
  /// The way to the item, such as `chart › x axis › tick 4`.
  public var node: String
  /// What was measured, the limit, and what would help, in one line.
  public var message: String
  /// Where the fault lies, in points on the canvas.
  public var bounds: Rect

  /// Makes a finding.
  public init(rule: LintRule, node: String, message: String, bounds: Rect) {
    self.rule = rule
    self.node = node
    self.message = message
    self.bounds = bounds
  }
}

extension Finding: CustomStringConvertible {
  /// One line: the rule, the item and the message.
  public var description: String { "\(rule.name): \(node.isEmpty ? "scene" : node): \(message)" }
}
