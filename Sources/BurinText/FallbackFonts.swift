import BurinScene

/// The fallback families that are installed, beside the families of text and mathematics.
///
/// They are loaded when a text first needs one of them.
final class FallbackFonts: Sendable {
  /// A configuration with all families.
  let configuration: FontConfiguration
  /// The installed fallbacks in their order, each with the face that is asked for characters.
  let families: [FamilyFace]
  /// The faces of the fallbacks.
  let faces: [FontID: FontFace]

  /// Loads families.
  ///
  /// - Parameters:
  ///   - names: the families in the order in which they are asked.
  ///   - others: families that the configuration has as well.
  ///   - known: faces that have been loaded.
  init(
    _ names: [String], beside others: [String], known: [FontID: FontFace] = [:],
    source: FontSource, budget: ByteBudget
  ) throws(TextError) {
    configuration = try FontConfiguration(families: others + names, source: source)
    var found: [FamilyFace] = []
    var faces: [FontID: FontFace] = [:]
    for family in names {
      var regular: FontFace?
      for file in configuration.faces(of: family) where file.weight != nil {
        let id = FontID(file.postScriptName)
        // A file that cannot be read is as good as one that is not installed.
        guard
          let face = try? faces[id] ?? known[id]
            ?? FontFace(id: id, path: file.path, index: file.index, budget: budget)
        else { continue }
        faces[id] = face
        if regular == nil || (file.weight == .regular && file.isNormalWidth) { regular = face }
      }
      if let regular { found.append(FamilyFace(name: family, face: regular)) }
    }
    self.families = found
    self.faces = faces
  }
}

/// A family with the face that tells which characters the family has.
struct FamilyFace: Sendable {
  var name: String
  var face: FontFace
}
