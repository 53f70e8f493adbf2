import BurinScene

extension FontLibrary {
  /// Returns the files of the faces of families, sorted.
  package func files(of families: [String]) -> [String] {
    var files: Set<String> = []
    for family in families {
      for file in configuration.faces(of: family) where file.weight != nil {
        files.insert(file.path)
      }
    }
    return files.sorted()
  }

  /// What the families lack that is no error.
  package var notes: [String] {
    families.text.compactMap { family in
      let weights = configuration.faces(of: family).compactMap(\.weight)
      return weights.contains(.bold)
        ? nil : "font family “\(family)” has no bold face: bold texts are set in the regular one"
    }
  }
}
