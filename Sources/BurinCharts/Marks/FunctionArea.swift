import BurinGeometry
import BurinScene

/// The area between a function and zero, which ``AreaPlot`` makes.
public struct FunctionArea: Mark {
  /// The function and where it is drawn.
  public struct Parameters: Hashable, Sendable {
    var domain: ClosedRange<Double>?
    var function: MarkFunction<Double, Double>
  }

  /// The name in words.
  public static let markName = "area"
  /// Areas use colour and opacity.
  public static let modifiers: MarkModifiers = [.color, .opacity, .series]
  /// Areas stand on an axis.
  public static let coverage = MarkCoverage.part
  /// Areas are cut at the edge of the plot.
  public static let edge = MarkEdge.clipped

  /// A function has no values of its own, but names for them.
  public let channels: MarkChannels
  /// The function and where it is drawn.
  public let parameters: Parameters

  /// Makes the area between a function and zero.
  ///
  /// - Parameters:
  ///   - x: the name of the argument.
  ///   - y: the name of the value.
  ///   - domain: where the area is drawn; nil for the whole axis.
  ///   - function: gives y for x.
  public init(
    x: String, y: String, domain: ClosedRange<Double>? = nil,
    function: @escaping @Sendable (Double) -> Double
  ) {
    parameters = Parameters(domain: domain, function: MarkFunction(function))
    var channels = MarkChannels()
    channels.quantities = [.x: x, .y: y]
    self.channels = channels
  }

  /// Returns where the area is drawn.
  public static func functionDomain(_ parameters: Parameters) -> ClosedRange<Double>? {
    parameters.domain
  }

  /// An area over zero shows zero.
  public static func showsZero(_ parameters: Parameters) -> Bool { true }

  /// Returns the function's values.
  public static func functionValues(_ parameters: Parameters, over x: [Double]) -> [Double] {
    x.map { parameters.function($0) }
  }

  /// Returns the area.
  public static func draw(_ mark: PlacedMark<FunctionArea>, in plot: PlotArea) throws -> MarkDrawing
  {
    guard let zero = plot.y.position(0) else {
      throw ChartError.scale(
        axis: "y",
        reason: "an area over zero has no lower edge on this scale: draw a LinePlot or a BandMark")
    }
    var path = Path()
    for segment in plot.sample({ mark.parameters.function($0) }, over: mark.parameters.domain)
    where segment.count > 1 {
      guard let first = segment.first, let last = segment.last else { continue }
      path.append(.polyline(segment + [Point(last.x, zero), Point(first.x, zero)], closed: true))
    }
    guard !path.isEmpty else { return MarkDrawing() }
    return MarkDrawing(items: [.fill(path, try plot.color(mark))], anchor: path.bounds)
  }
}
