public import BurinFigures

/// The figures of the tutorial, in its order, and those of its exercises.
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
    entry(CrossEntropyLoss.self),
    entry(VAEElbo.self),
    entry(PPOBeta.self),
  ]

  /// The entries of the images that the tutorial refers to, without those for its exercises.
  public static var illustrations: [FigureEntry] {
    entries.filter { !$0.id.hasPrefix("exercise_") }
  }

  private static func entry(_ type: (some Figure).Type) -> FigureEntry {
    FigureEntry(type, theme: .tutorial)
  }

  /// Returns the entry with a figure's name.
  public static func entry(_ id: String) -> FigureEntry? { entries.first { $0.id == id } }
}
