import BurinGeometry
import BurinScene
import Testing

@Suite("Blend modes")
struct BlendModeTests {
  private let source = RGBColor(hex: 0xCC6633)
  private let backdrop = RGBColor(hex: 0x6699FF)

  /// By hand from ISO 32000-1, 11.3.5, with (0.8, 0.4, 0.2) over (0.4, 0.6, 1).
  private static let mixtures: [(BlendMode, UInt32)] = [
    (.normal, 0xCC6633), (.multiply, 0x523D33), (.screen, 0xE0C2FF), (.overlay, 0xA385FF),
    (.darken, 0x666633), (.lighten, 0xCC99FF), (.colorDodge, 0xFFFFFF), (.colorBurn, 0x4000FF),
    (.softLight, 0x8A8DFF), (.hardLight, 0xC27A66), (.difference, 0x6633CC),
    (.exclusion, 0x8F85CC), (.hue, 0xE27C49), (.saturation, 0x6699FF), (.color, 0xE27C49),
    (.luminosity, 0x5083E9),
  ]

  @Test("Each mode mixes by the formula of PDF")
  func formulas() {
    #expect(Set(Self.mixtures.map(\.0)) == Set(BlendMode.allCases))
    for (mode, color) in Self.mixtures {
      #expect(source.blended(mode, over: backdrop) == RGBColor(hex: color), "\(mode)")
    }
  }

  @Test("A half covers half, and nothing behind leaves the colour as it is")
  func translucent() {
    let half = source.opacity(0.5)
    // 128 / 255 of #523d33 and the rest of #6699ff.
    #expect(half.blended(.multiply, over: backdrop) == RGBColor(hex: 0x5C6B99))
    for mode in BlendMode.allCases { #expect(half.blended(mode, over: .clear) == half) }
    #expect(RGBColor.clear.blended(.difference, over: backdrop) == backdrop)
  }

  private func group(
    blend: BlendMode? = nil, clip: Path? = nil, opacity: Double = 1, _ items: SceneItem...
  ) -> SceneItem {
    .group(SceneGroup(.mark, clip: clip, opacity: opacity, blend: blend, items: items))
  }

  private let square = Rect(x: 1, y: 1, width: 4, height: 4)
  private var dot: SceneItem { .fill(.rect(square), .black) }

  @Test("The text form keeps modes, and names them where one is not known")
  func text() throws {
    let items = BlendMode.allCases.map { group(blend: $0, opacity: 0.5, dot) }
    let scene = Scene(size: Size(9, 9), items: items)
    #expect(scene.text.contains("mark opacity 0.5 blend colorDodge\n"))
    #expect(try Scene(text: scene.text) == scene)
    let wrong = scene.text.replacing("blend screen", with: "blend scream")
    let error = #expect(throws: SceneTextError.self) { try Scene(text: wrong) }
    #expect(error?.description.contains("multiply, screen") == true)
    #expect(error?.line == 8)
  }

  @Test("Clips and opacities bound what the modes within them mix with")
  func layers() {
    let multiplied = group(blend: .multiply, dot)
    #expect([multiplied].hasOpenBlend)
    #expect([group(multiplied)].hasOpenBlend)
    for bound in [
      group(blend: .normal, multiplied), group(clip: .rect(square), multiplied),
      group(opacity: 0.5, multiplied),
    ] {
      #expect(![bound].hasOpenBlend && [bound].hasBlend)
      guard case .group(let group) = bound else { continue }
      #expect(group.isLayer)
    }
    // Without a mode within, a clip is no layer, nor is a layer of its own.
    for plain in [group(clip: .rect(square), dot), group(blend: .normal, group(dot))] {
      guard case .group(let group) = plain else { continue }
      #expect(!group.isLayer)
    }
  }
}
