import BurinGeometry
import BurinScene

/// The area between a function and zero, or between two functions.
///
/// ```swift
/// AreaPlot(x: "x", y: "density") { gaussian.density($0) }.opacity(0.25)
/// BandMark(x: "x", between: { log($0) }, and: chord, domain: 0.5...4)
/// ```
public struct AreaPlot: Mark {
  /// What every mark can be told.
  public var options = MarkOptions()
  var domain: ClosedRange<Double>?
  var upper: @Sendable (Double) -> Double
  var lower: (@Sendable (Double) -> Double)?

  /// The kind in words.
  public var kind: String { "area" }
  /// Areas stand on an axis.
  public var coverage: MarkCoverage { .part }
  /// Areas are cut at the edge of the plot.
  public var isClipped: Bool { true }

  /// The area between a function and zero.
  public init(
    x: String, y: String, domain: ClosedRange<Double>? = nil,
    function: @escaping @Sendable (Double) -> Double
  ) {
    self.domain = domain
    upper = function
  }

  init(
    domain: ClosedRange<Double>?, upper: @escaping @Sendable (Double) -> Double,
    lower: @escaping @Sendable (Double) -> Double
  ) {
    self.domain = domain
    self.upper = upper
    self.lower = lower
  }

  /// Tells the domain to the axis; an area over zero shows zero.
  public func contribute(to domains: inout DomainCollector) throws {
    if lower == nil { domains.y.includeZero() }
    guard let domain else { return }
    try domains.x.add(domain.lowerBound, mark: kind)
    try domains.x.add(domain.upperBound, mark: kind)
  }

  /// Tells values of the functions at evenly spaced places.
  public func contributeFunctions(
    to domains: inout DomainCollector, x: ClosedRange<Double>
  ) throws {
    let range = domain ?? x
    for step in 0...128 {
      let at = range.lowerBound + (range.upperBound - range.lowerBound) * Double(step) / 128
      for value in [upper(at), lower?(at) ?? 0] where value.isFinite {
        try domains.y.add(value, mark: kind)
      }
    }
  }

  /// Gives the area: the upper edge, then the lower edge backwards.
  public func draw(in plot: PlotArea) throws -> MarkDrawing {
    let top = plot.sample(upper, over: domain)
    let zero = plot.y.position(.number(0)) ?? plot.rect.maxY
    var path = Path()
    for segment in top where segment.count > 1 {
      guard let first = segment.first, let last = segment.last else { continue }
      if let lower {
        let back = plot.sample(lower, over: plot.values(from: first.x, to: last.x)).flatMap { $0 }
        path.append(.polyline(segment + back.reversed(), closed: true))
      } else {
        path.append(
          .polyline(segment + [Point(last.x, zero), Point(first.x, zero)], closed: true))
      }
    }
    guard !path.isEmpty else { return MarkDrawing(items: []) }
    return MarkDrawing(
      items: [.fill(path, try plot.color(options))], anchor: path.bounds)
  }
}

/// The region between two curves.
public struct BandMark: ChartContent {
  var area: AreaPlot

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
    area = AreaPlot(domain: domain, upper: upper, lower: lower)
  }

  /// The area.
  public var marks: [any Mark] { [area] }
}
