import BurinGeometry
import BurinScene

/// The region between two curves.
///
/// ```swift
/// BandMark(x: "x", between: { log($0) }, and: chord, domain: 0.5...4)
/// ```
///
/// A band without a style is translucent and lies behind all marks, so that it hides neither its
/// edges nor the grid.
public struct BandMark: Mark {
  /// The two functions and where the region is drawn.
  public struct Parameters: Hashable, Sendable {
    var domain: ClosedRange<Double>?
    var upper: MarkFunction<Double, Double>
    var lower: MarkFunction<Double, Double>
    var isOpaque = false
  }

  /// The name in words.
  public static let markName = "area"
  /// Bands use colour and opacity.
  public static let modifiers: MarkModifiers = [.color, .opacity, .series]
  /// Bands may stand on an axis.
  public static let coverage = MarkCoverage.part
  /// Bands are cut at the edge of the plot.
  public static let edge = MarkEdge.clipped

  /// A band without a style lies behind the curves that it joins.
  public static func isBackdrop(_ style: MarkStyle) -> Bool {
    style.opacity == 1 && style.color == nil
  }

  /// Functions have no values of their own.
  public var channels: MarkChannels { MarkChannels() }
  /// The two functions and where the region is drawn.
  public let parameters: Parameters

  /// Makes the region between two functions of x.
  ///
  /// - Parameters:
  ///   - x: the name of the argument.
  ///   - upper: one edge.
  ///   - lower: the other edge.
  ///   - domain: where the region is drawn; nil for the whole axis.
  public init(
    x: String, between upper: @escaping @Sendable (Double) -> Double,
    and lower: @escaping @Sendable (Double) -> Double, domain: ClosedRange<Double>? = nil
  ) {
    parameters = Parameters(
      domain: domain, upper: MarkFunction(upper), lower: MarkFunction(lower))
  }

  init(
    x: String, between upper: @escaping @Sendable (Double) -> Double,
    and lower: @escaping @Sendable (Double) -> Double, domain: ClosedRange<Double>?,
    isOpaque: Bool
  ) {
    parameters = Parameters(
      domain: domain, upper: MarkFunction(upper), lower: MarkFunction(lower), isOpaque: isOpaque)
  }

  /// Returns where the region is drawn.
  public static func functionDomain(_ parameters: Parameters) -> ClosedRange<Double>? {
    parameters.domain
  }

  /// Returns the values of both functions.
  public static func functionValues(_ parameters: Parameters, over x: [Double]) -> [Double] {
    x.flatMap { [parameters.upper($0), parameters.lower($0)] }
  }

  /// The opacity of a band whose style says nothing of how it covers.
  private static let opacity = 0.25

  /// Returns the region: the upper edge, then the lower edge backwards.
  public static func draw(_ mark: PlacedMark<BandMark>, in plot: PlotArea) throws -> MarkDrawing {
    var path = Path()
    for segment in plot.sample({ mark.parameters.upper($0) }, over: mark.parameters.domain)
    where segment.count > 1 {
      guard let first = segment.first, let last = segment.last else { continue }
      let back = plot.sample(
        { mark.parameters.lower($0) }, over: plot.values(from: first.x, to: last.x)
      ).flatMap { $0 }
      path.append(.polyline(segment + back.reversed(), closed: true))
    }
    guard !path.isEmpty else { return MarkDrawing() }
    let color = try plot.color(mark)
    let isPlain = isBackdrop(mark.style) && color.isOpaque && !mark.parameters.isOpaque
    return MarkDrawing(
      items: [.fill(path, isPlain ? color.opacity(opacity) : color)], anchor: path.bounds)
  }
}
