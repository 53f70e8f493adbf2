public import BurinCharts
public import BurinScene

/// A figure that has been laid out.
public struct FigureRendering: Sendable {
  /// The finished picture.
  public var scene: Scene
  /// The numbers that it shows.
  public var facts: Facts
  /// The numbers of its parameters.
  public var inputs: [Double]
  /// Warnings for the author that are not errors.
  public var diagnostics: [Diagnostic]
  /// The records of how labels were placed; empty unless requested.
  public var placements: [LabelPlacement] = []
}
