/// A minimizer of functions of one variable, without derivatives.
///
/// ```swift
/// try BrentMinimizer().minimum(from: 0, to: 5) { ($0 - 2) * ($0 - 2) }.x  // 2
/// ```
///
/// It uses parabolas through the three best points where they help, golden sections elsewhere. If
/// the function has several minima in the interval, it finds one of them.
///
/// Source: R. Brent, "Algorithms for Minimization without Derivatives" (1973), chapter 5.
public struct BrentMinimizer: Hashable, Sendable {
  /// The maximum distance of the result from the minimum, relative to its magnitude.
  ///
  /// Below 1.5e−8, rounding of the function's values hides the minimum.
  public var relativeTolerance: Double
  /// The maximum distance of the result from the minimum, whatever its magnitude.
  public var absoluteTolerance: Double
  /// The maximum number of steps.
  public var iterationLimit: Int

  /// A minimum and its position.
  public struct Minimum: Hashable, Sendable {
    /// The argument at which the function is smallest.
    public let x: Double
    /// The smallest value.
    public let value: Double
    /// The number of steps.
    public let iterations: Int
  }

  /// Creates a method with tolerances and a limit.
  public init(
    relativeTolerance: Double = 1.5e-8, absoluteTolerance: Double = 1e-12, iterationLimit: Int = 500
  ) {
    self.relativeTolerance = relativeTolerance
    self.absoluteTolerance = absoluteTolerance
    self.iterationLimit = iterationLimit
  }

  /// Returns the minimum between `a` and `b`; a value that is not a number counts as +∞.
  ///
  /// - Throws: ``NumericalError`` unless `a` < `b` and both are finite, or if the limit is reached.
  public func minimum(
    from a: Double, to b: Double, _ function: (Double) -> Double
  ) throws(NumericalError) -> Minimum {
    guard a < b, (b - a).isFinite else { throw .invalidInterval(a, b) }
    func evaluate(_ x: Double) -> Double {
      let value = function(x)
      return value.isNaN ? .infinity : value
    }
    let golden = 0.381966011250105152
    var low = a
    var high = b
    // The best point, the second best, and the second best before that.
    var best = low + golden * (high - low)
    var second = best
    var third = best
    var bestValue = evaluate(best)
    var secondValue = bestValue
    var thirdValue = bestValue
    var step = 0.0
    var previousStep = 0.0

    for iteration in 0..<iterationLimit {
      let middle = 0.5 * low + 0.5 * high
      let tolerance = relativeTolerance * best.magnitude + absoluteTolerance
      let isNarrow = (best - middle).magnitude <= 2 * tolerance - 0.5 * (high - low)
      // Neighbouring numbers can't be separated further, whatever the tolerance.
      if isNarrow || middle <= low || middle >= high {
        return Minimum(x: best, value: bestValue, iterations: iteration)
      }
      var usesParabola = false
      if previousStep.magnitude > tolerance {
        let r = (best - second) * (bestValue - thirdValue)
        var q = (best - third) * (bestValue - secondValue)
        var p = (best - third) * q - (best - second) * r
        q = 2 * (q - r)
        if q > 0 { p = -p } else { q = -q }
        // Also false if infinite values make the parabola meaningless.
        if p.magnitude < (0.5 * q * previousStep).magnitude && p > q * (low - best)
          && p < q * (high - best)
        {
          usesParabola = true
          previousStep = step
          step = p / q
          let next = best + step
          if next - low < 2 * tolerance || high - next < 2 * tolerance {
            step = best < middle ? tolerance : -tolerance
          }
        }
      }
      if !usesParabola {
        previousStep = best < middle ? high - best : low - best
        step = golden * previousStep
      }
      let next =
        step.magnitude >= tolerance ? best + step : best + (step > 0 ? tolerance : -tolerance)
      let value = evaluate(next)
      if value <= bestValue {
        if next < best { high = best } else { low = best }
        (third, thirdValue) = (second, secondValue)
        (second, secondValue) = (best, bestValue)
        (best, bestValue) = (next, value)
      } else {
        if next < best { low = next } else { high = next }
        if value <= secondValue || second == best {
          (third, thirdValue) = (second, secondValue)
          (second, secondValue) = (next, value)
        } else if value <= thirdValue || third == best || third == second {
          (third, thirdValue) = (next, value)
        }
      }
    }
    throw .notConverged(method: "Brent's method", limit: iterationLimit, error: high - low)
  }
}
