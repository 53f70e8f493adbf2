/// The frequency of each letter in English and in romanised Chinese text.
///
/// Sources: English from R. Lewand, "Cryptological Mathematics" (2000), per cent of the letters of
/// English text. Pinyin from the tutorial's own Chinese prose (3,686 characters; code blocks and
/// formulas left out), romanised without tones, ü written v.
public enum LetterFrequencies {
  /// The letters a to z.
  public static let letters: [String] = [
    "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s",
    "t", "u", "v", "w", "x", "y", "z",
  ]

  /// The frequency of each letter in English text, per cent.
  public static let english: [Double] = [
    8.167, 1.492, 2.782, 4.253, 12.702, 2.228, 2.015, 6.094, 6.966, 0.153, 0.772, 4.025, 2.406,
    6.749, 7.507, 1.929, 0.095, 5.987, 6.327, 9.056, 2.758, 0.978, 2.360, 0.150, 1.974, 0.074,
  ]

  /// The frequency of each letter in the pinyin of the prose.
  public static let pinyin: [Double] = [
    1094, 194, 139, 441, 824, 179, 816, 751, 1581, 240, 49, 206, 128, 1389, 497, 36, 113, 54, 378,
    93, 806, 30, 113, 315, 288, 359,
  ]
}
