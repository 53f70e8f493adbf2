import BurinFigures
import Figures
import Testing

/// A figure with other parameters than its defaults, and the facts it must then have.
///
/// Source of the facts: SciPy 1.17 (`scipy.stats.entropy`, `scipy.special.rel_entr`, NumPy's `log`
/// and `convolve`), the Gaussian fits from mpmath 1.3 (`quad`, `findroot`), the code lengths from a
/// Huffman tree on Python's `heapq`. Names that end in `~` have the tolerance 1e-6, others 1e-9.
struct Variation: Sendable, CustomTestStringConvertible {
  var id: String
  var settings: [String: String]
  var facts: [String: Double]

  var testDescription: String {
    id + settings.sorted { $0.key < $1.key }.map { " \($0)=\($1)" }.joined()
  }

  init(_ id: String, _ settings: [String: String], _ facts: [String: Double] = [:]) {
    self.id = id
    self.settings = settings
    self.facts = facts
  }

  /// The settings as the catalog takes them.
  var typed: [FigureEntry.Setting] { .typed(settings) }
}

extension [FigureEntry.Setting] {
  /// Settings as the catalog takes them.
  static func typed(_ settings: [String: String]) -> Self {
    settings.sorted { $0.key < $1.key }.map { Element(name: $0.key, value: $0.value) }
  }
}

extension Variation {
  /// Figures with all of their parameters changed.
  static let all: [Variation] = [
    Variation(
      "01_why_information", ["prior": "0.2", "rain": "0.05", "stock": "0.45", "exam": "0.97"],
      [
        "entropy.prior": 0.7219280948873623, "entropy.rain": 0.2863969571159562,
        "entropy.stock": 0.9927744539878083, "entropy.exam": 0.19439185783157623,
        "gain.rain": 0.4355311377714061, "gain.stock": -0.270846359100446,
        "gain.exam": 0.527536237055786,
      ]),
    Variation(
      "02_surprise", ["sunrise": "0.98", "weekday": "1/52", "lottery": "1e-9"],
      [
        "information.sunrise": 0.029146345659516508, "information.weekday": 5.700439718141092,
        "information.lottery": 29.897352853986263,
      ]),
    Variation(
      "03_formula_birth", ["a": "0.3", "b": "0.9"],
      [
        "log.additivity_error": 0, "linear.additivity_error": -0.07,
        "reciprocal.additivity_error": 0.25925925925925924,
      ]),
    Variation(
      "04_distribution", ["sides": "4"],
      ["entropy.die": 2, "entropy.two_dice": 2.6556390622295667]),
    Variation(
      "05_two_distributions",
      ["P": "0.2,0.2,0.2,0.2,0.2", "Q": "0.5,0.25,0.125,0.0625,0.0625"],
      [
        "entropy.P": 2.3219280948873626, "cross_entropy": 2.8, "kl.forward": 0.4780719051126377,
        "total_variation": 0.35,
      ]),
    Variation(
      "06_entropy", ["desert": "0.8,0.1,0.05,0.03,0.02", "mountain": "0.3,0.25,0.2,0.15,0.1"],
      [
        "entropy.desert": 1.0704756246100957, "entropy.mountain": 2.2282129458410016,
        "entropy.maximum": 2.321928094887362, "information.desert.snowy": 4.321928094887363,
        "term.desert.snowy": 0.21609640474436812, "information.mountain.windy": 3.3219280948873626,
        "term.mountain.windy": 0.33219280948873625,
      ]),
    Variation(
      "07_cross_entropy", ["P": pinyin, "Q": english],
      [
        "entropy.P": 4.08138044839762, "cross_entropy": 4.785393661365474,
        "kl.forward": 0.7040132129678547, "huffman.matched": 4.105192117340052,
        "huffman.mismatched": 4.819310717178079,
      ]),
    Variation(
      "08_kl_formula", ["P": "0.1,0.2,0.7", "Q": "0.45,0.35,0.2"],
      [
        "ratio.sunny": 0.2222222222222222, "log_ratio.sunny": -2.169925001442312,
        "term.sunny": -0.2169925001442312,
      ]),
    Variation(
      "09_kl_calculation", ["P": fiveP, "Q": fiveQ],
      [
        "term.sunny": 0.6325742227201613, "term.rainy": 0.18424139854155155, "term.cloudy": 0,
        "kl.forward": 0.537197130926603,
      ]),
    Variation(
      "10_asymmetry", ["P": fiveP, "Q": fiveQ, "p": "0.2", "q": "0.7"],
      [
        "kl.forward": 0.537197130926603, "kl.reverse": 0.5455102696152564,
        "bernoulli.forward": 0.7705590150115543, "bernoulli.reverse": 0.8406371956566693,
      ]),
    Variation(
      "jensen_inequality", ["x1": "1", "x2": "8", "u1": "-3", "u2": "1.5", "weight": "0.25"],
      [
        "concave.curve": 1.8325814637483102, "concave.chord": 1.5595811562598767,
        "concave.gap": 0.2730003074884335, "convex.curve": 0.140625, "convex.chord": 3.9375,
        "convex.gap": 3.796875,
      ]),
    Variation(
      "kl_nonnegative_proof", ["P": fiveP, "Q": fiveQ],
      [
        "mean.ratio": 1, "mean.log_ratio": -0.537197130926603, "kl.forward": 0.537197130926603,
      ]),
    Variation(
      "forward_vs_reverse_kl", ["weights": "0.3,0.7", "means": "-1.5,3", "sigmas": "0.6,1.2"],
      [
        "forward.mean": 1.65, "forward.sigma": 2.3170023737579554,
        "forward.kl_nats~": 0.273421907544, "reverse.mean~": 2.7848853165453,
        "reverse.sigma~": 1.4542370749476, "reverse.kl_nats~": 0.32738050351785,
        "forward_kl_at_reverse_fit_nats~": 0.88140611622078,
        "reverse_kl_at_forward_fit_nats~": 0.442149365919798,
        "reverse_2.mean~": -1.4344495828586, "reverse_2.sigma~": 0.6722935940999,
        "reverse_2.kl_nats~": 1.1709363850775,
      ]),
    Variation(
      "kl_penalty_curves", ["P": "0.8,0.3", "Q": "0.7,0.4", "small": "0.05"],
      [
        // The example is the middle one of each list: 0.3 and 0.4.
        "forward.at_q_0.05": 0.7754887502163468, "reverse.at_p_0.05": 1.2,
      ]),
    Variation(
      "11_rlhf", ["base": "0.4,0.3,0.2,0.1", "reward": "1,0,-1,3", "betas": "5,0.5,0.05"],
      [
        "reward.beta_5": 0.7681233103187673, "kl.beta_5": 0.039552597527938355,
        "reward.beta_0.5": 2.841388587269994, "kl.beta_0.5": 2.75141241016595,
        "reward.beta_0.05": 3, "kl.beta_0.05": 3.3219280948873613,
        "reward.limit": 3, "kl.limit": 3.321928094887362,
      ]),
    Variation(
      "12_summary", ["P": fiveP, "Q": fiveQ],
      [
        "information.sunny": 1.5145731728297582, "entropy.P": 2.1530619673362943,
        "cross_entropy": 2.6902590982628976, "kl.forward": 0.537197130926603,
      ]),
    Variation(
      "kl_numerical_example", ["P": fiveP, "Q": fiveQ],
      [
        "term.A": 0.6325742227201613, "term.B": 0.18424139854155155, "term.C": 0,
        "term.D": -0.12706724268642822, "term.E": -0.1525512476486815,
        "kl.forward": 0.537197130926603, "kl.forward_nats": 0.3723566767066667,
        "kl.reverse": 0.5455102696152564,
      ]),
    Variation(
      "exercise_cross_entropy_loss", ["true_class": "3", "Q": "0.2,0.3,0.5", "mistake": "0.05"],
      [
        "loss": 0.6931471805599453,
        "loss.mistake": 2.995732273553991,
        "gradient.1": 0.2,
        "gradient.3": -0.5,
      ]),
    Variation(
      "exercise_vae_elbo",
      ["w": "0.5", "s": "0.8", "x": "-1", "q_mean": "-0.2", "q_sd": "1.1", "betas": "0.2,3"],
      [
        "log_evidence": -1.4224693778856858,
        "elbo": -1.5946254270861382,
        "gap": 0.17215604920045235,
        "reconstruction.beta_0.2": -0.8515157063942562,
        "kl.beta_0.2": 1.0855796660823414,
        "reconstruction.beta_3": -1.4802138482923826,
        "kl.beta_3": 0.03014278183281118,
      ]),
    // The algorithm and its random numbers written anew in Python.
    Variation(
      "exercise_ppo_beta",
      [
        "rewards": "0,1,0.5", "noise": "0.5", "updates": "15", "samples": "20", "betas": "0.05,2",
        "target": "0.05",
      ],
      [
        "reward_median.beta_0.05~": 0.9950926168890796,
        "reward_spread.beta_0.05~": 0.003634470180253979,
        "kl_mean.beta_0.05~": 0.08731782666194766,
        "reward_median.beta_2~": 0.9655345068652984,
        "reward_spread.beta_2~": 0.019305160686419187,
        "kl_mean.beta_2~": 0.008894727759954747,
        "reward_median.adaptive~": 0.9943202840194849,
      ]),
  ]

  /// Parameters at their limits: certain outcomes, divergences that are infinite.
  static let limits: [Variation] = [
    Variation(
      "01_why_information", ["rain": "1", "stock": "0.5"],
      ["entropy.rain": 0, "gain.rain": 1, "entropy.stock": 1, "gain.stock": 0]),
    Variation("02_surprise", ["sunrise": "1"], ["information.sunrise": 0]),
    Variation(
      "04_distribution", ["sides": "10"],
      ["entropy.die": 3.321928094887362, "entropy.two_dice": 4.030561131319763]),
    Variation("04_distribution", ["sides": "2"], ["entropy.die": 1, "entropy.two_dice": 1.5]),
    Variation(
      "05_two_distributions", ["P": "0.2,0.2,0.2,0.2,0.2", "Q": "0.5,0.25,0.25,0,0"],
      ["cross_entropy": .infinity, "kl.forward": .infinity, "total_variation": 0.4]),
    Variation(
      "06_entropy", ["desert": "1,0,0", "mountain": "1/3,1/3,1/3"],
      [
        "entropy.desert": 0, "entropy.mountain": 1.584962500721156,
        "entropy.maximum": 1.584962500721156,
      ]),
    Variation(
      "08_kl_formula", ["Q": "0,0.5,0.5"],
      [
        "ratio.sunny": .infinity, "log_ratio.sunny": .infinity, "term.sunny": .infinity,
        "kl.forward": .infinity,
      ]),
    Variation(
      "09_kl_calculation", ["Q": "0.7,0.3,0"],
      [
        "term.sunny": -0.13343545280186872, "term.rainy": 0, "term.cloudy": .infinity,
        "kl.forward": .infinity,
      ]),
    Variation("09_kl_calculation", ["P": "0.5,0.5,0", "Q": "0.25,0.25,0.5"], ["kl.forward": 1]),
    Variation(
      "10_asymmetry", ["P": "0.6,0.3,0.1", "Q": "0.7,0.3,0", "q": "1"],
      [
        "kl.forward": .infinity, "kl.reverse": 0.15567469493551325,
        "bernoulli.forward": .infinity, "bernoulli.reverse": 1,
      ]),
    Variation(
      "kl_nonnegative_proof", ["P": "0.6,0.3,0.1", "Q": "0.7,0.3,0"],
      ["mean.log_ratio": -.infinity, "kl.forward": .infinity]),
    Variation(
      "12_summary", ["Q": "0.7,0.3,0"],
      ["entropy.P": 1.295461844238322, "cross_entropy": .infinity, "kl.forward": .infinity]),
    Variation(
      "kl_numerical_example", ["Q": "0.6,0.4,0"],
      ["term.C": .infinity, "kl.forward": .infinity, "kl.forward_nats": .infinity]),
  ]

  private static let fiveP = "0.35,0.25,0.2,0.12,0.08"
  private static let fiveQ = "0.1,0.15,0.2,0.25,0.3"

  private static let english =
    "8.167,1.492,2.782,4.253,12.702,2.228,2.015,6.094,6.966,0.153,0.772,4.025,2.406,6.749,7.507,"
    + "1.929,0.095,5.987,6.327,9.056,2.758,0.978,2.36,0.15,1.974,0.074"
  private static let pinyin =
    "1094,194,139,441,824,179,816,751,1581,240,49,206,128,1389,497,36,113,54,378,93,806,30,113,"
    + "315,288,359"
}
