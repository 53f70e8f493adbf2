/// A part of a formula that is spoken as one: a letter, a number, a word, what stands in parentheses.
struct SpeechUnit {
  enum Content {
    case symbol(Symbol)
    case number(String)
    /// Upright letters, such as the name of a function.
    case word(String)
    case text([TextPiece])
    /// Units in braces of the source that carry scripts.
    case group([SpeechUnit])
    /// What lies between delimiters, and the delimiters; there is one more of these.
    case fence([Unicode.Scalar?], [[SpeechUnit]])
    /// What has a shape of its own, such as a fraction.
    case shape(Nucleus)
    /// A space as wide as an em or more.
    case gap
  }

  var content: Content
  var atomClass: AtomClass
  var sub: [Node]?
  var sup: [Node]?

  var hasScripts: Bool { sub != nil || sup != nil }

  /// The character as it was typed; nil for what is no single one.
  var source: Unicode.Scalar? {
    if case .symbol(let symbol) = content { symbol.source } else { nil }
  }

  /// Whether it is a letter of any alphabet.
  var isLetter: Bool { source?.properties.isAlphabetic ?? false }

  /// The content of a fence with these delimiters, in one piece; nil for others.
  func content(between left: Unicode.Scalar, _ right: Unicode.Scalar) -> [SpeechUnit]? {
    guard case .fence(let delimiters, let segments) = content, segments.count == 1,
      delimiters.first == left, delimiters.last == right
    else { return nil }
    return segments[0]
  }
}

extension SpeechUnit {
  /// Returns the units of a list: what only sets the layout is left out, digits are numbers, upright
  /// letters words, and delimiters have found their partners.
  static func units(of nodes: [Node]) -> [SpeechUnit] { paired(joined(plain(nodes))) }

  // MARK: What is heard

  private static func plain(_ nodes: [Node], isGroup: Bool = false) -> [SpeechUnit] {
    var units: [SpeechUnit] = []
    for node in nodes {
      switch node {
      case .space(let length):
        if length.unit == .em, length.value >= 1 {
          units.append(SpeechUnit(content: .gap, atomClass: .punct))
        }
      case .style, .size, .color: break
      case .wrapped(_, let inner), .sequence(let inner): units += plain(inner)
      case .choice(let lists): units += plain(lists.first ?? [])
      case .atom(let atom): units += plain(atom, isGroup: isGroup)
      }
    }
    return units
  }

  private static func plain(_ atom: Atom, isGroup: Bool) -> [SpeechUnit] {
    var unit = SpeechUnit(
      content: .gap, atomClass: atom.atomClass, sub: atom.subscript, sup: atom.superscript)
    var nucleus = atom.nucleus
    while true {
      switch nucleus {
      case .wrapped(_, let inner):
        nucleus = inner.nucleus
        unit.atomClass = inner.atomClass
      case .styled(_, let inner): nucleus = inner
      case .framed(let list, _), .boxed(let list), .background(let list, _), .raised(let list, _),
        .centered(let list):
        nucleus = .list(list)
      case .enclosed(let list, let enclosure) where enclosure != .strikeOut: nucleus = .list(list)
      case .phantom(let list, let phantom): nucleus = .list(phantom.visible ? list : [])
      case .rule: nucleus = .list([])
      case .bigDelimiter(let scalar, _):
        guard let scalar else { return [] }
        nucleus = .symbol(Symbol(scalar: scalar, source: scalar))
      case .symbol(let symbol):
        unit.content = .symbol(symbol)
        // A comma in braces belongs to a number.
        if isGroup, symbol.source == "," { unit.atomClass = .ord }
        return [unit]
      case .list(let list):
        let inner = plain(list, isGroup: list.count == 1)
        if unit.atomClass == .op, let name = name(inner) {
          unit.content = .word(name)
          return [unit]
        }
        guard unit.hasScripts else { return inner }
        let units = paired(joined(inner))
        if units.count == 1, !units[0].hasScripts {
          unit.content = units[0].content
        } else {
          unit.content = .group(units)
        }
        return [unit]
      case .text(let pieces):
        unit.content = .text(pieces)
        return [unit]
      case .fence(let node):
        unit.content = .fence(
          node.delimiters.map(\.scalar), node.segments.map { Self.units(of: $0) })
        return [unit]
      default:
        unit.content = .shape(nucleus)
        return [unit]
      }
    }
  }

  /// The letters of a function's name; nil for what is none.
  private static func name(_ units: [SpeechUnit]) -> String? {
    guard !units.isEmpty else { return nil }
    var name = String.UnicodeScalarView()
    for unit in units {
      guard case .symbol(let symbol) = unit.content, !unit.hasScripts,
        symbol.source.properties.isAlphabetic || "-\u{2010}".unicodeScalars.contains(symbol.source)
      else { return nil }
      name.append(symbol.source)
    }
    return String(name)
  }

  // MARK: Numbers and words

  private static func joined(_ units: [SpeechUnit]) -> [SpeechUnit] {
    var result: [SpeechUnit] = []
    var index = 0
    while index < units.count {
      var end = index
      func take(_ isPart: (Symbol, AtomClass) -> Bool) {
        end = index
        while end < units.count, case .symbol(let symbol) = units[end].content,
          isPart(symbol, units[end].atomClass)
        {
          end += 1
          if units[end - 1].hasScripts { break }
        }
      }
      take { symbol, atomClass in
        ("0"..."9").contains(symbol.source) && symbol.scalar != "𝟙"
          || (symbol.source == "." || symbol.source == "," && atomClass == .ord)
      }
      // A point at the end is a full stop.
      while end > index, !units[end - 1].isDigit { end -= 1 }
      if end > index, units[index..<end].contains(where: \.isDigit) {
        result.append(joint(units[index..<end], SpeechUnit.Content.number))
        index = end
        continue
      }
      take { symbol, atomClass in
        symbol.scalar == symbol.source && symbol.source.isASCIILetter && atomClass == .ord
      }
      if end > index + 1 {
        result.append(joint(units[index..<end], SpeechUnit.Content.word))
        index = end
        continue
      }
      if index + 1 < units.count, case .word("arg") = units[index].content,
        !units[index].hasScripts, case .word(let name) = units[index + 1].content,
        ["max", "min"].contains(name)
      {
        var joint = units[index + 1]
        joint.content = .word("arg" + name)
        result.append(joint)
        index += 2
        continue
      }
      result.append(units[index])
      index += 1
    }
    return result
  }

  private var isDigit: Bool { source.map { ("0"..."9").contains($0) } ?? false }

  /// Returns characters as one unit, which has the scripts of the last.
  private static func joint(
    _ units: ArraySlice<SpeechUnit>, _ content: (String) -> Content
  ) -> SpeechUnit {
    var text = String.UnicodeScalarView()
    for unit in units { if let source = unit.source { text.append(source) } }
    return SpeechUnit(
      content: content(String(text)), atomClass: .ord, sub: units.last?.sub, sup: units.last?.sup)
  }

  // MARK: Delimiters

  private static let partners: [Unicode.Scalar: Set<Unicode.Scalar>] = [
    "(": [")", "]"], "[": ["]", ")"], "{": ["}"], "⟨": ["⟩", "|"], "⌊": ["⌋"], "⌈": ["⌉"],
    "‖": ["‖"], "|": ["|", "⟩"], "⟦": ["⟧"], "⟪": ["⟫"],
  ]

  private static func paired(_ units: [SpeechUnit]) -> [SpeechUnit] {
    var open: [(unit: SpeechUnit, scalar: Unicode.Scalar, content: [SpeechUnit])] = []
    var current: [SpeechUnit] = []
    for unit in units {
      if let scalar = unit.source, unit.atomClass == .open, partners[scalar] != nil {
        open.append((unit, scalar, current))
        current = []
      } else if let scalar = unit.source, unit.atomClass == .close, let last = open.last,
        partners[last.scalar]?.contains(scalar) ?? false
      {
        open.removeLast()
        var fence = unit
        fence.atomClass = .inner
        fence.content = .fence([last.scalar, scalar], [bars(current)])
        current = last.content + [fence]
      } else {
        current.append(unit)
      }
    }
    // What never closes is a sign like others.
    while let last = open.popLast() { current = last.content + [last.unit] + current }
    return bars(current)
  }

  /// Returns the units with each pair of bars as delimiters; one bar alone is a sign.
  private static func bars(_ units: [SpeechUnit]) -> [SpeechUnit] {
    var units = units
    for bar in ["|", "‖"] as [Unicode.Scalar] {
      let places = units.indices.filter { units[$0].source == bar && units[$0].atomClass == .ord }
      guard !places.isEmpty, places.count.isMultiple(of: 2) else { continue }
      for pair in stride(from: places.count - 2, through: 0, by: -2) {
        let (left, right) = (places[pair], places[pair + 1])
        guard right > left + 1 else { continue }
        var fence = units[right]
        fence.atomClass = .inner
        fence.content = .fence([bar, bar], [Array(units[(left + 1)..<right])])
        units.replaceSubrange(left...right, with: [fence])
      }
    }
    return units
  }
}
