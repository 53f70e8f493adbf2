public import BurinGeometry

/// How content of a fixed aspect takes the space it is offered.
public enum ContentMode: Hashable, Sendable, CaseIterable {
  /// It lies within the space.
  case fit
  /// It covers the space, and may exceed it.
  case fill
}

extension FigureContent {
  /// Sets the width over the height of the space that is offered to the content.
  ///
  /// ```swift
  /// Chart { … }.aspectRatio(1, contentMode: .fit)
  /// ```
  ///
  /// - Parameters:
  ///   - ratio: the width over the height; nil for that of the content.
  ///   - contentMode: whether the content lies within the space or covers it.
  public func aspectRatio(_ ratio: Double? = nil, contentMode: ContentMode) -> ModifiedContent {
    modified {
      try ChartError.check(ratio, "aspectRatio", from: 0, to: 1e6)
      if ratio == 0 { throw ChartError.invalid("aspectRatio is 0; it must be more than 0") }
      return AspectBlock(child: try $0.measured(in: $1), ratio: ratio, mode: contentMode)
    }
  }

  /// Sets the width over the height of the space that is offered to the content, as a size.
  public func aspectRatio(_ ratio: Size, contentMode: ContentMode) -> ModifiedContent {
    aspectRatio(ratio.width / ratio.height, contentMode: contentMode)
  }

  /// Keeps the content's aspect within the space that is offered.
  public func scaledToFit() -> ModifiedContent { aspectRatio(contentMode: .fit) }

  /// Keeps the content's aspect while it covers the space that is offered.
  public func scaledToFill() -> ModifiedContent { aspectRatio(contentMode: .fill) }
}

private struct AspectBlock: WrapperBlock {
  var child: MeasuredBlock
  var ratio: Double?
  var mode: ContentMode

  /// Returns the space that is offered to the content.
  private func space(_ proposal: ProposedSize) throws -> Size {
    let natural = try child.size(ProposedSize())
    let ratio = ratio ?? (natural.height > 0 ? natural.width / natural.height : 1)
    switch (proposal.width, proposal.height) {
    case (let width?, let height?):
      let fitted = mode == .fit ? min(width, height * ratio) : max(width, height * ratio)
      return Size(fitted, fitted / ratio)
    case (let width?, nil): return Size(width, width / ratio)
    case (nil, let height?): return Size(height * ratio, height)
    case (nil, nil): return Size(natural.width, natural.width / ratio)
    }
  }

  func size(_ proposal: ProposedSize) throws -> Size {
    let space = try space(proposal)
    return try child.size(ProposedSize(width: space.width, height: space.height))
  }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    let own = try size(ProposedSize(width: rect.width, height: rect.height))
    let place = Alignment.center.rect(of: own, in: rect)
    // The sides of a plot that don't lie where they were offered can't be shared.
    let isMoved = abs(place.width - rect.width) > 1e-6 || abs(place.height - rect.height) > 1e-6
    return try child.draw(in: place, plotInsets: isMoved ? nil : plotInsets)
  }

  func plotInsets(in size: Size) throws -> Insets? {
    let own = try self.size(ProposedSize(width: size.width, height: size.height))
    let isMoved = abs(own.width - size.width) > 1e-6 || abs(own.height - size.height) > 1e-6
    return isMoved ? nil : try child.plotInsets(in: size)
  }
}

extension FigureContent {
  /// Gives the content the size that it has where nothing limits it.
  public func fixedSize() -> ModifiedContent { fixedSize(horizontal: true, vertical: true) }

  /// Gives the content the width or the height that it has where nothing limits it.
  public func fixedSize(horizontal: Bool, vertical: Bool) -> ModifiedContent {
    modified {
      FixedSizeBlock(
        child: try $0.measured(in: $1), isWide: horizontal, isHigh: vertical)
    }
  }
}

private struct FixedSizeBlock: WrapperBlock {
  var child: MeasuredBlock
  /// Whether the width is fixed.
  var isWide: Bool
  /// Whether the height is fixed.
  var isHigh: Bool

  var horizontal: Flexibility { isWide ? .fixed : child.horizontal }
  var vertical: Flexibility { isHigh ? .fixed : child.vertical }

  func size(_ proposal: ProposedSize) throws -> Size {
    try child.size(
      ProposedSize(
        width: isWide ? nil : proposal.width, height: isHigh ? nil : proposal.height))
  }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    let own = try size(ProposedSize(width: rect.width, height: rect.height))
    return try child.draw(
      in: Rect(
        x: rect.minX, y: rect.minY, width: isWide ? own.width : rect.width,
        height: isHigh ? own.height : rect.height), plotInsets: plotInsets)
  }
}
