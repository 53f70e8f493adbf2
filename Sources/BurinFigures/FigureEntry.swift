public import BurinCharts

/// A figure in a catalog, created for each rendering with given parameters.
public struct FigureEntry: Sendable {
  /// The name of the figure.
  public let id: String
  /// The parameters in the order of their declaration, but for words.
  public let parameters: [ParameterDescription]
  /// The parameters that are words: lists of names, and the title and the subtitle of any figure.
  ///
  /// Each can be set for one language as well: `title.zh`.
  public let words: [String]
  /// The catalog's theme.
  public let theme: Theme
  private let makeFacts: @Sendable ([Setting]) throws -> Facts
  private let makeStatements: @Sendable ([Setting]) throws -> [Statement]
  private let makeScene:
    @Sendable ([Setting], Language, Theme, Double?, Bool, Bool) throws -> FigureRendering

  /// The words that every figure takes.
  public static var headings: [String] { ["title", "subtitle"] }

  /// A value for a parameter, as text.
  public struct Setting: Hashable, Sendable {
    /// The parameter.
    public var name: String
    /// The value as text.
    public var value: String
    /// Where the value stands, such as `post.yml, line 3`, which errors tell; settings that differ
    /// in it alone are equal.
    public var origin: String?

    /// Creates a setting.
    public init(name: String, value: String, origin: String? = nil) {
      self.name = name
      self.value = value
      self.origin = origin
    }

    /// Returns whether two settings give the same value to the same parameter.
    public static func == (a: Setting, b: Setting) -> Bool {
      a.name == b.name && a.value == b.value
    }

    /// Hashes the name and the value.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(name)
      hasher.combine(value)
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
    let declared = F().parameters
    parameters = declared.filter { !$0.parameter.isWords }
      .map { ParameterDescription(name: $0.name, $0.parameter) }
    words = declared.filter(\.parameter.isWords).map(\.name) + Self.headings
    makeFacts = { try Self.make(F.self, $0).facts() }
    makeStatements = { try Self.make(F.self, $0).statements() }
    makeScene = {
      let settings = try Self.settings($0, for: $1)
      func heading(_ name: String) -> Text? {
        settings.last { $0.name == name }.map { Text(markup: $0.value) }
      }
      return try Self.make(F.self, $0, $1).rendering(
        language: $1, theme: $2, width: $3, showsTitle: $4, explainsPlacements: $5,
        title: heading("title"), subtitle: heading("subtitle"))
    }
  }

  /// Returns the computed numbers.
  ///
  /// - Throws: ``ParameterError`` for an unknown parameter or an invalid value.
  public func facts(_ settings: [Setting] = []) throws -> Facts {
    try Self.locating(settings) { try makeFacts(settings) }
  }

  /// Returns the sentences that depend on the numbers, with their conditions.
  ///
  /// - Throws: ``ParameterError`` for an unknown parameter or an invalid value.
  public func statements(_ settings: [Setting] = []) throws -> [Statement] {
    try Self.locating(settings) { try makeStatements(settings) }
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
    try Self.locating(settings) {
      try makeScene(settings, language, theme ?? self.theme, width, showsTitle, explainsPlacements)
    }
  }

  /// Adds to errors where the values that caused them stand.
  private static func locating<R>(_ settings: [Setting], _ work: () throws -> R) throws -> R {
    do {
      return try work()
    } catch var error as ParameterError {
      // The name of a setting may end in a language, which an error leaves out.
      let setting = settings.last {
        $0.name == error.parameter || $0.name.hasPrefix(error.parameter + ".")
      }
      error.origin = error.origin ?? setting?.origin
      throw error
    }
  }

  /// Returns the settings that hold for a language, those for it alone behind the others and
  /// without its name; nil stands for all languages.
  private static func settings(
    _ settings: [Setting], for language: Language?
  ) throws(ParameterError) -> [Setting] {
    var (all, own) = ([Setting](), [Setting]())
    for setting in settings {
      guard let dot = setting.name.lastIndex(of: ".") else {
        all.append(setting)
        continue
      }
      let tag = String(setting.name[setting.name.index(after: dot)...])
      guard let named = Language(tag) else {
        throw ParameterError(setting.name, "“\(tag)” is no language, such as en or zh")
      }
      guard language == nil || language == named || language?.code == tag else { continue }
      own.append(
        Setting(name: String(setting.name[..<dot]), value: setting.value, origin: setting.origin))
    }
    return all + own
  }

  private static func make<F: Figure>(
    _ type: F.Type, _ settings: [Setting], _ language: Language? = nil
  ) throws -> F {
    var parameters: [String: any AnyParameter] = [:]
    let declared = F().parameters
    for (name, parameter) in declared { parameters[name] = parameter }
    for setting in try Self.settings(settings, for: language) {
      if headings.contains(setting.name) {
        guard setting.value.contains(where: { !$0.isWhitespace }) else {
          throw ParameterError(setting.name, "is empty; leave it out for the figure's own")
        }
        continue
      }
      guard let parameter = parameters[setting.name] else {
        let known = (declared.map(\.name) + headings).joined(separator: ", ")
        throw ParameterError(setting.name, "\(F.id) has no such parameter; it has \(known)")
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
