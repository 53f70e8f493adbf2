public import BurinGeometry

/// Something that is drawn, its position final.
public indirect enum SceneItem: Hashable, Sendable {
  /// Items that belong together.
  case group(SceneGroup)
  /// A filled or stroked path.
  case path(PathItem)
  /// Shaped text.
  case glyphs(GlyphRun)
  /// A small raster, such as a heat map's cells.
  case image(ImageItem)
  /// Many points in columns.
  case points(PointsItem)
  /// Many rectangles in columns, such as bars or cells.
  case rects(RectsItem)
  /// Many sectors in columns.
  case sectors(SectorsItem)
}

/// Items that share a role, a clip, an opacity or a transform.
public struct SceneGroup: Hashable, Sendable {
  /// What the items are to the reader.
  public var role: Role
  /// A short name that tells this group from its neighbours, such as `x tick 4` or `P bar 2`.
  public var name: String
  /// A map applied to the items; the identity but for turned text.
  public var transform: AffineTransform
  /// An area outside which nothing is drawn, in this group's coordinates.
  public var clip: Path?
  /// The opacity of the group as a whole, 0…1.
  public var opacity: Double
  /// How the group as a whole mixes with what is behind it; nil for no layer.
  ///
  /// A group with a mode, ``BlendMode/normal`` too, is isolated: groups within it mix with its own
  /// content only. So is one with a clip or an opacity.
  public var blend: BlendMode?
  /// What a reader hears in place of the content; nil for the content, empty for nothing.
  public var label: String?
  /// What the library says of the data that the group shows, such as `Tue, Visits 19`.
  ///
  /// It is nil where there is nothing to say. A ``label`` stands before it.
  public var dataLabel: String?
  /// The content, painted in order.
  public var items: [SceneItem]

  /// Makes a group.
  public init(
    _ role: Role, _ name: String = "", transform: AffineTransform = .identity, clip: Path? = nil,
    opacity: Double = 1, blend: BlendMode? = nil, label: String? = nil,
    dataLabel: String? = nil, items: [SceneItem]
  ) {
    self.role = role
    self.name = name
    self.transform = transform
    self.clip = clip
    self.opacity = opacity
    self.blend = blend
    self.label = label
    self.dataLabel = dataLabel
    self.items = items
  }
}

/// What a group is to the reader; checks and comparisons speak in these words.
public enum Role: String, Hashable, Sendable, CaseIterable {
  /// The whole figure, a stack or a panel.
  case figure, panel
  /// The title and the lines below it.
  case title, caption
  /// The parts of a chart.
  case chart, plot, axis, tick, grid, legend
  /// Data.
  case mark
  /// What explains the data: a label, an arrow, a brace, a callout.
  case label, annotation
  /// Running text, a formula, a named part of a formula.
  case text, formula, part
  /// A table and its cells.
  case table, cell
  /// A diagram's boxes and lines.
  case node, connector
  /// Backgrounds, rules and ornaments on which text may stand.
  case decoration
}

/// A path with its fill and its stroke; the fill is painted first.
public struct PathItem: Hashable, Sendable {
  /// The outline.
  public var path: Path
  /// The paint inside, by the non-zero rule.
  public var fill: Paint?
  /// The line along the outline.
  public var stroke: Stroke?

  /// Makes a path item.
  public init(_ path: Path, fill: Paint? = nil, stroke: Stroke? = nil) {
    self.path = path
    self.fill = fill
    self.stroke = stroke
  }
}

/// A raster of opaque or transparent cells stretched over a rectangle without smoothing.
public struct ImageItem: Hashable, Sendable {
  /// Where the image is drawn.
  public var rect: Rect
  /// The number of columns.
  public var columns: Int
  /// The number of rows.
  public var rows: Int
  /// The cells, row by row from the top, `columns × rows` of them.
  public var cells: [RGBColor]

  /// Makes an image; missing cells are clear.
  public init(rect: Rect, columns: Int, rows: Int, cells: [RGBColor]) {
    self.rect = rect
    self.columns = columns
    self.rows = rows
    self.cells = cells
  }
}

extension SceneItem {
  /// A filled path.
  public static func fill(_ path: Path, _ color: RGBColor) -> SceneItem {
    .path(PathItem(path, fill: .color(color)))
  }

  /// A stroked path.
  public static func stroke(_ path: Path, _ stroke: Stroke) -> SceneItem {
    .path(PathItem(path, stroke: stroke))
  }

  /// The item moved by a vector.
  public func offset(by vector: Vector) -> SceneItem {
    if vector == .zero { return self }
    switch self {
    case .group(var group):
      if group.transform == .identity {
        group.items = group.items.map { $0.offset(by: vector) }
        group.clip = group.clip?.offset(by: vector)
      } else {
        group.transform = group.transform.followed(by: .translation(vector.dx, vector.dy))
      }
      return .group(group)
    case .path(var item):
      item.path = item.path.offset(by: vector)
      item.fill = item.fill?.offset(by: vector)
      if var stroke = item.stroke {
        stroke.paint = stroke.paint.offset(by: vector)
        item.stroke = stroke
      }
      return .path(item)
    case .glyphs(let run):
      return .glyphs(run.offset(by: vector))
    case .image(var image):
      image.rect = image.rect.offset(by: vector)
      return .image(image)
    case .points(let points): return .points(points.offset(by: vector))
    case .rects(let rects): return .rects(rects.offset(by: vector))
    case .sectors(let sectors): return .sectors(sectors.offset(by: vector))
    }
  }
}

extension Paint {
  /// The paint moved by a vector.
  public func offset(by vector: Vector) -> Paint {
    switch self {
    case .color: self
    case .linearGradient(let start, let end, let stops):
      .linearGradient(from: start + vector, to: end + vector, stops: stops)
    case .radialGradient(let center, let radii, let stops):
      .radialGradient(center: center + vector, radii: radii, stops: stops)
    }
  }
}
