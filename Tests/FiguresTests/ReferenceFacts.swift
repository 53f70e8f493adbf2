/// The facts of every figure at its defaults, from independent computations.
///
/// Source: SciPy 1.17 and mpmath. Bits unless the name says nats. The relative tolerance is 1e-9; for
/// names that end in `~`, which a figure's fact does without, 1e-6.
enum ReferenceFacts {
  static let all: [String: [String: Double]] = [
    "01_why_information": [
      "entropy.prior": 1.0,
      "entropy.rain": 0.4689955935892811,
      "entropy.stock": 0.9709505944546686,
      "entropy.exam": 0.8812908992306927,
      "gain.rain": 0.5310044064107189,
      "gain.stock": 0.02904940554533142,
      "gain.exam": 0.1187091007693073,
    ],
    "02_surprise": [
      "information.sunrise": 0.00014427671804501932,
      "information.weekday": 2.807354922057604,
      "information.lottery": 19.931568569324174,
    ],
    "03_formula_birth": [
      "log.additivity_error": 0.0,
      "linear.additivity_error": -0.375,
      "reciprocal.additivity_error": 3.0,
    ],
    "04_distribution": [
      "entropy.die": 2.584962500721156,
      "entropy.two_dice": 3.2744019192887706,
    ],
    "05_two_distributions": [
      "entropy.P": 1.4567796494470395,
      "cross_entropy": 2.6010134098577593,
      "kl.forward": 1.1442337604107193,
      "total_variation": 0.55,
    ],
    "06_entropy": [
      "entropy.desert": 0.5411884030780175,
      "entropy.mountain": 1.583957074455697,
      "entropy.maximum": 1.584962500721156,
    ],
    "07_cross_entropy": [
      "entropy.P": 4.17578712205657,
      "cross_entropy": 4.865790899306394,
      "kl.forward": 0.6900037772498235,
      "huffman.matched": 4.205062050620506,
      "huffman.mismatched": 4.877528775287754,
    ],
    "08_kl_formula": [
      "ratio.sunny": 3.0,
      "log_ratio.sunny": 1.584962500721156,
      "term.sunny": 0.9509775004326936,
    ],
    "09_kl_calculation": [
      "term.sunny": 0.9509775004326936,
      "term.rainy": -0.22108967824986187,
      "term.cloudy": -0.15849625007211562,
      "kl.forward": 0.5713915721107165,
    ],
    "10_asymmetry": [
      "kl.forward": 0.5713915721107165,
      "kl.reverse": 0.5269790471552184,
      "bernoulli.forward": 2.3291778797349196,
      "bernoulli.reverse": 0.9192068641040888,
    ],
    "jensen_inequality": [
      "concave.curve": 0.8109302162163288,
      "concave.chord": 0.34657359027997264,
      "concave.gap": 0.4643566259363561,
      "convex.curve": 0.25,
      "convex.chord": 2.5,
      "convex.gap": 2.25,
    ],
    "kl_nonnegative_proof": [
      "mean.ratio": 1.0,
      "mean.log_ratio": -0.5713915721107161,
      "kl.forward": 0.5713915721107161,
    ],
    "forward_vs_reverse_kl": [
      "forward.mean": 0.0,
      "forward.sigma": 2.118962010041709,
      "forward.kl_nats~": 0.4205051693101897,
      "reverse.mean~": 1.9817541810003703,
      "reverse.sigma~": 0.7257713242732078,
      "reverse.kl_nats~": 0.685888937604024,
      "forward_kl_at_reverse_fit_nats~": 6.8390397979730935,
      "reverse_kl_at_forward_fit_nats~": 0.8102543863872675,
    ],
    "kl_penalty_curves": [
      "forward.at_q_0.01": 2.821928094887362,
      "reverse.at_p_0.01": 2.821928094887362,
    ],
    "11_rlhf": [
      "reward.beta_10": 0.4552091986368414,
      "kl.beta_10": 0.0003040931073571176,
      "reward.beta_1": 0.49479429341546655,
      "kl.beta_1": 0.032041776081794246,
      "reward.beta_0.3": 0.6099886408991205,
      "kl.beta_0.3": 0.3965798715710639,
      "reward.beta_0.1": 0.9005203042442473,
      "kl.beta_0.1": 3.0293623805310763,
      // SciPy: rel_entr of the tilted policies, in nats.
      "kl_nats.beta_10": 0.00021078127999226781, "kl_nats.beta_1": 0.022209666751228898,
      "kl_nats.beta_0.3": 0.27488821984630807, "kl_nats.beta_0.1": 2.09979399295948,
    ],
    "12_summary": [
      "information.sunny": 0.7369655941662062,
      "entropy.P": 1.295461844238322,
      "cross_entropy": 1.8668534163490382,
      "kl.forward": 0.5713915721107165,
    ],
    "kl_numerical_example": [
      "term.A": 0.16096404744368117,
      "term.B": -0.1245112497836532,
      "term.C": 0.0,
      "kl.forward": 0.036452797660027965,
      "kl.forward_nats": 0.025267153921570557,
      "kl.reverse": 0.03724376175659267,
    ],
    // Closed forms in Python; the trainings by an implementation of their own.
    "exercise_cross_entropy_loss": [
      "loss": 0.35667494393873245, "loss.mistake": 4.605170185988091, "gradient.1": 0.1,
      "gradient.2": -0.3, "gradient.3": 0.1, "gradient.4": 0.1,
    ],
    "exercise_vae_elbo": [
      "log_evidence": -1.9305103088617774, "elbo": -4.048934903958938, "gap": 2.1184245950971605,
      "reconstruction.beta_0.1": -0.27724881843889754, "kl.beta_0.1": 2.439772351020209,
      "reconstruction.beta_0.5": -0.5035691304225052, "kl.beta_0.5": 1.5430567331125542,
      "reconstruction.beta_1": -0.8057913526447272, "kl.beta_1": 1.1247189562170503,
      "reconstruction.beta_2": -1.392458019311394, "kl.beta_2": 0.7159728110007215,
      "reconstruction.beta_5": -2.7257913526447273, "kl.beta_5": 0.2938933324510595,
      "reconstruction.beta_20": -5.017458019311395, "kl.beta_20": 0.03907744506364398,
    ],
    "exercise_ppo_beta": [
      "reward_median.beta_0.01~": 0.800008285705962,
      "reward_spread.beta_0.01~": 0.39792339894978346,
      "kl_mean.beta_0.01~": 0.3315296081322245, "reward_median.beta_0.1~": 0.9854574964690306,
      "reward_spread.beta_0.1~": 0.3972908215843134, "kl_mean.beta_0.1~": 0.2764314076948121,
      "reward_median.beta_1~": 0.9861900288795307, "reward_spread.beta_1~": 0.042157856865935095,
      "kl_mean.beta_1~": 0.03404393278040802, "reward_median.adaptive~": 0.9909642602121226,
    ],
  ]
}
