import Burin
import Foundation

extension ContactSheet {
  /// Sectors, rectangles, rules, axes, dates, annotations and plot styles.
  static var second: [Chart] {
    [
      pie, ring, gauge, heatMap, gantt,
      candles, histogram, boxes, bubbles, colored,
      logarithmic, bothLogarithmic, days, months, axes,
      threshold, callout, plotStyle, function, reversed,
    ]
  }

  /// Dates in English and Greenwich Mean Time, wherever the tests run.
  private static let dates = Date.FormatStyle(
    locale: Locale(identifier: "en_US"), timeZone: .gmt)

  private static let shares = [("Coffee", 42), ("Tea", 23), ("Juice", 17), ("Water", 18)]

  private static var pie: Chart {
    Chart(shares, id: \.0) { drink in
      SectorMark(angle: .value("Share", drink.1))
        .foregroundStyle(by: .value("Drink", drink.0))
    }
    .chartLegend(position: .trailing, alignment: .center)
    .chartTitle("A pie")
  }

  private static var ring: Chart {
    Chart(shares, id: \.0) { drink in
      SectorMark(
        angle: .value("Share", drink.1), innerRadius: .ratio(0.6), angularInset: 1.5
      )
      .cornerRadius(4)
      .foregroundStyle(by: .value("Drink", drink.0))
    }
    .chartLegend(position: .leading, alignment: .center)
    .chartTitle("A ring, legend leading")
  }

  private static var gauge: Chart {
    Chart {
      SectorMark(angle: .value("Rest", 0..<100), innerRadius: .ratio(0.75))
        .foregroundStyle(.gray.opacity(0.25))
      SectorMark(angle: .value("Charge", 0..<70), innerRadius: .ratio(0.75))
        .foregroundStyle(.green)
    }
    .chartAngleScale(domain: 0...100)
    .chartTitle("A gauge")
  }

  private static var heatMap: Chart {
    Chart {
      ForEach(weekdays, id: \.self) { day in
        ForEach(0..<8) { hour in
          RectangleMark(x: .value("Hour", "\(8 + hour)"), y: .value("Day", day))
            .foregroundStyle(
              by: .value("Calls", Double((hour * 7 + day.utf8.reduce(0) { $0 + Int($1) }) % 11)))
        }
      }
    }
    .chartForegroundStyleScale(range: Gradient(colors: [.blue.opacity(0.1), .blue]))
    .chartTitle("A heat map")
  }

  private static var gantt: Chart {
    let tasks = [("Plan", 1, 5), ("Design", 3, 11), ("Build", 8, 22), ("Test", 16, 26)]
    return Chart(tasks, id: \.0) { task in
      BarMark(
        xStart: .value("Start", day(task.1)), xEnd: .value("End", day(task.2)),
        y: .value("Task", task.0))
    }
    .chartXAxis {
      AxisMarks(values: .stride(by: .day, count: 7)) {
        AxisGridLine()
        AxisValueLabel(format: dates.month(.abbreviated).day())
      }
    }
    .chartTitle("A plan")
  }

  private static var candles: Chart {
    Chart(prices) { price in
      RuleMark(
        x: .value("Day", price.id), yStart: .value("Low", price.low),
        yEnd: .value("High", price.high)
      )
      .foregroundStyle(.secondary)
      RectangleMark(
        x: .value("Day", price.id), yStart: .value("Open", price.open),
        yEnd: .value("Close", price.close), width: 7
      )
      .foregroundStyle(price.close < price.open ? Color.red : Color.green)
    }
    .chartYScale(domain: .automatic(includesZero: false))
    .chartTitle("Candlesticks")
  }

  private static var histogram: Chart {
    let values = (0..<400).map { index in
      let part = (Double(index) + 0.5) / 400
      return 50 + 4 * log(part / (1 - part))
    }
    let bins = NumberBins(data: values, desiredCount: 12)
    return Chart(Array(bins.enumerated()), id: \.0) { index, bin in
      BarMark(
        x: .value("ms", bin),
        y: .value("Count", values.filter { bins.index(for: $0) == index }.count))
    }
    .chartTitle("A histogram")
  }

  private static var boxes: Chart {
    let delays = [
      ("api", [31.0, 35, 38, 40, 41, 44, 47, 52, 78]),
      ("search", [45, 51, 54, 58, 60, 63, 69, 74, 80]),
      ("login", [22, 24, 25, 25, 27, 28, 31, 33, 34]),
    ]
    return Chart {
      for (service, times) in delays { BoxPlot(times, x: .value("Service", service), y: "ms") }
    }
    .chartTitle("Box plots")
  }

  private static var bubbles: Chart {
    Chart(
      Array([(2.0, 14.5, 2.0), (8, 14, 8), (10, 19, 10), (6, 24, 3), (4, 9, 20)].enumerated()),
      id: \.0
    ) {
      _, city in
      PointMark(x: .value("Income", city.0), y: .value("Age", city.1))
        .symbolSize(by: .value("People (M)", city.2))
        .opacity(0.6)
    }
    .chartXScale(domain: 0...12)
    .chartTitle("Bubbles")
  }

  private static var colored: Chart {
    Chart(0..<40) { index in
      PointMark(
        x: .value("x", Double(index % 8)),
        y: .value("y", Double(index / 8) + sin(Double(index)) / 4)
      )
      .foregroundStyle(by: .value("Depth", Double(index) / 40))
      .symbol(.square)
    }
    .chartXScale(domain: -0.5...7.5)
    .chartTitle("Continuous colours")
  }

  private static var logarithmic: Chart {
    Chart(0..<9) { step in
      LineMark(x: .value("Step", step), y: .value("Cost", pow(10, Double(step) / 2)))
      PointMark(x: .value("Step", step), y: .value("Cost", pow(10, Double(step) / 2)))
    }
    .chartYScale(type: .log)
    .chartTitle("A logarithmic axis")
  }

  private static var bothLogarithmic: Chart {
    Chart {
      ForEach([("n", 1.0), ("n²", 2.0)], id: \.0) { name, exponent in
        ForEach(0..<10) { step in
          LineMark(
            x: .value("Size", pow(10, Double(step) / 3)),
            y: .value("Time", pow(10, exponent * Double(step) / 3))
          )
          .foregroundStyle(by: .value("Growth", name))
        }
      }
    }
    .chartXScale(type: .log)
    .chartYScale(type: .log)
    .chartTitle("Two logarithmic axes")
  }

  private static var days: Chart {
    Chart(1..<8) { number in
      BarMark(
        x: .value("Day", day(number), unit: .day), y: .value("Steps", 4000 + 900 * (number * 3 % 7))
      )
    }
    .chartXAxis {
      AxisMarks(values: .stride(by: .day)) { _ in
        AxisTick()
        AxisValueLabel(format: dates.weekday(.narrow), centered: true)
      }
    }
    .chartTitle("Days")
  }

  private static var months: Chart {
    Chart(0..<52) { week in
      LineMark(
        x: .value("Date", day(1 + 7 * week)), y: .value("Sales", 200 + 60 * sin(Double(week) / 6)))
    }
    .chartXAxis {
      AxisMarks(values: .stride(by: .month, count: 3)) {
        AxisGridLine()
        AxisValueLabel()
      }
    }
    .chartTitle("Dates")
  }

  private static var axes: Chart {
    Chart(0..<11) { step in
      LineMark(x: .value("Step", step), y: .value("Level", Double(step * step)))
    }
    .chartXAxis { AxisMarks(position: .top) }
    .chartYAxis {
      AxisMarks(position: .trailing, values: .stride(by: 25)) { value in
        AxisGridLine(stroke: StrokeStyle(lineWidth: 1, dash: [2, 3]))
        AxisTick(length: 6)
        AxisValueLabel {
          if let level = value.as(Int.self) { Text("\(level) m") }
        }
      }
    }
    .chartTitle("Axes at the other sides")
  }

  private static var threshold: Chart {
    Chart {
      ForEach(Array(zip(weekdays, visits)), id: \.0) { day, count in
        BarMark(x: .value("Day", day), y: .value("Visits", count))
          .foregroundStyle(
            count > 45 ? AnyShapeStyle(.orange) : AnyShapeStyle(.orange.opacity(0.4)))
      }
      RuleMark(y: .value("Goal", 45))
        .lineStyle(StrokeStyle(lineWidth: 1.5, dash: [5, 4]))
        .foregroundStyle(.primary)
        .annotation(position: .top, alignment: .leading) { Text("Goal: 45").font(.caption) }
    }
    .chartTitle("A threshold")
  }

  private static var callout: Chart {
    Chart {
      ForEach(1..<13) { month in
        LineMark(x: .value("Month", month), y: .value("Rain", 40 + 25 * sin(Double(month) / 2)))
      }
      PointMark(x: .value("Month", 3), y: .value("Rain", 40 + 25 * sin(1.5)))
        .annotation(position: .trailing, spacing: 8) {
          VStack(alignment: .leading, spacing: 2) {
            Text("March").font(.caption).foregroundStyle(.secondary)
            Text("65 mm").font(.headline)
          }
          .padding(6)
          .background(.gray.opacity(0.15))
          .cornerRadius(6)
        }
    }
    .chartTitle("A view as annotation")
  }

  private static var plotStyle: Chart {
    Chart(readings.filter { $0.city == "Lima" }) { reading in
      LineMark(x: .value("Month", reading.month), y: .value("°C", reading.degrees))
        .foregroundStyle(.orange)
    }
    .chartPlotStyle { plot in
      plot.background(.orange.opacity(0.1)).border(.orange, width: 1)
    }
    .chartXAxisLabel("Month", position: .bottom, alignment: .center)
    .chartYAxisLabel("°C")
    .chartTitle("A plot style, axis labels")
  }

  private static var function: Chart {
    Chart {
      LinePlot(x: "x", y: "y", domain: -3...3) { x in exp(-x * x / 2) }
      AreaPlot(x: "x", y: "y", domain: -1...1) { x in exp(-x * x / 2) }
        .opacity(0.3)
    }
    .chartXScale(domain: -3...3)
    .chartTitle("Plots of functions")
  }

  private static var reversed: Chart {
    Chart(Array(zip(["Ada", "Ben", "Cleo", "Dan"], [1, 3, 2, 4])), id: \.0) { name, rank in
      PointMark(x: .value("Name", name), y: .value("Rank", rank))
        .symbol(.diamond)
        .symbolSize(120)
        .foregroundStyle(.purple)
    }
    .chartYScale(domain: .automatic(includesZero: false, reversed: true))
    .chartYAxis { AxisMarks(values: [1, 2, 3, 4]) }
    .chartTitle("A reversed axis")
  }
}
