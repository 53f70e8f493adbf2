public import BurinFigures

/// The seventeen figures of the tutorial, in its order.
public enum Catalog {
  /// The languages of the figures' texts.
  public static let languages: [Language] = [.zh, .en]

  /// One entry a figure.
  public static let entries: [FigureEntry] = [
    FigureEntry(WhyInformation.self),
    FigureEntry(Surprise.self),
    FigureEntry(FormulaBirth.self),
    FigureEntry(DistributionFigure.self),
    FigureEntry(TwoDistributions.self),
    FigureEntry(EntropyFigure.self),
    FigureEntry(CrossEntropy.self),
    FigureEntry(KLFormula.self),
    FigureEntry(KLCalculation.self),
    FigureEntry(Asymmetry.self),
    FigureEntry(JensenInequality.self),
    FigureEntry(KLNonnegativeProof.self),
    FigureEntry(ForwardVersusReverse.self),
    FigureEntry(KLPenaltyCurves.self),
    FigureEntry(RLHF.self),
    FigureEntry(Summary.self),
    FigureEntry(KLNumericalExample.self),
  ]

  /// The entry of a figure's name.
  public static func entry(_ id: String) -> FigureEntry? { entries.first { $0.id == id } }
}
