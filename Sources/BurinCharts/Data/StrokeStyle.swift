public import BurinScene

/// The form of a line's open ends.
public typealias CGLineCap = Stroke.Cap
/// The form of a line's corners.
public typealias CGLineJoin = Stroke.Join

/// The width, the dashes, the ends and the corners of a line.
///
/// ```swift
/// RuleMark(y: .value("Limit", 80)).lineStyle(StrokeStyle(lineWidth: 1, dash: [4, 3]))
/// ```
public struct StrokeStyle: Hashable, Sendable {
  /// The width, in points.
  public var lineWidth: Double
  /// The form of open ends; nil for what suits the mark.
  public var lineCap: CGLineCap?
  /// The form of corners; nil for what suits the mark.
  public var lineJoin: CGLineJoin?
  /// How far pointed corners may reach, in half widths; scenes have 10.
  public var miterLimit: Double
  /// Lengths of dashes and gaps in turn, in points; empty for a solid line.
  public var dash: [Double]
  /// How far along the dashes the line begins, in points.
  public var dashPhase: Double

  /// Creates a style.
  public init(
    lineWidth: Double = 1, lineCap: CGLineCap? = nil, lineJoin: CGLineJoin? = nil,
    miterLimit: Double = 10, dash: [Double] = [], dashPhase: Double = 0
  ) {
    self.lineWidth = lineWidth
    self.lineCap = lineCap
    self.lineJoin = lineJoin
    self.miterLimit = miterLimit
    self.dash = dash
    self.dashPhase = dashPhase
  }

  /// The dashes from where the line begins.
  var shiftedDash: [Double] {
    let lengths = dash.count.isMultiple(of: 2) ? dash : dash + dash
    let period = lengths.reduce(0, +)
    guard dashPhase != 0, dashPhase.isFinite, period > 0, period.isFinite else { return dash }
    var rest = dashPhase - (dashPhase / period).rounded(.down) * period
    var index = 0
    while index < lengths.count - 1, rest >= lengths[index] {
      rest -= lengths[index]
      index += 1
    }
    if rest == 0, index.isMultiple(of: 2) { return Array(lengths[index...] + lengths[..<index]) }
    let rotated = lengths[(index + 1)...] + lengths[..<index]
    // The piece that the phase cuts is there at both ends: a dash, or a gap behind no dash.
    return index.isMultiple(of: 2)
      ? [lengths[index] - rest] + rotated + [rest, 0]
      : [0, lengths[index] - rest] + rotated + [rest]
  }
}

extension ChartContent {
  /// Sets the width of lines, their dashes, ends and corners.
  public func lineStyle(_ style: StrokeStyle) -> StyledChartContent<Self> {
    var modifiers: MarkModifiers = [.lineWidth]
    if !style.dash.isEmpty { modifiers.insert(.dash) }
    return StyledChartContent(content: self, modifiers: modifiers) { $0.setLineStyle(style) }
  }
}

extension ChartCollector {
  /// Sets everything about the strokes of marks; notes what has no effect.
  mutating func setLineStyle(_ style: StrokeStyle) {
    let dash = style.shiftedDash
    if let value = ([style.lineWidth] + dash).first(where: { !MarkStyle.lengths.contains($0) }) {
      note(.init(modifier: "lineStyle", value: value, range: MarkStyle.lengths))
      return
    }
    if style.miterLimit != 10 {
      note(
        Diagnostic("lineStyle's miterLimit has no effect; pointed corners end at 10 half widths"))
    }
    self.style.lineWidth = style.lineWidth
    self.style.dash = dash
    self.style.lineCap = style.lineCap
    self.style.lineJoin = style.lineJoin
  }
}
