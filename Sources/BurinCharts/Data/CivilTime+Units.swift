public import BurinScales

extension PlottableValue where Value == CivilTime {
  /// Makes a value that is the whole unit of the calendar in which a time lies.
  ///
  /// ```swift
  /// BarMark(x: .value("Day", visit.time, unit: .day), y: .value("Visits", 1))  // a bar a day
  /// ```
  ///
  /// - Parameters:
  ///   - label: the name of the quantity.
  ///   - time: the time.
  ///   - unit: the unit, in the calendar of the rendering, `RenderOptions(timeZone:calendar:)`.
  public static func value<Name: QuantityName>(
    _ label: Name, _ time: CivilTime, unit: CalendarUnit
  ) -> PlottableValue {
    .unit(label.quantityName, containing: time.secondsSince1970, unit)
  }
}

extension PlottableProjection where Value == CivilTime {
  /// Returns the whole unit of the calendar in which the time of a key path lies.
  public static func value<Name: QuantityName>(
    _ label: Name, _ keyPath: KeyPath<DataElement, CivilTime>, unit: CalendarUnit
  ) -> PlottableProjection {
    let label = label.quantityName
    return PlottableProjection { .value(label, $0[keyPath: keyPath], unit: unit) }
  }
}
