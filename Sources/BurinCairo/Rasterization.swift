import CCairo

/// How outlines become pixels.
///
/// Goldens are drawn with ``standard``; another setting stands for another rasteriser.
public struct Rasterization: Hashable, Sendable {
  /// How the share of a pixel that an outline covers is found.
  public enum Antialiasing: String, Hashable, Sendable, CaseIterable {
    /// Cairo's choice between speed and quality that this release makes.
    case automatic
    /// Coverage on a coarse grid.
    case fast
    /// Coverage by area.
    case good
    /// The finest coverage that Cairo has.
    case best
  }

  /// How coverage is found.
  public var antialiasing: Antialiasing
  /// How far the segments that a curve is cut into may stray from it, in pixels.
  public var tolerance: Double

  /// Area coverage, and curves cut to 0.03 pixels.
  ///
  /// Pinned, so that a change of Cairo's defaults changes no picture. Cairo's own tolerance is 0.1,
  /// which is up to 28 of 255 off the curve; 0.03 is at most 15 off, in the same time.
  public static let standard = Rasterization(antialiasing: .good, tolerance: 0.03)

  /// Makes a setting; the tolerance is held between 0.001 and 10 pixels.
  public init(antialiasing: Antialiasing, tolerance: Double) {
    self.antialiasing = antialiasing
    self.tolerance = tolerance.isNaN ? 0.03 : min(max(tolerance, 0.001), 10)
  }

  func apply(to context: OpaquePointer) {
    let mode =
      switch antialiasing {
      case .automatic: CAIRO_ANTIALIAS_DEFAULT
      case .fast: CAIRO_ANTIALIAS_FAST
      case .good: CAIRO_ANTIALIAS_GOOD
      case .best: CAIRO_ANTIALIAS_BEST
      }
    cairo_set_antialias(context, mode)
    cairo_set_tolerance(context, tolerance)
  }
}
