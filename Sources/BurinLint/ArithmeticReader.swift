#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads the equations in a line of text, such as `0.6 × 1.585 = 0.951 bits`.
struct ArithmeticReader {
  /// An equation between printed numbers.
  struct Equation: Hashable {
    /// The text of the equation.
    var text: String
    /// The sign: `=`, `≈` or `≠`.
    var sign: Character
    /// Both sides as the printed numbers make them.
    var left: Value
    var right: Value

    /// Whether the printed numbers satisfy the sign: `=` to the last digit, `≈` within what
    /// rounding of the printed numbers allows.
    var isTrue: Bool {
      let distance = abs(left.value - right.value)
      let exact = 1e-9 * max(1e-3, abs(left.value), abs(right.value))
      switch sign {
      case "=": return distance <= exact || left.value == right.value
      case "≠": return distance > exact
      default: return left.value == right.value || distance <= left.error + right.error + exact
      }
    }
  }

  /// A number with the most that rounding can have changed it.
  struct Value: Hashable {
    var value: Double
    var error: Double
    /// The unit, `bits` or `nats`; empty for plain numbers and products.
    var unit = ""
  }

  private enum Token: Hashable {
    case number(Value)
    case sign(Character)
    case symbol(Character)
    case function(String)
    case unit(String)
    case word(String)
  }

  private var tokens: [Token] = []
  private var texts: [String] = []

  init(_ text: String) { read(Array(text)) }

  // MARK: Tokens

  private mutating func read(_ characters: [Character]) {
    var index = 0
    func isBlank(_ character: Character) -> Bool { character.isWhitespace }
    while index < characters.count {
      let character = characters[index]
      let start = index
      if isBlank(character) {
        index += 1
        continue
      }
      if character.isASCIIDigit || character == "∞" {
        let value = number(characters, &index)
        add(value.map(Token.number) ?? .word("?"), characters[start..<index])
      } else if "=≈≠".contains(character) {
        index += 1
        add(.sign(character), characters[start..<index])
      } else if "+-−×·÷/()（）".contains(character) {
        index += 1
        let plain: Character =
          switch character {
          case "−": "-"
          case "·": "×"
          case "÷": "/"
          case "（": "("
          case "）": ")"
          default: character
          }
        add(.symbol(plain), characters[start..<index])
      } else {
        // A word: to the next blank, digit or sign.
        while index < characters.count, !isBlank(characters[index]),
          !"=≈≠+-−×·÷/()（）∞".contains(characters[index]), !characters[index].isASCIIDigit
        { index += 1 }
        // Digits that belong to a name, such as x1.
        if index < characters.count, characters[index].isASCIIDigit,
          characters[index - 1].isASCIILetter || characters[index - 1] == "_"
        {
          while index < characters.count, characters[index].isASCIIDigit { index += 1 }
        }
        let word = String(characters[start..<index])
        let token: Token =
          switch word {
          case "bits", "bit": .unit("bits")
          case "nats", "nat": .unit("nats")
          case "ln", "log", "log₂": .function(word)
          default: .word(word)
          }
        add(token, characters[start..<index])
      }
    }
  }

  private mutating func add(_ token: Token, _ text: ArraySlice<Character>) {
    tokens.append(token)
    texts.append(String(text))
  }

  /// Reads a number at an index: digits with a decimal point, a percent sign, a power of ten.
  private func number(_ characters: [Character], _ index: inout Int) -> Value? {
    if characters[index] == "∞" {
      index += 1
      return Value(value: .infinity, error: 0)
    }
    var digits = ""
    var decimals = 0
    var hasPoint = false
    while index < characters.count {
      let character = characters[index]
      if character.isASCIIDigit {
        digits.append(character)
        if hasPoint { decimals += 1 }
      } else if character == ".", !hasPoint, index + 1 < characters.count,
        characters[index + 1].isASCIIDigit
      {
        hasPoint = true
        digits.append(character)
      } else {
        break
      }
      index += 1
    }
    guard var value = Double(digits) else { return nil }
    // Whole numbers are counts; others are rounded.
    var error = hasPoint ? 0.5 * pow(10, -Double(decimals)) : 0
    if index < characters.count, characters[index] == "%" {
      index += 1
      error = 0.5 * pow(10, -Double(decimals)) / 100
      value /= 100
    }
    let raised: [Character: String] = [
      "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
      "⁹": "9", "⁻": "-",
    ]
    if index + 3 < characters.count, characters[index] == "×", characters[index + 1] == "1",
      characters[index + 2] == "0", raised[characters[index + 3]] != nil
    {
      index += 3
      var exponent = ""
      while index < characters.count, let digit = raised[characters[index]] {
        exponent += digit
        index += 1
      }
      let power = pow(10, Double(exponent) ?? 0)
      value *= power
      error = max(error, 0.5 * pow(10, -Double(decimals))) * power
    } else if index < characters.count, raised[characters[index]] != nil || characters[index] == "^"
    {
      return nil
    }
    return Value(value: value, error: error)
  }

  // MARK: Equations

  /// The equations with arithmetic on one side at least, or with two units.
  var equations: [Equation] {
    // The exponent of a power in a formula stands on another line.
    let isPower = zip(tokens, texts.dropFirst()).contains { $0 == .symbol("×") && $1 == "10" }
    if isPower { return [] }
    return tokens.indices.compactMap { index in
      guard case .sign(let sign) = tokens[index], let left = side(endingAt: index),
        let right = side(
          startingAt: index + 1, mayHaveName: left.hasArithmetic || left.value.error > 0)
      else { return nil }
      var (a, b) = (left.value, right.value)
      let units = Set([a.unit, b.unit])
      if units == ["bits", "nats"] {
        if b.unit == "nats" { (a.value, a.error) = (a.value * Self.nat, a.error * Self.nat) }
        if b.unit == "bits" { (b.value, b.error) = (b.value * Self.nat, b.error * Self.nat) }
      } else if !left.hasArithmetic {
        // A whole number alone before the sign may be a step's; a decimal one has a name.
        let isNamed = sign == "=" && a.error > 0 && b.error > 0
        guard isNamed || right.hasArithmetic && !a.unit.isEmpty else { return nil }
      }
      // Over infinity nothing can be said.
      guard a.value.isFinite == b.value.isFinite, !a.value.isNaN, !b.value.isNaN else { return nil }
      return Equation(
        text: texts[left.range.lowerBound..<right.range.upperBound].joined(separator: " "),
        sign: sign, left: a, right: b)
    }
  }

  /// ln 2: the nats in a bit.
  private static let nat = 0.693147180559945309

  private typealias Side = (value: Value, range: Range<Int>, hasArithmetic: Bool)

  /// Returns the longest expression that ends before a sign.
  private func side(endingAt end: Int) -> Side? {
    var start = end
    while start > 0 {
      switch tokens[start - 1] {
      case .number, .symbol, .function, .unit: start -= 1
      case .word:
        // A name in brackets between two terms.
        guard start >= 2, start < end, tokens[start] == .symbol(")"),
          tokens[start - 2] == .symbol("(")
        else { return expression(within: start..<end, isAtEnd: true) }
        start -= 2
      case .sign: return expression(within: start..<end, isAtEnd: true)
      }
    }
    return expression(within: start..<end, isAtEnd: true)
  }

  /// Returns the longest expression after a sign, behind a name if it may have one.
  private func side(startingAt start: Int, mayHaveName: Bool) -> Side? {
    var first = start
    if mayHaveName {
      while first < tokens.count, first < start + 6 {
        if case .number = tokens[first] { break }
        if case .sign = tokens[first] { return nil }
        first += 1
      }
      // A sign or a function in front of the number belongs to it.
      if first > start, first < tokens.count, tokens[first - 1] == .symbol("-") { first -= 1 }
    }
    var end = first
    scan: while end < tokens.count {
      switch tokens[end] {
      case .number, .symbol, .function, .unit: end += 1
      case .word, .sign: break scan
      }
    }
    return expression(within: first..<end, isAtEnd: false)
  }

  private func expression(within range: Range<Int>, isAtEnd: Bool) -> Side? {
    guard !range.isEmpty else { return nil }
    let candidates =
      isAtEnd
      ? range.map { $0..<range.upperBound } : range.reversed().map { range.lowerBound..<$0 + 1 }
    for candidate in candidates {
      // A plus sign in front continues something that stands elsewhere.
      if isAtEnd, candidate.lowerBound == range.lowerBound,
        tokens[candidate.lowerBound] == .symbol("+")
      {
        return nil
      }
      // Nor is the last factor of a product that begins elsewhere a side of its own.
      if isAtEnd, candidate.lowerBound > range.lowerBound,
        [.symbol("×"), .symbol("/")].contains(tokens[candidate.lowerBound - 1])
      {
        return nil
      }
      var parser = Parser(tokens: Array(tokens[candidate]))
      if let value = parser.whole() { return (value, candidate, parser.hasArithmetic) }
    }
    return nil
  }

  /// Evaluates sums, products, quotients and logarithms.
  private struct Parser {
    var tokens: [Token]
    var place = 0
    var hasArithmetic = false

    init(tokens: [Token]) { self.tokens = tokens }

    mutating func whole() -> Value? {
      guard let value = sum(), place == tokens.count else { return nil }
      return value
    }

    private mutating func take(_ symbols: String) -> Character? {
      guard place < tokens.count, case .symbol(let symbol) = tokens[place],
        symbols.contains(symbol)
      else { return nil }
      place += 1
      return symbol
    }

    private mutating func sum() -> Value? {
      guard var total = product() else { return nil }
      while let sign = take("+-") {
        guard let next = product() else { return nil }
        hasArithmetic = true
        total.value += sign == "+" ? next.value : -next.value
        total.error += next.error
        if total.unit.isEmpty { total.unit = next.unit }
      }
      return total
    }

    private mutating func product() -> Value? {
      guard var total = factor() else { return nil }
      while let sign = take("×/") {
        guard let next = factor() else { return nil }
        hasArithmetic = true
        let (a, b) = (total, next)
        if sign == "×" {
          total.value = a.value * b.value
          total.error = abs(a.value) * b.error + abs(b.value) * a.error + a.error * b.error
        } else {
          total.value = a.value / b.value
          let least = max(abs(b.value) - b.error, 1e-300)
          total.error = (abs(a.value) * b.error + abs(b.value) * a.error) / (abs(b.value) * least)
        }
        if total.unit.isEmpty { total.unit = next.unit }
      }
      return total
    }

    private mutating func factor() -> Value? {
      guard place < tokens.count else { return nil }
      switch tokens[place] {
      case .symbol("-"), .symbol("+"):
        let isNegative = tokens[place] == .symbol("-")
        place += 1
        guard var value = factor() else { return nil }
        if isNegative { value.value = -value.value }
        return value
      case .symbol("("):
        place += 1
        guard let value = sum(), take(")") != nil else { return nil }
        return named(value)
      case .function(let name):
        place += 1
        guard let argument = factor(), argument.value > 0 else { return nil }
        hasArithmetic = true
        // A lowered base may be set apart: any usual one counts by its rounding.
        let scale = name == "ln" ? 1 : 0.693147180559945309
        let least = max(argument.value - argument.error, 1e-300)
        return Value(
          value: log(argument.value) / scale, error: argument.error / least / scale)
      case .number(let value):
        place += 1
        return named(value)
      default: return nil
      }
    }

    /// Takes the unit and the name in brackets that may follow a number.
    private mutating func named(_ value: Value) -> Value {
      var value = value
      if place < tokens.count, case .unit(let unit) = tokens[place] {
        value.unit = unit
        place += 1
      }
      if place + 2 < tokens.count, tokens[place] == .symbol("("), tokens[place + 2] == .symbol(")"),
        case .word = tokens[place + 1]
      {
        place += 3
      }
      return value
    }
  }
}
