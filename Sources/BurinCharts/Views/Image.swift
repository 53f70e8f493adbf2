import BurinGeometry
public import BurinScene

/// A picture of coloured cells.
///
/// ```swift
/// Image(png: bytes).resizable().frame(width: 24, height: 24)   // with Burin
/// ```
///
/// A picture has a cell for each point unless it is resizable. There are no pictures by name: the
/// symbols of Apple's systems and the assets of an app aren't on other machines.
public struct Image: PrimitiveContent {
  let columns: Int
  let rows: Int
  let cells: [RGBColor]
  var cellSize: Double
  var isResizable = false

  /// Creates a picture from its cells.
  ///
  /// - Parameters:
  ///   - columns: the number of columns.
  ///   - cells: the colours, row by row from the top; an incomplete row is left out.
  ///   - scale: the number of cells for a point.
  public init(columns: Int, cells: [RGBColor], scale: Double = 1) {
    self.columns = max(0, columns)
    rows = columns > 0 ? cells.count / columns : 0
    self.cells = Array(cells.prefix(self.columns * rows))
    cellSize = 1 / scale
  }

  /// Isn't available: SF Symbols are on Apple's systems only.
  @available(
    *, unavailable,
    message: "SF Symbols aren't on other systems; draw a shape or use a picture of your own"
  )
  public init(systemName: String) { self.init(columns: 0, cells: []) }

  /// Isn't available: there is no catalog of assets.
  @available(
    *, unavailable, message: "there is no catalog of assets; use Image(png:) with a file's bytes"
  )
  public init(_ name: String) { self.init(columns: 0, cells: []) }

  /// Returns the picture stretched over the space that it is offered.
  public func resizable() -> Image {
    var image = self
    image.isResizable = true
    return image
  }

  /// Resolves the picture.
  public func block(in context: LayoutContext) throws -> any Block {
    try ChartError.check(cellSize, "the size of an image's cell")
    return ImageBlock(image: self)
  }
}

private struct ImageBlock: Block {
  var image: Image

  var summary: String { "the image of \(image.columns) × \(image.rows) cells" }
  var horizontal: Flexibility { image.isResizable ? .flexible(1) : .fixed }
  var vertical: Flexibility { image.isResizable ? .flexible(1) : .fixed }

  func size(_ proposal: ProposedSize) -> Size {
    let own = Size(
      Double(image.columns) * image.cellSize, Double(image.rows) * image.cellSize)
    guard image.isResizable else { return own }
    return Size(proposal.width ?? own.width, proposal.height ?? own.height)
  }

  func draw(in rect: Rect, plotInsets: Insets?) -> Drawing {
    guard image.columns > 0, image.rows > 0 else { return Drawing() }
    let place =
      image.isResizable
      ? rect
      : Rect(
        origin: rect.origin,
        size: size(ProposedSize(width: rect.width, height: rect.height)))
    return Drawing(
      items: [
        .image(
          ImageItem(rect: place, columns: image.columns, rows: image.rows, cells: image.cells))
      ])
  }
}

extension FigureContent {
  /// Has no effect in a picture: there are no SF Symbols to scale.
  @available(*, deprecated, message: "has no effect: only SF Symbols have a scale")
  public func imageScale(_ scale: Image.Scale) -> Self { self }

  /// Has no effect in a picture: there are no SF Symbols to render.
  @available(*, deprecated, message: "has no effect: only SF Symbols have a rendering mode")
  public func symbolRenderingMode(_ mode: SymbolRenderingMode?) -> Self { self }
}

extension Image {
  /// How large a symbol is beside text.
  public enum Scale: Hashable, Sendable {
    /// The scales by name.
    case small, medium, large
  }
}

/// How the layers of a symbol are coloured.
public enum SymbolRenderingMode: Hashable, Sendable {
  /// The modes by name.
  case monochrome, multicolor, hierarchical, palette
}
