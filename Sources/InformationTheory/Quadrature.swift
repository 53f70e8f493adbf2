/// Adaptive integration of a function by the Gauss–Kronrod rule of 21 points.
///
/// ```swift
/// try Quadrature().integrate(from: 0, to: .infinity) { exp(-$0) }.value  // 1
/// ```
///
/// The piece with the largest error is halved until the sum of the errors is within a tolerance, or
/// is no larger than rounding. Mark narrow peaks with break points: a rule of 21 points misses what
/// lies between its nodes.
///
/// Source: R. Piessens et al., "QUADPACK" (1983), routine QAG. Departures: no extrapolation, and
/// several pieces to begin with.
public struct Quadrature: Hashable, Sendable {
  /// The maximum error relative to the integral.
  public var relativeTolerance: Double
  /// The maximum absolute error; the larger of the two tolerances counts.
  public var absoluteTolerance: Double
  /// The maximum number of halvings.
  public var subdivisionLimit: Int

  /// An integral with an estimate of its error.
  public struct Estimate: Hashable, Sendable {
    /// The integral.
    public let value: Double
    /// An estimate of its absolute error, usually far too large.
    public let error: Double
    /// The number of calls of the function.
    public let evaluations: Int
  }

  /// Creates a method with tolerances and a limit.
  public init(
    relativeTolerance: Double = 1e-10, absoluteTolerance: Double = 0, subdivisionLimit: Int = 1000
  ) {
    self.relativeTolerance = relativeTolerance
    self.absoluteTolerance = absoluteTolerance
    self.subdivisionLimit = subdivisionLimit
  }

  /// Returns the integral over `a`…`b`; either end may be infinite.
  ///
  /// - Throws: ``NumericalError`` if `a` > `b`, if the function has no finite value somewhere, or
  ///   if the limit is reached before the tolerance.
  public func integrate(
    from a: Double, to b: Double, _ function: (Double) -> Double
  ) throws(NumericalError) -> Estimate {
    try integrate(over: [a, b], function)
  }

  /// Returns the integral from the first to the last of ascending points, with breaks at those
  /// between.
  ///
  /// - Throws: ``NumericalError`` like ``integrate(from:to:_:)``.
  public func integrate(
    over points: [Double], _ function: (Double) -> Double
  ) throws(NumericalError) -> Estimate {
    var pieces: [Piece] = []
    for (a, b) in zip(points, points.dropFirst()) {
      guard a <= b else { throw .invalidInterval(a, b) }
      guard a < b else { continue }
      for (map, low, high) in Self.parts(a, b) {
        pieces.append(try Piece(map, low, high, function))
      }
    }
    guard points.count > 1 else { throw .invalidInterval(points.first ?? .nan, .nan) }

    var subdivisions = 0
    while true {
      var value = 0.0
      var error = 0.0
      var rounding = 0.0
      var worst: Int?
      for (index, piece) in pieces.enumerated() {
        value += piece.result.value
        error += piece.result.error
        rounding += piece.result.rounding
        let worstError = worst.map { pieces[$0].result.error } ?? -1
        if piece.result.error > worstError { worst = index }
      }
      let isDone = error <= max(absoluteTolerance, relativeTolerance * value.magnitude, rounding)
      guard !isDone, let worst else {
        return Estimate(
          value: pieces.lazy.map(\.result.value).compensatedSum, error: max(error, rounding),
          evaluations: 21 * (pieces.count + subdivisions))
      }
      let piece = pieces[worst]
      let middle = 0.5 * piece.low + 0.5 * piece.high
      guard subdivisions < subdivisionLimit && piece.low < middle && middle < piece.high else {
        throw .notConverged(method: "the quadrature", limit: subdivisions, error: error)
      }
      subdivisions += 1
      pieces[worst] = try Piece(piece.map, piece.low, middle, function)
      pieces.append(try Piece(piece.map, middle, piece.high, function))
    }
  }

  /// The transform from the variable t of a piece to x.
  private enum Map {
    /// x = t
    case identity
    /// x = end + t/(1 − t), or end − t/(1 − t), for t in 0..<1
    case ray(end: Double, direction: Double)
  }

  private struct Piece {
    let map: Map
    let low: Double
    let high: Double
    let result: GaussKronrod.Result

    init(
      _ map: Map, _ low: Double, _ high: Double, _ function: (Double) -> Double
    ) throws(NumericalError) {
      self.map = map
      self.low = low
      self.high = high
      result = try GaussKronrod.integral(from: low, to: high) { t throws(NumericalError) in
        switch map {
        case .identity:
          let value = function(t)
          guard value.isFinite else { throw .notFinite(at: t) }
          return value
        case .ray(let end, let direction):
          let rest = 1 - t
          let x = end + direction * (t / rest)
          let value = function(x)
          // Only a value of 0 can be distinguished there from one that decays too slowly.
          let scaled = value == 0 ? 0 : value / (rest * rest)
          guard scaled.isFinite else { throw .notFinite(at: x) }
          return scaled
        }
      }
    }
  }

  private static func parts(_ a: Double, _ b: Double) -> [(Map, Double, Double)] {
    switch (a.isInfinite, b.isInfinite) {
    case (false, false): [(.identity, a, b)]
    case (false, true): [(.ray(end: a, direction: 1), 0, 1)]
    case (true, false): [(.ray(end: b, direction: -1), 0, 1)]
    case (true, true): [(.ray(end: 0, direction: -1), 0, 1), (.ray(end: 0, direction: 1), 0, 1)]
    }
  }
}
