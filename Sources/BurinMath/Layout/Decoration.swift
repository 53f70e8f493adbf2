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

  /// A box of a width of its own, with a frame and a ground.
  func framed(_ nodes: [Node], _ frame: FrameNode, _ setting: Setting) throws(FormulaError) -> Box {
    let content = try list(nodes, setting)
    let thickness = frame.hasFrame ? 0.04 * size : 0
    let padding = frame.padding * size + thickness
    let natural = content.width + 2 * padding
    let width = frame.width.map { points($0, setting) } ?? natural
    let room = width - natural
    let inset =
      switch frame.alignment {
      case .left: 0.0
      case .center: room / 2
      case .right: room
      }
    var box = Box(
      width: width, ascent: content.ascent + padding, descent: content.descent + padding)
    let area = Rect(minX: 0, minY: -box.ascent, maxX: max(0, width), maxY: box.descent)
    if let color = frame.background {
      box.elements.append(.path(PathItem(.rect(area), fill: .color(color))))
    }
    box.elements.append(.box(content, Vector(padding + inset, 0)))
    if frame.hasFrame {
      box.elements.append(
        .path(
          PathItem(
            .rect(area.inset(by: thickness / 2)),
            stroke: Stroke(frame.frame ?? setting.color, width: thickness))))
    }
    return box
  }

  /// `\cancelto{value}{…}`: an arrow through the content to the value it tends to.
  func cancelTo(
    _ nodes: [Node], _ value: [Node], _ setting: Setting
  ) throws(FormulaError) -> Box {
    let content = try list(nodes, setting)
    let goal = try list(value, setting.superscript)
    let thickness = constants.fractionRuleThickness * em(setting)
    let reach = 0.15 * em(setting)
    let start = Point(-reach / 2, content.descent + reach / 2)
    let end = Point(content.width + reach, -content.ascent - reach)
    let length = max(
      ((end.x - start.x) * (end.x - start.x) + (end.y - start.y) * (end.y - start.y)).squareRoot(),
      1e-9)
    let (dx, dy) = ((end.x - start.x) / length, (end.y - start.y) / length)
    let head = 0.22 * em(setting)
    func back(_ side: Double) -> Point {
      Point(end.x - head * dx + side * head * 0.4 * dy, end.y - head * dy - side * head * 0.4 * dx)
    }
    let rise = max(0, -end.y - goal.ascent / 2)
    var box = Box(width: max(content.width, end.x + goal.width))
    box.add(content, x: 0)
    box.add(goal, x: end.x + 0.05 * em(setting), y: -rise)
    box.ascent = max(box.ascent, -end.y)
    box.width = max(box.width, end.x + 0.05 * em(setting) + goal.width)
    var path = Path.segment(start, end)
    path.append(.segment(back(1), end))
    path.append(.segment(back(-1), end))
    box.elements.append(.path(PathItem(path, stroke: Stroke(setting.color, width: thickness))))
    return box
  }

  /// Lines around or through an expression.
  func enclosed(
    _ nodes: [Node], _ enclosure: Enclosure, _ setting: Setting
  ) throws(FormulaError) -> Box {
    let content = try list(nodes, setting)
    let thickness = constants.fractionRuleThickness * em(setting)
    var box = Box(width: content.width)
    func line(_ points: Point...) {
      var path = Path.segment(points[0], points[1])
      for index in points.indices.dropFirst(2) {
        path.append(.segment(points[index - 1], points[index]))
      }
      box.elements.append(
        .path(PathItem(path, stroke: Stroke(setting.color, width: thickness, cap: .square))))
    }
    switch enclosure {
    case .strikeOut:
      box.add(content, x: 0)
      let y = -constants.axisHeight * em(setting)
      line(Point(0, y), Point(content.width, y))
    case .angle:
      let gap = constants.overbarVerticalGap * em(setting)
      let (top, right) = (content.ascent + gap + thickness / 2, content.width + gap)
      box.add(content, x: 0)
      box.width = right + thickness
      box.ascent = top + thickness / 2
      line(Point(0, -top), Point(right, -top), Point(right, content.descent))
    case .phase:
      let gap = constants.underbarVerticalGap * em(setting)
      let bottom = content.descent + gap + thickness / 2
      let slope = (content.ascent + bottom) / 2
      box.add(content, x: slope)
      box.width = slope + content.width
      box.descent = bottom + thickness / 2
      line(Point(slope, -content.ascent), Point(0, bottom), Point(box.width, bottom))
    }
    return box
  }
}
