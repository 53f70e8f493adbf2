import BurinGolden
public import BurinRaster

/// A picture that doesn't match its golden, with what to look at and what to type next.
public struct GoldenFailure: Error, Sendable, CustomStringConvertible {
  /// The golden.
  public let name: String
  /// The failure, in several lines.
  public package(set) var description: String
  /// The fresh picture.
  public let actual: Bitmap
  /// The golden, faded, with the differences in magenta; nil if there is no golden.
  public let difference: Bitmap?
  /// The paths of the pictures on the disk; empty if none could be written.
  public let files: [String]

  package init(
    name: String, description: String, actual: Bitmap, difference: Bitmap?, files: [String]
  ) {
    self.name = name
    self.description = description
    self.actual = actual
    self.difference = difference
    self.files = files
  }
}
