import BurinFigures
import BurinText
import Figures

/// The fonts that all figures are set in.
enum Fonts {
  /// Finds them, so that a missing one is told once and not by every figure.
  ///
  /// - Throws: ``TextError`` that names the family and its package.
  static func find() throws { _ = try FontLibrary.shared(Theme.tutorial.families) }
}
