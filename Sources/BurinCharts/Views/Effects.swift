public import BurinGeometry
public import BurinScene

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension FigureContent {
  /// Sets the opacity of the content as a whole, 0…1.
  public func opacity(_ opacity: Double) -> ModifiedContent {
    modified {
      try ChartError.check(opacity, "opacity", to: 1)
      return EffectBlock(child: try $0.measured(in: $1)) { items, _ in
        [.group(SceneGroup(.figure, opacity: opacity, items: items))]
      }
    }
  }

  /// Mixes the colours of the content with those behind it.
  ///
  /// The content as a whole mixes with what was drawn before it within the innermost clip, opacity,
  /// ``compositingGroup()`` or blended content around it, or on the page. Nothing mixes with a page
  /// around an SVG, nor where a transparent picture has nothing behind.
  public func blendMode(_ mode: BlendMode) -> ModifiedContent {
    modified {
      EffectBlock(child: try $0.measured(in: $1)) { items, _ in
        mode == .normal
          ? items : [.group(SceneGroup(.figure, blend: mode, items: items))]
      }
    }
  }

  /// Paints the content on a layer of its own: blend modes within it mix with its own content only.
  public func compositingGroup() -> ModifiedContent {
    modified {
      EffectBlock(child: try $0.measured(in: $1)) { items, _ in
        items.hasBlend ? [.group(SceneGroup(.figure, blend: .normal, items: items))] : items
      }
    }
  }

  /// Moves the drawn content; the space that it takes stays where it is.
  ///
  /// - Parameters:
  ///   - x: the distance to the right, in points.
  ///   - y: the distance downwards, in points.
  public func offset(x: Double = 0, y: Double = 0) -> ModifiedContent {
    modified {
      try ChartError.check(x, "offset(x:)", from: -20_000)
      try ChartError.check(y, "offset(y:)", from: -20_000)
      return EffectBlock(child: try $0.measured(in: $1), movement: Vector(x, y))
    }
  }

  /// Moves the drawn content; the space that it takes stays where it is.
  public func offset(_ offset: Size) -> ModifiedContent {
    self.offset(x: offset.width, y: offset.height)
  }

  /// Places the middle of the content at a point of the space that is offered.
  ///
  /// - Parameters:
  ///   - x: the distance from the left edge, in points.
  ///   - y: the distance from the upper edge, in points.
  public func position(x: Double = 0, y: Double = 0) -> ModifiedContent {
    modified {
      try ChartError.check(x, "position(x:)", from: -20_000)
      try ChartError.check(y, "position(y:)", from: -20_000)
      return PositionBlock(child: try $0.measured(in: $1), place: Vector(x, y))
    }
  }

  /// Places the middle of the content at a point of the space that is offered.
  public func position(_ point: Point) -> ModifiedContent { position(x: point.x, y: point.y) }

  /// Turns the drawn content clockwise; the space that it takes stays as it is.
  public func rotationEffect(_ angle: Angle, anchor: UnitPoint = .center) -> ModifiedContent {
    modified {
      try ChartError.check(angle.degrees, "the degrees of rotationEffect", from: -1e9, to: 1e9)
      let turn = AffineTransform.rotation(angle.radians)
      return EffectBlock(child: try $0.measured(in: $1)) { items, rect in
        turned(items, by: turn, about: anchor.point(in: rect))
      }
    }
  }

  /// Scales the drawn content; the space that it takes stays as it is.
  public func scaleEffect(_ scale: Double, anchor: UnitPoint = .center) -> ModifiedContent {
    scaleEffect(x: scale, y: scale, anchor: anchor)
  }

  /// Scales the drawn content; the space that it takes stays as it is.
  public func scaleEffect(
    x: Double = 1, y: Double = 1, anchor: UnitPoint = .center
  ) -> ModifiedContent {
    modified {
      try ChartError.check(x, "scaleEffect(x:)", from: -1000, to: 1000)
      try ChartError.check(y, "scaleEffect(y:)", from: -1000, to: 1000)
      return EffectBlock(child: try $0.measured(in: $1)) { items, rect in
        x == 0 || y == 0
          ? [] : turned(items, by: .scale(x, y), about: anchor.point(in: rect))
      }
    }
  }

  /// Draws nothing in the space that the content takes.
  public func hidden() -> ModifiedContent {
    modified { EffectBlock(child: try $0.measured(in: $1)) { _, _ in [] } }
  }

  /// Has no effect, which a diagnostic says: pictures have no blurred edges.
  public func shadow(
    color: Color = .primary, radius: Double, x: Double = 0, y: Double = 0
  ) -> ModifiedContent { noting(.noBlur("shadow")) }

  /// Has no effect, which a diagnostic says: pictures have no blurred edges.
  public func blur(radius: Double, opaque: Bool = false) -> ModifiedContent {
    noting(.noBlur("blur"))
  }

  /// Returns the content with a diagnostic when it is laid out.
  func noting(_ diagnostic: Diagnostic) -> ModifiedContent {
    modified {
      $1.note(diagnostic)
      return try $0.block(in: $1)
    }
  }
}

/// Returns items mapped about a point.
private func turned(
  _ items: [SceneItem], by transform: AffineTransform, about point: Point
) -> [SceneItem] {
  let map = AffineTransform.translation(-point.x, -point.y).followed(by: transform)
    .followed(by: .translation(point.x, point.y))
  return [.group(SceneGroup(.figure, transform: map, items: items))]
}

/// Content with its middle at a place of the space that is offered.
private struct PositionBlock: WrapperBlock {
  var child: MeasuredBlock
  var place: Vector

  var horizontal: Flexibility { .flexible(1) }
  var vertical: Flexibility { .flexible(1) }

  func size(_ proposal: ProposedSize) throws -> Size {
    let own = try child.size(proposal)
    return Size(proposal.width ?? own.width, proposal.height ?? own.height)
  }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    let own = try child.size(ProposedSize(width: rect.width, height: rect.height))
    return try child.draw(in: Rect(center: rect.origin + place, size: own), plotInsets: nil)
  }
}

/// Content whose drawing is changed, while its size stays.
private struct EffectBlock: WrapperBlock {
  var child: MeasuredBlock
  var movement = Vector.zero
  var change: ([SceneItem], Rect) -> [SceneItem] = { items, _ in items }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    var drawing = try child.draw(in: rect, plotInsets: plotInsets)
    drawing.items = change(drawing.items.offset(by: movement), rect)
    for index in drawing.anchors.indices {
      drawing.anchors[index].rect = drawing.anchors[index].rect.offset(by: movement)
    }
    return drawing
  }
}
