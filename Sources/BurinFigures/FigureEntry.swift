public import BurinCharts

/// A figure in a catalog, created for each rendering with given parameters.
public struct FigureEntry: Sendable {
  /// The name of the figure.
  public let id: String
  /// The parameters in the order of their declaration.
  public let parameters: [ParameterDescription]
  /// The catalog's theme.
  public let theme: Theme
  private let makeFacts: @Sendable ([Setting]) throws -> Facts
  private let makeStatements: @Sendable ([Setting]) throws -> [Statement]
  private let makeScene:
    @Sendable ([Setting], Language, Theme, Double?, Bool, Bool) throws -> FigureRendering

  /// A value for a parameter, as text.
  public struct Setting: Hashable, Sendable {
    /// The parameter.
    public var name: String
    /// The value as text.
    public var value: String
    /// Creates a setting.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Creates the entry of a type of figure.
  ///
  /// - Parameters:
  ///   - type: the figure.
  ///   - theme: the catalog's theme.
  public init<F: Figure>(_ type: F.Type, theme: Theme = .standard) {
    id = F.id
    self.theme = theme
    parameters = F().parameters.map { ParameterDescription(name: $0.name, $0.parameter) }
    makeFacts = { try Self.make(F.self, $0).facts() }
    makeStatements = { try Self.make(F.self, $0).statements() }
    makeScene = {
      try Self.make(F.self, $0).rendering(
        language: $1, theme: $2, width: $3, showsTitle: $4, explainsPlacements: $5)
    }
  }

  /// Returns the computed numbers.
  ///
  /// - Throws: ``ParameterError`` for an unknown parameter or an invalid value.
  public func facts(_ settings: [Setting] = []) throws -> Facts { try makeFacts(settings) }

  /// Returns the sentences that depend on the numbers, with their conditions.
  ///
  /// - Throws: ``ParameterError`` for an unknown parameter or an invalid value.
  public func statements(_ settings: [Setting] = []) throws -> [Statement] {
    try makeStatements(settings)
  }

  /// Returns the finished scene with its facts.
  ///
  /// - Parameters:
  ///   - settings: values for parameters; the others keep their defaults.
  ///   - language: the language of the texts.
  ///   - theme: the theme; nil for the catalog's.
  ///   - width: the width of the canvas, in points; nil for the figure's own.
  ///   - showsTitle: whether title and subtitle stand above the content.
  ///   - explainsPlacements: whether the rendering records how labels are placed.
  /// - Throws: ``ParameterError``, or a layout's ``ChartError``.
  public func render(
    _ settings: [Setting] = [], language: Language = .en, theme: Theme? = nil,
    width: Double? = nil, showsTitle: Bool = true, explainsPlacements: Bool = false
  ) throws -> FigureRendering {
    try makeScene(settings, language, theme ?? self.theme, width, showsTitle, explainsPlacements)
  }

  private static func make<F: Figure>(_ type: F.Type, _ settings: [Setting]) throws -> F {
    var parameters: [String: any AnyParameter] = [:]
    let declared = F().parameters
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
