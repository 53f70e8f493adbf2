import BurinCairo
import BurinGeometry
import BurinScene

extension Scene {
  /// Returns the scene enlarged or reduced as a whole, with lines and texts.
  func scaled(by factor: Double) throws(RenderError) -> Scene {
    guard factor.isFinite, factor > 0 else { throw .invalidScale(factor) }
    guard factor != 1 else { return self }
    var scene = self
    scene.size = Size(size.width * factor, size.height * factor)
    scene.margin = margin * factor
    let transform = AffineTransform(a: factor, b: 0, c: 0, d: factor, tx: 0, ty: 0)
    scene.items = [.group(SceneGroup(.figure, transform: transform, items: items))]
    return scene
  }
}
