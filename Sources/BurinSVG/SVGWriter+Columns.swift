import BurinGeometry
import BurinScene

// Shapes in columns: a reference to a symbol for each point, and where there are very many that do
// not shine through one another, one path for each run of equal ones.
extension SVGWriter {
  /// The number of shapes in a run up to which each is an element of its own.
  private static let elementLimit = 10_000
  /// The number of shapes between two looks at the watch.
  private static let batch = 4_096

  mutating func write(_ points: PointsItem, trail: String) throws(SVGError) {
    let count = points.count
    var row = 0
    while row < count {
      let (symbol, diameter, color) = (
        points.symbol[row], points.diameter[row], points.color[row]
      )
      var end = row + 1
      while end < count, points.color[end] == color, points.symbol[end] == symbol,
        points.diameter[end] == diameter
      {
        end += 1
      }
      if end - row > Self.elementLimit, color.isOpaque, symbol.isFilled {
        try writePath(points, row..<end, trail)
      } else {
        try writeUses(points, row..<end, trail)
      }
      row = end
    }
  }

  /// A reference for each of equal points.
  private mutating func writeUses(
    _ points: PointsItem, _ rows: Range<Int>, _ trail: String
  ) throws(SVGError) {
    let first = rows.lowerBound
    let (symbol, diameter, color) = (
      points.symbol[first], points.diameter[first], points.color[first]
    )
    let item = symbol.item(in: Self.box(diameter), color: color)
    var form = "d=\"\(try outline(item.path, trail, decimals: 4))\""
    if case .ring(let width, let ground) = symbol {
      form += ground.map { paint("fill", $0) } ?? " fill=\"none\""
      form += " stroke-width=\"\(try number(width, trail))\""
    }
    let id = symbolIDs[form] ?? symbolIDs.count + 1
    if symbolIDs.updateValue(id, forKey: form) == nil {
      definitions += "<path id=\"\(SVGIDs.id("p\(id)"))\" \(form)/>\n"
    }
    let isAlone = rows.count == 1
    let painted = paint(symbol.isFilled ? "fill" : "stroke", color)
    if !isAlone { body += "<g\(painted)>\n" }
    let reference = SVGIDs.id("p\(id)")
    for row in rows {
      if row % Self.batch == 0 { try checkWatch() }
      let (x, y) = (try number(points.x[row], trail), try number(points.y[row], trail))
      body += "<use xlink:href=\"#\(reference)\" x=\"\(x)\" y=\"\(y)\"\(isAlone ? painted : "")/>\n"
    }
    if !isAlone { body += "</g>\n" }
  }

  /// One path of equal opaque points, whose overlaps are of their colour too.
  private mutating func writePath(
    _ points: PointsItem, _ rows: Range<Int>, _ trail: String
  ) throws(SVGError) {
    let first = rows.lowerBound
    let (symbol, diameter) = (points.symbol[first], points.diameter[first])
    let color = points.color[first]
    // The end of a line of no length, rounded, is a disc.
    let isDisc = symbol == .circle
    var steps = "h0"
    var start = Point.zero
    if !isDisc {
      let corners = symbol.corners.map { Point($0.x * diameter / 2, $0.y * diameter / 2) }
      start = corners.first ?? .zero
      steps = ""
      for (corner, next) in zip(corners, corners.dropFirst()) {
        steps +=
          "l\(try number(next.x - corner.x, trail)) \(try number(next.y - corner.y, trail))"
      }
      steps += "z"
    }
    body += "<path d=\""
    for row in rows {
      if row % Self.batch == 0 { try checkWatch() }
      let (x, y) = (
        try number(points.x[row] + start.x, trail), try number(points.y[row] + start.y, trail)
      )
      body += "M\(x) \(y)\(steps)"
    }
    body +=
      isDisc
      ? "\" fill=\"none\"\(paint("stroke", color)) stroke-width=\"\(try number(diameter, trail))\" stroke-linecap=\"round\"/>\n"
      : "\"\(paint("fill", color))/>\n"
  }

  private static func box(_ diameter: Double) -> Rect {
    Rect(center: .zero, size: Size(diameter, diameter))
  }

  mutating func write(_ rects: RectsItem, trail: String) throws(SVGError) {
    let count = rects.count
    var row = 0
    while row < count {
      let color = rects.color[row]
      var end = row + 1
      while end < count, rects.color[end] == color { end += 1 }
      if end - row > Self.elementLimit, color.isOpaque {
        body += "<path d=\""
        for row in row..<end {
          if row % Self.batch == 0 { try checkWatch() }
          body += try outline(rects.item(row).path, trail)
        }
        body += "\"\(paint("fill", color))/>\n"
      } else {
        for row in row..<end {
          if row % Self.batch == 0 { try checkWatch() }
          try write(rects.item(row), trail: trail)
        }
      }
      row = end
    }
  }
}

extension PointSymbol {
  fileprivate var isFilled: Bool { if case .ring = self { false } else { true } }
}
