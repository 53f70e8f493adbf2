import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Returns findings for axes whose labels or ticks are too close together.
  func denseTicks(_ rule: LintRule, gap: Double, step: Double) -> [Finding] {
    axes().flatMap { own -> [Finding] in
      [
        crowding(rule, "labels", labels(own), limit: gap),
        crowding(rule, "ticks", strokes(own), limit: step),
      ].compactMap { $0 }
    }
  }

  /// Returns the ink of each axis, in the order of the axes.
  func axes() -> [[Ink]] {
    var numbers: [Int: Int] = [:]
    var axes: [[Ink]] = []
    for ink in inks {
      guard let axis = ink.group(.axis) else { continue }
      if let number = numbers[axis] {
        axes[number].append(ink)
      } else {
        numbers[axis] = axes.count
        axes.append([ink])
      }
    }
    return axes
  }

  /// Returns the ink of each tick's label.
  private func labels(_ inks: [Ink]) -> [(ink: Ink, bounds: Rect)] {
    var order: [Int] = []
    var labels: [Int: (ink: Ink, bounds: Rect)] = [:]
    for ink in inks {
      guard ink.run != nil, let tick = ink.group(.tick) else { continue }
      if let label = labels[tick] {
        labels[tick] = (label.ink, label.bounds.union(ink.bounds))
      } else {
        order.append(tick)
        labels[tick] = (ink, ink.bounds)
      }
    }
    return order.compactMap { labels[$0] }
  }

  /// Returns the short lines of ticks, including minor ones, without their width.
  private func strokes(_ inks: [Ink]) -> [(ink: Ink, bounds: Rect)] {
    inks.compactMap { ink in
      guard let item = ink.path, let stroke = item.stroke,
        !ink.isIn(.decoration), max(ink.bounds.width, ink.bounds.height) <= 16
      else { return nil }
      return (ink, ink.bounds.inset(by: stroke.width / 2))
    }
  }

  /// Returns the smallest distance between neighbours, if it is too small.
  private func crowding(
    _ rule: LintRule, _ what: String, _ things: [(ink: Ink, bounds: Rect)], limit: Double
  ) -> Finding? {
    guard let whole = Rect.union(of: things.map(\.bounds)), things.count > 1 else { return nil }
    let isHorizontal = whole.width > whole.height
    let sorted = things.sorted {
      isHorizontal ? $0.bounds.midX < $1.bounds.midX : $0.bounds.midY < $1.bounds.midY
    }
    var narrowest: (gap: Double, ink: Ink, bounds: Rect)?
    // The neighbours of staggered labels are two positions away.
    for distance in 1...2 {
      for (a, b) in zip(sorted, sorted.dropFirst(distance)) {
        let dx = max(a.bounds.minX, b.bounds.minX) - min(a.bounds.maxX, b.bounds.maxX)
        let dy = max(a.bounds.minY, b.bounds.minY) - min(a.bounds.maxY, b.bounds.maxY)
        let gap = max(dx, dy)
        if gap < narrowest?.gap ?? .infinity {
          narrowest = (gap, b.ink, a.bounds.union(b.bounds))
        }
      }
    }
    guard let narrowest, narrowest.gap < limit - InkLimits.rounding else { return nil }
    return Finding(
      rule: rule, node: narrowest.ink.node,
      problem: "the \(what) of the axis are too close together",
      measure: Measure(narrowest.gap, "pt"), limit: Measure(limit, "pt"),
      fix: "show fewer ticks, or enlarge the chart", bounds: narrowest.bounds)
  }
}
