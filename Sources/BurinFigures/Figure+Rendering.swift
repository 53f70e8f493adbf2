public import BurinCharts
import BurinScene

extension Figure {
  /// Returns the figure laid out, with its facts.
  ///
  /// ```swift
  /// var coin = Coin()
  /// coin.p = 0.75
  /// let picture = try coin.rendering(language: .en).scene
  /// ```
  ///
  /// - Parameters:
  ///   - language: the language of the texts.
  ///   - theme: the theme.
  ///   - width: the width of the canvas, in points; nil for the figure's own.
  ///   - showsTitle: whether title and subtitle stand above the content; files name the title anyway.
  ///   - explainsPlacements: whether the rendering records how labels are placed.
  ///   - title: another title; nil for the figure's own.
  ///   - subtitle: another subtitle; nil for the figure's own.
  /// - Throws: ``ParameterError`` for a parameter outside its limits or inconsistent values, or a
  ///   layout's ``ChartError``.
  public func rendering(
    language: Language = .en, theme: Theme = .standard, width: Double? = nil,
    showsTitle: Bool = true, explainsPlacements: Bool = false, title: Text? = nil,
    subtitle: Text? = nil
  ) throws -> FigureRendering {
    let numbers = try checkedNumbers()
    let context = try LayoutContext(
      theme: theme, language: language.tag, explainsPlacements: explainsPlacements)
    var page = FigurePage(
      title: title ?? self.title(numbers, language),
      subtitle: subtitle ?? self.subtitle(numbers, language),
      content: try body(numbers, language, in: FigureSpace(width: width ?? Self.width)))
    page.showsTitle = showsTitle
    let scene = try page.scene(
      width: width ?? Self.width, altText: altText(numbers, language), context: context)
    return FigureRendering(
      scene: scene, facts: facts(numbers),
      inputs: parameters.flatMap(\.parameter.numbers), diagnostics: context.diagnostics,
      placements: context.placements)
  }

  /// Returns the computed numbers by name.
  ///
  /// - Throws: ``ParameterError``.
  public func facts() throws -> Facts { facts(try checkedNumbers()) }

  func checkedNumbers() throws -> Numbers {
    for (name, parameter) in parameters {
      do throws(ParameterProblem) {
        try parameter.checkValue()
      } catch {
        throw ParameterError(name, error.description)
      }
    }
    return try compute()
  }

  /// The declared parameters by name, in order.
  var parameters: [(name: String, parameter: any AnyParameter)] {
    Mirror(reflecting: self).children.compactMap { child in
      guard let label = child.label, label.hasPrefix("_"),
        let parameter = child.value as? any AnyParameter
      else { return nil }
      return (String(label.dropFirst()), parameter)
    }
  }
}
