public import BurinGeometry

/// How a label came to its place: the candidates considered and what spoke against each.
public struct LabelPlacement: Hashable, Sendable {
  /// Something that speaks against a place.
  public struct Reason: Hashable, Sendable {
    /// What it is, in words.
    public var what: String
    /// How much it weighs.
    public var cost: Int
  }

  /// A conflict with the final place of another label.
  public struct Collision: Hashable, Sendable {
    /// The other label's text.
    public var label: String
    /// What the conflict is.
    public var reasons: [Reason]
    /// Whether the two only stand in a less natural order.
    public var isClean: Bool
    /// How much it weighs.
    public var total: Int
  }

  /// A place that was considered.
  public struct Candidate: Hashable, Sendable {
    /// Where it is, seen from the mark, in words.
    public var name: String
    /// The top left corner of the text, in points on the canvas.
    public var origin: Point
    /// Whether a line would lead back to the mark.
    public var hasLeader: Bool
    /// What speaks against it, whatever the other labels do.
    public var reasons: [Reason]
    /// Whether nothing but wishes speaks against it by itself.
    public var isClean: Bool
    /// What speaks against it beside the other labels.
    public var collisions: [Collision]
    /// Everything together; the least wins, the earlier one where two are equal.
    public var total: Int

    /// Whether no reader would find a fault, the other labels considered.
    public var isFree: Bool { isClean && collisions.allSatisfy(\.isClean) }
  }

  /// The label's characters.
  public var text: String
  /// The name of its mark in the scene.
  public var mark: String
  /// The position that was asked for, in words.
  public var wish: String
  /// The constraints, in words.
  public var constraints: [String]
  /// The places in the order of the wishes.
  public var candidates: [Candidate]
  /// The number of the place that was taken; -1 where there was none.
  public var chosen: Int
}
