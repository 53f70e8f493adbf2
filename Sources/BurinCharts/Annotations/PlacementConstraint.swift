/// Where a label must stand, or must not, whatever else would be best.
///
/// ```swift
/// BandMark(…).named("gap")
///   .annotation(position: .automatic) { Text("what is lost") }
///   .placement(.inside("gap"), .clear(of: "chord"))
/// ```
///
/// Marks are found by the name of ``ChartContent/named(_:)`` or ``ChartContent/anchor(_:)``.
public struct PlacementConstraint: Hashable, Sendable {
  enum Relation: Hashable, Sendable {
    case fixed, inside, clear, leading, trailing, above, below
  }

  var relation: Relation
  /// The other mark; nil for the label's own.
  var mark: String?

  /// Exactly at the position that was asked for, whatever is there.
  public static let fixed = PlacementConstraint(relation: .fixed)

  /// Wholly within the area of a mark; nil for the label's own.
  public static func inside(_ mark: String? = nil) -> PlacementConstraint {
    PlacementConstraint(relation: .inside, mark: mark)
  }
  /// Off everything that a mark draws, faint fills included.
  public static func clear(of mark: String) -> PlacementConstraint {
    PlacementConstraint(relation: .clear, mark: mark)
  }
  /// Wholly to the left of a mark.
  public static func leading(of mark: String) -> PlacementConstraint {
    PlacementConstraint(relation: .leading, mark: mark)
  }
  /// Wholly to the right of a mark.
  public static func trailing(of mark: String) -> PlacementConstraint {
    PlacementConstraint(relation: .trailing, mark: mark)
  }
  /// Wholly higher than a mark.
  public static func above(_ mark: String) -> PlacementConstraint {
    PlacementConstraint(relation: .above, mark: mark)
  }
  /// Wholly lower than a mark.
  public static func below(_ mark: String) -> PlacementConstraint {
    PlacementConstraint(relation: .below, mark: mark)
  }
}

extension PlacementConstraint: CustomStringConvertible {
  /// The constraint in words, such as `right of A`.
  public var description: String {
    let mark = self.mark ?? "its mark"
    return switch relation {
    case .fixed: "exactly there"
    case .inside: "inside \(mark)"
    case .clear: "clear of \(mark)"
    case .leading: "left of \(mark)"
    case .trailing: "right of \(mark)"
    case .above: "above \(mark)"
    case .below: "below \(mark)"
    }
  }
}
