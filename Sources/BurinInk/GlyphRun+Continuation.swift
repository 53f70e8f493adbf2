import BurinGeometry
package import BurinScene

extension GlyphRun {
  /// Returns whether another run starts on the same line where this one ends; slanted letters then
  /// overlap a little, which is no fault.
  package func isContinued(by next: GlyphRun) -> Bool {
    guard let start = glyphs.first?.position, let following = next.glyphs.first?.position else {
      return false
    }
    let size = min(self.size, next.size)
    return abs(start.y - following.y) < 0.01 * size
      && abs(start.x + advance - following.x) < 0.2 * size
  }
}
