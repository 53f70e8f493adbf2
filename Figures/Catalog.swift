public import BurinFigures

/// The figures of the tutorial, in its order.
public enum Catalog {
  /// The languages of the figures' texts.
  public static let languages: [Language] = [.zh, .en]

  /// The entries, one for each figure.
  public static let entries: [FigureEntry] = [
    entry(WhyInformation.self),
    entry(Surprise.self),
    entry(FormulaBirth.self),
    entry(DistributionFigure.self),
    entry(TwoDistributions.self),
    entry(EntropyFigure.self),
    entry(CrossEntropy.self),
    entry(KLFormula.self),
    entry(KLCalculation.self),
    entry(Asymmetry.self),
    entry(JensenInequality.self),
    entry(KLNonnegativeProof.self),
    entry(ForwardVersusReverse.self),
    entry(KLPenaltyCurves.self),
    entry(RLHF.self),
    entry(Summary.self),
    entry(KLNumericalExample.self),
  ]

  private static func entry(_ type: (some Figure).Type) -> FigureEntry {
    FigureEntry(type, theme: .tutorial)
  }

  /// Returns the entry with a figure's name.
  public static func entry(_ id: String) -> FigureEntry? { entries.first { $0.id == id } }
}
