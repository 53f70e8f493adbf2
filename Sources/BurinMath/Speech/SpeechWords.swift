/// The words in which formulas are spoken: Chinese for languages that begin with `zh`, else English.
///
/// Signs, letters and functions stand in `SpeechWords+Signs.swift`.
struct SpeechWords: Sendable {
  let isChinese: Bool

  init(language: String) { isChinese = language.hasPrefix("zh") }

  /// Returns the English or the Chinese form.
  func either(_ english: String, _ chinese: String) -> String { isChinese ? chinese : english }

  // MARK: Joining

  /// Returns parts as one line: punctuation joins what is before it, and there is no space between
  /// Chinese characters.
  func sentence(_ parts: [String]) -> String {
    var text = ""
    for part in parts where !part.isEmpty {
      if let last = text.last, ",，".contains(last), let first = part.first, ",;:，；：".contains(first)
      {
        text.removeLast()
      }
      text += spaced(part, after: text)
    }
    return text
  }

  /// Returns what follows a text, with a space in between where there is to be one.
  func spaced(_ part: String, after text: String) -> String {
    guard let last = text.unicodeScalars.last, let first = part.unicodeScalars.first else {
      return part
    }
    if ",;:.，；：。）%‰°!".unicodeScalars.contains(first) { return part }
    if "，；：。（）".unicodeScalars.contains(last) || first == "（" || last.isChinese && first.isChinese {
      return part
    }
    return " " + part
  }

  /// Returns things side by side.
  func listed(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: either(", ", "，"))
  }

  /// Returns the lines of a formula.
  func lines(_ parts: [String]) -> String { parts.joined(separator: either("; ", "；")) }

  var pause: String { either(",", "，") }

  func punctuation(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case ",": either(",", "，")
    case ";": either(";", "；")
    case ".": either("point", "点")
    default: sign(scalar) ?? String(scalar)
    }
  }

  // MARK: Products and functions

  /// What stands for a formula that is too long to be read.
  var longFormula: String { either("a long formula", "一个很长的公式") }
  var times: String { either("times", "乘以") }
  var negative: String { either("minus", "负") }
  var positive: String { either("plus", "正") }
  var factorial: String { either("factorial", "的阶乘") }
  var exclamationMark: String { either("exclamation mark", "感叹号") }
  var indicator: String { either("the indicator", "指示函数") }
  var laplacian: String { either("the Laplacian", "拉普拉斯算子") }
  var divergenceOfField: String { either("the divergence", "散度") }
  var curl: String { either("the curl", "旋度") }
  var dots: String { either("and so on", "省略号") }
  var given: String { either("given", "给定") }
  var relativeTo: String { either("relative to", "相对于") }
  var suchThat: String { either("such that", "满足") }
  var approaches: String { either("approaches", "趋于") }
  var integral: String { either("the integral", "积分") }

  /// The word between a function and its argument.
  func ofArgument(isLarge: Bool) -> String { either("of", isLarge ? "，" : "") }

  /// Returns a function of names, such as `P of x`.
  func applied(_ name: String, to argument: String, isWord: Bool) -> String {
    if isChinese, Self.possessed.contains(name) { return sentence([argument, "的\(name)"]) }
    return isChinese
      ? sentence(isWord || name.hasSuffix("，") ? [name, argument] : [name, "括号", argument])
      : "\(name) of \(argument)"
  }

  /// Returns a function of what stands in parentheses that are spoken.
  func applied(_ name: String, toComplex argument: String) -> String {
    sentence(isChinese ? [name, argument] : [name, "of", argument])
  }

  func divergence(_ name: String) -> String { either("\(name) divergence", "\(name) 散度") }
  var totalVariation: String { either("total variation distance", "全变差距离") }

  func divergence(_ name: String, of first: String, from second: String) -> String {
    isChinese
      ? sentence([first, "相对于", second, "的", name]) : "\(name) of \(first) from \(second)"
  }

  func expectation(over sub: String?) -> String {
    guard let sub else { return either("the expected value", "期望") }
    return isChinese ? sentence(["对", sub, "求期望，"]) : "the expected value over \(sub)"
  }

  func inverse(_ function: String) -> String { either("inverse \(function)", "反\(function)") }

  /// Returns a large operator with its limits: `the sum from i equals 1 to n`.
  func large(
    _ scalar: Unicode.Scalar, from low: String?, to high: String?, isEquation: Bool
  ) -> String {
    let name = largeName(scalar)
    guard isChinese else {
      switch (low, high) {
      case (let low?, let high?): return "the \(name) from \(low) to \(high)"
      case (let low?, nil): return "the \(name) \(isEquation ? "with" : "over") \(low)"
      case (nil, let high?): return "the \(name) to \(high)"
      case (nil, nil): return "the \(name)"
      }
    }
    switch (low, high) {
    case (let low?, let high?): return sentence([isEquation ? "" : "从", low, "到", high, name])
    case (let low?, nil): return sentence([isEquation ? "" : "对", low, name])
    case (nil, let high?): return sentence(["到", high, name])
    case (nil, nil): return name
    }
  }

  // MARK: Shapes

  func fraction(_ top: String, _ bottom: String, isSimple: Bool) -> String {
    guard isSimple else {
      return isChinese
        ? sentence(["分数，分子", top, "，分母", bottom, "，分数结束"])
        : "the fraction \(top), over \(bottom), end fraction"
    }
    if isChinese { return sentence([bottom, "分之", top]) }
    if top == "1", let name = ["2": "half", "3": "third", "4": "quarter"][bottom] {
      return "one \(name)"
    }
    return "\(top) over \(bottom)"
  }

  func binomial(_ top: String, _ bottom: String, isSimple: Bool) -> String {
    isChinese
      ? sentence(["从", top, "个中选", bottom, "个的组合数"])
      : isSimple ? "\(top) choose \(bottom)" : "the binomial \(top), choose \(bottom), end binomial"
  }

  func root(_ radicand: String, degree: String?, isSimple: Bool) -> String {
    let name: String
    if let degree, degree != "2" {
      name =
        isChinese
        ? sentence([degree, "次根号"])
        : degree == "3" ? "cube root" : "\(Self.ordinal(degree)) root"
    } else {
      name = either("square root", "根号")
    }
    if isChinese {
      return sentence(isSimple ? [name, radicand] : [name, "下", radicand, "，根号结束"])
    }
    return "the \(name) of \(radicand)" + (isSimple ? "" : ", end root")
  }

  private static func ordinal(_ word: String) -> String {
    if word.hasSuffix("11") || word.hasSuffix("12") || word.hasSuffix("13") { return word + "th" }
    return switch word.last {
    case "1": word + "st"
    case "2": word + "nd"
    case "3": word + "rd"
    default: word.allSatisfy(\.isNumber) ? word + "th" : word + "-th"
    }
  }

  func grouped(_ text: String, isSimple: Bool) -> String {
    isSimple ? text : either("the group \(text), end group", sentence(["整体", text, "，整体结束"]))
  }

  /// Returns what stands between delimiters.
  func fenced(
    _ left: Unicode.Scalar?, _ content: String, _ right: Unicode.Scalar?, isSimple: Bool = false
  ) -> String {
    func named(_ english: String, _ chinese: String) -> String {
      isChinese
        ? sentence(isSimple ? [content, "的\(chinese)"] : [chinese, content, "，\(chinese)结束"])
        : isSimple ? "the \(english) of \(content)" : "the \(english) of \(content), end \(english)"
    }
    switch (left, right) {
    case ("|", "|"): return named("absolute value", "绝对值")
    case ("‖", "‖"): return named("norm", "范数")
    case ("⌊", "⌋"): return named("floor", "下取整")
    case ("⌈", "⌉"): return named("ceiling", "上取整")
    case ("{", "}"):
      return isChinese ? sentence(["集合", content, "，集合结束"]) : "the set \(content), end set"
    case (nil, "|"): return isChinese ? sentence([content, "，取值于"]) : "\(content), evaluated"
    case (nil, nil): return content
    default:
      return sentence([left.map(delimiter) ?? "", content, right.map(delimiter) ?? ""])
    }
  }

  func delimiter(_ scalar: Unicode.Scalar) -> String {
    if let name = delimiters[scalar] { return name }
    return sign(scalar) ?? String(scalar)
  }

  /// The word for a delimiter in the middle.
  func middle(_ scalar: Unicode.Scalar?, left: Unicode.Scalar?, right: Unicode.Scalar?) -> String {
    switch scalar {
    case "|", "∣": left == "{" ? suchThat : left == "⟨" ? delimiter("|") : given
    case "‖", "∥": relativeTo
    case nil: ""
    default: delimiter(scalar ?? "|")
    }
  }

  func interval(_ low: String, _ high: String, isOpen: (Bool, Bool)) -> String {
    let name =
      switch isOpen {
      case (true, true): either("the open interval", "开区间")
      case (false, false): either("the closed interval", "闭区间")
      case (true, false): either("the left-open interval", "左开右闭区间")
      case (false, true): either("the right-open interval", "左闭右开区间")
      }
    return isChinese ? sentence([name, low, "到", high]) : "\(name) from \(low) to \(high)"
  }

  func isMembership(_ word: String) -> Bool {
    [sign("∈"), sign("⊂"), sign("⊆"), sign("∖"), sign("∪"), sign("∩")].contains(word)
  }

  func accented(_ base: String, _ scalar: Unicode.Scalar, isSimple: Bool) -> String {
    guard let name = accents[scalar] else { return base }
    if "\u{20D7}\u{20D1}".unicodeScalars.contains(scalar) {
      return isChinese ? sentence(["向量", base]) : "vector \(base)"
    }
    if isChinese { return sentence(isSimple ? [base, name] : [base, "，整体", name]) }
    return isSimple ? "\(base) \(name)" : "\(base), all with \(name)"
  }

  func barred(_ base: String, over: Bool, isSimple: Bool) -> String {
    if over { return accented(base, "\u{304}", isSimple: isSimple) }
    return isChinese ? sentence([base, "下划线"]) : "\(base) underlined"
  }

  func braced(_ base: String, label: String?, under: Bool) -> String {
    guard let label else { return base }
    return isChinese
      ? sentence([base, under ? "（下方标注" : "（上方标注", label, "）"])
      : "\(base), labelled \(label),"
  }

  func stacked(_ base: String, above: String?, below: String?) -> String {
    if above == nil, below == nil { return base }
    var parts = [base, pause]
    if let above { parts += isChinese ? ["上方为", above, pause] : ["with", above, "above", pause] }
    if let below { parts += isChinese ? ["下方为", below, pause] : ["with", below, "below", pause] }
    return sentence(parts)
  }

  /// Returns an arrow with what stands above it.
  func arrow(_ name: String, through label: String) -> String {
    isChinese ? sentence(["经", label, name]) : "by \(label) \(name)"
  }

  func crossedOut(_ text: String) -> String {
    either("crossed-out \(text)", sentence(["划去的", text]))
  }

  func cancelled(_ text: String, to value: String) -> String {
    isChinese ? sentence([text, "约为", value]) : "\(text) cancelled to \(value)"
  }

  func not(_ relation: String) -> String { either("not \(relation)", "不\(relation)") }

  func cases(_ rows: [String]) -> String {
    let rows = rows.enumerated().map { index, row in
      isChinese ? "第 \(index + 1) 种：\(row)" : "case \(index + 1): \(row)"
    }
    return isChinese
      ? "分 \(rows.count) 种情况，\(lines(rows))；情况结束"
      : "\(rows.count == 1 ? "1 case" : "\(rows.count) cases"), \(lines(rows)); end cases"
  }

  func matrix(_ rows: [[String]], columns: Int, isDeterminant: Bool) -> String {
    if columns == 1, rows.count > 1, !isDeterminant {
      return isChinese
        ? "列向量：\(listed(rows.flatMap { $0 }))；列向量结束"
        : "the column vector \(listed(rows.flatMap { $0 })), end vector"
    }
    let lines = lines(
      rows.enumerated().map { index, row in
        (isChinese ? "第 \(index + 1) 行：" : "row \(index + 1): ") + listed(row)
      })
    let name = isDeterminant ? either("determinant", "行列式") : either("matrix", "矩阵")
    return isChinese
      ? "\(rows.count) 行 \(columns) 列\(name)，\(lines)；\(name)结束"
      : "the \(rows.count) by \(columns) \(name), \(lines); end \(name)"
  }

  func tagged(_ tag: String) -> String { isChinese ? sentence(["编号", tag]) : "numbered \(tag)" }

  // MARK: Scripts

  func scripted(_ base: String, sub: String, isSimple: Bool) -> String {
    isChinese
      ? sentence([base, "下标", sub, isSimple ? "" : "，下标结束，"])
      : "\(base) sub \(sub)" + (isSimple ? "" : ", end sub,")
  }

  func primed(_ base: String, _ count: Int) -> String {
    if isChinese {
      return sentence([base, count == 1 ? "撇" : count == 2 ? "两撇" : "\(count) 撇"])
    }
    return base + (count == 1 ? " prime" : count == 2 ? " double prime" : " \(count) primes")
  }

  func transposed(_ base: String) -> String {
    sentence([base, either("transpose", "的转置")])
  }

  func inverted(_ base: String) -> String { sentence([base, either("inverse", "的逆")]) }

  /// Returns a sequence with the values of its index.
  func ranged(_ text: String, from low: String, to high: String?) -> String {
    guard let high else { return isChinese ? sentence([text, "，", low]) : "\(text), with \(low)" }
    return isChinese ? sentence([text, "，", low, "到", high]) : "\(text), from \(low) to \(high)"
  }

  /// Returns a name with a sign above its end; nil for a power.
  func raised(_ base: String, _ scalar: Unicode.Scalar) -> String? {
    let word: String
    switch scalar {
    case "*", "∗", "⋆": word = either("star", "星")
    case "+": word = either("plus", "上标加号")
    case "-", "−": word = either("minus", "上标减号")
    case "†": word = either("dagger", "的共轭转置")
    case "°", "∘": word = either("degrees", "度")
    case "⊥": word = either("perpendicular", "的正交补")
    default: return nil
    }
    return sentence([base, word])
  }

  func superscripted(_ base: String, _ text: String, isBelow: Bool = false) -> String {
    sentence([base, isBelow ? either("subscript", "下标") : either("superscript", "上标"), text])
  }

  func power(_ base: String, _ exponent: String, isSimple: Bool) -> String {
    if exponent == "2" { return sentence([base, either("squared", "的平方")]) }
    if exponent == "3" { return sentence([base, either("cubed", "的立方")]) }
    if isChinese {
      return sentence(
        isSimple ? [base, "的", exponent, "次方"] : [base, "的指数", exponent, "，指数结束，"])
    }
    return "\(base) to the power \(exponent)" + (isSimple ? "" : ", end power,")
  }
}

extension Unicode.Scalar {
  /// Whether it is set without spaces to its neighbours, as Chinese is.
  fileprivate var isChinese: Bool {
    (0x2E80...0x9FFF).contains(value) || (0xF900...0xFAFF).contains(value)
      || (0xFF00...0xFFEF).contains(value) || (0x20000...0x3FFFF).contains(value)
  }
}
