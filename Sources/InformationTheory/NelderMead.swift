/// A minimizer of functions of several variables, without derivatives.
///
/// ```swift
/// try NelderMead().minimum(near: [0, 0]) { ($0[0] - 1) * ($0[0] - 1) + $0[1] * $0[1] }.point
/// // [1, 0], within 1e−6
/// ```
///
/// It stops when both the simplex and the differences of its values are small. If there are local
/// minima, it finds one of them.
///
/// Source: J. Nelder, R. Mead, "A Simplex Method for Function Minimization" (1965).
public struct NelderMead: Hashable, Sendable {
  /// The maximum distance of the last simplex's corners from the best, in each coordinate: absolute
  /// for coordinates up to 1, relative for larger ones.
  public var pointTolerance: Double
  /// The maximum difference of the values at the corners: absolute for values up to 1, relative for
  /// larger ones.
  public var valueTolerance: Double
  /// The maximum number of steps.
  public var iterationLimit: Int

  /// A minimum and its position.
  public struct Minimum: Hashable, Sendable {
    /// The point at which the function is smallest.
    public let point: [Double]
    /// The smallest value.
    public let value: Double
    /// The number of steps.
    public let iterations: Int
  }

  /// Creates a method with tolerances and a limit.
  public init(
    pointTolerance: Double = 1e-8, valueTolerance: Double = 1e-14, iterationLimit: Int = 2000
  ) {
    self.pointTolerance = pointTolerance
    self.valueTolerance = valueTolerance
    self.iterationLimit = iterationLimit
  }

  private struct Corner {
    var point: [Double]
    var value: Double
  }

  /// Returns the minimum found from a start; a value that is not a number counts as +∞.
  ///
  /// - Parameters:
  ///   - start: the first corner of the first simplex.
  ///   - step: the distance of its other corners, each along one axis.
  ///   - function: the value at a point.
  /// - Throws: ``NumericalError`` if the start is empty or not finite, or the limit is reached.
  public func minimum(
    near start: [Double], step: Double = 0.1, _ function: ([Double]) -> Double
  ) throws(NumericalError) -> Minimum {
    guard !start.isEmpty, start.allSatisfy(\.isFinite), step.isFinite, step != 0 else {
      throw .invalidStart
    }
    func corner(_ point: [Double]) -> Corner {
      let value = function(point)
      return Corner(point: point, value: value.isNaN ? .infinity : value)
    }
    var simplex = [corner(start)]
    for axis in start.indices {
      var point = start
      point[axis] += step
      simplex.append(corner(point))
    }
    let count = start.count
    for iteration in 0..<iterationLimit {
      // Stable, so that equal corners have the same order everywhere.
      let order = simplex.indices.sorted { (simplex[$0].value, $0) < (simplex[$1].value, $1) }
      simplex = order.map { simplex[$0] }
      let best = simplex[0]
      let worst = simplex[count]
      if isSmall(simplex) {
        return Minimum(point: best.point, value: best.value, iterations: iteration)
      }
      let centroid = (0..<count).map { axis in
        simplex.prefix(count).reduce(0) { $0 + $1.point[axis] } / Double(count)
      }
      // The corner at `factor` times the way from the centroid to the worst.
      func along(_ factor: Double) -> Corner {
        corner(zip(centroid, worst.point).map { $0 + factor * ($1 - $0) })
      }
      let reflected = along(-1)
      if reflected.value < best.value {
        let expanded = along(-2)
        simplex[count] = expanded.value < reflected.value ? expanded : reflected
      } else if reflected.value < simplex[count - 1].value {
        simplex[count] = reflected
      } else {
        let isOutside = reflected.value < worst.value
        let contracted = along(isOutside ? -0.5 : 0.5)
        if contracted.value < min(reflected.value, worst.value) {
          simplex[count] = contracted
        } else {
          for index in 1...count {
            simplex[index] = corner(
              zip(best.point, simplex[index].point).map { $0 + 0.5 * ($1 - $0) })
          }
        }
      }
    }
    let spread = simplex.dropFirst().map { ($0.value - simplex[0].value).magnitude }.max() ?? 0
    throw .notConverged(
      method: "the Nelder–Mead search", limit: iterationLimit, error: spread)
  }

  private func isSmall(_ simplex: [Corner]) -> Bool {
    let best = simplex[0]
    return simplex.dropFirst().allSatisfy { corner in
      corner.value - best.value <= valueTolerance * max(1, best.value.magnitude)
        && zip(corner.point, best.point).allSatisfy {
          ($0 - $1).magnitude <= pointTolerance * max(1, $1.magnitude)
        }
    }
  }
}
