extension LayerTransform {
  /// Places angles one after another, each from where the one before it ends.
  ///
  /// An angle that was given as a stretch keeps its start and its end.
  ///
  /// - Throws: ``ChartError/unscalable(axis:mark:index:value:reason:)`` for an angle below zero, and
  ///   ``ChartError/invalid(_:)`` for angles that are no numbers.
  public static let stackAngles = LayerTransform("stack angles") {
    (table, context) throws(ChartError) in
    let name = table.layer.mark.markName
    if let kind = context.kind(.angle), !kind.isNumeric {
      throw ChartError.unsuitable(
        mark: name, channel: "angle",
        reason: "\(name): the angle must be a number; it has \(kind.plural)")
    }
    let isDefined = table.isDefined
    let rows = table.layer.runs.filter { $0.form(.angle) == .value }.flatMap(\.rows)
      .filter { isDefined[$0] }
    var largest = 0.0
    var sum = 0.0
    for row in rows {
      let value = table.angle.end[row]
      guard value >= 0 else {
        throw ChartError.unscalable(
          axis: Channel.angle.name, mark: name, index: row, value: value,
          reason: "an angle is a part of the whole and can't be below 0")
      }
      largest = max(largest, value)
      sum += value
    }
    // Only the parts count, so that a sum beyond every Double is no harm.
    let unit = sum.isFinite ? 1 : largest
    sum = 0
    for row in rows {
      table.angle.start[row] = sum
      sum += table.angle.end[row] / unit
      table.angle.end[row] = sum
    }
  }
}
