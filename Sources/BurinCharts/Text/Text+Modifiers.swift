import BurinText

extension Text {
  /// The case of letters.
  public enum Case: Hashable, Sendable { case uppercase, lowercase }

  /// Sets the font of all parts without one; nil leaves them.
  public func font(_ font: Font?) -> Text { changed { $0.font = $0.font ?? font } }

  /// Sets the weight of all parts without one; nil leaves them.
  public func fontWeight(_ weight: Font.Weight?) -> Text {
    guard let weight else { return self }
    return changed {
      guard $0.weight == nil else { return }
      $0.weight = weight.face
      $0.notes.formUnion(weight.note)
    }
  }

  /// Sets the bold weight of all parts without a weight, if active.
  public func bold(_ isActive: Bool) -> Text { isActive ? bold() : self }

  /// Has no effect, which a diagnostic says: the theme's families have no italic face.
  public func italic(_ isActive: Bool = true) -> Text { isActive ? noting(.italic) : self }

  /// Sets digits of one width, which the standard theme's have.
  public func monospacedDigit() -> Text { noting(.monospacedDigits) }

  /// Has no effect, which a diagnostic says: the theme's families have no monospaced face.
  public func monospaced(_ isActive: Bool = true) -> Text { isActive ? noting(.design) : self }

  /// Has no effect, which a diagnostic says: the theme's families have no monospaced face.
  public func fontDesign(_ design: Font.Design?) -> Text {
    design == nil || design == .default ? self : noting(.design)
  }

  /// Sets the colour of all parts without one; nil leaves them.
  public func foregroundColor(_ color: Color?) -> Text { color.map(foregroundStyle) ?? self }

  /// Sets the colour of all parts without one: of a gradient, the one in its middle, which a
  /// diagnostic says.
  @_disfavoredOverload
  public func foregroundStyle<S: ShapeStyle>(_ style: S) -> Text {
    let style = style.anyShapeStyle
    let text = foregroundStyle(style.color)
    return style.isPlain ? text : text.noting(.plainStyle)
  }

  /// Has no effect, which a diagnostic says.
  public func kerning(_ length: Double) -> Text { length == 0 ? self : noting(.tracking) }

  /// Has no effect, which a diagnostic says.
  public func tracking(_ length: Double) -> Text { kerning(length) }

  /// Has no effect, which a diagnostic says: lines under texts aren't drawn.
  public func underline(_ isActive: Bool = true, color: Color? = nil) -> Text {
    isActive ? noting(.underline) : self
  }

  /// Has no effect, which a diagnostic says: lines through texts aren't drawn.
  public func strikethrough(_ isActive: Bool = true, color: Color? = nil) -> Text {
    isActive ? noting(.strikethrough) : self
  }

  /// Limits the number of lines; a longer text ends in an ellipsis.
  ///
  /// The limit holds for a text in a layout or an annotation, and not for the labels of an axis.
  public func lineLimit(_ limit: Int?) -> Text {
    var text = self
    text.maximumLines = text.maximumLines ?? .some(limit)
    return text
  }

  /// Lets a text that doesn't fit its limit of lines become smaller, down to a part of its size.
  public func minimumScaleFactor(_ factor: Double) -> Text {
    var text = self
    text.minimumScale = text.minimumScale ?? factor
    return text
  }

  /// Sets whether all letters are capital or small; nil leaves them.
  public func textCase(_ letterCase: Case?) -> Text {
    guard self.letterCase == nil else { return self }
    var text = changed { run in
      switch run.content {
      case .text(let string): run.content = .text(letterCase.applied(to: string))
      case .value(let value, nil): run.content = .value(value, letterCase)
      case .formula, .value: break
      }
    }
    text.letterCase = .some(letterCase)
    return text
  }

  private func noting(_ note: TextNotes) -> Text { changed { $0.notes.insert(note) } }
}
