import BurinGolden
public import BurinRaster

/// Why a picture is not what its golden says, with what to look at and what to type next.
public struct GoldenFailure: Error, Sendable, CustomStringConvertible {
  /// The golden.
  public let name: String
  /// What is wrong, in several lines.
  public let description: String
  /// The fresh picture.
  public let actual: Bitmap
  /// The golden, faded, with what differs in magenta; nil where there is no golden.
  public let difference: Bitmap?

  package init(name: String, description: String, actual: Bitmap, difference: Bitmap?) {
    self.name = name
    self.description = description
    self.actual = actual
    self.difference = difference
  }
}
