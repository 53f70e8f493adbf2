import BurinCairo
import BurinGeometry
import BurinRaster
import BurinScene
import BurinText
import TestSupport
import Testing

/// Shapes in columns, against shares of pixels counted on a fine lattice.
@Suite("Shapes in columns as pixels")
struct ColumnPixelTests {
  private static let symbols: [PointSymbol] = [
    .circle, .square, .diamond, .triangle, .cross, .ring(width: 0.7, ground: nil),
    .ring(width: 0.7, ground: RGBColor(hex: 0xFFF0C0)),
  ]
  private static let side = 48

  /// A case: how points look and how many lie on each other.
  struct Case: CustomTestStringConvertible, Sendable {
    var symbol: PointSymbol
    var opacity: Double
    var layers: Int
    /// The count of points that makes stamps worth it.
    var isStamped: Bool
    var testDescription: String {
      "\(symbol) at \(opacity), \(layers) deep\(isStamped ? ", stamped" : "")"
    }
  }

  static let cases = symbols.flatMap { symbol in
    [1, 0.5, 0.1].flatMap { opacity in
      (opacity == 0.5 ? [1] : [1, 6]).flatMap { layers in
        [false, true].map {
          Case(symbol: symbol, opacity: opacity, layers: layers, isStamped: $0)
        }
      }
    }
  }

  @Test("Points are within two of 255 of exact coverage", arguments: cases)
  func points(_ form: Case) throws {
    var random = SplitMix64(seed: 7)
    let scale = 2.0
    let (color, diameter) = (RGBColor(hex: 0x1F6FB2).opacity(form.opacity), 2.3)
    var item = PointsItem(
      x: [], y: [], symbol: .constant(form.symbol), diameter: .constant(diameter),
      color: .constant(color))
    // One point in each cell, so that only layers lie on each other.
    let cells = Self.side / 8
    for _ in 0..<form.layers {
      for cell in 0..<cells * cells {
        item.x.append((Double(cell % cells) * 8 + 4 + .random(in: -0.5...0.5, using: &random)) / 2)
        item.y.append((Double(cell / cells) * 8 + 4 + .random(in: -0.5...0.5, using: &random)) / 2)
      }
    }
    let expected = expected(item, scale: scale)
    if form.isStamped {
      // Points beyond the canvas count, and are not seen.
      item.x += [Double](repeating: -100, count: 9_000)
      item.y += [Double](repeating: -100, count: 9_000)
    }
    try check(item, scale, expected)
  }

  @Test("Many points at all sub-pixel places are within two of 255 of exact coverage")
  func manyPoints() throws {
    var random = SplitMix64(seed: 3)
    for (diameter, symbol) in [(1.3, PointSymbol.circle), (3.5, .triangle), (3, .diamond)] {
      var worst = 0.0
      for _ in 0..<9 {
        var item = PointsItem(
          x: [], y: [], symbol: .constant(symbol), diameter: .constant(diameter),
          color: .constant(.black))
        for cell in 0..<36 {
          item.x.append(Double(cell % 6) * 4 + 2 + .random(in: -0.5...0.5, using: &random))
          item.y.append(Double(cell / 6) * 4 + 2 + .random(in: -0.5...0.5, using: &random))
        }
        let expected = expected(item, scale: 1)
        item.x += [Double](repeating: -100, count: 9_000)
        item.y += [Double](repeating: -100, count: 9_000)
        worst = max(worst, try difference(item, 1, expected))
      }
      #expect(worst <= 2, "\(symbol) of \(diameter)")
    }
  }

  @Test("Points of their own sizes, colours and symbols are within two of 255 of exact coverage")
  func columns() throws {
    var random = SplitMix64(seed: 5)
    var (sizes, colors, symbols): ([Double], [RGBColor], [PointSymbol]) = ([], [], [])
    var item = PointsItem(
      x: [], y: [], symbol: .constant(.circle), diameter: .constant(1), color: .constant(.black))
    for _ in 0..<200 {
      item.x.append(.random(in: -1...25, using: &random))
      item.y.append(.random(in: -1...25, using: &random))
      sizes.append(.random(in: 0.3...6, using: &random))
      colors.append(
        RGBColor(
          red: .random(in: 0...255, using: &random), green: .random(in: 0...255, using: &random),
          blue: 90, alpha: .random(in: 20...255, using: &random)))
      symbols.append(Self.symbols.randomElement(using: &random) ?? .circle)
    }
    item.diameter = SceneColumn(sizes)
    item.color = SceneColumn(colors)
    item.symbol = SceneColumn(symbols)
    try check(item, 2, expected(item, scale: 2))
  }

  @Test("Rectangles are within one of 255 of exact coverage")
  func rects() throws {
    var random = SplitMix64(seed: 9)
    for opacity in [1, 0.3] {
      var item = RectsItem(minX: [], minY: [], maxX: [], maxY: [], color: .constant(.black))
      var colors: [RGBColor] = []
      for _ in 0..<60 {
        let (x, y) = (
          Double.random(in: -3...22, using: &random), Double.random(in: 0...20, using: &random)
        )
        item.minX.append(x)
        item.minY.append(y)
        item.maxX.append(x + .random(in: 0...5, using: &random))
        item.maxY.append(y + .random(in: 0...5, using: &random))
        colors.append(RGBColor(hex: .random(in: 0...0xFFFFFF, using: &random)).opacity(opacity))
      }
      item.color = SceneColumn(colors)
      var picture = Picture(side: Self.side)
      for row in 0..<60 {
        let r = item.rect(row)
        picture.paint(colors[row]) { x, y in
          func share(_ pixel: Int, _ low: Double, _ high: Double) -> Double {
            max(0, min(high * 2, Double(pixel + 1)) - max(low * 2, Double(pixel)))
          }
          return share(x, r.minX, r.maxX) * share(y, r.minY, r.maxY)
        }
      }
      let image = try draw([.rects(item)], 2)
      #expect(picture.difference(image) <= 1)
    }
  }

  @Test("A clip, a translation and a group's opacity hold for columns as for paths")
  func settings() throws {
    let item = PointsItem(
      x: (0..<36).map { Double($0 % 6) * 4 + 2.3 }, y: (0..<36).map { Double($0 / 6) * 4 + 1.7 },
      symbol: .constant(.square), diameter: .constant(3), color: .constant(.black))
    let rects = RectsItem(
      minX: [2.25], minY: [3], maxX: [20], maxY: [21.6], color: .constant(RGBColor(hex: 0xC02020)))
    let shapes = (0..<36).map { SceneItem.path(item.item($0)) }
    for columns in [[SceneItem.points(item)], [.rects(rects)]] {
      let paths = columns == [.points(item)] ? shapes : [.path(rects.item(0))]
      for group in [
        SceneGroup(.plot, clip: .rect(Rect(x: 3, y: 4.5, width: 12, height: 10.25)), items: []),
        SceneGroup(.plot, transform: .translation(1.5, -2), opacity: 0.4, items: []),
        SceneGroup(.plot, transform: .quarterTurns(1, about: Point(12, 12)), items: []),
        SceneGroup(.plot, clip: .circle(Point(12, 12), radius: 8), items: []),
      ] {
        var (a, b) = (group, group)
        a.items = columns
        b.items = paths
        let (one, other) = (try draw([.group(a)], 2), try draw([.group(b)], 2))
        var worst = 0
        for (x, y) in zip(one.pixels, other.pixels) { worst = max(worst, abs(Int(x) - Int(y))) }
        // Cairo's paths are up to 11 off exact coverage.
        #expect(worst <= 11)
      }
    }
  }

  @Test("A transparent page keeps colours no brighter than their alpha")
  func transparent() throws {
    let item = PointsItem(
      x: [5, 6, 7.3], y: [5, 6, 5.2], symbol: .constant(.circle), diameter: .constant(5),
      color: SceneColumn([
        RGBColor.white.opacity(0.5), RGBColor(hex: 0xFF0000), .black.opacity(0.1),
      ]))
    let scene = Scene(size: Size(24, 24), background: .clear, items: [.points(item)])
    let image = try CairoRenderer(fonts: .shared()).bitmap(scene, scale: 2)
    #expect(image[10, 12].alpha > 0 && image[40, 40].alpha == 0)
    for pixel in stride(from: 0, to: image.pixels.count, by: 4) {
      #expect(image.pixels[pixel..<pixel + 3].allSatisfy { $0 <= image.pixels[pixel + 3] })
    }
  }

  @Test("Points that are no places are refused by their group")
  func notFinite() {
    let item = PointsItem(
      x: [5, .nan], y: [5, 6], symbol: .constant(.circle), diameter: .constant(5),
      color: .constant(.black))
    #expect(throws: RenderError.self) {
      try draw([.group(SceneGroup(.mark, "cloud", items: [.points(item)]))], 2)
    }
  }
}

// Reference
extension ColumnPixelTests {
  private func draw(_ items: [SceneItem], _ scale: Double) throws -> Bitmap {
    let side = Double(Self.side) / scale
    return try CairoRenderer(fonts: .shared()).bitmap(
      Scene(size: Size(side, side), background: .white, items: items), scale: scale)
  }

  private func difference(
    _ item: PointsItem, _ scale: Double, _ expected: Picture
  ) throws -> Double {
    expected.difference(try draw([.points(item)], scale))
  }

  private func check(_ item: PointsItem, _ scale: Double, _ expected: Picture) throws {
    let worst = try difference(item, scale, expected)
    #expect(worst <= 2, "\(worst) of 255")
  }

  /// Colours over each other, never rounded.
  struct Picture {
    let side: Int
    private var pixels: [SIMD3<Double>]

    init(side: Int) {
      self.side = side
      pixels = Array(repeating: SIMD3(255, 255, 255), count: side * side)
    }

    mutating func paint(_ color: RGBColor, _ cover: (Int, Int) -> Double) {
      let paint = SIMD3(Double(color.red), Double(color.green), Double(color.blue))
      for y in 0..<side {
        for x in 0..<side {
          let share = cover(x, y) * Double(color.alpha) / 255
          pixels[y * side + x] += (paint - pixels[y * side + x]) * share
        }
      }
    }

    mutating func paint(_ color: RGBColor, row: Int, _ shares: [Double]) {
      let paint = SIMD3(Double(color.red), Double(color.green), Double(color.blue))
      for x in 0..<side where shares[x] > 0 {
        pixels[row * side + x] +=
          (paint - pixels[row * side + x]) * (shares[x] * Double(color.alpha) / 255)
      }
    }

    func difference(_ image: Bitmap) -> Double {
      var worst = 0.0
      for y in 0..<side {
        for x in 0..<side {
          let (pixel, exact) = (image[x, y], pixels[y * side + x])
          worst = max(
            worst, abs(Double(pixel.red) - exact.x), abs(Double(pixel.green) - exact.y),
            abs(Double(pixel.blue) - exact.z))
        }
      }
      return worst
    }
  }

  /// Points over each other, each by 512 slices of a row of pixels and exact in each slice.
  private func expected(_ item: PointsItem, scale: Double) -> Picture {
    var picture = Picture(side: Self.side)
    for row in 0..<item.count {
      let center = SIMD2(item.x[row] * scale, item.y[row] * scale)
      let radius = item.diameter[row] / 2 * scale
      func paint(_ color: RGBColor, _ stretches: (Double) -> [(Double, Double)]) {
        let low = max(0, Int(center.y - 1.3 * radius) - 1)
        let high = min(Self.side, Int(center.y + 1.3 * radius) + 2)
        guard low < high else { return }
        for y in low..<high {
          var shares = [Double](repeating: 0, count: Self.side)
          for slice in 0..<512 {
            let height = Double(y) + (Double(slice) + 0.5) / 512
            for (start, end) in stretches((height - center.y) / radius) {
              let (x0, x1) = (
                max(0, center.x + start * radius), min(Double(Self.side), center.x + end * radius)
              )
              var x = Int(x0)
              while Double(x) < x1 {
                shares[x] += (min(x1, Double(x + 1)) - max(x0, Double(x))) / 512
                x += 1
              }
            }
          }
          picture.paint(color, row: y, shares)
        }
      }
      /// The half width of a disc.
      func half(_ y: Double, _ radius: Double = 1) -> Double? {
        radius > abs(y) ? (radius * radius - y * y).squareRoot() : nil
      }
      let color = item.color[row]
      switch item.symbol[row] {
      case .circle: paint(color) { half($0).map { [(-$0, $0)] } ?? [] }
      case .square: paint(color) { abs($0) <= 0.89 ? [(-0.89, 0.89)] : [] }
      case .diamond: paint(color) { abs($0) <= 1.2 ? [(abs($0) - 1.2, 1.2 - abs($0))] : [] }
      case .triangle:
        // From the tip at -1.1 down to the base at 0.8, where it is 1.05 wide on both sides.
        paint(color) { y in
          let half = (y + 1.1) / 1.9 * 1.05
          return y >= -1.1 && y <= 0.8 ? [(-half, half)] : []
        }
      case .cross:
        paint(color) { abs($0) <= 0.3 ? [(-1, 1)] : abs($0) <= 1 ? [(-0.3, 0.3)] : [] }
      case .ring(let width, let ground):
        let line = width * scale / radius
        guard line < 2 else { continue }
        if let ground { paint(ground) { half($0, 1 - line / 2).map { [(-$0, $0)] } ?? [] } }
        paint(color) { y in
          guard let outer = half(y) else { return [] }
          guard let inner = half(y, 1 - line) else { return [(-outer, outer)] }
          return [(-outer, -inner), (inner, outer)]
        }
      }
    }
    return picture
  }
}
