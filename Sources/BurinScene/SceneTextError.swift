/// Why a text is not the text form of a scene.
public struct SceneTextError: Error, Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The byte of the line, from 1.
  public let column: Int
  /// What is wrong there and what would be right.
  public let reason: String

  /// Makes an error.
  public init(line: Int, column: Int, reason: String) {
    self.line = line
    self.column = column
    self.reason = reason
  }
}

extension SceneTextError: CustomStringConvertible {
  /// One line with the place.
  public var description: String { "scene text, line \(line), column \(column): \(reason)" }
}
