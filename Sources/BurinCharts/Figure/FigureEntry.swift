public import BurinScene

/// A figure in a catalog: made anew, with given parameters, for each rendering.
public struct FigureEntry: Sendable {
  /// The name of the figure.
  public let id: String
  /// The parameters in the order of their declaration.
  public let parameters: [ParameterDescription]
  private let makeFacts: @Sendable ([Setting]) throws -> Facts
  private let makeScene: @Sendable ([Setting], Language, Theme) throws -> FigureRendering

  /// A value for a parameter, as typed.
  public struct Setting: Hashable, Sendable {
    /// The parameter.
    public var name: String
    /// The value as text.
    public var value: String
    /// Makes a setting.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Makes the entry of a type of figure.
  public init<F: Figure>(_ type: F.Type) {
    id = F.id
    parameters = Self.parameters(of: F()).map {
      ParameterDescription(name: $0.name, defaultText: $0.parameter.defaultText)
    }
    makeFacts = { settings in
      let figure = try Self.make(F.self, settings)
      return figure.facts(try figure.compute())
    }
    makeScene = { settings, language, theme in
      let figure = try Self.make(F.self, settings)
      let numbers = try figure.compute()
      let context = try LayoutContext(theme: theme, language: language.tag)
      let page = FigurePage(
        title: figure.title(numbers, language), subtitle: figure.subtitle(numbers, language),
        content: try figure.body(numbers, language))
      let scene = try page.scene(
        width: F.width, altText: figure.altText(numbers, language), context: context)
      return FigureRendering(
        scene: scene, facts: figure.facts(numbers), diagnostics: context.diagnostics)
    }
  }

  /// The computed numbers.
  ///
  /// - Throws: ``ParameterError`` for an unknown parameter or a value that makes no sense.
  public func facts(_ settings: [Setting] = []) throws -> Facts { try makeFacts(settings) }

  /// The finished scene with its facts.
  ///
  /// - Throws: ``ParameterError``, or a layout's ``ChartError``.
  public func render(
    _ settings: [Setting] = [], language: Language = .zh, theme: Theme = .standard
  ) throws -> FigureRendering {
    try makeScene(settings, language, theme)
  }

  private static func parameters(
    of figure: some Figure
  ) -> [(name: String, parameter: any AnyParameter)] {
    Mirror(reflecting: figure).children.compactMap { child in
      guard let label = child.label, label.hasPrefix("_"),
        let parameter = child.value as? any AnyParameter
      else { return nil }
      return (String(label.dropFirst()), parameter)
    }
  }

  private static func make<F: Figure>(_ type: F.Type, _ settings: [Setting]) throws -> F {
    var parameters: [String: any AnyParameter] = [:]
    let declared = Self.parameters(of: F())
    for (name, parameter) in declared { parameters[name] = parameter }
    for setting in settings {
      guard let parameter = parameters[setting.name] else {
        let known = declared.map(\.name).joined(separator: ", ")
        throw ParameterError(
          setting.name, "\(F.id) has no such parameter; it has \(known.isEmpty ? "none" : known)")
      }
      do throws(ParameterProblem) {
        parameters[setting.name] = try parameter.setting(setting.value)
      } catch {
        throw ParameterError(setting.name, error.description)
      }
    }
    return try F(from: ParameterDecoder(parameters: parameters))
  }
}

/// A figure laid out.
public struct FigureRendering: Sendable {
  /// The finished picture.
  public var scene: Scene
  /// The numbers in it.
  public var facts: Facts
  /// Things the author should know that are not errors.
  public var diagnostics: [Diagnostic]
}
