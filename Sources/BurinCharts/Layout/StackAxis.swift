import BurinGeometry

/// The direction of a stack: its children follow each other along it and lie side by side across.
enum StackAxis: Hashable, Sendable {
  /// From left to right.
  case horizontal
  /// From top to bottom.
  case vertical

  /// The extent along the axis.
  func along(_ size: Size) -> Double { self == .horizontal ? size.width : size.height }

  /// The extent across the axis.
  func across(_ size: Size) -> Double { self == .horizontal ? size.height : size.width }

  /// A size from its extents along and across the axis.
  func size(along: Double, across: Double) -> Size {
    self == .horizontal ? Size(along, across) : Size(across, along)
  }

  /// The extent proposed along the axis.
  func along(_ proposal: ProposedSize) -> Double? {
    self == .horizontal ? proposal.width : proposal.height
  }

  /// The extent proposed across the axis.
  func across(_ proposal: ProposedSize) -> Double? {
    self == .horizontal ? proposal.height : proposal.width
  }

  /// A proposal from its extents along and across the axis.
  func proposal(along: Double?, across: Double?) -> ProposedSize {
    self == .horizontal
      ? ProposedSize(width: along, height: across) : ProposedSize(width: across, height: along)
  }

  /// How a block behaves along the axis.
  func along(_ block: some Block) -> Flexibility {
    self == .horizontal ? block.horizontal : block.vertical
  }

  /// How a block behaves across the axis.
  func across(_ block: some Block) -> Flexibility {
    self == .horizontal ? block.vertical : block.horizontal
  }

  /// A rectangle's origin moved along and across the axis.
  func origin(of rect: Rect, along: Double, across: Double) -> Point {
    self == .horizontal
      ? Point(rect.minX + along, rect.minY + across) : Point(rect.minX + across, rect.minY + along)
  }
}

/// Insets as a stack sees them, in points.
struct StackInsets {
  /// The insets at the first and the last child's side.
  var start, end: Double
  /// The insets at the sides that all children share: top and bottom, or leading and trailing.
  var near, far: Double

  init(_ insets: Insets, _ axis: StackAxis) {
    switch axis {
    case .horizontal:
      (start, end) = (insets.leading, insets.trailing)
      (near, far) = (insets.top, insets.bottom)
    case .vertical:
      (start, end) = (insets.top, insets.bottom)
      (near, far) = (insets.leading, insets.trailing)
    }
  }

  /// The insets by the sides of the page.
  func insets(_ axis: StackAxis) -> Insets {
    switch axis {
    case .horizontal: Insets(top: near, leading: start, bottom: far, trailing: end)
    case .vertical: Insets(top: start, leading: near, bottom: end, trailing: far)
    }
  }
}

/// Where children lie across the axis of a stack that extends farther.
enum StackAlignment: Hashable, Sendable {
  case start, center, end, firstBaseline

  init(_ alignment: VerticalAlignment) {
    self =
      switch alignment {
      case .top: .start
      case .center: .center
      case .bottom: .end
      case .firstBaseline: .firstBaseline
      }
  }

  init(_ alignment: HorizontalAlignment) {
    self =
      switch alignment {
      case .leading: .start
      case .center: .center
      case .trailing: .end
      }
  }
}
