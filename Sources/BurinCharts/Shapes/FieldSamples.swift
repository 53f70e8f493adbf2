import BurinScales
import Synchronization

/// A function of x and y with the values it took last, so that a rendering evaluates it once.
///
/// What is kept is the values of one grid.
public final class FieldSamples: Hashable, Sendable {
  private let function: @Sendable (Double, Double) -> Double
  private let memo = Mutex<(grid: Grid, values: [Double])?>(nil)

  /// The places at which a field is sampled.
  struct Grid: Hashable, Sendable {
    var xs: [Double]
    var ys: [Double]

    /// Places that are evenly spaced on scales of two types.
    ///
    /// - Parameters:
    ///   - x: the stretch of x.
    ///   - y: the stretch of y.
    ///   - fractions: where samples lie along a stretch, 0…1.
    ///   - types: the types of the scales of x and y.
    init(
      _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, fractions: (x: [Double], y: [Double]),
      types: (x: ScaleType, y: ScaleType)
    ) throws(ScaleError) {
      let across = try ContinuousScale(types.x, domain: x, range: (0, 1))
      let up = try ContinuousScale(types.y, domain: y, range: (0, 1))
      xs = fractions.x.map(across.value)
      ys = fractions.y.map(up.value)
    }
  }

  init(_ function: @escaping @Sendable (Double, Double) -> Double) { self.function = function }

  /// The values row by row.
  func values(at grid: Grid) -> [Double] {
    if let known = memo.withLock({ $0?.grid == grid ? $0?.values : nil }) { return known }
    let values = grid.ys.flatMap { y in grid.xs.map { function($0, y) } }
    memo.withLock { $0 = (grid, values) }
    return values
  }

  /// Whether both are the same object.
  public static func == (a: FieldSamples, b: FieldSamples) -> Bool { a === b }
  /// Hashes the identity.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
