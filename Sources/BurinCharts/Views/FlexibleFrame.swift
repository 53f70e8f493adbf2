import BurinGeometry

extension FigureContent {
  /// Sets the limits of width and height, in points.
  ///
  /// ```swift
  /// Text("Total").frame(maxWidth: .infinity, alignment: .leading)
  /// ```
  ///
  /// - Parameters:
  ///   - minWidth: the least width.
  ///   - idealWidth: the width where there is no limit.
  ///   - maxWidth: the largest width; `.infinity` for all that is offered.
  ///   - minHeight: the least height.
  ///   - idealHeight: the height where there is no limit.
  ///   - maxHeight: the largest height; `.infinity` for all that is offered.
  ///   - alignment: the place of smaller content in the frame; nil for the top left on a figure's
  ///     page and the centre in custom views, annotations and labels.
  public func frame(
    minWidth: Double? = nil, idealWidth: Double? = nil, maxWidth: Double? = nil,
    minHeight: Double? = nil, idealHeight: Double? = nil, maxHeight: Double? = nil,
    alignment: Alignment? = nil
  ) -> ModifiedContent {
    modified {
      let width = LengthLimits(least: minWidth, ideal: idealWidth, most: maxWidth)
      let height = LengthLimits(least: minHeight, ideal: idealHeight, most: maxHeight)
      try width.check("Width")
      try height.check("Height")
      return FlexibleFrameBlock(
        child: try $0.measured(in: $1), width: width, height: height,
        alignment: alignment ?? $1.environment.arrangement.frame)
    }
  }
}

/// The limits of a width or a height, in points.
private struct LengthLimits {
  var least: Double?
  var ideal: Double?
  var most: Double?

  func check(_ side: String) throws(ChartError) {
    try ChartError.check(least, "frame(min\(side):)")
    try ChartError.check(ideal, "frame(ideal\(side):)")
    if most != .infinity { try ChartError.check(most, "frame(max\(side):)") }
    if let least, let most, least > most {
      throw .invalid("frame(min\(side):) is \(least), more than frame(max\(side):), \(most)")
    }
  }

  /// Whether the frame takes what it is offered.
  var isInfinite: Bool { most == .infinity }

  /// Returns a length within the limits.
  func clamped(_ length: Double) -> Double { max(least ?? 0, min(most ?? .infinity, length)) }

  /// Returns the length that is proposed to the content.
  func proposal(_ offered: Double?) -> Double? { (offered ?? ideal).map(clamped) }

  /// Returns the frame's length around content.
  func length(_ offered: Double?, around own: Double) -> Double {
    guard most != nil else { return max(least ?? 0, offered == nil ? ideal ?? own : own) }
    return max(own, clamped(offered ?? ideal ?? own))
  }
}

private struct FlexibleFrameBlock: WrapperBlock {
  var child: MeasuredBlock
  var width: LengthLimits
  var height: LengthLimits
  var alignment: Alignment

  var horizontal: Flexibility { width.isInfinite ? .flexible(1) : child.horizontal }
  var vertical: Flexibility { height.isInfinite ? .flexible(1) : child.vertical }

  func size(_ proposal: ProposedSize) throws -> Size {
    let own = try content(proposal)
    return Size(
      width.length(proposal.width, around: own.width),
      height.length(proposal.height, around: own.height))
  }

  /// Returns the size of the content within the limits.
  private func content(_ proposal: ProposedSize) throws -> Size {
    var offer = ProposedSize(
      width: width.proposal(proposal.width), height: height.proposal(proposal.height))
    let own = try child.size(offer)
    // Without a proposal, content may exceed a limit that it could keep.
    offer.width =
      offer.width ?? (width.clamped(own.width) == own.width ? nil : width.clamped(own.width))
    offer.height =
      offer.height ?? (height.clamped(own.height) == own.height ? nil : height.clamped(own.height))
    return try child.size(offer)
  }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    let own = try content(ProposedSize(width: rect.width, height: rect.height))
    let room = alignment.rect(
      of: Size(
        max(own.width, min(rect.width, width.most ?? .infinity)),
        max(own.height, min(rect.height, height.most ?? .infinity))), in: rect)
    return try child.draw(in: alignment.rect(of: own, child, in: room), plotInsets: plotInsets)
  }
}
