import BurinFigures
import BurinText
import Figures

/// The fonts of all figures.
enum Fonts {
  /// Loads the fonts, so that a missing one is reported once and not for every figure.
  ///
  /// - Throws: ``TextError``, which names the family and its package.
  static func find() throws { _ = try FontLibrary.shared(Theme.tutorial.families) }
}
