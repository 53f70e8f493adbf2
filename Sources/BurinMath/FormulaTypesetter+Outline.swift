public import BurinGeometry
import BurinScene
public import BurinText

extension FormulaTypesetter {
  /// Returns the outline of what a part shows: its letters and rules, in the layout's coordinates.
  ///
  /// ```swift
  /// let layout = try typesetter.layout(#"\cssId{n}{n}+1"#, size: 12, color: .black)
  /// try typesetter.outline(ofPart: "n", in: layout)?.bounds  // the ink of the letter
  /// ```
  ///
  /// - Returns: the outline, or nil for a part that the layout lacks or that shows nothing.
  public func outline(ofPart name: String, in layout: FormulaLayout) throws(TextError) -> Path? {
    guard let items = layout.items.part(name) else { return nil }
    var path = Path()
    try add(items, to: &path)
    return path.isEmpty ? nil : path
  }

  private func add(_ items: [SceneItem], to path: inout Path) throws(TextError) {
    try items.walkDrawn { (item, _) throws(TextError) -> Bool in
      switch item {
      case .path(let item): path.append(item.path)
      case .group, .image, .points, .rects, .sectors: break
      case .glyphs(let run):
        let face = try fonts.face(run.font)
        for glyph in run.glyphs {
          let place = AffineTransform.scale(run.size, run.size)
            .followed(by: .translation(glyph.position.x, glyph.position.y))
          path.append(face.outline(of: glyph.id).transformed(by: place))
        }
      }
      return true
    }
  }
}

extension [SceneItem] {
  /// Returns the items of a part, wherever it is nested.
  fileprivate func part(_ name: String) -> [SceneItem]? {
    var found: [SceneItem]?
    walk { visit in
      guard case .group(let group) = visit.item, group.role == .part, group.name == name else {
        return .inward
      }
      found = group.items
      return .stop
    }
    return found
  }
}
