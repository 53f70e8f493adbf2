/// Puts the units of a formula into words, one list after the other.
struct SpeechReader {
  let words: SpeechWords
  private let effort = Effort()

  /// How many units have been read, by all readers of a formula.
  ///
  /// Rules that look ahead may read a part twice, which would double with depth.
  private final class Effort {
    var units = 0
  }

  /// The most units that are read for a formula; one of a page has some hundred.
  private static let unitLimit = 4_000

  /// Whether the formula was too long to be read to its end.
  var gaveUp: Bool { effort.units > Self.unitLimit }

  /// How arrows are read: in the subscript of a limit a variable approaches its value.
  private var approaches = false
  /// Whether relations tell of what is named, as in “the sum over x in A”, and lack their verb.
  private var isAttribute = false

  init(words: SpeechWords) { self.words = words }

  /// A part of what is said.
  private struct Piece {
    enum Kind: Equatable {
      /// What can be multiplied; a plain one stands beside another without a word between them.
      case operand(isPlain: Bool)
      /// What is followed by its argument.
      case function, large
      case binary, relation, punctuation, text
    }
    var text: String
    var kind: Kind
    /// Whether a letter or a number comes first, which another may precede.
    var beginsPlain = false

    var isOperand: Bool { if case .operand = kind { true } else { false } }
    var isPlain: Bool { if case .operand(true) = kind { true } else { false } }
    var isLarge: Bool { if case .large = kind { true } else { false } }
    /// Whether an operand may follow as its argument.
    var takesArgument: Bool {
      switch kind {
      case .function, .large: true
      default: false
      }
    }
  }

  /// Returns a list in words.
  func spoken(_ nodes: [Node]) -> String { spoken(SpeechUnit.units(of: nodes)) }

  // MARK: Lists

  func spoken(_ units: [SpeechUnit]) -> String {
    effort.units += 1 + units.count
    if gaveUp { return "" }
    var pieces: [Piece] = []
    var index = 0
    var hasIntegral = false
    var reader = self
    while index < units.count {
      let unit = units[index]
      let next = index + 1 < units.count ? units[index + 1] : nil
      if case .gap = unit.content {
        if let last = pieces.last, last.kind != .punctuation, next != nil {
          pieces.append(Piece(text: words.pause, kind: .punctuation))
        }
        index += 1
        continue
      }
      if let next, let piece = application(unit, next) {
        append(piece, to: &pieces)
        index += 2
        continue
      }
      if let interval = interval(unit, after: pieces.last) {
        append(Piece(text: interval, kind: .operand(isPlain: false)), to: &pieces)
        index += 1
        continue
      }
      let isDifferential = unit.source == "d" && !unit.hasScripts && next?.isLetter ?? false
      if isDifferential, hasIntegral {
        pieces.append(Piece(text: words.pause, kind: .punctuation))
        pieces.append(Piece(text: "d", kind: .operand(isPlain: true)))
        index += 1
        continue
      }
      if unit.source == "d" || unit.source == "∂", index == 0, next?.isLetter ?? false {
        pieces.append(Piece(text: self.piece(of: unit).text, kind: .text))
        index += 1
        continue
      }
      if unit.source == "∇", !unit.hasScripts, let sign = next?.source,
        "⋅·×".unicodeScalars.contains(sign)
      {
        pieces.append(
          Piece(text: sign == "×" ? words.curl : words.divergenceOfField, kind: .function))
        index += 2
        continue
      }
      if let source = unit.source, (0x222B...0x2233).contains(source.value) { hasIntegral = true }
      var piece = reader.piece(of: unit)
      if let source = unit.source, ["∀", "∃", "∄"].contains(source) { reader.isAttribute = true }
      if piece.kind == .relation { reader.isAttribute = isAttribute }
      if unit.source == "!", pieces.isEmpty {
        piece = Piece(text: words.exclamationMark, kind: .text)
      }
      if unit.source == "-" || unit.source == "−" || unit.source == "+", unit.atomClass == .bin,
        !unit.hasScripts, isStart(pieces.last)
      {
        piece.text = unit.source == "+" ? words.positive : words.negative
      }
      append(piece, to: &pieces)
      index += 1
    }
    return joined(pieces)
  }

  /// Whether what follows a piece begins a term.
  private func isStart(_ piece: Piece?) -> Bool {
    guard let piece else { return true }
    switch piece.kind {
    case .operand, .text: return false
    default: return true
    }
  }

  /// Adds a piece, and a word of multiplication where two factors would be heard as one.
  private func append(_ piece: Piece, to pieces: inout [Piece]) {
    if piece.text.isEmpty { return }
    if let last = pieces.last, last.isOperand, piece.isOperand || piece.takesArgument,
      !(last.isPlain && (piece.isPlain || piece.beginsPlain))
    {
      pieces.append(Piece(text: words.times, kind: .binary))
    }
    pieces.append(piece)
  }

  private func joined(_ pieces: [Piece]) -> String {
    var parts: [String] = []
    for (index, piece) in pieces.enumerated() {
      parts.append(piece.text)
      guard piece.takesArgument, index + 1 < pieces.count else { continue }
      let next = pieces[index + 1]
      let isArgument =
        next.isOperand || next.takesArgument || next.text == words.negative
      if case .text = next.kind {
        parts.append(words.ofArgument(isLarge: piece.isLarge))
      } else if isArgument {
        parts.append(words.ofArgument(isLarge: piece.isLarge))
      }
    }
    return words.sentence(parts)
  }

  // MARK: Functions

  /// Letters that stand for functions wherever a parenthesis follows them.
  private static let functionLetters = Set("fghFGHIJKLPQDESVpquφϕψΦΨΓζδσμρπ".unicodeScalars)

  /// Returns a function with its argument; nil for other pairs.
  private func application(_ function: SpeechUnit, _ argument: SpeechUnit) -> Piece? {
    guard let content = arguments(of: function, in: argument) else { return nil }
    let name: String
    if let divergence = divergence(function) {
      name = divergence
    } else if isExpectation(function) {
      name = words.expectation(over: function.sub.map(below))
    } else if isIndicator(function) {
      name = words.indicator
    } else if case .word = function.content, function.atomClass == .op {
      name = self.function(function)
    } else {
      name = piece(of: function).text
    }
    var text: String
    let parts = content.split { isDouble($0) }
    if let divergence = divergence(function), parts.count == 2 {
      text = words.divergence(
        divergence, of: spoken(Array(parts[0])), from: spoken(Array(parts[1])))
    } else if isList(content) {
      text = words.applied(name, to: spokenArguments(content), isWord: function.isWord)
    } else {
      text = words.applied(
        name, toComplex: words.fenced(argument.left, spokenArguments(content), argument.right))
    }
    if argument.hasScripts {
      text = scripted(text, argument, isLetter: false)
    }
    return Piece(text: text, kind: .operand(isPlain: false))
  }

  /// Returns what a function is applied to; nil where a unit is no function, or the other one not its
  /// argument.
  private func arguments(of function: SpeechUnit, in argument: SpeechUnit) -> [SpeechUnit]? {
    let round = argument.content(between: "(", ")")
    let square = argument.content(between: "[", "]")
    guard let content = round ?? square ?? argument.content(between: "{", "}"), !content.isEmpty
    else { return nil }
    if case .word("mod")? = content.first?.content { return nil }
    if divergence(function) != nil { return round }
    if isExpectation(function) || isIndicator(function) { return content }
    switch function.content {
    case .word where function.atomClass == .op: return round ?? square
    case .word, .shape(.accent): return round
    default:
      guard let source = function.source, function.isLetter else { return nil }
      // A variable before a sum is multiplied by it.
      let isFunction = Self.functionLetters.contains(source) && !isPower(function)
      return isFunction || isList(content) ? round : nil
    }
  }

  private func isIndicator(_ unit: SpeechUnit) -> Bool {
    if case .symbol(let symbol) = unit.content { symbol.scalar == "𝟙" } else { false }
  }

  /// Returns what stands below an operator, where relations lack their verb.
  private func below(_ nodes: [Node]) -> String {
    var reader = self
    reader.isAttribute = true
    return reader.spoken(nodes)
  }

  private func isDouble(_ unit: SpeechUnit) -> Bool {
    (unit.source == "‖" || unit.source == "∥") && !unit.hasScripts
  }

  private func isBar(_ unit: SpeechUnit) -> Bool {
    (unit.source == "|" || unit.source == "∣") && !unit.hasScripts
  }

  /// Returns the arguments of a function: a single bar is a condition.
  private func spokenArguments(_ units: [SpeechUnit]) -> String {
    for (isSeparator, word) in [(isDouble, words.relativeTo), (isBar, words.given)] {
      let places = units.indices.filter { isSeparator(units[$0]) }
      guard places.count == 1, let place = places.first, place > 0, place < units.count - 1 else {
        continue
      }
      return words.sentence([
        spokenArguments(Array(units[..<place])), word,
        spokenArguments(Array(units[(place + 1)...])),
      ])
    }
    return spoken(units)
  }

  /// The name of a divergence such as D with the subscript KL.
  private func divergence(_ unit: SpeechUnit) -> String? {
    if case .word(let name) = unit.content, ["KL", "JS"].contains(name), !unit.hasScripts {
      return words.divergence(name)
    }
    guard unit.source == "D" || unit.source == "d", unit.sup == nil, let sub = unit.sub else {
      return nil
    }
    var name = ""
    for part in SpeechUnit.units(of: sub) {
      if part.hasScripts { return nil }
      switch part.content {
      case .word(let word): name += word
      case .text(let pieces): name += text(pieces)
      case .symbol(let symbol) where symbol.source.isASCIILetter:
        name.unicodeScalars.append(symbol.source)
      default: return nil
      }
    }
    guard ["KL", "JS", "TV"].contains(name) else { return nil }
    return name == "TV" ? words.totalVariation : words.divergence(name)
  }

  private func isExpectation(_ unit: SpeechUnit) -> Bool {
    if case .symbol(let symbol) = unit.content {
      return symbol.source == "E" && (symbol.scalar == "𝔼" || symbol.scalar == "E")
        && unit.sup == nil
    }
    return false
  }

  /// Whether there are only names and numbers side by side, so that a listener hears where they end.
  private func isList(_ units: [SpeechUnit]) -> Bool {
    var isFirst = true
    var last: SpeechUnit?
    for unit in units {
      defer {
        isFirst = unit.atomClass == .punct || isBar(unit) || isDouble(unit)
        last = unit
      }
      switch unit.content {
      case .symbol(let symbol):
        if isBar(unit) || isDouble(unit) { continue }
        if unit.atomClass == .bin || unit.atomClass == .rel || unit.atomClass == .op {
          guard isFirst, unit.atomClass == .bin, !unit.hasScripts else { return false }
        }
        if symbol.source == "/" { return false }
        if unit.hasScripts, !hasSimpleScripts(unit) { return false }
      case .number, .word, .text: if unit.hasScripts, !hasSimpleScripts(unit) { return false }
      case .fence:
        guard let last, arguments(of: last, in: unit) != nil else { return false }
      case .shape(.accent), .shape(.bar): break
      case .shape, .group, .gap: return false
      }
    }
    return true
  }

  /// Whether a unit is raised to a power, rather than marked by a prime or a number in parentheses.
  private func isPower(_ unit: SpeechUnit) -> Bool {
    guard let sup = unit.sup, let first = SpeechUnit.units(of: sup).first else { return false }
    switch first.content {
    case .fence: return false
    case .symbol(let symbol): return !"′″‴⁗*∗⋆".unicodeScalars.contains(symbol.source)
    default: return true
    }
  }

  private func hasSimpleScripts(_ unit: SpeechUnit) -> Bool {
    [unit.sub, unit.sup].allSatisfy { $0.map { isSimple(SpeechUnit.units(of: $0)) } ?? true }
  }

  /// Whether a list is one name, number or function of names.
  private func isSimple(_ units: [SpeechUnit]) -> Bool {
    var units = units[...]
    if let first = units.first, first.source == "-" || first.source == "−", units.count > 1 {
      units = units.dropFirst()
    }
    guard let first = units.first else { return true }
    if units.count == 2, let last = units.last, arguments(of: first, in: last) != nil,
      case .fence(_, let segments) = last.content, segments.allSatisfy(isList)
    {
      return !last.hasScripts
    }
    if first.source == "d" || first.source == "∂", units.count <= 3,
      units.allSatisfy({ $0.isLetter || $0.source == "∂" }), units.count > 1
    {
      return true
    }
    if units.count == 2, case .number = first.content, let last = units.last,
      last.source == "%" || last.source == "°"
    {
      return true
    }
    if units.count == 2, case .word = first.content, first.atomClass == .op, !first.hasScripts,
      let last = units.last, last.isLetter, !last.hasScripts
    {
      return true
    }
    guard units.count == 1 else { return false }
    switch first.content {
    case .symbol, .number, .word, .text: return hasSimpleScripts(first)
    case .shape(.accent), .shape(.bar): return !first.hasScripts
    case .group, .fence, .shape, .gap: return false
    }
  }

  /// Returns a named function with its scripts: `log base 2`, `the maximum over x`.
  private func function(_ unit: SpeechUnit) -> String {
    guard case .word(let name) = unit.content else { return "" }
    var reader = self
    reader.isAttribute = true
    if name.hasPrefix("lim") || name == "plim" { reader.approaches = true }
    let sub = unit.sub.map(reader.spoken)
    var text: String
    if let sub {
      text =
        words.function(name, over: sub)
        ?? words.scripted(words.function(name), sub: sub, isSimple: true)
    } else {
      text = words.function(name)
    }
    guard let sup = unit.sup else { return text }
    let units = SpeechUnit.units(of: sup)
    if units.count == 2, units[0].source == "-" || units[0].source == "−",
      case .number("1") = units[1].content
    {
      return words.inverse(text)
    }
    var rest = unit
    rest.sub = nil
    text = scripted(text, rest, isLetter: false)
    return text
  }

  /// Returns `[0, 1)` behind “in” as an interval; nil for others.
  private func interval(_ unit: SpeechUnit, after last: Piece?) -> String? {
    guard let last, words.isMembership(last.text), !unit.hasScripts,
      case .fence(let delimiters, let segments) = unit.content, segments.count == 1,
      let left = delimiters[0], let right = delimiters[1], "([".unicodeScalars.contains(left),
      ")]".unicodeScalars.contains(right)
    else { return nil }
    let parts = segments[0].split { $0.atomClass == .punct }
    guard parts.count == 2 else { return nil }
    return words.interval(
      spoken(Array(parts[0])), spoken(Array(parts[1])), isOpen: (left == "(", right == ")"))
  }

  // MARK: Units

  private func piece(of unit: SpeechUnit) -> Piece {
    switch unit.content {
    case .gap: return Piece(text: "", kind: .punctuation)
    case .number(let number):
      return Piece(
        text: scripted(number, unit, isLetter: false), kind: .operand(isPlain: unit.sup == nil))
    case .word(let word):
      if let divergence = divergence(unit) {
        return Piece(text: divergence, kind: .operand(isPlain: true))
      }
      if unit.atomClass == .op { return Piece(text: function(unit), kind: .function) }
      if word == "mod" { return Piece(text: words.function(word), kind: .binary) }
      return Piece(
        text: scripted(word, unit, isLetter: true), kind: .operand(isPlain: unit.sup == nil),
        beginsPlain: unit.sup == nil || !words.isChinese)
    case .text(let pieces):
      let text = text(pieces)
      if let sub = unit.sub, unit.sup == nil, text.hasSuffix("log"),
        let logarithm = words.function("log", over: spoken(sub))
      {
        return Piece(
          text: words.sentence([String(text.dropLast(3)).trimmed, logarithm]), kind: .text)
      }
      return Piece(text: scripted(text, unit, isLetter: true), kind: .text)
    case .group(let units):
      if units.isEmpty { return Piece(text: free(unit), kind: .operand(isPlain: true)) }
      let text = words.grouped(spoken(units), isSimple: isSimple(units))
      return Piece(text: scripted(text, unit, isLetter: false), kind: .operand(isPlain: false))
    case .fence(let delimiters, let segments): return fence(delimiters, segments, unit)
    case .symbol(let symbol): return self.symbol(symbol, unit)
    case .shape(let nucleus): return shape(nucleus, unit)
    }
  }

  private func symbol(_ symbol: Symbol, _ unit: SpeechUnit) -> Piece {
    if symbol.isLarge || unit.atomClass == .op {
      return Piece(text: large(symbol.source, unit), kind: .large)
    }
    if let divergence = divergence(unit) {
      return Piece(text: divergence, kind: .operand(isPlain: true))
    }
    if isExpectation(unit), let sub = unit.sub {
      return Piece(text: words.expectation(over: below(sub)), kind: .function)
    }
    if isBar(unit) { return Piece(text: words.given, kind: .relation) }
    switch symbol.source {
    case "/": return Piece(text: words.sign("/") ?? "/", kind: .binary)
    case "!": return Piece(text: words.factorial, kind: .operand(isPlain: true))
    case "%", "‰": return Piece(text: String(symbol.source), kind: .operand(isPlain: true))
    case "…", "⋯", "⋮", "⋱", "⋰": return Piece(text: words.dots, kind: .text)
    case ":", "∶":
      return Piece(text: ":", kind: .punctuation)
    default: break
    }
    var name = words.letter(symbol)
    if approaches, symbol.source == "→" { name = words.approaches }
    switch unit.atomClass {
    case .bin:
      // A sign without neighbours on both sides is named all the same.
      return Piece(text: scripted(name, unit, isLetter: false), kind: .binary)
    case .rel where isAttribute && name.hasPrefix("is "):
      return Piece(
        text: scripted(String(name.dropFirst(3)), unit, isLetter: false), kind: .relation)
    case .rel: return Piece(text: scripted(name, unit, isLetter: false), kind: .relation)
    case .punct: return Piece(text: words.punctuation(symbol.source), kind: .punctuation)
    case .open, .close:
      return Piece(text: words.delimiter(symbol.source), kind: .text)
    default:
      if symbol.source == "," { return Piece(text: words.punctuation(","), kind: .punctuation) }
      if symbol.source == "∇" {
        var rest = unit
        let power = unit.sup.map { SpeechUnit.units(of: $0) } ?? []
        if power.count == 1, case .number("2") = power[0].content, !power[0].hasScripts {
          rest.sup = nil
          name = words.laplacian
        }
        return Piece(text: scripted(name, rest, isLetter: true), kind: .function)
      }
      if ["∀", "∃", "∄", "¬", "∂"].contains(symbol.source) {
        return Piece(text: scripted(name, unit, isLetter: true), kind: .text)
      }
      return Piece(
        text: scripted(name, unit, isLetter: true), kind: .operand(isPlain: unit.sup == nil),
        beginsPlain: unit.isLetter && (unit.sup == nil || !words.isChinese))
    }
  }

  private func large(_ scalar: Unicode.Scalar, _ unit: SpeechUnit) -> String {
    words.large(
      scalar, from: unit.sub.map(below), to: unit.sup.map(spoken),
      isEquation: unit.sub.map { SpeechUnit.units(of: $0).contains { $0.source == "=" } } ?? false)
  }

  private func fence(
    _ delimiters: [Unicode.Scalar?], _ segments: [[SpeechUnit]], _ unit: SpeechUnit
  ) -> Piece {
    let (left, right) = (delimiters.first ?? nil, delimiters.last ?? nil)
    if segments.count == 1, case .word("mod")? = segments[0].first?.content {
      return Piece(text: spoken(segments[0]), kind: .binary)
    }
    var parts: [String] = []
    for (index, segment) in segments.enumerated() {
      if index > 0 { parts.append(words.middle(delimiters[index], left: left, right: right)) }
      let bars = segment.indices.filter {
        isBar(segment[$0]) || left == "{" && segment[$0].source == ":"
      }
      if left == "{", right == "}", bars.count == 1, segments.count == 1 {
        var named = self
        named.isAttribute = true
        parts += [
          named.spoken(Array(segment[..<bars[0]])), words.suchThat,
          spoken(Array(segment[(bars[0] + 1)...])),
        ]
      } else {
        parts.append(spokenArguments(segment))
      }
    }
    let isSimple = segments.count == 1 && self.isSimple(segments[0])
    let text = words.fenced(left, words.sentence(parts), right, isSimple: isSimple)
    return Piece(text: scripted(text, unit, isLetter: false), kind: .operand(isPlain: false))
  }

  private func shape(_ nucleus: Nucleus, _ unit: SpeechUnit) -> Piece {
    func operand(_ text: String, isPlain: Bool = false) -> Piece {
      Piece(text: scripted(text, unit, isLetter: false), kind: .operand(isPlain: isPlain))
    }
    switch nucleus {
    case .fraction(let node):
      let (top, bottom) = (
        SpeechUnit.units(of: node.numerator), SpeechUnit.units(of: node.denominator)
      )
      if !node.hasRule {
        guard node.left == "(", node.right == ")" else {
          return operand(
            words.fenced(node.left, words.lines([spoken(top), spoken(bottom)]), node.right))
        }
        return operand(
          words.binomial(spoken(top), spoken(bottom), isSimple: isSimple(top) && isSimple(bottom)))
      }
      let text = words.fraction(
        spoken(top), spoken(bottom), isSimple: isSimple(top) && isSimple(bottom))
      return operand(
        node.left == nil && node.right == nil ? text : words.fenced(node.left, text, node.right))
    case .radical(let radicand, let degree):
      let units = SpeechUnit.units(of: radicand)
      return operand(
        words.root(spoken(units), degree: degree.map(spoken), isSimple: isSimple(units)))
    case .accent(let node): return accent(node, unit)
    case .bar(let base, let over):
      let units = SpeechUnit.units(of: base)
      return operand(
        words.barred(spoken(units), over: over, isSimple: isSimple(units)), isPlain: isSimple(units)
      )
    case .stack(let base, let above, let below):
      let units = SpeechUnit.units(of: base)
      if units.count == 1, units[0].atomClass == .op || unit.atomClass == .op, !units[0].hasScripts
      {
        // Limits that were set by hand.
        var unit = units[0]
        unit.atomClass = .op
        (unit.sub, unit.sup) = (below, above)
        return piece(of: unit)
      }
      let text = words.stacked(spoken(units), above: above.map(spoken), below: below.map(spoken))
      let kind: Piece.Kind =
        unit.atomClass == .rel
        ? .relation : unit.atomClass == .bin ? .binary : .operand(isPlain: false)
      return Piece(text: scripted(text, unit, isLetter: false), kind: kind)
    case .extensibleArrow(let scalar, let above, let below):
      let (top, bottom) = (spoken(above), below.map(spoken) ?? "")
      if !top.isEmpty, bottom.isEmpty {
        return Piece(
          text: words.arrow(words.sign(scalar) ?? String(scalar), through: top), kind: .relation)
      }
      return Piece(
        text: words.stacked(
          words.sign(scalar) ?? String(scalar), above: top.isEmpty ? nil : top,
          below: bottom.isEmpty ? nil : bottom), kind: .relation)
    case .matrix(let node): return operand(matrix(node))
    case .cancel(let content, _), .struck(let content):
      return operand(words.crossedOut(spoken(content)))
    case .cancelTo(let content, let value):
      return operand(words.cancelled(spoken(content), to: spoken(value)))
    case .negated(let symbol):
      return Piece(text: words.not(words.letter(symbol)), kind: .relation)
    case .enclosed(let content, _): return operand(words.crossedOut(spoken(content)))
    case .corners(let atom, let left, let right):
      let parts = [left, right].map { side in
        free(SpeechUnit(content: .gap, atomClass: .ord, sub: side.subscript, sup: side.superscript))
      }
      return Piece(
        text: words.sentence([parts[0], spoken([.atom(atom)]), parts[1]].filter { !$0.isEmpty }),
        kind: .large)
    default: return Piece(text: "", kind: .punctuation)
    }
  }

  private func accent(_ node: AccentNode, _ unit: SpeechUnit) -> Piece {
    let units = SpeechUnit.units(of: node.base)
    let isSimple = isSimple(units)
    if unit.atomClass == .op {
      // A brace with its label.
      let label = (node.under ? unit.sub : unit.sup).map(spoken)
      return Piece(
        text: words.braced(spoken(units), label: label, under: node.under),
        kind: .operand(isPlain: false))
    }
    let text = words.accented(spoken(units), node.scalar, isSimple: isSimple)
    return Piece(
      text: scripted(text, unit, isLetter: true),
      kind: .operand(isPlain: isSimple && unit.sup == nil))
  }

  private func matrix(_ node: MatrixNode) -> String {
    // Read only where cells are spoken: reading twice would double with the depth of matrices.
    func rows() -> [[String]] {
      node.rows.enumerated().map { index, row in
        row.enumerated().filter {
          node.span(row: index, column: $0.offset)?.start ?? $0.offset == $0.offset
        }
        .map { spoken($0.element) }
      }
    }
    switch node.form {
    case .aligned, .gathered, .lines, .multline, .displayed:
      var lines = node.rows.map { row in spoken(row.flatMap { $0 }) }
      for (index, tag) in node.tags where lines.indices.contains(index) {
        lines[index] = words.listed([lines[index], words.tagged(spoken(tag))])
      }
      return words.lines(lines.filter { !$0.isEmpty })
    case .cases, .openCases:
      return words.cases(rows().map { words.listed($0.filter { !$0.isEmpty }) })
    case .array, .matrix, .small, .diagram:
      // A substack has one column and no delimiters.
      let rows = rows()
      let columns = rows.map(\.count).max() ?? 0
      if columns == 1, node.left == nil, node.right == nil {
        return words.lines(rows.map { words.listed($0) })
      }
      return words.matrix(
        rows, columns: columns, isDeterminant: node.left == "|" && node.right == "|")
    }
  }

  private func text(_ pieces: [TextPiece]) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let string, _, _): text += string
      case .script(let plain, _, _): text += plain
      case .math(let nodes, _): text += words.spaced(spoken(nodes), after: text)
      }
    }
    return text.trimmed
  }

  // MARK: Scripts

  /// Returns a name with what stands below and above its end.
  private func scripted(_ base: String, _ unit: SpeechUnit, isLetter: Bool) -> String {
    var text = base
    if case .fence = unit.content, let sub = unit.sub,
      SpeechUnit.units(of: sub).contains(where: { $0.source == "=" })
    {
      return words.ranged(base, from: spoken(sub), to: unit.sup.map(spoken))
    }
    if let sub = unit.sub {
      let units = SpeechUnit.units(of: sub)
      if units.count == 1, case .word(let name) = units[0].content, !units[0].hasScripts {
        text = words.scripted(text, sub: name, isSimple: true)
      } else {
        text = words.scripted(text, sub: spokenArguments(units), isSimple: isList(units))
      }
    }
    guard let sup = unit.sup else { return text }
    var units = SpeechUnit.units(of: sup)
    var primes = 0
    while let first = units.first, let source = first.source,
      let count = ["′": 1, "″": 2, "‴": 3, "⁗": 4][source]
    {
      primes += count
      units.removeFirst()
    }
    if primes > 0 { text = words.primed(text, primes) }
    guard !units.isEmpty else { return text }
    if units.count == 1, !units[0].hasScripts {
      switch units[0].content {
      case .symbol(let symbol):
        let isTransposed =
          symbol.source == "⊤" || symbol.source == "⊺"
          || symbol.source == "T" && (symbol.scalar == "T" || symbol.scalar == "𝖳" || unit.isMatrix)
        if isTransposed { return words.transposed(text) }
        if let raised = words.raised(text, symbol.source) { return raised }
      case .word, .text: return words.superscripted(text, spoken(units))
      case .fence: return words.superscripted(text, inside(units[0]))
      default: break
      }
    }
    if unit.isMatrix, units.count == 2, units[0].source == "-", case .number("1") = units[1].content
    {
      return words.inverted(text)
    }
    return words.power(text, spoken(units), isSimple: isSimple(units))
  }

  private func inside(_ unit: SpeechUnit) -> String {
    guard case .fence(_, let segments) = unit.content else { return "" }
    return words.listed(segments.map { spoken($0) })
  }

  /// Returns scripts without a base, such as the number before a chemical element.
  private func free(_ unit: SpeechUnit) -> String {
    words.sentence(
      [
        unit.sub.map { words.superscripted("", spoken($0), isBelow: true) },
        unit.sup.map { words.superscripted("", spoken($0)) },
      ].compactMap { $0 })
  }
}

extension SpeechUnit {
  fileprivate var isWord: Bool { if case .word = content { true } else { false } }

  /// Whether the letter is one that matrices have: a capital, or any in bold.
  fileprivate var isMatrix: Bool {
    guard case .symbol(let symbol) = content else {
      if case .fence = content { return true }
      return false
    }
    return ("A"..."Z").contains(symbol.source) || ("Α"..."Ω").contains(symbol.source)
      || (0x1D400...0x1D433).contains(symbol.scalar.value)
      || (0x1D468...0x1D49B).contains(symbol.scalar.value)
  }

  fileprivate var left: Unicode.Scalar? {
    if case .fence(let delimiters, _) = content { delimiters.first ?? nil } else { nil }
  }

  fileprivate var right: Unicode.Scalar? {
    if case .fence(let delimiters, _) = content { delimiters.last ?? nil } else { nil }
  }
}
