/// Writes finished scenes as files of one format.
///
/// A format of one's own is a type and a name for it:
///
/// ```swift
/// struct OutlineText: SceneEncoder {
///   let fileExtension = "scene"
///   let mediaType = "text/plain; charset=utf-8"
///   func encode(_ scene: Scene) -> [UInt8] { Array(scene.text.utf8) }
/// }
/// extension OutputFormat {
///   static let sceneText = OutputFormat(OutlineText())
/// }
/// ```
public protocol SceneEncoder: Sendable {
  /// The usual end of a file's name, without the dot.
  var fileExtension: String { get }
  /// The type of the bytes (RFC 6838), such as `image/png`.
  var mediaType: String { get }

  /// Returns the bytes of a file that shows a scene, the same on every call.
  ///
  /// Long loops call ``RenderLimits/check()``, so that the rendering can be stopped.
  func encode(_ scene: Scene) throws -> [UInt8]
}
