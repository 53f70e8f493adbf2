/// Colours as the only name of what a text speaks of, such as "the red dots": readers who do not see
/// them cannot know which dots are meant.
enum ColorWords {
  private static let colors: Set<String> = [
    "red", "orange", "yellow", "green", "blue", "purple", "violet", "pink", "brown", "grey", "gray",
    "black", "white", "teal", "cyan",
  ]

  private static let shapes: Set<String> = [
    "dot", "point", "line", "curve", "bar", "area", "region", "band", "box", "square", "circle",
    "tile", "column", "sector", "arrow", "cell", "segment", "surface",
  ]

  private static let chineseColors = "红橙黄绿蓝紫粉棕褐灰黑白青"

  /// Shapes that are meant where a colour stands right before them: 红线.
  private static let closeShapes = [
    "圆点", "点", "曲线", "虚线", "实线", "直线", "线", "柱", "框", "块",
  ]

  /// Shapes that make another word with a colour right before them, such as 粉条, noodles.
  private static let looseShapes = ["条", "带", "格", "区域", "面积", "方块", "方格", "圆", "箭头"]

  /// Returns the first colour and shape of a text; nil where there are none.
  ///
  /// ```swift
  /// ColorWords.first(in: "The red dots lie above the line")  // "red dots"
  /// ColorWords.first(in: "红色的圆点在线的上方")                   // "红色的圆点"
  /// ```
  static func first(in text: String) -> String? {
    let words = text.split { !$0.isLetter }.map(String.init)
    for (word, next) in zip(words, words.dropFirst()) where colors.contains(word.lowercased()) {
      let noun = next.lowercased()
      let singulars = [
        noun, noun.hasSuffix("s") ? String(noun.dropLast()) : "",
        noun.hasSuffix("es") ? String(noun.dropLast(2)) : "",
      ]
      if singulars.contains(where: shapes.contains) { return "\(word) \(next)" }
    }
    for index in text.indices where chineseColors.contains(text[index]) {
      let behind = text[text.index(after: index)...]
      var rest = behind
      if rest.first == "色" { rest = rest.dropFirst() }
      if rest.first == "的" { rest = rest.dropFirst() }
      let shapes = closeShapes + (rest.count < behind.count ? looseShapes : [])
      if let shape = shapes.first(where: { rest.hasPrefix($0) }) {
        return String(text[index..<rest.startIndex]) + shape
      }
    }
    return nil
  }
}
