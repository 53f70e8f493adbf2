import BurinCairo
public import BurinGolden
public import BurinScene
import BurinText

extension GoldenAudit.Renderer {
  /// Makes a renderer that draws faulty scenes as the scene itself is drawn.
  ///
  /// - Parameters:
  ///   - scene: the scene that faults are put into.
  ///   - scale: the golden's pixels for each point.
  public init(_ scene: Scene, scale: Double) throws {
    let renderer = try CairoRenderer(scene)
    self.init(
      bitmap: { try renderer.bitmap($0, scale: scale) },
      glyph: { try renderer.fonts.face($0).glyph(for: $1) })
  }
}
