import BurinText

/// The style of texts that have none of their own, from the content around them.
struct TextEnvironment: Hashable, Sendable {
  var role: TextRole?
  var font: Font?
  var weight: FontWeight?
  var color: Color?
  var alignment: HorizontalAlignment?
  /// The limit of lines; nil in it for no limit.
  var lineLimit: Int??
  var minimumScale: Double?
  var letterCase: Text.Case??
  var notes: TextNotes = []
}

extension Text {
  /// Returns the text with the style of its surroundings where it has none of its own.
  func inheriting(_ outer: TextEnvironment) -> Text {
    var text = changed {
      $0.font = $0.font ?? outer.font
      $0.weight = $0.weight ?? outer.weight
      $0.color = $0.color ?? outer.color
      $0.notes.formUnion(outer.notes)
    }
    if !text.hasOwnAlignment, let alignment = outer.alignment {
      text.alignment = alignment.lines
    }
    text.maximumLines = text.maximumLines ?? outer.lineLimit
    text.minimumScale = text.minimumScale ?? outer.minimumScale
    if text.letterCase == nil, let outer = outer.letterCase { text = text.textCase(outer) }
    return text
  }
}

extension FigureContent {
  /// Sets the font of texts without one; nil leaves it as it is.
  public func font(_ font: Font?) -> ModifiedContent {
    inEnvironment { if let font { $0.text.font = font } }
  }

  /// Sets the role of texts without a font.
  @_disfavoredOverload
  public func font(_ role: TextRole) -> ModifiedContent { font(Font(role)) }

  /// Sets the weight of texts without one; nil leaves it as it is.
  public func fontWeight(_ weight: Font.Weight?) -> ModifiedContent {
    inEnvironment {
      guard let weight else { return }
      $0.text.weight = weight.face
      $0.text.notes.formUnion(weight.note)
    }
  }

  /// Sets the bold weight of texts without a weight.
  public func bold(_ isActive: Bool = true) -> ModifiedContent {
    fontWeight(isActive ? .bold : nil)
  }

  /// Has no effect, which a diagnostic says: the theme's families have no italic face.
  public func italic(_ isActive: Bool = true) -> ModifiedContent {
    inEnvironment { if isActive { $0.text.notes.insert(.italic) } }
  }

  /// Sets digits of one width, which the standard theme's have.
  public func monospacedDigit() -> ModifiedContent {
    inEnvironment { $0.text.notes.insert(.monospacedDigits) }
  }

  /// Sets the colour of texts and shapes without one.
  public func foregroundStyle(_ color: Color) -> ModifiedContent {
    inEnvironment {
      $0.text.color = color
      $0.foreground = AnyShapeStyle(color)
    }
  }

  /// Sets the style of texts and shapes without one; a text has the colour in a gradient's middle.
  @_disfavoredOverload
  public func foregroundStyle<S: ShapeStyle>(_ style: S) -> ModifiedContent {
    let style = style.anyShapeStyle
    return inEnvironment {
      $0.text.color = style.color
      $0.foreground = style
    }
  }

  /// Sets the colour of texts and shapes without one; nil leaves it as it is.
  public func foregroundColor(_ color: Color?) -> ModifiedContent {
    inEnvironment {
      guard let color else { return }
      $0.text.color = color
      $0.foreground = AnyShapeStyle(color)
    }
  }

  /// Sets the alignment of short lines of texts without one.
  public func multilineTextAlignment(_ alignment: HorizontalAlignment) -> ModifiedContent {
    inEnvironment { $0.text.alignment = alignment }
  }

  /// Limits the number of lines of texts; a longer text ends in an ellipsis.
  public func lineLimit(_ limit: Int?) -> ModifiedContent {
    inEnvironment { $0.text.lineLimit = .some(limit) }
  }

  /// Limits the number of lines of texts, with room for all of them where some are empty.
  public func lineLimit(_ limit: Int, reservesSpace: Bool) -> ModifiedContent {
    let content = lineLimit(limit)
    guard reservesSpace else { return content }
    let lines = Text(verbatim: String(repeating: "\n", count: max(0, limit - 1)))
    return ZStack(alignment: .top) {
      lines.hidden()
      content
    }.padding(0)
  }

  /// Lets texts that don't fit their limit of lines become smaller, down to a part of their size.
  public func minimumScaleFactor(_ factor: Double) -> ModifiedContent {
    inEnvironment { $0.text.minimumScale = factor }
  }

  /// Sets whether the letters of texts are all capital or all small; nil leaves them.
  public func textCase(_ letterCase: Text.Case?) -> ModifiedContent {
    inEnvironment { $0.text.letterCase = .some(letterCase) }
  }

  /// Has no effect, which a diagnostic says.
  public func kerning(_ length: Double) -> ModifiedContent {
    inEnvironment { if length != 0 { $0.text.notes.insert(.tracking) } }
  }

  /// Has no effect, which a diagnostic says.
  public func tracking(_ length: Double) -> ModifiedContent { kerning(length) }
}

/// The alignment of short lines of a text, in SwiftUI's spelling.
public typealias TextAlignment = HorizontalAlignment
