/// Macros for all formulas of a document or theme.
///
/// ```swift
/// theme.macros = try FormulaMacros(#"\newcommand{\KL}[2]{D_{\mathrm{KL}}(#1\,\|\,#2)}"#)
/// Formula(#"\KL{P}{Q}\ge 0"#)
/// ```
public struct FormulaMacros: Hashable, Sendable {
  let table: [String: Macro]

  /// No macros.
  public static let none = FormulaMacros(table: [:])

  /// Reads definitions as they stand at the beginning of a document: `\newcommand` and its like,
  /// `\def`, `\let`, `\DeclareMathOperator` and `\DeclarePairedDelimiter`, with comments.
  ///
  /// - Throws: ``FormulaError`` where something else stands between the definitions, or one is wrong.
  public init(_ source: String) throws(FormulaError) {
    // Comments count in a source of several lines.
    var parser = Parser(lexer: Lexer(source + "\n"), colors: [:])
    guard source.utf8.count <= FormulaLimits.sourceLength * 5 else {
      throw .limit(
        "the macros have \(source.utf8.count) bytes; the limit is \(FormulaLimits.sourceLength * 5)",
        at: parser.lexer.position(0))
    }
    try parser.definitions()
    table = parser.macros
  }

  private init(table: [String: Macro]) { self.table = table }

  /// The names that are defined, without backslashes, in alphabetical order.
  public var names: [String] { table.keys.sorted() }
}

extension Parser {
  /// Reads definitions up to the end of the source.
  fileprivate mutating func definitions() throws(FormulaError) {
    while true {
      let (token, position) = lexer.next()
      switch token {
      case .end: return
      case .command(let name):
        guard case .primitive(let primitive)? = CommandTable.commands[name],
          [
            .newcommand, .renewcommand, .providecommand, .def, .gdef, .edef, .xdef, .let,
            .declareMathOperator, .pairedDelimiter,
          ].contains(primitive)
        else {
          throw syntax(
            "\\\(name) is no definition; macros are \\newcommand, \\def and their like", position)
        }
        try define(primitive)
      default:
        throw syntax("something stands between the definitions; remove it", position)
      }
    }
  }
}
