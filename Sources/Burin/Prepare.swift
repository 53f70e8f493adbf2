public import BurinCharts
import BurinScene
public import BurinText

/// Loads the fonts of a theme and makes sure that they can be used, so that a program fails when it
/// starts and not at its first chart.
///
/// ```swift
/// let fonts = try Burin.prepare(theme: .standard)
/// logger.info("fonts", metadata: ["families": "\\(fonts.families)"])
/// ```
///
/// The first rendering after it is as fast as later ones.
///
/// - Parameters:
///   - theme: the theme.
///   - formulas: whether formulas will be set, which need a font of their own.
///   - cache: where the fonts are found and kept.
/// - Throws: ``BurinError`` of the category ``ErrorCategory/machine`` where a font is missing or
///   cannot be read.
@discardableResult
public func prepare(
  theme: Theme = .standard, formulas: Bool = true, cache: RenderCache = .shared
) throws(BurinError) -> PreparedFonts {
  try RenderOptions(theme: theme, cache: cache).rendering {
    let context = try LayoutContext(theme: theme)
    var samples = [Text("0"), Text("0").bold()]
    if formulas { samples.append(Text("$x$")) }
    for sample in samples { _ = try sample.block(in: context).size(ProposedSize()) }
    let fonts = context.fonts
    let used = fonts.families.text + (formulas ? [fonts.families.math] : [])
    return PreparedFonts(families: used, files: fonts.files(of: used), notes: fonts.notes)
  }
}

/// The fonts that a program is ready to use.
public struct PreparedFonts: Hashable, Sendable {
  /// The families, in the order in which they are asked for a character.
  public var families: [String]
  /// The files that were loaded for them.
  public var files: [String]
  /// What the fonts lack that is no error, such as a bold face.
  public var notes: [String]
}
