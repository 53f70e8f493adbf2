/// How the colours of a group mix with those behind it.
///
/// The modes and their formulas are those of PDF (ISO 32000-1, 11.3.5), which CSS and SVG share, so
/// that all formats show the same. SwiftUI's other modes aren't among them.
public enum BlendMode: String, Hashable, Sendable, CaseIterable {
  /// The group covers what is behind it.
  case normal
  /// The product of both colours: darker than either.
  case multiply
  /// The product of both complements: lighter than either.
  case screen
  /// ``hardLight`` with the colours exchanged: what is behind keeps its lights and shades.
  case overlay
  /// The darker of both, in each channel.
  case darken
  /// The lighter of both, in each channel.
  case lighten
  /// Brightens what is behind, the more the lighter the group.
  case colorDodge
  /// Darkens what is behind, the more the darker the group.
  case colorBurn
  /// Darkens or lightens gently, by the group's colour.
  case softLight
  /// Multiplies or screens, by the group's colour.
  case hardLight
  /// The difference of both.
  case difference
  /// A difference of less contrast.
  case exclusion
  /// The group's hue on the saturation and luminosity behind it.
  case hue
  /// The group's saturation on the hue and luminosity behind it.
  case saturation
  /// The group's hue and saturation on the luminosity behind it.
  case color
  /// The group's luminosity on the hue and saturation behind it.
  case luminosity
}

// The formulas
extension BlendMode {
  /// Returns the mixture of two opaque colours, their channels in 0…1.
  ///
  /// - Parameters:
  ///   - source: the colour of the group.
  ///   - backdrop: the colour behind it.
  package func mixed(_ source: SIMD3<Double>, _ backdrop: SIMD3<Double>) -> SIMD3<Double> {
    switch self {
    case .normal: source
    case .hue:
      Self.withLuminosity(
        Self.withSaturation(source, of: backdrop), Self.luminosity(backdrop))
    case .saturation:
      Self.withLuminosity(
        Self.withSaturation(backdrop, of: source), Self.luminosity(backdrop))
    case .color: Self.withLuminosity(source, Self.luminosity(backdrop))
    case .luminosity: Self.withLuminosity(backdrop, Self.luminosity(source))
    default:
      SIMD3(
        channel(source.x, backdrop.x), channel(source.y, backdrop.y),
        channel(source.z, backdrop.z))
    }
  }

  /// Returns the mixture of one channel, for the modes that treat channels apart.
  private func channel(_ s: Double, _ b: Double) -> Double {
    switch self {
    case .multiply: s * b
    case .screen: s + b - s * b
    case .overlay: Self.hardLight(b, s)
    case .darken: min(s, b)
    case .lighten: max(s, b)
    case .colorDodge: b == 0 ? 0 : s >= 1 ? 1 : min(1, b / (1 - s))
    case .colorBurn: b >= 1 ? 1 : s <= 0 ? 0 : 1 - min(1, (1 - b) / s)
    case .hardLight: Self.hardLight(s, b)
    case .softLight: Self.softLight(s, b)
    case .difference: abs(s - b)
    case .exclusion: s + b - 2 * s * b
    case .normal, .hue, .saturation, .color, .luminosity: s
    }
  }

  private static func hardLight(_ s: Double, _ b: Double) -> Double {
    s <= 0.5 ? 2 * s * b : (2 * s - 1) + b - (2 * s - 1) * b
  }

  private static func softLight(_ s: Double, _ b: Double) -> Double {
    guard s > 0.5 else { return b - (1 - 2 * s) * b * (1 - b) }
    let d = b <= 0.25 ? ((16 * b - 12) * b + 4) * b : b.squareRoot()
    return b + (2 * s - 1) * (d - b)
  }

  private static func luminosity(_ color: SIMD3<Double>) -> Double {
    0.3 * color.x + 0.59 * color.y + 0.11 * color.z
  }

  private static func withLuminosity(_ color: SIMD3<Double>, _ value: Double) -> SIMD3<Double> {
    var result = color + (value - luminosity(color))
    let (light, low, high) = (luminosity(result), result.min(), result.max())
    if low < 0 { result = (result - light) * (light / (light - low)) + light }
    if high > 1 { result = (result - light) * ((1 - light) / (high - light)) + light }
    return result
  }

  private static func withSaturation(
    _ color: SIMD3<Double>, of other: SIMD3<Double>
  ) -> SIMD3<Double> {
    let span = color.max() - color.min()
    guard span > 0 else { return .zero }
    return (color - color.min()) * ((other.max() - other.min()) / span)
  }

  /// The mode that does on dark pages what this one does on light ones.
  package var turned: BlendMode {
    switch self {
    case .multiply: .screen
    case .screen: .multiply
    case .darken: .lighten
    case .lighten: .darken
    case .colorDodge: .colorBurn
    case .colorBurn: .colorDodge
    case .normal, .overlay, .softLight, .hardLight, .difference, .exclusion, .hue, .saturation,
      .color, .luminosity:
      self
    }
  }

  /// The name in CSS, such as `color-dodge`.
  package var cssName: String {
    var name = ""
    for letter in rawValue {
      name += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
    }
    return name
  }
}

extension RGBColor {
  /// Returns the colour that results when this one is painted over another by a mode; both may be
  /// translucent.
  ///
  /// Where nothing is behind, every mode is ``BlendMode/normal``.
  public func blended(_ mode: BlendMode, over backdrop: RGBColor) -> RGBColor {
    let (top, bottom) = (Double(alpha) / 255, Double(backdrop.alpha) / 255)
    let whole = top + bottom * (1 - top)
    guard whole > 0 else { return .clear }
    let (source, behind) = (channels, backdrop.channels)
    let mixed = mode.mixed(source, behind)
    // ISO 32000-1, 11.3.6: the mixture counts as far as there is something behind.
    let shown = source * (1 - bottom) + mixed * bottom
    let result = (shown * top + behind * (bottom * (1 - top))) / whole
    func byte(_ value: Double) -> UInt8 { UInt8((min(max(value, 0), 1) * 255).rounded()) }
    return RGBColor(
      red: byte(result.x), green: byte(result.y), blue: byte(result.z), alpha: byte(whole))
  }

  private var channels: SIMD3<Double> {
    SIMD3(Double(red), Double(green), Double(blue)) / 255
  }
}

extension SceneSetting {
  /// Returns the colour of a paint on a page, mixed by the modes of the groups around it.
  package func blended(_ paint: RGBColor, over page: RGBColor) -> RGBColor {
    guard let outermost = layers.first(where: { $0.mode != .normal }) else {
      return paint.over(page)
    }
    return paint.blended(outermost.mode, over: page)
  }
}

// Layers
extension SceneGroup {
  /// Whether the group is painted as one picture that is then laid over what is behind it.
  ///
  /// So are groups that are translucent or have a blend mode. A clip and ``BlendMode/normal`` bound
  /// what the blended groups within them mix with, as they do in SVG, and are layers for these only.
  package var isLayer: Bool {
    if opacity < 1 || isBlended { return true }
    return (clip != nil || blend != nil) && items.hasOpenBlend
  }

  /// Whether the group mixes with what is behind it.
  package var isBlended: Bool { blend != nil && blend != .normal }
}

extension [SceneItem] {
  /// Whether a group mixes with what lies behind all of the items: no layer among them bounds it.
  package var hasOpenBlend: Bool {
    contains { item in
      guard case .group(let group) = item else { return false }
      if group.isBlended { return true }
      if group.opacity < 1 || group.clip != nil || group.blend != nil { return false }
      return group.items.hasOpenBlend
    }
  }

  /// The numbers of the groups, as a walk counts them, that mix with what is behind them and of
  /// those that bound what these mix with.
  package var blendLayers: Set<Int> {
    guard hasBlend else { return [] }
    var result: Set<Int> = []
    walk { visit in
      guard case .group(let group) = visit.item, group.isBlended else { return .inward }
      result.formUnion(visit.setting.layers.suffix(2).map(\.group))
      return .inward
    }
    return result
  }

  /// Whether any group has a blend mode.
  package var hasBlend: Bool {
    contains { item in
      guard case .group(let group) = item else { return false }
      return group.isBlended || group.items.hasBlend
    }
  }
}
