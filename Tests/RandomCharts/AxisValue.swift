package import Burin
import Foundation

/// What a mark has along one axis: a value, and the two ends of a stretch around it.
package protocol AxisValue: Sendable {
  associatedtype Value: Plottable & Comparable & Sendable
  var value: Value { get }
  var start: Value { get }
  var end: Value { get }
  /// The number that stands for the value; the index of a category.
  var number: Double { get }
  var startNumber: Double { get }
  var endNumber: Double { get }
}

/// A value and two ends of one type.
package struct Spread<Value: Plottable & Comparable & Sendable>: AxisValue {
  package var value: Value
  package var start: Value
  package var end: Value
  package var number: Double
  package var startNumber: Double
  package var endNumber: Double

  package init(value: Value, start: Value, end: Value, numbers: (Double, Double, Double)) {
    self.value = value
    self.start = start
    self.end = end
    (number, startNumber, endNumber) = numbers
  }

  package init(_ number: Double, half: Double, _ value: (Double) -> Value) {
    self.value = value(number)
    start = value(number - half)
    end = value(number + half)
    self.number = number
    startNumber = number - half
    endNumber = number + half
  }
}

extension AxisValue {
  /// The stretch for marks that take a range of numbers.
  package var range: ClosedRange<Double> {
    startNumber <= endNumber ? startNumber...endNumber : 0...1
  }
}

/// What an axis shows: a kind of value on a type of scale.
package enum AxisKind: String, Sendable, CaseIterable {
  case linear, integer, log, symlog, power, sqrt, time, category

  /// The type of scale that the chart is told; nil for the one that the values ask for.
  package var type: ScaleType? {
    switch self {
    case .linear, .integer, .time, .category: nil
    case .log: .log
    case .symlog: .symlog()
    case .power: .power(exponent: 2)
    case .sqrt: .squareRoot
    }
  }

  /// Whether the values are numbers with a fraction.
  package var isNumeric: Bool { ![.time, .category, .integer].contains(self) }

  /// The midnight at which days are counted from, in seconds since 1970.
  package static let firstDay = 1_704_067_200.0

  /// The value of a number: itself, a day of 2024, or the name of a category.
  ///
  /// - Parameter unit: what numbers, and the days' seconds, are multiplied by.
  package func value(
    _ number: Double, half: Double = 0.25, unit: Double = 1, offset: Double = 0
  ) -> any AxisValue {
    switch self {
    case .linear, .log, .symlog, .power, .sqrt:
      return Spread(number * unit + offset, half: half * unit) { $0 }
    case .integer:
      return Spread(number, half: half) {
        $0.isFinite ? Int(($0 * 8 * unit).rounded()) + Int(offset) : 0
      }
    case .time:
      return Spread(number, half: half) {
        Date(timeIntervalSince1970: Self.firstDay + $0 * 86_400)
      }
    case .category:
      return Spread(number, half: 1) { $0.isFinite ? "c\(Int($0.rounded()))" : "none" }
    }
  }
}

extension Chart {
  /// The chart with an axis of a kind.
  package func axes(_ x: AxisKind, _ y: AxisKind) -> Chart {
    var chart = self
    if let type = x.type { chart = chart.chartXScale(type: type) }
    if let type = y.type { chart = chart.chartYScale(type: type) }
    return chart
  }

  /// The chart with a domain between two numbers, or of the categories between them.
  package func domain(_ channel: Channel, _ kind: AxisKind, _ low: Double, _ high: Double) -> Chart
  {
    let isX = channel == .x
    switch kind {
    case .category:
      let names = (Int(low)...Int(high.rounded(.up))).map { "c\($0)" }
      return isX ? chartXScale(domain: names) : chartYScale(domain: names)
    case .time:
      let days = [low, high].map {
        Date(timeIntervalSince1970: AxisKind.firstDay + $0 * 86_400)
      }
      return isX ? chartXScale(domain: days[0]...days[1]) : chartYScale(domain: days[0]...days[1])
    case .integer:
      let domain = Int(low * 8)...Int(high * 8)
      return isX ? chartXScale(domain: domain) : chartYScale(domain: domain)
    case .linear, .log, .symlog, .power, .sqrt:
      let domain = low...high
      return isX ? chartXScale(domain: domain) : chartYScale(domain: domain)
    }
  }
}
