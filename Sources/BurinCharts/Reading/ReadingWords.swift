import BurinScales

/// The words in which the library speaks of a chart's data, in the language of the picture.
///
/// Chinese has its own; all other languages are spoken to in English, but for names and values,
/// which are the author's.
struct ReadingWords: Sendable {
  private let isChinese: Bool

  init(language: String) { isChinese = language.hasPrefix("zh") }

  /// Returns what belongs together, such as `Tue, Visits 19`.
  func list(_ parts: [String]) -> String { parts.joined(separator: isChinese ? "，" : ", ") }

  /// Returns things side by side, such as the points of a line.
  func items(_ parts: [String]) -> String { parts.joined(separator: isChinese ? "；" : "; ") }

  /// Returns sentences as a paragraph.
  func paragraph(_ sentences: [String]) -> String {
    isChinese
      ? sentences.map { $0 + "。" }.joined()
      : sentences.map { $0.prefix(1).uppercased() + $0.dropFirst() + "." }.joined(separator: " ")
  }

  /// Returns a name and what it has, such as `Product A: Jan, Visits 12`.
  func titled(_ name: String, _ text: String) -> String {
    name.isEmpty ? text : text.isEmpty ? name : name + (isChinese ? "：" : ": ") + text
  }

  /// Returns a quantity with its value, such as `Visits 19`.
  func quantity(_ name: String, _ value: String) -> String {
    name.isEmpty ? value : name + " " + value
  }

  /// Returns the ends of a stretch.
  func range(_ low: String, _ high: String) -> String {
    low == high ? low : isChinese ? "\(low) 至 \(high)" : "\(low) to \(high)"
  }

  func by(_ value: String, _ place: String) -> String {
    isChinese ? "\(value)（按\(place)）" : "\(value) by \(place)"
  }

  /// Returns a number of marks, such as `3 bars`.
  func count(_ count: Int, _ mark: String) -> String {
    if isChinese { return "\(count) 个\(Self.chinese[mark] ?? mark)" }
    return count == 1 ? "1 \(mark)" : "\(count) \(Self.plural(mark))"
  }

  /// Returns what a mark is called that explains the data, such as `reference line`.
  func explaining(_ mark: String) -> String {
    isChinese ? Self.chinese[mark] ?? mark : mark == "rule" ? "reference line" : mark
  }

  func categories(_ count: Int) -> String {
    isChinese ? "\(count) 个类别" : count == 1 ? "1 category" : "\(count) categories"
  }

  func more(_ count: Int) -> String { isChinese ? "另有 \(count) 个" : "\(count) more" }

  func largest(_ words: String) -> String { isChinese ? "最大：\(words)" : "largest: \(words)" }
  func smallest(_ words: String) -> String { isChinese ? "最小：\(words)" : "smallest: \(words)" }
  func first(_ words: String) -> String { isChinese ? "起点：\(words)" : "first: \(words)" }
  func last(_ words: String) -> String { isChinese ? "终点：\(words)" : "last: \(words)" }

  func axis(isHorizontal: Bool) -> String {
    isChinese
      ? isHorizontal ? "横轴" : "纵轴" : isHorizontal ? "horizontal axis" : "vertical axis"
  }

  var start: String { isChinese ? "起" : "start" }
  var end: String { isChinese ? "止" : "end" }
  var logarithmic: String { isChinese ? "对数刻度" : "logarithmic scale" }

  /// Returns what a chart of some marks is called.
  func chart(of marks: [String]) -> String {
    if let mark = marks.first, marks.count == 1 {
      if isChinese { return Self.chineseCharts[mark] ?? "图表" }
      return Self.charts[mark] ?? "Chart of \(Self.plural(mark))"
    }
    if isChinese {
      return marks.isEmpty
        ? "图表" : marks.map { Self.chinese[$0] ?? $0 }.joined(separator: "、") + "组合图"
    }
    guard let last = marks.last else { return "Chart" }
    return "Chart of "
      + marks.dropLast().map(Self.plural).joined(separator: ", ") + " and " + Self.plural(last)
  }

  private static func plural(_ mark: String) -> String { mark + "s" }

  private static let charts = [
    "bar": "Bar chart", "line": "Line chart", "curve": "Line chart", "area": "Area chart",
    "point": "Scatter plot", "sector": "Pie chart", "heat map": "Heat map",
    "contour": "Contour plot",
  ]

  private static let chineseCharts = [
    "bar": "条形图", "line": "折线图", "curve": "曲线图", "area": "面积图", "point": "散点图",
    "sector": "饼图", "heat map": "热力图", "contour": "等值线图", "rectangle": "矩形图",
  ]

  private static let chinese = [
    "bar": "条形", "line": "折线", "curve": "曲线", "area": "面积", "point": "点", "sector": "扇形",
    "heat map": "热力图", "contour": "等值线", "rectangle": "矩形", "rule": "参考线", "text": "文字",
    "label": "标签", "arrow": "箭头", "brace": "括线", "callout": "标注", "chord": "弦线",
  ]
}
