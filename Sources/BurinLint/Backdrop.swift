import BurinGeometry
import BurinScene

/// The colours that lie under a place of the canvas, as far as a step of the painting.
struct Backdrop {
  private enum Coat {
    case area(PaintedArea)
    case image(InkSurvey.Ink, ImageItem)

    var order: Int {
      switch self {
      case .area(let area): area.ink.order
      case .image(let ink, _): ink.order
      }
    }
  }

  /// The colour of the empty page.
  let page: Color
  private var coats: [Coat] = []

  /// Dots and lines, thinner than this, are no backdrop.
  private static let leastExtent = 4.0

  init(_ survey: InkSurvey) {
    page = survey.scene.background.over(.white)
    coats = survey.inks.compactMap { ink in
      switch ink.item {
      case .path:
        guard min(ink.bounds.width, ink.bounds.height) >= Self.leastExtent else { return nil }
        return PaintedArea(ink).map(Coat.area)
      case .image(let image): return .image(ink, image)
      case .glyphs, .group: return nil
      }
    }
  }

  /// The colour at a point when everything before an item is painted.
  func color(at point: Point, before order: Int) -> Color {
    var color = page
    for coat in coats where coat.order < order {
      switch coat {
      case .area(let area):
        if let paint = area.color(at: point) { color = paint.over(color) }
      case .image(let ink, let image):
        if let paint = Self.color(of: image, ink, at: point) { color = paint.over(color) }
      }
    }
    return color
  }

  private static func color(
    of image: ImageItem, _ ink: InkSurvey.Ink, at point: Point
  ) -> Color? {
    let place = ink.bounds
    guard place.contains(point), ink.clip?.contains(point) != false, place.width > 0,
      place.height > 0, image.columns > 0, image.rows > 0
    else { return nil }
    let column = Int((point.x - place.minX) / place.width * Double(image.columns))
    let row = Int((point.y - place.minY) / place.height * Double(image.rows))
    let cell =
      min(row, image.rows - 1) * image.columns + min(column, image.columns - 1)
    return image.cells.indices.contains(cell) ? image.cells[cell].opacity(ink.opacity) : nil
  }
}
