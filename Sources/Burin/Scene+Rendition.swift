import BurinCairo
public import BurinCharts
public import BurinGolden
public import BurinScene
import BurinText

extension Scene {
  /// The picture with everything that golden checks compare: pixels, scene and what drew it.
  ///
  /// - Parameters:
  ///   - scale: pixels for each point.
  ///   - theme: the theme whose fonts the scene was laid out in.
  public func rendition(scale: Double = 2, theme: Theme = .standard) throws -> Rendition {
    let renderer = CairoRenderer(fonts: try FontLibrary.shared(theme.families))
    return Rendition(
      try renderer.bitmap(self, scale: scale), scene: self,
      fingerprint: Fingerprint(renderer.environment))
  }
}
