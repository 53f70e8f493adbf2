import BurinGeometry
import BurinScene

extension MathLayout {
  /// An entry of a list whose wrappers have become marks.
  private enum Entry {
    case atom(Atom)
    case space(Length)
    case style(MathStyle)
    case size(Double)
    case color(RGBColor)
    case begin(Wrapper)
    case end
  }

  /// Sets a list: atoms with their scripts, and between them the space of their classes.
  ///
  /// - before: the class of what is to the left within the same fence.
  ///   - before: the class of what is to the left within the same fence.
  ///   - after: the class of what is to the right.
  ///   - isWhole: whether the list is a formula, whose last letter keeps its italic correction
  ///     because what follows is not known.
  func list(
    _ nodes: [Node], _ setting: Setting, before: AtomClass? = nil, after: AtomClass? = nil,
    isWhole: Bool = false
  ) throws(FormulaError) -> Box {
    var entries: [Entry] = []
    var style = setting.style
    Self.flatten(nodes, &style, into: &entries)
    var classes: [AtomClass] = []
    for case .atom(let atom) in entries { classes.append(atom.atomClass) }
    classes = Spacing.resolve(classes, before: before, after: after)

    var builder = ListBuilder()
    var setting = setting
    var layout = self
    var outer: [Setting] = []
    var previous = before
    var index = 0
    for entry in entries {
      switch entry {
      case .atom(let atom):
        try countAtom()
        let atomClass = classes[index]
        index += 1
        if let previous {
          builder.space(
            layout.mu(Spacing.mu(previous, atomClass, isScript: setting.isScript), setting))
        }
        builder.add(try layout.atom(atom, setting))
        previous = atomClass
      case .space(let length):
        builder.opensParts()
        builder.space(layout.points(length, setting))
      case .style(let style):
        setting = setting.with(style, cramped: setting.isCramped)
      case .size(let factor):
        layout.size = baseSize * factor
      case .color(let color):
        setting = setting.with(color)
      case .begin(let wrapper):
        outer.append(setting)
        switch wrapper {
        case .color(let color): setting = setting.with(color)
        case .part(let name): builder.begin(name)
        }
        if case .color = wrapper { builder.begin(nil) }
      case .end:
        setting = outer.popLast() ?? setting
        builder.end()
      }
    }
    if let after {
      builder.space(
        previous.map { layout.mu(Spacing.mu($0, after, isScript: setting.isScript), setting) } ?? 0)
    }
    if isWhole { builder.space(0) }
    return builder.finish()
  }

  private func mu(_ value: Double, _ setting: Setting) -> Double { value * em(setting) / 18 }

  /// - Parameter style: the style in force, which decides between choices.
  private static func flatten(
    _ nodes: [Node], _ style: inout MathStyle, into entries: inout [Entry]
  ) {
    for node in nodes {
      switch node {
      case .atom(let atom): entries.append(.atom(atom))
      case .space(let length): entries.append(.space(length))
      case .style(let changed):
        style = changed
        entries.append(.style(changed))
      case .size(let factor): entries.append(.size(factor))
      case .color(let color): entries.append(.color(color))
      case .wrapped(let wrapper, let inner):
        var local = style
        entries.append(.begin(wrapper))
        flatten(inner, &local, into: &entries)
        entries.append(.end)
      case .sequence(let inner): flatten(inner, &style, into: &entries)
      case .choice(let lists):
        var local = style
        if lists.indices.contains(style.rawValue) {
          flatten(lists[style.rawValue], &local, into: &entries)
        }
      }
    }
  }

  /// Returns an atom with its scripts.
  func atom(_ atom: Atom, _ setting: Setting) throws(FormulaError) -> Box {
    guard atom.atomClass == .op else { return try scripts(atom, setting) }
    return try largeOperator(atom, setting)
  }
}

/// Lays out boxes side by side, those of a part in a separate box.
///
/// The italic correction of a box is added as soon as something follows it, even a space, and not
/// at the end of the list: rule 17 with `clean_box`, and the MATH table's “ItalicsCorrection”,
/// which applies before an upright character. LuaTeX does this with `\mathitalicsmode=1`; by
/// default it applies the correction only between characters.
private struct ListBuilder {
  private struct Frame {
    /// The name of a part; nil for other wrappers.
    var name: String?
    var isPart: Bool
    var box = Box()
    var start = 0.0
  }

  private var frames = [Frame(name: nil, isPart: false)]
  /// Wrappers that begin with the next box, after the space before it.
  private var waiting: [String?] = []
  private var pen = 0.0
  /// The italic correction of the last box.
  private var italic = 0.0

  mutating func space(_ width: Double) {
    pen += italic + width
    italic = 0
  }

  mutating func begin(_ name: String?) { waiting.append(name) }

  mutating func opensParts() {
    for name in waiting {
      frames.append(Frame(name: name, isPart: name != nil, start: pen))
    }
    waiting = []
  }

  mutating func add(_ box: Box) {
    space(0)
    opensParts()
    let top = frames.count - 1
    place(box, at: pen, in: top)
    pen += box.width
    italic = box.italic
  }

  private mutating func place(_ box: Box, at x: Double, in frame: Int) {
    // As in TeX's \hbox: the extents above and below the baseline are never negative.
    frames[frame].box.ascent = max(frames[frame].box.ascent, box.ascent)
    frames[frame].box.descent = max(frames[frame].box.descent, box.descent)
    if !box.elements.isEmpty {
      frames[frame].box.elements.append(.box(box, Vector(x - frames[frame].start, 0)))
    }
  }

  mutating func end() {
    opensParts()
    guard frames.count > 1, var frame = frames.popLast() else { return }
    frame.box.width = pen - frame.start
    let top = frames.count - 1
    guard let name = frame.name, frame.isPart else {
      place(frame.box, at: frame.start, in: top)
      return
    }
    var named = frame.box
    named.elements = [.part(name, frame.box)]
    place(named, at: frame.start, in: top)
  }

  /// Returns the whole list; its width doesn't include the last box's italic correction.
  mutating func finish() -> Box {
    while frames.count > 1 { end() }
    var box = frames[0].box
    box.width = pen
    return box
  }
}
