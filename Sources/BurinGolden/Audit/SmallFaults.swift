import BurinGeometry
import BurinScene

extension SceneGroup {
  /// Whether an item other than a group lies in the group.
  var drawsSomething: Bool {
    var drawsSomething = false
    items.walk { visit in
      if case .group = visit.item { return .inward }
      drawsSomething = true
      return .stop
    }
    return drawsSomething
  }
}

extension RGBColor {
  /// The colour with one channel one step off.
  var oneStepOff: RGBColor {
    var other = self
    other.blue = blue == 255 ? 254 : blue + 1
    return other
  }
}

extension Paint {
  /// The paint with one channel of one colour one step off.
  var oneStepOff: Paint {
    if case .color(let color) = self { return .color(color.oneStepOff) }
    var stops = stops
    guard let last = stops.indices.last else { return self }
    stops[last].color = stops[last].color.oneStepOff
    return with(stops: stops)
  }
}

extension Paint {
  /// The gradient with its start or its end a length further; none for a colour.
  func shifted(by length: Double) -> [Paint] {
    switch self {
    case .color: return []
    case .linearGradient(let from, let to, let stops):
      let way = to - from
      guard way.length > 0 else { return [] }
      let step = Vector(way.dx / way.length * length, way.dy / way.length * length)
      return [
        .linearGradient(from: from + step, to: to, stops: stops),
        .linearGradient(from: from, to: to + step, stops: stops),
      ]
    case .radialGradient(let center, let radii, let stops):
      return [
        .radialGradient(center: center + Vector(length, 0), radii: radii, stops: stops),
        .radialGradient(
          center: center, radii: Size(radii.width + length, radii.height), stops: stops),
      ]
    }
  }
}

extension Path {
  /// The path with one of its points moved.
  func movingPoint(_ index: Int, by way: Vector) -> Path {
    var count = 0
    return map { point in
      defer { count += 1 }
      return count == index ? point + way : point
    }
  }
}

extension Unicode.Scalar {
  /// Another digit for a digit: the one that is most easily taken for it.
  var otherDigit: Unicode.Scalar? {
    switch self {
    case "0": "8"
    case "1": "7"
    case "2": "3"
    case "3": "8"
    case "4": "9"
    case "5": "6"
    case "6": "8"
    case "7": "1"
    case "8": "6"
    case "9": "8"
    default: nil
    }
  }

  /// Another letter or character for one: the next of its kind.
  var otherLetter: Unicode.Scalar? {
    switch self {
    case "a"..."y", "A"..."Y", "α"..."ψ", "\u{4E00}"..."\u{9FA0}":
      Unicode.Scalar(value + 1)
    case "z": "a"
    case "Z": "A"
    default: nil
    }
  }

  var isSign: Bool { self == "−" || self == "-" || self == "+" || self == "±" }
}

extension String {
  /// The text with the first scalar replaced that a rule replaces; nil where there is none.
  func replacingFirstScalar(with other: (Unicode.Scalar) -> Unicode.Scalar?) -> String? {
    var scalars = Array(unicodeScalars)
    for index in scalars.indices {
      guard let replacement = other(scalars[index]) else { continue }
      scalars[index] = replacement
      return String(String.UnicodeScalarView(scalars))
    }
    return nil
  }
}

extension GlyphRun {
  /// The run with one character and its glyph replaced; nil where no character can be.
  ///
  /// Only runs whose characters and glyphs correspond one to one are changed.
  func replacingScalar(
    with other: (Unicode.Scalar) -> Unicode.Scalar?,
    glyph: (FontID, Unicode.Scalar) throws -> UInt32?
  ) rethrows -> GlyphRun? {
    var scalars = Array(text.unicodeScalars)
    guard scalars.count == glyphs.count else { return nil }
    for index in scalars.indices {
      guard let replacement = other(scalars[index]), let id = try glyph(font, replacement),
        id != glyphs[index].id
      else { continue }
      var changed = self
      scalars[index] = replacement
      changed.text = String(String.UnicodeScalarView(scalars))
      changed.glyphs[index].id = id
      return changed
    }
    return nil
  }

  /// The run without its first sign; nil where there is none, or where a hyphen joins words.
  var droppingSign: GlyphRun? {
    var scalars = Array(text.unicodeScalars)
    guard scalars.count == glyphs.count else { return nil }
    for index in scalars.indices where scalars[index].isSign {
      if index > 0, scalars[index] == "-", scalars[index - 1].properties.isAlphabetic { continue }
      var changed = self
      scalars.remove(at: index)
      changed.glyphs.remove(at: index)
      changed.text = String(String.UnicodeScalarView(scalars))
      return changed
    }
    return nil
  }
}
