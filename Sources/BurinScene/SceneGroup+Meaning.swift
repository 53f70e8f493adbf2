public import BurinGeometry

// What a group means to checks beyond its role. The names below stand in the text form of a scene,
// so that a scene read back from its text means the same; they are spelled in this file only.

extension SceneGroup {
  /// Makes the rim around letters that keeps what lies behind them away from them.
  ///
  /// The group lies beside the texts that it surrounds, in one group with them.
  public static func halo(_ items: [SceneItem]) -> SceneGroup {
    SceneGroup(.decoration, haloName, items: items)
  }

  /// Makes the part of a mark whose length shows a value, within the area that the axes show.
  public static func length(clip: Path, items: [SceneItem]) -> SceneGroup {
    SceneGroup(.mark, lengthName, clip: clip, items: items)
  }

  /// Whether the group is the rim around letters.
  public var isHalo: Bool { role == .decoration && name == Self.haloName }

  fileprivate static let haloName = "halo"
  fileprivate static let lengthName = "bar"
}

extension SceneSetting {
  /// Whether the innermost group is a mark, or a part of one, whose length shows a value.
  ///
  /// That is what ``SceneGroup/length(clip:items:)`` makes, and a bar that has no name of its own but
  /// its number, such as `bar 2`.
  public var isLength: Bool {
    guard let last = steps.last, last.role == .mark else { return false }
    let words = last.name.split(separator: " ", omittingEmptySubsequences: false)
    return words.first == Substring(SceneGroup.lengthName)
      && (words.count == 1 || words.count == 2 && words[1].allSatisfy(\.isNumber))
  }
}
