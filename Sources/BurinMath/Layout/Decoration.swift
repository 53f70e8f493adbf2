import BurinGeometry
import BurinScene

extension MathLayout {
  /// `\phantom`, `\smash` and `\llap`: content whose extents or ink do not count.
  func phantom(
    _ nodes: [Node], _ phantom: Phantom, _ setting: Setting
  ) throws(FormulaError) -> Box {
    let content = try list(nodes, setting)
    return Box(
      width: phantom.width ? content.width : 0, ascent: phantom.ascent ? content.ascent : 0,
      descent: phantom.descent ? content.descent : 0,
      elements: phantom.visible
        ? [.box(content, Vector(phantom.shift * content.width, 0))] : [])
  }

  /// `\raisebox`: content on a baseline of its own.
  func raised(_ nodes: [Node], _ by: Length, _ setting: Setting) throws(FormulaError) -> Box {
    let content = try list(nodes, setting)
    let rise = points(by, setting)
    var box = Box(width: content.width)
    box.add(content, x: 0, y: -rise)
    return box
  }

  /// `\boxed`: a frame 0.3 em away and 0.04 em thick (LaTeX's `\fboxsep` and `\fboxrule` are 3 pt and
  /// 0.4 pt at 10 pt).
  func boxed(_ nodes: [Node], _ setting: Setting) throws(FormulaError) -> Box {
    // amsmath sets the content in display style.
    let content = try list(
      nodes, setting.isScript ? setting : setting.with(.display, cramped: false))
    let thickness = 0.04 * size
    let padding = 0.3 * size + thickness
    var box = Box(
      width: content.width + 2 * padding, ascent: content.ascent + padding,
      descent: content.descent + padding)
    box.elements = [.box(content, Vector(padding, 0))]
    let frame = Rect(
      minX: 0, minY: -box.ascent, maxX: box.width, maxY: box.descent
    ).inset(by: thickness / 2)
    box.elements.append(
      .path(PathItem(.rect(frame), stroke: Stroke(setting.color, width: thickness))))
    return box
  }

  /// `\colorbox`: a filled rectangle 0.3 em larger than its content.
  func background(
    _ nodes: [Node], _ color: RGBColor, _ setting: Setting
  ) throws(FormulaError) -> Box {
    let content = try list(nodes, setting)
    let padding = 0.3 * size
    var box = Box(
      width: content.width + 2 * padding, ascent: content.ascent + padding,
      descent: content.descent + padding)
    let area = Rect(minX: 0, minY: -box.ascent, maxX: box.width, maxY: box.descent)
    box.elements = [
      .path(PathItem(.rect(area), fill: .color(color))), .box(content, Vector(padding, 0)),
    ]
    return box
  }

  /// `\cancel`: lines from corner to corner of the content.
  func cancel(_ nodes: [Node], _ cancel: Cancel, _ setting: Setting) throws(FormulaError) -> Box {
    let content = try list(nodes, setting)
    var box = Box(width: content.width, ascent: content.ascent, descent: content.descent)
    box.elements = [.box(content, .zero)]
    let thickness = constants.fractionRuleThickness * em(setting)
    // The lines reach a little over the corners, so that a single letter is struck visibly.
    let reach = 0.08 * em(setting)
    let (left, right) = (-reach / 2, content.width + reach / 2)
    let (top, bottom) = (-content.ascent - reach, content.descent + reach)
    func line(_ start: Point, _ end: Point) {
      box.elements.append(
        .path(
          PathItem(.segment(start, end), stroke: Stroke(setting.color, width: thickness))))
    }
    if cancel.rising { line(Point(left, bottom), Point(right, top)) }
    if cancel.falling { line(Point(left, top), Point(right, bottom)) }
    return box
  }

  /// `\rule[raise]{width}{height}`.
  func rule(width: Length, height: Length, raise: Length, _ setting: Setting) -> Box {
    let (width, height) = (points(width, setting), points(height, setting))
    let bottom = points(raise, setting)
    var box = Box(width: width, ascent: bottom + height, descent: -bottom)
    if width > 0, height > 0 {
      let ink = Rect(minX: 0, minY: -bottom - height, maxX: width, maxY: -bottom)
      box.elements = [.path(PathItem(.rect(ink), fill: .color(setting.color)))]
    }
    return box
  }
}
