package import Burin
import Testing

/// A way to make a mark from a value of each axis.
package struct MarkExample: Sendable, CustomTestStringConvertible {
  /// The mark and its values, as the table of marks prints them.
  package let name: String
  /// The axes along which the mark takes any value.
  package var any: Set<Channel> = [.x, .y]
  /// The axes along which the mark takes numbers with a fraction only.
  package var numbers: Set<Channel> = []
  /// Whether values become one line or area.
  package var joins = false
  /// Whether the mark is a function, which has no place of its own.
  package var isFunction = false
  /// Whether the mark shows a text that seeks room, which no relation of places holds for.
  package var seeksRoom = false
  /// The axes along which its length begins at zero.
  package var zero: Set<Channel> = []
  /// The axes along which the mark lies between a start and an end.
  package var ends: Set<Channel> = []
  /// The mark; the flag says that x is mirrored, for marks that point to a side of the page.
  package let make: @Sendable (any AxisValue, any AxisValue, Bool) -> any ChartContent

  /// The axes on which the mark has values.
  package var axes: Set<Channel> { any.union(numbers) }
  package var testDescription: String { name }

  /// Whether the mark can be made of a kind of value along an axis.
  package func takes(_ kind: AxisKind, _ channel: Channel) -> Bool {
    numbers.contains(channel) ? kind.isNumeric : any.contains(channel) || kind == .linear
  }
}

/// Every mark of the library with every set of values that it is made from; a new mark is a line
/// here and a line below.
package let everyMark: [MarkExample] = [
  .init(name: "BarMark(x:y:)", zero: [.y]) { x, y, _ in bar(x, y) },
  .init(name: "BarMark(x:)", any: [.x], zero: [.x]) { x, _, _ in barX(x) },
  .init(name: "BarMark(y:)", any: [.y], zero: [.y]) { _, y, _ in barY(y) },
  .init(name: "BarMark(x:yStart:yEnd:)", ends: [.y]) { x, y, _ in barYEnds(x, y) },
  .init(name: "BarMark(xStart:xEnd:y:)", ends: [.x]) { x, y, _ in barXEnds(x, y) },
  .init(name: "BarMark(xStart:xEnd:)", any: [.x], ends: [.x]) { x, _, _ in barXEndsOnly(x) },
  .init(name: "BarMark(yStart:yEnd:)", any: [.y], ends: [.y]) { _, y, _ in barYEndsOnly(y) },
  .init(name: "PointMark(x:y:)") { x, y, _ in point(x, y) },
  .init(name: "PointMark(x:)", any: [.x]) { x, _, _ in pointX(x) },
  .init(name: "PointMark(y:)", any: [.y]) { _, y, _ in pointY(y) },
  .init(name: "LineMark(x:y:)", joins: true) { x, y, _ in line(x, y) },
  .init(name: "LineMark(x:y:series:)", joins: true) { x, y, _ in lineSeries(x, y) },
  .init(name: "AreaMark(x:y:)", joins: true, zero: [.y]) { x, y, _ in area(x, y) },
  .init(name: "AreaMark(x:y:series:)", joins: true, zero: [.y]) { x, y, _ in areaSeries(x, y) },
  .init(name: "AreaMark(x:yStart:yEnd:)", joins: true, ends: [.y]) { x, y, _ in areaEnds(x, y) },
  .init(name: "AreaMark(x:yStart:yEnd:series:)", joins: true, ends: [.y]) { x, y, _ in
    areaEndsSeries(x, y)
  },
  .init(name: "AreaMark(xStart:xEnd:y:)", joins: true, ends: [.x]) { x, y, _ in areaXEnds(x, y) },
  .init(name: "RectangleMark(x:y:)") { x, y, _ in cell(x, y) },
  .init(name: "RectangleMark(xStart:xEnd:yStart:yEnd:)", ends: [.x, .y]) { x, y, _ in
    rectangle(x, y)
  },
  .init(name: "RectangleMark(xStart:xEnd:)", any: [.x], ends: [.x]) { x, _, _ in rectangleX(x) },
  .init(name: "RectangleMark(yStart:yEnd:)", any: [.y], ends: [.y]) { _, y, _ in rectangleY(y) },
  .init(name: "RectangleMark(x:yStart:yEnd:)", ends: [.y]) { x, y, _ in column(x, y) },
  .init(name: "RectangleMark(xStart:xEnd:y:)", ends: [.x]) { x, y, _ in row(x, y) },
  .init(name: "RuleMark(x:)", any: [.x]) { x, _, _ in ruleX(x) },
  .init(name: "RuleMark(y:)", any: [.y]) { _, y, _ in ruleY(y) },
  .init(name: "RuleMark(x:yStart:yEnd:)", ends: [.y]) { x, y, _ in ruleYEnds(x, y) },
  .init(name: "RuleMark(xStart:xEnd:y:)", ends: [.x]) { x, y, _ in ruleXEnds(x, y) },
  .init(name: "TextMark(x:y:)") { x, y, _ in text(x, y) },
  .init(name: "CalloutMark(x:y:)", seeksRoom: true) { x, y, _ in callout(x, y) },
  .init(name: "LabelMark(x:y:)", seeksRoom: true) { x, y, _ in label(x, y) },
  .init(name: "LabelMark(x:)", any: [.x], seeksRoom: true) { x, _, _ in labelX(x) },
  .init(name: "LabelMark(y:)", any: [.y], seeksRoom: true) { _, y, _ in labelY(y) },
  .init(name: "LabelMark(x:yStart:yEnd:)", seeksRoom: true, ends: [.y]) { x, y, _ in
    labelYEnds(x, y)
  },
  .init(name: "LabelMark(xStart:xEnd:y:)", seeksRoom: true, ends: [.x]) { x, y, _ in
    labelXEnds(x, y)
  },
  .init(name: "ArrowMark(from:to:)", ends: [.x, .y]) { x, y, _ in arrow(x, y) },
  .init(name: "BraceMark(x:atY:)", any: [.y], numbers: [.x], ends: [.x]) { x, y, _ in
    braceX(x, y)
  },
  .init(name: "BraceMark(y:atX:)", any: [.x], numbers: [.y], ends: [.y]) { x, y, isMirrored in
    braceY(x, y, isMirrored)
  },
  .init(name: "ChordMark(from:to:)", any: [], numbers: [.x, .y], ends: [.x, .y]) { x, y, _ in
    ChordMark(from: (x.startNumber, y.startNumber), to: (x.endNumber, y.endNumber))
  },
  .init(name: "LinePlot", any: [], numbers: [.x, .y], isFunction: true) { x, y, _ in
    LinePlot(x: "x", y: "y", domain: x.range, function: slope(x, y))
  },
  .init(name: "AreaPlot", any: [], numbers: [.x, .y], isFunction: true, zero: [.y]) { x, y, _ in
    AreaPlot(x: "x", y: "y", domain: x.range, function: slope(x, y))
  },
  .init(name: "BandMark", any: [], numbers: [.x, .y], isFunction: true) { x, y, _ in
    BandMark(
      x: "x", between: slope(x, y), and: { _ in y.startNumber }, domain: x.range)
  },
  .init(name: "HeatmapMark", any: [], numbers: [.x, .y], ends: [.x, .y]) { x, y, _ in
    HeatmapMark(x: x.range, y: y.range, columns: 3, rows: 2) { a, b in
      (a - x.startNumber) / (x.endNumber - x.startNumber)
        + (b - y.startNumber) / (y.endNumber - y.startNumber) / 2
    }
  },
  .init(name: "ContourMark", any: [], numbers: [.x, .y], ends: [.x, .y]) { x, y, _ in
    ContourMark(x: x.range, y: y.range, columns: 4, rows: 4, levels: [0.4, 0.9]) { a, b in
      (a - x.startNumber) / (x.endNumber - x.startNumber)
        + (b - y.startNumber) / (y.endNumber - y.startNumber) / 2
    }
  },
]

// MARK: - One line a mark

/// A straight line from the start of both values to the end.
private func slope(
  _ x: some AxisValue, _ y: some AxisValue
) -> @Sendable (Double) -> Double {
  {
    y.startNumber + (y.endNumber - y.startNumber) * ($0 - x.startNumber)
      / (x.endNumber - x.startNumber)
  }
}

private typealias V = AxisValue

private func bar(_ x: some V, _ y: some V) -> any ChartContent {
  BarMark(x: .value("x", x.value), y: .value("y", y.value))
}
private func barX(_ x: some V) -> any ChartContent { BarMark(x: .value("x", x.value)) }
private func barY(_ y: some V) -> any ChartContent { BarMark(y: .value("y", y.value)) }
private func barYEnds(_ x: some V, _ y: some V) -> any ChartContent {
  BarMark(x: .value("x", x.value), yStart: .value("y", y.start), yEnd: .value("y", y.end))
}
private func barXEnds(_ x: some V, _ y: some V) -> any ChartContent {
  BarMark(xStart: .value("x", x.start), xEnd: .value("x", x.end), y: .value("y", y.value))
}
private func barXEndsOnly(_ x: some V) -> any ChartContent {
  BarMark(xStart: .value("x", x.start), xEnd: .value("x", x.end))
}
private func barYEndsOnly(_ y: some V) -> any ChartContent {
  BarMark(yStart: .value("y", y.start), yEnd: .value("y", y.end))
}
private func point(_ x: some V, _ y: some V) -> any ChartContent {
  PointMark(x: .value("x", x.value), y: .value("y", y.value))
}
private func pointX(_ x: some V) -> any ChartContent { PointMark(x: .value("x", x.value)) }
private func pointY(_ y: some V) -> any ChartContent { PointMark(y: .value("y", y.value)) }
private func line(_ x: some V, _ y: some V) -> any ChartContent {
  LineMark(x: .value("x", x.value), y: .value("y", y.value))
}
private func lineSeries(_ x: some V, _ y: some V) -> any ChartContent {
  LineMark(x: .value("x", x.value), y: .value("y", y.value), series: .value("s", "one"))
}
private func area(_ x: some V, _ y: some V) -> any ChartContent {
  AreaMark(x: .value("x", x.value), y: .value("y", y.value))
}
private func areaSeries(_ x: some V, _ y: some V) -> any ChartContent {
  AreaMark(x: .value("x", x.value), y: .value("y", y.value), series: .value("s", "one"))
}
private func areaEnds(_ x: some V, _ y: some V) -> any ChartContent {
  AreaMark(x: .value("x", x.value), yStart: .value("y", y.start), yEnd: .value("y", y.end))
}
private func areaEndsSeries(_ x: some V, _ y: some V) -> any ChartContent {
  AreaMark(
    x: .value("x", x.value), yStart: .value("y", y.start), yEnd: .value("y", y.end),
    series: .value("s", "one"))
}
private func areaXEnds(_ x: some V, _ y: some V) -> any ChartContent {
  AreaMark(xStart: .value("x", x.start), xEnd: .value("x", x.end), y: .value("y", y.value))
}
private func cell(_ x: some V, _ y: some V) -> any ChartContent {
  RectangleMark(x: .value("x", x.value), y: .value("y", y.value))
}
private func rectangle(_ x: some V, _ y: some V) -> any ChartContent {
  RectangleMark(
    xStart: .value("x", x.start), xEnd: .value("x", x.end), yStart: .value("y", y.start),
    yEnd: .value("y", y.end), border: .primary)
}
private func rectangleX(_ x: some V) -> any ChartContent {
  RectangleMark(xStart: .value("x", x.start), xEnd: .value("x", x.end))
}
private func rectangleY(_ y: some V) -> any ChartContent {
  RectangleMark(yStart: .value("y", y.start), yEnd: .value("y", y.end))
}
private func column(_ x: some V, _ y: some V) -> any ChartContent {
  RectangleMark(x: .value("x", x.value), yStart: .value("y", y.start), yEnd: .value("y", y.end))
}
private func row(_ x: some V, _ y: some V) -> any ChartContent {
  RectangleMark(xStart: .value("x", x.start), xEnd: .value("x", x.end), y: .value("y", y.value))
}
private func ruleX(_ x: some V) -> any ChartContent { RuleMark(x: .value("x", x.value)) }
private func ruleY(_ y: some V) -> any ChartContent { RuleMark(y: .value("y", y.value)) }
private func ruleYEnds(_ x: some V, _ y: some V) -> any ChartContent {
  RuleMark(x: .value("x", x.value), yStart: .value("y", y.start), yEnd: .value("y", y.end))
}
private func ruleXEnds(_ x: some V, _ y: some V) -> any ChartContent {
  RuleMark(xStart: .value("x", x.start), xEnd: .value("x", x.end), y: .value("y", y.value))
}
private func text(_ x: some V, _ y: some V) -> any ChartContent {
  TextMark(x: .value("x", x.value), y: .value("y", y.value)) { Text("o") }
}
private func callout(_ x: some V, _ y: some V) -> any ChartContent {
  CalloutMark(x: .value("x", x.value), y: .value("y", y.value)) { Text("o") }
}
private func label(_ x: some V, _ y: some V) -> any ChartContent {
  LabelMark(x: .value("x", x.value), y: .value("y", y.value)) { Text("o") }
}
private func labelX(_ x: some V) -> any ChartContent {
  LabelMark(x: .value("x", x.value)) { Text("o") }
}
private func labelY(_ y: some V) -> any ChartContent {
  LabelMark(y: .value("y", y.value)) { Text("o") }
}
private func labelYEnds(_ x: some V, _ y: some V) -> any ChartContent {
  LabelMark(
    x: .value("x", x.value), yStart: .value("y", y.start), yEnd: .value("y", y.end)
  ) { Text("o") }
}
private func labelXEnds(_ x: some V, _ y: some V) -> any ChartContent {
  LabelMark(
    xStart: .value("x", x.start), xEnd: .value("x", x.end), y: .value("y", y.value)
  ) { Text("o") }
}
private func arrow(_ x: some V, _ y: some V) -> any ChartContent {
  ArrowMark(from: (x.start, y.start), to: (x.end, y.end))
}
private func braceX(_ x: some V, _ y: some V) -> any ChartContent {
  BraceMark(x: x.startNumber, x.endNumber, atY: y.value)
}
private func braceY(_ x: some V, _ y: some V, _ isMirrored: Bool) -> any ChartContent {
  BraceMark(
    y: y.startNumber, y.endNumber, atX: x.value, pointing: isMirrored ? .leading : .trailing)
}
