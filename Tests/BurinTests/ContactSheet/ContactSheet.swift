import Burin
import Foundation

/// Forty small charts in Swift Charts' spelling, twenty to a page.
///
/// A figure differs from its golden where any of them looks different, light or dark.
enum ContactSheet {
  /// A page of twenty charts in five columns.
  static func page(_ charts: [Chart]) -> some FigureContent {
    Grid(columns: 5, horizontalSpacing: 18, verticalSpacing: 16) {
      for chart in charts { chart.independentPlots().frame(width: 250, height: 185) }
    }
  }

  static let options = RenderOptions(width: 1380, altText: "Twenty small charts.")

  static var darkOptions: RenderOptions {
    var options = options
    options.theme.colors = .init(
      primary: RGBColor(hex: 0xE9EDF3), secondary: RGBColor(hex: 0xA9B4C4),
      canvas: RGBColor(hex: 0x14181F), surface: RGBColor(hex: 0x1E242E),
      grid: RGBColor(hex: 0x2C343F), axis: RGBColor(hex: 0x6C7889),
      accent: RGBColor(hex: 0x6FA8F5), muted: RGBColor(hex: 0x7F8B9C),
      good: RGBColor(hex: 0x4CC3A5), bad: RGBColor(hex: 0xF2776B))
    options.theme.series = [
      0x6FA8F5, 0xF2A65A, 0x4CC3A5, 0xE57FB5, 0xB18CF0, 0xD9C74F, 0xF2776B, 0x63C9E6,
    ].map(RGBColor.init(hex:))
    return options
  }

  // MARK: Data

  static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri"]
  static let visits = [32.0, 41, 38, 52, 47]
  static let products = ["Tea", "Coffee", "Juice"]

  struct Sale: Identifiable {
    var id: String { "\(quarter) \(product)" }
    var quarter: String
    var product: String
    var amount: Double
  }

  static let sales: [Sale] = [
    Sale(quarter: "Q1", product: "Tea", amount: 12),
    Sale(quarter: "Q1", product: "Coffee", amount: 20),
    Sale(quarter: "Q1", product: "Juice", amount: 7),
    Sale(quarter: "Q2", product: "Tea", amount: 15),
    Sale(quarter: "Q2", product: "Coffee", amount: 18),
    Sale(quarter: "Q2", product: "Juice", amount: 11),
    Sale(quarter: "Q3", product: "Tea", amount: 11),
    Sale(quarter: "Q3", product: "Coffee", amount: 24),
    Sale(quarter: "Q3", product: "Juice", amount: 14),
  ]

  /// A month of a city.
  struct Reading: Identifiable {
    var id: String { "\(city) \(month)" }
    var city: String
    var month: Int
    var degrees: Double
  }

  static let readings: [Reading] = [("Lima", 19.0, -4.0), ("Oslo", 6.5, 11.0)].flatMap { city in
    (1...12).map { month in
      Reading(
        city: city.0, month: month,
        degrees: city.1 - city.2 * cos(Double(month - 1) / 12 * 2 * .pi))
    }
  }

  /// The start of a day of January 2026, in Greenwich Mean Time.
  static func day(_ number: Int) -> Date {
    Date(timeIntervalSince1970: 1_767_225_600 + 86_400 * Double(number - 1))
  }

  /// The price of a share over a day.
  struct Price: Identifiable {
    var id: Int
    var open: Double
    var close: Double
    var low: Double
    var high: Double
  }

  static let prices: [Price] = (0..<14).map { day in
    let open = 50 + 6 * sin(Double(day) / 2)
    let close = 50 + 6 * sin(Double(day + 1) / 2) + (day % 3 == 0 ? -2 : 1)
    return Price(
      id: day + 1, open: open, close: close, low: min(open, close) - 1.5,
      high: max(open, close) + 2)
  }

  static let scatter: [(Double, Double, String)] = (0..<36).map { index in
    let x = Double(index % 12) + 1
    let group = ["a", "b", "c"][index / 12]
    return (x, x * (1 + Double(index / 12) * 0.7) + 2 * sin(Double(index) * 2.3), group)
  }
}
