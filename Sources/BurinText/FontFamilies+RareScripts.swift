import BurinScene
import CPango

extension FontFamilies {
  /// Returns the family of a script that few texts are in; nil for other characters.
  static func rareFamily(for scalar: Unicode.Scalar) -> String? {
    let code = g_unicode_script_to_iso15924(g_unichar_get_script(scalar.value))
    let letters = [24, 16, 8, 0].map { Unicode.Scalar(UInt8(truncatingIfNeeded: code >> $0)) }
    let script = String(String.UnicodeScalarView(letters))
    return rareScripts.first { $0.script.contains(script) }?.family
  }
}
