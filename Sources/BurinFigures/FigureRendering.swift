public import BurinCharts
public import BurinScene

/// A figure laid out.
public struct FigureRendering: Sendable {
  /// The finished picture.
  public var scene: Scene
  /// The numbers in it.
  public var facts: Facts
  /// The numbers of the parameters it was made with.
  public var inputs: [Double]
  /// Things the author should know that are not errors.
  public var diagnostics: [Diagnostic]
  /// How labels came to their places; empty unless it was asked for.
  public var placements: [LabelPlacement] = []
}
