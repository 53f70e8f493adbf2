/// What a modifier changes for the marks under it.
///
/// The common constants are values of their own, so that a modifier of a million marks needs no
/// memory, and equal changes of equal styles are made once.
@usableFromInline
enum StyleChange {
  case color(Color)
  case opacity(Double)
  case symbolSize(Double)
  case lineWidth(Double)
  /// Anything else, made anew for every mark.
  case other((inout ChartCollector) -> Void)

  /// The change of a style of any type.
  @usableFromInline
  static func style(_ style: AnyShapeStyle) -> StyleChange {
    if style.shadows.isEmpty, style.gradient == nil { return .color(style.color) }
    return .other { collector in
      if let shadow = style.shadows.first {
        collector.note(Diagnostic.noBlur("a style's \(shadow.name) shadow"))
      }
      collector.style.color = style.color
      collector.style.paint = style.gradient == nil ? nil : style
    }
  }

  /// Whether both are the same constant.
  static func areEqual(_ a: StyleChange, _ b: StyleChange) -> Bool {
    switch (a, b) {
    case (.color(let a), .color(let b)): a == b
    case (.opacity(let a), .opacity(let b)), (.symbolSize(let a), .symbolSize(let b)),
      (.lineWidth(let a), .lineWidth(let b)):
      a == b
    default: false
    }
  }

  /// The constant of a modifier, where it is outside of what the modifier takes.
  private var unusedConstant: ChartData.UnusedConstant? {
    func unused(
      _ modifier: String, _ value: Double, _ range: ClosedRange<Double>
    ) -> ChartData.UnusedConstant? {
      range.contains(value) ? nil : .init(modifier: modifier, value: value, range: range)
    }
    return switch self {
    case .color, .other: nil
    case .opacity(let opacity):
      MarkStyle.opacities.contains(opacity) ? nil : unused("opacity", opacity, 0...1)
    case .symbolSize(let area): unused("symbolSize", area, MarkStyle.areas)
    case .lineWidth(let width): unused("lineStyle", width, MarkStyle.lengths)
    }
  }

  /// Changes the style of a collector.
  ///
  /// A constant that cannot be drawn changes nothing, and a diagnostic says so.
  ///
  /// - Returns: whether the style alone was changed, so that the same change gives the same again.
  func apply(to collector: inout ChartCollector) -> Bool {
    if let unusedConstant {
      collector.note(unusedConstant)
      return false
    }
    switch self {
    case .color(let color):
      collector.style.color = color
      collector.style.paint = nil
    case .opacity(let opacity): collector.style.opacity *= opacity.clamped(to: 0...1)
    case .symbolSize(let area):
      collector.style.symbolSize = area
      if collector.style.hasEffects { collector.style.effects.symbolBox = nil }
    case .lineWidth(let width): collector.style.lineWidth = width
    case .other(let change):
      change(&collector)
      return false
    }
    return true
  }
}

/// A style that is shared by the marks of a modifier; equal ones need not be the same object.
final class SharedStyle: Sendable {
  let style: MarkStyle
  init(_ style: MarkStyle) { self.style = style }
}

/// The fields that modifiers have set, of which there are few.
struct ChannelFields: Sendable {
  private(set) var values: [(channel: Channel, value: ChannelValue)] = []

  var isEmpty: Bool { values.isEmpty }

  /// The value of a channel.
  subscript(channel: Channel) -> ChannelValue? {
    get { values.first { $0.channel == channel }?.value }
    set {
      let index = values.firstIndex { $0.channel == channel }
      switch (index, newValue) {
      case (let index?, let value?): values[index].value = value
      case (let index?, nil): values.remove(at: index)
      case (nil, let value?): values.append((channel, value))
      case (nil, nil): break
      }
    }
  }
}
