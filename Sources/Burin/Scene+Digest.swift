public import BurinScene

/// The version of Burin, by semantic versioning.
public let burinVersion = "0.1.0"

extension Scene {
  /// Returns a digest of the file that the scene makes in a format, without making it.
  ///
  /// ```swift
  /// let tag = scene.digest(as: .png).entityTag
  /// if request.headers["If-None-Match"] == tag { return .notModified }
  /// ```
  ///
  /// Equal scenes in equal formats have equal digests, also on other machines; another version of
  /// Burin has other ones. A format of one's own takes part with what `"\\(encoder)"` prints.
  public func digest(as format: OutputFormat) -> ContentDigest {
    ContentDigest([
      "Burin \(burinVersion)", text, title, altText, language, "\(format.encoder)",
    ])
  }
}
