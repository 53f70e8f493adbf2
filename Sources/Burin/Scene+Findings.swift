public import BurinCharts
import BurinGeometry
public import BurinLint
public import BurinScene

extension Scene {
  /// Returns the picture with numbered frames around what was found, and the findings listed below.
  ///
  /// ```swift
  /// let findings = scene.lint()
  /// try scene.marking(findings).encoded(as: .png)
  /// ```
  public func marking(_ findings: [Finding], theme: Theme = .standard) throws -> Scene {
    guard !findings.isEmpty else { return self }
    var theme = theme
    theme.families = fontFamilies
    let red = Color(RGBColor(hex: 0xD1005B))
    let width = max(size.width, 400)
    var marked = self
    for (index, finding) in findings.enumerated() {
      let frame = finding.bounds.inset(by: -3)
      let badge = try Text("\(index + 1)").bold().foregroundStyle(.canvas).scene(theme)
      let plate = Rect(
        x: frame.minX, y: frame.minY - 16, width: badge.size.width + 8, height: 16)
      let shift = Vector(0, max(0, -plate.minY))
      marked.items.append(
        .group(
          SceneGroup(
            .annotation, "finding \(index + 1)",
            items: [
              .stroke(.roundedRect(frame, radius: 3), Stroke(try theme.resolve(red), width: 1.5)),
              .fill(
                .roundedRect(plate.offset(by: shift), radius: 3), try theme.resolve(red)),
            ]
              + badge.items.offset(
                by: shift
                  + Vector(
                    plate.minX + 4, plate.midY - badge.size.height / 2)))))
    }
    let list = try findings.enumerated().map { index, finding in
      (
        try Text("\(index + 1)").bold().foregroundStyle(red).scene(theme),
        try finding.text.scene(theme, width: width - 56)
      )
    }
    var y = size.height + 12
    for (number, text) in list {
      marked.items.append(
        .group(
          SceneGroup(
            .caption,
            items: number.items.offset(by: Vector(16, y)) + text.items.offset(by: Vector(44, y)))))
      y += text.size.height + 6
    }
    marked.size = Size(width, y + 10)
    return marked
  }
}

extension Finding {
  /// The finding as text, its rule in bold.
  fileprivate var text: Text {
    Text(rule.name).bold() + Text(description.dropPrefix(rule.name))
  }
}

extension String {
  fileprivate func dropPrefix(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}

extension Text {
  /// The text by itself, its top left corner at zero.
  fileprivate func scene(
    _ theme: Theme, width: Double? = nil
  ) throws -> (items: [SceneItem], size: Size) {
    let context = try LayoutContext(theme: theme)
    let block = try font(.caption).block(in: context)
    let size = try block.size(ProposedSize(width: width))
    return (try block.draw(in: Rect(origin: .zero, size: size), plotInsets: nil).items, size)
  }
}
