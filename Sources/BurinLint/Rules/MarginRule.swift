import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Returns findings for texts in the margin of the page.
  func textInMargin(_ rule: LintRule, _ tolerance: Double) -> [Finding] {
    let room = page.inset(by: scene.margin)
    guard scene.margin > 0, room.width > 0, room.height > 0 else { return [] }
    // The labels of an axis, and the runs of a formula, count as one fault.
    var worst: [Int: (depth: Double, text: Text)] = [:]
    var order: [Int] = []
    for (index, text) in texts.enumerated() {
      guard let shown = text.ink.shown, page.contains(shown, tolerance: InkLimits.touch) else {
        // Text beyond the canvas is cut off, which is a separate fault.
        continue
      }
      let depth = max(
        room.minX - shown.minX, shown.maxX - room.maxX, room.minY - shown.minY,
        shown.maxY - room.maxY)
      guard depth > tolerance + InkLimits.rounding else { continue }
      let whole = text.ink.group(.axis) ?? text.ink.formula ?? -index
      if worst[whole] == nil { order.append(whole) }
      if depth > worst[whole]?.depth ?? 0 { worst[whole] = (depth, text) }
    }
    return order.compactMap { worst[$0] }.map { depth, text in
      Finding(
        rule: rule, node: text.ink.node, problem: "\(text.name) extends into the page's margin",
        measure: Measure(depth, "pt"), limit: Measure(tolerance, "pt"),
        fix: "leave more space for it within the margin", bounds: text.ink.bounds)
    }
  }
}
