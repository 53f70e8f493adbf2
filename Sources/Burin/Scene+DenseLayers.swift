import BurinCairo
import BurinCharts
import BurinGeometry
import BurinRaster
import BurinScene

/// How layers of very many points, bars or sectors are written in formats of vectors.
///
/// ```swift
/// try chart.render(.svg(denseLayers: .images(scale: 4)))   // 288 dots per inch
/// try chart.render(.pdf(denseLayers: .vectors))            // a shape for each point
/// ```
public enum DenseLayers: Hashable, Sendable {
  /// As an image each, with pixels for each point of the page; axes and text stay vectors.
  case images(scale: Double)
  /// As a shape for each point, however large the file is.
  case vectors

  /// Images of 144 dots per inch.
  public static let standard = DenseLayers.images(scale: 2)

  /// The number of shapes of a layer from which it is an image.
  public static let limit = 10_000
}

extension Scene {
  /// Returns the scene with layers of more than ``DenseLayers/limit`` shapes as images.
  func written(_ layers: DenseLayers) throws -> Scene {
    guard case .images(let scale) = layers else { return self }
    guard scale.isFinite, scale > 0 else { throw RenderError.invalidScale(scale) }
    var scene = self
    scene.items = try items.rewritten { item, setting in
      guard let count = item.columnCount, count > DenseLayers.limit else { return [item] }
      return [try image(of: item, setting, scale: scale) ?? item]
    }
    return scene
  }

  private func image(
    of item: SceneItem, _ setting: SceneSetting, scale: Double
  ) throws -> SceneItem? {
    guard var box = item.inkBounds else { return nil }
    if setting.transform == .identity {
      // Nothing beyond the canvas and the clips is seen.
      let shown = Rect(x: 0, y: 0, width: size.width, height: size.height)
      guard let seen = box.intersection(setting.clip.flatMap { shown.intersection($0) } ?? shown)
      else { return nil }
      box = seen
    }
    // Whole pixels of the page, so that they are the same as in a PNG of the scale.
    let (left, top) = (
      (box.minX * scale).rounded(.down) / scale, (box.minY * scale).rounded(.down) / scale
    )
    let size = Size(
      (box.maxX * scale).rounded(.up) / scale - left, (box.maxY * scale).rounded(.up) / scale - top)
    guard size.width > 0, size.height > 0 else { return nil }
    let layer = Scene(
      size: size, background: .clear, fontFamilies: fontFamilies,
      items: [item.offset(by: Vector(-left, -top))])
    let bitmap = try layer.bitmap(scale: scale)
    // One colour stays itself, however faint it is.
    let ink = item.constantColor
    var cells = [RGBColor](repeating: .clear, count: bitmap.width * bitmap.height)
    for index in cells.indices {
      let alpha = bitmap.pixels[4 * index + 3]
      guard alpha > 0 else { continue }
      if var color = ink {
        color.alpha = alpha
        cells[index] = color
      } else {
        cells[index] = bitmap[index % bitmap.width, index / bitmap.width]
      }
    }
    return .image(
      ImageItem(
        rect: Rect(
          x: left, y: top, width: Double(bitmap.width) / scale,
          height: Double(bitmap.height) / scale),
        columns: bitmap.width, rows: bitmap.height, cells: cells))
  }
}

extension SceneItem {
  /// The one colour of shapes in columns; nil where there are several.
  fileprivate var constantColor: RGBColor? {
    switch self {
    case .points(let points):
      guard case .constant(let color) = points.color else { return nil }
      let hasGround = points.symbol.distinct.contains { symbol in
        if case .ring(_, _?) = symbol { true } else { false }
      }
      return hasGround ? nil : color
    case .rects(let rects):
      guard case .constant(let color) = rects.color else { return nil }
      return color
    case .group, .path, .glyphs, .image, .sectors: return nil
    }
  }
}
