import BurinScales

/// The scales of categories made in a rendering: an axis is measured over several ranges, and its
/// categories, of which there may be many, are looked up once.
struct BandScaleMemo {
  private struct Entry {
    var shown: [String]
    var names: [String]
    var padding: Double
    var scale: BandScale
    var bands: [Int]
  }

  private var entries: [Entry] = []

  /// How many scales are kept.
  private static let capacity = 16

  /// Returns the scale of an axis.
  ///
  /// - Parameters:
  ///   - shown: the categories that the axis shows.
  ///   - names: the chart's categories by their index.
  ///   - padding: the gap between bands, in steps.
  ///   - range: the ends of the range, in points.
  mutating func scale(
    _ shown: [String], names: [String], padding: Double, range: (Double, Double)
  ) throws(ScaleError) -> AxisScale {
    // Equal arrays are most often one array, which takes no time to see.
    let known = entries.first {
      $0.padding == padding && $0.shown == shown && $0.names == names
    }
    if let known {
      return AxisScale(form: .band(try known.scale.withRange(range), bands: known.bands))
    }
    let scale = try BandScale(
      shown, range: range, paddingInner: padding, paddingOuter: padding / 2)
    let bands = names.map { scale.index(of: $0) ?? -1 }
    if entries.count == Self.capacity { entries.removeFirst() }
    entries.append(
      Entry(shown: shown, names: names, padding: padding, scale: scale, bands: bands))
    return AxisScale(form: .band(scale, bands: bands))
  }
}
