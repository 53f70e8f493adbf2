/// Where fonts are found.
public enum FontSource: Hashable, Sendable {
  /// Among the fonts that are installed on the machine.
  case installed
  /// In folders and the folders within them.
  case folders([String])
  /// In single files.
  case files([String])

  /// In a folder and the folders within it.
  public static func folder(_ path: String) -> FontSource { .folders([path]) }

  /// Where a family is missed, as a part of a sentence.
  var place: String {
    switch self {
    case .installed: "is not installed"
    case .folders(let paths): "is not in \(paths.joined(separator: ", "))"
    case .files(let paths):
      "is in none of the font files \(paths.isEmpty ? "(none was given)" : paths.joined(separator: ", "))"
    }
  }
}
