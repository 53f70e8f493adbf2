extension [SceneItem] {
  /// What readers who don't see the items hear: the labels of groups, in painting order.
  ///
  /// ```swift
  /// scene.items.spokenText  // "Rain. May: 40 mm; June: 100 mm"
  /// ```
  ///
  /// A group's label comes before those of the groups within it; what is hidden from readers has
  /// none. Of more than a hundred labels side by side, the first ones are heard. Empty without
  /// labels.
  public var spokenText: String {
    let labels = spokenLabels
    return labels.prefix(Self.labelLimit).joined(separator: "; ")
      + (labels.count > Self.labelLimit ? "; …" : "")
  }

  private static var labelLimit: Int { 100 }

  /// The labels of the outermost groups that have one.
  private var spokenLabels: [String] {
    flatMap { item -> [String] in
      guard case .group(let group) = item else { return [] }
      if group.label == nil { return group.items.spokenLabels }
      return group.spokenText.map { [$0] } ?? []
    }
  }

  /// Whether there is a run of text.
  public var hasText: Bool {
    contains { item in
      switch item {
      case .group(let group): group.items.hasText
      case .glyphs: true
      case .path, .image, .points, .rects, .sectors: false
      }
    }
  }

  /// Whether a group says what data it shows.
  public var hasDataLabels: Bool {
    contains { item in
      guard case .group(let group) = item else { return false }
      return group.dataLabel != nil || group.items.hasDataLabels
    }
  }

  /// Whether a group has a label that readers hear.
  public var hasLabels: Bool {
    contains { item in
      guard case .group(let group) = item, group.label != "" else { return false }
      return group.label != nil || group.items.hasLabels
    }
  }
}

extension SceneGroup {
  /// The label of the group with those of the groups within it; nil without one, or hidden.
  public var spokenText: String? {
    guard let label, let last = label.last else { return nil }
    let inner = items.spokenText
    guard !inner.isEmpty else { return label }
    return label + (".!?:。！？：".contains(last) ? " " : ". ") + inner
  }
}
