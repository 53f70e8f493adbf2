import BurinGeometry
import BurinScene

extension Scene {
  /// The texts below groups of a trail's part, with their ink on the canvas.
  func texts(below part: String = "") -> [(text: String, ink: Rect)] {
    leaves.compactMap { leaf in
      guard case .glyphs(let run) = leaf.item, let ink = leaf.canvasBounds,
        part.isEmpty || leaf.trail.contains(where: { $0.hasPrefix(part) })
      else { return nil }
      return (run.text, ink)
    }
  }
}
