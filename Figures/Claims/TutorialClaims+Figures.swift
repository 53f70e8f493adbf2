extension TutorialClaims {
  /// Returns the sections of the tutorial that a figure illustrates, or the exercise that it answers.
  public static func sections(of figure: String) -> [String] {
    switch figure {
    case "01_why_information": ["1.2"]
    case "02_surprise": ["2.1"]
    case "03_formula_birth": ["2.2", "2.3"]
    case "04_distribution": ["3.1"]
    case "06_entropy": ["4.1", "4.2"]
    case "07_cross_entropy": ["5.1", "5.2"]
    case "08_kl_formula": ["6.1", "6.2"]
    case "09_kl_calculation": ["6.3"]
    case "10_asymmetry": ["6.4, property 2"]
    case "jensen_inequality": ["6.4.1"]
    case "kl_nonnegative_proof": ["6.4.2"]
    case "forward_vs_reverse_kl", "kl_penalty_curves": ["6.4.3"]
    case "11_rlhf": ["7.1"]
    case "12_summary": ["8.1", "8.2", "8.3"]
    case "kl_numerical_example": ["8.5"]
    case "exercise_cross_entropy_loss": ["exercise 3"]
    default: []
    }
  }
}
