import BurinScales

/// A date whose unit of the calendar is known only where the calendar is.
struct CalendarValue: Hashable, Sendable {
  /// The time, in seconds since the start of 1970.
  var time: Double
  var unit: CalendarUnit
}

extension ChartData {
  /// Returns the data with units of a calendar in place of those at Greenwich.
  func inUnits(of calendar: LocalCalendar) -> ChartData {
    guard calendar != .gmt else { return self }
    var data = self
    for index in data.layers.indices { data.layers[index].replaceUnits(calendar) }
    return data
  }
}

extension Layer {
  fileprivate mutating func replaceUnits(_ calendar: LocalCalendar) {
    for channel in [Channel.x, .y, .angle, .radius] {
      guard var positions = positions[channel], !positions.units.isEmpty else { continue }
      for (row, unit) in positions.units.enumerated() {
        guard let unit else { continue }
        let interval = calendar.interval(of: unit.unit, containing: unit.time)
        let isSingle = run(of: row)?.form(channel) != .ends
        positions.start[row] = interval.lowerBound
        if isSingle { positions.end[row] = interval.upperBound }
      }
      self.positions[channel] = positions
    }
    for channel in Channel.fields {
      guard var field = fields[channel], !field.units.isEmpty else { continue }
      for (row, unit) in field.units.enumerated() {
        guard let unit else { continue }
        let interval = calendar.interval(of: unit.unit, containing: unit.time)
        field.values[row] = (interval.lowerBound + interval.upperBound) / 2
      }
      fields[channel] = field
    }
  }
}
