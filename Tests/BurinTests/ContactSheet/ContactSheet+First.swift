import Burin
import Foundation

extension ContactSheet {
  /// Bars, stacks, lines, areas and points.
  static var first: [Chart] {
    [
      bars, horizontalBars, grouped, stacked, normalized,
      labelled, gradients, negative, oneBar, ranges,
      line, lines, symbols, steps, dashes,
      area, stackedAreas, stream, band, points,
    ]
  }

  private static var bars: Chart {
    Chart {
      ForEach(Array(zip(weekdays, visits)), id: \.0) { day, count in
        BarMark(x: .value("Day", day), y: .value("Visits", count))
      }
    }
    .chartTitle("Bars")
  }

  private static var horizontalBars: Chart {
    Chart {
      ForEach(
        Array(zip(["Norway", "Iceland", "Portugal", "Chile"], [9.1, 6.2, 11.5, 4.3])), id: \.0
      ) {
        country, value in
        BarMark(x: .value("Share", value), y: .value("Country", country), height: .ratio(0.6))
          .cornerRadius(3)
      }
    }
    .chartXAxis { AxisMarks(values: [0, 4, 8, 12]) }
    .chartTitle("Horizontal bars")
  }

  private static var grouped: Chart {
    Chart(sales) { sale in
      BarMark(x: .value("Quarter", sale.quarter), y: .value("Amount", sale.amount))
        .foregroundStyle(by: .value("Product", sale.product))
        .position(by: .value("Product", sale.product))
    }
    .chartTitle("Grouped")
  }

  private static var stacked: Chart {
    Chart(sales) { sale in
      BarMark(x: .value("Quarter", sale.quarter), y: .value("Amount", sale.amount))
        .foregroundStyle(by: .value("Product", sale.product))
    }
    .chartLegend(position: .trailing)
    .chartTitle("Stacked, legend trailing")
  }

  private static var normalized: Chart {
    Chart(sales) { sale in
      BarMark(
        x: .value("Quarter", sale.quarter), y: .value("Amount", sale.amount),
        stacking: .normalized
      )
      .foregroundStyle(by: .value("Product", sale.product))
    }
    .chartYAxis { AxisMarks(values: [0, 0.5, 1]) }
    .chartLegend(position: .top, alignment: .leading)
    .chartTitle("Normalized, legend at the top")
  }

  private static var labelled: Chart {
    Chart {
      ForEach(Array(zip(weekdays, visits)), id: \.0) { day, count in
        BarMark(x: .value("Day", day), y: .value("Visits", count))
          .annotation(position: .top) { Text("\(Int(count))").font(.caption) }
      }
    }
    .chartYAxis(.hidden)
    .chartTitle("Annotations")
  }

  private static var gradients: Chart {
    Chart {
      ForEach(Array(zip(weekdays, visits)), id: \.0) { day, count in
        BarMark(x: .value("Day", day), y: .value("Visits", count), width: .fixed(18))
          .foregroundStyle(Color.teal.gradient)
          .clipShape(Capsule())
      }
    }
    .chartTitle("Gradient capsules")
  }

  private static var negative: Chart {
    Chart {
      ForEach(Array([4.0, -2, 3, -5, 6, 1].enumerated()), id: \.0) { index, change in
        BarMark(x: .value("Month", "\(index + 1)"), y: .value("Change", change))
          .foregroundStyle(change < 0 ? Color.red : Color.green)
      }
    }
    .chartTitle("Gains and losses")
  }

  private static var oneBar: Chart {
    Chart {
      ForEach(Array(zip(["System", "Photos", "Apps", "Free"], [12.0, 38, 27, 51])), id: \.0) {
        part, size in
        BarMark(x: .value("GB", size), height: 26)
          .foregroundStyle(by: .value("Part", part))
      }
    }
    .chartXScale(domain: 0...128)
    .chartYAxis(.hidden)
    .chartPlotStyle { $0.background(.gray.opacity(0.15)).cornerRadius(8) }
    .chartLegend(position: .bottom)
    .chartTitle("One bar")
  }

  private static var ranges: Chart {
    Chart {
      ForEach(1..<8) { month in
        BarMark(
          x: .value("Month", month), yStart: .value("Low", Double(month) - 4),
          yEnd: .value("High", 8 + 2 * Double(month)), width: 12
        )
        .cornerRadius(6)
      }
    }
    .chartXAxis { AxisMarks(values: .stride(by: 1)) }
    .chartTitle("Ranges")
  }

  private static var line: Chart {
    Chart(1..<25) { hour in
      LineMark(
        x: .value("Hour", hour), y: .value("Load", 30 + 20 * sin(Double(hour) / 4)))
    }
    .chartTitle("A line")
  }

  private static var lines: Chart {
    Chart(readings) { reading in
      LineMark(x: .value("Month", reading.month), y: .value("°C", reading.degrees))
        .foregroundStyle(by: .value("City", reading.city))
        .interpolationMethod(.catmullRom)
    }
    .chartXScale(domain: 1...12)
    .chartTitle("Smooth lines")
  }

  private static var symbols: Chart {
    Chart(readings.filter { $0.month % 2 == 1 }) { reading in
      LineMark(x: .value("Month", reading.month), y: .value("°C", reading.degrees))
        .foregroundStyle(by: .value("City", reading.city))
        .symbol(by: .value("City", reading.city))
    }
    .chartTitle("Symbols on lines")
  }

  private static var steps: Chart {
    let open = [2.0, 3, 3, 5, 4, 6, 2, 1, 1, 0]
    return Chart(0..<10) { hour in
      LineMark(x: .value("Hour", hour), y: .value("Open", open[hour]))
        .interpolationMethod(.stepEnd)
        .lineStyle(StrokeStyle(lineWidth: 3, lineCap: .round))
    }
    .chartTitle("Steps")
  }

  private static var dashes: Chart {
    Chart(readings) { reading in
      LineMark(x: .value("Month", reading.month), y: .value("°C", reading.degrees))
        .lineStyle(by: .value("City", reading.city))
    }
    .chartTitle("Dashes")
  }

  private static var area: Chart {
    Chart(1..<25) { hour in
      AreaMark(x: .value("Hour", hour), y: .value("Load", 30 + 20 * sin(Double(hour) / 4)))
        .foregroundStyle(
          .linearGradient(
            colors: [.blue.opacity(0.7), .blue.opacity(0.05)], startPoint: .top,
            endPoint: .bottom))
      LineMark(x: .value("Hour", hour), y: .value("Load", 30 + 20 * sin(Double(hour) / 4)))
    }
    .chartTitle("An area with a gradient")
  }

  private static func device(_ device: String, _ month: Int) -> Double {
    let bases: [String: Double] = ["Phone": 30, "Desktop": 20, "Tablet": 9]
    let base = bases[device] ?? 0
    let wave = sin(Double(month) * base / 40)
    return base * (1 + wave / 4)
  }

  private static func areas(_ stacking: MarkStackingMethod) -> Chart {
    Chart {
      ForEach(["Phone", "Desktop", "Tablet"], id: \.self) { name in
        ForEach(1..<13) { month in
          AreaMark(
            x: .value("Month", month), y: .value("Visits", device(name, month)),
            stacking: stacking
          )
          .foregroundStyle(by: .value("Device", name))
        }
      }
    }
  }

  private static var stackedAreas: Chart { areas(.standard).chartTitle("Stacked areas") }

  private static var stream: Chart {
    areas(.center).chartYAxis(.hidden).chartTitle("A stream")
  }

  private static var band: Chart {
    Chart(readings.filter { $0.city == "Oslo" }) { reading in
      AreaMark(
        x: .value("Month", reading.month), yStart: .value("Low", reading.degrees - 5),
        yEnd: .value("High", reading.degrees + 4)
      )
      .opacity(0.25)
      LineMark(x: .value("Month", reading.month), y: .value("Mean", reading.degrees))
    }
    .chartTitle("A band around a line")
  }

  private static var points: Chart {
    Chart {
      ForEach(scatter.indices, id: \.self) { index in
        PointMark(x: .value("x", scatter[index].0), y: .value("y", scatter[index].1))
          .foregroundStyle(by: .value("Group", scatter[index].2))
          .symbol(by: .value("Group", scatter[index].2))
          .symbolSize(36)
      }
    }
    .chartTitle("Points by group")
  }
}
