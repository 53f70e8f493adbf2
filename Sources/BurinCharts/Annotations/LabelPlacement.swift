public import BurinGeometry

/// The record of how a label was placed: the candidates and the costs of each.
public struct LabelPlacement: Hashable, Sendable {
  /// A cost of a place.
  public struct Reason: Hashable, Sendable {
    /// The description of the cost.
    public var what: String
    /// The amount.
    public var cost: Int
  }

  /// A conflict with the final place of another label.
  public struct Collision: Hashable, Sendable {
    /// The other label's text.
    public var label: String
    /// The costs of the conflict.
    public var reasons: [Reason]
    /// Whether the two labels are only in a less natural order.
    public var isClean: Bool
    /// The sum of the costs.
    public var total: Int
  }

  /// A candidate place.
  public struct Candidate: Hashable, Sendable {
    /// The description of the place, relative to the mark.
    public var name: String
    /// The top left corner of the text, in points on the canvas.
    public var origin: Point
    /// Whether a line would lead back to the mark.
    public var hasLeader: Bool
    /// The costs of the place itself, whatever the other labels do.
    public var reasons: [Reason]
    /// Whether the place itself has no costs except those of preference.
    public var isClean: Bool
    /// The conflicts with the other labels.
    public var collisions: [Collision]
    /// The sum of all costs; the smallest wins, and the earlier one of two equal ones.
    public var total: Int

    /// Whether no reader would find a fault, with the other labels taken into account.
    public var isFree: Bool { isClean && collisions.allSatisfy(\.isClean) }
  }

  /// The label's characters.
  public var text: String
  /// The name of its mark in the scene.
  public var mark: String
  /// The description of the preferred position.
  public var preference: String
  /// The descriptions of the constraints.
  public var constraints: [String]
  /// The candidates in order of preference.
  public var candidates: [Candidate]
  /// The index of the chosen candidate; -1 if there is none.
  public var chosen: Int
}
