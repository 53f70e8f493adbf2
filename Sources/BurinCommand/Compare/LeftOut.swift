import BurinRaster

/// Something in one of the folders that was not compared, or not safely.
struct LeftOut: Sendable {
  /// Why an entry was not compared.
  enum Reason: String, Sendable, CaseIterable {
    /// A picture or a folder of pictures with a hidden name.
    case hidden
    /// A link to a folder.
    case links
    /// A picture in another format than PNG.
    case formats
    /// A folder that cannot be entered, or an entry that cannot be inspected.
    case unreadable
    /// A scene without its picture.
    case scenes
    /// Names that are one on file systems that normalise characters.
    case clashes
  }

  /// The entry's path, with that of its folder.
  var path: BytePath
  /// The path in its folder, as patterns see it.
  var name: BytePath
  var reason: Reason
  /// What the entry is and why it is left out, in words.
  var words: String
}

extension LeftOut: CustomStringConvertible {
  var description: String {
    reason == .clashes ? "\(path): clash: \(words)" : "\(path): left out: \(words)"
  }
}
