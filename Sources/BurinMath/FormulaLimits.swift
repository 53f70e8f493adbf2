/// Limits on formulas; a formula beyond them throws ``FormulaError/limit(_:at:)``.
///
/// They are far more than a reader can take in, and keep hostile input from exhausting stack,
/// memory or time.
public enum FormulaLimits {
  /// The maximum length of a source, in UTF-8 bytes, and of its expansion, in characters.
  public static let sourceLength = 20_000
  /// The maximum nesting depth of groups, arguments, scripts and environments.
  public static let depth = 32
  /// The maximum number of macro expansions.
  public static let expansions = 1_000
  /// The maximum number of cells of one matrix, alignment or array.
  public static let cells = 2_000
  /// The maximum number of columns of one matrix, alignment or array.
  public static let columns = 64
  /// The maximum number of pieces of one stretched glyph.
  public static let assemblyPieces = 1_000
  /// The maximum length of an explicit space or rule, in ems.
  public static let length = 1_000.0
  /// The maximum font size, in points.
  public static let fontSize = 10_000.0
}
