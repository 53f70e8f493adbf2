/// What happens where an annotation lies beyond the chart.
///
/// | along | `.automatic`, `.padScale` | `.fit`, `.fit(to: .chart)` | `.fit(to: .plot)` |
/// | --- | --- | --- | --- |
/// | x | the plot makes room | it slides along its mark, up to the chart's edge | up to the plot's |
/// | y | the plot makes room | as automatic | as automatic |
///
/// With `.disabled` along both axes, the annotation stays exactly at its position; along one axis
/// alone it has no effect, which a diagnostic says. No annotation may leave the canvas.
public struct AnnotationOverflowResolution: Hashable, Sendable {
  /// The area in which an annotation stays.
  public struct Boundary: Hashable, Sendable {
    enum Area: Hashable, Sendable { case automatic, chart, plot }
    var area: Area
    /// The chart.
    public static let automatic = Boundary(area: .automatic)
    /// The chart with its axes.
    public static let chart = Boundary(area: .chart)
    /// The plot within the axes.
    public static let plot = Boundary(area: .plot)
  }

  /// What happens along one axis.
  public struct Strategy: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case automatic, disabled, padScale, fit(Boundary) }
    var kind: Kind
    /// The plot makes room.
    public static let automatic = Strategy(kind: .automatic)
    /// The annotation stays within the chart.
    public static let fit = Strategy(kind: .fit(.automatic))
    /// The plot makes room.
    public static let padScale = Strategy(kind: .padScale)
    /// The annotation stays at its position.
    public static let disabled = Strategy(kind: .disabled)
    /// Returns a strategy by which the annotation stays within an area.
    public static func fit(to boundary: Boundary) -> Strategy { Strategy(kind: .fit(boundary)) }

    /// Whether the plot makes room.
    var makesRoom: Bool {
      switch kind {
      case .automatic, .padScale: true
      case .disabled, .fit: false
      }
    }
  }

  /// What happens along x.
  public var x: Strategy
  /// What happens along y.
  public var y: Strategy

  /// Creates a resolution.
  public init(x: Strategy = .automatic, y: Strategy = .automatic) {
    self.x = x
    self.y = y
  }

  /// The plot makes room.
  public static let automatic = AnnotationOverflowResolution()

  /// Whether the annotation stays at its position.
  var isDisabled: Bool { x == .disabled && y == .disabled }
}
