import BurinGeometry
import BurinRaster
import BurinScene
import BurinText

/// Collects the elements of one document.
struct SVGWriter {
  let fonts: FontLibrary
  let options: SVGOptions
  var body = ""
  var definitions = ""
  /// The symbols of points that are defined, by what they draw.
  var symbolIDs: [String: Int] = [:]
  /// What stops the rendering.
  private let watch = RenderWatch.ofRendering()
  private var glyphIDs: [GlyphKey: Int] = [:]
  private var clipCount = 0
  private var gradientCount = 0
  var palette: SVGPalette
  /// The families that text is set in.
  let families: [String]
  /// Whether the picture's language is Chinese.
  let isChinese: Bool
  /// Whether a group around the current item says all of its content.
  var isSpoken = false
  /// Whether the texts of the current item stand in a line of their own.
  var hasTextApart = false

  private struct GlyphKey: Hashable {
    var font: FontID
    var glyph: UInt32
  }

  init(_ scene: Scene, fonts: FontLibrary, options: SVGOptions) {
    self.fonts = fonts
    self.options = options
    palette = SVGPalette(scene, options.colors)
    families = scene.fontFamilies.text
    isChinese = scene.language.hasPrefix("zh")
  }

  mutating func document(_ scene: Scene) throws(SVGError) -> String {
    try write(scene.items, trail: "")
    let (width, height) = (
      try number(scene.size.width, "the canvas"), try number(scene.size.height, "the canvas")
    )
    var text =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
    var rootStyle: [String] = []
    switch options.sizing.form {
    case .pixels: text += " width=\"\(width)\" height=\"\(height)\""
    case .points: text += " width=\"\(width)pt\" height=\"\(height)pt\""
    case .responsive(let maxWidth):
      text += " width=\"100%\""
      if let maxWidth {
        guard maxWidth > 0, maxWidth < 1e9 else { throw .maxWidth(maxWidth) }
        rootStyle.append("max-width:\(try number(maxWidth, "the canvas"))px")
      }
    }
    // What blends, blends with the picture alone, and not with the page around it.
    if scene.items.hasBlend { rootStyle.append("isolation:isolate") }
    if !rootStyle.isEmpty { text += " style=\"\(rootStyle.joined(separator: ";"))\"" }
    text += " viewBox=\"0 0 \(width) \(height)\""
    if options.colors == .adaptive { text += " id=\"\(SVGIDs.id("svg"))\"" }
    // Readers hear nothing of what lies within an image.
    let hasParts = scene.items.hasLabels || scene.items.hasDataLabels
    text += " role=\"\(hasParts ? "graphics-document document" : "img")\""
    if !scene.language.isEmpty { text += " xml:lang=\"\(XML.text(scene.language))\"" }
    // The name is short; without one, the description is all that there is.
    if !scene.title.isEmpty { text += " aria-labelledby=\"\(SVGIDs.id("title"))\"" }
    if !scene.altText.isEmpty {
      let attribute = scene.title.isEmpty ? "aria-labelledby" : "aria-describedby"
      text += " \(attribute)=\"\(SVGIDs.id("desc"))\""
    }
    text += ">\n"
    if !scene.title.isEmpty {
      text += "<title id=\"\(SVGIDs.id("title"))\">\(XML.text(scene.title))</title>\n"
    }
    if !scene.altText.isEmpty {
      text += "<desc id=\"\(SVGIDs.id("desc"))\">\(XML.text(scene.altText))</desc>\n"
    }
    var ground = ""
    if options.includesBackground, options.colors != .currentColor, scene.background.alpha > 0 {
      let name = options.colors == .adaptive ? " class=\"\(SVGIDs.id("ground"))\"" : ""
      ground =
        "<rect\(name) width=\"\(width)\" height=\"\(height)\"\(paint("fill", scene.background))/>\n"
    }
    text += palette.style
    if !definitions.isEmpty { text += "<defs>\n\(definitions)</defs>\n" }
    return text + ground + body + "</svg>\n"
  }

  /// Throws if the rendering has to stop.
  func checkWatch() throws(SVGError) {
    do throws(LimitError) {
      try watch.check()
      try watch.check(bytes: body.utf8.count + definitions.utf8.count)
    } catch {
      throw .stopped(error)
    }
  }

  mutating func write(_ item: SceneItem, trail: String) throws(SVGError) {
    try checkWatch()
    switch item {
    case .group(let group): try write(group, trail: trail)
    case .path(let item): try write(item, trail: trail)
    case .glyphs(let run): try write(run, trail: trail)
    case .image(let image): try write(image, trail: trail)
    case .points(let points): try write(points, trail: trail)
    case .rects(let rects): try write(rects, trail: trail)
    case .sectors(let sectors):
      for row in 0..<sectors.count { try write(sectors.item(row), trail: trail) }
    }
  }

  private mutating func write(_ group: SceneGroup, trail: String) throws(SVGError) {
    // Rims in the ground's colour would be patches of light on another ground.
    if options.colors == .currentColor, group.isHalo { return }
    let name = group.name.isEmpty ? group.role.rawValue : "\(group.role.rawValue) \(group.name)"
    let trail = trail.isEmpty ? name : "\(trail) › \(name)"
    var head = "<g"
    if group.transform != .identity {
      let t = group.transform
      var values: [String] = []
      for value in [t.a, t.b, t.c, t.d, t.tx, t.ty] { values.append(try number(value, trail)) }
      head += " transform=\"matrix(\(values.joined(separator: " ")))\""
    }
    if let clip = group.clip {
      clipCount += 1
      let id = SVGIDs.id("clip\(clipCount)")
      definitions +=
        "<clipPath id=\"\(id)\"><path d=\"\(try outline(clip, trail))\"/></clipPath>\n"
      head += " clip-path=\"url(#\(id))\""
    }
    if let blend = group.blend {
      head += blend == .normal ? " style=\"isolation:isolate\"" : palette.style(of: blend)
    }
    if group.opacity < 1 { head += " opacity=\"\(try number(group.opacity, trail))\"" }
    if let label = group.label {
      head +=
        label.isEmpty
        ? " aria-hidden=\"true\""
        : " role=\"\(group.items.hasLabels ? "group" : "img")\" aria-label=\"\(XML.text(label))\""
    } else if group.role == .formula {
      // Spoken in words; a formula of one letter is its source.
      let words = group.dataLabel ?? group.name
      if !words.isEmpty, !isSpoken, !hasTextApart {
        head += " role=\"math\" aria-label=\"\(XML.text(words))\""
      }
    } else if let label = group.dataLabel, !isSpoken {
      // W3C, Graphics ARIA module 1.0, with roles for browsers that don't know it.
      let role = group.role == .mark ? "graphics-symbol img" : "graphics-object group"
      head += " role=\"\(role)\" aria-label=\"\(XML.text(label))\""
    }
    let isOuter = !isSpoken
    if group.label != nil || group.role == .mark && group.dataLabel != nil { isSpoken = true }
    defer { if isOuter { isSpoken = false } }
    // A group that changes nothing needs no element.
    let isPlain = head == "<g"
    if !isPlain { body += head + ">\n" }
    try write(group.items, trail: trail)
    if !isPlain { body += "</g>\n" }
  }

  mutating func write(_ item: PathItem, trail: String) throws(SVGError) {
    guard item.fill != nil || item.stroke != nil else { return }
    body += "<path d=\"\(try outline(item.vectorPath, trail))\""
    if let fill = item.fill {
      body += try paint("fill", fill, trail)
    } else {
      body += " fill=\"none\""
    }
    if let stroke = item.stroke {
      body += try paint("stroke", stroke.paint, trail)
      body += " stroke-width=\"\(try number(stroke.width, trail))\""
      if stroke.cap != .butt { body += " stroke-linecap=\"\(stroke.cap.rawValue)\"" }
      if stroke.join == .miter {
        body += " stroke-miterlimit=\"10\""
      } else {
        body += " stroke-linejoin=\"\(stroke.join.rawValue)\""
      }
      if !stroke.dash.isEmpty {
        var lengths: [String] = []
        for length in stroke.dash { lengths.append(try number(length, trail)) }
        body += " stroke-dasharray=\"\(lengths.joined(separator: " "))\""
      }
    }
    body += "/>\n"
  }

  private mutating func write(_ run: GlyphRun, trail: String) throws(SVGError) {
    guard !run.glyphs.isEmpty, try !isLive(run) else { return }
    body += "<g\(paint("fill", run.color, isText: true))"
    if options.colors == .adaptive {
      // A rim that forced colours ask for is a part of the em.
      body += " class=\"\(SVGIDs.id("text"))\" font-size=\"1\""
    }
    // Pictures take no fill.
    if !run.color.isOpaque, try hasColorImages(run.font) {
      body += " opacity=\"\(SVGNumber.text(Double(run.color.alpha) / 255, decimals: 3))\""
    }
    body += ">"
    for glyph in run.glyphs {
      guard let id = try define(glyph.id, of: run.font, trail) else { continue }
      let size = try number(run.size, trail)
      let (x, y) = (try number(glyph.position.x, trail), try number(glyph.position.y, trail))
      body +=
        "<use xlink:href=\"#\(SVGIDs.id("g\(id)"))\" transform=\"matrix(\(size) 0 0 \(size) \(x) \(y))\"/>"
    }
    body += "</g>\n"
  }

  /// Whether a run is drawn as text: one of a line, in letters that take a colour.
  func isLive(_ run: GlyphRun) throws(SVGError) -> Bool {
    guard options.text == .live, !hasTextApart, !run.text.isEmpty else { return false }
    return try !hasColorImages(run.font)
  }

  private func hasColorImages(_ font: FontID) throws(SVGError) -> Bool {
    do throws(TextError) { return try fonts.face(font).hasColorImages } catch { throw .font(error) }
  }

  /// Returns the number under which a glyph's outline is defined; nil for a glyph without one.
  private mutating func define(
    _ glyph: UInt32, of font: FontID, _ trail: String
  ) throws(SVGError) -> Int? {
    let key = GlyphKey(font: font, glyph: glyph)
    if let id = glyphIDs[key] { return id == 0 ? nil : id }
    let face: FontFace
    do throws(TextError) {
      face = try fonts.face(font)
    } catch {
      throw .font(error)
    }
    if let (png, rect) = face.colorImage(of: glyph) {
      let id = glyphIDs.count + 1
      glyphIDs[key] = id
      let (x, y) = (try number(rect.minX, trail, 4), try number(rect.minY, trail, 4))
      let (width, height) = (try number(rect.width, trail, 4), try number(rect.height, trail, 4))
      definitions +=
        "<image id=\"\(SVGIDs.id("g\(id)"))\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\""
        + " preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64,\(Base64.text(png))\"/>\n"
      return id
    }
    let path = face.outline(of: glyph)
    guard !path.isEmpty else {
      glyphIDs[key] = 0
      return nil
    }
    let id = glyphIDs.count + 1
    glyphIDs[key] = id
    definitions +=
      "<path id=\"\(SVGIDs.id("g\(id)"))\" d=\"\(try outline(path, trail, decimals: 4))\"/>\n"
    return id
  }

  /// Writes cells as rectangles, joining equal neighbours of a row.
  private mutating func write(_ image: ImageItem, trail: String) throws(SVGError) {
    guard image.columns > 0, image.rows > 0, image.cells.count / image.columns >= image.rows else {
      return
    }
    if image.isEmbedded, try writeEmbedded(image, trail) { return }
    let (width, height) = (
      image.rect.width / Double(image.columns), image.rect.height / Double(image.rows)
    )
    body += "<g shape-rendering=\"crispEdges\">\n"
    for row in 0..<image.rows {
      var column = 0
      while column < image.columns {
        let color = image.cells[row * image.columns + column]
        var end = column + 1
        while end < image.columns, image.cells[row * image.columns + end] == color { end += 1 }
        if color.alpha > 0 {
          let x = try number(image.rect.minX + Double(column) * width, trail)
          let y = try number(image.rect.minY + Double(row) * height, trail)
          body +=
            "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(try number(width * Double(end - column), trail))\""
          body += " height=\"\(try number(height, trail))\"\(paint("fill", color))/>\n"
        }
        column = end
      }
    }
    body += "</g>\n"
  }

  mutating func paint(
    _ attribute: String, _ color: RGBColor, opacity: String? = nil, isText: Bool = false
  ) -> String {
    let (value, alpha) = palette.value(attribute, color, isText: isText)
    var text = " \(attribute)=\"\(value)\""
    if alpha < 1 {
      let alpha = SVGNumber.text(alpha, decimals: 3)
      text += " \(opacity ?? attribute + "-opacity")=\"\(alpha)\""
    }
    return text
  }

  private mutating func paint(
    _ attribute: String, _ paint: Paint, _ trail: String
  ) throws(SVGError) -> String {
    switch paint {
    case .color(let color): return self.paint(attribute, color)
    case .linearGradient(let start, let end, let stops):
      let place =
        " x1=\"\(try number(start.x, trail))\" y1=\"\(try number(start.y, trail))\""
        + " x2=\"\(try number(end.x, trail))\" y2=\"\(try number(end.y, trail))\""
      return try gradient("linearGradient", place, stops, attribute, trail)
    case .radialGradient(let center, let radii, let stops):
      // Without a radius, all lies outside.
      guard radii.width > 0, radii.height > 0 else {
        return self.paint(attribute, stops.last?.color ?? .clear)
      }
      let (x, y) = (try number(center.x, trail), try number(center.y, trail))
      let (width, height) = (try number(radii.width, trail), try number(radii.height, trail))
      let place =
        radii.width == radii.height
        ? " cx=\"\(x)\" cy=\"\(y)\" r=\"\(width)\""
        : " cx=\"0\" cy=\"0\" r=\"1\" gradientTransform=\"translate(\(x) \(y)) scale(\(width) \(height))\""
      return try gradient("radialGradient", place, stops, attribute, trail)
    }
  }

  /// Defines a gradient and returns the attribute that paints with it.
  private mutating func gradient(
    _ element: String, _ place: String, _ stops: [GradientStop], _ attribute: String,
    _ trail: String
  ) throws(SVGError) -> String {
    gradientCount += 1
    let id = SVGIDs.id("gradient\(gradientCount)")
    var text = "<\(element) id=\"\(id)\" gradientUnits=\"userSpaceOnUse\"\(place)>"
    for stop in stops {
      text +=
        "<stop offset=\"\(try number(stop.offset, trail))\"\(self.paint("stop-color", stop.color, opacity: "stop-opacity"))/>"
    }
    definitions += text + "</\(element)>\n"
    return " \(attribute)=\"url(#\(id))\""
  }

  func outline(
    _ path: Path, _ trail: String, decimals: Int = 3
  ) throws(SVGError) -> String {
    var text = ""
    func add(_ command: String, _ points: Point...) throws(SVGError) {
      text += command
      for (index, point) in points.enumerated() {
        if index > 0 { text += " " }
        text += try number(point.x, trail, decimals) + " " + number(point.y, trail, decimals)
      }
    }
    for (index, element) in path.elements.enumerated() {
      if index % 4_096 == 4_095 { try checkWatch() }
      switch element {
      case .move(let p): try add("M", p)
      case .line(let p): try add("L", p)
      case .cubic(let a, let b, let p): try add("C", a, b, p)
      case .close: text += "Z"
      }
    }
    return text
  }

  func number(
    _ value: Double, _ trail: String, _ decimals: Int = 3
  ) throws(SVGError) -> String {
    guard value.magnitude < 1e9 else {
      throw .notFinite(node: trail.isEmpty ? "an item of the scene" : trail)
    }
    return SVGNumber.text(value, decimals: decimals)
  }
}
