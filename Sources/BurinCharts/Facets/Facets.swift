/// Which axes the panels of a faceted chart have in common.
public enum FacetSharing: Hashable, Sendable {
  /// Both: all panels show the same stretch, and only the outer ones are labelled.
  case both
  /// The horizontal axis only.
  case x
  /// The vertical axis only.
  case y
  /// None: every panel has its own.
  case none

  var isXShared: Bool { self == .both || self == .x }
  var isYShared: Bool { self == .both || self == .y }
}

/// How the panels of a faceted chart are arranged.
struct FacetArrangement: Hashable, Sendable {
  var columns: Int?
  var sharing = FacetSharing.both
}

extension FigureContent {
  /// Arranges the panels of a chart whose marks have facets.
  ///
  /// - Parameters:
  ///   - columns: how many panels stand in a row; nil for what suits the room.
  ///   - sharing: which axes the panels have in common.
  public func chartFacets(columns: Int? = nil, sharing: FacetSharing = .both) -> Configured {
    changed { $0.facets = FacetArrangement(columns: columns, sharing: sharing) }
  }
}
