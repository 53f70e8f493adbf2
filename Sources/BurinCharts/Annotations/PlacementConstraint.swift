/// A constraint on the place of a label, which overrides preferences.
///
/// ```swift
/// BandMark(…).named("gap")
///   .annotation(position: .automatic) { Text("what is lost") }
///   .placement(.inside("gap"), .clear(of: "chord"))
/// ```
///
/// Marks are referred to by the name of ``ChartContent/named(_:)`` or ``ChartContent/anchor(_:)``.
public struct PlacementConstraint: Hashable, Sendable {
  enum Relation: Hashable, Sendable {
    case fixed, inside, clear, leading, trailing, above, below
  }

  var relation: Relation
  /// The other mark; nil for the label's own.
  var mark: String?

  /// Exactly at the preferred position, whatever is there.
  public static let fixed = PlacementConstraint(relation: .fixed)

  /// Returns a constraint to the area of a mark; nil for the label's own.
  public static func inside(_ mark: String? = nil) -> PlacementConstraint {
    PlacementConstraint(relation: .inside, mark: mark)
  }
  /// Returns a constraint to avoid everything that a mark draws, including faint fills.
  public static func clear(of mark: String) -> PlacementConstraint {
    PlacementConstraint(relation: .clear, mark: mark)
  }
  /// Returns a constraint to the left of a mark.
  public static func leading(of mark: String) -> PlacementConstraint {
    PlacementConstraint(relation: .leading, mark: mark)
  }
  /// Returns a constraint to the right of a mark.
  public static func trailing(of mark: String) -> PlacementConstraint {
    PlacementConstraint(relation: .trailing, mark: mark)
  }
  /// Returns a constraint to places above a mark.
  public static func above(_ mark: String) -> PlacementConstraint {
    PlacementConstraint(relation: .above, mark: mark)
  }
  /// Returns a constraint to places below a mark.
  public static func below(_ mark: String) -> PlacementConstraint {
    PlacementConstraint(relation: .below, mark: mark)
  }
}

extension PlacementConstraint: CustomStringConvertible {
  /// The description of the constraint, such as `right of A`.
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
