import BurinFigures

extension Scene {
  /// The texts of all runs; those of a formula as one, since its digits may be runs of their own.
  var runTexts: [String] { items.flatMap(\.runTexts) }

  /// Every number that a reader sees or hears: in the picture, its title and its alt text.
  var printedNumbers: Set<String> {
    Set((runTexts + [title, altText]).flatMap(\.numbers))
  }
}

extension SceneItem {
  fileprivate var runTexts: [String] {
    switch self {
    case .glyphs(let run): return [run.text]
    case .group(let group):
      let inner = group.items.flatMap(\.runTexts)
      return group.role == .formula ? inner + [inner.joined()] : inner
    case .path, .image, .points, .rects, .sectors: return []
    }
  }
}

extension String {
  /// The unsigned decimal numbers in the text.
  var numbers: [String] {
    matches(of: /[0-9]+(\.[0-9]+)?/).map { String($0.output.0) }
  }
}
