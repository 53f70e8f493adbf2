import BurinGeometry

/// Content side by side, from left to right; charts in it align the tops and bottoms of their plots.
///
/// ```swift
/// HStack(spacing: 24) {
///   Chart { … }
///   Chart { … }
/// }
/// ```
public struct HStack: PrimitiveContent {
  var alignment: VerticalAlignment
  var spacing: Double
  var contents: [AnyContent]

  /// Puts content side by side.
  ///
  /// - Parameters:
  ///   - alignment: where content lies that is less high than the stack.
  ///   - spacing: the distance between neighbours, in points.
  ///   - content: what is stacked.
  public init(
    alignment: VerticalAlignment = .top, spacing: Double = 16,
    @FigureContentBuilder content: () throws -> [AnyContent]
  ) rethrows {
    self.alignment = alignment
    self.spacing = spacing
    contents = try content()
  }

  /// Resolves the stack.
  public func block(in context: LayoutContext) throws -> any Block {
    HStackBlock(
      children: try contents.map { try $0.block(in: context) }, alignment: alignment,
      spacing: spacing)
  }
}

/// Content below each other, from top to bottom; charts in it align the sides of their plots.
public struct VStack: PrimitiveContent {
  var alignment: HorizontalAlignment
  var spacing: Double
  var contents: [AnyContent]

  /// Puts content below each other.
  ///
  /// - Parameters:
  ///   - alignment: where content lies that is narrower than the stack.
  ///   - spacing: the distance between neighbours, in points.
  ///   - content: what is stacked.
  public init(
    alignment: HorizontalAlignment = .leading, spacing: Double = 12,
    @FigureContentBuilder content: () throws -> [AnyContent]
  ) rethrows {
    self.alignment = alignment
    self.spacing = spacing
    contents = try content()
  }

  /// Resolves the stack.
  public func block(in context: LayoutContext) throws -> any Block {
    VStackBlock(
      children: try contents.map { try $0.block(in: context) }, alignment: alignment,
      spacing: spacing)
  }
}

/// Where content lies in a stack from left to right that is higher.
public enum VerticalAlignment: Hashable, Sendable { case top, center, bottom, firstBaseline }

/// Where content lies in a stack from top to bottom that is wider.
public enum HorizontalAlignment: Hashable, Sendable { case leading, center, trailing }

/// Shares a length: fixed children take theirs, flexible ones the rest by weight.
func distribute(_ total: Double?, spacing: Double, ideal: [Double], flex: [Flexibility]) -> [Double]
{
  guard let total else { return ideal }
  let gaps = spacing * Double(max(0, ideal.count - 1))
  let weights = flex.map(\.weight).reduce(0, +)
  guard weights > 0 else { return ideal }
  let fixed = zip(ideal, flex).filter { $1 == .fixed }.map(\.0).reduce(0, +)
  let rest = max(0, total - gaps - fixed)
  return zip(ideal, flex).map { $1 == .fixed ? $0 : rest * $1.weight / weights }
}

struct HStackBlock: Block {
  var children: [any Block]
  var alignment: VerticalAlignment
  var spacing: Double

  var summary: String { "the row of \(children.map(\.summary).joined(separator: ", "))" }

  var horizontal: Flexibility {
    children.contains { $0.horizontal != .fixed } ? .flexible(1) : .fixed
  }
  var vertical: Flexibility { children.contains { $0.vertical != .fixed } ? .flexible(1) : .fixed }

  private func widths(_ total: Double?, height: Double?) throws -> [Double] {
    var ideal = try children.map {
      $0.horizontal == .fixed || total == nil
        ? try $0.size(ProposedSize(height: height)).width : 0
    }
    var flex = children.map(\.horizontal)
    // A flexible child that cannot do with its share gets what it needs, and the others share the
    // rest; as this makes their shares smaller, it is asked again.
    while true {
      let widths = distribute(total, spacing: spacing, ideal: ideal, flex: flex)
      let cramped = try children.indices.filter { index in
        guard flex[index] != .fixed, total != nil else { return false }
        let needed = try children[index].size(
          ProposedSize(width: widths[index], height: height)
        ).width
        ideal[index] = needed
        return needed > widths[index] + 0.5
      }
      guard !cramped.isEmpty, cramped.count < flex.count(where: { $0 != .fixed }) else {
        return widths
      }
      for index in cramped { flex[index] = .fixed }
    }
  }

  private func sizes(_ widths: [Double], height: Double?) throws -> [Size] {
    let own = try zip(children, widths).map {
      try $0.size(ProposedSize(width: $1, height: height))
    }
    // Flexible children become as high as the highest.
    let highest = own.map(\.height).max() ?? 0
    return zip(zip(own, widths), children).map {
      Size($0.1, $1.vertical == .fixed ? $0.0.height : (height ?? highest))
    }
  }

  func size(_ proposal: ProposedSize) throws -> Size {
    let widths = try widths(proposal.width, height: proposal.height)
    let heights = try sizes(widths, height: proposal.height).map(\.height)
    let baselines = try self.baselines(widths, heights)
    var height = heights.max() ?? 0
    if let baselines, let lowest = baselines.max() {
      height = zip(heights, baselines).map { $0 + lowest - $1 }.max() ?? height
    }
    return Size(widths.reduce(0, +) + spacing * Double(max(0, children.count - 1)), height)
  }

  private func baselines(_ widths: [Double], _ heights: [Double]) throws -> [Double]? {
    guard alignment == .firstBaseline else { return nil }
    return try children.indices.map {
      try children[$0].firstBaseline(in: Size(widths[$0], heights[$0])) ?? heights[$0]
    }
  }

  func firstBaseline(in size: Size) throws -> Double? {
    let widths = try widths(size.width, height: size.height)
    let heights = try sizes(widths, height: size.height).map(\.height)
    if let baselines = try baselines(widths, heights) { return baselines.max() }
    guard alignment == .top, let first = children.first else { return nil }
    return try first.firstBaseline(in: Size(widths[0], heights[0]))
  }

  func plotInsets(in size: Size) throws -> Insets? {
    let widths = try widths(size.width, height: size.height)
    let sizes = try sizes(widths, height: size.height)
    return try merged(sizes, in: size)
  }

  private func merged(_ sizes: [Size], in size: Size) throws -> Insets? {
    var union: Insets?
    for (child, own) in zip(children, sizes)
    where abs(own.height - size.height) < 0.5 {
      guard var insets = try child.plotInsets(in: own) else { continue }
      insets.leading = 0
      insets.trailing = 0
      union = union?.union(insets) ?? insets
    }
    guard var union else { return nil }
    if let first = children.first {
      union.leading = try first.plotInsets(in: sizes[0])?.leading ?? 0
    }
    if let last = children.last {
      union.trailing = try last.plotInsets(in: sizes[sizes.count - 1])?.trailing ?? 0
    }
    return union
  }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    let widths = try widths(rect.width, height: rect.height)
    let needed = widths.reduce(0, +) + spacing * Double(max(0, children.count - 1))
    if needed > rect.width + 0.5 {
      throw ChartError.doesNotFit(what: summary, needs: needed, available: rect.width)
    }
    let sizes = try sizes(widths, height: rect.height)
    for (child, size) in zip(children, sizes) where size.height > rect.height + 0.5 {
      throw ChartError.doesNotFit(
        what: child.summary, needs: size.height, available: rect.height, isHeight: true)
    }
    let baselines = try self.baselines(widths, sizes.map(\.height))
    let common = try merged(sizes, in: rect.size)
    var drawing = Drawing()
    var x = rect.minX
    for (index, child) in children.enumerated() {
      let size = sizes[index]
      let y: Double =
        switch alignment {
        case .top: rect.minY
        case .center: rect.midY - size.height / 2
        case .bottom: rect.maxY - size.height
        case .firstBaseline:
          rect.minY + (baselines?.max() ?? 0) - (baselines?[index] ?? 0)
        }
      var insets: Insets?
      if var own = try child.plotInsets(in: size) {
        if let common, abs(size.height - rect.height) < 0.5 {
          own.top = plotInsets?.top ?? common.top
          own.bottom = plotInsets?.bottom ?? common.bottom
        }
        if let plotInsets, index == 0 { own.leading = plotInsets.leading }
        if let plotInsets, index == children.count - 1 { own.trailing = plotInsets.trailing }
        insets = own
      }
      drawing.append(
        try child.draw(in: Rect(origin: Point(x, y), size: size), plotInsets: insets))
      x += size.width + spacing
    }
    return drawing
  }
}

struct VStackBlock: Block {
  var children: [any Block]
  var alignment: HorizontalAlignment
  var spacing: Double

  var summary: String { "the column of \(children.map(\.summary).joined(separator: ", "))" }

  var horizontal: Flexibility {
    children.contains { $0.horizontal != .fixed } ? .flexible(1) : .fixed
  }
  var vertical: Flexibility { children.contains { $0.vertical != .fixed } ? .flexible(1) : .fixed }

  private func sizes(_ width: Double?, height: Double?) throws -> [Size] {
    let ideal = try children.map { try $0.size(ProposedSize(width: width)) }
    let heights = distribute(
      height, spacing: spacing, ideal: ideal.map(\.height), flex: children.map(\.vertical))
    return zip(zip(ideal, heights), children).map {
      // A flexible child that cannot do with the width says so.
      Size($1.horizontal == .fixed ? $0.0.width : max(width ?? 0, $0.0.width), $0.1)
    }
  }

  func size(_ proposal: ProposedSize) throws -> Size {
    let sizes = try sizes(proposal.width, height: proposal.height)
    return Size(
      sizes.map(\.width).max() ?? 0,
      sizes.map(\.height).reduce(0, +) + spacing * Double(max(0, children.count - 1)))
  }

  func firstBaseline(in size: Size) throws -> Double? {
    guard let first = children.first else { return nil }
    return try first.firstBaseline(in: try sizes(size.width, height: size.height)[0])
  }

  func plotInsets(in size: Size) throws -> Insets? {
    let sizes = try sizes(size.width, height: size.height)
    var union: Insets?
    var y = 0.0
    var first: Double?
    var last = 0.0
    for (child, own) in zip(children, sizes) {
      if abs(own.width - size.width) < 0.5, let insets = try child.plotInsets(in: own) {
        union = union?.union(insets) ?? insets
        first = first ?? (y + insets.top)
        last = size.height - y - own.height + insets.bottom
      }
      y += own.height + spacing
    }
    union?.top = first ?? 0
    union?.bottom = last
    return union
  }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    let sizes = try sizes(rect.width, height: rect.height)
    let needed =
      sizes.map(\.height).reduce(0, +) + spacing * Double(max(0, children.count - 1))
    if needed > rect.height + 0.5 {
      throw ChartError.doesNotFit(
        what: summary, needs: needed, available: rect.height, isHeight: true)
    }
    for (child, size) in zip(children, sizes) where size.width > rect.width + 0.5 {
      throw ChartError.doesNotFit(
        what: child.summary, needs: size.width, available: rect.width)
    }
    let own = try self.plotInsets(in: rect.size)
    let withPlot = try children.indices.filter {
      try abs(sizes[$0].width - rect.width) < 0.5 && children[$0].plotInsets(in: sizes[$0]) != nil
    }
    var drawing = Drawing()
    var y = rect.minY
    for (index, child) in children.enumerated() {
      let size = sizes[index]
      let x: Double =
        switch alignment {
        case .leading: rect.minX
        case .center: rect.midX - size.width / 2
        case .trailing: rect.maxX - size.width
        }
      var insets: Insets?
      if withPlot.contains(index), let own, var child = try child.plotInsets(in: size) {
        child.leading = plotInsets?.leading ?? own.leading
        child.trailing = plotInsets?.trailing ?? own.trailing
        if let plotInsets, index == withPlot.first { child.top += plotInsets.top - own.top }
        if let plotInsets, index == withPlot.last { child.bottom += plotInsets.bottom - own.bottom }
        insets = child
      }
      drawing.append(
        try child.draw(in: Rect(origin: Point(x, y), size: size), plotInsets: insets))
      y += size.height + spacing
    }
    return drawing
  }
}
