/// A side of the plot, on which the marks of an axis lie.
enum AxisSide: Hashable, CaseIterable, Sendable {
  case bottom, top, leading, trailing

  /// Whether the axis is the horizontal one.
  var isHorizontal: Bool { self == .bottom || self == .top }

  /// The side across the plot.
  var opposite: AxisSide {
    switch self {
    case .bottom: .top
    case .top: .bottom
    case .leading: .trailing
    case .trailing: .leading
    }
  }

  /// The name of the axis on the side, for messages and the scene: `x`, `y trailing`.
  var axisName: String {
    switch self {
    case .bottom: "x"
    case .top: "x top"
    case .leading: "y"
    case .trailing: "y trailing"
    }
  }

  /// The sides of an axis, the usual one first.
  static func sides(isHorizontal: Bool) -> [AxisSide] {
    isHorizontal ? [.bottom, .top] : [.leading, .trailing]
  }

  /// The side of a position; nil for a side of the other axis.
  init?(_ position: AxisMarkPosition, isHorizontal: Bool) {
    switch position {
    case .automatic: self = isHorizontal ? .bottom : .leading
    case .bottom: self = .bottom
    case .top: self = .top
    case .leading: self = .leading
    case .trailing: self = .trailing
    }
    guard self.isHorizontal == isHorizontal else { return nil }
  }
}

extension ChartConfiguration.Scale {
  /// The number of automatic values that the marks ask for.
  var desiredCount: Int? { marks?.lazy.compactMap(\.values.desiredCount).first }

  /// The side of the axis with marks, the usual one where both have.
  func usualSide(isHorizontal: Bool) -> AxisSide {
    let sides = AxisSide.sides(isHorizontal: isHorizontal)
    return sides.first { marks(on: $0) != nil } ?? sides[0]
  }

  /// Returns the marks on a side of the axis; nil where the side has none.
  ///
  /// An axis without any has the marks that suit it, on its usual side.
  func marks(on side: AxisSide) -> [AxisMarks]? {
    guard let marks else {
      return AxisSide(.automatic, isHorizontal: side.isHorizontal) == side ? [AxisMarks()] : nil
    }
    let own = marks.filter { AxisSide($0.position, isHorizontal: side.isHorizontal) == side }
    return own.isEmpty ? nil : own
  }
}
