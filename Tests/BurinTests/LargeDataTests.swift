import BurinCairo
import BurinCharts
import BurinGeometry
import BurinRaster
import BurinScene
import TestSupport
import Testing

@testable import Burin

@Suite("Large data")
struct LargeDataTests {
  private struct Sample {
    var x: Double
    var y: Double
  }

  private static func cloud(_ count: Int) -> [Sample] {
    var random = SplitMix64(seed: 2)
    return (0..<count).map { _ in
      Sample(x: random.unit() + random.unit(), y: random.unit() - random.unit())
    }
  }

  private static let options = RenderOptions(width: 320, height: 220)

  private static func chart(_ samples: [Sample]) -> Chart {
    Chart {
      PointPlot(samples, x: .value("x", \.x), y: .value("y", \.y)).symbolSize(4).opacity(0.2)
    }
  }

  @Test("A dense layer is one image in formats of vectors, beside text, unless it is refused")
  func denseLayers() throws {
    let chart = Self.chart(Self.cloud(12_000))
    let svg = String(decoding: try chart.render(.svg, Self.options).bytes, as: UTF8.self)
    #expect(svg.contains("data:image/png;base64,iVBORw0KGgo") && svg.contains("<text"))
    #expect(!svg.contains("<use xlink:href=\"#p") && svg.utf8.count < 300_000)
    let shapes = try chart.render(.svg(denseLayers: .vectors), Self.options).bytes
    let vectors = String(decoding: shapes, as: UTF8.self)
    #expect(!vectors.contains("data:image") && shapes.count > 400_000)
    let (page, large) = (
      try chart.render(.pdf, Self.options).bytes.count,
      try chart.render(.pdf(denseLayers: .vectors), Self.options).bytes.count
    )
    #expect(page < large)
    let few = try Self.chart(Self.cloud(9_000)).render(.svg, Self.options).bytes
    #expect(!String(decoding: few, as: UTF8.self).contains("data:image"))
  }

  @Test("The embedded image has the pixels that a PNG has", arguments: [1.0, 2])
  func embeddedPixels(scale: Double) throws {
    let scene = try Self.chart(Self.cloud(12_000)).render(.png(scale: 1), Self.options).scene
    let (plain, embedded) = (
      try scene.bitmap(scale: scale), try scene.written(.images(scale: scale)).bitmap(scale: scale)
    )
    var worst = 0
    for (a, b) in zip(plain.pixels, embedded.pixels) { worst = max(worst, abs(Int(a) - Int(b))) }
    #expect(worst <= 2)
  }

  @Test("A resolution that is none is an error")
  func badResolution() {
    #expect(throws: BurinError.self) {
      try Self.chart(Self.cloud(11_000)).render(.svg(denseLayers: .images(scale: 0)), Self.options)
    }
  }

  @Test("A heat map of a matrix has no more cells than two for each point of the plot")
  func reducedHeatMap() throws {
    let values = (0..<600 * 500).map { Double($0 % 600) }
    for (reduction, isReduced) in [(FieldReduction.area, true), (.none, false)] {
      let chart = Chart {
        HeatmapMark(
          FieldMatrix(x: 0...1, y: 0...1, columns: 600, values: values), reduction: reduction)
      }
      let scene = try chart.render(.png(scale: 1), RenderOptions(width: 200, height: 160)).scene
      var sizes: [(Int, Int)] = []
      scene.items.walk { visit in
        if case .image(let image) = visit.item { sizes.append((image.columns, image.rows)) }
        return .inward
      }
      let size = try #require(sizes.first)
      #expect(isReduced ? size.0 <= 400 && size.1 <= 320 : size == (600, 500))
    }
    #expect(throws: BurinError.self) {
      try Chart {
        HeatmapMark(
          FieldMatrix(x: 0...1, y: 0...1, columns: 3, values: [1, 2]), reduction: .area)
      }.render(.svg)
    }
  }

  @Test("Points are counted in cells, those beyond them apart")
  func counts() {
    var counts = PointCounts(x: 0...2, y: 0...1, columns: 2, rows: 2)
    for (x, y) in [(0.0, 0.0), (0.5, 0.4), (2, 1), (1, 0.5), (3, 0), (.nan, 0)] {
      counts.add(x: x, y: y)
    }
    counts.add(count: 5, column: 1, row: 0)
    counts.add(count: 7, column: 2, row: 0)
    #expect(counts.counts == [2, 5, 0, 2] && counts.outside == 9)
    #expect(counts.matrix { $0 * 10 }.values.map { $0.isNaN ? -1 : $0 } == [20, 50, -1, 20])
  }

  @Test("A line that was reduced to four points of a slice has the pixels of the whole line")
  func reducedLine() throws {
    var random = SplitMix64(seed: 8)
    let samples = (0..<60_000).map { Sample(x: Double($0), y: random.unit() + random.unit()) }
    let slices = 40_000.0
    var text = "x,y\n"
    var start = 0
    while start < samples.count {
      let slice = (samples[start].x * slices / 60_000).rounded(.down)
      var end = start
      while end < samples.count, (samples[end].x * slices / 60_000).rounded(.down) == slice {
        end += 1
      }
      let part = samples[start..<end]
      let (low, high) = (part.map(\.y).min() ?? 0, part.map(\.y).max() ?? 0)
      for sample in part
      where sample.y == low || sample.y == high || sample.x == part[start].x
        || sample.x == part[end - 1].x
      {
        text += "\(sample.x),\(sample.y)\n"
      }
      start = end
    }
    let whole = try Chart {
      LinePlot(samples, x: .value("x", \.x), y: .value("y", \.y)).lineStyle(width: 1)
    }.render(.png(scale: 2), Self.options)
    let reduced = try Chart {
      LinePlot(try ReducedLine(csv: text), x: "x", y: "y").lineStyle(width: 1)
    }.render(.png(scale: 2), Self.options)
    let (a, b) = (try whole.scene.bitmap(scale: 2), try reduced.scene.bitmap(scale: 2))
    var worst = 0
    for (x, y) in zip(a.pixels, b.pixels) { worst = max(worst, abs(Int(x) - Int(y))) }
    #expect(worst <= 2)
  }

  @Test("A row of a reduced line that is no pair of numbers is named")
  func badRow() throws {
    #expect(try ReducedLine(csv: "time,load\n1,2\n3,\n4,5").samples.count == 3)
    #expect {
      try ReducedLine(csv: "1,2\n3;4\n")
    } throws: { "\($0)".contains("row 2") && "\($0)".contains("3;4") }
  }

  @Test(
    "A dense line is the same whole, in pixels at two for each point, and in the scene's slices")
  func slices() throws {
    var random = SplitMix64(seed: 12)
    // A hundred and more points for each slice of the scene.
    let points = (0..<200_000).map {
      Point(5 + Double($0) / 20_000, 20 + 12 * (random.unit() + random.unit() - 1))
    }
    let stroke = Stroke(.black, width: 1, cap: .round, join: .round)
    func bitmap(_ points: [Point]) throws -> Bitmap {
      try Scene(size: Size(20, 40), items: [.stroke(.polyline(points), stroke)]).bitmap(scale: 2)
    }
    let (whole, reduced) = (try bitmap(points), try bitmap(points.decimated(columnWidth: 1 / 128)))
    var worst = 0
    for (a, b) in zip(whole.pixels, reduced.pixels) { worst = max(worst, abs(Int(a) - Int(b))) }
    #expect(worst <= 2, "\(worst) of 255")
  }
}
