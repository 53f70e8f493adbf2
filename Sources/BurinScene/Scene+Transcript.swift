import BurinGeometry

extension Scene {
  /// What a screen reader says of the picture as SVG, a line for each stop.
  ///
  /// ```swift
  /// print(try chart.scene(RenderOptions(title: "Rain")).scene.transcript)
  /// // title: Rain
  /// // description: Bar chart: Rain by Day. 2 bars; largest: Mon, Rain 3; smallest: Tue, Rain 1.
  /// // chart: Bar chart: …
  /// //   mark: Mon, Rain 3
  /// ```
  ///
  /// Texts are in reading order, formulas in words within their line. The values along an axis are one
  /// line. What is hidden from readers is not there.
  public var transcript: String {
    var transcript = Transcript()
    if !title.isEmpty { transcript.add("title: " + title) }
    if !altText.isEmpty { transcript.add("description: " + altText) }
    transcript.read(items)
    return transcript.lines.joined(separator: "\n")
  }
}

private struct Transcript {
  var lines: [String] = []
  private var depth = 0

  mutating func add(_ line: String) {
    let text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if !text.isEmpty { lines.append(String(repeating: "  ", count: depth) + text) }
  }

  mutating func read(_ items: [SceneItem]) {
    var runs: [SceneItem] = []
    for item in items {
      switch item {
      case .glyphs: runs.append(item)
      case .group(let group) where group.role == .formula || group.role == .part:
        runs.append(item)
      case .group(let group):
        add(runs.spokenLine)
        runs = []
        read(group)
      case .path, .image, .points, .rects, .sectors: break
      }
    }
    add(runs.spokenLine)
  }

  private mutating func read(_ group: SceneGroup) {
    guard group.label != "" else { return }
    if let words = group.spokenText {
      add("\(group.role == .mark ? "mark" : "figure"): " + words)
      return
    }
    switch group.role {
    case .chart, .mark:
      guard let words = group.dataLabel else { return read(group.items) }
      add("\(group.role.rawValue): " + words)
      // A mark says all of its content.
      guard group.role == .chart else { return }
      depth += 1
      read(group.items)
      depth -= 1
    case .axis:
      if let words = group.dataLabel { add("axis: " + words) }
      var ticks: [String] = []
      var others: [SceneItem] = []
      for item in group.items {
        if case .group(let tick) = item, tick.role == .tick {
          var inner = Transcript()
          inner.read(tick.items)
          ticks += inner.lines
        } else {
          others.append(item)
        }
      }
      if !ticks.isEmpty { add("ticks: " + ticks.joined(separator: ", ")) }
      read(others)
    case .table:
      guard !group.name.isEmpty else {
        add("table:")
        depth += 1
        read(group.items)
        depth -= 1
        return
      }
      var cells: [String] = []
      for case .group(let cell) in group.items where cell.role != .decoration {
        var inner = Transcript()
        inner.read([.group(cell)])
        // Empty cells are spoken too, so that listeners can match the others with their heads.
        cells.append(inner.lines.isEmpty ? "blank" : inner.lines.joined(separator: " "))
      }
      add((group.name == "head" ? "head: " : "row: ") + cells.joined(separator: " | "))
    default: read(group.items)
    }
  }
}

extension [SceneItem] {
  /// The words of runs and formulas side by side, as one line.
  fileprivate var spokenLine: String {
    var line = ""
    var baseline: Double?
    func append(_ text: String, at y: Double?) {
      if let last = baseline, let y, abs(y - last) > 2, let end = line.last, end.isASCII {
        // The next line of a text.
        line += " "
      }
      baseline = y ?? baseline
      line += text
    }
    for item in self {
      switch item {
      case .glyphs(let run): append(run.text, at: run.glyphs.first?.position.y)
      case .group(let group):
        guard group.label != "" else { continue }
        guard group.role == .formula else {
          append(group.items.spokenLine, at: nil)
          continue
        }
        let words = group.label ?? group.dataLabel ?? group.name
        if let end = line.last, end != " ", !"（“(".contains(end) { line += " " }
        line += words
        baseline = nil
        // A sign that follows belongs to the line.
        line += " "
      case .path, .image, .points, .rects, .sectors: break
      }
    }
    return line.replacing(" ,", with: ",").replacing(" .", with: ".").replacing(" ，", with: "，")
      .replacing(" 。", with: "。").replacing(" ：", with: "：").replacing(" :", with: ":")
      .replacing(" )", with: ")").replacing(" ）", with: "）").replacing(" ；", with: "；").replacing(
        " ;", with: ";"
      ).replacing(" （", with: "（")
  }
}
