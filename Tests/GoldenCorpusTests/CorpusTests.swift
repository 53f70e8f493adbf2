import Burin
import BurinCairo
import BurinCharts
import BurinFigures
import BurinGolden
import BurinRaster
import BurinScene
import BurinText
import Figures
import Testing

/// Pictures with a fault, which must fail, and right pictures of other bytes, which must pass.
///
/// Each test prints a line of the corpus' table. With `BURIN_CORPUS` set to a folder, more pairs
/// are made, and all are written there for `Benchmarks/corpus/verdicts.py`.
@Suite("The corpus of regressions and harmless changes")
struct CorpusTests {
  private static let scale = 2.0

  /// A golden as a check reads it: through its files.
  private func golden(_ scene: Scene) throws -> (golden: Rendition, renderer: CairoRenderer) {
    let renderer = CairoRenderer(fonts: try FontLibrary.shared())
    let bitmap = try renderer.bitmap(scene, scale: Self.scale)
    let read = Rendition(
      try PNGDecoder.decode(PNGEncoder(preset: .small).encode(bitmap)).bitmap,
      scene: try Scene(text: scene.text), fingerprint: Fingerprint(renderer.environment))
    return (read, renderer)
  }

  @Test("Every fault fails, whichever libraries draw it", arguments: CorpusScene.all)
  func faults(scene: CorpusScene) throws {
    let right = try scene.make()
    let (golden, renderer) = try golden(right)
    let archive = try CorpusArchive(scene.name)
    try archive?.add(golden)
    let faults = try GoldenAudit.faults(
      in: right, scale: Self.scale, limit: archive == nil ? 1 : 4,
      glyph: { try renderer.fonts.face($0).glyph(for: $1) })
    #expect(faults.count >= 15)
    var (bySame, byOther, byPixels, byRasterRule) = (0, 0, 0, 0)
    for (index, fault) in faults.enumerated() {
      let bitmap = try renderer.bitmap(fault.scene, scale: Self.scale)
      func fails(_ fingerprint: Fingerprint?) -> Bool {
        !Verdict(
          expected: golden,
          actual: Rendition(bitmap, scene: fault.scene, fingerprint: fingerprint)
        ).passes
      }
      let verdicts = (same: fails(golden.fingerprint), other: fails(Fingerprint(["a": "b"])))
      #expect(verdicts.same && verdicts.other, "\(fault) passes")
      bySame += verdicts.same ? 1 : 0
      byOther += verdicts.other ? 1 : 0
      func differs(_ rule: PixelRule) -> Bool {
        !Verdict(expected: Rendition(golden.bitmap), actual: Rendition(bitmap), rule: rule).passes
      }
      byPixels += differs(.exact) ? 1 : 0
      byRasterRule += differs(.rasterizer) ? 1 : 0
      try archive?.add(
        Rendition(bitmap, scene: fault.scene, fingerprint: Fingerprint(["a": "b"])),
        kind: fault.fault.rawValue, index: index, mustFail: true, fails: verdicts.other)
    }
    print(
      "corpus: \(scene.name) must fail: \(faults.count) pairs; failed \(bySame) where the same libraries drew both, \(byOther) where others did; by pixels alone \(byPixels), by the raster rule alone \(byRasterRule)"
    )
  }

  @Test("Every harmless change passes", arguments: CorpusScene.all)
  func harmless(scene: CorpusScene) throws {
    let right = try scene.make()
    let (golden, renderer) = try golden(right)
    let bitmap = try renderer.bitmap(right, scale: Self.scale)
    let archive = try CorpusArchive(scene.name)
    var (passed, largest) = (0, 0)
    for (index, change) in HarmlessChange.all.enumerated() {
      let actual = try change.apply(right, bitmap, Self.scale)
      let verdict = Verdict(expected: golden, actual: actual)
      #expect(verdict.rule == (change.isOtherEnvironment ? .rasterizer : .exact), "\(change.name)")
      #expect(verdict.passes, "\(change.name): \(verdict.lines().joined(separator: "\n"))")
      passed += verdict.passes ? 1 : 0
      largest = max(largest, verdict.pixels?.largestChannelDifference ?? 0)
      try archive?.add(
        actual, kind: change.name, index: index, mustFail: false, fails: !verdict.passes)
    }
    print(
      "corpus: \(scene.name) must pass: \(HarmlessChange.all.count) pairs; passed \(passed); the largest difference \(largest) of 255"
    )
  }

  @Test("Outlines drawn by finer and finer sampling pass", arguments: CorpusScene.all.prefix(2))
  func outlines(scene: CorpusScene) throws {
    // Text alone: where two shapes meet in a pixel, sampling blends them in another way.
    let text = try scene.make().keepingText
    let (golden, renderer) = try golden(text)
    var largest: [Int] = []
    for factor in try CorpusArchive(scene.name) == nil ? [4] : [4, 8] {
      let fine = try renderer.bitmap(text, scale: Self.scale * Double(factor))
      let sampled = try #require(fine.averaged(by: factor, size: golden.bitmap))
      let verdict = Verdict(
        expected: golden,
        actual: Rendition(sampled, scene: text, fingerprint: Fingerprint(["sampling": "\(factor)"]))
      )
      #expect(verdict.passes, "\(verdict.lines().joined(separator: "\n"))")
      largest.append(verdict.pixels?.largestChannelDifference ?? 0)
    }
    print("corpus: \(scene.name) outlines sampled on a grid: at most \(largest) of 255")
  }

  @Test(
    "Other programs' files of the same pixels are the same picture", arguments: OtherEncoder.all)
  func encoders(encoder: OtherEncoder) throws {
    let picture =
      try cut(x: 200, y: 150, grey: encoder.colorType == 3)
    let bytes = try encoder.encode(picture)
    let decoded = try PNGDecoder.decode(bytes).bitmap
    #expect(Verdict(expected: Rendition(picture), actual: Rendition(decoded)).passes)
    for preset in [PNGEncoder.Preset.standard, .fast, .small] {
      let ours = try PNGDecoder.decode(PNGEncoder(preset: preset).encode(decoded)).bitmap
      #expect(Verdict(expected: Rendition(picture), actual: Rendition(ours)).passes)
    }
  }

  /// A part of a picture, of an odd size so that interlacing has incomplete passes; in grey it has
  /// no more colours than a palette.
  private func cut(x: Int, y: Int, grey: Bool) throws -> Bitmap {
    let whole = try CairoRenderer(fonts: FontLibrary.shared()).bitmap(
      CorpusScene.all[1].make(), scale: Self.scale)
    var part = try #require(Bitmap(width: 157, height: 91))
    for row in 0..<part.height {
      for column in 0..<part.width {
        let color = whole[x + column, y + row]
        let level = color.green
        part[column, row] = grey ? RGBColor(red: level, green: level, blue: level) : color
      }
    }
    return part
  }
}

extension Scene {
  /// The scene without anything but its glyphs.
  var keepingText: Scene {
    func text(_ items: [SceneItem]) -> [SceneItem] {
      items.compactMap { item in
        switch item {
        case .group(var group):
          group.items = text(group.items)
          group.opacity = 1
          return .group(group)
        case .glyphs: return item
        case .path, .image, .points, .rects, .sectors: return nil
        }
      }
    }
    var other = self
    other.items = text(items)
    return other
  }
}

extension Bitmap {
  /// The bitmap made smaller by a whole factor: each pixel the mean of the square it came from.
  func averaged(by factor: Int, size: Bitmap) -> Bitmap? {
    Bitmap(width: size.width, height: size.height) { target in
      pixels.withUnsafeBytes { source in
        for y in 0..<size.height {
          for x in 0..<size.width {
            for channel in 0..<4 {
              var sum = 0
              for row in y * factor..<(y + 1) * factor {
                for column in x * factor..<(x + 1) * factor {
                  let isInside = row < height && column < width
                  sum += isInside ? Int(source[(row * width + column) * 4 + channel]) : 255
                }
              }
              let count = factor * factor
              target[(y * size.width + x) * 4 + channel] = UInt8((sum + count / 2) / count)
            }
          }
        }
      }
    }
  }
}

@Suite("What a verdict says of figures")
struct FigureVerdictTests {
  @Test("A thousandth in P is named by its labels, and by the bars that it moves")
  func parameter() throws {
    let entry = try #require(Catalog.entry("09_kl_calculation"))
    func rendition(_ p: String) throws -> Rendition {
      let scene = try entry.render(
        [FigureEntry.Setting(name: "P", value: p)], language: .en
      ).scene
      return try scene.rendition()
    }
    let verdict = try Verdict(
      expected: rendition("0.6,0.3,0.1"), actual: rendition("0.601,0.299,0.1"))
    #expect(!verdict.passes)
    let changes = try #require(verdict.scene).changes
    let texts = changes.filter { $0.kind == .text }.map(\.description)
    #expect(texts.contains { $0.hasSuffix(#""0.6" → "0.601""#) })
    #expect(texts.contains { $0.hasSuffix(#""0.3" → "0.299""#) })
    #expect(changes.contains { $0.kind == .reshaped && $0.node.contains("mark") })
    #expect(verdict.regions.allSatisfy { !$0.nodes.isEmpty })
  }

  @Test("The same scene through two antialias settings passes, and the verdict says why")
  func antialiasing() throws {
    let scene = try CorpusScene.all[1].make()
    func rendition(_ rasterization: Rasterization) throws -> Rendition {
      let renderer = CairoRenderer(
        fonts: try FontLibrary.shared(), rasterization: rasterization)
      return Rendition(
        try renderer.bitmap(scene, scale: 2), scene: scene,
        fingerprint: Fingerprint(renderer.environment))
    }
    let verdict = try Verdict(
      expected: rendition(.standard),
      actual: rendition(Rasterization(antialiasing: .best, tolerance: 0.01)))
    #expect(verdict.passes)
    #expect(verdict.pixels != nil)
    #expect(
      verdict.why.hasPrefix(
        "drawn by other libraries (rasterization good, tolerance 0.03 → best, tolerance 0.01), so no channel may differ by more than 24"
      ))
    // Held to equal pixels, the same pictures fail.
    #expect(
      try !Verdict(
        expected: rendition(.standard),
        actual: rendition(Rasterization(antialiasing: .best, tolerance: 0.01)), rule: .exact
      ).passes)
  }
}
