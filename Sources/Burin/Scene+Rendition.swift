import BurinCairo
public import BurinGolden
public import BurinScene
import BurinText

extension Scene {
  /// Returns the picture with everything that golden checks compare: pixels, scene and what drew it.
  ///
  /// - Parameter scale: pixels for each point.
  public func rendition(scale: Double = 2) throws -> Rendition {
    let renderer = try CairoRenderer(self)
    return Rendition(
      try renderer.bitmap(self, scale: scale), scene: self,
      fingerprint: Fingerprint(try renderer.environment(of: self)))
  }
}
