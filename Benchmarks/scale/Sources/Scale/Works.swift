import Burin

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

struct Sample {
  var x: Double
  var y: Double
}

/// The charts that are measured.
enum Works {
  static var bars: some FigureContent {
    let (p, q, names) = ([0.36, 0.48, 0.16], [1.0 / 3, 1.0 / 3, 1.0 / 3], ["A", "B", "C"])
    return Chart {
      for (i, name) in names.enumerated() {
        BarMark(x: .value("outcome x", name), y: .value("probability", p[i]))
          .foregroundStyle(by: .value("d", "P (true)")).position(by: .value("d", "P (true)"))
        BarMark(x: .value("outcome x", name), y: .value("probability", q[i]))
          .foregroundStyle(by: .value("d", "Q (model)")).position(by: .value("d", "Q (model)"))
      }
    }
    .chartTitle("Two discrete distributions").chartXAxisLabel("outcome x")
    .chartYAxisLabel("probability")
  }

  private static func gauss(_ x: Double, _ mean: Double, _ width: Double) -> Double {
    exp(-0.5 * ((x - mean) / width) * ((x - mean) / width)) / (width * sqrt(2 * .pi))
  }
  private static func p(_ x: Double) -> Double {
    0.6 * gauss(x, -1.5, 0.8) + 0.4 * gauss(x, 2, 1)
  }
  private static func q(_ x: Double) -> Double {
    0.5 * gauss(x, -1, 1.2) + 0.5 * gauss(x, 2.5, 0.9)
  }

  static var curves: some FigureContent {
    Chart {
      BandMark(x: "x", between: p, and: q, domain: -6...6)
      LinePlot(x: "x", y: "density", domain: -6...6) { p($0) }
        .annotation(position: .along(0.3)) { Text("P(x)") }
      LinePlot(x: "x", y: "density", domain: -6...6) { q($0) }
        .foregroundStyle(.secondary).annotation(position: .along(0.7)) { Text("Q(x)") }
      ArrowMark(from: (-4.5, 0.25), to: (-1.5, 0.30))
        .annotation(position: .leading) { Text("peak of P") }
      ArrowMark(from: (4.5, 0.27), to: (2.5, 0.22))
        .annotation(position: .trailing) { Text("peak of Q") }
      ArrowMark(from: (0.4, 0.02), to: (0.4, 0.12))
        .annotation(position: .bottom) { Text("crossing") }
    }
    .chartTitle("Two Gaussian mixtures")
    .chartSubtitle("$D_{KL}(P\\|Q)=\\sum_x P(x)\\log\\frac{P(x)}{Q(x)}$")
    .chartXAxisLabel("x").chartYAxisLabel("density")
  }

  static func line(_ samples: [Sample]) -> some FigureContent {
    Chart {
      LinePlot(samples, x: .value("i", \.x), y: .value("y", \.y)).lineStyle(width: 1)
    }
    .chartTitle("large line")
  }

  static func lineMarks(_ y: [Double], _ count: Int) -> some FigureContent {
    Chart {
      ForEach(0..<count) { i in
        LineMark(x: .value("i", Double(i)), y: .value("y", y[i]))
          .lineStyle(width: 1).foregroundStyle(Color.accent)
      }
    }
    .chartTitle("large line")
  }

  static func points(_ samples: [Sample]) -> some FigureContent {
    Chart {
      PointPlot(samples, x: .value("x", \.x), y: .value("y", \.y))
        .symbolSize(3.14).opacity(0.1)
    }
    .chartTitle("large scatter")
  }

  /// Points whose places look like chance.
  static func cloud(_ count: Int) -> some FigureContent {
    var noise = Noise()
    let samples = (0..<count).map { _ in
      Sample(x: .random(in: 0...1, using: &noise), y: .random(in: 0...1, using: &noise))
    }
    return Chart {
      PointPlot(samples, x: .value("x", \.x), y: .value("y", \.y)).symbolSize(3.14).opacity(0.1)
    }
    .chartTitle("cloud")
  }

  static func pointMarks(_ xy: [Double], _ count: Int) -> some FigureContent {
    Chart {
      ForEach(0..<count) { i in
        PointMark(x: .value("x", xy[2 * i]), y: .value("y", xy[2 * i + 1]))
          .symbolSize(3.14).opacity(0.1)
      }
    }
    .chartTitle("large scatter")
  }

  /// Numbers that look like chance and are the same on every run.
  private struct Noise: RandomNumberGenerator {
    var state: UInt64 = 7
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  static func heat(_ side: Int) -> some FigureContent {
    let values = (0..<side * side).map { index in
      let (x, y) = (Double(index % side) / 200, Double(index / side) / 300)
      return x * y - Double((index &* 7919) % 97) / 40
    }
    let matrix = FieldMatrix(x: 0...1, y: 0...1, columns: side, values: values)
    return Chart { HeatmapMark(matrix, reduction: .area) }.chartTitle("heat map")
  }

  static func counts(_ count: Int) -> some FigureContent {
    var (noise, counts) = (Noise(), PointCounts(x: -4...4, y: -4...4, columns: 600, rows: 400))
    for _ in 0..<count {
      let x = (0..<4).reduce(0.0) { sum, _ in sum + .random(in: -1...1, using: &noise) }
      counts.add(x: x, y: x * 0.5 + .random(in: -2...2, using: &noise))
    }
    return Chart { HeatmapMark(counts.matrix { log2($0) }, reduction: .none) }
      .chartTitle("counts")
  }

  static func manyBars(_ count: Int) -> some FigureContent {
    var noise = Noise()
    let samples = (0..<count).map {
      Sample(x: Double($0), y: .random(in: 0...1, using: &noise))
    }
    return Chart { BarPlot(samples, x: .value("i", \.x), y: .value("y", \.y)) }
      .chartTitle("bars")
  }

  struct Part {
    var x: Double
    var y: Double
    var name: String
  }

  static func areas(_ series: Int, _ count: Int) -> some FigureContent {
    var noise = Noise()
    let parts = (0..<series).flatMap { number in
      (0..<count).map {
        Part(x: Double($0), y: .random(in: 0...1, using: &noise), name: "s\(number)")
      }
    }
    return Chart {
      AreaPlot(parts, x: .value("x", \.x), y: .value("y", \.y))
        .foregroundStyle(by: .value("series", \.name))
    }
    .chartTitle("areas")
  }

  static var contours: some FigureContent {
    Chart {
      ContourMark(
        x: 0...12, y: 0...8, columns: 1_000, rows: 1_000,
        levels: (1...9).map { Double($0) / 5 - 1 }
      ) { x, y in sin(x) * cos(y * 1.3) }
    }
    .chartTitle("contours")
  }

  static func categories(_ count: Int) -> some FigureContent {
    let parts = (0..<count).map { Part(x: 0, y: Double($0 % 97), name: "c\($0)") }
    return Chart { BarPlot(parts, x: .value("name", \.name), y: .value("y", \.y)) }
      .chartTitle("categories")
  }
}
