/// The costs of a place, as whole numbers, so that small changes of a figure have no effect.
///
/// A place is clean if it has only costs of preference: see ``isClean``.
struct PlacementCost: Hashable {
  /// The distance from what the author or the reader would prefer.
  var rank = 0
  /// Grid lines and edges of pale areas under the text.
  var backdrop = 0
  /// Closer to another mark's point than to its own, or against the reading order.
  var order = 0
  /// Overlap with other text.
  var text = 0
  /// Lines of marks under the text.
  var lines = 0
  /// Bars, points and heads of arrows under the text.
  var marks = 0
  /// The leader crosses a text, a mark or another leader.
  var leader = 0
  /// Text beyond the plot or the frame.
  var bounds = 0
  /// Insufficient contrast with what lies under the text.
  var contrast = 0
  /// A constraint of the author that the place breaks.
  var constraint = 0

  /// The sum of all costs.
  var total: Int { rank + backdrop + order + faults }
  /// The costs that a reader would call faults.
  var faults: Int { text + lines + marks + leader + bounds + contrast + constraint }
  /// Whether no reader would find a fault.
  var isClean: Bool { faults == 0 }
  /// Whether other text or the frame's edge makes the text itself hard to read.
  var isUnreadable: Bool { text > 0 || bounds >= PlacementField.outOfFrame }

  static func + (a: PlacementCost, b: PlacementCost) -> PlacementCost {
    PlacementCost(
      rank: a.rank + b.rank, backdrop: a.backdrop + b.backdrop, order: a.order + b.order,
      text: a.text + b.text, lines: a.lines + b.lines, marks: a.marks + b.marks,
      leader: a.leader + b.leader, bounds: a.bounds + b.bounds, contrast: a.contrast + b.contrast,
      constraint: a.constraint + b.constraint)
  }
}

extension PlacementCost {
  /// The costs that are not zero, the most severe first.
  var reasons: [LabelPlacement.Reason] {
    let parts = [
      ("breaks a constraint", constraint), ("on text", text), ("on lines", lines),
      ("on marks", marks), ("leader crosses", leader), ("out of bounds", bounds),
      ("too little contrast", contrast), ("nearer to another or out of order", order),
      ("on grid or edges of tints", backdrop), ("rank of preference", rank),
    ]
    return parts.filter { $0.1 != 0 }.map { LabelPlacement.Reason(what: $0.0, cost: $0.1) }
  }
}
