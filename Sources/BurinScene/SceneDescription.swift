import BurinGeometry

extension Scene {
  /// The scene as text: one line an item, indented by depth, the same on every run and machine.
  ///
  /// ```
  /// scene 800×450 #ffffff zh
  /// title "降雨"
  /// alt "…"
  /// chart
  ///   axis x
  ///     run "0.5" NotoSansCJKsc-Regular 12 #444444 at 10,20 advance 18.2 glyphs 17@0 15@6.7 22@10.1
  /// ```
  ///
  /// A line such as `fonts "Noto Sans CJK SC" math "STIX Two Math"` follows the alternative text where
  /// the families are not the standard ones. Lengths are points, rounded to thousandths. ``init(text:)`` reads it back.
  public var text: String {
    var writer = SceneWriter()
    writer.line(
      "scene \(fixed(size.width))×\(fixed(size.height)) \(background)"
        + (language.isEmpty ? "" : " \(plainOrQuoted(language))"))
    // Always there, so that neither can be taken for a group.
    writer.line("title \(quoted(title))")
    writer.line("alt \(quoted(altText))")
    if fontFamilies != .standard {
      writer.line(
        "fonts" + fontFamilies.text.map { " " + quoted($0) }.joined()
          + " math \(quoted(fontFamilies.math))"
          + (fontFamilies.fallbacks.isEmpty
            ? "" : " fallbacks" + fontFamilies.fallbacks.map { " " + quoted($0) }.joined()))
    }
    for item in items { writer.write(item) }
    return writer.output
  }
}

private struct SceneWriter {
  var output = ""
  var depth = 0

  mutating func line(_ text: String) {
    for _ in 0..<depth { output += "  " }
    output += text
    output += "\n"
  }

  mutating func write(_ item: SceneItem) {
    switch item {
    case .group(let group):
      var head = group.role.rawValue
      if !group.name.isEmpty { head += " " + quoted(group.name) }
      let t = group.transform
      if t != .identity {
        head +=
          " transform \([t.a, t.b, t.c, t.d, t.tx, t.ty].map { fixed($0) }.joined(separator: ","))"
      }
      if group.opacity != 1 { head += " opacity \(fixed(group.opacity))" }
      if let blend = group.blend { head += " blend \(blend.rawValue)" }
      if let label = group.label { head += " label " + quoted(label) }
      if let label = group.dataLabel { head += " data " + quoted(label) }
      if let clip = group.clip { head += " clip" + outline(clip) }
      line(head)
      depth += 1
      for child in group.items { write(child) }
      depth -= 1
    case .path(let path):
      var text = "path" + outline(path.path)
      if let fill = path.fill { text += " fill \(describe(fill))" }
      if let stroke = path.stroke { text += " stroke \(describe(stroke))" }
      line(text)
    case .glyphs(let run):
      let start = run.glyphs.first?.position ?? .zero
      let glyphs = run.glyphs.map { glyph in
        let dy = Self.way(from: start.y, to: glyph.position.y)
        return "\(glyph.id)@\(fixed(Self.way(from: start.x, to: glyph.position.x)))"
          + (abs(dy) < 0.0005 ? "" : "/\(fixed(dy))")
      }
      line(
        "run \(quoted(run.text)) \(plainOrQuoted(run.font.postScriptName)) \(fixed(run.size))"
          + " \(run.color) at \(fixed(start.x)),\(fixed(start.y)) advance \(fixed(run.advance))"
          + " glyphs" + glyphs.map { " " + $0 }.joined())
    case .image(let image):
      let r = image.rect
      line(
        "image \(image.columns)×\(image.rows) at \(fixed(r.minX)),\(fixed(r.minY))"
          + " size \(fixed(r.width))×\(fixed(r.height)) cells"
          + image.cells.map { " \($0)" }.joined())
    case .points(let points): line(points.sceneLine)
    case .rects(let rects): line(rects.sceneLine)
    case .sectors(let sectors): line(sectors.sceneLine)
    }
  }

  /// Nothing between equal coordinates, infinite ones too, whose difference is no number.
  private static func way(from start: Double, to end: Double) -> Double {
    start == end ? 0 : end - start
  }

  func describe(_ paint: Paint) -> String {
    switch paint {
    case .color(let color): color.description
    case .linearGradient(let from, let to, let stops):
      "gradient \(pair(from)) \(pair(to))" + describe(stops)
    case .radialGradient(let center, let radii, let stops):
      "radial \(pair(center)) \(fixed(radii.width))×\(fixed(radii.height))" + describe(stops)
    }
  }

  private func describe(_ stops: [GradientStop]) -> String {
    stops.map { " \(fixed($0.offset)):\($0.color)" }.joined()
  }

  func describe(_ stroke: Stroke) -> String {
    var text = "\(describe(stroke.paint)) \(fixed(stroke.width))"
    if stroke.cap != .butt { text += " cap \(stroke.cap.rawValue)" }
    if stroke.join != .miter { text += " join \(stroke.join.rawValue)" }
    if !stroke.dash.isEmpty {
      text += " dash \(stroke.dash.map { fixed($0) }.joined(separator: ","))"
    }
    return text
  }

  /// The path's steps, a space before each.
  func outline(_ path: Path) -> String {
    path.elements.map { element in
      switch element {
      case .move(let p): " M\(pair(p))"
      case .line(let p): " L\(pair(p))"
      case .cubic(let a, let b, let p): " C\(pair(a)) \(pair(b)) \(pair(p))"
      case .close: " Z"
      }
    }.joined()
  }

  func pair(_ point: Point) -> String { "\(fixed(point.x)),\(fixed(point.y))" }
}

/// A length rounded to thousandths, without trailing zeros.
private func fixed(_ value: Double) -> String {
  var bytes: [UInt8] = []
  bytes.appendThousandths(value)
  return String(decoding: bytes, as: UTF8.self)
}

/// The text in quotation marks, whatever would end it or its line escaped.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
      result += "\\u{\(String(scalar.value, radix: 16))}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

/// A name as it is where it is one word of visible ASCII, in quotation marks otherwise.
private func plainOrQuoted(_ name: String) -> String {
  let isPlain =
    !name.isEmpty && !name.utf8.contains(UInt8(ascii: "\""))
    && name.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  return isPlain ? name : quoted(name)
}
