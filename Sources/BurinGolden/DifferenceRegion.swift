/// A place where two pictures differ, and what happened there.
public struct DifferenceRegion: Sendable, Hashable {
  /// What happened to what is drawn in the region.
  public enum Change: Sendable, Hashable {
    /// Ink is where there was none.
    case added
    /// Ink is gone.
    case removed
    /// The same ink lies elsewhere, by whole pixels to the right and down.
    case moved(dx: Int, dy: Int)
    /// The same shapes have another colour.
    case recoloured
    /// None of these alone.
    case changed
  }

  /// The smallest rectangle around the region's differing pixels.
  public var bounds: PixelRect
  /// The number of pixels that differ.
  public var pixelCount: Int
  /// The number of pixels that break the rule that pictures were held to.
  public var failingCount: Int
  /// The largest difference of one channel, 1 to 255; 0 for samples of 16 bits that differ by less.
  public var largestChannelDifference: Int
  /// What happened.
  public var change: Change
  /// The scene's nodes that lie here, the most likely first; empty without a scene.
  public var nodes: [String]

  /// Makes a region.
  public init(
    bounds: PixelRect, pixelCount: Int, failingCount: Int, largestChannelDifference: Int,
    change: Change, nodes: [String] = []
  ) {
    self.bounds = bounds
    self.pixelCount = pixelCount
    self.failingCount = failingCount
    self.largestChannelDifference = largestChannelDifference
    self.change = change
    self.nodes = nodes
  }
}

extension DifferenceRegion.Change: CustomStringConvertible {
  /// The change in words.
  public var description: String {
    switch self {
    case .added: "added"
    case .removed: "removed"
    case .moved(let dx, let dy):
      "moved by "
        + [
          dx == 0 ? nil : "\(abs(dx)) px \(dx > 0 ? "right" : "left")",
          dy == 0 ? nil : "\(abs(dy)) px \(dy > 0 ? "down" : "up")",
        ].compactMap { $0 }.joined(separator: " and ")
    case .recoloured: "recoloured"
    case .changed: "changed"
    }
  }
}

extension DifferenceRegion: CustomStringConvertible {
  /// One line with the node, the change and the place.
  public var description: String {
    let subject = nodes.first.map { "\($0): " } ?? ""
    // Samples of 16 bits may differ by less than a step of eight.
    let step =
      largestChannelDifference == 0 ? "by less than 1" : "by at most \(largestChannelDifference)"
    return "\(subject)\(change), \(bounds), \(pixelCount) differing \(step)"
  }
}
