import BurinGeometry

/// Content in sequence along an axis, whose plots share their sides across the axis.
struct StackBlock: Block {
  var axis: StackAxis
  var children: [MeasuredBlock]
  var alignment: StackAlignment
  var spacing: Double

  var summary: String {
    let names = children.map(\.summary).joined(separator: ", ")
    return axis == .horizontal ? "the row of \(names)" : "the column of \(names)"
  }

  var horizontal: Flexibility {
    children.contains { $0.horizontal != .fixed } ? .flexible(1) : .fixed
  }
  var vertical: Flexibility { children.contains { $0.vertical != .fixed } ? .flexible(1) : .fixed }

  func size(_ proposal: ProposedSize) throws -> Size {
    let sizes = try sizes(proposal)
    let extents = sizes.map(axis.across)
    var across = extents.max() ?? 0
    if let baselines = try baselines(sizes), let lowest = baselines.max() {
      across = zip(extents, baselines).map { $0 + lowest - $1 }.max() ?? across
    }
    return axis.size(along: length(of: sizes), across: across)
  }

  func firstBaseline(in size: Size) throws -> Double? {
    let sizes = try sizes(in: size)
    if alignment == .firstBaseline, let baselines = try baselines(sizes) {
      return baselines.max()
    }
    guard axis == .vertical || alignment == .start, let first = children.first else { return nil }
    return try first.firstBaseline(in: sizes[0])
  }

  func plotInsets(in size: Size) throws -> Insets? {
    try plots(sizes(in: size), in: size).common?.insets(axis)
  }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    let sizes = try sizes(in: rect.size)
    try requireRoom(for: sizes, in: rect)
    let baselines = try baselines(sizes)
    let plots = try plots(sizes, in: rect.size)
    let offered = plotInsets.map { StackInsets($0, axis) }
    var drawing = Drawing()
    var along = 0.0
    for (index, child) in children.enumerated() {
      let size = sizes[index]
      let slack = axis.across(rect.size) - axis.across(size)
      let across: Double =
        switch alignment {
        case .start: 0
        case .center: slack / 2
        case .end: slack
        case .firstBaseline, .lastBaseline: (baselines?.max() ?? 0) - (baselines?[index] ?? 0)
        }
      let origin = axis.origin(of: rect, along: along, across: across)
      drawing.append(
        try child.draw(
          in: Rect(origin: origin, size: size),
          plotInsets: plots.insets(of: index, within: offered)?.insets(axis)))
      along += axis.along(size) + spacing
    }
    return drawing
  }

  // MARK: Sizes

  private var sharing: LengthSharing {
    LengthSharing(spacing: spacing, flexibilities: children.map(axis.along))
  }

  /// Returns the length of the stack for given sizes of its children.
  private func length(of sizes: [Size]) -> Double {
    sizes.reduce(0) { $0 + axis.along($1) } + sharing.gaps
  }

  private func sizes(in size: Size) throws -> [Size] {
    try sizes(ProposedSize(width: size.width, height: size.height))
  }

  private func sizes(_ proposal: ProposedSize) throws -> [Size] {
    let room = axis.across(proposal)
    func measure(_ index: Int, along: Double?) throws -> Size {
      try children[index].size(axis.proposal(along: along, across: room))
    }
    let lengths = try sharing.lengths(of: axis.along(proposal)) {
      axis.along(try measure($0, along: nil))
    } needed: {
      axis.along(try measure($0, along: $1))
    }
    let extents = try children.indices.map { axis.across(try measure($0, along: lengths[$0])) }
    let largest = extents.max() ?? 0
    return children.indices.map { index in
      guard axis.across(children[index]) != .fixed else {
        return axis.size(along: lengths[index], across: extents[index])
      }
      // Flexible children fill the stack. One that is too wide for a column is reported here; one
      // that is too high for a row is reported when it is drawn, with the name of the part that
      // doesn't fit.
      let filled = room ?? largest
      let across = axis == .horizontal ? filled : max(filled, extents[index])
      return axis.size(along: lengths[index], across: across)
    }
  }

  /// Returns the baselines that lie on one line, from the tops of the children; nil if none do.
  private func baselines(_ sizes: [Size]) throws -> [Double]? {
    guard alignment == .firstBaseline || alignment == .lastBaseline else { return nil }
    return try zip(children, sizes).map { child, size in
      let baseline =
        alignment == .firstBaseline
        ? try child.firstBaseline(in: size) : try child.lastBaseline(in: size)
      return baseline ?? size.height
    }
  }

  /// Checks that all children fit.
  ///
  /// - Throws: ``ChartError/doesNotFit(what:needs:available:isHeight:)``.
  private func requireRoom(for sizes: [Size], in rect: Rect) throws {
    let room = rect.size
    let needed = length(of: sizes)
    if needed > axis.along(room) + 0.5 {
      throw ChartError.doesNotFit(
        what: summary, needs: needed, available: axis.along(room), isHeight: axis == .vertical)
    }
    for (child, size) in zip(children, sizes) where axis.across(size) > axis.across(room) + 0.5 {
      throw ChartError.doesNotFit(
        what: child.summary, needs: axis.across(size), available: axis.across(room),
        isHeight: axis == .horizontal)
    }
  }

  // MARK: Plots

  /// The plots among the children, and the sides that they share.
  private struct Plots {
    /// The space around each child's plot; nil for children without one.
    var own: [StackInsets?]
    /// Whether a child's plot shares its sides across the axis: those that fill the stack do.
    var isShared: [Bool]
    /// The space around all plots; nil if none shares its sides.
    var common: StackInsets?
    /// The children whose plots begin and end the stack's.
    var first: Int?
    var last: Int?

    /// Returns the space around a child's plot in a stack for the space offered around its own.
    func insets(of index: Int, within offered: StackInsets?) -> StackInsets? {
      guard var insets = own[index], let common else { return own[index] }
      if isShared[index] {
        insets.near = offered?.near ?? common.near
        insets.far = offered?.far ?? common.far
      }
      guard let offered else { return insets }
      if index == first { insets.start += offered.start - common.start }
      if index == last { insets.end += offered.end - common.end }
      return insets
    }
  }

  private func plots(_ sizes: [Size], in size: Size) throws -> Plots {
    let own = try zip(children, sizes).map { child, size in
      try child.plotInsets(in: size).map { StackInsets($0, axis) }
    }
    let isShared = zip(own, sizes).map {
      $0 != nil && abs(axis.across($1) - axis.across(size)) < 0.5
    }
    var plots = Plots(own: own, isShared: isShared)
    let shared = own.indices.filter { isShared[$0] }
    let sides = shared.compactMap { own[$0] }
    guard !sides.isEmpty else { return plots }
    switch axis {
    case .horizontal:
      // A plot farther inside has a neighbour at its side, which is not a margin of the row.
      let end = own.count - 1
      if own[0] != nil { plots.first = 0 }
      if own[end] != nil { plots.last = end }
    case .vertical:
      (plots.first, plots.last) = (shared.first, shared.last)
    }
    func offset(_ index: Int) -> Double {
      sizes[..<index].reduce(0) { $0 + axis.along($1) + spacing }
    }
    var common = StackInsets(.zero, axis)
    common.near = sides.map(\.near).max() ?? 0
    common.far = sides.map(\.far).max() ?? 0
    if let first = plots.first, let insets = own[first] {
      common.start = offset(first) + insets.start
    }
    if let last = plots.last, let insets = own[last] {
      common.end =
        axis.along(size) - offset(last) - axis.along(sizes[last]) + insets.end
    }
    plots.common = common
    return plots
  }
}
