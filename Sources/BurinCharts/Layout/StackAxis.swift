import BurinGeometry

/// The axis of a stack, along which its children follow each other.
enum StackAxis: Hashable, Sendable {
  /// The axis from left to right.
  case horizontal
  /// The axis from top to bottom.
  case vertical

  /// Returns the extent along the axis.
  func along(_ size: Size) -> Double { self == .horizontal ? size.width : size.height }

  /// Returns the extent across the axis.
  func across(_ size: Size) -> Double { self == .horizontal ? size.height : size.width }

  /// Returns a size from its extents along and across the axis.
  func size(along: Double, across: Double) -> Size {
    self == .horizontal ? Size(along, across) : Size(across, along)
  }

  /// Returns the extent proposed along the axis.
  func along(_ proposal: ProposedSize) -> Double? {
    self == .horizontal ? proposal.width : proposal.height
  }

  /// Returns the extent proposed across the axis.
  func across(_ proposal: ProposedSize) -> Double? {
    self == .horizontal ? proposal.height : proposal.width
  }

  /// Returns a proposal from its extents along and across the axis.
  func proposal(along: Double?, across: Double?) -> ProposedSize {
    self == .horizontal
      ? ProposedSize(width: along, height: across) : ProposedSize(width: across, height: along)
  }

  /// Returns the behaviour of a block along the axis.
  func along(_ block: some Block) -> Flexibility {
    self == .horizontal ? block.horizontal : block.vertical
  }

  /// Returns the behaviour of a block across the axis.
  func across(_ block: some Block) -> Flexibility {
    self == .horizontal ? block.vertical : block.horizontal
  }

  /// Returns a rectangle's origin moved along and across the axis.
  func origin(of rect: Rect, along: Double, across: Double) -> Point {
    self == .horizontal
      ? Point(rect.minX + along, rect.minY + across) : Point(rect.minX + across, rect.minY + along)
  }
}

/// Insets relative to the axis of a stack, in points.
struct StackInsets {
  /// The insets at the sides of the first and the last child.
  var start, end: Double
  /// The insets at the sides that all children share: top and bottom, or leading and
  /// trailing.
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

  /// Returns the insets relative to the page.
  func insets(_ axis: StackAxis) -> Insets {
    switch axis {
    case .horizontal: Insets(top: near, leading: start, bottom: far, trailing: end)
    case .vertical: Insets(top: start, leading: near, bottom: end, trailing: far)
    }
  }
}

/// The alignment of children across the axis of a stack.
enum StackAlignment: Hashable, Sendable {
  case start, center, end, firstBaseline, lastBaseline

  init(_ alignment: VerticalAlignment) {
    self =
      switch alignment {
      case .top: .start
      case .center: .center
      case .bottom: .end
      case .firstBaseline: .firstBaseline
      case .lastTextBaseline: .lastBaseline
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
