package import Burin
import Foundation

/// The examples of `Documentation/Charts.md`; a test holds them against the page and draws them.
package enum ChartsGuide {
  package static func bars() -> Chart {
    // guide: bars
    let quarters = [("Q1", 41_400), ("Q2", 53_050), ("Q3", 62_200), ("Q4", 83_400)]
    return Chart(quarters, id: \.0) { quarter, revenue in
      BarMark(x: .value("quarter", quarter), y: .value("revenue", revenue))
        .annotation(position: .top) { Text("€\(Double(revenue), format: .compact(2))") }
    }
    .chartTitle("Revenue doubled within the year")
    .chartYAxis(.hidden)
    // end
  }

  package static func times() -> Chart {
    // guide: times
    let start = Date(timeIntervalSince1970: 1_709_190_000)
    return Chart {
      ForEach(Array(stride(from: 0, to: 240, by: 4)), id: \.self) { minute in
        let load = 220 + 40 * sin(Double(minute) / 25)
        LineMark(
          x: .value("time", start.addingTimeInterval(60 * Double(minute))),
          y: .value("requests", load))
      }
      RuleMark(y: .value("requests", 250))
        .lineStyle(StrokeStyle(lineWidth: 1.5, dash: [4, 3]))
        .foregroundStyle(.red)
        .annotation(position: .trailing) { Text("limit") }
    }
    .chartTitle("Requests a second")
    // end
  }

  package static func series() -> Chart {
    // guide: series
    Chart {
      ForEach([("Swift", 5.0), ("Rust", 3.5), ("Go", 2.0)], id: \.0) { language, slope in
        ForEach(2018..<2027) { year in
          LineMark(x: .value("year", year), y: .value("share", slope * Double(year - 2017)))
            .foregroundStyle(by: .value("language", language))
            .annotation(position: .lineEnd) { Text(language) }
        }
      }
    }
    .chartLegend(.hidden)
    .chartXScale(domain: 2018...2026)
    .chartYAxisLabel("share of new services, %")
    // end
  }

  package static func stacked() -> Chart {
    // guide: stacked
    Chart {
      ForEach([("phone", 30.0), ("desktop", 20), ("tablet", 8)], id: \.0) { device, base in
        ForEach(1..<13) { month in
          AreaMark(
            x: .value("month", month), y: .value("visits", base + 4 * sin(Double(month) + base))
          )
          .foregroundStyle(by: .value("device", device))
        }
      }
    }
    .chartTitle("Visits, thousands")
    .chartXScale(domain: 1...12)
    // end
  }

  package static func histogram() -> Chart {
    // guide: histogram
    let delays = (0..<1000).map { index in
      let part = (Double(index) + 0.5) / 1000
      return 50 + 4 * log(part / (1 - part))
    }
    return Chart {
      Histogram(delays, x: "response time, ms")
      RuleMark(x: .value("response time, ms", 61.8)).annotation(position: .top) { Text("p95") }
    }
    .chartXAxisLabel("response time, ms")
    .chartYAxisLabel("requests")
    // end
  }

  package static func boxes() -> Chart {
    // guide: boxes
    let delays = [
      ("api", [31.0, 35, 38, 40, 41, 44, 47, 52, 78]),
      ("search", [45, 51, 54, 58, 60, 63, 69, 74, 80]),
      ("login", [22, 24, 25, 25, 27, 28, 31, 33, 34]),
    ]
    return Chart(delays, id: \.0) { service, times in
      BoxPlot(times, x: .value("service", service), y: "ms")
    }
    .chartYAxisLabel("response time, ms")
    // end
  }

  package static func errors() -> Chart {
    // guide: errors
    Chart {
      for (dose, response) in [(1.0, 2.8), (2, 4.9), (3, 6.3), (4, 7.4), (5, 8.1), (6, 8.6)] {
        ErrorBar(x: .value("dose", dose), y: .value("response", response), yError: 0.7)
        PointMark(x: .value("dose", dose), y: .value("response", response))
      }
    }
    .chartXAxisLabel("dose, mg")
    .chartYAxisLabel("response")
    // end
  }

  package static func sectors() -> Chart {
    // guide: sectors
    let drinks = [("Coffee", 41), ("Tea", 26), ("Juice", 19), ("Water", 14)]
    return Chart(drinks, id: \.0) { drink, share in
      SectorMark(angle: .value("share", share), innerRadius: .ratio(0.6), angularInset: 1)
        .foregroundStyle(by: .value("drink", drink))
        .cornerRadius(4)
        .annotation(position: .overlay) { Text("\(share)%") }
    }
    .chartTitle("Two of five drinks are coffee")
    .chartLegend(position: .trailing, alignment: .center)
    // end
  }

  package static func channels() -> Chart {
    // guide: channels
    let trees = [
      ("Oak", 40, 14, 38), ("Oak", 80, 21, 70), ("Beech", 35, 16, 30), ("Beech", 90, 27, 61),
      ("Pine", 25, 13, 24), ("Pine", 60, 24, 45),
    ]
    return Chart {
      for (species, age, height, trunk) in trees {
        PointMark(x: .value("Age (years)", age), y: .value("Height (m)", height))
          .foregroundStyle(by: .value("Species", species))
          .symbol(by: .value("Species", species))
          .symbolSize(by: .value("Trunk (cm)", trunk))
      }
    }
    .chartLegend(position: .bottom)
    // end
  }

  package static func names() -> Chart {
    // guide: names
    let cities = [("Lima", 10.1, 19.2), ("Quito", 2.0, 14.5), ("Bogotá", 8.0, 14.0)]
    return Chart(cities, id: \.0) { city, people, temperature in
      PointMark(x: .value("people", people), y: .value("°C", temperature))
        .annotation { Text(city) }
    }
    .chartXAxisLabel("people, millions")
    .chartYAxisLabel("mean temperature, °C")
    // end
  }

  package static func cells() -> Chart {
    // guide: cells
    Chart {
      ForEach(["Mon", "Tue", "Wed"], id: \.self) { day in
        ForEach(8..<16) { hour in
          RectangleMark(x: .value("hour", "\(hour)"), y: .value("day", day))
            .foregroundStyle(by: .value("calls", Double(hour * day.count % 7)))
        }
      }
    }
    .chartForegroundStyleScale(range: Gradient(colors: [.teal, .indigo]))
    // end
  }

  package static func collections() -> Chart {
    // guide: collections
    struct Sample {
      var time: Double
      var level: Double
    }
    let samples = (0..<200).map { Sample(time: Double($0) / 10, level: sin(Double($0) / 30)) }
    return Chart {
      LinePlot(samples, x: .value("time", \.time), y: .value("level", \.level))
        .lineStyle(StrokeStyle(lineWidth: 2))
    }
    // end
  }

  package static func axes() -> Chart {
    // guide: axes
    Chart(0..<11) { second in
      LineMark(x: .value("time", second), y: .value("height", Double(second * second)))
    }
    .chartXAxis { AxisMarks(values: [0, 5, 10]) }
    .chartYAxis {
      AxisMarks(position: .trailing, values: .stride(by: 25)) { value in
        AxisGridLine(stroke: StrokeStyle(lineWidth: 1, dash: [2, 3]))
        AxisValueLabel {
          if let height = value.as(Int.self) { Text("\(height) m") }
        }
      }
    }
    .chartXAxisLabel("seconds", position: .bottom, alignment: .center)
    .chartYAxisLabel("height", position: .top, alignment: .trailing)
    // end
  }

  package static func facets() -> Chart {
    // guide: facets
    Chart {
      for (index, city) in ["Lima", "Oslo", "Cairo", "Tokyo"].enumerated() {
        for month in 1...12 {
          let wave = 8 * sin(Double(month) / 2 + Double(index))
          LineMark(x: .value("month", month), y: .value("°C", 14 + 4 * Double(index) + wave))
            .facet(by: .value("city", city))
        }
      }
    }
    .chartFacets(columns: 4)
    // end
  }

  package static func logarithms() -> Chart {
    // guide: logarithms
    Chart {
      LinePlot(x: "n", y: "steps") { n in n * log2(n) }
        .annotation(position: .along(0.6)) { Text("$n\\log_2 n$") }
    }
    .chartXScale(domain: 2...1e6, type: .log)
    .chartYScale(type: .log)
    // end
  }

  package static func explained() -> Chart {
    // guide: explained
    Chart {
      LinePlot(x: "x", y: "ln x", domain: 0.3...4.3) { x in log(x) }.named("curve")
      ChordMark(from: (0.5, log(0.5)), to: (4, log(4)))
      PointMark(x: .value("x", 2.25), y: .value("ln x", log(2.25)))
        .annotation { Text("$\\ln\\bar{x}$：先平均，再变换") }
        .placement(.clear(of: "curve"))
    }
    .chartTitle("$\\ln$ 是凹的：弦在曲线下方")
    // end
  }

  package static func units() -> Chart {
    // guide: units
    Chart {
      LinePlot(x: "p", y: "bits", domain: 0.01...1) { p in -log2(p) }
    }
    .chartYAxisLabel("bits")
    .chartYSecondaryAxis("nats", factor: log(2))
    .chartInset(.topTrailing, width: 0.45, height: 0.5) {
      Chart {
        LinePlot(x: "p", y: "bits", domain: 0.5...1) { p in -log2(p) }
      }
    }
    // end
  }

  package static func field() -> Chart {
    // guide: field
    Chart {
      HeatmapMark(x: -2...2, y: -2...2, columns: 80, rows: 80) { x, y in
        exp(-x * x - y * y)
      }
      .withColorBar()
    }
    .chartXAxisLabel("$\\mu$").chartYAxisLabel("$\\sigma$")
    // end
  }

  package static func texts(
    names: [String] = ["A$AP", "2**3"], total: Double = 1
  ) -> some FigureContent {
    // guide: texts
    VStack(spacing: 6) {
      Text("$\\sum_i p_i=\(total)$, **exactly**")  // ∑ᵢpᵢ = 1.0, exactly
      Text("from $5 to $9")  // from $5 to $9
      Text("**\(names[0])** and \(names[1])")  // A$AP and 2**3
      for name in names { Text(name) }  // A$AP, 2**3
    }
    // end
  }

  package static func figure() -> some FigureContent {
    // guide: figure
    VStack(spacing: 14) {
      Text("**Two views** of one year").font(.headline)
      HStack(spacing: 24) {
        bars()
        histogram()
      }
      Table(columns: [.init("quarter"), .init("revenue", alignment: .trailing)]) {
        TableRow("Q1", "€41k")
        TableRow("Q4", "€83k")
      }
    }
    // end
  }

  package static func formats() -> Chart {
    // guide: formats
    let sales = [
      ("Q1", "Shop", 48_900.0), ("Q1", "Web", 31_200), ("Q2", "Shop", 53_050),
      ("Q2", "Web", 44_700),
    ]
    return Chart {
      for (quarter, way, euros) in sales {
        BarMark(x: .value("Quarter", quarter), y: .value("Sales", euros))
          .foregroundStyle(by: .value("Way", way))
          .position(by: .value("Way", way))
          .annotation(position: .top) { Text("€\(euros, format: .compact(3))") }
      }
    }
    .chartYAxis { AxisMarks(format: .currency("€", decimals: 0)) }
    // end
  }

  package static func explaining() -> Chart {
    // guide: explaining
    let chord = ChordMark(from: (0.5, log(0.5)), to: (4, log(4)))
    return Chart {
      BandMark(x: "x", between: { log($0) }, and: { chord.value(at: $0) }, domain: 0.5...4)
        .foregroundStyle(.accent.opacity(0.15))
      LinePlot(x: "x", y: "ln x", domain: 0.3...4.3) { x in log(x) }
      chord
      BraceMark(y: chord.value(at: 2.25), log(2.25), atX: 2.25, pointing: .trailing)
        .annotation(position: .trailing) { Text("the gap") }
      ArrowMark(from: (1.5, 1.3), to: (1, 0), trim: 4)
      TextMark(x: .value("x", 1.5), y: .value("ln x", 1.4)) { Text("$\\ln 1=0$") }
      CalloutMark(x: .value("x", 4), y: .value("ln x", log(4))) { Text("the chord ends here") }
    }
    // end
  }

  package static func matrix() -> Chart {
    // guide: matrix
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let calls = days.indices.map { day in (0..<24).map { hour in Double((hour * (day + 3)) % 24) } }
    return Chart {
      for (day, row) in zip(days, calls) {
        for (hour, value) in row.enumerated() {
          RectangleMark(
            xStart: .value("Hour", hour), xEnd: .value("Hour", hour + 1), y: .value("Day", day)
          )
          .foregroundStyle(by: .value("Calls", value))
        }
      }
    }
    .chartXScale(domain: 0...24)
    .chartXAxis { AxisMarks(values: .stride(by: 6)) }
    .chartLegend(position: .trailing, title: "Calls")
    // end
  }

  package static func panels() -> VStack {
    // guide: panels
    func load(_ name: String, _ factor: Double) -> Chart {
      Chart(0..<25) { hour in
        LineMark(
          x: .value("Hour", hour), y: .value("Load", factor * (2 + sin(Double(hour) / 4))))
      }
      .chartTitle(Text(verbatim: name))
      .chartXScale(domain: 0...24)
      .chartYScale(domain: 0...30)
    }
    return VStack(spacing: 16) {
      load("Weekdays", 10).chartTag("a").chartXAxis(.hidden)
      load("Weekend", 4).chartTag("b")
    }
    // end
  }
}
