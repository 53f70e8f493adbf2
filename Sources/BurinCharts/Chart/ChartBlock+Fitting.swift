import BurinGeometry
import BurinScene

// Small charts, as in widgets, give up what explains them before they give up what they show.

extension ChartBlock {
  /// The height and the width from which a chart shows all of its parts or does not fit, in points.
  private static let fullSize = Size(200, 150)
  /// The height of a plot under which the chart gives up the data's names of its axes, in points.
  private static let leastNamedHeight = 36.0
  /// The height of a category of y under which it does so, in points: less has no room for names.
  private static let leastBandHeight = 14.0
  /// About the height of the names of both axes, in points.
  private static let namesHeight = 44.0
  /// The height of a plot under which the chart gives up a legend that nobody asked for, in points.
  private static let leastKeyedHeight = 12.0
  /// The width of a plot under which it does so where the legend stands beside it, in points.
  private static let leastKeyedWidth = 40.0

  /// Returns the chart without the parts that a size leaves no room for.
  func fitted(in size: Size) throws -> ChartBlock {
    var block = self
    if model.angle.isAlone, !configuration.legend.isPlaced,
      configuration.legend.isShown(for: legend), size.width > size.height
    {
      // In a wide chart a legend beside the pie leaves it more room, unless its names are long.
      func pie(_ block: ChartBlock) throws -> Double {
        let insets = try ChartSolver(block: block, size: size).insets
        return min(size.width - insets.horizontal, size.height - insets.vertical)
      }
      var beside = self
      beside.change { $0.legend.place = .trailing }
      if try pie(beside) > pie(self) { block = beside }
    }
    try block.dropIdleTitles(in: size)
    if size.width < Self.fullSize.width { try block.fitWidth(size) }
    if size.height < Self.fullSize.height { try block.fitHeight(size) }
    return block
  }

  /// Leaves out the legend beside a plot that would have no width.
  private mutating func fitWidth(_ size: Size) throws {
    let legend = configuration.legend
    var isBeside = legend.place == .leading || legend.place == .trailing
    isBeside = isBeside && legend.isShown(for: self.legend)
    if case .continuous = model.styles.color { isBeside = true }
    guard isBeside, legend.visibility == .automatic else { return }
    let width = size.width - (try ChartSolver(block: self, size: size)).insets.horizontal
    if width < Self.leastKeyedWidth {
      leaveOut("the legend", for: .width, of: size) { $0.legend.visibility = .hidden }
    }
  }

  /// Leaves out the data's names of axes, those of categories first, and then a legend.
  private mutating func fitHeight(_ size: Size) throws {
    func plotHeight(_ block: ChartBlock) throws -> Double {
      size.height - (try ChartSolver(block: block, size: size)).insets.vertical
    }
    let bands =
      model.y.isBand(configuration.y)
      ? configuration.y.categories?.count ?? model.y.categories.count : 0
    var height = try plotHeight(self)
    let wished = Double(bands) * Self.leastBandHeight
    // For very many categories the names would be given up in vain.
    let least = max(Self.leastNamedHeight, wished < height + Self.namesHeight ? wished : 0)
    var titles = [("x", \ChartConfiguration.x.title), ("y", \.y.title)]
    if bands > 0, !model.x.isBand(configuration.x) { titles.reverse() }
    for (axis, path) in titles
    where height < least && configuration[keyPath: path]?.isAutomatic == true {
      let name = configuration[keyPath: path]?.plain ?? ""
      leaveOut("the name of \(axis), “\(name)”,", for: .height, of: size) {
        $0[keyPath: path] = nil
      }
      height = try plotHeight(self)
    }
    let legend = configuration.legend
    if height < Self.leastKeyedHeight, legend.visibility == .automatic,
      legend.isShown(for: self.legend), legend.place == .top || legend.place == .bottom
    {
      leaveOut("the legend", for: .height, of: size) { $0.legend.visibility = .hidden }
    }
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
