import BurinGeometry
import BurinScene

// Low charts, as in widgets, give up what explains them before they give up what they show.

extension ChartBlock {
  /// The height from which a chart shows all of its parts or does not fit, in points.
  private static let fullHeight = 150.0
  /// The height of a plot under which the chart gives up the data's names of its axes, in points.
  private static let leastNamedHeight = 36.0
  /// The height of a plot under which the chart gives up a legend that nobody asked for, in points.
  private static let leastKeyedHeight = 12.0

  /// Returns the chart without the parts that a height leaves no room for.
  func fitted(in size: Size) throws -> ChartBlock {
    var block = self
    try block.dropIdleTitles(in: size)
    guard size.height < Self.fullHeight else { return block }
    func plotHeight(_ block: ChartBlock) throws -> Double {
      size.height - (try ChartSolver(block: block, size: size)).insets.vertical
    }
    var height = try plotHeight(block)
    guard height < Self.leastNamedHeight else { return block }
    for (axis, path) in [("x", \ChartConfiguration.x.title), ("y", \.y.title)]
    where block.configuration[keyPath: path]?.isAutomatic == true {
      let name = block.configuration[keyPath: path]?.plain ?? ""
      block.leaveOut("the name of \(axis), “\(name)”,", in: size) { $0[keyPath: path] = nil }
    }
    if block.isReduced { height = try plotHeight(block) }
    let legend = block.configuration.legend
    if height < Self.leastKeyedHeight, legend.visibility == .automatic,
      legend.isShown(for: block.legend), legend.place == .top || legend.place == .bottom
    {
      block.leaveOut("the legend", in: size) { $0.legend.visibility = .hidden }
    }
    return block
  }

  /// Removes the data's names of axes whose marks show no values.
  private mutating func dropIdleTitles(in size: Size) throws {
    for (isHorizontal, path) in [(true, \ChartConfiguration.x), (false, \.y)] {
      let scale = configuration[keyPath: path]
      guard scale.title?.isAutomatic == true, let marks = scale.marks,
        marks.allSatisfy({ $0.content != nil })
      else { continue }
      let length = max(20, isHorizontal ? size.width : size.height)
      let guides = try ChartSolver.guides(
        self, in: size, isHorizontal: isHorizontal, low: isHorizontal ? 0 : length,
        high: isHorizontal ? length : 0
      ).guides
      if guides.allSatisfy({ $0.labelSize == .zero }) {
        change { $0[keyPath: path].title = nil }
      }
    }
  }
}
