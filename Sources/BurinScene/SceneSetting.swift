public import BurinGeometry

/// What the groups around an item add to it: a way to name it, a transform, clips, opacities and
/// blend modes.
public struct SceneSetting: Hashable, Sendable {
  /// A group on the way to an item.
  public struct Step: Hashable, Sendable, CustomStringConvertible {
    /// What the group is to the reader.
    public var role: Role
    /// The group's name; empty for none.
    public var name: String

    /// Makes a step.
    public init(role: Role, name: String) {
      self.role = role
      self.name = name
    }

    /// The role and the name, such as `tick 4`.
    public var description: String {
      name.isEmpty ? role.rawValue : "\(role.rawValue) \(name)"
    }
  }

  /// A group that is painted as one picture.
  package struct Layer: Hashable, Sendable {
    /// The number of the group.
    package var group: Int
    /// How it mixes with what is behind it.
    package var mode: BlendMode
  }

  /// The groups around the item, outermost first.
  public private(set) var steps: [Step] = []
  /// The same groups, numbered from 1 in the order of the scene.
  public private(set) var groups: [Int] = []
  /// The map from the item's coordinates to the canvas.
  public private(set) var transform = AffineTransform.identity
  /// The clips on the canvas, outermost first.
  public private(set) var clips: [Path] = []
  /// The rectangle that the clips leave visible, or nil where nothing is clipped.
  public private(set) var clip: Rect?
  /// The opacities of the groups that are not opaque, outermost first.
  public private(set) var opacities: [Double] = []
  /// The numbers of the groups that are not opaque, outermost first.
  public private(set) var translucentGroups: [Int] = []
  /// The groups with a clip, an opacity or a blend mode, outermost first.
  package private(set) var layers: [Layer] = []
  /// The product of the groups' opacities, 0…1.
  public private(set) var opacity = 1.0

  /// Makes the setting of a scene's outermost items.
  public init() {}

  /// Returns the setting of a group's content.
  public func entering(_ group: SceneGroup, number: Int) -> SceneSetting {
    var inner = self
    inner.steps.append(Step(role: group.role, name: group.name))
    inner.groups.append(number)
    if group.transform != .identity { inner.transform = group.transform.followed(by: transform) }
    if let path = group.clip {
      let placed = inner.place(path)
      inner.clips.append(placed)
      // An empty outline leaves nothing visible.
      let bounds = path.bounds.map(inner.place) ?? Rect(.zero, .zero)
      inner.clip = clip.map { $0.intersection(bounds) ?? Rect($0.origin, $0.origin) } ?? bounds
    }
    if group.opacity != 1 {
      inner.opacities.append(group.opacity)
      inner.translucentGroups.append(number)
      inner.opacity *= group.opacity
    }
    if group.clip != nil || group.opacity != 1 || group.blend != nil {
      inner.layers.append(Layer(group: number, mode: group.blend ?? .normal))
    }
    return inner
  }
}

extension SceneSetting {
  /// The roles of the groups, outermost first.
  public var roles: [Role] { steps.map(\.role) }

  /// Returns whether one of the groups has a role.
  public func isIn(_ role: Role) -> Bool { steps.contains { $0.role == role } }

  /// Returns the number of the outermost group that has a role, or nil if none has.
  public func group(_ role: Role) -> Int? {
    steps.firstIndex { $0.role == role }.map { groups[$0] }
  }

  /// The groups in one line, such as `chart › axis x › tick 4`.
  public var description: String { steps.map(\.description).joined(separator: " › ") }

  /// Whether a group around the item mixes with what is behind it.
  package var isBlended: Bool { layers.contains { $0.mode != .normal } }

  /// Returns a rectangle of the item's coordinates on the canvas.
  public func place(_ rect: Rect) -> Rect {
    transform == .identity ? rect : transform.apply(rect)
  }

  /// Returns a path of the item's coordinates on the canvas.
  public func place(_ path: Path) -> Path {
    transform == .identity ? path : path.transformed(by: transform)
  }
}

extension SceneSetting: CustomStringConvertible {}
