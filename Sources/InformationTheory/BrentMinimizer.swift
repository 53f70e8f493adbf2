/// The minimum of a function of one variable, without derivatives.
///
/// ```swift
/// try BrentMinimizer().minimum(from: 0, to: 5) { ($0 - 2) * ($0 - 2) }.x  // 2
/// ```
///
/// Parabolas through the three best points where they help, golden sections where they do not. If
/// the function has several minima in the interval, one of them is found.
///
/// Source: R. Brent, "Algorithms for Minimization without Derivatives" (1973), chapter 5.
public struct BrentMinimizer: Hashable, Sendable {
  /// How far from the minimum the result may be, as a part of its magnitude.
  ///
  /// Below 1.5e−8 rounding of the function's values hides the minimum.
  public var relativeTolerance: Double
  /// How far from the minimum the result may be, whatever its magnitude.
  public var absoluteTolerance: Double
  /// How many steps may be taken.
  public var iterationLimit: Int

  /// A minimum and where it is.
  public struct Minimum: Hashable, Sendable {
    /// Where the function is least.
    public let x: Double
    /// The least value.
    public let value: Double
    /// The number of steps.
    public let iterations: Int
  }

  /// A method with tolerances and a limit.
  public init(
    relativeTolerance: Double = 1.5e-8, absoluteTolerance: Double = 1e-12, iterationLimit: Int = 500
  ) {
    self.relativeTolerance = relativeTolerance
    self.absoluteTolerance = absoluteTolerance
    self.iterationLimit = iterationLimit
  }

  /// The minimum between `a` and `b`; a value that is not a number counts as +∞.
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
      // Neighbouring numbers are as near as it gets, whatever the tolerance.
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
        // False also where infinite values have made the parabola meaningless.
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
