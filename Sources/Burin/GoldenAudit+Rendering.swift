import BurinCairo
public import BurinCharts
public import BurinGolden
import BurinText

extension GoldenAudit.Renderer {
  /// Draws faulty scenes as the scenes themselves are drawn.
  ///
  /// - Parameters:
  ///   - scale: the golden's pixels for each point.
  ///   - theme: the theme whose fonts the scene was laid out in.
  public init(scale: Double, theme: Theme = .standard) throws {
    let fonts = try FontLibrary.shared(theme.families)
    let renderer = CairoRenderer(fonts: fonts)
    self.init(
      bitmap: { try renderer.bitmap($0, scale: scale) },
      glyph: { font, scalar in (try? fonts.face(font))?.glyph(for: scalar) })
  }
}
