import BurinGeometry
import BurinScene

/// The curve of a function of x, sampled as finely as the drawing needs.
///
/// ```swift
/// LinePlot(x: "x", y: "ln x") { log($0) }
/// ```
///
/// Poles, jumps and undefined stretches are found; the curve leaves the plot where it runs away.
public struct LinePlot: Mark {
  /// What every mark can be told.
  public var options = MarkOptions()
  var xLabel: String
  var yLabel: String
  var domain: ClosedRange<Double>?
  var function: @Sendable (Double) -> Double

  /// The kind in words.
  public var kind: String { "curve" }
  /// Curves are cut at the edge of the plot.
  public var isClipped: Bool { true }

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
    xLabel = x
    yLabel = y
    self.domain = domain
    self.function = function
  }

  /// Tells the domain to the axis.
  public func contribute(to domains: inout DomainCollector) throws {
    guard let domain else { return }
    try domains.x.add(domain.lowerBound, mark: kind)
    try domains.x.add(domain.upperBound, mark: kind)
  }

  /// Tells values of the function at evenly spaced places.
  public func contributeFunctions(
    to domains: inout DomainCollector, x: ClosedRange<Double>
  ) throws {
    let range = domain ?? x
    for step in 0...128 {
      let value = function(
        range.lowerBound + (range.upperBound - range.lowerBound) * Double(step) / 128)
      if value.isFinite { try domains.y.add(value, mark: kind) }
    }
  }

  /// Gives the curve.
  public func draw(in plot: PlotArea) throws -> MarkDrawing {
    let segments = plot.sample(function, over: domain)
    return try LineDrawing(segments: segments, options: options).drawing(in: plot)
  }
}
