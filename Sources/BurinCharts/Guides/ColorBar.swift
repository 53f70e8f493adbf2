import BurinGeometry
import BurinScales
import BurinScene

/// What the colours of a field mean: a strip of them beside a scale.
public struct ColorBar: Hashable, Sendable {
  /// The values at the strip's ends.
  public var values: ClosedRange<Double>
  /// The colour of the smallest value.
  public var low: ThemeColor
  /// The colour of the largest value.
  public var high: ThemeColor
  /// How many steps of colour there are; nil for a smooth strip.
  public var steps: Int?

  /// Makes a colour bar.
  public init(
    values: ClosedRange<Double>, low: ThemeColor, high: ThemeColor, steps: Int? = nil
  ) {
    self.values = values
    self.low = low
    self.high = high
    self.steps = steps
  }
}

/// A colour bar whose labels are measured.
struct ColorBarGuide {
  private let bar: ColorBar
  private let labels: [(value: Double, block: TextBlock)]

  private static let gap = 14.0
  private static let strip = 12.0
  private static let labelGap = 6.0

  /// Chooses labels that keep clear of each other along a height, in points.
  init(_ bar: ColorBar, height: Double, _ context: LayoutContext) throws {
    func block(_ value: Double, _ format: NumberFormat) throws -> TextBlock {
      try context.layout(Text(format.label(value)), role: .tick, color: .secondary)
    }
    self.bar = bar
    let (low, high) = (bar.values.lowerBound, bar.values.upperBound)
    let search = TickSearch(targetCount: max(2, min(6, height / 46)), extent: .within)
    let ticks = search.ticks(low, high) { candidate in
      let format = NumberFormat.automatic(for: candidate)
      let heights = candidate.map { (try? block($0, format).size.height) ?? .infinity }
      let gaps = candidate.indices.dropFirst().map { index in
        let distance = (candidate[index] - candidate[index - 1]) / (high - low) * height
        return distance - (heights[index] + heights[index - 1]) / 2
      }
      return gaps.allSatisfy { $0 >= 0 } ? 1 : -.infinity
    }
    // A bar too low for two labels keeps the larger one.
    let values = ticks.isLegible ? ticks.major : ticks.major.suffix(1)
    labels = try values.map { ($0, try block($0, ticks.format)) }
  }

  /// The room at the right of the plot, in points.
  var width: Double {
    Self.gap + Self.strip + Self.labelGap + (labels.map(\.block.size.width).max() ?? 0)
  }

  /// The strip with its labels, as high as the plot.
  func item(beside plot: Rect, at x: Double, _ context: LayoutContext) throws -> SceneItem {
    let rect = Rect(
      x: max(x, plot.maxX) + Self.gap, y: plot.minY, width: Self.strip, height: plot.height)
    let rows = min(max(2, bar.steps ?? 128), 512)
    let (low, high) = (try context.color(bar.low), try context.color(bar.high))
    let cells = (0..<rows).map { row in
      low.mixed(with: high, at: 1 - Double(row) / Double(rows - 1))
    }
    let span = bar.values.upperBound - bar.values.lowerBound
    var items: [SceneItem] = [
      .image(ImageItem(rect: rect, columns: 1, rows: rows, cells: cells)),
      .stroke(.rect(rect), Stroke(try context.color(.axis), width: 0.8)),
    ]
    for (index, label) in labels.enumerated() {
      let fraction = span > 0 ? (label.value - bar.values.lowerBound) / span : 0.5
      let y = rect.maxY - fraction * rect.height
      items.append(
        .group(
          Group(
            .tick, "\(index + 1)",
            items: [
              .stroke(
                .segment(Point(rect.maxX, y), Point(rect.maxX + 3, y)),
                Stroke(try context.color(.axis), width: 1)),
              label.block.placed(
                at: Point(rect.maxX + Self.labelGap, y - label.block.opticalCenter), role: .label),
            ])))
    }
    return .group(Group(.legend, "color bar", items: items))
  }
}

extension ChartBlock {
  /// The colour bar of the first mark that asks for one, beside a plot of a height in points.
  func colorBar(height: Double) throws -> ColorBarGuide? {
    try model.marks.lazy.compactMap(\.colorBar).first.map {
      try ColorBarGuide($0, height: height, context)
    }
  }
}
