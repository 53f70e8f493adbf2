import BurinCairo
import BurinGeometry
import BurinGolden
import BurinRaster
import BurinScene
import BurinText
import TestSupport

/// Something that makes other bytes of a right picture, and that no golden may fail for.
struct HarmlessChange: Sendable {
  let name: String
  /// Whether it stands for other libraries than those that drew the golden.
  let isOtherEnvironment: Bool
  let apply: @Sendable (Scene, Bitmap, Double) throws -> Rendition

  /// The picture of the same scene drawn otherwise.
  private static func drawn(
    _ name: String, _ antialiasing: Rasterization.Antialiasing, tolerance: Double
  ) -> HarmlessChange {
    HarmlessChange(name: name, isOtherEnvironment: true) { scene, _, scale in
      let renderer = CairoRenderer(
        fonts: try FontLibrary.shared(),
        rasterization: Rasterization(antialiasing: antialiasing, tolerance: tolerance))
      return Rendition(
        try renderer.bitmap(scene, scale: scale), scene: scene,
        fingerprint: Fingerprint(renderer.environment))
    }
  }

  /// The same scene, with what a rasteriser of another release would do to its pixels.
  private static func drift(
    _ name: String, _ change: @escaping @Sendable (Bitmap) throws -> Bitmap
  ) -> HarmlessChange {
    HarmlessChange(name: name, isOtherEnvironment: true) { scene, bitmap, _ in
      Rendition(
        try change(bitmap), scene: scene, fingerprint: Fingerprint(["rasterizer": name]))
    }
  }

  /// Another scene that says the same, drawn here.
  private static func scene(
    _ name: String, isOtherEnvironment: Bool, _ change: @escaping @Sendable (Scene) throws -> Scene
  ) -> HarmlessChange {
    HarmlessChange(name: name, isOtherEnvironment: isOtherEnvironment) { scene, _, scale in
      let renderer = CairoRenderer(fonts: try FontLibrary.shared())
      let other = try change(scene)
      return Rendition(
        try renderer.bitmap(other, scale: scale), scene: other,
        fingerprint: Fingerprint(
          isOtherEnvironment ? ["shaper": name] : renderer.environment))
    }
  }

  static let all: [HarmlessChange] = [
    scene("drawn once more", isOtherEnvironment: false) { $0 },
    scene("read back from its text", isOtherEnvironment: true) { try Scene(text: $0.text) },
    scene("grouped otherwise", isOtherEnvironment: false) { scene in
      var other = scene
      other.items = [.group(SceneGroup(.panel, "all", items: scene.items))]
      return other
    },
    scene("places rounded to 1/64 pixel", isOtherEnvironment: true) { $0.rounded(to: 1.0 / 128) },
    scene("a twentieth of a pixel to the right", isOtherEnvironment: true) { scene in
      var other = scene
      other.items = scene.items.offset(by: Vector(0.025, 0))
      return other
    },
    drawn("antialiasing best", .best, tolerance: 0.03),
    drawn("antialiasing automatic", .automatic, tolerance: 0.03),
    drawn("curves cut to 0.05 pixels", .good, tolerance: 0.05),
    drawn("curves cut to 0.01 pixels", .best, tolerance: 0.01),
    drawn("curves cut to 0.001 pixels", .good, tolerance: 0.001),
    drift("edges up to 20 of 255 off") { bitmap in
      var generator = SplitMix64(seed: 11)
      return bitmap.changingEdges { channel in
        UInt8(clamping: Int(channel) + Int.random(in: -20...20, using: &generator))
      }
    },
    drift("coverage with a gamma of 1.08") { bitmap in
      bitmap.changingEdges { channel in
        // A power of the share of white, by a table's worth of arithmetic without Foundation.
        let share = Double(channel) / 255
        return UInt8((255 * (share + 0.08 * share * (share - 1))).rounded())
      }
    },
  ]
}

extension Scene {
  /// The scene with every place rounded to multiples of a step, in points.
  fileprivate func rounded(to step: Double) -> Scene {
    func round(_ value: Double) -> Double { (value / step).rounded() * step }
    func round(_ point: Point) -> Point { Point(round(point.x), round(point.y)) }
    func round(_ item: SceneItem) -> SceneItem {
      switch item {
      case .group(var group):
        group.items = group.items.map { round($0) }
        return .group(group)
      case .path(var item):
        item.path = item.path.map { round($0) }
        return .path(item)
      case .glyphs(var run):
        for index in run.glyphs.indices {
          run.glyphs[index].position = round(run.glyphs[index].position)
        }
        return .glyphs(run)
      case .image: return item
      case .points(var points):
        points.x = points.x.map(round)
        points.y = points.y.map(round)
        return .points(points)
      case .rects, .sectors: return item
      }
    }
    var other = self
    other.items = items.map { round($0) }
    return other
  }
}

extension Bitmap {
  /// The opaque bitmap with the channels of all pixels changed that have a neighbour of another
  /// colour: what lies inside of flat areas stays.
  fileprivate func changingEdges(_ change: (UInt8) -> UInt8) -> Bitmap {
    let (width, height) = (self.width, self.height)
    let changed = Bitmap(width: width, height: height) { target in
      pixels.withUnsafeBytes { source in
        func pixel(_ x: Int, _ y: Int) -> UInt32 {
          source.loadUnaligned(fromByteOffset: (y * width + x) * 4, as: UInt32.self)
        }
        for y in 0..<height {
          for x in 0..<width {
            let own = pixel(x, y)
            let isEdge =
              (x > 0 && pixel(x - 1, y) != own) || (x + 1 < width && pixel(x + 1, y) != own)
              || (y > 0 && pixel(x, y - 1) != own) || (y + 1 < height && pixel(x, y + 1) != own)
            for channel in 0..<4 {
              let offset = (y * width + x) * 4 + channel
              target[offset] = isEdge && channel < 3 ? change(source[offset]) : source[offset]
            }
          }
        }
      }
    }
    return changed ?? self
  }
}
