import BurinGeometry
public import BurinScene

/// The page of a figure: title, subtitle and content, within the theme's margin.
package struct FigurePage {
  package var title: Text?
  package var subtitle: Text?
  package var content: [AnyContent]
  /// Whether title and subtitle stand above the content; the scene is named by the title anyway.
  package var showsTitle = true

  package init(title: Text?, subtitle: Text?, content: [AnyContent]) {
    self.title = title
    self.subtitle = subtitle
    self.content = content
  }

  /// The width of a page that nothing else decides on, in points.
  package static let usualWidth = 640.0

  /// Lays out the page.
  ///
  /// - Parameters:
  ///   - width: the width, in points; nil for the usual one, or more where the content is wider.
  ///   - height: the height, in points; nil for that of the content.
  package func scene(
    width givenWidth: Double?, height: Double? = nil, altText: String, context: LayoutContext
  ) throws -> Scene {
    let margin = context.theme.margin
    try ChartError.check(margin, "the margin of the theme", to: 20_000)
    var width = givenWidth ?? Self.usualWidth
    guard width.isFinite, width > 2 * margin, width <= 20_000 else {
      throw ChartError.invalid(
        "a figure cannot be \(width) pt wide; it must be wider than its margins (\(Int(2 * margin)) pt, Theme.margin) and at most 20000 pt"
      )
    }
    if let height {
      guard height.isFinite, height > 2 * margin, height <= 20_000 else {
        throw ChartError.invalid(
          "a figure cannot be \(height) pt high; it must be higher than its margins (\(Int(2 * margin)) pt, Theme.margin) and at most 20000 pt"
        )
      }
    }
    var inner = width - 2 * margin
    let head = try VStack(spacing: 7) {
      if showsTitle, let title { try leading(title.font(.title), context) }
      if showsTitle, let subtitle {
        try leading(subtitle.font(.subtitle).foregroundStyle(.secondary), context)
      }
    }
    let body = VStack(spacing: 20) { content }
    let headBlock = try head.block(in: context)
    let bodyBlock = try body.block(in: context)
    if givenWidth == nil {
      // Content of a fixed width, such as a chart in a frame, decides on the page.
      let own = try bodyBlock.size(
        ProposedSize(width: inner, height: height.map { $0 - 2 * margin })
      ).width
      if own > inner + 0.5 {
        inner = own
        width = (own + 2 * margin).rounded(.up)
        guard width <= 20_000 else {
          throw ChartError.invalid(
            "the content would be \(width) pt wide; a figure is at most 20000 pt wide: set its width, or a lower one for the content"
          )
        }
        inner = width - 2 * margin
      }
    }
    let headHeight = try headBlock.size(ProposedSize(width: inner)).height
    let gap = headHeight > 0 ? 20.0 : 0
    if let height, headHeight + gap > height - 2 * margin {
      throw ChartError.doesNotFit(
        what: "the title of the figure", needs: headHeight + gap,
        available: height - 2 * margin, isHeight: true)
    }
    let room = height.map { $0 - 2 * margin - headHeight - gap }
    let bodyHeight = try bodyBlock.size(ProposedSize(width: inner, height: room)).height
    if let room, bodyHeight > room + 0.5 {
      throw ChartError.doesNotFit(
        what: "the content of the figure", needs: bodyHeight, available: max(0, room),
        isHeight: true)
    }
    let total = height ?? (margin * 2 + headHeight + gap + bodyHeight).rounded(.up)
    guard total <= 20_000 else {
      throw ChartError.invalid(
        "the content would be \(total) pt high; a figure is at most 20000 pt high: set its height, or a lower one for the content"
      )
    }
    var items: [SceneItem] = []
    if headHeight > 0 {
      let drawing = try headBlock.draw(
        in: Rect(x: margin, y: margin, width: inner, height: headHeight), plotInsets: nil)
      items.append(.group(SceneGroup(.title, items: drawing.items)))
    }
    let drawing = try bodyBlock.draw(
      in: Rect(
        x: margin, y: margin + headHeight + gap, width: inner, height: room ?? bodyHeight),
      plotInsets: nil)
    items.append(.group(SceneGroup(.figure, items: drawing.items)))
    for note in PageCheck(items, size: Size(width, total), margin: margin).diagnostics {
      context.note(note)
    }
    let charts = context.charts
    return Scene(
      size: Size(width, total), background: try context.color(.canvas),
      title: try title.map { try context.layout($0, role: .title).shown }
        ?? SpokenChart.name(of: context.charts),
      altText: [altText, items.spokenText].first { !$0.isEmpty }
        ?? SpokenChart.summary(of: context.charts),
      language: context.language, margin: margin, fontFamilies: context.theme.families,
      charts: ChartDescriptors { charts.map { $0.descriptor() } }, items: items)
  }
}

extension FigurePage {
  /// Returns a line of the head, which leads at the right where it runs from right to left.
  private func leading(_ line: Text, _ context: LayoutContext) throws -> AnyContent {
    try context.layout(line, role: .body, color: .primary).isRightToLeft
      ? AnyContent(line.frame(maxWidth: .infinity, alignment: .trailing)) : AnyContent(line)
  }
}

extension FigureContent {
  /// Lays out the content on a separate canvas.
  ///
  /// - Parameters:
  ///   - width: the width of the canvas, in points; nil for 640, or more where the content is wider.
  ///   - height: the height, in points; nil for the height of the content.
  ///   - title: a line above the content.
  ///   - altText: a description of the picture; empty for its accessibility labels.
  ///   - theme: the theme.
  ///   - language: the language of the texts, as a BCP 47 tag.
  public func scene(
    width: Double? = nil, height: Double? = nil, title: Text? = nil, altText: String = "",
    theme: Theme = .standard, language: String = "en"
  ) throws -> (scene: Scene, diagnostics: [Diagnostic]) {
    try scene(
      width: width, height: height, title: title, altText: altText, theme: theme,
      language: language, region: RenderingRegion())
  }

  /// Lays out the content on a separate canvas by a clock, a calendar and a locale.
  package func scene(
    width: Double?, height: Double?, title: Text?, altText: String, theme: Theme, language: String,
    region: RenderingRegion
  ) throws -> (scene: Scene, diagnostics: [Diagnostic]) {
    let context = try LayoutContext(
      theme: theme.fitted(width: width, height: height), language: language)
    context.region = region
    let page = FigurePage(title: title, subtitle: nil, content: [AnyContent(self)])
    let scene = try RenderWatch.$current.withValue(context.watch) {
      try page.scene(width: width, height: height, altText: altText, context: context)
    }
    return (scene, context.diagnostics)
  }

  /// Lays out the content and returns how the labels of its charts were placed.
  ///
  /// ```swift
  /// for label in try chart.placements() { print(label.text, label.candidates[label.chosen].name) }
  /// ```
  public func placements(
    width: Double? = nil, height: Double? = nil, theme: Theme = .standard, language: String = "en"
  ) throws -> [LabelPlacement] {
    let context = try LayoutContext(
      theme: theme.fitted(width: width, height: height), language: language,
      explainsPlacements: true)
    let page = FigurePage(title: nil, subtitle: nil, content: [AnyContent(self)])
    _ = try page.scene(width: width, height: height, altText: "", context: context)
    return context.placements
  }
}
