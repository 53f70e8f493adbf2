import BurinGeometry

/// The curve of a function of x, which ``LinePlot`` makes, sampled as finely as the drawing needs.
///
/// Poles, jumps and undefined stretches are found; the curve leaves the plot where it runs away.
public struct FunctionLine: Mark {
  /// The function and where it is drawn.
  public struct Parameters: Hashable, Sendable {
    var domain: ClosedRange<Double>?
    var function: MarkFunction<Double, Double>
  }

  /// The name in words.
  public static let markName = "curve"
  /// Curves use everything about strokes.
  public static let modifiers: MarkModifiers = [.color, .opacity, .lineWidth, .dash, .series]
  /// Curves are cut at the edge of the plot.
  public static let edge = MarkEdge.clipped
  /// A legend shows a stretch of the line.
  public static let swatch = LegendSwatch.line

  /// A function has no values of its own, but names for them.
  public let channels: MarkChannels
  /// The function and where it is drawn.
  public let parameters: Parameters

  /// Makes a curve.
  ///
  /// - Parameters:
  ///   - x: the name of the argument.
  ///   - y: the name of the value.
  ///   - domain: where the function is drawn; nil for the whole axis.
  ///   - function: gives y for x; NaN or an infinity where it has no value.
  public init(
    x: String, y: String, domain: ClosedRange<Double>? = nil,
    function: @escaping @Sendable (Double) -> Double
  ) {
    parameters = Parameters(domain: domain, function: MarkFunction(function))
    var channels = MarkChannels()
    channels.quantities = [.x: x, .y: y]
    self.channels = channels
  }

  /// Returns where the curve is drawn.
  public static func functionDomain(_ parameters: Parameters) -> ClosedRange<Double>? {
    parameters.domain
  }

  /// Returns the function's values.
  public static func functionValues(_ parameters: Parameters, over x: [Double]) -> [Double] {
    x.map { parameters.function($0) }
  }

  /// Returns the curve.
  public static func draw(_ mark: PlacedMark<FunctionLine>, in plot: PlotArea) throws -> MarkDrawing
  {
    let segments = plot.sample({ mark.parameters.function($0) }, over: mark.parameters.domain)
    return try LineDrawing(segments: segments).drawing(of: mark, in: plot)
  }
}
