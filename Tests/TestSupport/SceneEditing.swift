public import BurinGeometry
public import BurinScene

// Changes of finished scenes, for tests that plant faults.
//
// A step is a group's role and name as trails have it, such as `mark bar 1`.

extension Scene {
  /// The first run of a text, below a step where one is given.
  public func run(_ text: String, below step: String = "") -> GlyphRun? {
    leaves.lazy.compactMap { leaf -> GlyphRun? in
      guard case .glyphs(let run) = leaf.item, run.text == text,
        step.isEmpty || leaf.trail.contains(step)
      else { return nil }
      return run
    }.first
  }

  /// The rectangle around everything below a step.
  public func bounds(of step: String) -> Rect? {
    Rect.union(of: leaves.filter { $0.trail.contains(step) }.compactMap(\.item.inkBounds))
  }

  /// Changes every leaf and drops those for which nothing is given back.
  public mutating func edit(_ change: (SceneItem, _ trail: [String]) -> SceneItem?) {
    items = items.rewritten { item, setting in
      if case .group = item { return [item] }
      return change(item, setting.steps.map(\.description)).map { [$0] } ?? []
    }
  }

  /// Changes every group, the inner ones first, and drops those for which nothing is given back.
  public mutating func editGroups(_ change: (SceneGroup, _ trail: [String]) -> SceneGroup?) {
    items = items.rewritten { item, setting in
      guard case .group(let group) = item else { return [item] }
      return change(group, setting.steps.map(\.description)).map { [.group($0)] } ?? []
    }
  }

  /// Changes the runs of a text, below a step where one is given.
  public mutating func changeRun(
    _ text: String, below step: String = "", _ change: (inout GlyphRun) -> Void
  ) {
    edit { item, trail in
      guard case .glyphs(var run) = item, run.text == text, step.isEmpty || trail.contains(step)
      else { return item }
      change(&run)
      return .glyphs(run)
    }
  }

  /// Changes all runs.
  public mutating func changeRuns(_ change: (inout GlyphRun) -> Void) {
    edit { item, _ in
      guard case .glyphs(var run) = item else { return item }
      change(&run)
      return .glyphs(run)
    }
  }

  /// Changes the paths below a step, all paths where none is given.
  public mutating func changePaths(
    below step: String = "", _ change: (inout PathItem) -> Void
  ) {
    edit { item, trail in
      guard case .path(var path) = item, step.isEmpty || trail.contains(step) else { return item }
      change(&path)
      return .path(path)
    }
  }

  /// Fills with another colour what is filled with a colour.
  public mutating func replaceFill(_ color: RGBColor, by other: RGBColor) {
    changePaths { path in
      if path.fill == .color(color) { path.fill = .color(other) }
    }
  }

  /// Removes everything below a step.
  public mutating func remove(_ step: String) {
    edit { item, trail in trail.contains(step) ? nil : item }
  }

  /// Adds an item at the end of each group at a step.
  public mutating func insert(_ item: SceneItem, into step: String) {
    editGroups { group, trail in
      var group = group
      if trail.last == step { group.items.append(item) }
      return group
    }
  }

  /// Adds a group over everything.
  public mutating func add(_ item: SceneItem, role: Role) {
    items.append(.group(SceneGroup(role, "planted", items: [item])))
  }
}
