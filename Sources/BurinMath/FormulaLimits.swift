/// Bounds on what a formula may ask for; beyond them layout stops with ``FormulaError/limit(_:at:)``.
///
/// They lie far above what a reader can take in, and keep hostile input from using up stack,
/// memory or time.
public enum FormulaLimits {
  /// The longest source, in UTF-8 bytes; also the most characters after macros are replaced.
  public static let sourceLength = 20_000
  /// How deep groups, arguments, scripts and environments may nest.
  public static let depth = 32
  /// The most macros that are replaced by their texts.
  public static let expansions = 1_000
  /// The most cells of one matrix, alignment or array.
  public static let cells = 2_000
  /// The most columns of one matrix, alignment or array.
  public static let columns = 64
  /// The most pieces that one stretched glyph is assembled from.
  public static let assemblyPieces = 1_000
  /// The longest explicit space or rule, in ems.
  public static let length = 1_000.0
  /// The largest font size, in points.
  public static let fontSize = 10_000.0
}
