import Burin
import Testing

@Suite("Rendering through the one import")
struct RenderTests {
  private var chart: Chart {
    Chart {
      for (name, p) in [("晴", 0.6), ("雨", 0.3), ("阴", 0.1)] {
        BarMark(x: .value("weather", name), y: .value("P", p))
          .annotation(position: .top) { Text("$P(\\text{\(name)})=\(p)$") }
      }
    }
  }

  private let options = RenderOptions(
    width: 300, height: 200, title: "天气", altText: "三根柱子 <&>", language: "zh-Hans")

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test("A PNG has the canvas' size times the scale, and keeps title, alt text and resolution")
  func png() throws {
    let picture = try chart.render(.png(scale: 1.5), options)
    let decoded = try PNGDecoder.decode(picture.bytes)
    #expect(decoded.bitmap.width == 450)
    #expect(decoded.bitmap.height == 300)
    #expect(decoded.texts.first { $0.keyword == "Title" }?.text == "天气")
    #expect(decoded.texts.first { $0.keyword == "Description" }?.text == "三根柱子 <&>")
    #expect(picture.diagnostics.isEmpty)
  }

  @Test("An SVG names title and description, escapes them, and holds its texts as text")
  func svg() throws {
    let svg = text(try chart.render(.svg(idPrefix: "x"), options).bytes)
    #expect(svg.contains("<title id=\"x-title\">天气</title>"))
    #expect(svg.contains("<desc id=\"x-desc\">三根柱子 &lt;&amp;&gt;</desc>"))
    #expect(svg.contains(">晴<"))
    #expect(svg.hasSuffix("</svg>\n"))
  }

  @Test("A PDF begins and ends as one and carries no date of its making")
  func pdf() throws {
    let bytes = try chart.render(.pdf, options).bytes
    #expect(bytes.starts(with: Array("%PDF-1.7".utf8)))
    #expect(String(decoding: bytes.suffix(6), as: UTF8.self).contains("%%EOF"))
    #expect(try chart.render(.pdf, options).bytes == bytes)
  }

  @Test("Accessibility labels are the description of a picture without alt text, in every format")
  func labels() throws {
    let content = Chart {
      BarMark(x: .value("Month", "May"), y: .value("Rain", 40))
        .accessibilityLabel("May").accessibilityValue("40 mm")
    }.accessibilityLabel("Rain")
    let plain = RenderOptions(width: 300, height: 200)
    let decoded = try PNGDecoder.decode(try content.render(.png(scale: 1), plain).bytes)
    #expect(decoded.texts.first { $0.keyword == "Description" }?.text == "Rain. May: 40 mm")
    let svg = text(try content.render(.svg(idPrefix: "x"), plain).bytes)
    #expect(svg.contains("<desc id=\"x-desc\">Rain. May: 40 mm</desc>"))
    #expect(svg.contains("aria-label=\"May: 40 mm\""))
    let pdf = text(try content.render(.pdf, plain).bytes)
    #expect(pdf.contains("/S /Figure") && pdf.contains("/Alt <FEFF005200610069006E002E"))
    let own = try PNGDecoder.decode(try content.render(.png(scale: 1), options).bytes)
    #expect(own.texts.first { $0.keyword == "Description" }?.text == "三根柱子 <&>")
  }

  @Test("A caller's buffer gets the same pixels as a PNG, and its padding is left alone")
  func buffer() throws {
    let (width, height, stride) = (300, 200, 300 * 4 + 64)
    var pixels = [UInt8](repeating: 7, count: stride * height)
    try pixels.withUnsafeMutableBytes {
      _ = try chart.draw(
        into: $0, width: width, height: height, bytesPerRow: stride, scale: 1, options)
    }
    let bitmap = try PNGDecoder.decode(try chart.render(.png(scale: 1), options).bytes).bitmap
    for y in 0..<height {
      let row = pixels[y * stride..<(y + 1) * stride]
      #expect(
        row.prefix(width * 4).elementsEqual(bitmap.pixels[y * width * 4..<(y + 1) * width * 4]))
      #expect(row.suffix(64).allSatisfy { $0 == 7 })
    }
  }

  @Test(
    "A buffer that does not fit is refused in a sentence",
    arguments: [
      (width: 0, height: 10, bytesPerRow: 0), (width: 10, height: 10, bytesPerRow: 36),
      (width: 10, height: 11, bytesPerRow: 40), (width: 10, height: 10, bytesPerRow: 42),
      (width: 40_000, height: 1, bytesPerRow: 160_000),
    ])
  func badBuffer(shape: (width: Int, height: Int, bytesPerRow: Int)) {
    var pixels = [UInt8](repeating: 0, count: 400)
    #expect(throws: (any Error).self) {
      try pixels.withUnsafeMutableBytes {
        _ = try chart.draw(
          into: $0, width: shape.width, height: shape.height, bytesPerRow: shape.bytesPerRow)
      }
    }
  }

  @Test("Many threads render the same bytes")
  func threads() async throws {
    let chart = chart
    let options = options
    for format in [OutputFormat.png, .svg, .pdf] {
      let first = try chart.render(format, options).bytes
      try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<8 { group.addTask { try chart.render(format, options).bytes == first } }
        for try await isSame in group { #expect(isSame) }
      }
    }
  }

  @Test("Canvases and scales beyond the limits are errors that name the limit")
  func limits() {
    for scale in [0, -1, .nan, .infinity, 1e9] {
      #expect(throws: (any Error).self) { try chart.render(.png(scale: scale), options) }
    }
    for width in [0, -5, .nan, .infinity, 1e9, 20] {
      #expect(throws: BurinError.self) {
        try chart.render(.svg, RenderOptions(width: width, height: 200))
      }
    }
    for height in [0, -5, .nan, .infinity, 1e9, 20] {
      #expect(throws: BurinError.self) {
        try chart.render(.svg, RenderOptions(width: 300, height: height))
      }
    }
  }

  @Test("A file is replaced as a whole; a folder that is not there is an error with its path")
  func files() throws {
    do {
      try chart.write(to: "/nonexistent-folder/a.png", as: .png, options)
      Issue.record("written into nowhere")
    } catch {
      #expect("\(error)".contains("/nonexistent-folder/a.png"))
    }
  }

  @Test("Lines of text are aligned with nothing but the one import")
  func alignment() throws {
    func left(_ alignment: HorizontalAlignment) throws -> [Double] {
      let text = Text("wide line of text\nshort").multilineTextAlignment(alignment)
      return try text.render(.svg, options).scene.leaves.compactMap { leaf in
        guard case .glyphs(let run) = leaf.item, run.text != "天气" else { return nil }
        return leaf.canvasBounds?.minX
      }
    }
    let (leading, center, trailing) = (try left(.leading), try left(.center), try left(.trailing))
    #expect(abs(leading[0] - leading[1]) < 2)
    #expect(center[1] > center[0] + 10)
    #expect(trailing[1] - trailing[0] > 1.8 * (center[1] - center[0]))
  }
}
