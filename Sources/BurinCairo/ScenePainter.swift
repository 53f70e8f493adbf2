import BurinGeometry
import BurinRaster
import BurinScene
import CCairo

/// Draws scene items on a Cairo context: one switch, nothing is measured.
struct ScenePainter<Text: GlyphPainter> {
  let context: OpaquePointer
  var text: Text
  /// The logical structure that a PDF keeps.
  var structure = PDFStructure(isWritten: false)
  /// What paints simple shapes where there are very many.
  private var crowd = Crowd()
  /// What the groups around the item leave visible.
  private var clip = RasterClip.none
  /// What stops the rendering.
  private let watch = RenderWatch.ofRendering()
  /// The number of pixel rows of a background that are painted between two looks at the watch.
  private static var band: Double { 256 }

  /// Coordinates beyond this many points overflow Cairo's 24.8 fixed-point numbers after scaling.
  private static var limit: Double { 1e7 }

  init(context: OpaquePointer, text: Text) {
    self.context = context
    self.text = text
  }

  mutating func draw(_ scene: Scene) throws(RenderError) {
    if scene.background.alpha > 0 {
      set(scene.background)
      try paintAll()
    }
    // Not before the background: Cairo forgets what an opaque canvas covers, elements too.
    structure.beginDocument(on: context)
    if drawsPixels { crowd = Crowd(scene.items) }
    for item in scene.items { try draw(item, trail: "") }
    crowd.settle()
    structure.endDocument(on: context)
  }

  /// Throws if the rendering has to stop.
  private func checkWatch() throws(RenderError) {
    do throws(LimitError) {
      try watch.check()
    } catch {
      throw .stopped(error)
    }
  }

  /// Paints the whole canvas; pixels in bands, for the first touch of much memory takes its time.
  private func paintAll() throws(RenderError) {
    guard drawsPixels else { return cairo_paint(context) }
    let surface = cairo_get_target(context)
    let width = Double(cairo_image_surface_get_width(surface))
    let height = Double(cairo_image_surface_get_height(surface))
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_identity_matrix(context)
    cairo_set_antialias(context, CAIRO_ANTIALIAS_NONE)
    var y = 0.0
    while y < height {
      try checkWatch()
      cairo_rectangle(context, 0, y, width, min(Self.band, height - y))
      cairo_fill(context)
      y += Self.band
    }
  }

  private mutating func draw(_ item: SceneItem, trail: String) throws(RenderError) {
    try checkWatch()
    switch item {
    // Their paths may join the crowd.
    case .group, .path, .sectors: break
    case .glyphs, .image, .points, .rects: crowd.settle()
    }
    switch item {
    case .group(let group): try draw(group, trail: trail)
    case .path(let item): try draw(item, trail: trail)
    case .glyphs(let run): try draw(run, trail: trail)
    case .image(let image): try draw(image, trail: trail)
    case .points(let points): try draw(points, trail: trail)
    case .rects(let rects): try draw(rects, trail: trail)
    case .sectors(let sectors):
      for row in 0..<sectors.count { try draw(sectors.item(row), trail: trail) }
    }
  }

  private mutating func draw(_ group: SceneGroup, trail: String) throws(RenderError) {
    let name = group.name.isEmpty ? group.role.rawValue : "\(group.role.rawValue) \(group.name)"
    let trail = trail.isEmpty ? name : "\(trail) › \(name)"
    cairo_save(context)
    defer { cairo_restore(context) }
    let t = group.transform
    if t != .identity {
      for value in [t.a, t.b, t.c, t.d, t.tx, t.ty] { try check(value, trail) }
      var matrix = cairo_matrix_t(xx: t.a, yx: t.b, xy: t.c, yy: t.d, x0: t.tx, y0: t.ty)
      cairo_transform(context, &matrix)
    }
    let around = clip
    if let path = group.clip {
      try add(path, trail)
      cairo_clip(context)
      clip = clip.cut(by: path, on: context)
    }
    defer { clip = around }
    let mark = structure.begin(group, isHidden: group.clip != nil && isClippedAway, on: context)
    defer { structure.end(mark, on: context) }
    let isLayer = group.isLayer
    if isLayer {
      crowd.settle()
      if group.isBlended, group.items.haveTrueBounds {
        try boundLayer(group.items.inkBounds, trail)
      }
      cairo_push_group(context)
      if group.isBlended || group.opacity >= 1 {
        // The clip counts when the layer is laid over what is behind it, and not twice.
        cairo_reset_clip(context)
        clip = .none
      }
    }
    for item in group.items { try draw(item, trail: trail) }
    if isLayer {
      crowd.settle()
      cairo_pop_group_to_source(context)
      if let blend = group.blend, group.isBlended, group.opacity < 1 {
        // Pixman mixes hues and luminosities of what is translucent by a mask as if it weren't.
        cairo_push_group(context)
        cairo_paint_with_alpha(context, max(0, group.opacity))
        cairo_pop_group_to_source(context)
        cairo_set_operator(context, blend.cairoOperator)
        cairo_paint(context)
      } else {
        cairo_set_operator(context, group.blend?.cairoOperator ?? CAIRO_OPERATOR_OVER)
        cairo_paint_with_alpha(context, max(0, group.opacity))
      }
    }
    try checkStatus(trail)
  }

  /// Clips to whole pixels around what a layer draws: many small layers need not be as large as the
  /// picture each.
  private func boundLayer(_ bounds: Rect?, _ trail: String) throws(RenderError) {
    guard drawsPixels, let bounds else { return }
    var (left, top, right, bottom) = (
      Double.infinity, Double.infinity, -Double.infinity, -Double.infinity
    )
    let box = bounds.inset(by: -[SceneItem].miterReach)
    for corner in [
      box.origin, Point(box.maxX, box.minY), Point(box.minX, box.maxY), Point(box.maxX, box.maxY),
    ] {
      try check(corner, trail)
      var (x, y) = (corner.x, corner.y)
      cairo_user_to_device(context, &x, &y)
      (left, right) = (min(left, x.rounded(.down)), max(right, x.rounded(.up)))
      (top, bottom) = (min(top, y.rounded(.down)), max(bottom, y.rounded(.up)))
    }
    var matrix = cairo_matrix_t()
    cairo_get_matrix(context, &matrix)
    cairo_identity_matrix(context)
    cairo_rectangle(context, left, top, right - left, bottom - top)
    cairo_clip(context)
    cairo_set_matrix(context, &matrix)
  }

  /// Whether nothing that is drawn now would be seen.
  private var isClippedAway: Bool {
    var (x1, y1, x2, y2) = (0.0, 0.0, 0.0, 0.0)
    cairo_clip_extents(context, &x1, &y1, &x2, &y2)
    return x1 >= x2 || y1 >= y2
  }

  private mutating func draw(_ item: PathItem, trail: String) throws(RenderError) {
    guard item.fill != nil || item.stroke != nil else { return }
    try checkWatch()
    if crowd.paint(item, context, clip) { return }
    crowd.settle()
    // What a page shows of a line of a million points takes few of them.
    try add(drawsPixels ? item.path : item.vectorPath, trail)
    if ColumnPainter.mayPaint(item), let painter = ColumnPainter(context, clip),
      painter.paint(item)
    {
      cairo_new_path(context)
      return
    }
    if let fill = item.fill {
      try set(fill, trail)
      if item.stroke == nil { cairo_fill(context) } else { cairo_fill_preserve(context) }
    }
    guard let stroke = item.stroke else { return }
    try check(stroke.width, trail)
    try set(stroke.paint, trail)
    cairo_set_line_width(context, stroke.width)
    let cap =
      switch stroke.cap {
      case .butt: CAIRO_LINE_CAP_BUTT
      case .round: CAIRO_LINE_CAP_ROUND
      case .square: CAIRO_LINE_CAP_SQUARE
      }
    cairo_set_line_cap(context, cap)
    let join =
      switch stroke.join {
      case .miter: CAIRO_LINE_JOIN_MITER
      case .round: CAIRO_LINE_JOIN_ROUND
      case .bevel: CAIRO_LINE_JOIN_BEVEL
      }
    cairo_set_line_join(context, join)
    cairo_set_dash(context, stroke.dash, Int32(stroke.dash.count), 0)
    if drawsPixels, let scribble = ScribbleStroke(item) {
      try draw(scribble, with: stroke.paint)
    } else {
      cairo_stroke(context)
    }
    try checkStatus(trail.isEmpty ? "a path" : trail)
  }

  /// Whether pixels are drawn, and not the commands of a PDF.
  private var drawsPixels: Bool {
    cairo_surface_get_type(cairo_get_group_target(context)) == CAIRO_SURFACE_TYPE_IMAGE
  }

  private func draw(_ scribble: ScribbleStroke, with paint: Paint) throws(RenderError) {
    if case .color(let color) = paint, color.isOpaque {
      return try scribble.draw(on: context, watch)
    }
    // Pieces that overlap must not add up: what they cover is painted once.
    let source = cairo_pattern_reference(cairo_get_source(context))
    defer { cairo_pattern_destroy(source) }
    cairo_push_group_with_content(context, CAIRO_CONTENT_ALPHA)
    cairo_set_source_rgb(context, 0, 0, 0)
    let drawn = Result { () throws(RenderError) in try scribble.draw(on: context, watch) }
    let shape = cairo_pop_group(context)
    defer { cairo_pattern_destroy(shape) }
    try drawn.get()
    cairo_set_source(context, source)
    cairo_mask(context, shape)
  }

  private mutating func draw(_ run: GlyphRun, trail: String) throws(RenderError) {
    for glyph in run.glyphs {
      try check(glyph.position.x, trail)
      try check(glyph.position.y, trail)
    }
    try check(run.size, trail)
    set(run.color)
    let tag = structure.tag(of: run)
    structure.begin(tag, on: context)
    try text.draw(run, on: context)
    structure.end(tag, on: context)
    try checkStatus(trail.isEmpty ? "“\(run.text)”" : trail)
  }

  private mutating func draw(_ points: PointsItem, trail: String) throws(RenderError) {
    for row in 0..<points.count {
      try check(points.x[row], trail)
      try check(points.y[row], trail)
    }
    if case .values(let diameters) = points.diameter {
      for diameter in diameters { try check(diameter, trail) }
    } else if points.count > 0 {
      try check(points.diameter[0], trail)
    }
    if let painter = ColumnPainter(context, clip), try painter.paint(points, watch) { return }
    for row in 0..<points.count { try draw(points.item(row), trail: trail) }
  }

  private mutating func draw(_ rects: RectsItem, trail: String) throws(RenderError) {
    for row in 0..<rects.count {
      let rect = rects.rect(row)
      for value in [rect.minX, rect.minY, rect.maxX, rect.maxY] { try check(value, trail) }
    }
    if let painter = ColumnPainter(context, clip), try painter.paint(rects, watch) { return }
    for row in 0..<rects.count { try draw(rects.item(row), trail: trail) }
  }

  /// Fills the cells one by one; edges are shared, so that no seam shows between them.
  private func draw(_ image: ImageItem, trail: String) throws(RenderError) {
    for value in [image.rect.minX, image.rect.minY, image.rect.maxX, image.rect.maxY] {
      try check(value, trail)
    }
    guard image.columns > 0, image.rows > 0, image.cells.count / image.columns >= image.rows else {
      return
    }
    cairo_save(context)
    defer { cairo_restore(context) }
    if image.isEmbedded, draw(embedded: image) {
      try checkStatus(trail.isEmpty ? "an image" : trail)
      return
    }
    // Without antialiasing every pixel belongs to the one cell that holds its centre.
    cairo_set_antialias(context, CAIRO_ANTIALIAS_NONE)
    let (width, height) = (
      image.rect.width / Double(image.columns), image.rect.height / Double(image.rows)
    )
    for row in 0..<image.rows {
      try checkWatch()
      let y0 = image.rect.minY + Double(row) * height
      let y1 = image.rect.minY + Double(row + 1) * height
      var column = 0
      while column < image.columns {
        let color = image.cells[row * image.columns + column]
        var end = column + 1
        while end < image.columns, image.cells[row * image.columns + end] == color { end += 1 }
        if color.alpha > 0 {
          set(color)
          let x0 = image.rect.minX + Double(column) * width
          let x1 = image.rect.minX + Double(end) * width
          // Not cairo_rectangle: Cairo rounds its size and its corner separately, which leaves
          // pixels between two cells to neither.
          cairo_move_to(context, x0, y0)
          cairo_line_to(context, x1, y0)
          cairo_line_to(context, x1, y1)
          cairo_line_to(context, x0, y1)
          cairo_fill(context)
        }
        column = end
      }
    }
  }

  /// Draws an image of many cells as one, which PDF keeps as such; returns whether it could.
  private func draw(embedded image: ImageItem) -> Bool {
    guard var bitmap = Bitmap(image), image.rect.width > 0, image.rect.height > 0 else {
      return false
    }
    let (width, height, stride) = (bitmap.width, bitmap.height, bitmap.bytesPerRow)
    return bitmap.withPixels { pixels in
      let surface = cairo_image_surface_create_for_data(
        pixels.baseAddress, CAIRO_FORMAT_ARGB32, Int32(width), Int32(height), Int32(stride))
      defer { cairo_surface_destroy(surface) }
      guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
        let pattern = cairo_pattern_create_for_surface(surface)
      else { return false }
      defer { cairo_pattern_destroy(pattern) }
      cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST)
      cairo_translate(context, image.rect.minX, image.rect.minY)
      cairo_scale(
        context, image.rect.width / Double(width), image.rect.height / Double(height))
      cairo_set_antialias(context, CAIRO_ANTIALIAS_NONE)
      cairo_set_source(context, pattern)
      cairo_rectangle(context, 0, 0, Double(width), Double(height))
      cairo_fill(context)
      // The pixels go away before the source does: PDF takes a copy of what it is told to flush.
      cairo_set_source_rgb(context, 0, 0, 0)
      if !drawsPixels { cairo_surface_flush(cairo_get_target(context)) }
      cairo_surface_finish(surface)
      return true
    }
  }

  private func set(_ color: RGBColor) {
    cairo_set_source_rgba(
      context, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255,
      Double(color.alpha) / 255)
  }

  private func set(_ paint: Paint, _ trail: String) throws(RenderError) {
    switch paint {
    case .color(let color): set(color)
    case .linearGradient(let start, let end, let stops):
      for value in [start.x, start.y, end.x, end.y] { try check(value, trail) }
      set(cairo_pattern_create_linear(start.x, start.y, end.x, end.y), stops)
    case .radialGradient(let center, let radii, let stops):
      for value in [center.x, center.y, radii.width, radii.height] { try check(value, trail) }
      // Without a radius, all lies outside.
      guard radii.width > 0, radii.height > 0 else { return set(stops.last?.color ?? .clear) }
      let pattern = cairo_pattern_create_radial(
        center.x, center.y, 0, center.x, center.y, radii.width)
      if radii.height != radii.width {
        // From the user's coordinates to those in which the ellipse is a circle.
        let stretch = radii.width / radii.height
        var map = cairo_matrix_t(
          xx: 1, yx: 0, xy: 0, yy: stretch, x0: 0, y0: center.y - center.y * stretch)
        cairo_pattern_set_matrix(pattern, &map)
      }
      set(pattern, stops)
    }
  }

  /// Paints with a gradient of stops, which is given up.
  private func set(_ pattern: OpaquePointer?, _ stops: [GradientStop]) {
    guard let pattern else { return }
    defer { cairo_pattern_destroy(pattern) }
    for stop in stops {
      cairo_pattern_add_color_stop_rgba(
        pattern, stop.offset, Double(stop.color.red) / 255, Double(stop.color.green) / 255,
        Double(stop.color.blue) / 255, Double(stop.color.alpha) / 255)
    }
    cairo_set_source(context, pattern)
  }

  private func add(_ path: Path, _ trail: String) throws(RenderError) {
    cairo_new_path(context)
    for element in path.elements {
      switch element {
      case .move(let p):
        try check(p, trail)
        cairo_move_to(context, p.x, p.y)
      case .line(let p):
        try check(p, trail)
        cairo_line_to(context, p.x, p.y)
      case .cubic(let a, let b, let p):
        try check(a, trail)
        try check(b, trail)
        try check(p, trail)
        cairo_curve_to(context, a.x, a.y, b.x, b.y, p.x, p.y)
      case .close: cairo_close_path(context)
      }
    }
  }

  private func check(_ point: Point, _ trail: String) throws(RenderError) {
    try check(point.x, trail)
    try check(point.y, trail)
  }

  private func check(_ value: Double, _ trail: String) throws(RenderError) {
    guard value.magnitude < Self.limit else {
      throw .notFinite(node: trail.isEmpty ? "an item of the scene" : trail)
    }
  }

  private func checkStatus(_ node: String) throws(RenderError) {
    let status = cairo_status(context)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .cairo(status: CairoSurface.message(status), node: node)
    }
  }
}

extension [SceneItem] {
  /// How far miters may reach out of bounds that are taken for true, in points.
  fileprivate static var miterReach: Double { 16 }

  /// Whether nothing is drawn outside of ``inkBounds`` but short miters: runs that were read from a
  /// text have no bounds.
  fileprivate var haveTrueBounds: Bool {
    allSatisfy { item in
      switch item {
      case .group(let group): group.transform == .identity && group.items.haveTrueBounds
      case .glyphs(let run): run.inkBounds != nil
      // A miter is at most ten widths long, half of it beyond the corner.
      case .path(let path):
        path.stroke.map { $0.join != .miter || 5 * $0.width <= Self.miterReach } ?? true
      case .image, .points, .rects, .sectors: true
      }
    }
  }
}

/// Draws a run's glyphs with the current source.
protocol GlyphPainter {
  mutating func draw(_ run: GlyphRun, on context: OpaquePointer) throws(RenderError)
}
