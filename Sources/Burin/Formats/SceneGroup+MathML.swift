import BurinMath
import BurinScene

extension SceneGroup {
  /// The formula of a group as MathML, standing on its own; nil for one with macros of a theme, which
  /// the scene doesn't know.
  var mathML: String? {
    try? FormulaMathML(isBlock: true, includesColors: false).markup(name)
  }
}
