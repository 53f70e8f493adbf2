import ArgumentParser
import BurinGolden

/// The allowed differences, as written on the command line.
struct ToleranceOption: ExpressibleByArgument {
  let rule: PixelRule

  /// Parses `exact`, `raster`, a step of 0 to 255, or `pixelmatch:` or `pixelmatch-oklab:` and a
  /// threshold of 0 to 1.
  init?(argument: String) {
    let (perceptual, oklab) = ("pixelmatch:", "pixelmatch-oklab:")
    switch argument {
    case "exact": rule = .exact
    case "raster": rule = .rasterizer
    case _ where argument.hasPrefix(perceptual):
      guard let threshold = Double(argument.dropFirst(perceptual.count)),
        (0...1).contains(threshold)
      else { return nil }
      rule = .perceptual(threshold: threshold)
    case _ where argument.hasPrefix(oklab):
      guard let threshold = Double(argument.dropFirst(oklab.count)), (0...1).contains(threshold)
      else { return nil }
      rule = .perceptualOKLab(threshold: threshold)
    default:
      guard let limit = Int(argument), (0...255).contains(limit) else { return nil }
      rule = .channel(limit)
    }
  }

  static let help =
    "What may differ: exact, raster (what another rasteriser does to edges), the largest step of a "
    + "channel from 0 to 255, pixelmatch:T, the rule of pixelmatch 7.2.0 with its threshold T from "
    + "0 to 1, or pixelmatch-oklab:T, that of later releases."
}
