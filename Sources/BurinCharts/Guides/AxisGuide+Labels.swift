import BurinGeometry
import BurinInk
import BurinScales

extension AxisGuide {
  /// The least width in which a label is broken and shortened rather than left out, in points.
  private static let leastRoom = 34.0

  private var role: TextRole { isBand ? .label : .tick }
  private var color: Color { isBand ? .primary : .secondary }

  /// Measures the labels, arranged so that no two touch.
  mutating func setLabels(
    _ scale: AxisScale, length: Double, depth: Double, spacing: Double, _ context: LayoutContext
  ) throws {
    let labelled = entries.indices.filter { entries[$0].source != nil }
    guard !labelled.isEmpty else { return }
    let contents = labelled.compactMap { entries[$0].source?.content }
    let lines = isHorizontal ? .center : labelAlignment
    func set(_ content: AxisLabelContent, _ width: Double?) throws -> TextBlock {
      try content.block(role: role, color: color, width: width, lines: lines, context)
    }
    guard isHorizontal else {
      for (index, content) in zip(labelled, contents) {
        entries[index].label = try set(content, nil)
      }
      if scale.band != nil {
        try shorten(labelled, contents, to: depth, step: step(labelled, length), context)
      }
      if isGreedy {
        keepGreedily()
      } else if entries[labelled[0]].source?.label.collisionResolution != .disabled {
        thin()
      }
      return
    }
    let label = entries[labelled[0]].source?.label
    if isGreedy, label?.orientation == .automatic || label?.orientation == .horizontal {
      for (index, content) in zip(labelled, contents) {
        entries[index].label = try set(content, nil)
      }
      keepGreedily()
      return
    }
    if label?.collisionResolution == .disabled || label?.orientation == .horizontal,
      label?.collisionResolution != .automatic
    {
      for (index, content) in zip(labelled, contents) {
        entries[index].label = try set(content, nil)
      }
      return
    }
    if label?.orientation == .vertical || label?.orientation == .verticalReversed {
      arrangement = .upright
      for (index, content) in zip(labelled, contents) {
        entries[index].label = try set(content, nil)
      }
      if isGreedy { keepGreedily() } else { thin() }
      return
    }
    var room: Double?
    if scale.band != nil { room = step(labelled, length) - spacing }
    let chosen = try TickLabelArrangement.choose(
      contents, at: labelled.map { entries[$0].labelPosition }, gap: spacing, room: room, set: set
    ) { shown($0, ($1 / 2, $1 / 2)) }
    if let chosen {
      arrangement = chosen.arrangement
      for (index, block) in zip(labelled, chosen.labels) { entries[index].label = block }
      if arrangement != .upright || labelSize.height <= depth { return }
    }
    // Too many or too long to be read in full: in a few short lines, else fewer of them.
    arrangement = .level
    let isBroken = room.map { $0 >= Self.leastRoom } ?? false
    let width = isBroken ? room ?? 0 : length / 4
    func fit(_ width: Double, lines: Int) throws -> [FittedText] {
      try .distinct(contents.map(\.plain)) { index, tail in
        try contents[index].fitted(
          role: role, color: color, width: width, lines: lines,
          alignment: lines > 1 ? .center : .leading, tail: tail, context)
      }
    }
    var fitted = try fit(width, lines: isBroken ? 3 : 1)
    if !isBroken, fitted.contains(where: \.isShortened) {
      // Upright, more of each name is read.
      arrangement = .upright
      let whole = try contents.map { try set($0, nil) }
      let longest = whole.map(\.size.width).max() ?? 0
      fitted =
        longest > depth
        ? try fit(depth * 0.75, lines: 1) : whole.map { FittedText(block: $0) }
    }
    for (index, text) in zip(labelled, fitted) { entries[index].label = text.block }
    noteShortened(fitted)
    if !isBroken { thin() }
  }

  /// The least distance between places of labels; the length of the axis for a single one.
  private func step(_ labelled: [Int], _ length: Double) -> Double {
    let places = labelled.map { entries[$0].labelPosition }.sorted()
    return zip(places, places.dropFirst()).map { $1 - $0 }.min() ?? length
  }

  /// Breaks and shortens the labels of a vertical axis that reach too far.
  private mutating func shorten(
    _ labelled: [Int], _ contents: [AxisLabelContent], to depth: Double, step: Double,
    _ context: LayoutContext
  ) throws {
    guard labelSize.width > depth else { return }
    let line = entries.compactMap { $0.label?.size.height }.min() ?? 0
    // The last line leaves a fifth of its height free at the least.
    let free = step - InkLimits.tickLabelGap + line * 0.2
    let lines = line > 0 ? min(3, max(1, Int(free / line))) : 1
    let (alignment, whole) = (labelAlignment, labelled.map { entries[$0].label })
    var fitted: [FittedText] = []
    // Fewer lines of each name rather than fewer names.
    for lines in (1...lines).reversed() {
      fitted = try .distinct(contents.map(\.plain)) { index, tail in
        if let label = whole[index], label.size.width <= depth { return FittedText(block: label) }
        return try contents[index].fitted(
          role: role, color: color, width: depth, lines: lines, alignment: alignment, tail: tail,
          context)
      }
      for (index, text) in zip(labelled, fitted) { entries[index].label = text.block }
      if LabelRow(self).isClear(every: 1) { break }
    }
    noteShortened(fitted)
  }

  private mutating func noteShortened(_ names: [FittedText]) {
    let axis = isHorizontal ? "x" : "y"
    if let note = names.note("labels of the \(axis) axis", of: entries.count) {
      notes.append(note)
    }
  }

  /// Whether a label of the axis asks for `.greedy`.
  private var isGreedy: Bool {
    entries.contains { entry in
      if case .greedy? = entry.source?.label.collisionResolution.form { true } else { false }
    }
  }

  /// How far the label of an entry reaches to both sides of its place along the axis.
  fileprivate func extent(of index: Int) -> AxisLabelExtent {
    guard let label = entries[index].label else { return AxisLabelExtent(before: 0, after: 0) }
    return isHorizontal && arrangement != .upright ? .along(label) : .across(label)
  }

  /// Where the label of an entry lies along the axis.
  fileprivate func shownPosition(of index: Int) -> Double {
    let position = entries[index].labelPosition
    guard let label = entries[index].label else { return position }
    let length =
      isHorizontal && arrangement != .upright ? label.size.width : label.size.height
    let share = isHorizontal ? entries[index].share : 0.5
    // The extents are those of labels whose middle is at their place.
    return shown(position, (length * share, length * (1 - share))) + length * (0.5 - share)
  }

  /// Adds a diagnostic of labels that are left out, beside those that were not even measured.
  private mutating func noteShown(_ shown: Int, of count: Int) {
    notes.append(
      "\(shown) of \(count + skipped) labels of the \(isHorizontal ? "x" : "y") axis are shown; there is no room for more"
    )
  }

  /// Keeps each label that touches none of those kept before it, those of a higher priority first.
  private mutating func keepGreedily() {
    let labelled = entries.indices.filter { entries[$0].label != nil }
    let standard = isHorizontal ? Self.labelSpacing + 2 : InkLimits.tickLabelGap
    func greed(_ index: Int) -> (priority: Double, spacing: Double) {
      guard
        case .greedy(let priority, let spacing)? =
          entries[index].source?.label.collisionResolution.form
      else { return (0, standard) }
      return (priority, spacing ?? standard)
    }
    let order = labelled.sorted {
      let (a, b) = (greed($0).priority, greed($1).priority)
      return a == b ? $0 < $1 : a > b
    }
    var kept: [Int] = []
    for index in order {
      let place = shownPosition(of: index)
      let isClear = kept.allSatisfy { other in
        let otherPlace = shownPosition(of: other)
        let gap = max(greed(index).spacing, greed(other).spacing)
        return extent(of: index).isClear(
          of: extent(of: other), from: otherPlace, to: place, by: gap)
      }
      if isClear { kept.append(index) } else { entries[index].label = nil }
    }
    guard kept.count < labelled.count else { return }
    noteShown(kept.count, of: labelled.count)
  }

  /// Keeps every n-th label so that no two touch, or those with room where they stand unevenly.
  private mutating func thin() {
    let row = LabelRow(self)
    let labelled = row.labelled
    guard labelled.count > 1, !row.isClear(every: 1) || skipped > 0 else { return }
    if row.isUneven, skipped == 0 { return keepGreedily() }
    // Doubling first, so that 100,000 labels take few rounds.
    var step = 1
    while step < labelled.count, !row.isClear(every: step) { step *= 2 }
    step = (step / 2 + 1...step).first(where: row.isClear) ?? step
    noteShown((labelled.count + step - 1) / step, of: labelled.count)
    for (number, index) in labelled.enumerated() where number % step != 0 {
      entries[index].label = nil
    }
  }
}

/// The labels of an axis where they are shown.
private struct LabelRow {
  /// The entries that have one.
  let labelled: [Int]
  private let extents: [AxisLabelExtent]
  private let positions: [Double]
  private let gap: Double

  init(_ guide: AxisGuide) {
    labelled = guide.entries.indices.filter { guide.entries[$0].label != nil }
    extents = labelled.map(guide.extent)
    positions = labelled.map(guide.shownPosition)
    // Stricter than the least distance, so that a plot a little narrower shows the same.
    gap = guide.isHorizontal ? AxisGuide.labelSpacing + 2 : InkLimits.tickLabelGap
  }

  /// Whether a distance between labels is more than twice another, as between values that an author
  /// lists.
  var isUneven: Bool {
    let sorted = positions.sorted()
    let steps = zip(sorted, sorted.dropFirst()).map { $1 - $0 }
    guard let least = steps.min(), let most = steps.max() else { return false }
    return most > 2 * least
  }

  /// Whether no two of every n-th label touch.
  func isClear(every step: Int) -> Bool {
    stride(from: step, to: labelled.count, by: step).allSatisfy { index in
      extents[index].isClear(
        of: extents[index - step], from: positions[index - step], to: positions[index], by: gap)
    }
  }
}
