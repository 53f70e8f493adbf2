import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Runs on one line that are read together.
  struct Line {
    var text: String
    var first: Text
    var bounds: Rect
  }

  /// Returns the lines of all texts, in painting order; scripts and parts of fractions are separate
  /// lines.
  func textLines() -> [Line] {
    var lines: [(line: Line, end: Double, baseline: Double)] = []
    for text in texts {
      let start = text.ink.transform.apply(text.run.glyphs.first?.position ?? .zero)
      let end = start.x + text.run.advance * text.ink.scale
      let size = text.run.size * text.ink.scale
      if var last = lines.last, abs(last.baseline - start.y) < 1,
        text.ink.transform == last.line.first.ink.transform,
        start.x >= last.end - 0.2 * size, start.x < last.end + 0.6 * size,
        text.ink.group(.tick) == last.line.first.ink.group(.tick)
      {
        if start.x > last.end + 0.12 * size { last.line.text += " " }
        last.line.text += text.run.text
        last.line.bounds = last.line.bounds.union(text.ink.bounds)
        last.end = end
        lines[lines.count - 1] = last
      } else {
        lines.append(
          (Line(text: text.run.text, first: text, bounds: text.ink.bounds), end, start.y))
      }
    }
    return lines.map(\.line)
  }
}
