public import Burin

/// Sales by quarter, as this package's report shows them.
public func salesChart(_ sales: [(quarter: String, units: Double)]) -> Chart {
  Chart {
    for entry in sales {
      BarMark(x: .value("quarter", entry.quarter), y: .value("units", entry.units))
    }
  }
}
